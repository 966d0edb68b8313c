// From a store to reports, one after another in the order of arrival: filtered, checked, opened where a key is there.
import { reportSchema, type Report } from '../../core/report/report.ts';
import { priorityOf } from '../priority.ts';
import { openSealed, SealedError, type SealedFault } from '../sealed.ts';
import type { ReportStore } from '../store.ts';
import type { StoredReport } from '../records.ts';
import { isAltered } from './altered.ts';

/** Which reports to read; all of them unless told. */
export interface ReadOptions {
  /** Those after this sequence. */
  readonly after?: number;
  /** Those that arrived at this moment or later: RFC 3339, UTC, to the minute, like `receivedAt`. */
  readonly since?: string;
  readonly trust?: StoredReport['trust'];
  /** Sealed reports that are not opened may be either, and come whatever is asked for. */
  readonly priority?: StoredReport['priority'];
  /** Private keys from `readPrivateKey`, tried in turn; without any, sealed reports stay sealed. */
  readonly keys?: readonly CryptoKey[];
  /** Called with the sequence of every row read, those that are filtered out as well. */
  readonly onRow?: (sequence: number) => void;
}

/** Why a row gave no report: it is sealed and no key was given; none opened it; or its text is no report of ours. */
export type ReadFault = 'sealed' | SealedFault | 'unknown';

/** A row, and the report in it. */
export interface ReadReport {
  /** Its `priority` is that of the report, where it was sealed and has been opened. */
  readonly row: StoredReport;
  /** Undefined where `fault` says why. */
  readonly report: Report | undefined;
  readonly fault?: ReadFault;
  /** Whether its text is another one than was received: it was changed in the database, or is damaged. */
  readonly isAltered: boolean;
  /** What was received in place of a report that could not be opened, as a JSON value. */
  readonly envelope?: unknown;
}

/** Reports in memory at a time. The largest body is 64 KiB. */
const PAGE = 25;

/** Reads the reports of a store, page after page, in the order of arrival. */
export async function* readReports(
  store: ReportStore,
  options: ReadOptions = {},
): AsyncGenerator<ReadReport> {
  const { keys = [], onRow, priority } = options;
  let { after = 0 } = options;
  for (;;) {
    const rows = await store.list({ after, limit: PAGE, mayBeUrgent: priority === 'urgent' });
    for (const row of rows) {
      if (isWanted(row, options)) {
        const read = row.sealed ? await readSealed(row, keys) : readPlain(row);
        if (hasPriority(read, options)) yield { ...read, isAltered: isAltered(row) };
      }
      after = row.sequence;
      // Once it is taken, not before: a reader that stops at a row has not had it.
      onRow?.(after);
    }
    if (rows.length === 0) return;
  }
}

const isWanted = ({ receivedAt, trust }: StoredReport, options: ReadOptions): boolean =>
  receivedAt >= (options.since ?? '') && trust === (options.trust ?? trust);

type Read = Omit<ReadReport, 'isAltered'>;

// What is sealed and stays so may be urgent: to leave it out would hide it.
const hasPriority = ({ row, report }: Read, { priority }: ReadOptions): boolean =>
  row.priority === (priority ?? row.priority) || (row.sealed && !report);

// Checked again, because the database may be newer than this program, or have been written to by hand: one row that
// cannot be read must not keep the others from being.
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
      // Only a wrong key looks like this; every other fault is the same for all of them.
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
