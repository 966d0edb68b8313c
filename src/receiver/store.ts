// Where reports are kept: the interface that the handler needs, and the way from a database URL to a store.

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

/** What became of a row offered to a store. */
export type PutResult =
  | { readonly stored: true }
  | {
      readonly stored: false;
      /** The report that already has this id; undefined where only the reference is taken: draw another. */
      readonly existing: Pick<ReportRow, 'digest' | 'answer'> | undefined;
    };

/** Which reports to read: those after a `sequence` (0 by default), at most `limit` (100 by default). */
export interface ListOptions {
  readonly after?: number;
  readonly limit?: number;
}

/** What the receiver needs from a database. */
export interface ReportStore {
  /**
   * Stores a report once, in one atomic step: when it resolves, the report is on disk or was there before.
   * @throws {StoreFullError} where the disk has no room left
   */
  put(row: ReportRow): Promise<PutResult>;
  /** Reads reports, the oldest first. Read on with the last `sequence` as `after`, until none comes. */
  list(options?: ListOptions): Promise<StoredReport[]>;
  /** Ends the use of the database. Nothing may be called afterwards. */
  close(): Promise<void>;
}

/** The disk, or the room allowed to the database, is used up. Nothing of the report was kept. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';
}

/** The database URL is not one that this version understands. */
export class DatabaseUrlError extends Error {
  override readonly name = 'DatabaseUrlError';
}

// `sqlite://name` is refused: elsewhere it means a host, here it would silently become the file /name.
const SQLITE_URL = /^sqlite:(?!\/\/[^/])(?<location>.+)$/;

/**
 * Opens a store and brings its tables up to date. Needs kysely, and Node's own SQLite.
 * @param url `sqlite:reports.sqlite` (a file, made with its folder when missing), or `sqlite::memory:`
 * @throws {DatabaseUrlError} where the URL is another one
 */
export async function openStore(url: string): Promise<ReportStore> {
  const location = SQLITE_URL.exec(url)?.groups?.['location'];
  if (location === undefined) {
    // The URL itself stays out of the message: it may hold a password.
    throw new DatabaseUrlError(
      'This database URL is not understood. Write sqlite:path/to/file.sqlite, or sqlite::memory: for a trial.',
    );
  }
  const { openSqliteStore } = await import('./sqlite-store.ts');
  return openSqliteStore(location);
}
