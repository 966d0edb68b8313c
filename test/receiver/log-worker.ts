// A process that stores reports and erases old ones until it has done its number of operations, or is killed.
// Arguments: database URL, number of operations, a name for the ids of this run.
import { openStore } from '../../src/receiver/index.ts';
import { AT_ONCE, ERASED_BEFORE, NEW, OLD } from './log-operations.ts';
import { soundRow } from './store-given.ts';

const [url = '', count = '0', name = ''] = process.argv.slice(2);
const store = await openStore(url);
// As `serve` does at its start.
await store.log.tend(new AbortController().signal);
for (let done = 0; done < Number(count); done += AT_ONCE) {
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, index) => {
      const number = done + index;
      // Some are sent twice, as after an answer that was lost.
      const id = `${name}-${number % 10 === 9 ? number - 1 : number}`;
      return store.put(soundRow(id, { receivedAt: number % 3 === 0 ? OLD : NEW, body: `{"of":"${id}"}` }));
    }),
  );
  if (done % 500 === 0) await store.erase(ERASED_BEFORE);
  // A busy machine may refuse some: they are sent again in real life, and do not count here.
  process.stdout.write(results.every(({ status }) => status === 'fulfilled') ? '.' : 'x');
}
await store.close();
