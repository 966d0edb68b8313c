// Finds reports by an index, and counts them in small steps, in the tables of a database of either kind.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Period, ReportSearch } from './store.ts';
import { highestPresent } from '../database/numbers.ts';
import type { StoredReport } from '../database/records.ts';
import type { Tables } from '../database/tables.ts';

/** The difference between databases for a search. */
export interface SearchDialect {
  /**
   * Reads a number, by default that of the last report, and waits until no more reports can appear up to it. Without this
   * method, reports appear in the order of their numbers.
   */
  settled?(read?: (database: Kysely<Tables>) => Promise<number>): Promise<number>;
}

/** Opens the search of a database. */
export function openSearch(database: Kysely<Tables>, dialect: SearchDialect): ReportSearch {
  const rowsWhere = async (
    column: 'sequence' | 'reference',
    values: readonly (number | string)[],
  ): Promise<StoredReport[]> => {
    if (values.length === 0) return [];
    const rows = await database.selectFrom('report').selectAll().where(column, 'in', values).execute();
    return rows.map((row) => ({ ...row, sealed: row.sealed === 1 }));
  };
  return {
    async skipTo(after, period) {
      // The order matters: rows stored between the two queries have higher numbers.
      const end = (await dialect.settled?.()) ?? (await highestPresent(database));
      // `+ 0` keeps the index of numbers out of it: it would lead through every report before the period.
      const { rows } = await sql<{ first: number | null }>`
        select min(sequence + 0) as first from report
        where ${within(period)} and sequence + 0 > ${after} and sequence + 0 <= ${end}`.execute(database);
      const first = rows[0]?.first ?? undefined;
      return first === undefined ? Math.max(after, end) : first - 1;
    },
    async numbersOf(partner, period) {
      await dialect.settled?.();
      const { rows } = await sql<{ sequence: number }>`
        select sequence from report where partner = ${partner} and ${within(period)}
        order by "receivedAt", sequence`.execute(database);
      return rows.map(({ sequence }) => sequence);
    },
    byNumber: (numbers) => rowsWhere('sequence', numbers),
    byReference: (references) => rowsWhere('reference', references),
    async partners() {
      const names: string[] = [];
      for (;;) {
        const { rows } = await sql<{ next: string | null }>`
          select min(partner) as next from report where partner > ${names.at(-1) ?? ''}`.execute(database);
        const next = rows[0]?.next ?? undefined;
        if (next === undefined) return names;
        names.push(next);
      }
    },
    async lastBefore(moment) {
      const last = database
        .selectFrom('report')
        .select('sequence')
        .where('receivedAt', '<', moment)
        .orderBy('receivedAt', 'desc')
        .limit(1);
      return (await last.executeTakeFirst())?.sequence ?? 0;
    },
    oldest: () => firstMoment(database, ''),
  };
}

const within = ({ since, before }: Period): RawBuilder<boolean> =>
  before === undefined
    ? sql`"receivedAt" >= ${since}`
    : sql`"receivedAt" >= ${since} and "receivedAt" < ${before}`;

/** The first `receivedAt` from a moment on. */
async function firstMoment(database: Kysely<Tables>, since: string): Promise<string | undefined> {
  const { moment } = await database
    .selectFrom('report')
    .select((report) => report.fn.min('receivedAt').as('moment'))
    .where('receivedAt', '>=', since)
    .executeTakeFirstOrThrow();
  return moment ?? undefined;
}

/** Sorts behind every moment of a day. */
const END_OF_DAY = '~';

/**
 * Counts reports, a day in each step: on SQLite a step holds up the reports that arrive, and PostgreSQL ends a statement
 * that takes long.
 * @param enough the count at which it stops
 */
export async function countReportsOf(
  database: Kysely<Tables>,
  { since, before }: Period,
  enough = Infinity,
): Promise<number> {
  let count = 0;
  for (let moment = await firstMoment(database, since); moment !== undefined && count < enough;) {
    if (before !== undefined && moment >= before) break;
    const dayEnd = moment.slice(0, 10) + END_OF_DAY;
    const step = await database
      .selectFrom('report')
      .select((report) => report.fn.countAll<number>().as('count'))
      .where('receivedAt', '>=', moment)
      .where('receivedAt', '<', before !== undefined && before < dayEnd ? before : dayEnd)
      .executeTakeFirstOrThrow();
    count += step.count;
    moment = await firstMoment(database, dayEnd);
    await nextTurn();
  }
  return count;
}
