// Several PostgreSQL servers of one database: which of them takes writes, and connections to that one alone.
import { Client, type Pool, type PoolClient } from 'pg';
import { DatabaseSetupError } from './store-errors.ts';

/** How often the servers are looked at while something is amiss. */
const TICK_MS = 500;

/** How long a server has to say what it is. All are asked at once. */
const ANSWER_MS = 2_000;

/** How long one that takes writes waits for the others, of which one may be on a later timeline. */
const OTHERS_MS = 1_000;

/** A statement that takes longer makes the servers be looked at: it may wait for a server that is gone. */
const SLOW_MS = 1_000;

/** What kysely and the store need of a pool whose server may change. */
export interface PrimaryPool {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
  /** To be called after any error of a statement: the server may be gone, or may only read by now. */
  suspect(): void;
}

/** A server that takes writes. */
interface Primary {
  readonly url: string;
  /** PostgreSQL counts promotions: a server that was promoted is on a later timeline than the one that it followed. */
  readonly timeline: number;
}

/** The connections to a primary. */
interface Connections extends Primary {
  readonly pool: Pool;
  /** When each connection was taken from the pool; those in the pool are not here. */
  readonly takenAt: Map<PoolClient, number>;
  /** Aborted when another server is the primary. */
  readonly use: AbortController;
}

/**
 * Connects to whichever server takes writes. Where several do, that is the one promoted last: a primary that comes back
 * after its standby was promoted gets no report, nor does any server behind the latest timeline that was seen.
 * @param urls the servers
 * @param open makes a pool of connections to one of them
 */
export function followPrimary(urls: readonly string[], open: (url: string) => Pool): PrimaryPool {
  let current: Connections | undefined;
  let latest = 0;
  let isSuspect = false;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  const suspect = (): void => {
    isSuspect = true;
  };
  const move = (primary: Primary): void => {
    const left = current;
    current = connectTo(primary, open(primary.url), suspect);
    if (left) abandon(left);
  };
  const search = async (): Promise<void> => {
    lookedAt = performance.now();
    const found = (await askAll(urls)).filter(({ timeline }) => timeline >= latest);
    const timeline = Math.max(...found.map((each) => each.timeline));
    const best = found.filter((each) => each.timeline === timeline);
    const primary = best.find(({ url }) => url === current?.url) ?? best[0];
    if (!primary) return;
    isSuspect = false;
    latest = timeline;
    if (primary.url !== current?.url || timeline > current.timeline) move(primary);
  };
  const look = (): Promise<void> => (looking ??= search().finally(() => (looking = undefined)));

  const timer = setInterval(() => {
    const now = performance.now();
    const isSlow = [...(current?.takenAt.values() ?? [])].some((moment) => now - moment > SLOW_MS);
    if (isSuspect || (isSlow && now - lookedAt > SLOW_MS)) void look();
  }, TICK_MS);
  timer.unref();

  return {
    suspect,
    async connect() {
      if (!current) await look();
      for (let tries = 2; current; tries--) {
        const before: Connections = current;
        try {
          return await take(before);
        } catch (error) {
          suspect();
          if (tries === 1) throw error;
          await look();
          if (current === before) throw error;
        }
      }
      throw new DatabaseSetupError(NO_PRIMARY);
    },
    async end() {
      clearInterval(timer);
      await looking;
      await current?.pool.end();
    },
  };
}

/** Why no connection can be had. */
const NO_PRIMARY =
  'None of the PostgreSQL servers of the URL takes writes. Are they running, and has one been promoted?';

function connectTo(primary: Primary, pool: Pool, suspect: () => void): Connections {
  const takenAt = new Map<PoolClient, number>();
  pool.on('acquire', (client) => takenAt.set(client, performance.now()));
  pool.on('release', (_error, client) => takenAt.delete(client));
  pool.on('error', suspect);
  return { ...primary, pool, takenAt, use: new AbortController() };
}

/** A connection of the pool, or an error as soon as the pool is abandoned. */
async function take({ pool, use }: Connections): Promise<PoolClient> {
  const connecting = pool.connect();
  const { promise, stop } = aborted(use.signal);
  const client = await Promise.race([connecting, promise]).finally(stop);
  if (client) return client;
  void connecting.then(
    (late) => late.release(true),
    () => {},
  );
  throw new Error('Another server has become the primary.');
}

function aborted(signal: AbortSignal): { promise: Promise<undefined>; stop: () => void } {
  let stop = (): void => {};
  const promise = new Promise<undefined>((resolve) => {
    const end = (): void => resolve(undefined);
    signal.addEventListener('abort', end, { once: true });
    stop = () => signal.removeEventListener('abort', end);
    if (signal.aborted) end();
  });
  return { promise, stop };
}

/** Breaks all connections, also those that wait for an answer: nothing that this server says counts any more. */
function abandon({ pool, takenAt, use }: Connections): void {
  use.abort();
  for (const client of takenAt.keys()) client.connection.stream.destroy();
  pool.end().catch(() => {});
}

/** The servers that take writes. It does not wait long for the others once there is one. */
async function askAll(urls: readonly string[]): Promise<Primary[]> {
  const found: Primary[] = [];
  let isLate = false;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      isLate = true;
      if (found.length > 0) resolve();
    }, OTHERS_MS);
    const asked = urls.map(async (url) => {
      const answer = await askServer(url);
      if (answer) found.push(answer);
      if (answer && isLate) resolve();
    });
    void Promise.all(asked).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  return found;
}

/** Asks a server whether it takes writes. @returns undefined where it does not, or does not answer */
async function askServer(url: string): Promise<Primary | undefined> {
  const client = new Client({
    connectionString: url,
    application_name: 'cliquez-signalez',
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ file: string | null }>(WRITES);
    const file = rows[0]?.file;
    // The name of a file of the write-ahead log begins with the timeline.
    return file ? { url, timeline: Number.parseInt(file.slice(0, 8), 16) } : undefined;
  } catch {
    return undefined;
  } finally {
    void client.end().catch(() => {});
  }
}

// What libpq asks for `read-write`, and a name that only a primary can give.
const WRITES = `
  select case when not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off'
    then pg_walfile_name(pg_current_wal_lsn()) end as file`;
