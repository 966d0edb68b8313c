// The store of reports: the interface that the handler needs, and the parts that an export and a copy need besides.
import type { FollowUps } from './follow-ups.ts';
import type { Ledger, Transfer } from '../database/lineage.ts';
import type { NewMessage, Outbox } from '../database/outbox.ts';
import type { ReportLog } from '../log/report-log.ts';
import type { ReportRow, SpentProof, StoredReport } from '../database/records.ts';

/** A stored report as a repeat needs it: the digest to compare, the text that it is of, and the answer to send again. */
export type ExistingReport = Pick<ReportRow, 'digest' | 'answer' | 'body'>;

/** The fate of a row offered to a store. */
export type PutResult =
  | { readonly stored: true }
  | {
      readonly stored: false;
      /** The report that already has this id; undefined if only the reference is taken: draw another. */
      readonly existing: ExistingReport | undefined;
    };

/** Which reports to read: those after a `sequence` (0 by default), at most `limit` (100 by default). */
export interface ListOptions {
  readonly after?: number;
  readonly limit?: number;
  /** Whether to skip reports that are not urgent. Sealed reports may be urgent, and are not skipped. */
  readonly mayBeUrgent?: boolean;
  /** Only reports of this trust. */
  readonly trust?: StoredReport['trust'];
}

/** When reports arrived. Moments are RFC 3339, UTC, to the minute, like `receivedAt`. */
export interface Period {
  /** At this moment or later. */
  readonly since: string;
  /** Before this moment; without it, until now. */
  readonly before?: string;
}

/** Finds reports by an index, so that the others are not read. */
export interface ReportSearch {
  /**
   * Skips numbers that a reader of a period need not read.
   * @returns the highest number for which no report of the period lies above `after` and not above it
   */
  skipTo(after: number, period: Period): Promise<number>;
  /** Numbers of a partner's reports in a period, in the order of arrival. */
  numbersOf(partner: string, period: Period): Promise<number[]>;
  /** Reads the reports with these numbers; at most 200. */
  byNumber(numbers: readonly number[]): Promise<StoredReport[]>;
  /** Reads the reports with these references; at most 200. */
  byReference(references: readonly string[]): Promise<StoredReport[]>;
  /** Every partner that a report names, in alphabetical order. */
  partners(): Promise<string[]>;
  /** Number of the newest report that arrived before a moment; 0 if there is none. */
  lastBefore(moment: string): Promise<number>;
  /** `receivedAt` of the oldest report; undefined if there is none. */
  oldest(): Promise<string | undefined>;
}

/** How reports are erased. */
export interface EraseOptions {
  /** Stops after the step under way. What was erased by then leaves no trace either. */
  readonly signal?: AbortSignal;
  /** Reports with a higher number stay; without it, those that arrive meanwhile go as well if they are old enough. */
  readonly upTo?: number;
  /** Called after each step, with how many are erased so far. */
  readonly onStep?: (erased: number) => void;
  /**
   * Whether what codes lead to ends with the reports, also where these were erased before: an erasure by hand. Without it,
   * the states stay for their time (`followUps.sweep`).
   */
  readonly endsFollowUps?: boolean;
}

/** How old the reports of a store are. */
export interface StoreAge {
  /** Reports that arrived before the moment that was asked for. */
  readonly overdue: number;
  /** `receivedAt` of the newest; undefined if there is none. */
  readonly newest: string | undefined;
}

/** The file system that reports are kept on, in bytes. */
export interface DiskRoom {
  /** Bytes that the receiver's user may still write. */
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** The database as the receiver sees it. */
export interface ReportStore {
  /** Sentences for the operator, about a database that works, but may lose or expose reports. */
  readonly warnings?: readonly string[];
  /**
   * Stores a report once, in one atomic step: when it resolves, the report is on disk or was there before.
   * @param followUpHash `followUp.hash` of the report: the holder of the code may ask what became of it. If another report
   *   has it, it stays that report's
   * @param messages what is to be told about the report: stored with it, or not at all
   * @throws {StoreFullError} if the disk has no room left
   * @throws {UnsafeCommitError} if it is stored, but not on each server that the settings promise. After this and any
   *   other error, the report may be stored or not: put it again, under the same id
   */
  put(row: ReportRow, followUpHash?: string, messages?: readonly NewMessage[]): Promise<PutResult>;
  /**
   * The answer that a report got, and the digest of its body; undefined if no report has this id. What it finds is as
   * safe as what `put` has stored.
   * @throws {UnsafeCommitError} if it is not
   */
  find(id: string): Promise<ExistingReport | undefined>;
  /**
   * Reads reports, the oldest first. Read on with the last `sequence` as `after`, until none comes.
   * @throws {StandbyBehindError} if a synchronous standby of PostgreSQL does not have them yet: after a promotion, their
   *   numbers would be those of other reports; and on a standby, which does not know all that were stored
   */
  list(options?: ListOptions): Promise<StoredReport[]>;
  /**
   * Counts the reports that arrived before a moment, without reading them.
   * @param before RFC 3339, UTC, to the minute, like `receivedAt`
   */
  age(before: string): Promise<StoreAge>;
  /**
   * Counts the reports that arrived at a moment or later, in small steps.
   * @param enough the count at which it stops
   */
  count(since: string, enough: number): Promise<number>;
  /**
   * Erases the reports that arrived before a moment, so that they cannot be recovered from the disk either. It works in
   * small steps: reports are stored in between, and it can be stopped.
   * @param before RFC 3339, UTC, to the minute, like `receivedAt`
   * @returns how many were erased
   * @throws {CopiesLeftError} if they are erased, but another program that reads keeps copies of them on the disk
   */
  erase(before: string, options?: EraseOptions): Promise<number>;
  /**
   * Marks a proof of work as used by a submission, once for all processes.
   * @returns whether the proof belongs to this submission: the first submission to use it keeps it, also when sent
   * again
   */
  spend(proof: SpentProof): Promise<boolean>;
  /** How much room the disk has; undefined, or left out, if that cannot be known (PostgreSQL, memory). */
  room?(): Promise<DiskRoom | undefined>;
  /** What follow-up codes lead to; without it, nobody can ask. */
  readonly followUps?: Pick<FollowUps, 'find' | 'link' | 'referenceOf'>;
  /**
   * Tests whether a report can be stored now: writes one of a usual size that no reader ever sees.
   * @throws {StoreFullError} if the disk has no room left; the database's own error where it refuses the report
   */
  probe(): Promise<void>;
  /** Ends the use of the database. Nothing may be called afterwards. */
  close(): Promise<void>;
}

/** A store in a database of ours, with the further parts for an export and a copy. */
export interface DatabaseStore extends ReportStore {
  /** What follow-up codes lead to: states, and reports that were added. */
  readonly followUps: FollowUps;
  /** Messages about reports that are still to be delivered. */
  readonly outbox: Outbox;
  /**
   * Erases the reports with these numbers, as `erase` does, with what their codes lead to. Those that are not there are
   * passed over.
   * @returns how many were erased
   * @throws {CopiesLeftError} as `erase` does
   */
  eraseByNumber(numbers: readonly number[], options?: EraseOptions): Promise<number>;
  /** Finds reports without reading the others. */
  readonly search: ReportSearch;
  /** Numbers assigned, reports that are gone, databases that were copied. */
  readonly ledger: Ledger;
  /** Writes reports of another database, with their numbers. */
  readonly transfer: Transfer;
  /** Hashes of stored rows, which later show alterations and deletions. */
  readonly log: ReportLog;
}

/** How a store is opened. */
export interface OpenStoreOptions {
  /**
   * Whether the store is only read: neither the database nor its tables are changed, and a missing file is not made. False
   * by default. A database in memory is always made.
   */
  readonly readOnly?: boolean;
  /**
   * Whether reports are only acknowledged once a synchronous standby has them: a PostgreSQL whose commits wait for none is
   * refused at the start, and acknowledges nothing later, nor is it read. False by default.
   */
  readonly needsStandby?: boolean;
}
