// What every command of `cliquez-signalez` is: how it is called, and what it does.

/** One command, such as `serve`. */
export interface Command {
  /** What `--help` prints: how it is called, then what it does, then its options. Ends with a line break. */
  readonly usage: string;
  /**
   * Does it.
   * @param args what follows the name of the command
   * @returns once it is done; for a server, once it listens
   * @throws {UsageError} where it is called in a way that it does not know
   */
  run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void>;
}

/** A command was called in a way that it does not know; the message says how to call it. The process ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command could not do what it was asked for; the message says what to do. The process ends with 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
