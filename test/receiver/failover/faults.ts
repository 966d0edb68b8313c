// Faults of the pair while reports arrive, and the operator's repairs. Each ends with two servers that are in step.
import assert from 'node:assert/strict';
import { otherSite, type Link, type Site } from './network.ts';
import type { Fault, Scene } from './scene.ts';
import { REPORTERS } from './traffic.ts';

/** The standby is promoted, and what knows one address only is pointed at it. */
async function promote(scene: Scene): Promise<void> {
  const { pair, frontDoor } = scene;
  const standby = otherSite(pair.primary());
  await pair.promote(standby);
  scene.promoted();
  await frontDoor.pointAt(standby);
  await scene.readyAgain();
}

/** Cuts the standby off from the primary, which is returned. */
function cutReplication({ pair, network, broke }: Scene): Site {
  network.cut('replication');
  broke();
  return pair.primary();
}

/** A primary whose standby is cut off dies with its disk; the standby is promoted, and a new one is made. */
async function loseForGood(scene: Scene, old: Site): Promise<void> {
  const { pair, network } = scene;
  await pair.crash(old);
  pair.discard(old);
  await promote(scene);
  await network.heal('replication');
  await pair.rebuild(old);
}

/** The primary dies, and its disk with it. */
const killed: Fault = {
  name: 'primary killed, its disk thrown away',
  async run(scene) {
    const { pair } = scene;
    const old = pair.primary();
    await pair.crash(old);
    scene.broke();
    pair.discard(old);
    await scene.notReady();
    await promote(scene);
    await pair.rebuild(old);
  },
};

/** A link is cut in silence; the old primary stays up, and takes itself for the primary. */
const cut = (name: string, linkOf: (scene: Scene) => Link): Fault => ({
  name,
  async run(scene) {
    const { pair, network } = scene;
    const old = pair.primary();
    const link = linkOf(scene);
    network.cut(link);
    scene.broke();
    await scene.notReady();
    await promote(scene);
    await network.heal(link);
    // Both are up now, and both take writes.
    await scene.more();
    await pair.crash(old);
    await pair.rebuild(old);
  },
});

/** An orderly change of roles. */
const demoted: Fault = {
  name: 'primary demoted',
  async run(scene) {
    const { pair } = scene;
    const old = pair.primary();
    scene.broke();
    await pair.shutDown(old);
    await scene.notReady();
    await promote(scene);
    await pair.follow(old);
  },
};

/** The old primary comes back with its old files, while reports arrive at the new one. */
const stale: Fault = {
  name: 'stale primary comes back',
  async run(scene) {
    const { pair, network } = scene;
    const old = cutReplication(scene);
    await scene.notReady();
    // Reports that wait are on the old primary alone.
    await pair.crash(old);
    await promote(scene);
    await network.heal('replication');
    await pair.start(old);
    const [before] = await pair.query(old, COUNT);
    await scene.more();
    const [after] = await pair.query(old, COUNT);
    assert.deepEqual(after, before, 'a stale primary was written to');
    await pair.crash(old);
    await pair.rebuild(old);
  },
};

const COUNT = 'select count(*), max(sequence) from report';

/** The standby goes away and comes back: nothing is stored meanwhile. */
const alone: Fault = {
  name: 'standby away',
  async run(scene) {
    const { pair } = scene;
    const standby = otherSite(pair.primary());
    await pair.crash(standby);
    scene.broke();
    await scene.notReady();
    await pair.start(standby);
    scene.promoted();
    await scene.readyAgain();
  },
};

/** All receivers are killed at once. */
const receiversKilled: Fault = {
  name: 'receivers killed',
  run: (scene) => scene.killReceivers(),
};

/** Each fault once. */
export const FAULTS: readonly Fault[] = [
  killed,
  cut('primary cut off from its standby', () => 'replication'),
  receiversKilled,
  demoted,
  cut('primary cut off from the receivers', ({ pair }) => pair.primary()),
  stale,
  alone,
];

/** The disk of a server is full until somebody makes room, and starts the server again if it has given up. */
const diskFull = (name: string, siteOf: (scene: Scene) => Site): Fault => ({
  name,
  async run(scene) {
    const { pair, disks } = scene;
    if (!disks) return;
    const site = siteOf(scene);
    disks.fill(site);
    await scene.moreUnconfirmed(REPORTERS);
    disks.free(site);
    if (!pair.isRunning(site)) await pair.start(site);
    await scene.more();
  },
});

const diskOfPrimaryFull = diskFull('disk of the primary full', ({ pair }) => pair.primary());
const diskOfStandbyFull = diskFull('disk of the standby full', ({ pair }) => otherSite(pair.primary()));

/** The clocks of all receivers jump. */
const clocksJump: Fault = {
  name: 'clocks of the receivers jump',
  async run(scene) {
    scene.jumpClocks();
    await scene.more();
  },
};

/** Each fault of a long run, which has disks of its own. */
export const MORE_FAULTS: readonly Fault[] = [...FAULTS, diskOfPrimaryFull, diskOfStandbyFull, clocksJump];

/** The standby is behind when the primary dies: a report that was acknowledged meanwhile is lost. */
export const BEHIND: Fault = {
  name: 'standby behind when the primary dies',
  async run(scene) {
    const old = cutReplication(scene);
    await Promise.race([scene.more(), scene.notReady()]);
    await loseForGood(scene, old);
  },
};

/**
 * While its standby is behind, somebody empties the setting, by hand or as Patroni does by itself: commits that wait are
 * let go as if they had succeeded. Then the primary dies.
 */
export const EMPTIED: Fault = {
  name: 'synchronous_standby_names emptied while the standby is behind, and the primary dies',
  async run(scene) {
    const { pair, network, frontDoor } = scene;
    const old = cutReplication(scene);
    await scene.notReady();
    await pair.query(old, `alter system set synchronous_standby_names = ''`);
    await pair.query(old, 'select pg_reload_conf()');
    await Promise.race([scene.more(), scene.moreUnconfirmed(2 * REPORTERS)]);
    await pair.crash(old);
    pair.discard(old);
    await pair.promote(otherSite(old));
    await frontDoor.pointAt(otherSite(old));
    await network.heal('replication');
    // If there must be a standby, nothing is acknowledged before there is one.
    await pair.rebuild(old);
    scene.promoted();
    await scene.readyAgain();
  },
};

/** With SYNCHRONOUS_STANDBY=1: the faults after which there is a standby again before anything is acknowledged. */
export const STANDBY_FAULTS: readonly Fault[] = [
  EMPTIED,
  receiversKilled,
  alone,
  diskOfPrimaryFull,
  diskOfStandbyFull,
  clocksJump,
];

/**
 * While its standby is behind, the primary restarts, and shows reports that were never acknowledged. Then it dies. A
 * receiver that acknowledged what it saw there has lost a report.
 */
export const RESTARTED: Fault = {
  name: 'primary restarts while its standby is behind, and dies',
  async run(scene) {
    const { pair } = scene;
    const old = cutReplication(scene);
    await scene.notReady();
    await pair.crash(old);
    await pair.start(old);
    // Receivers that start now send again what was under way.
    await scene.killReceivers();
    await scene.moreUnconfirmed(2 * REPORTERS);
    await loseForGood(scene, old);
  },
};
