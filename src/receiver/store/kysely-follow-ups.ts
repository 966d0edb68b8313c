// The follow-ups of a database of either kind: looks, and changes in one transaction each.
import { sql, type Kysely } from 'kysely';
import { MAX_ADDITIONS } from '../../core/follow-up/answer.ts';
import { endedBy, endFollowUps } from './follow-up-ends.ts';
import { linkIn } from './follow-up-links.ts';
import { outcomesIn } from './follow-up-outcomes.ts';
import { changedSince, takeIn } from './follow-up-transfer.ts';
import type { FollowUpMark, FollowUps } from './follow-ups.ts';
import { CopiesLeftError } from '../database/store-errors.ts';
import type { Tables } from '../database/tables.ts';

/** The difference between databases for follow-ups. */
export interface FollowUpDialect {
  /** Runs work in one transaction. */
  together<Result>(work: (database: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * The same, and resolves once the commit is as safe as an acknowledged report.
   * @throws {UnsafeCommitError} if it is not
   */
  safely<Result>(work: (database: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** SQL clause of a select that keeps other transactions from changing its rows. */
  readonly rowLock: '' | 'for update';
  /** Makes deleted data unreadable, as far as the database can; false if another program still keeps copies. */
  scrub?(): Promise<boolean>;
}

/** Few enough that a report never waits long between two steps. */
const ENDED_AT_ONCE = 100;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Opens the follow-ups of a database. */
export function openFollowUps(database: Kysely<Tables>, dialect: FollowUpDialect): FollowUps {
  const setOutcomes: FollowUps['setOutcomes'] = (outcomes, { force = false, dry = false } = {}) => {
    const rules = { force, dry, rowLock: dialect.rowLock };
    return dry
      ? outcomesIn(database, outcomes, rules)
      : dialect.safely((open) => outcomesIn(open, outcomes, rules));
  };
  return {
    async find(hash) {
      const found = await database
        .selectFrom('followUp')
        .select(['state', 'since', countOfAdditions])
        .where('hash', '=', hash)
        .executeTakeFirst();
      return (
        found && { state: found.state, since: found.since, left: Math.max(0, MAX_ADDITIONS - found.added) }
      );
    },
    async referenceOf(hash) {
      const query = database.selectFrom('followUp').select('reference').where('hash', '=', hash);
      return (await query.executeTakeFirst())?.reference;
    },
    link: (hash, submissionId) =>
      dialect.safely((open) => linkIn(open, { hash, submissionId }, dialect.rowLock)),
    setOutcomes,
    async setOutcome(reference, outcome, options) {
      const [result] = await setOutcomes([{ ...outcome, reference }], options);
      return result!;
    },
    async findOutcome(reference) {
      const found = await database
        .selectFrom('followUp')
        .select(['state', 'since'])
        .where('reference', '=', reference)
        .executeTakeFirst();
      return found && { ...found };
    },
    marksOf: (references) => marksIn(database, references),
    async version() {
      return (await database.selectFrom('followUpVersion').select('last').executeTakeFirstOrThrow()).last;
    },
    changes: (since) => changedSince(database, since),
    take: async (records) =>
      records.length === 0 ? 0 : dialect.together((open) => takeIn(open, records, dialect.rowLock)),
    async takenUpTo(storeId) {
      const query = database.selectFrom('followUpCopy').select('version').where('storeId', '=', storeId);
      return (await query.executeTakeFirst())?.version ?? 0;
    },
    noteTaken: (storeId, version) =>
      dialect.together(async (open) => {
        await open
          .insertInto('followUpCopy')
          .values({ storeId, version })
          .onConflict((conflict) => conflict.column('storeId').doUpdateSet({ version }))
          .execute();
      }),
    async sweep(today, days, signal) {
      await dateErasures(database, today);
      const lastDay = new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
      let count = 0;
      for (let found = -1; found !== 0 && !signal?.aborted; count += found)
        found = await dialect.together(async (open) => {
          const due = await open
            .selectFrom('followUp')
            .select('hash')
            // The first condition repeats the words of the index, or the index is not used.
            .where('erasedOn', 'is not', null)
            .where('erasedOn', '<=', lastDay)
            // In one order, or processes that sweep at once wait for each other in a circle.
            .orderBy('erasedOn')
            .orderBy('hash')
            .limit(ENDED_AT_ONCE)
            .modifyEnd(sql.raw(dialect.rowLock))
            .execute();
          return endFollowUps(open, due);
        });
      // Also where nothing was due: an erasure by hand, or an earlier sweep, may have left copies.
      const hasCopies = (await dialect.scrub?.()) === false;
      if (hasCopies && count > 0) throw new CopiesLeftError(count);
      return count;
    },
    leftOf: async (which) => (await endedBy(database, which)).map(({ hash }) => hash),
  };
}

const countOfAdditions = sql<number>`(
  select count(*) from "followUpAddition" where "followUpAddition".hash = "followUp".hash)`.as('added');

/**
 * Dates the erasures that the trigger has noted. A clock that is behind would end them too early, so no day before that of
 * the newest report is taken.
 */
async function dateErasures(database: Kysely<Tables>, today: string): Promise<void> {
  const { newest } = await database
    .selectFrom('report')
    .select((report) => report.fn.max('receivedAt').as('newest'))
    .executeTakeFirstOrThrow();
  const newestDay = (newest ?? '').slice(0, 10);
  await database
    .updateTable('followUp')
    .set({ erasedOn: newestDay > today ? newestDay : today })
    .where('erasedOn', 'is not', null)
    .where('erasedOn', '=', '')
    .execute();
}

async function marksIn(
  database: Kysely<Tables>,
  references: readonly string[],
): Promise<ReadonlyMap<string, FollowUpMark>> {
  const marks = new Map<string, FollowUpMark>();
  if (references.length === 0) return marks;
  const asked = await database
    .selectFrom('followUp')
    .select(['hash', 'reference', 'state', 'since'])
    .where('reference', 'in', references)
    .execute();
  const added = await additionsTo(
    database,
    asked.map(({ hash }) => hash),
  );
  for (const { hash, reference, state, since } of asked)
    marks.set(reference, { followUp: { state, since, additions: added.get(hash) ?? [] } });
  const adding = await database
    .selectFrom('followUpAddition')
    .innerJoin('followUp', 'followUp.hash', 'followUpAddition.hash')
    .select(['followUpAddition.reference as reference', 'followUp.reference as addsTo'])
    .where('followUpAddition.reference', 'in', references)
    .execute();
  for (const { reference, addsTo } of adding) marks.set(reference, { ...marks.get(reference), addsTo });
  return marks;
}

async function additionsTo(
  database: Kysely<Tables>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const added = new Map<string, string[]>();
  if (hashes.length === 0) return added;
  const rows = await database
    .selectFrom('followUpAddition')
    .select(['hash', 'reference'])
    .where('hash', 'in', hashes)
    .orderBy('day')
    .orderBy('reference')
    .execute();
  for (const { hash, reference } of rows) added.set(hash, [...(added.get(hash) ?? []), reference]);
  return added;
}
