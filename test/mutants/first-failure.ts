// Reporter for Node's test runner: ends the file at its first failure, since one is enough to notice a mutant.
import type { TestEvent } from 'node:test/reporters';

export default async function* endAtFirstFailure(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type } of events) if (type === 'test:fail') process.exit(1);
  yield '';
}
