// Moves the page's steady clock and the time of its events, for tests of taps.

const steady = performance.now.bind(performance);
const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!;

/** Timers of 0 ms only wait for the next task. */
const isCaught = (ms: number): boolean => ms > 0 && ms <= 2_000;

/** The clock of one page, from `start` to `stop`. */
export class TapClock {
  #now: (real: number) => number = (real) => real;
  #offset = 0;
  #timers = new Map<number, { readonly at: number; fire(): void }>();
  #last = 0;
  #setTimeout = window.setTimeout;
  #clearTimeout = window.clearTimeout;

  /** The clock goes on, and may be moved. */
  start(): void {
    this.#offset = 0;
    this.#now = (real) => real + this.#offset;
    performance.now = () => this.#now(steady());
    const now = (real: number): number => this.#now(real);
    Object.defineProperty(Event.prototype, 'timeStamp', {
      configurable: true,
      get(this: Event): number {
        return now(stamp.get!.call(this) as number);
      },
    });
  }

  /** The clock stands, at a whole number, and goes only by `later`. */
  freeze(): void {
    this.start();
    const at = Math.ceil(steady());
    this.#now = () => at + this.#offset;
  }

  /** From now on, timers of the form go with the clock. */
  holdTimers(): void {
    window.setTimeout = ((then: () => void, ms = 0) => {
      if (!isCaught(ms)) return this.#setTimeout.call(window, then, ms);
      this.#timers.set((this.#last -= 1), { at: performance.now() + ms, fire: then });
      return this.#last;
    }) as unknown as typeof setTimeout;
    window.clearTimeout = (id) =>
      void (this.#timers.delete(Number(id)) || this.#clearTimeout.call(window, id));
  }

  stop(): void {
    performance.now = steady;
    Object.defineProperty(Event.prototype, 'timeStamp', stamp);
    window.setTimeout = this.#setTimeout;
    window.clearTimeout = this.#clearTimeout;
    this.#timers.clear();
  }

  /** Moves the clock forward, and fires the timers that are due. */
  later(ms: number): void {
    this.#offset += ms;
    for (const [id, { at, fire }] of this.#timers)
      if (at <= performance.now() && this.#timers.delete(id)) fire();
  }
}
