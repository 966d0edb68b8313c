// What brings the later part of the form: once, however often it is asked for, and again after a failure.

import type { LocalizeController } from '../i18n/localize-controller.ts';

/** Everything after the first step. */
export type Later = (typeof import('./later.ts'))['later'];

/** A page that is never idle gets the part after this time all the same. */
const BUSY_MS = 1_000;

/** The later part of one form. */
export class LaterPart {
  /** The part, once it is there with its strings. */
  value: Later | undefined;
  /** Whether it was asked for and did not arrive. */
  hasFailed = false;
  #localize: LocalizeController;
  #settled: () => void;
  #fetching: Promise<Later | undefined> | undefined;

  /** @param settled called when the part has arrived, or has not */
  constructor(localize: LocalizeController, settled: () => void) {
    this.#localize = localize;
    this.#settled = settled;
  }

  /** Resolves to the part, or to undefined where it cannot be had. */
  fetch(): Promise<Later | undefined> {
    return (this.#fetching ??= this.#fetch());
  }

  /** The part comes while the reporter reads the first step, so that no tap waits for it. */
  fetchWhenIdle(): void {
    const whenIdle =
      window.requestIdleCallback ?? ((then: () => void, _: object): number => window.setTimeout(then, 200));
    whenIdle(() => void this.fetch(), { timeout: BUSY_MS });
  }

  async #fetch(): Promise<Later | undefined> {
    try {
      const [{ later }] = await Promise.all([import('./later.ts'), this.#localize.load('later')]);
      this.value = later;
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
      this.#fetching = undefined;
    }
    this.#settled();
    return this.value;
  }
}
