// Whether a browser test has the built files before it, as partners load them, or the sources.

/** Whether the widget under test is the built one; set by the test runner's page. */
declare const isBuilt: boolean;

/**
 * A test that puts strings of its own in the place of ours, which no page can do with the built files. It runs on the
 * sources alone.
 */
export const itOnSources = (name: string, test: () => Promise<void>): void => {
  if (!isBuilt) it(name, test);
};
