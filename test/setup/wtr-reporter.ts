// Counts the tests of Web Test Runner: one line at the end, and JSON in the file that COUNT_FILE names.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';

export function countReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) count(session, counts);
      console.log(`\nBrowser tests: ${counts.passed} passed, ${counts.failed} failed`);
      const file = process.env['COUNT_FILE'];
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count(session: TestSession, counts: { passed: number; failed: number }): void {
  const tests = session.testResults ? testsOf(session.testResults) : [];
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  counts.passed += passed;
  counts.failed += failed;
  // A file that could not be loaded, or hung, has no failed test to its name.
  if (!session.passed && failed === 0) counts.failed += 1;
}

function testsOf(suite: TestSuiteResult): TestSuiteResult['tests'] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
