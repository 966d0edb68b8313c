// The numbers of a database, and how its reports pass into another one: types alone. They are public, so they name no
// other package, whose declarations an application with an older TypeScript might not compile.
import type { CopiedMessage } from './outbox.ts';
import type { StoredReport } from './records.ts';

/** A database whose reports are in this one: itself, or one that they were copied from. */
export interface Origin {
  /** Name of that database: 12 hexadecimal digits, drawn when its tables were made. */
  readonly storeId: string;
  /** Up to this number both hold the same reports under the same numbers; for the database itself, every number. */
  readonly sharedUpTo: number;
  /** Up to this number its reports have been copied. */
  readonly readUpTo: number;
}

/** The databases whose reports are in this one, itself first. */
export type Origins = readonly [self: Origin, ...others: Origin[]];

/** The part of a store that an export and a copy use besides its reports. */
export interface Ledger {
  origins(): Promise<Origins>;
  /** The highest number ever assigned, also to a report that was erased or was not stored in the end. */
  highest(): Promise<number>;
  /**
   * The number up to which no more reports can appear. Waits for reports that are being stored, and for a synchronous
   * standby of PostgreSQL.
   * @throws {StandbyBehindError} if the standby does not have them in time
   */
  settled(): Promise<number>;
  /**
   * Numbers above `after` of reports that were stored and are gone, though no receiver erased them. Looks at every
   * number above `after`.
   */
  missing(after: number): Promise<number[]>;
  /**
   * Those of them that the database has marked when they were deleted, which takes no time. A report that is gone
   * because the database is damaged, or that was deleted past its triggers, is found by `missing` alone.
   */
  marked(after: number): Promise<number[]>;
}

/**
 * The result for a report: written, already present, left out because this database has erased it, or refused because
 * another report has its id or its reference.
 */
export type TransferResult = 'copied' | 'present' | 'erased' | 'id-taken' | 'reference-taken';

/** The source of reports, and how far they have been read there. */
export interface TransferSource {
  /** Origins of the source. */
  readonly origins: Origins;
  /** Once these reports are written, this database holds every report of the source up to this number. */
  readonly readUpTo: number;
}

/** Writes reports of another database into this one. */
export interface Transfer {
  /**
   * Writes reports, in the order of their numbers. A report keeps its number if it is above every number ever
   * assigned here. Otherwise it gets the next number, because an export may have passed its own.
   * @param reports at most 200
   * @param messages what is still to be told of them: written with those that are new here
   * @returns the result for each
   */
  take(
    reports: readonly StoredReport[],
    source: TransferSource,
    messages?: readonly CopiedMessage[],
  ): Promise<TransferResult[]>;
  /**
   * Ends a copy. Where this database has assigned no number of its own, its next number is above every number assigned
   * in the source.
   * @param settled the number up to which no more reports can appear in the source
   */
  finish(source: TransferSource, settled: number): Promise<void>;
}
