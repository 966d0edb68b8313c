// The results of stages, and their sum.

import type { Failure, Report } from './count-reporter.ts';

/** A report, with the first failure of each test that passed when it ran again. */
export interface Result extends Report {
  readonly flaky: readonly Failure[];
}

/** The result of a stage without tests. */
export const NOTHING: Result = {
  passed: 0,
  failed: 0,
  failures: [],
  crashed: [],
  counts: {},
  durations: {},
  flaky: [],
};

/** The result of something that failed without a report: a command, a runner, or one of its files. */
export const failed = (reason: string, file = ''): Result => ({
  ...NOTHING,
  failed: 1,
  failures: [{ file, name: '', reason }],
  ...(file && { counts: { [file]: { passed: 0, failed: 1 } } }),
});

/** Adds up results, and those of each file: a browser test runs in several engines. */
export const add = (...results: readonly (Report & Partial<Result>)[]): Result =>
  results.reduce<Result>(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      failures: [...sum.failures, ...one.failures],
      crashed: [...sum.crashed, ...one.crashed],
      counts: merge(sum.counts, one.counts, (a, b) => ({
        passed: a.passed + b.passed,
        failed: a.failed + b.failed,
      })),
      durations: merge(sum.durations, one.durations, (a, b) => a + b),
      flaky: [...sum.flaky, ...(one.flaky ?? [])],
    }),
    NOTHING,
  );

type ByFile<Value> = Readonly<Record<string, Value>>;

function merge<Value>(
  one: ByFile<Value>,
  other: ByFile<Value>,
  both: (a: Value, b: Value) => Value,
): ByFile<Value> {
  const merged: Record<string, Value> = { ...one };
  for (const [file, value] of Object.entries(other))
    merged[file] = file in one ? both(one[file]!, value) : value;
  return merged;
}
