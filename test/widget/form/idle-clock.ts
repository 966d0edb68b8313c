// Moves the clocks of the page for tests of the idle clock, and fires its timers.

import type { FormHarness } from './form-harness.ts';

const MINUTE = 60_000;

/** The timers of sending, of taps and of the tests themselves go on as they are: none takes longer. */
const LONGEST_OTHER_MS = 20_000;

/** The clocks of one test, from `start` to `stop`. */
export class IdleClock {
  /** How far the test has moved both clocks, in milliseconds. */
  offset = 0;
  /** How far somebody has set the wall clock beside. */
  adjusted = 0;
  /** The timers of the idle clock. */
  readonly timers: Map<number, () => void> = new Map();
  #wall = Date.now;
  #steady = performance.now.bind(performance);
  #setTimeout = window.setTimeout;
  #clearTimeout = window.clearTimeout;
  #last = 0;

  start(): void {
    this.offset = this.adjusted = 0;
    this.timers.clear();
    // Both stand between two moves, at whole numbers.
    const [wall, steady] = [this.#wall(), Math.ceil(this.#steady())];
    Date.now = () => wall + this.offset + this.adjusted;
    performance.now = () => steady + this.offset;
    const { timers } = this;
    const set = this.#setTimeout;
    const clear = this.#clearTimeout;
    window.setTimeout = ((then: () => void, ms = 0) => {
      if (ms <= LONGEST_OTHER_MS) return set(then, ms);
      timers.set((this.#last -= 1), then);
      return this.#last;
    }) as unknown as typeof setTimeout;
    window.clearTimeout = (id) => void (timers.delete(Number(id)) || clear(id));
  }

  stop(): void {
    Date.now = this.#wall;
    performance.now = this.#steady;
    window.setTimeout = this.#setTimeout;
    window.clearTimeout = this.#clearTimeout;
  }

  /** Moves both clocks forward by minutes, and fires the timers that are due. */
  async later(form: FormHarness, minutes: number): Promise<void> {
    this.offset += minutes * MINUTE;
    const due = [...this.timers.values()];
    this.timers.clear();
    for (const fire of due) fire();
    await form.element.updateComplete;
  }
}
