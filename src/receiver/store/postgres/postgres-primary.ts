// Several PostgreSQL servers of one database: which of them takes writes, and connections to that one alone.
import type { Pool, PoolClient } from 'pg';
import { askServers, reasonOf, type Primary } from './postgres-role.ts';
import { DatabaseSetupError } from '../../database/store-errors.ts';

/** How often the servers are looked at while something is amiss. */
const TICK_MS = 500;

/** A statement that takes longer makes the servers be looked at: it may wait for a server that is gone. */
const SLOW_MS = 1_000;

/** The pool as kysely and the store see it; its server may change. */
export interface PrimaryPool {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
  /** To be called after any error of a statement: the server may be gone, or may only read by now. */
  suspect(): void;
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
 * Connects to the server that takes writes. If several do, it chooses the last promoted: a primary that comes back
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
  let reason: Error | undefined;

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
    const answers = await askServers(urls);
    reason = reasonOf(answers);
    const found = answers.flatMap((answer) =>
      answer.kind === 'writes' && answer.timeline >= latest ? [answer] : [],
    );
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
      throw reason ?? new DatabaseSetupError(NO_PRIMARY);
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
