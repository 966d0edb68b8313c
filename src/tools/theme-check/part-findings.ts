// Words the outcome of a part rule as a finding.

import type { Finding } from './finding.ts';
import type { Outcome } from './part-check.ts';
import type { Declaration } from './style-sheet.ts';

/** The finding of one declaration: an error where level AA is missed, a warning otherwise. */
export function outcomeFinding(
  part: string,
  { name, line, column }: Declaration,
  { meetings, unknown, failure }: Outcome,
): Finding {
  const subject = `${name} of ::part(${part})`;
  const [worst] = meetings;
  if (failure) return { severity: 'error', line, column, message: `${subject}: ${failure}` };
  if (!worst) return { severity: 'warning', line, column, message: `${subject}: ${unknown}` };
  const { front, back, ratio, least, scheme } = worst;
  const isUnder = ratio < least;
  // Cut, not rounded: 4.499 is not 4.5.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  const ours = least === 3 ? 3 : 7;
  const judgement = isUnder
    ? `under the ${least}:1 of level AA`
    : ratio < ours
      ? `level AA holds, our ${ours}:1 does not`
      : 'fine now, but nothing keeps it so';
  const rest = unknown && !isUnder ? ` (elsewhere, ${unknown})` : '';
  const message = `${subject}: ${front} on ${back} in ${scheme} is ${shown}:1, ${judgement}${rest}`;
  return { severity: isUnder ? 'error' : 'warning', line, column, message };
}
