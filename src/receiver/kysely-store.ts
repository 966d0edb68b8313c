// A store over kysely: the statements that SQLite and PostgreSQL share. What differs comes in as a dialect.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Generated, Kysely } from 'kysely';
import { StoreFullError, type ReportRow, type ReportStore, type SpentProof } from './store.ts';

/** The tables, as both databases have them. */
export interface Tables {
  // SQLite has no booleans.
  report: Omit<ReportRow, 'sealed'> & { sequence: Generated<number>; sealed: number };
  spentProof: SpentProof;
}

/** What each database does in its own way. */
export interface StoreDialect {
  /** Whether an error of the database says that no room is left. */
  isFull(error: Error): boolean;
  /** The place up to which no report can appear any more; without it, reports appear in the order of their places. */
  settled?(): Promise<number>;
  /** Makes sure that nothing of what was deleted stays readable, as far as the database can. */
  scrub?(): Promise<void>;
}

const DEFAULT_PAGE = 100;

/** Few enough that a report never waits long between two steps. */
const ERASED_AT_ONCE = 500;

/** Expired proofs are looked for once in so many new ones. */
const SPENT_PER_PRUNING = 100;

/** Makes a store of a database whose tables are up to date; closing the store closes the database. */
export function kyselyStore(database: Kysely<Tables>, dialect: StoreDialect): ReportStore {
  const throwStoreError = (error: unknown): never => {
    const isFull = error instanceof Error && dialect.isFull(error);
    throw isFull ? new StoreFullError('No room is left in the database.', { cause: error }) : error;
  };
  const pruneProofs = (before: string): Promise<unknown> =>
    database.deleteFrom('spentProof').where('expiresAt', '<', before).execute();
  let spentCount = 0;

  return {
    async put(row) {
      // Neither the id nor the reference may be there twice; which of the two it was, the second query tells.
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('report')
        .values({ ...row, sealed: Number(row.sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
        .catch(throwStoreError);
      if (numInsertedOrUpdatedRows) return { stored: true };
      const existing = await database
        .selectFrom('report')
        .select(['digest', 'answer'])
        .where('id', '=', row.id)
        .executeTakeFirst();
      return { stored: false, existing: existing && { ...existing } };
    },

    async list({ after = 0, limit = DEFAULT_PAGE } = {}) {
      const settled = await dialect.settled?.();
      let query = database.selectFrom('report').selectAll().where('sequence', '>', after);
      if (settled !== undefined) query = query.where('sequence', '<=', settled);
      const rows = await query.orderBy('sequence').limit(limit).execute();
      return rows.map((row) => ({ ...row, sealed: row.sealed === 1 }));
    },

    async erase(before) {
      let count = 0;
      let erased: number;
      do {
        const oldest = database.selectFrom('report').select('sequence').where('receivedAt', '<', before);
        const { numDeletedRows } = await database
          .deleteFrom('report')
          .where('sequence', 'in', oldest.limit(ERASED_AT_ONCE))
          .executeTakeFirstOrThrow();
        erased = Number(numDeletedRows);
        count += erased;
        await nextTurn();
      } while (erased > 0);
      await pruneProofs(before);
      await dialect.scrub?.();
      return count;
    },

    async spend(proof) {
      // Proofs live for minutes. One that expired a day before this one is past whatever the clocks say, and so they
      // are forgotten without asking a clock.
      if (spentCount++ % SPENT_PER_PRUNING === 0) await pruneProofs(dayBefore(proof.expiresAt));
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('spentProof')
        .values(proof)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
        .catch(throwStoreError);
      if (numInsertedOrUpdatedRows) return true;
      const owner = await database
        .selectFrom('spentProof')
        .select('submissionId')
        .where('digest', '=', proof.digest)
        .executeTakeFirst();
      return owner?.submissionId === proof.submissionId;
    },

    async ping() {
      await database.selectFrom('report').select('sequence').limit(1).execute();
    },

    close: () => database.destroy(),
  };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

function dayBefore(moment: string): string {
  return `${new Date(Date.parse(moment) - DAY_MS).toISOString().slice(0, 16)}:00Z`;
}
