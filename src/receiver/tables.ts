// The tables of a store, as kysely types them.

import type { Generated } from 'kysely';
import type { ReportRow, SpentProof } from './records.ts';

/** The tables, as both databases have them. */
export interface Tables {
  // SQLite has no booleans.
  report: Omit<ReportRow, 'sealed'> & { sequence: Generated<number>; sealed: number };
  spentProof: SpentProof;
  /** Numbers of reports that were stored and not erased; 1 where the report was deleted all the same. */
  arrival: { sequence: number; gone: Generated<number> };
  /** The log of what was stored: one entry a report, in the order of `position`. See report-log.ts. */
  logEntry: {
    position: Generated<number>;
    sequence: number;
    /** Hash of the row. */
    leaf: string;
    /** 1 where the row's number is in the hash; entries of earlier versions have 0. */
    numbered: Generated<number>;
    /** Day on which the report arrived: `2026-11-24`. */
    day: string;
    /** 1 where retention has erased the row. */
    erased: Generated<number>;
  };
  /** Moments up to which retention has erased. */
  logErasure: { before: string };
  /** Marks of reports that were erased by their numbers. See erased.ts. */
  erasedReport: { mark: string };
  /** Up to these numbers, every row was found in the log. */
  logAdoption: { upTo: number };
  /** Roots of full parts of the log, each with its last position. */
  logSum: { lastPosition: number; root: string };
  /** This database, whose numbers are null, and those that it was copied from. */
  lineage: { storeId: string; sharedUpTo: number | null; readUpTo: number | null };
}
