// A run: two servers, reports that arrive, and what befalls the servers, spread over the requests.
import type { TestContext } from 'node:test';
import { until } from '../../setup/until.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { makeNetwork, type TestNetwork } from './network.ts';
import { startPair, type PairOptions } from './pair.ts';
import type { Disks, Fault, Scene } from './scene.ts';
import { startTraffic, type TrafficOptions, type TrafficToll } from './traffic.ts';

/** How a run is made. */
export interface RunOptions extends PairOptions, Omit<TrafficOptions, 'frontDoorUrl'> {
  /** Requests that are answered in all; the run ends after them. */
  readonly operations: number;
  /** One after the other, spread over the operations. */
  readonly faults: readonly Fault[];
  readonly disks?: Disks;
}

/** The result of a run. */
export interface Toll extends TrafficToll {
  readonly network: TestNetwork['kind'];
  readonly frontDoor: FrontDoor['kind'];
  readonly seconds: number;
}

/** Makes a run. */
export async function runFaults(t: TestContext, options: RunOptions): Promise<Toll> {
  const { operations, faults, disks } = options;
  const startedAt = performance.now();
  const network = await makeNetwork();
  t.after(() => network.stop());
  const pair = await startPair(network, options);
  t.after(() => pair.stop());
  const frontDoor = await openFrontDoor(network, pair.primary());
  t.after(() => frontDoor.stop());
  const traffic = await startTraffic(t, pair, { ...options, frontDoorUrl: frontDoor.url });
  const scene: Scene = { ...traffic, network, pair, frontDoor, disks };
  const answered = (count: number): Promise<void> =>
    until(() => traffic.counts().operations >= count, `${count} operations`, 600_000);
  await traffic.more();
  for (const [index, fault] of faults.entries()) {
    await answered(((index + 1) * operations) / (faults.length + 1));
    const began = performance.now();
    await fault.run(scene);
    await traffic.more();
    t.diagnostic(`${fault.name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  }
  await answered(operations);
  return {
    ...(await traffic.end()),
    network: network.kind,
    frontDoor: frontDoor.kind,
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
}
