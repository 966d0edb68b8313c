// A reporter of node:test that writes one line of JSON: the number of passed tests, the failed tests, the files in
// which only a browser crash caused failures, the numbers of each file whose report is complete, and how long it took.
import type { TestEvent } from 'node:test/reporters';
import { BrowserCrashedError } from './browser-crash.ts';

/** Numbers of passed and failed tests. */
export interface Counts {
  passed: number;
  failed: number;
}

/** A test that failed, or a file that could not run. */
export interface Failure {
  readonly file: string;
  /** Name of the test, with the browser if there is one. */
  readonly name: string;
  /** The first line of the error. */
  readonly reason: string;
}

/** The written report. Files are absolute paths. */
export interface Report extends Counts {
  readonly failures: readonly Failure[];
  /** Files whose failures all come from a crashed browser. Their tests are not counted. */
  readonly crashed: readonly string[];
  /** The numbers of each file whose report is complete: none if the browser crashed. Other files may lack tests here. */
  readonly counts: Readonly<Record<string, Counts>>;
  /** How long each file took, in milliseconds. */
  readonly durations: Readonly<Record<string, number>>;
}

type FailEvent = Extract<TestEvent, { type: 'test:fail' }>['data'];

function countsOf({
  tests,
  passed,
  skipped,
  todo,
}: Record<'tests' | 'passed' | 'skipped' | 'todo', number>): Counts {
  return { passed, failed: tests - passed - skipped - todo };
}

/** The error of a failed test; undefined if only a subtest failed. */
function reasonOf({ details }: FailEvent): unknown {
  const { error } = details;
  return 'failureType' in error && error.failureType === 'subtestsFailed'
    ? undefined
    : (error.cause ?? error);
}

/** The first line of an error. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n', 1)[0]!;

export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const reasons = new Map<string, unknown[]>();
  const files = new Map<string, Counts>();
  const durations: Record<string, number> = {};
  const failures: Failure[] = [];
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file) {
      const reason = reasonOf(data);
      if (!reason) continue;
      reasons.set(data.file, [...(reasons.get(data.file) ?? []), reason]);
      failures.push({ file: data.file, name: data.name, reason: firstLine(reason) });
    }
    if (type !== 'test:summary') continue;
    // Each file has a summary too; the one without a file covers the whole run.
    if (data.file !== undefined) {
      files.set(data.file, countsOf(data.counts));
      durations[data.file] = data.duration_ms;
    } else yield JSON.stringify(reportOf(countsOf(data.counts)));
  }

  function reportOf(all: Counts): Report {
    const crashed = [...files.keys()].filter((file) => reasons.get(file)?.every(BrowserCrashedError.is));
    const lost = (key: keyof Counts): number => crashed.reduce((sum, file) => sum + files.get(file)![key], 0);
    return {
      passed: all.passed - lost('passed'),
      failed: all.failed - lost('failed'),
      failures: failures.filter(({ file }) => !crashed.includes(file)),
      crashed,
      counts: {
        ...Object.fromEntries(files),
        ...Object.fromEntries(crashed.map((file) => [file, { passed: 0, failed: 0 }])),
      },
      durations,
    };
  }
}
