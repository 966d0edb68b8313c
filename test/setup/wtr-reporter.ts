// Counts the tests of Web Test Runner: one line at the end, and a report in the file that COUNT_FILE names.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { firstLine, type Failure, type Report } from './count-reporter.ts';

/** @param hasCrashed whether the browser had crashed when the page of a session, given by its id, was left */
export function countReporter(hasCrashed: (id: string) => boolean): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const all = [...sessions];
      // A session with results is valid, even if its browser crashed later.
      const crashed = all.filter(({ id, testResults }) => !testResults && hasCrashed(id));
      const results = all
        .filter((session) => !crashed.includes(session))
        .map((session) => ({ file: session.testFile, ...resultOf(session) }));
      const report: Report = {
        passed: results.reduce((sum, { passed }) => sum + passed, 0),
        failed: results.reduce((sum, { failures }) => sum + failures.length, 0),
        failures: results.flatMap(({ failures }) => failures),
        crashed: crashed.map(({ testFile }) => testFile),
        counts: Object.fromEntries(
          results.map(({ file, passed, failures }) => [file, { passed, failed: failures.length }]),
        ),
        durations: Object.fromEntries(all.map((session) => [session.testFile, durationOf(session)])),
      };
      console.log(`\nBrowser tests: ${report.passed} passed, ${report.failed} failed`);
      const file = process.env['COUNT_FILE'];
      if (file) writeFileSync(file, JSON.stringify(report));
    },
  };
}

function resultOf(session: TestSession): { passed: number; failures: readonly Failure[] } {
  const tests = session.testResults ? testsOf(session.testResults) : [];
  const failed = tests.filter(({ passed, skipped }) => !passed && !skipped);
  const failures = failed.map(({ name, error }) => failure(session, name, error));
  // A file that failed to load, or hung, has no failed test of its own.
  if (!session.passed && failed.length === 0) failures.push(failure(session, 'the file', session.errors[0]));
  return { passed: tests.filter(({ passed }) => passed).length, failures };
}

/** How long the tests of a session took together, in milliseconds. */
function durationOf({ testResults }: TestSession): number {
  return (testResults ? testsOf(testResults) : []).reduce((sum, { duration = 0 }) => sum + duration, 0);
}

function failure({ testFile, browser }: TestSession, name: string, error: TestResult['error']): Failure {
  return {
    file: testFile,
    name: `${name} (${browser.name})`,
    reason: firstLine(error?.message ?? 'no reason given'),
  };
}

function testsOf(suite: TestSuiteResult): TestResult[] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
