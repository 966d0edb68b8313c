// Faults of a pair under Patroni while reports arrive, and the operator's repairs. Each ends with two servers in step.
import assert from 'node:assert/strict';
import { otherSite, type Site } from '../failover/network.ts';
import type { Traffic } from '../failover/traffic.ts';
import { until } from '../../setup/until.ts';
import type { PatroniPair } from './patroni-pair.ts';

/** The tools of a fault. */
export interface Scene extends Traffic {
  readonly pair: PatroniPair;
  /** Patroni's `synchronous_standby_names` while there is no standby: by `synchronous_mode_strict`. */
  readonly whenAlone: '' | '*';
  /** Whether receivers run with `SYNCHRONOUS_STANDBY=1`. */
  readonly needsStandby: boolean;
  /** Counts requests that were acknowledged while the leader was alone. */
  acknowledgedAlone(count: number): void;
}

/** One fault, from its beginning to the end of the repair. */
export interface Fault {
  readonly name: string;
  run(scene: Scene): Promise<void>;
}

/** Requests in flight: fewer than against servers without Patroni, which must not come too late itself. */
export const REPORTERS = 12;

/** The standby dies, and Patroni lets the commits go that wait for it, or does not; more requests come. */
async function loseStandby(scene: Scene): Promise<Site> {
  const { pair, whenAlone, needsStandby } = scene;
  const leader = pair.primary();
  await pair.nodes[otherSite(leader)].kill();
  scene.broke();
  await until(async () => (await pair.standbysOf(leader)) === whenAlone, `« ${whenAlone} »`, 30_000);
  if (needsStandby) await scene.notReady();
  const more = () => (needsStandby ? scene.moreUnconfirmed(REPORTERS) : scene.more());
  // Answers may be on their way that were given before.
  await more();
  const before = scene.counts().acknowledged;
  await more();
  scene.acknowledgedAlone(scene.counts().acknowledged - before);
  assert.equal(await pair.standbysOf(leader), whenAlone);
  return leader;
}

/** Goes on by itself, once there is a standby. */
async function goOn(scene: Scene): Promise<void> {
  await scene.pair.inStep();
  scene.promoted();
  await scene.readyAgain();
  await scene.more();
}

/** The standby dies, and comes back. */
const standbyAway: Fault = {
  name: 'standby killed, and started again',
  async run(scene) {
    const leader = await loseStandby(scene);
    scene.pair.nodes[otherSite(leader)].start();
    await goOn(scene);
  },
};

/**
 * The standby dies, then the leader with its disk, and the standby comes back. Patroni does not promote it, because it
 * was no longer waited for. An operator says so, who knows that there is nothing better.
 */
export const BOTH_KILLED: Fault = {
  name: 'standby killed, leader killed, its disk thrown away',
  async run(scene) {
    const { pair } = scene;
    const leader = await loseStandby(scene);
    const standby = otherSite(leader);
    await pair.nodes[leader].kill();
    pair.nodes[leader].discard();
    pair.nodes[standby].start();
    await pair.follows(standby);
    await pair.failOverTo(standby);
    pair.nodes[leader].start();
    await goOn(scene);
  },
};

/** The leader dies with its disk; Patroni promotes the standby. Its old server comes back with nothing, and copies all. */
const leaderKilled: Fault = {
  name: 'leader killed, its disk thrown away',
  async run(scene) {
    const { pair } = scene;
    const leader = pair.primary();
    await pair.nodes[leader].kill();
    scene.broke();
    pair.nodes[leader].discard();
    await scene.notReady();
    await pair.leads(otherSite(leader));
    pair.nodes[leader].start();
    await goOn(scene);
  },
};

/** The leader's Patroni hangs: the standby is promoted, and both servers take writes until it goes on. */
const leaderFrozen: Fault = {
  name: 'Patroni of the leader stopped, and continued',
  async run(scene) {
    const { pair } = scene;
    const leader = pair.primary();
    pair.nodes[leader].freeze();
    await pair.leads(otherSite(leader));
    await scene.moreUnconfirmed(REPORTERS);
    pair.nodes[leader].thaw();
    await goOn(scene);
  },
};

/** A change of roles on purpose. */
const switchover: Fault = {
  name: 'switchover',
  async run(scene) {
    const { pair } = scene;
    scene.broke();
    await pair.switchOverTo(otherSite(pair.primary()));
    await goOn(scene);
  },
};

/** Each fault once. */
export const FAULTS: readonly Fault[] = [standbyAway, BOTH_KILLED, leaderKilled, leaderFrozen, switchover];
