// The progress line of a long command: on standard error if that is a terminal, otherwise none.

/** The progress line of a running command. */
export interface Progress {
  /** Shows a place between the first and the last. */
  at(place: number): void;
  /** Erases the line, so that something else can be written. The next place brings it back. */
  clear(): void;
}

/** The text and the place of the line. */
export interface ProgressOptions {
  /** The activity, such as `Exporting`. */
  readonly what: string;
  /** The first and the last place: numbers that are cheap to know, such as `sequence`. */
  readonly first: number;
  readonly last: number;
  /** Standard error by default. */
  readonly terminal?: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  /** A monotonic clock in milliseconds. */
  readonly now?: () => number;
}

/** Pause between two lines. */
const PAUSE_MS = 200;

/** Shortest time for an estimate: an earlier one would jump. */
const LEARN_MS = 2_000;

/** Returns to the start of the line and erases it (ECMA-48: CR, then EL). */
const CLEAR = '\r\u001B[K';

/** Runs work with a progress line, and erases the line however the work ends. */
export async function withProgress<Result>(
  options: ProgressOptions,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const progress = startProgress(options);
  try {
    return await work(progress);
  } finally {
    progress.clear();
  }
}

/** Starts the line of a command. */
export function startProgress(options: ProgressOptions): Progress {
  const { what, first, last, terminal = process.stderr, now = () => performance.now() } = options;
  if (!terminal.isTTY) return { at() {}, clear() {} };
  const startedAt = now();
  let shownAt = -Infinity;
  return {
    at(place) {
      const at = now();
      if (at - shownAt < PAUSE_MS) return;
      shownAt = at;
      // Reports that arrived meanwhile have places beyond the last.
      const done = Math.min(1, Math.max(0, (place - first) / Math.max(1, last - first)));
      terminal.write(`${CLEAR}${what}: ${Math.floor(done * 100)} %${timeLeft(done, at - startedAt)}`);
    },
    clear() {
      if (shownAt > -Infinity) terminal.write(CLEAR);
      shownAt = -Infinity;
    },
  };
}

/** The time left, such as `, about 3 min left`; empty while it cannot be known. */
function timeLeft(done: number, elapsedMs: number): string {
  if (elapsedMs < LEARN_MS || done === 0) return '';
  return `, about ${describeSeconds((elapsedMs / 1_000) * (1 / done - 1))} left`;
}

function describeSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
