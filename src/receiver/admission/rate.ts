// Counts how often something happened recently, in memory alone: neither a name nor an address is stored.

/** Options of a rate. */
export interface RateOptions {
  /** Length of the sliding window. */
  readonly windowMs: number;
  readonly now: () => Date;
  /** How many processes share the traffic, each with its own rate. Every count is multiplied by this number. */
  readonly processes: number;
}

/** One counted event. */
export interface Counted {
  /** The count within the window before this one. It may be too high, but is never too low. */
  readonly before: number;
  /** Undoes this count. */
  readonly withdraw: () => void;
}

/** A label, and its limit within the window. */
export interface Share {
  readonly label: string;
  readonly most: number;
}

/** Counts by label. */
export interface Rate {
  add(label: string): Promise<Counted>;
  /** Counts one under each label. If a label has no room, counts nothing and resolves with undefined. */
  take(shares: readonly Share[]): Promise<readonly Counted[] | undefined>;
  /** Whole seconds until the counts of the present window begin to be forgotten; at least one. */
  secondsLeft(): number;
}

// A count-min sketch: each row counts a label in one cell, and several labels may share a cell. The lowest of the cells
// is the count. The size is fixed: with 100,000 sources at once, one in a thousand counts five too many.
const ROWS = 4;
const WIDTH = 65_536;

interface Window {
  /** Number of the window since 1970. */
  readonly index: number;
  /** Random key of this window, which cannot be exported: without it no label leads to its cells. */
  readonly salt: Promise<CryptoKey>;
  readonly counts: Uint32Array;
}

/**
 * Makes a rate over a sliding window: the present fixed window, and the share of the previous one that still counts.
 * Each window has its own salt, which is deleted when the next window ends. From then on, even the whole memory does
 * not tell whether a label was ever counted.
 */
export function createRate({ windowMs, now, processes }: RateOptions): Rate {
  let windows: readonly Window[] = [];

  const turnTo = (time: number): readonly [Window, Window | undefined] => {
    const index = Math.floor(time / windowMs);
    const find = (wanted: number) => windows.find((window) => window.index === wanted);
    const [present, before] = [find(index) ?? openWindow(index, time), find(index - 1)];
    windows = before ? [present, before] : [present];
    return [present, before];
  };

  const openWindow = (index: number, time: number): Window => {
    const salt = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
    const window = { index, salt, counts: new Uint32Array(ROWS * WIDTH) };
    // The window is deleted when the next one ends, even without further traffic.
    const forget = () => {
      windows = windows.filter((other) => other.index !== index);
    };
    const timer: unknown = setTimeout(forget, (index + 2) * windowMs - time);
    // Node would wait for the timer before it ends; elsewhere a timer is a number.
    if (typeof timer === 'object') (timer as NodeJS.Timeout).unref();
    return window;
  };

  const add = async (label: string): Promise<Counted> => {
    const time = now().getTime();
    const [present, before] = turnTo(time);
    const [cells, cellsBefore] = await Promise.all([
      cellsOf(present, label),
      before && cellsOf(before, label),
    ]);
    const count =
      least(present, cells) +
      (before && cellsBefore ? least(before, cellsBefore) * (1 - (time % windowMs) / windowMs) : 0);
    for (const cell of cells) present.counts[cell]! += 1;
    return {
      before: count * processes,
      withdraw: () => {
        for (const cell of cells) present.counts[cell]! -= 1;
      },
    };
  };

  return {
    add,
    async take(shares) {
      const counted = await Promise.all(shares.map(({ label }) => add(label)));
      if (counted.every(({ before }, index) => before < shares[index]!.most)) return counted;
      withdrawAll(counted);
      return undefined;
    },
    secondsLeft: () => Math.ceil((windowMs - (now().getTime() % windowMs)) / 1000),
  };
}

/** Undoes several counts. */
export function withdrawAll(counted: readonly Counted[]): void {
  for (const { withdraw } of counted) withdraw();
}

const least = ({ counts }: Window, cells: readonly number[]): number =>
  Math.min(...cells.map((cell) => counts[cell]!));

// Two bytes of the HMAC for each row.
async function cellsOf({ salt }: Window, label: string): Promise<number[]> {
  const digest = await crypto.subtle.sign('HMAC', await salt, new TextEncoder().encode(label));
  const view = new DataView(digest);
  return Array.from({ length: ROWS }, (_, row) => row * WIDTH + view.getUint16(2 * row));
}
