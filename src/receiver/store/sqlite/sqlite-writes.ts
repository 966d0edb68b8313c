// Writes to SQLite: those that come together share one commit, and so one wait for the disk.
// While another program writes, they wait without blocking the process. SQLite's own wait would block it.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { CompiledQuery } from 'kysely';

/** How long SQLite itself waits and blocks the process: before any request is served, or where a read is held up. */
export const BUSY_TIMEOUT_MS = 5_000;

/** How long a write waits for another program: an answer comes within five seconds. */
const PATIENCE_MS = 4_000;
const PAUSE_MS = 20;

interface Write {
  readonly query: CompiledQuery;
  readonly giveUpAt: number;
  resolve(changed: number): void;
  reject(error: unknown): void;
}

/**
 * Makes the function that writes to a database. All writes of one turn of the event loop, or of the time while another
 * program writes, share one transaction. No turn passes within it, so no reader sees half of it. Where one write fails,
 * none of them is kept.
 * @returns a function that resolves with the number of rows changed, once they are on disk
 */
export function writeTogether(sqlite: DatabaseSync): (query: CompiledQuery) => Promise<number> {
  let waiting: Write[] = [];

  const writeAll = (): void => {
    if (isInUse(sqlite)) return void setImmediate(writeAll);
    let writes: Write[] = [];
    try {
      const busy = begin(sqlite);
      if (busy) return waitOn(busy);
      writes = takeAll();
      const changed = commit(
        sqlite,
        writes.map(({ query }) => query),
      );
      for (const [index, { resolve }] of writes.entries()) resolve(changed[index]!);
    } catch (error) {
      // `takeAll` adds the writes that still wait, if no transaction could begin.
      for (const { reject } of [...writes, ...takeAll()]) reject(error);
    }
  };

  const takeAll = (): Write[] => {
    const writes = waiting;
    waiting = [];
    return writes;
  };

  const waitOn = (busy: Error): void => {
    const now = performance.now();
    const writes = takeAll();
    waiting = writes.filter(({ giveUpAt }) => giveUpAt > now);
    for (const { giveUpAt, reject } of writes) if (giveUpAt <= now) reject(busy);
    if (waiting.length > 0) setTimeout(writeAll, PAUSE_MS);
  };

  return (query) =>
    new Promise((resolve, reject) => {
      const giveUpAt = performance.now() + PATIENCE_MS;
      if (waiting.push({ query, giveUpAt, resolve, reject }) === 1) setImmediate(writeAll);
    });
}

/** Writes in a commit of its own. */
export async function writeAlone(sqlite: DatabaseSync, queries: readonly CompiledQuery[]): Promise<void> {
  await beginAlone(sqlite);
  commit(sqlite, queries);
}

/** Runs work that takes several turns in one transaction. Other writes of this process wait for its end. */
export async function transact<Result>(sqlite: DatabaseSync, work: () => Promise<Result>): Promise<Result> {
  await beginAlone(sqlite);
  try {
    const result = await work();
    sqlite.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(sqlite);
    throw error;
  }
}

/** Begins a transaction once no other one is under way, here or in another program. */
async function beginAlone(sqlite: DatabaseSync): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    while (isInUse(sqlite)) await nextTurn();
    const busy = begin(sqlite);
    if (!busy) return;
    if (performance.now() > giveUpAt) throw busy;
    await delay(PAUSE_MS);
  }
}

/** Whether a transaction that takes several turns is under way on the same connection. */
const isInUse = (sqlite: DatabaseSync): boolean => sqlite.isOpen && sqlite.isTransaction;

/** Runs an action without SQLite's own waiting. */
export function withoutWaiting<Result>(sqlite: DatabaseSync, action: () => Result): Result {
  sqlite.exec('PRAGMA busy_timeout = 0');
  try {
    return action();
  } finally {
    sqlite.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

// https://sqlite.org/rescode.html: the lower eight bits are the kind of error.
const BUSY = 5;

/** Begins a transaction as a writer: SQLite refuses one that becomes a writer half-way, if another has written
 * meanwhile. @returns the busy error, if another program writes */
function begin(sqlite: DatabaseSync): Error | undefined {
  try {
    withoutWaiting(sqlite, () => sqlite.exec('BEGIN IMMEDIATE'));
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY) return error;
    throw error;
  }
}

/** Ends a transaction with these writes in it, or without any. */
function commit(sqlite: DatabaseSync, queries: readonly CompiledQuery[]): number[] {
  try {
    const changed = queries.map((query) => run(sqlite, query));
    sqlite.exec('COMMIT');
    return changed;
  } catch (error) {
    rollBack(sqlite);
    throw error;
  }
}

/** A full disk may have ended the transaction already. */
function rollBack(sqlite: DatabaseSync): void {
  if (sqlite.isOpen && sqlite.isTransaction) sqlite.exec('ROLLBACK');
}

function run(sqlite: DatabaseSync, { sql, parameters }: CompiledQuery): number {
  return Number(sqlite.prepare(sql).run(...(parameters as SQLInputValue[])).changes);
}
