// The log of what was stored: types alone. Entries are only added; each is the hash of a row, and reveals nothing of it.
import type { StoredReport } from './records.ts';

/** What a log was at one moment. Kept elsewhere, it shows later whether the log was rewritten since. */
export interface LogHead {
  /** Name of the database: 12 hexadecimal digits. */
  readonly storeId: string;
  /** How many entries the log has. */
  readonly size: number;
  /** Root of the Merkle tree (RFC 6962, SHA-256) over these entries, 64 hexadecimal digits. */
  readonly root: string;
}

/** What is wrong with the rows of a database, by their numbers in growing order. */
export interface LogFindings {
  /** Rows that are in the log and in the table. */
  readonly sound: number;
  /** Rows that retention has erased. */
  readonly erased: number;
  /** Rows that differ from what was stored. */
  readonly altered: readonly number[];
  /** Rows that are gone, though retention has not erased them. */
  readonly deleted: readonly number[];
  /** Rows that are in no entry: an older version stored them, or somebody else wrote them or took entries out. */
  readonly unlogged: readonly number[];
  /** Rows older than what retention has erased: a sweep was cut off, or somebody pretends that there was one. */
  readonly overdue: number;
  /** The log as it is now. */
  readonly head: LogHead;
  /** Earlier heads that this log does not continue: entries were changed or taken out since. */
  readonly broken: readonly LogHead[];
}

/** The log of a database. */
export interface ReportLog {
  /** Whether the tables are those of this version; where they are older, there is no log. */
  readonly isKept: boolean;
  /** Waits for reports that are being stored. */
  head(): Promise<LogHead>;
  /**
   * Compares every row with its entry, and the log with earlier heads of it.
   * @param heads of this database alone
   */
  verify(heads?: readonly LogHead[]): Promise<LogFindings>;
  /** Takes in the rows that an older version stored, and sums up finished parts of the log. Works in small steps. */
  tend(signal: AbortSignal): Promise<void>;
}

/** What an entry is made of. The body is in it by its digest. */
export type LoggedRow = Omit<StoredReport, 'sequence' | 'body'>;
