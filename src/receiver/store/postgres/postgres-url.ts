// The URL of a PostgreSQL database. It names one server or several. Of several, one takes writes.
import { DatabaseUrlError } from '../../database/store-errors.ts';

/** The servers that a URL names. */
export interface PostgresServers {
  /** The URL of each server by itself, in the order of the URL. */
  readonly urls: readonly string[];
  /** Whether the one that takes writes has to be found, and found again: `target_session_attrs=read-write`. */
  readonly isSearched: boolean;
  /** Sentences about a URL that works, but says something else than it seems to. */
  readonly warnings: readonly string[];
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
  const mode = strictMode(servers[0]!);
  for (const { searchParams } of mode ? servers : []) searchParams.set('sslmode', 'verify-full');
  return {
    urls: isSearched || mode ? servers.map(({ href }) => href) : [url],
    isSearched,
    warnings: mode ? [strictWarning(mode)] : [],
  };
}

/**
 * The TLS mode of a URL, if node-postgres takes it for `verify-full`, which libpq does not. It says so in a warning of
 * Node's, and announces that a later version will not: so that mode is what it gets.
 * https://www.postgresql.org/docs/current/libpq-ssl.html
 */
function strictMode({ searchParams }: URL): string | undefined {
  const mode = searchParams.getAll('sslmode').at(-1) ?? '';
  const isAsked = searchParams.get('uselibpqcompat') === 'true';
  return !isAsked && ['prefer', 'require', 'verify-ca'].includes(mode) ? mode : undefined;
}

const strictWarning = (mode: string): string =>
  `sslmode=${mode} in DATABASE_URL is taken as verify-full: the certificate of PostgreSQL must be for its host, and from ` +
  'an authority known here. Write sslmode=verify-full, with &sslrootcert=/path/ca.pem for an authority of your own.';

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
