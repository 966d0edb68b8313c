// How browser tests run against a mutant: the first failure is named, and ends the file.
import { writeFileSync } from 'node:fs';
import base from '../../web-test-runner.config.mjs';

/** The name of the first test that failed. */
const failedIn = ({ tests, suites }) =>
  tests.find(({ passed, skipped }) => !passed && !skipped)?.name ?? suites.map(failedIn).find(Boolean) ?? '';

export default {
  ...base,
  rootDir: process.cwd(),
  testFramework: { config: { timeout: 8000, bail: true } },
  // Web Test Runner has to end its browser itself: it runs in another process group.
  testsFinishTimeout: Number(process.env['LIMIT_MS']),
  reporters: [
    {
      onTestRunFinished({ sessions }) {
        for (const { testResults } of sessions)
          if (testResults) writeFileSync(process.env['FAILED_FILE'], failedIn(testResults));
      },
    },
  ],
};
