// The newest reports of a store, as the text of /inbox.json and its entity tag. Each report is read once; what its code
// leads to is read each time, because it changes.
import { createHash } from 'node:crypto';
import type { DatabaseStore } from '../src/receiver/index.ts';
import { showReport } from '../src/receiver/analyst-page/shown-report.ts';
import type { ShownReport } from '../src/receiver/analyst-page/script/types.ts';
import { readRow } from '../src/receiver/export/reader.ts';

/** An entry of /inbox.json: a report as the page shows it, and as it was received. */
export interface InboxEntry extends ShownReport {
  readonly report: unknown;
}

type StoredReport = Awaited<ReturnType<DatabaseStore['list']>>[number];

/** Reads a stored report for the analyst. */
async function toInboxEntry(row: StoredReport): Promise<InboxEntry> {
  const report: unknown = JSON.parse(row.body);
  return { ...showReport(await readRow(row, []), 'fr'), report };
}

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

  const readAll = async (): Promise<InboxState> => {
    for (;;) {
      const arrived = await store.list({ after: last });
      const newest = arrived.at(-1);
      if (!newest) break;
      last = newest.sequence;
      const read = await Promise.all(arrived.map(toInboxEntry));
      entries = [...read.toReversed(), ...entries].slice(0, MAX_SHOWN);
    }
    const marks = await store.followUps.marksOf(entries.map(({ reference }) => reference));
    return stateOf(entries.map((entry) => ({ ...entry, ...marks.get(entry.reference) })));
  };

  // One read at a time: two parallel reads would list new reports twice.
  return () => (reading ??= readAll().finally(() => (reading = undefined)));
}

function stateOf(reports: readonly InboxEntry[]): InboxState {
  const json = JSON.stringify({ reports });
  return { etag: `"${createHash('sha256').update(json).digest('base64url')}"`, json };
}
