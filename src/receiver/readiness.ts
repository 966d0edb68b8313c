// Whether reports can be taken right now: asked by load balancers, answered yes or no and not a word more.
import type { Env, Hono } from 'hono';
import { READY_PATH } from './paths.ts';
import { httpProblemResponse, problemResponse } from './problems.ts';
import type { ReportStore } from './store.ts';

/** How long the database has to answer. */
const PING_MS = 2_000;

/** How long its answer stands, so that a flood of questions is no flood of queries. */
const MEMORY_MS = 1_000;

/**
 * Adds the route. It says no while the database does not answer, and from the moment the process is ending.
 * @param isEnding whether no more requests should be sent here
 */
export function addReadiness<Bound extends Env>(
  app: Hono<Bound>,
  store: Pick<ReportStore, 'ping'>,
  isEnding: () => boolean,
): void {
  const canStore = remember(() => answersInTime(store));
  app.get(READY_PATH, async () =>
    !isEnding() && (await canStore()) ? Response.json({ status: 'ready' }) : problemResponse('unavailable'),
  );
  app.all(READY_PATH, () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
}

function remember(ask: () => Promise<boolean>): () => Promise<boolean> {
  let askedAt = -Infinity;
  let answer = Promise.resolve(false);
  return () => {
    if (performance.now() - askedAt < MEMORY_MS) return answer;
    askedAt = performance.now();
    return (answer = ask());
  };
}

async function answersInTime(store: Pick<ReportStore, 'ping'>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PING_MS, false);
  });
  const ping = store.ping().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([ping, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
