// The log of stored reports, in the tables of a database of either kind.
import type { Kysely } from 'kysely';
import { readOrigins } from '../database/numbers.ts';
import { verifyLog } from './log-check.ts';
import { sumUp, treeUpTo } from './log-tree.ts';
import type { MerkleTree } from './merkle.ts';
import type { LogHead, ReportLog } from './report-log.ts';
import type { Tables } from '../database/tables.ts';

/** The difference between databases for a log. */
export interface LogDialect {
  /**
   * The position up to which no more entries can appear. Without this method, entries appear in the order of their
   * positions.
   */
  settledEntries?(): Promise<number>;
  /** What can change a row on its way, and is not as a receiver makes it: `trigger swallow`. */
  foreignParts(): Promise<string[]>;
}

/** Opens the log of a database. */
export function openLog(database: Kysely<Tables>, dialect: LogDialect): ReportLog {
  const settled = async (): Promise<number> =>
    (await dialect.settledEntries?.()) ?? (await highestEntry(database));
  return {
    head: async () => headOf(database, await treeUpTo(database, await settled())),
    async verify(options = {}) {
      const end = await settled();
      const storeId = await storeIdOf(database);
      const { size, root, broken, ...findings } = await verifyLog(database, { storeId, end }, options);
      // A whole reading does not rely on sums, which may have been changed as well.
      const summed = await headOf(database, await treeUpTo(database, end));
      const isSummed = summed.root === root;
      return {
        ...findings,
        foreign: await dialect.foreignParts(),
        head: { storeId, size, root },
        broken: isSummed ? broken : [...broken, summed],
      };
    },
    tend: async (signal) => sumUp(database, await settled(), signal),
  };
}

async function headOf(database: Kysely<Tables>, { size, root }: MerkleTree): Promise<LogHead> {
  return { storeId: await storeIdOf(database), size, root };
}

async function storeIdOf(database: Kysely<Tables>): Promise<string> {
  const [{ storeId }] = await readOrigins(database);
  return storeId;
}

async function highestEntry(database: Kysely<Tables>): Promise<number> {
  const query = database.selectFrom('logEntry').select((entry) => entry.fn.max('position').as('last'));
  return (await query.executeTakeFirst())?.last ?? 0;
}
