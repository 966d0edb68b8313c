// The URL of a PostgreSQL database. It names one server or several. Of several, one takes writes.
import { DatabaseUrlError } from '../store-errors.ts';

/** The servers that a URL names. */
export interface PostgresServers {
  /** The URL of each server by itself, in the order of the URL. */
  readonly urls: readonly string[];
  /** Whether the one that takes writes has to be found, and found again: `target_session_attrs=read-write`. */
  readonly isSearched: boolean;
}

/**
 * Reads a URL as libpq does. node-postgres knows neither several hosts nor `target_session_attrs`.
 * @throws {DatabaseUrlError} if it names no database, or servers that may only read
 */
export function readPostgresUrl(url: string): PostgresServers {
  const { scheme, hosts = '', rest } = PARTS.exec(url)?.groups ?? {};
  const servers = hosts.split(',').map((host) => URL.parse(`${scheme}${host}${rest}`));
  if (!attempt(() => decodeURIComponent(url)) || !servers.every(isDatabase))
    throw new DatabaseUrlError(ADVICE);
  const wanted = new Set(servers.map(({ searchParams }) => searchParams.get(ATTRIBUTES)));
  if (wanted.size > 1 || ![null, 'read-write', 'primary'].includes([...wanted][0]!))
    throw new DatabaseUrlError(`A receiver writes: ${ATTRIBUTES} must be read-write.`);
  const isSearched = !wanted.has(null);
  if (servers.length > 1 && !isSearched)
    throw new DatabaseUrlError(
      `A PostgreSQL URL with several hosts needs ?${ATTRIBUTES}=read-write: reports are stored on the one that takes writes.`,
    );
  for (const { searchParams } of isSearched ? servers : []) searchParams.delete(ATTRIBUTES);
  return { urls: isSearched ? servers.map(({ href }) => href) : [url], isSearched };
}

const ATTRIBUTES = 'target_session_attrs';

// The name and password of the user belong to the scheme here: they are the same for each host.
const PARTS = /^(?<scheme>[a-z]+:\/\/(?:[^@/?#]*@)?)(?<hosts>[^/?#]*)(?<rest>.*)$/;

// Not the URL itself: it may hold a password.
const ADVICE =
  'This PostgreSQL URL is not understood. Write postgres://user:password@host:port/database, ' +
  'with every odd character of a password as %XX.';

const isDatabase = (server: URL | null): server is URL =>
  server !== null && /^\/[^/]+$/.test(server.pathname);

function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
