// Whether a browser test runs on the built files, as partners load them, or on the sources.

/** Whether the widget under test is the built one; set by the test runner's page. */
declare const isBuilt: boolean;

/** A test that reaches into the sources, as by replacing our strings, which no page can do with the built files. */
export const itOnSources = (name: string, test: () => Promise<void>): void => {
  if (!isBuilt) it(name, test);
};
