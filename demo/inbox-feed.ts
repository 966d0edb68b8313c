// The newest reports of a store, as the text of /inbox.json and its entity tag. Each report is read once; what its code
// leads to is read each time, because it changes.
import { createHash } from 'node:crypto';
import type { DatabaseStore } from '../src/receiver/index.ts';
import { toInboxEntry, type InboxEntry } from './inbox.ts';

/** The inbox at one moment. */
export interface InboxState {
  /** Entity tag: it changes only when the text changes. */
  readonly etag: string;
  /** `{"reports": […]}`, the newest first. */
  readonly json: string;
}

/** The inbox lists at most this many. Older reports stay in the database. */
const MAX_SHOWN = 200;

/** Creates the function that reads the inbox. */
export function createInboxFeed(store: Pick<DatabaseStore, 'list' | 'followUps'>): () => Promise<InboxState> {
  let last = 0;
  let entries: readonly InboxEntry[] = [];
  let reading: Promise<InboxState> | undefined;

  const read = async (): Promise<InboxState> => {
    for (;;) {
      const arrived = await store.list({ after: last });
      const newest = arrived.at(-1);
      if (!newest) break;
      last = newest.sequence;
      entries = [...arrived.map(toInboxEntry).toReversed(), ...entries].slice(0, MAX_SHOWN);
    }
    const marks = await store.followUps.marksOf(entries.map(({ reference }) => reference));
    return stateOf(entries.map((entry) => ({ ...entry, ...marks.get(entry.reference) })));
  };

  // One read at a time: two parallel reads would list new reports twice.
  return () => (reading ??= read().finally(() => (reading = undefined)));
}

function stateOf(reports: readonly InboxEntry[]): InboxState {
  const json = JSON.stringify({ reports });
  return { etag: `"${createHash('sha256').update(json).digest('base64url')}"`, json };
}
