// A reader who goes on from the last number, as an export does every day, while servers die.
import { setTimeout as delay } from 'node:timers/promises';
import { openStore, type DatabaseStore, type OpenStoreOptions } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';

const PAGE = 1_000;
const PAUSE_MS = 200;

/** A reader under way. */
export interface Reader {
  /** Reads to the end: the keys of all reports that were read. */
  end(): Promise<ReadonlySet<string>>;
  stop(): void;
}

/** Starts one. After each error it opens the database again, as a command that is run again does. */
export function startReading(url: string, options: Pick<OpenStoreOptions, 'needsStandby'>): Reader {
  const keys = new Set<string>();
  let after = 0;
  let isOver = false;
  let store: DatabaseStore | undefined;
  /** Whether anything new was there. */
  const read = async (): Promise<boolean> => {
    store ??= await openStore(url, { readOnly: true, ...options });
    const page = await store.list({ after, limit: PAGE });
    for (const { id } of page) keys.add(id);
    after = page.at(-1)?.sequence ?? after;
    return page.length > 0;
  };
  const close = async (): Promise<void> => {
    await store?.close().catch(() => {});
    store = undefined;
  };
  const reading = (async () => {
    while (!isOver) {
      await read().catch(close);
      await delay(PAUSE_MS);
    }
  })();
  return {
    async end() {
      isOver = true;
      await reading;
      await until(
        () =>
          read().then(
            (isMore) => !isMore,
            () => close().then(() => false),
          ),
        'a reader at the end',
        60_000,
      );
      await close();
      return keys;
    },
    stop: () => (isOver = true),
  };
}
