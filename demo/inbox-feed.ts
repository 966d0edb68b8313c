// The newest reports of a store, as the text of /inbox.json and a tag that changes with it. Reads each report once.
import type { ReportStore } from '../src/receiver/index.ts';
import { toInboxEntry, type InboxEntry } from './inbox.ts';

/** The inbox at one moment. */
export interface InboxState {
  /** Entity tag: the same as long as the text is. */
  readonly etag: string;
  /** `{"reports": […]}`, the newest first. */
  readonly json: string;
}

/** As many as a person looks at. Older ones stay in the database. */
const MAX_SHOWN = 200;

/** Makes the function that reads the inbox. */
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

  // One reading at a time: two at once would show what arrives twice.
  return () => (reading ??= read().finally(() => (reading = undefined)));
}

function stateOf(last: number, reports: readonly InboxEntry[]): InboxState {
  return { etag: `"${last}"`, json: JSON.stringify({ reports }) };
}
