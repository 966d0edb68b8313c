// Numbers of reports as a person reads them, `6, 8–9, 12`, and writes them, `6,8,9,12`.
import { UsageError } from '../../command-line/command.ts';

/** Highest number of runs to print. The database has all of them. */
const MAX_RUNS = 10;

/** Numbers, in growing order, as `number 6` or `numbers 6, 8–9, 12`; at most ten runs of them. */
export function describeNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const texts = runs
    .slice(0, MAX_RUNS)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  if (runs.length > MAX_RUNS) texts.push('…');
  return `${numbers.length === 1 ? 'number' : 'numbers'} ${texts.join(', ')}`;
}

/** `1 report is` or `3 reports are`, with another verb if one is given. */
export const countReports = (count: number, [one, many]: readonly [string, string] = ['is', 'are']): string =>
  count === 1 ? `1 report ${one}` : `${count} reports ${many}`;

/**
 * Reads numbers of reports, such as `42,57`; none from an empty text.
 * @throws {UsageError} naming the option
 */
export function readNumbers(text: string, option: string): number[] {
  if (text === '') return [];
  if (/^\d{1,15}(,\d{1,15})*$/.test(text)) return [...new Set(text.split(',').map(Number))];
  throw new UsageError(`${option} must be numbers of reports, as 42,57, not « ${text} ».`);
}

/**
 * The number that --confirm gives.
 * @param of what it counts: `reports`
 * @throws {UsageError} if it is none
 */
export function readConfirmed(text: string, of: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`--confirm must be a number of ${of}, not « ${text} ».`);
}
