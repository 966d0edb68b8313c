// Which tests that failed run once more, and what becomes of them. A test that passes then is flaky: it counts as
// passed, and the run tells of it.

import { relative, sep } from 'node:path';
import type { Counts, Failure, Report } from './count-reporter.ts';
import type { Result } from './results.ts';

/** How many flaky tests a run forgives. */
const FORGIVEN = 2;

/** More files than this fail for another reason: to run them one by one would take as long as the stage. */
const MOST_RETRIED = 6;

/** The path of a test without what every test has: `form/taps`. */
export const nameOf = (file: string): string =>
  relative('test', file)
    .replaceAll(sep, '/')
    .replace(/(\.\w+)?\.test\.ts$/, '');

/** The tests that a table of promises names, in the last column of its rows; one that names a folder means all of it. */
export function promisedIn(document: string): readonly string[] {
  const rows = document.split('\n').filter((line) => line.startsWith('| '));
  const last = rows.map((row) => row.split('|').at(-2) ?? '');
  return [...new Set(last.flatMap((cell) => [...cell.matchAll(/`([\w/-]+)`/g)].map(([, name]) => name!)))];
}

const isPromised = (file: string, promised: readonly string[]): boolean =>
  promised.some((name) => `${nameOf(file)}/`.startsWith(`${name}/`));

/** The files that run once more, each alone. A test that holds a promise has failed if it failed once. */
export function filesToRetry({ failures }: Report, promised: readonly string[]): readonly string[] {
  const files = [...new Set(failures.map(({ file }) => file))].filter(Boolean);
  return files.length > MOST_RETRIED ? [] : files.filter((file) => !isPromised(file, promised));
}

/** The result after a file has run again: its second report takes the place of the first one, if it is complete. */
export function afterRetry(first: Result, again: Report, file: string): Result {
  const counts = again.counts[file];
  const isComplete = counts && again.crashed.length === 0 && again.failures.every((one) => one.file === file);
  if (!isComplete) return first;
  const stillFails = new Set(again.failures.map(({ name }) => name));
  const isFlaky = (failure: Failure): boolean => failure.file === file && !stillFails.has(failure.name);
  const before = first.counts[file]!;
  const replaced = (key: keyof Counts): number => first[key] - before[key] + again[key];
  return {
    ...first,
    passed: replaced('passed'),
    failed: replaced('failed'),
    failures: [...first.failures.filter((one) => one.file !== file), ...again.failures],
    counts: { ...first.counts, [file]: counts },
    flaky: [...first.flaky, ...first.failures.filter(isFlaky)],
  };
}

/** The result of a whole run: its third flaky test fails it, and each one after. */
export function judged(run: Result): Result {
  const tooMany = run.flaky.slice(FORGIVEN);
  return {
    ...run,
    passed: run.passed - tooMany.length,
    failed: run.failed + tooMany.length,
    failures: [
      ...run.failures,
      ...tooMany.map((flake, index) => ({
        ...flake,
        reason: `flaky, number ${FORGIVEN + index + 1} of this run: ${flake.reason}`,
      })),
    ],
  };
}
