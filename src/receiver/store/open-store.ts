// Opens the store of a database URL: SQLite or PostgreSQL, each loaded on demand.

import { DatabaseSetupError, DatabaseUrlError } from '../database/store-errors.ts';
import type { DatabaseStore, OpenStoreOptions } from './store.ts';

// `sqlite://name` is refused: elsewhere it means a host, here it would silently become the file /name.
const SQLITE_URL = /^sqlite:(?!\/\/[^/])(?<location>.+)$/;

const POSTGRES_URL = /^postgres(ql)?:\/\//;

/**
 * Opens a store and brings its tables up to date, unless it is only to be read. Needs kysely; then Node's own SQLite, or pg.
 * @param url `sqlite:reports.sqlite` (a file, made with its folder when missing), `sqlite::memory:`, or
 *   `postgres://user:password@host/database`, where several processes may share one database; or several servers, of
 *   which one takes writes: `postgres://user@host1,host2/database?target_session_attrs=read-write`
 * @throws {DatabaseUrlError} if the URL is another one
 * @throws {DatabaseSetupError} if PostgreSQL does not answer, or is set up to lose reports; where a newer version
 *   has changed the tables; if it is only to be read, also where they are older, or where there are none
 */
export async function openStore(url: string, options: OpenStoreOptions = {}): Promise<DatabaseStore> {
  const location = SQLITE_URL.exec(url)?.groups?.['location'];
  if (location !== undefined) {
    if (options.needsStandby)
      throw new DatabaseSetupError(
        'SYNCHRONOUS_STANDBY asks for a second server that has each report: that takes PostgreSQL, SQLite is one file.',
      );
    const { openSqliteStore } = await import('./sqlite/sqlite-store.ts');
    return openSqliteStore(location, options);
  }
  if (POSTGRES_URL.test(url)) {
    const { openPostgresStore } = await import('./postgres/postgres-store.ts');
    return openPostgresStore(url, options);
  }
  // The URL itself stays out of the message: it may hold a password.
  throw new DatabaseUrlError(
    'This database URL is not understood. Write sqlite:path/to/file.sqlite, postgres://user@host/database, ' +
      'or sqlite::memory: for a trial.',
  );
}
