// A run: two servers under Patroni, reports that arrive, and what befalls the servers.
import type { TestContext } from 'node:test';
import { startTraffic, type TrafficToll } from '../failover/traffic.ts';
import { REPORTERS, type Fault, type Scene } from './faults.ts';
import { startPatroniPair } from './patroni-pair.ts';

/** How a run is made. */
export interface RunOptions {
  /** `synchronous_mode_strict` */
  readonly isStrict: boolean;
  /** Whether receivers run with `SYNCHRONOUS_STANDBY=1`. */
  readonly needsStandby: boolean;
  /** One after the other. */
  readonly faults: readonly Fault[];
}

/** The result of a run. */
export interface Toll extends TrafficToll {
  /** Requests that were acknowledged while the leader was alone. */
  readonly acknowledgedAlone: number;
}

/** Makes a run. */
export async function runFaults(t: TestContext, options: RunOptions): Promise<Toll> {
  const { isStrict, needsStandby, faults } = options;
  const pair = await startPatroniPair(isStrict);
  t.after(() => pair.stop());
  const traffic = await startTraffic(t, pair, {
    needsStandby,
    workers: ['both servers'],
    reporters: REPORTERS,
  });
  let acknowledgedAlone = 0;
  const scene: Scene = {
    ...traffic,
    pair,
    whenAlone: isStrict ? '*' : '',
    needsStandby,
    acknowledgedAlone: (count) => void (acknowledgedAlone += count),
  };
  await traffic.more();
  for (const fault of faults) {
    const began = performance.now();
    await fault.run(scene);
    t.diagnostic(`${fault.name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  }
  return { ...(await traffic.end()), acknowledgedAlone };
}
