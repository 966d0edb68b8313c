// The log of stored reports, in the tables of a database of either kind.
import type { Kysely } from 'kysely';
import { readOrigins } from '../store/ledger.ts';
import { verifyLog } from './log-check.ts';
import { adopt } from './log-rows.ts';
import { findStart, sumUp, treeUpTo, type LogTree } from './log-tree.ts';
import { takeOver, type UpgradeDialect } from './log-upgrade.ts';
import type { LogHead, ReportLog } from './report-log.ts';
import { highestPresent, type SearchDialect } from '../store/search.ts';
import { DatabaseSetupError } from '../store/store-errors.ts';
import type { Tables } from '../store/tables.ts';

/** The difference between databases for a log. */
export interface LogDialect extends SearchDialect, UpgradeDialect {
  /**
   * The position up to which no more entries can appear. Without this method, entries appear in the order of their
   * positions.
   */
  settledEntries?(): Promise<number>;
}

/** Opens the log of a database. */
export function openLog(database: Kysely<Tables>, dialect: LogDialect, isKept: boolean): ReportLog {
  const settled = async (): Promise<number> =>
    (await dialect.settledEntries?.()) ?? (await highestEntry(database));
  return {
    isKept,
    head: async () => headOf(database, await treeUpTo(database, await settled())),
    async verify(options = {}) {
      const end = await settled();
      const start = await findStart(database);
      if (!start || start.position > end) throw new DatabaseSetupError(NOT_TAKEN_OVER);
      const storeId = await storeIdOf(database);
      const { size, root, broken, ...findings } = await verifyLog(database, { storeId, start, end }, options);
      // A whole reading does not rely on sums, which may have been changed as well.
      const summed = await headOf(database, await treeUpTo(database, end));
      const isSummed = summed.root === root;
      return {
        ...findings,
        head: { storeId, size, root },
        broken: isSummed ? broken : [...broken, summed],
      };
    },
    async tend(signal) {
      await adopt(database, (await dialect.settled?.()) ?? (await highestPresent(database)), signal);
      await takeOver(database, dialect, await settled(), signal);
      await sumUp(database, await settled(), signal);
    },
  };
}

const NOT_TAKEN_OVER =
  'The log is that of an older version. A receiver of this version takes it over when it starts, within minutes: start it, ' +
  'then verify again.';

async function headOf(database: Kysely<Tables>, { size, root }: LogTree): Promise<LogHead> {
  return { storeId: await storeIdOf(database), size, root };
}

async function storeIdOf(database: Kysely<Tables>): Promise<string> {
  const [self] = await readOrigins(database);
  return self!.storeId;
}

async function highestEntry(database: Kysely<Tables>): Promise<number> {
  const query = database.selectFrom('logEntry').select((entry) => entry.fn.max('position').as('last'));
  return (await query.executeTakeFirst())?.last ?? 0;
}
