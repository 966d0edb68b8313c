// The interface of every command, and its errors.

/** One command, such as `serve`. */
export interface Command {
  /** The text of `--help`: the usage, then the purpose, then the options. Ends with a line break. */
  readonly usage: string;
  /**
   * Runs the command.
   * @param args the arguments after the name of the command
   * @returns once it is done; for a server, once it listens
   * @throws {UsageError} if the arguments are wrong
   */
  run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void>;
}

/** A command was called with wrong arguments; the message says how to call it. The process ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command failed; the message says what to do. The process ends with 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
