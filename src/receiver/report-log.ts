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
  /** How many entries came before the first that was read: 0 where all were read. */
  readonly begunAt: number;
  /** Rows that are in the log and in the table, of those that were read. */
  readonly sound: number;
  /** Rows that retention has erased, of those that were read. */
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

/** How far a verification has come. */
export interface VerifyStep {
  /** Position after which the reading has begun. */
  readonly start: number;
  /** Position of the last entry that was read. Positions grow, and may have gaps. */
  readonly position: number;
  /** Position of the last entry that will be read. */
  readonly end: number;
  /** The head up to which every row is sound; undefined where something has been found. */
  readonly soundHead: LogHead | undefined;
}

/** What is verified. */
export interface VerifyOptions {
  /** Earlier heads to compare with, of this database alone. */
  readonly heads?: readonly LogHead[];
  /**
   * Only what was stored after this head is read. Where the log does not continue it, everything is read, and the head
   * is among the broken ones.
   */
  readonly since?: LogHead;
  /** Called after every 100 entries or so. */
  readonly onStep?: (step: VerifyStep) => void;
}

/** The log of a database. */
export interface ReportLog {
  /** Whether the tables are those of this version; where they are older, there is no log. */
  readonly isKept: boolean;
  /** Waits for reports that are being stored. */
  head(): Promise<LogHead>;
  /** Compares rows with their entries, and the log with earlier heads of it. */
  verify(options?: VerifyOptions): Promise<LogFindings>;
  /** Takes in the rows that an older version stored, and sums up finished parts of the log. Works in small steps. */
  tend(signal: AbortSignal): Promise<void>;
}

/** What an entry is made of. The body is in it by its digest. */
export type LoggedRow = Omit<StoredReport, 'sequence' | 'body'>;
