// What befalls a run, and what it may use: types, and the size of what is under way.
import type { FrontDoor } from './front-door.ts';
import type { Site, TestNetwork } from './network.ts';
import type { Pair } from './pair.ts';

/** Requests in flight in each worker. */
export const REPORTERS = 24;
/** One fault, from its beginning to the end of the repair. */
export interface Fault {
  readonly name: string;
  run(scene: Scene): Promise<void>;
}

/** What a fault may use. */
export interface Scene {
  readonly network: TestNetwork;
  readonly pair: Pair;
  readonly frontDoor: FrontDoor;
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
  readonly disks: Disks | undefined;
}

/** Disks of the servers that can be filled. */
export interface Disks {
  fill(site: Site): void;
  free(site: Site): void;
}
