// A reporter of node:test that writes one line of JSON: how many tests passed and failed, over all files; and which files
// failed for no other reason than that a browser crashed under them.
import type { TestEvent } from 'node:test/reporters';
import { BrowserCrashedError } from './browser-crash.ts';

/** How many tests passed, and how many did not. */
export interface Counts {
  passed: number;
  failed: number;
}

/** What is written. */
export interface Report extends Counts {
  /** Counts of each file in which whatever failed, failed because its browser crashed. */
  readonly crashed: Readonly<Record<string, Counts>>;
}

type Failure = Extract<TestEvent, { type: 'test:fail' }>['data'];

function countsOf({
  tests,
  passed,
  skipped,
  todo,
}: Record<'tests' | 'passed' | 'skipped' | 'todo', number>): Counts {
  return { passed, failed: tests - passed - skipped - todo };
}

/** What made a test fail; nothing where only a test in it failed. */
function reasonOf({ details }: Failure): unknown {
  const { error } = details;
  return 'failureType' in error && error.failureType === 'subtestsFailed'
    ? undefined
    : (error.cause ?? error);
}

export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const reasons = new Map<string, unknown[]>();
  const files = new Map<string, Counts>();
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file) {
      const reason = reasonOf(data);
      if (reason) reasons.set(data.file, [...(reasons.get(data.file) ?? []), reason]);
    }
    if (type !== 'test:summary') continue;
    // Each file has a summary of its own too; the one without a file is the whole.
    if (data.file !== undefined) files.set(data.file, countsOf(data.counts));
    else {
      const crashed = [...files].filter(([file]) => reasons.get(file)?.every(BrowserCrashedError.is));
      yield JSON.stringify({
        ...countsOf(data.counts),
        crashed: Object.fromEntries(crashed),
      } satisfies Report);
    }
  }
}
