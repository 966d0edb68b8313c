// The error of a crashed browser, which tests distinguish from their own failures.

const NAME = 'BrowserCrashedError';

/** The browser has ended, or no longer answers. This tells nothing about the page. */
export class BrowserCrashedError extends Error {
  override readonly name = NAME;

  /** Whether an error is of this kind, also when it comes from another process. */
  static is(this: void, error: unknown): boolean {
    return error instanceof Error && error.name === NAME;
  }
}
