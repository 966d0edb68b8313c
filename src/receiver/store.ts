// Where reports are kept: the interface that the handler needs, and the way from a database URL to a store.
import type { Ledger } from './ledger.ts';
import type { Transfer } from './transfer.ts';

/** One report, as it is kept. Nothing here says who sent it, from where, or with which browser. */
export interface ReportRow {
  /** The report's `submissionId`; unique. */
  readonly id: string;
  /** SHA-256 of the body's bytes, 64 hexadecimal digits: tells a replay from another report under the same id. */
  readonly digest: string;
  /** Number given to the reporter, such as `7K4M-2QXD`; unique. */
  readonly reference: string;
  /** When the report arrived: RFC 3339, UTC, to the minute. */
  readonly receivedAt: string;
  /** Whether the body is encrypted for the hotline. */
  readonly sealed: boolean;
  /** Public identifier of the partner whose page sent the report. */
  readonly partner: string | null;
  readonly trust: 'normal' | 'low';
  /** `urgent` where the report says that somebody is in danger right now. */
  readonly priority: 'normal' | 'urgent';
  /** The receipt that was answered, to be answered again byte for byte. */
  readonly answer: string;
  /** The body, exactly as it was received. */
  readonly body: string;
}

/** A report read back. */
export interface StoredReport extends ReportRow {
  /** Place in the order of arrival: grows, is never given twice, may have gaps. */
  readonly sequence: number;
}

/** What a report that comes again is compared with, and answered. */
export type ExistingReport = Pick<ReportRow, 'digest' | 'answer'>;

/** What became of a row offered to a store. */
export type PutResult =
  | { readonly stored: true }
  | {
      readonly stored: false;
      /** The report that already has this id; undefined where only the reference is taken: draw another. */
      readonly existing: ExistingReport | undefined;
    };

/** Which reports to read: those after a `sequence` (0 by default), at most `limit` (100 by default). */
export interface ListOptions {
  readonly after?: number;
  readonly limit?: number;
  /** Whether to pass over those that say they are not urgent. What is sealed may be, and is not passed over. */
  readonly mayBeUrgent?: boolean;
}

/** How reports are erased. */
export interface EraseOptions {
  /** Stops after the step under way. What was erased by then leaves no trace either. */
  readonly signal?: AbortSignal;
}

/** A proof of work, and the submission that came with it. */
export interface SpentProof {
  /** SHA-256 of what makes the proof unique, in hexadecimal. */
  readonly digest: string;
  readonly submissionId: string;
  /** When nobody can come with it any more, and it may be forgotten: RFC 3339, UTC, to the minute. */
  readonly expiresAt: string;
}

/** How old the reports of a store are. */
export interface StoreAge {
  /** Reports that arrived before the moment that was asked for. */
  readonly overdue: number;
  readonly total: number;
  /** `receivedAt` of the newest; undefined where there is none. */
  readonly newest: string | undefined;
}

/** The file system that reports are kept on, in bytes. */
export interface DiskRoom {
  /** What the receiver's user may still fill. */
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** What the receiver needs from a database. */
export interface ReportStore {
  /** Sentences for the operator: what this database, though it works, is not set up to keep or to hide. */
  readonly warnings?: readonly string[];
  /**
   * Stores a report once, in one atomic step: when it resolves, the report is on disk or was there before.
   * @throws {StoreFullError} where the disk has no room left
   */
  put(row: ReportRow): Promise<PutResult>;
  /** What a report was answered, and the digest of its body; undefined where none has this id. */
  find(id: string): Promise<ExistingReport | undefined>;
  /** Reads reports, the oldest first. Read on with the last `sequence` as `after`, until none comes. */
  list(options?: ListOptions): Promise<StoredReport[]>;
  /**
   * Counts the reports that arrived before a moment, without reading them.
   * @param before RFC 3339, UTC, to the minute, like `receivedAt`
   */
  age(before: string): Promise<StoreAge>;
  /**
   * Erases the reports that arrived before a moment, so that the disk does not give them back either. It goes in small
   * steps: reports are stored in between, and it can be stopped.
   * @param before RFC 3339, UTC, to the minute, like `receivedAt`
   * @returns how many they were
   */
  erase(before: string, options?: EraseOptions): Promise<number>;
  /**
   * Marks a proof of work as used by a submission, once for all processes.
   * @returns whether it is this submission's: the first to come has it, and has it again when it is sent again
   */
  spend(proof: SpentProof): Promise<boolean>;
  /** How much room the disk has; undefined, or left out, where that cannot be known (PostgreSQL, memory). */
  room?(): Promise<DiskRoom | undefined>;
  /**
   * Finds out whether a report can be stored now, by writing one of a usual size that nobody ever sees.
   * @throws {StoreFullError} where the disk has no room left; the database's own error where it does not take it
   */
  probe(): Promise<void>;
  /** Ends the use of the database. Nothing may be called afterwards. */
  close(): Promise<void>;
}

/** A store in a database of ours, with what an export and a copy need besides. */
export interface DatabaseStore extends ReportStore {
  /** Numbers given, reports that are gone, databases that were copied. */
  readonly ledger: Ledger;
  /** The way to write reports of another database, numbers and all. */
  readonly transfer: Transfer;
}

/** The disk, or the room allowed to the database, is used up. Nothing of the report was kept. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';
}

/** The database URL is not one that this version understands, or names a file that is not there. */
export class DatabaseUrlError extends Error {
  override readonly name = 'DatabaseUrlError';
}

/** The database cannot be used as it is: it does not answer, refuses us, or would not keep what it acknowledges. */
export class DatabaseSetupError extends Error {
  override readonly name = 'DatabaseSetupError';
}

/** How a store is opened. */
export interface OpenStoreOptions {
  /**
   * Whether nothing is changed in the database, nor in its tables: for reading alone. A file that is missing is not
   * made, tables of an older version are read as they are. False by default. A database in memory is always made.
   */
  readonly readOnly?: boolean;
}

// `sqlite://name` is refused: elsewhere it means a host, here it would silently become the file /name.
const SQLITE_URL = /^sqlite:(?!\/\/[^/])(?<location>.+)$/;

const POSTGRES_URL = /^postgres(ql)?:\/\//;

/** What is said of a database that is to be read and has never been a receiver's. */
export const NO_TABLES =
  'The database has no reports, nor a table for them. Is it the right one? A receiver makes the table at its first start.';

/**
 * Opens a store and brings its tables up to date, unless it is only to be read. Needs kysely; then Node's own SQLite, or pg.
 * @param url `sqlite:reports.sqlite` (a file, made with its folder when missing), `sqlite::memory:`, or
 *   `postgres://user:password@host/database`, where several processes may share one database
 * @throws {DatabaseUrlError} where the URL is another one
 * @throws {DatabaseSetupError} where PostgreSQL does not answer, or is set up to lose reports; where a newer version
 *   has changed the tables; where there are none to read
 */
export async function openStore(url: string, options: OpenStoreOptions = {}): Promise<DatabaseStore> {
  const location = SQLITE_URL.exec(url)?.groups?.['location'];
  if (location !== undefined) {
    const { openSqliteStore } = await import('./sqlite-store.ts');
    return openSqliteStore(location, options);
  }
  if (POSTGRES_URL.test(url)) {
    const { openPostgresStore } = await import('./postgres-store.ts');
    return openPostgresStore(url, options);
  }
  // The URL itself stays out of the message: it may hold a password.
  throw new DatabaseUrlError(
    'This database URL is not understood. Write sqlite:path/to/file.sqlite, postgres://user@host/database, ' +
      'or sqlite::memory: for a trial.',
  );
}
