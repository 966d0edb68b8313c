// The errors of a store.

/** The disk, or the room allowed to the database, is used up. Nothing of the report was kept. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';
}

/** A report was committed, but not where an acknowledgement says that it is: whether it will last is not known. */
export class UnsafeCommitError extends Error {
  override readonly name = 'UnsafeCommitError';
}

/**
 * Reports are erased, but SQLite's log (`-wal`) still has copies: another program reads the database. The next erasure or
 * sweep tries again.
 */
export class CopiesLeftError extends Error {
  override readonly name = 'CopiesLeftError';
  /** How many were erased; 0 where the copies are those of an earlier erasure. */
  readonly count: number;

  constructor(count: number) {
    super(
      'Another program reads the database, so that its log (-wal) keeps copies of what was erased. Run the command again ' +
        'once that program has ended; a running receiver tries again every hour.',
    );
    this.count = count;
  }
}

/** The database URL is not one that this version understands, or names a file that is not there. */
export class DatabaseUrlError extends Error {
  override readonly name = 'DatabaseUrlError';
}

/** The database cannot be used as it is: it does not answer, refuses us, or would not keep acknowledged reports. */
export class DatabaseSetupError extends Error {
  override readonly name = 'DatabaseSetupError';
}

/** Reports are not read: this server's standby does not have them yet, or this server is itself a standby. */
export class StandbyBehindError extends Error {
  override readonly name = 'StandbyBehindError';
}

/** Message for a database that is opened for reading and was never a receiver's. */
export const NO_TABLES =
  'The database has no reports, nor a table for them. Is it the right one? A receiver makes the table at its first start.';
