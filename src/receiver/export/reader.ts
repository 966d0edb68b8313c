// Reads the reports of a store in the order of arrival: filtered, checked, and opened if a key is given.
import { reportSchema, type Report } from '../../core/report/report.ts';
import { priorityOf } from '../intake/priority.ts';
import { openSealed, SealedError, type SealedFault } from '../intake/sealed.ts';
import type { FollowUpMark, FollowUps } from '../store/follow-ups.ts';
import type { DatabaseStore, Period } from '../store/store.ts';
import type { StoredReport } from '../store/records.ts';
import { isAltered } from './altered.ts';

/** Which reports to read; all of them by default. */
export interface ReadOptions {
  /** Those after this sequence. */
  readonly after?: number;
  /** Those that arrived at this moment or later: RFC 3339, UTC, to the minute, like `receivedAt`. */
  readonly since?: string;
  /** Those that arrived before this moment. */
  readonly before?: string;
  readonly trust?: StoredReport['trust'];
  /** Sealed reports that are not opened may have either priority, and are always included. */
  readonly priority?: StoredReport['priority'];
  /** Private keys from `readPrivateKey`, tried in turn; without any, sealed reports stay sealed. */
  readonly keys?: readonly CryptoKey[];
  /** What follow-up codes lead to, where reports are to be read with it. */
  readonly followUps?: Pick<FollowUps, 'marksOf'>;
  /** Ends the reading at the next row. */
  readonly signal?: AbortSignal;
  /** Called with each sequence up to which all rows were read, even if none of them was wanted. */
  readonly onRow?: (sequence: number) => void;
}

/** Why a row gave no report: it is sealed and no key was given; no key opened it; or its text is not a valid report. */
export type ReadFault = 'sealed' | SealedFault | 'unknown';

/** A row, and the report in it. */
export interface ReadReport extends FollowUpMark {
  /** For a sealed report that was opened, `priority` comes from the opened report. */
  readonly row: StoredReport;
  /** Undefined if `fault` says why. */
  readonly report: Report | undefined;
  readonly fault?: ReadFault;
  /** Whether the text differs from the text received: it was changed in the database, or is damaged. */
  readonly isAltered: boolean;
  /** The received envelope of a report that could not be opened, as a JSON value. */
  readonly envelope?: unknown;
}

/** Reports in memory at a time. The largest body is 64 KiB. */
const PAGE = 25;

/** Reads the reports of a store, page after page, in the order of arrival. */
export async function* readReports(
  store: Pick<DatabaseStore, 'list' | 'search'>,
  options: ReadOptions = {},
): AsyncGenerator<ReadReport> {
  const { keys = [], onRow, priority, trust, since = '', before, signal, followUps } = options;
  const period = { since, ...(before !== undefined && { before }) };
  let { after = 0 } = options;
  for (;;) {
    const rows = await store.list({
      after,
      limit: PAGE,
      mayBeUrgent: priority === 'urgent',
      ...(trust && { trust }),
    });
    if (rows.length === 0) return;
    const marks = await followUps?.marksOf(rows.map(({ reference }) => reference));
    let isPast = true;
    for (const row of rows) {
      if (isIn(row, period)) {
        isPast = false;
        const read = await readRow(row, keys);
        if (hasPriority(read, options)) yield { ...read, ...marks?.get(row.reference) };
      }
      after = row.sequence;
      // Called only after the caller has taken the row: a reader that stops at a row has not processed it.
      onRow?.(after);
      if (signal?.aborted) return;
    }
    if (!isPast) continue;
    // Reports come nearly in the order of their moments: the rest may be years of other reports.
    after = await store.search.skipTo(after, period);
    onRow?.(after);
  }
}

const isIn = ({ receivedAt }: StoredReport, { since, before }: Period): boolean =>
  receivedAt >= since && (before === undefined || receivedAt < before);

/** Reads one row. @param keys tried in turn; without any, a sealed report stays sealed */
export async function readRow(row: StoredReport, keys: readonly CryptoKey[]): Promise<ReadReport> {
  const read = row.sealed ? await readSealed(row, keys) : readPlain(row);
  return { ...read, isAltered: isAltered(row) };
}

type Read = Omit<ReadReport, 'isAltered'>;

// A sealed report that is not opened may be urgent, so it is never left out.
const hasPriority = ({ row, report }: ReadReport, { priority }: ReadOptions): boolean =>
  row.priority === (priority ?? row.priority) || (row.sealed && !report);

// The row is checked again, because the database may be newer than this program, or edited by hand. One unreadable row
// must not keep the others from being read.
function readPlain(row: StoredReport): Read {
  const { data: report } = reportSchema.safeParse(parse(row.body));
  return report ? { row, report } : { row, report, fault: 'unknown' };
}

async function readSealed(row: StoredReport, keys: readonly CryptoKey[]): Promise<Read> {
  const envelope = parse(row.body);
  let fault: ReadFault = 'sealed';
  for (const key of keys) {
    try {
      const report = await openSealed(envelope, key);
      return { row: { ...row, priority: priorityOf(report) }, report };
    } catch (error) {
      if (!(error instanceof SealedError)) throw error;
      ({ fault } = error);
      // Only `decryption` can mean a wrong key. Every other fault is the same for all keys.
      if (fault !== 'decryption') break;
    }
  }
  return { row, report: undefined, fault, envelope };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
