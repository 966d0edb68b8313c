// The databases of the store tests: each test runs on all of them.
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startPostgres } from '../setup/postgres.ts';
import { temporaryFolder } from './harness.ts';

/** A kind of database, and a function that makes a fresh one for the duration of a test. */
export interface DatabaseUnderTest {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** @returns its URL, for `openStore` or DATABASE_URL */
  create(t: TestContext): Promise<string>;
}

export const DATABASES: readonly DatabaseUnderTest[] = [
  {
    name: 'SQLite',
    create: async (t) => `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`,
  },
  {
    name: 'PostgreSQL',
    async create(t) {
      const { url, stop } = await startPostgres();
      t.after(stop);
      return url;
    },
  },
];
