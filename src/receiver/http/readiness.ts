// The answer to load balancers: yes or no, without details, whether reports can be taken right now.
import type { Env, Hono } from 'hono';
import { READY_PATH } from '../protocol/paths.ts';
import { httpProblemResponse, problemResponse } from '../protocol/problems.ts';
import type { ReportStore } from '../store/store.ts';

/** How long the database has to take a report. Together with `MEMORY_MS`, a fault shows within two seconds. */
const PROBE_MS = 1_500;

/** How long an answer is reused, so that a flood of requests does not become a flood of writes. */
const MEMORY_MS = 500;

/**
 * Adds the route. It answers no while the database takes no report, and from the moment the process is ending.
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

/** Runs one probe at a time: a database that does not answer is not probed again until it does. */
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
