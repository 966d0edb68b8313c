// What an e-mail address that looks mistyped may have been meant to be. A question to the reporter, never an error.

// Where most people in France have their address, and domains that exist a slip away from those.
const PROVIDERS =
  'gmail.com,hotmail.com,hotmail.fr,outlook.com,outlook.fr,live.com,live.fr,yahoo.com,yahoo.fr,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,icloud.com,proton.me,protonmail.com,bbox.fr,neuf.fr,gmx.fr,gmx.com,mail.com,ymail.com'.split(
    ',',
  );

/** Endings that no domain has, for the commonest one. */
const NO_ENDING = /\.(?:con|cmo|ocm|vom|xom|cim|comm)$/;

/** Whether one letter too many, too few or another, or two in each other's place, make one word of the other. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let at = 0;
  while (typed[at] === meant[at]) at += 1;
  const [a, b] = [typed.slice(at), meant.slice(at)];
  const swapped = `${a[1]}${a[0]}${a.slice(2)}`;
  // Nobody errs in the first letter, and short names differ in it.
  return at > 0 && (swapped === b || [a, a.slice(1)].some((rest) => rest === b.slice(1)) || a.slice(1) === b);
}

/**
 * The address that was probably meant, such as `nom@gmail.com` for `nom@gmial.con`.
 * @returns nothing where the typed address looks right, or like nothing known
 */
export function suggestEmail(text: string): string | undefined {
  const [, name, host = ''] = /^([^\s@]+@)([^\s@.][^\s@]*)$/.exec(text.trim()) ?? [];
  const typed = host.toLowerCase();
  const ended = typed.replace(NO_ENDING, '.com');
  const meant = PROVIDERS.includes(ended)
    ? ended
    : (PROVIDERS.find((one) => isOneSlipAway(ended, one)) ?? ended);
  return name && meant !== typed ? name + meant : undefined;
}
