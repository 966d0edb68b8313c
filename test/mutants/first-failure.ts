// Reporter for Node's test runner: writes the name of the first test that fails to FAILED_FILE, and
// ends the file: one is enough to notice a mutant.
import { writeFileSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';

export default async function* endAtFirstFailure(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events)
    if (type === 'test:fail') {
      writeFileSync(process.env['FAILED_FILE']!, data.name);
      process.exit(1);
    }
  yield '';
}
