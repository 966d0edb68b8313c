// Whether a browser test runs on the built files, as partners load them, or on the sources.

/** Whether the widget under test is the built one; set by the test runner's page. */
declare const isBuilt: boolean;
/** Whether only the tests run that need the sources; set by the test runner's page. */
declare const isSourcesOnly: boolean;

const run = it;
// A test without a body is left out.
if (isSourcesOnly) Object.assign(globalThis, { it: (name: string) => run(name) });

/** A test that reaches into the sources, as by replacing our strings, which no page can do with the built files. */
export const itOnSources = (name: string, test: () => Promise<void>): void => {
  if (!isBuilt) run(name, test);
};
