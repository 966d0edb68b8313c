// A run: two servers, receivers of two versions, reporters and forms, what befalls them, and the history of it all.
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../receiver/server-process.ts';
import { until } from '../setup/until.ts';
import { deliverForm, sendForms } from './forms.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { createHistory, type Finding, type HistoryCounts } from './history.ts';
import { makeNetwork, otherSite, type TestNetwork } from './network.ts';
import { startPair, type PairOptions } from './pair.ts';
import { watchReady, type ReadyWatch } from './ready-watch.ts';
import { startReading } from './reader.ts';
import { indexOf, numberedReport } from './reports.ts';
import { rowsOf } from './rows.ts';
import { REPORTERS, type Disks, type Fault, type Scene } from './scene.ts';
import { startWorker } from './workers.ts';
import type { Work } from './worker.ts';

/** How a run is made. */
export interface RunOptions extends PairOptions {
  /** Requests that are answered in all; the run ends after them. */
  readonly operations: number;
  /** One after the other, spread over the operations. */
  readonly faults: readonly Fault[];
  readonly disks?: Disks;
  /** Whether clocks of receivers can jump. */
  readonly hasJumpingClocks?: boolean;
  /** Whether receivers run with `SYNCHRONOUS_STANDBY=1`. */
  readonly needsStandby?: boolean;
  /** Workers; by default one of each version. */
  readonly workers?: readonly Pick<Work, 'version' | 'synchronousCommit'>[];
}

/** What came out. */
export interface Toll extends HistoryCounts {
  readonly network: TestNetwork['kind'];
  readonly frontDoor: FrontDoor['kind'];
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
  readonly seconds: number;
}

const JUMPING_CLOCK = fileURLToPath(new URL('jumping-clock.ts', import.meta.url));

/** Numbers of forms, beyond those of reporters. */
const FIRST_FORM = 2 ** 40;
/** Acknowledged reports that show that all is well. */
const SOME = 200;

/** Makes a run. */
export async function runFaults(t: TestContext, options: RunOptions): Promise<Toll> {
  const { operations, faults, workers: kinds = [{ version: 'present' }, { version: 'first' }] } = options;
  const startedAt = performance.now();
  const network = await makeNetwork();
  t.after(() => network.stop());
  const pair = await startPair(network, options);
  t.after(() => pair.stop());
  const frontDoor = await openFrontDoor(network, pair.primary());
  t.after(() => frontDoor.stop());

  const history = createHistory();
  let isOver = false;
  const environment = options.hasJumpingClocks ? { NODE_OPTIONS: `--import=${JUMPING_CLOCK}` } : {};
  const { needsStandby = false } = options;
  const settings = {
    DATABASE_URL: pair.url,
    TRUSTED_PROXIES: '127.0.0.1',
    FREE_REPORTS: '999999',
    SYNCHRONOUS_STANDBY: needsStandby ? '1' : '0',
  };
  const start = () => startServer(t, { ...environment, ...settings });
  let server = await start();
  const endpoint = (): string => server.endpoint;
  const urlFor = ({ version }: Pick<Work, 'version'>) => (version === 'first' ? frontDoor.url : pair.url);
  const workers = kinds.map((kind) =>
    startWorker(history, { ...kind, needsStandby, url: urlFor(kind), reporters: REPORTERS }, environment),
  );
  const forms = sendForms(endpoint, history, FIRST_FORM);
  const reader = startReading(pair.url);
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
  const more = (count = SOME): Promise<void> => moreOf('acknowledged', count);
  const clock = createClock(ready);
  const scene: Scene = {
    network,
    pair,
    frontDoor,
    ...clock.events,
    more,
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
    disks: options.disks,
  };
  await more();
  for (const [index, fault] of faults.entries()) {
    const share = ((index + 1) * operations) / (faults.length + 1);
    await until(() => history.counts().operations >= share, `${share} operations`, 600_000);
    const began = performance.now();
    await fault.run(scene);
    await more();
    t.diagnostic(`${fault.name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  }
  await until(() => history.counts().operations >= operations, `${operations} operations`, 600_000);
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
  await pair.caughtUp();
  const primary = pair.primary();
  const read = await reader.end();
  const findings = history.judge(await rowsOf(pair, primary), read);
  const onStandby = history.judge(await rowsOf(pair, otherSite(primary)), read);
  return {
    ...history.counts(),
    network: network.kind,
    frontDoor: frontDoor.kind,
    findings: [...findings, ...onStandby],
    deliveredAtTheEnd,
    forms: toll.delivered,
    formsUnconfirmed: toll.unconfirmed,
    ...clock.times(),
    slowestMs: Math.round(ready.slowest()),
    seconds: Math.round((performance.now() - startedAt) / 1_000),
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
