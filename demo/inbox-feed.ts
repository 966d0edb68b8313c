// The newest reports of a store, as the text of /inbox.json and its entity tag. Each report is read once.
import type { ReportStore } from '../src/receiver/index.ts';
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
export function createInboxFeed(store: Pick<ReportStore, 'list'>): () => Promise<InboxState> {
  let last = 0;
  let entries: readonly InboxEntry[] = [];
  let state = stateOf(last, entries);
  let reading: Promise<InboxState> | undefined;

  const read = async (): Promise<InboxState> => {
    for (;;) {
      const arrived = await store.list({ after: last });
      const newest = arrived.at(-1);
      if (!newest) return state;
      last = newest.sequence;
      entries = [...arrived.map(toInboxEntry).toReversed(), ...entries].slice(0, MAX_SHOWN);
      state = stateOf(last, entries);
    }
  };

  // One read at a time: two parallel reads would list new reports twice.
  return () => (reading ??= read().finally(() => (reading = undefined)));
}

function stateOf(last: number, reports: readonly InboxEntry[]): InboxState {
  return { etag: `"${last}"`, json: JSON.stringify({ reports }) };
}
