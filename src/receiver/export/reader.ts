// Reads the reports of a store in the order of arrival: filtered, checked, and opened if a key is given.
import type { CategoryId } from '../../core/report/categories.ts';
import { categoryOf } from '../../core/report/report-known-members.ts';
import { reportSchema, type Report } from '../../core/report/report.ts';
import { isUnclear, priorityOf } from '../intake/priority.ts';
import { openSealed, SealedError, type SealedFault } from '../intake/sealed.ts';
import type { FollowUpMark, FollowUps } from '../store/follow-ups.ts';
import type { DatabaseStore, Period, ReportSearch } from '../store/store.ts';
import type { StoredReport } from '../database/records.ts';
import { isAltered } from '../database/altered.ts';

/** Which reports to read; all of them by default. */
export interface ReadOptions {
  /** Those after this sequence. */
  readonly after?: number;
  /** Those that arrived at this moment or later: RFC 3339, UTC, to the minute, like `receivedAt`. */
  readonly since?: string;
  /** Those that arrived before this moment. */
  readonly before?: string;
  readonly trust?: StoredReport['trust'];
  /** Those with these references. */
  readonly references?: readonly string[];
  /** Those of this partner. */
  readonly partner?: string;
  /** Reports that could not be read may be of any category, and are always included. */
  readonly category?: CategoryId;
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
  /** For a sealed report that was opened, `priority` comes from the opened report, and so does low trust. */
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

/** Rows that may be wanted, in the order of their numbers. */
interface Page {
  readonly rows: readonly StoredReport[];
  /** The number up to which no other row is wanted. */
  readonly upTo: number;
}

type Readable = Pick<DatabaseStore, 'list' | 'search'>;

/** Reads the reports of a store, page after page, in the order of arrival. */
export async function* readReports(store: Readable, options: ReadOptions = {}): AsyncGenerator<ReadReport> {
  const { keys = [], onRow, signal, followUps, references, partner } = options;
  const isChosen = references !== undefined || partner !== undefined;
  for await (const { rows, upTo } of isChosen ? chosenPages(store, options) : allPages(store, options)) {
    const marks = await followUps?.marksOf(rows.map(({ reference }) => reference));
    for (const row of rows) {
      if (isWantedRow(row, options)) {
        const read = await readRow(row, keys);
        if (isWanted(read, options)) yield { ...read, ...marks?.get(row.reference) };
      }
      // Called only after the caller has taken the row: a reader that stops at a row has not processed it.
      onRow?.(row.sequence);
      if (signal?.aborted) return;
    }
    onRow?.(upTo);
  }
}

/** Every row, except where many of another time can be skipped. */
async function* allPages(store: Readable, options: ReadOptions): AsyncGenerator<Page> {
  const { priority, trust } = options;
  const period = periodOf(options);
  let { after = 0 } = options;
  for (;;) {
    const rows = await store.list({
      after,
      limit: PAGE,
      mayBeUrgent: priority === 'urgent',
      ...(trust && { trust }),
    });
    const last = rows.at(-1)?.sequence;
    if (last === undefined) return;
    const isPast = !rows.some((row) => isIn(row, period));
    // Reports come nearly in the order of their moments: the rest may be years of other reports.
    after = isPast ? await store.search.skipTo(last, period) : last;
    yield { rows, upTo: after };
  }
}

/** Later than every report. */
const NO_PERIOD: Period = { since: '9999' };

/** The rows that an index finds. */
async function* chosenPages({ search }: Readable, options: ReadOptions): AsyncGenerator<Page> {
  const { after = 0 } = options;
  // The order matters: what is stored after this has a higher number, and is for the next reading.
  const end = await search.skipTo(after, NO_PERIOD);
  const found = await numbersOf(search, options);
  const numbers = found.filter((number) => number > after && number <= end).toSorted((a, b) => a - b);
  for (let start = 0; start < numbers.length; start += PAGE) {
    const page = numbers.slice(start, start + PAGE);
    const rows = await search.byNumber(page);
    yield { rows: rows.toSorted((a, b) => a.sequence - b.sequence), upTo: page.at(-1)! };
  }
  yield { rows: [], upTo: end };
}

/** Rows by their references that are read at a time. */
const REFERENCES_AT_ONCE = 25;

async function numbersOf(search: ReportSearch, options: ReadOptions): Promise<number[]> {
  const { references, partner } = options;
  if (references === undefined)
    return partner === undefined ? [] : search.numbersOf(partner, periodOf(options));
  const numbers: number[] = [];
  for (let start = 0; start < references.length; start += REFERENCES_AT_ONCE)
    for (const { sequence } of await search.byReference(references.slice(start, start + REFERENCES_AT_ONCE)))
      numbers.push(sequence);
  return numbers;
}

const periodOf = ({ since = '', before }: ReadOptions): Period => ({
  since,
  ...(before !== undefined && { before }),
});

const isIn = ({ receivedAt }: StoredReport, { since, before }: Period): boolean =>
  receivedAt >= since && (before === undefined || receivedAt < before);

/** Whether a row is wanted, by what can be known without reading its report. */
function isWantedRow(row: StoredReport, options: ReadOptions): boolean {
  const { trust = row.trust, partner = row.partner } = options;
  return isIn(row, periodOf(options)) && row.trust === trust && row.partner === partner;
}

/** Whether a report is wanted. One that could not be read may be, and is never left out. */
function isWanted({ row, report }: ReadReport, { priority, category }: ReadOptions): boolean {
  const hasPriority = row.priority === (priority ?? row.priority) || (row.sealed && !report);
  return hasPriority && (!report || categoryOf(report) === (category ?? categoryOf(report)));
}

/** Reads one row. @param keys tried in turn; without any, a sealed report stays sealed */
export async function readRow(row: StoredReport, keys: readonly CryptoKey[]): Promise<ReadReport> {
  const read = row.sealed ? await readSealed(row, keys) : readPlain(row);
  return { ...read, isAltered: isAltered(row) };
}

type Read = Omit<ReadReport, 'isAltered'>;

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
      const trust = isUnclear(report) ? 'low' : row.trust;
      return { row: { ...row, trust, priority: priorityOf(report) }, report };
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
