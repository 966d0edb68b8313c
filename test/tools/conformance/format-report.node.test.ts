// The printed form of an examination.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatChecks,
  formatReport,
  type CheckResult,
  type ConformanceReport,
} from '../../../src/tools/conformance/index.ts';

const result = (changes: Partial<CheckResult>): CheckResult => ({
  id: 'reach',
  group: 'Reaching the endpoint',
  title: 'The endpoint answers',
  why: 'Without an answer nobody can report anything.',
  stores: 1,
  outcome: 'passed',
  seen: 'HTTP 201',
  ...changes,
});

const REPORT: ConformanceReport = {
  endpoint: 'https://hotline.example/v1/reports',
  isConformant: false,
  counts: { passed: 1, warning: 1, failed: 1, skipped: 1 },
  stored: 3,
  results: [
    result({}),
    result({ outcome: 'warning', title: 'Soon', mend: 'Be fast.' }),
    result({ outcome: 'failed', group: 'The receipt', title: 'A receipt', seen: 'none', mend: 'Send one.' }),
    result({ outcome: 'skipped', group: 'The receipt', title: 'A code', seen: 'no receipt' }),
  ],
};

test('marks, groups, reasons and remedies', () => {
  assert.equal(
    formatReport(REPORT),
    `https://hotline.example/v1/reports

Reaching the endpoint
  ✓ The endpoint answers — HTTP 201
  ! Soon — HTTP 201
    Why: Without an answer nobody can report anything.
    Mend: Be fast.

The receipt
  ✗ A receipt — none
    Why: Without an answer nobody can report anything.
    Mend: Send one.
  - A code — no receipt

The endpoint does not keep the contract. 1 passed, 1 warning, 1 failed, 1 skipped. It took 3 test
reports, which may be deleted: their descriptions say so.
`,
  );
});

test('lines are broken at spaces, and go on under their beginning', () => {
  const text = formatReport(
    { ...REPORT, results: [result({ seen: 'a word '.repeat(9) + 'x'.repeat(70) })] },
    { columns: 40 },
  );
  const lines = text.split('\n');
  assert.ok(
    lines.every((line) => line.length <= 40 || /^\s*\S+$/.test(line)),
    text,
  );
  assert.match(text, /\n {4}word[^]*\n {4}x{70}\n/);
});

test('colours touch the marks alone', () => {
  const text = formatReport(REPORT, { hasColour: true });
  assert.equal(text.replace(/\u001B\[\d+m/g, ''), formatReport(REPORT));
  assert.match(text, /\n {2}\u001B\[31m✗\u001B\[0m A receipt/);
});

test('a list of checks says what each is for', () => {
  const text = formatChecks([result({}), result({ group: 'The receipt', id: 'receipt-id', title: 'An id' })]);
  assert.equal(
    text,
    `Reaching the endpoint
  The endpoint answers (reach)
    Without an answer nobody can report anything.

The receipt
  An id (receipt-id)
    Without an answer nobody can report anything.
`,
  );
});
