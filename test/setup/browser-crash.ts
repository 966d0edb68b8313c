// A browser that crashed under a test: told from what a test finds wrong.

const NAME = 'BrowserCrashedError';

/** The browser is gone, or answers no more. It says nothing about the page. */
export class BrowserCrashedError extends Error {
  override readonly name = NAME;

  /** Whether it is one, also where it comes from another process. */
  static is(this: void, error: unknown): boolean {
    return error instanceof Error && error.name === NAME;
  }
}
