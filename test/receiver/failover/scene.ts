// The faults of a run, and the tools of a fault.
import type { FrontDoor } from './front-door.ts';
import type { Site, TestNetwork } from './network.ts';
import type { Pair } from './pair.ts';
import type { Traffic } from './traffic.ts';

/** One fault, from its beginning to the end of the repair. */
export interface Fault {
  readonly name: string;
  run(scene: Scene): Promise<void>;
}

/** The tools of a fault. */
export interface Scene extends Traffic {
  readonly network: TestNetwork;
  readonly pair: Pair;
  readonly frontDoor: FrontDoor;
  readonly disks: Disks | undefined;
}

/** Disks of the servers that can be filled. */
export interface Disks {
  fill(site: Site): void;
  free(site: Site): void;
}
