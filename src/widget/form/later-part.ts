// The loader of the form's second file: it loads once, however often it is asked, and again after a failure.

import { inTime } from '../shared/arrival.ts';
import type { LocalizeController } from '../../words/localize-controller.ts';

/** Makes the later part of a form. */
type Make = (typeof import('./later.ts'))['LaterForm'];

/** Loading starts once the form has been painted, also on a slow device. */
const PAINTED_MS = 200;

/** On a page that is never idle, loading starts after this time. */
const BUSY_MS = 1_000;

const inNextTask = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => void setTimeout(() => resolve(value)));

/** The later part of one form. */
export class LaterPart {
  /** The part, once it has loaded with its strings. */
  LaterForm: Make | undefined;
  /** Whether it was requested and failed to load. */
  hasFailed = false;
  #localize: LocalizeController;
  #settled: () => void;
  #fetching: Promise<void> | undefined;

  /** @param settled called when loading has succeeded or failed */
  constructor(localize: LocalizeController, settled: () => void) {
    this.#localize = localize;
    this.#settled = settled;
  }

  /** Resolves once the part has loaded, or has failed to. */
  fetch(): Promise<void> {
    return (this.#fetching ??= this.#fetch());
  }

  /** Loads the part while the reporter reads the first step, so that no tap waits for it. */
  fetchWhenIdle(): void {
    const start = (): void => void this.fetch();
    // Safari has no `requestIdleCallback`.
    const whenIdle = window.requestIdleCallback ?? start;
    setTimeout(() => whenIdle(start, { timeout: BUSY_MS }), PAINTED_MS);
  }

  async #fetch(): Promise<void> {
    const loading = this.#load();
    // Files that come after their time are used all the same.
    loading.then(
      () => this.hasFailed && this.#settle(false),
      () => {},
    );
    try {
      await inTime(loading);
      this.#settle(false);
    } catch {
      this.#fetching = undefined;
      this.#settle(true);
    }
  }

  async #load(): Promise<void> {
    // Running the file and rendering its views would be one long task on a slow device.
    const part = import('./later.ts').then(inNextTask);
    await this.#localize.loadLater(part.then(({ readListed }) => readListed));
    ({ LaterForm: this.LaterForm } = await part);
  }

  #settle(hasFailed: boolean): void {
    this.hasFailed = hasFailed;
    this.#settled();
  }
}
