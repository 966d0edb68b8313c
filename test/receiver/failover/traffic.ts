// The traffic while servers fail: receivers, reporters and forms, a reader, `/ready`; and its results.
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../server-process.ts';
import { until } from '../../setup/until.ts';
import { deliverForm, sendForms } from './forms.ts';
import { createHistory, type Finding, type HistoryCounts } from './history.ts';
import { otherSite } from './network.ts';
import { watchReady, type ReadyWatch } from './ready-watch.ts';
import { startReading } from './reader.ts';
import { indexOf, numberedReport } from './reports.ts';
import { rowsOf } from './rows.ts';
import { caughtUp, type Servers } from './servers.ts';
import { startWorker } from './workers.ts';
/** How a worker reaches the database: by a URL that names both servers, or by one address before them. */
export type Way = 'both servers' | 'one address';

/** How reports arrive. */
export interface TrafficOptions {
  /** By which address each worker reaches the database; by default one by each. */
  readonly workers?: readonly Way[];
  /** Requests in flight in each worker. */
  readonly reporters?: number;
  /** Whether receivers run with `SYNCHRONOUS_STANDBY=1`. */
  readonly needsStandby?: boolean;
  /** Whether clocks of receivers can jump. */
  readonly hasJumpingClocks?: boolean;
  /** The one address before both servers. */
  readonly frontDoorUrl?: string;
}

/** The controls of the traffic, for a fault. */
export interface Traffic {
  /** The fault begins now: nothing can be stored any more. */
  broke(): void;
  /** Resolves once `/ready` says no. */
  notReady(): Promise<void>;
  /** From now on reports could be stored. */
  promoted(): void;
  /** Resolves once `/ready` says yes. */
  readyAgain(): Promise<void>;
  /** Resolves once some more requests are acknowledged, or are not. */
  more(count?: number): Promise<void>;
  moreUnconfirmed(count: number): Promise<void>;
  killReceivers(): Promise<void>;
  jumpClocks(): void;
  counts(): HistoryCounts;
}

/** The results. */
export interface TrafficToll extends HistoryCounts {
  readonly findings: readonly Finding[];
  /** Reports that only were acknowledged when they were sent again at the end. */
  readonly deliveredAtTheEnd: number;
  readonly forms: number;
  readonly formsUnconfirmed: number;
  /** Longest time until `/ready` said no after a fault, and yes after a promotion, in milliseconds. */
  readonly notReadyMs: number;
  readonly readyMs: number;
  /** Longest time for an answer of `/ready` where all is well: what this machine adds. */
  readonly slowestMs: number;
}

/** Requests in flight in each worker. */
export const REPORTERS = 24;
/** Numbers of forms, beyond those of reporters. */
const FIRST_FORM = 2 ** 40;
/** Acknowledged reports that show that all is well. */
const SOME = 200;

const JUMPING_CLOCK = fileURLToPath(new URL('jumping-clock.ts', import.meta.url));

/** Starts it. `end` lets what is under way finish, sends again what nobody acknowledged, and judges both servers. */
export async function startTraffic(
  t: TestContext,
  servers: Servers,
  options: TrafficOptions = {},
): Promise<Traffic & { end(): Promise<TrafficToll> }> {
  const { workers: ways = ['both servers', 'one address'], reporters = REPORTERS } = options;
  const { needsStandby = false, hasJumpingClocks = false, frontDoorUrl = servers.url } = options;
  const history = createHistory();
  let isOver = false;
  const environment = hasJumpingClocks ? { NODE_OPTIONS: `--import=${JUMPING_CLOCK}` } : {};
  const settings = {
    DATABASE_URL: servers.url,
    TRUSTED_PROXIES: '127.0.0.1',
    FREE_REPORTS: '999999',
    SYNCHRONOUS_STANDBY: needsStandby ? '1' : '0',
  };
  const start = () => startServer(t, { ...environment, ...settings });
  let server = await start();
  const endpoint = (): string => server.endpoint;
  const urlFor = (way: Way): string => (way === 'one address' ? frontDoorUrl : servers.url);
  const workers = ways.map((way) =>
    startWorker(history, { needsStandby, url: urlFor(way), reporters }, environment),
  );
  const forms = sendForms(endpoint, history, FIRST_FORM);
  const reader = startReading(servers.url, { needsStandby });
  const ready = watchReady(() => new URL(endpoint()).origin);
  t.after(() => {
    isOver = true;
    reader.stop();
    ready.stop();
    forms.stop();
    for (const worker of workers) worker.stop();
  });

  const moreOf = async (kind: 'acknowledged' | 'unconfirmed', count: number): Promise<void> => {
    const goal = history.counts()[kind] + count;
    await until(() => isOver || history.counts()[kind] >= goal, `${count} more ${kind}`, 60_000);
  };
  const clock = createClock(ready);
  return {
    ...clock.events,
    more: (count = SOME) => moreOf('acknowledged', count),
    moreUnconfirmed: (count) => moreOf('unconfirmed', count),
    async killReceivers() {
      const next = await start();
      server.child.kill('SIGKILL');
      server = next;
      await Promise.all(workers.map((worker) => worker.kill()));
    },
    jumpClocks() {
      server.child.kill('SIGUSR2');
      for (const worker of workers) worker.jumpClock();
    },
    counts: history.counts,
    async end() {
      isOver = true;
      const [toll] = await Promise.all([forms.end(), ...workers.map((worker) => worker.end())]);
      const left = history.unacknowledged();
      const deliveredAtTheEnd = left.length;
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let key = left.pop(); key !== undefined; key = left.pop()) {
            const { body } = numberedReport(indexOf(key)!);
            await deliverForm(endpoint, { id: key, body }, history);
          }
        }),
      );
      await caughtUp(servers);
      const read = await reader.end();
      const primary = servers.primary();
      const findings = history.judge(await rowsOf(servers, primary), read);
      const onStandby = history.judge(await rowsOf(servers, otherSite(primary)), read);
      return {
        ...history.counts(),
        findings: [...findings, ...onStandby],
        deliveredAtTheEnd,
        forms: toll.delivered,
        formsUnconfirmed: toll.unconfirmed,
        ...clock.times(),
        slowestMs: Math.round(ready.slowest()),
      };
    },
  };
}

/** Measures how long `/ready` takes to tell the truth. */
function createClock(ready: ReadyWatch) {
  let [brokeAt, promotedAt, notReadyMs, readyMs] = [0, 0, 0, 0];
  return {
    events: {
      broke: () => void (brokeAt = performance.now()),
      promoted: () => void (promotedAt = performance.now()),
      async notReady() {
        notReadyMs = Math.max(notReadyMs, await ready.since(brokeAt, false));
      },
      async readyAgain() {
        readyMs = Math.max(readyMs, await ready.since(promotedAt, true));
      },
    },
    times: () => ({ notReadyMs: Math.round(notReadyMs), readyMs: Math.round(readyMs) }),
  };
}
