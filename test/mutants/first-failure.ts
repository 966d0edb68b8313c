// Reporter for Node's test runner: names the first test that fails, and ends its file: one is enough to notice a mutant.
import { writeSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';

export default async function* endAtFirstFailure(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events)
    if (type === 'test:fail') {
      writeSync(1, data.name);
      process.exit(1);
    }
  yield '';
}
