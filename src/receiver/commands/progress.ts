// How far a long command is: one line on standard error where that is a terminal, and nothing where it is none.

/** The line of a command that is under way. */
export interface Progress {
  /** Says which place was reached, between the first and the last. */
  at(place: number): void;
  /** Takes the line away, so that something else can be written. The next place brings it back. */
  clear(): void;
}

/** What is shown, and where. */
export interface ProgressOptions {
  /** What is being done, such as `Exporting`. */
  readonly what: string;
  /** Place at which it begins, and at which it will be done: numbers that are cheap to know, such as `sequence`. */
  readonly first: number;
  readonly last: number;
  /** Standard error by default. */
  readonly terminal?: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Pause between two lines. */
const PAUSE_MS = 200;

/** An estimate from less time than this would jump. */
const LEARN_MS = 2_000;

/** Back to the start of the line, and all of it erased (ECMA-48: CR, then EL). */
const CLEAR = '\r\u001B[K';

/** Does something with a line beside it, which is taken away however that ends. */
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
      // Reports that came meanwhile have places beyond the last.
      const done = Math.min(1, Math.max(0, (place - first) / Math.max(1, last - first)));
      terminal.write(`${CLEAR}${what}: ${Math.floor(done * 100)} %${timeLeft(done, at - startedAt)}`);
    },
    clear() {
      if (shownAt > -Infinity) terminal.write(CLEAR);
      shownAt = -Infinity;
    },
  };
}

/** Such as `, about 3 min left`; empty while it cannot be known. */
function timeLeft(done: number, elapsedMs: number): string {
  if (elapsedMs < LEARN_MS || done === 0) return '';
  return `, about ${describeSeconds((elapsedMs / 1_000) * (1 / done - 1))} left`;
}

function describeSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
