// A store over kysely: the statements that SQLite and PostgreSQL share. A dialect provides what differs.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import { openLog, type LogDialect } from '../log/kysely-log.ts';
import { factsOf } from '../log/log-entries.ts';
import { eraseIn, type Erasure } from './erasing.ts';
import { endByHand, endedBy } from './follow-up-ends.ts';
import type { EndedFollowUps } from './follow-ups.ts';
import { openFollowUps, type FollowUpDialect } from './kysely-follow-ups.ts';
import { openLedger } from './ledger.ts';
import { openOutbox } from './kysely-outbox.ts';
import type { NewMessage } from '../database/outbox.ts';
import type { ReportRow, StoredReport } from '../database/records.ts';
import { countReportsOf, openSearch } from './search.ts';
import { CopiesLeftError, StoreFullError } from '../database/store-errors.ts';
import type { DatabaseStore, ExistingReport, ListOptions, ReportStore } from './store.ts';
import { openTransfer, type TransferDialect } from './transfer.ts';
import type { Tables } from '../database/tables.ts';

/** A row to be stored, with what is stored beside it. */
export interface NewRow {
  readonly row: ReportRow;
  /** Undefined if the reporter has no code. A hash that is there already leads to the first report. */
  readonly followUpHash: string | undefined;
  readonly messages: readonly NewMessage[];
}

/** The operations that differ between the databases. */
export interface StoreDialect extends TransferDialect, LogDialect, FollowUpDialect {
  /**
   * Stores a row, its entry in the log, its follow-up and its messages, all or none.
   * @returns the number of rows stored: 0 if the id or the reference is taken
   */
  store(row: NewRow, database: Kysely<Tables>): Promise<number>;
  /** Reads a report's answer. Needed if a row can be read before it is as safe as an acknowledged one. */
  find?(id: string): Promise<ExistingReport | undefined>;
  /** Writes, and waits for the disk. @returns the number of rows changed */
  write(query: CompiledQuery): Promise<number>;
  /** Writes a row and removes it, so that no reader ever sees it. */
  rehearse(insert: CompiledQuery, removals: readonly CompiledQuery[]): Promise<void>;
  /** Whether an error of the database says that no room is left. */
  isFull(error: Error): boolean;
}

const DEFAULT_PAGE = 100;

/** Few enough that a report never waits long between two steps, however large the erased reports are. */
const ERASED_AT_ONCE = 100;

/** Room that a usual report takes. After a larger report has found no room, the probe asks for its size. */
const USUAL_SIZE = 2_000;

/** Expired proofs are removed once per this many new ones. */
const SPENT_PER_PRUNING = 100;

/** Makes a store of a database; closing the store closes the database. */
export function kyselyStore(database: Kysely<Tables>, dialect: StoreDialect): DatabaseStore {
  const throwStoreError = (error: unknown): never => {
    const isFull = error instanceof Error && dialect.isFull(error);
    throw isFull ? new StoreFullError('No room is left in the database.', { cause: error }) : error;
  };
  const write = (statement: { compile(): CompiledQuery }): Promise<number> =>
    dialect.write(statement.compile()).catch(throwStoreError);
  const pruneProofs = (before: string): Promise<unknown> =>
    write(database.deleteFrom('spentProof').where('expiresAt', '<', before));
  const read: ReportStore['find'] = async (id) => {
    const found = await database
      .selectFrom('report')
      .select(['digest', 'answer', 'body'])
      .where('id', '=', id)
      .executeTakeFirst();
    return found && { ...found };
  };
  const find = dialect.find ?? read;
  // A trigger of somebody else may have swallowed or changed it: then it must not be acknowledged.
  const readBack = async (row: ReportRow): Promise<void> => {
    const found = await database.selectFrom('report').selectAll().where('id', '=', row.id).executeTakeFirst();
    const isKept =
      found && found.body === row.body && factsOf({ ...found, sealed: found.sealed === 1 }) === factsOf(row);
    if (!isKept) throw new Error('What the database has is not what was stored.');
  };
  // All or nothing: an erasure that the log does not name looks like a theft.
  const eraseRows = (numbers: readonly number[], erasure: Erasure, endsFollowUps: boolean): Promise<number> =>
    dialect.together((open) => eraseIn(open, numbers, erasure, endsFollowUps)).catch(throwStoreError);
  // Those whose reports were erased before: their rows are small, and few.
  const endLeft = async (which: EndedFollowUps): Promise<void> => {
    for (let ended = -1; ended !== 0; await nextTurn())
      ended = await dialect.together(async (open) =>
        endByHand(open, await endedBy(open, which, ERASED_AT_ONCE)),
      );
  };
  const eraseOldest = async (
    before: string,
    upTo: number,
    endsFollowUps: boolean,
  ): Promise<{ found: number; erased: number }> => {
    const oldest = await database
      .selectFrom('report')
      .select('sequence')
      .where('receivedAt', '<', before)
      .where('sequence', '<=', upTo)
      // Or PostgreSQL reads the table from its start, past all that was erased, at each step.
      .orderBy('receivedAt')
      .limit(ERASED_AT_ONCE)
      .execute();
    if (oldest.length === 0) return { found: 0, erased: 0 };
    const numbers = oldest.map(({ sequence }) => sequence);
    return { found: oldest.length, erased: await eraseRows(numbers, { before }, endsFollowUps) };
  };
  const scrubAfter = async (count: number): Promise<number> => {
    if ((await dialect.scrub?.()) === false) throw new CopiesLeftError(count);
    return count;
  };
  const page = async (options: ListOptions, end?: number): Promise<StoredReport[]> => {
    const { after = 0, limit = DEFAULT_PAGE, mayBeUrgent = false, trust } = options;
    let query = database.selectFrom('report').selectAll().where('sequence', '>', after);
    if (end !== undefined) query = query.where('sequence', '<=', end);
    // The conditions repeat the words of the indexes, or the indexes are not used.
    if (mayBeUrgent) query = query.where(sql<boolean>`(priority = 'urgent' or sealed = 1)`);
    if (trust)
      query = query.where(trust === 'low' ? sql<boolean>`trust = 'low'` : sql<boolean>`trust = 'normal'`);
    const rows = await query.orderBy('sequence').limit(limit).execute();
    return rows.map((row) => ({ ...row, sealed: row.sealed === 1 }));
  };
  let settledUpTo = 0;
  let spentCount = 0;
  let roomNeeded = USUAL_SIZE;

  return {
    ledger: openLedger(database, dialect),
    transfer: openTransfer(dialect),
    log: openLog(database, dialect),
    search: openSearch(database, dialect),
    followUps: openFollowUps(database, dialect),
    outbox: openOutbox(database, dialect),

    async put(row, followUpHash, messages = []) {
      // Both the id and the reference are unique. The second query tells which of the two was taken.
      const inserted = await dialect
        .store({ row, followUpHash, messages }, database)
        .catch((error: unknown) => {
          if (error instanceof Error && dialect.isFull(error))
            roomNeeded = Math.max(roomNeeded, row.body.length);
          return throwStoreError(error);
        });
      if (inserted > 0) {
        await readBack(row);
        return { stored: true };
      }
      return { stored: false, existing: await find(row.id) };
    },

    find,

    async list(options = {}) {
      // Reports can be stored between the pages of a long read.
      await nextTurn();
      if (!dialect.settled) return page(options);
      const { after = 0, limit = DEFAULT_PAGE } = options;
      // A settled question stays settled: most pages of a long read need not ask again.
      const known = after < settledUpTo ? await page(options, settledUpTo) : [];
      if (known.length === limit) return known;
      settledUpTo = await dialect.settled();
      return page(options, settledUpTo);
    },

    async age(before) {
      const { newest } = await database
        .selectFrom('report')
        .select((report) => report.fn.max('receivedAt').as('newest'))
        .executeTakeFirstOrThrow();
      const overdue = await countReportsOf(database, { since: '', before });
      return { overdue, newest: newest ?? undefined };
    },

    count: (since, enough) => countReportsOf(database, { since }, enough),

    async erase(before, { signal, upTo = Number.MAX_SAFE_INTEGER, onStep, endsFollowUps = false } = {}) {
      let count = 0;
      let found: number;
      do {
        const step = await eraseOldest(before, upTo, endsFollowUps);
        found = step.found;
        count += step.erased;
        onStep?.(count);
        await nextTurn(); // a report may come in between
      } while (found > 0 && !signal?.aborted);
      if (endsFollowUps && !signal?.aborted) await endLeft({ before });
      await pruneProofs(before);
      return scrubAfter(count);
    },

    async eraseByNumber(numbers, { signal, onStep } = {}) {
      let count = 0;
      for (let start = 0; start < numbers.length && !signal?.aborted; start += ERASED_AT_ONCE) {
        const step = numbers.slice(start, start + ERASED_AT_ONCE);
        count += await eraseRows(step, 'by number', true);
        await endLeft({ numbers: step });
        onStep?.(count);
        await nextTurn();
      }
      return scrubAfter(count);
    },

    async spend(proof) {
      // Proofs live for minutes. A proof that expired a day before this one has surely expired, so this machine's
      // clock, which may be wrong, is not needed to remove it.
      if (spentCount++ % SPENT_PER_PRUNING === 0) await pruneProofs(dayBefore(proof.expiresAt));
      const inserted = await write(
        database
          .insertInto('spentProof')
          .values(proof)
          .onConflict((conflict) => conflict.doNothing()),
      );
      if (inserted > 0) return true;
      const owner = await database
        .selectFrom('spentProof')
        .select('submissionId')
        .where('digest', '=', proof.digest)
        .executeTakeFirst();
      return owner?.submissionId === proof.submissionId;
    },

    async probe() {
      // A negative number, so that no number of a report is used up.
      const number = -randomInt(1, 2 ** 40);
      const insert = probeInsert(number, roomNeeded, dialect.ownNumbers);
      const removals = (['arrival', 'report'] as const).map((table) =>
        database.deleteFrom(table).where('sequence', '=', number).compile(),
      );
      await dialect.rehearse(insert.compile(database), removals).catch(throwStoreError);
      roomNeeded = USUAL_SIZE;
    },

    close: () => database.destroy(),
  };
}

// The body is random, because databases compress repeated text.
function probeInsert(number: number, size: number, ownNumbers: string): RawBuilder<unknown> {
  const id = `probe-${randomUUID()}`;
  const body = randomBytes(Math.ceil((size * 3) / 4)).toString('base64url');
  return sql`
    insert into report
      (sequence, id, digest, reference, "receivedAt", sealed, trust, priority, answer, body) ${sql.raw(ownNumbers)}
    values (${number}, ${id}, '', ${id}, '', 0, 'low', 'normal', '', ${body})`;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

function dayBefore(moment: string): string {
  return `${new Date(Date.parse(moment) - DAY_MS).toISOString().slice(0, 16)}:00Z`;
}
