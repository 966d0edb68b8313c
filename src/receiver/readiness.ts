// Whether reports can be taken right now: asked by load balancers, answered yes or no and not a word more.
import type { Env, Hono } from 'hono';
import { READY_PATH } from './paths.ts';
import { httpProblemResponse, problemResponse } from './problems.ts';
import type { ReportStore } from './store.ts';

/** How long the database has to take a report. With the memory of its answer: a fault is told within two seconds. */
const PROBE_MS = 1_500;

/** How long an answer stands, so that a flood of questions is no flood of writes. */
const MEMORY_MS = 500;

/**
 * Adds the route. It says no while the database takes no report, and from the moment the process is ending.
 * @param isEnding whether no more requests should be sent here
 */
export function addReadiness<Bound extends Env>(
  app: Hono<Bound>,
  store: Pick<ReportStore, 'probe'>,
  isEnding: () => boolean,
): void {
  const canStore = remember(() => store.probe());
  app.get(READY_PATH, async () =>
    !isEnding() && (await canStore()) ? Response.json({ status: 'ready' }) : problemResponse('unavailable'),
  );
  app.all(READY_PATH, () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
}

/** Asks one question at a time: a database that does not answer is not asked again before it has. */
function remember(probe: () => Promise<void>): () => Promise<boolean> {
  let askedAt = -Infinity;
  let isUnderWay = false;
  let answer = Promise.resolve(false);
  return () => {
    if (isUnderWay || performance.now() - askedAt < MEMORY_MS) return answer;
    askedAt = performance.now();
    isUnderWay = true;
    const outcome = probe().then(
      () => true,
      () => false,
    );
    void outcome.then(() => (isUnderWay = false));
    return (answer = inTime(outcome));
  };
}

async function inTime(outcome: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PROBE_MS, false);
  });
  try {
    return await Promise.race([outcome, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
