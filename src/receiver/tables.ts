// The tables of a store, as kysely types them.

import type { Generated } from 'kysely';
import type { ReportRow, SpentProof } from './records.ts';

/** The tables, as both databases have them. */
export interface Tables {
  // SQLite has no booleans.
  report: Omit<ReportRow, 'sealed'> & { sequence: Generated<number>; sealed: number };
  spentProof: SpentProof;
  /** Numbers of reports that were stored and not erased. */
  arrival: { sequence: number };
  /** This database, whose numbers are null, and those that it was copied from. */
  lineage: { storeId: string; sharedUpTo: number | null; readUpTo: number | null };
}
