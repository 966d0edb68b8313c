// Suggests a correction for an e-mail address that looks mistyped. It is a question to the reporter, never an error.

// The providers of most people in France, and real domains that are one slip away from them.
const PROVIDERS =
  'gmail.com,hotmail.com,hotmail.fr,outlook.com,outlook.fr,live.com,live.fr,yahoo.com,yahoo.fr,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,icloud.com,proton.me,protonmail.com,bbox.fr,neuf.fr,gmx.fr,gmx.com,mail.com,ymail.com'.split(
    ',',
  );

/** Misspellings of `.com`, the commonest ending, that no domain has. */
const NO_ENDING = /\.(?:con|cmo|ocm|vom|xom|cim|comm)$/;

/** Whether two words differ by one added, missing or replaced letter, or by two swapped letters. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let at = 0;
  while (typed[at] === meant[at]) at += 1;
  const [a, b] = [typed.slice(at), meant.slice(at)];
  const swapped = `${a[1]}${a[0]}${a.slice(2)}`;
  // People do not mistype the first letter, and short names differ in it.
  return at > 0 && (swapped === b || [a, a.slice(1)].some((rest) => rest === b.slice(1)) || a.slice(1) === b);
}

/**
 * The address that was probably meant, such as `nom@gmail.com` for `nom@gmial.con`.
 * @returns undefined if the typed address looks right, or resembles no known address
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
