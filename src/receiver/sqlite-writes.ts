// Writes to SQLite that come together share one commit, and so one wait for the disk: what a flood costs least.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';

interface Write {
  readonly query: CompiledQuery;
  resolve(changed: number): void;
  reject(error: unknown): void;
}

/**
 * Makes the way to write to a database. Whatever is asked for in one turn of the event loop is written in one
 * transaction, without a turn in between: nobody sees half of it. Where one write fails, none of them is kept.
 * @returns a function that resolves with the number of rows changed, once they are on disk
 */
export function writeTogether(sqlite: DatabaseSync): (query: CompiledQuery) => Promise<number> {
  let waiting: Write[] = [];
  const writeAll = (): void => {
    // A transaction of its own is under way on the same connection: after it.
    if (sqlite.isOpen && sqlite.isTransaction) return void setImmediate(writeAll);
    const writes = waiting;
    waiting = [];
    try {
      sqlite.exec('BEGIN IMMEDIATE');
      const changed = writes.map(({ query }) => run(sqlite, query));
      sqlite.exec('COMMIT');
      for (const [index, { resolve }] of writes.entries()) resolve(changed[index]!);
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (sqlite.isOpen && sqlite.isTransaction) sqlite.exec('ROLLBACK');
      for (const { reject } of writes) reject(error);
    }
  };
  return (query) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ query, resolve, reject }) === 1) setImmediate(writeAll);
    });
}

function run(sqlite: DatabaseSync, { sql, parameters }: CompiledQuery): number {
  return Number(sqlite.prepare(sql).run(...(parameters as SQLInputValue[])).changes);
}
