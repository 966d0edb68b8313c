// The log of stored reports: types alone. Entries are only added. Each is the hash of a row, of which it reveals
// nothing, or a note of an erasure.
import type { StoredReport } from '../database/records.ts';

/** The state of a log at one moment. Kept elsewhere, it shows later whether the log was rewritten since. */
export interface LogHead {
  /** Name of the database: 12 hexadecimal digits. */
  readonly storeId: string;
  /** How many entries the log has. */
  readonly size: number;
  /** Root of the Merkle tree (RFC 6962, SHA-256) over these entries, 64 hexadecimal digits. */
  readonly root: string;
  /** Day on which it was printed, in UTC, if that is known: `2026-11-24`. */
  readonly day?: string;
}

/** The faults in the rows of a database, by their numbers in growing order. */
export interface LogFindings {
  /** How many entries came before the first that was read: 0 if all were read. */
  readonly begunAt: number;
  /** Rows that are in the log and in the table, of those that were read. */
  readonly sound: number;
  /** Rows that were erased before the moment that is known, of those that were read. */
  readonly erased: number;
  /** Rows that are gone and whose numbers are known, of those that were read. */
  readonly byHand: number;
  /** The log's erasures among the entries read, in the order in which they took place. */
  readonly erasures: readonly LoggedErasure[];
  /** Rows that differ from the stored ones. */
  readonly altered: readonly number[];
  /** Rows that are gone, though no receiver has erased them. */
  readonly deleted: readonly number[];
  /** Rows that were erased, as the database says, by no erasure that is known. */
  readonly unexplained: readonly number[];
  /** Rows that are in no entry: somebody else wrote them, or took entries out. */
  readonly unlogged: readonly number[];
  /** Places in the log, from 1 on, of entries that are neither a report's nor a known note, to the letter. */
  readonly unread: readonly number[];
  /** Numbers that several entries have. */
  readonly repeated: readonly number[];
  /** Rows that are of an earlier day than what came before them, or that a head of their time does not allow. */
  readonly misdated: readonly number[];
  /** Triggers, rules, functions, policies and views that are not as a receiver makes them, or are missing. */
  readonly foreign: readonly string[];
  /** The log as it is now. */
  readonly head: LogHead;
  /** Earlier heads that this log does not continue: entries were changed or taken out since. */
  readonly broken: readonly LogHead[];
}

/** Erasures that follow each other and have the same moment, as the log has them. */
export interface LoggedErasure {
  /** Moment before which everything was erased; undefined for reports that were erased by their numbers. */
  readonly before: string | undefined;
  readonly count: number;
  /** Places of the first and the last of these entries in the log, from 1 on. */
  readonly entries: readonly [first: number, last: number];
}

/**
 * Erasures that the operator knows of from elsewhere than the database. Whoever may write to the database can mark what
 * he deletes as erased, and add an entry that says so.
 */
export interface KnownErasures {
  /** Earlier arrivals may be erased: a moment in RFC 3339, UTC, to the minute. The whole day of the moment counts. */
  readonly before?: string;
  /** Numbers of reports that were erased by hand. */
  readonly numbers?: ReadonlySet<number>;
  /** A head from after a copy: what was copied before it may be of any earlier day. */
  readonly copied?: LogHead;
}

/** How far a verification has come. */
export interface VerifyStep {
  /** Position after which the reading has begun. */
  readonly start: number;
  /** Position of the last entry that was read. Positions grow, and may have gaps. */
  readonly position: number;
  /** Position of the last entry that will be read. */
  readonly end: number;
  /** The head up to which every row is sound; undefined if something has been found. */
  readonly soundHead: LogHead | undefined;
}

/** The options of a verification. */
export interface VerifyOptions {
  /** Earlier heads to compare with, of this database alone. */
  readonly heads?: readonly LogHead[];
  /**
   * Only later entries than this head are read. If the log does not continue it, everything is read, and the head
   * is among the broken ones.
   */
  readonly since?: LogHead;
  /** None by default: then whatever was erased is unexplained. */
  readonly known?: KnownErasures;
  /** Called after every 100 entries or so. */
  readonly onStep?: (step: VerifyStep) => void;
}

/** The log of a database. */
export interface ReportLog {
  /** Waits for reports that are being stored. */
  head(): Promise<LogHead>;
  /** Compares rows with their entries, and the log with earlier heads of it. */
  verify(options?: VerifyOptions): Promise<LogFindings>;
  /** Sums up finished parts of the log. Works in small steps. */
  tend(signal: AbortSignal): Promise<void>;
}

/** The parts of an entry. The body is in it by its digest. */
export type LoggedRow = Omit<StoredReport, 'sequence' | 'body'>;
