// Numbers of reports, as commands print them and as an operator writes them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countReports,
  describeNumbers,
  readConfirmed,
  readNumbers,
} from '../../../src/receiver/commands/numbers.ts';
import { UsageError } from '../../../src/command-line/command.ts';

test('runs of numbers are joined, and ten of them are printed', () => {
  for (const [numbers, expected] of [
    [[6], 'number 6'],
    [[6, 7], 'numbers 6–7'],
    [[6, 8, 9, 12], 'numbers 6, 8–9, 12'],
    [[1, 2, 3, 5], 'numbers 1–3, 5'],
    [[1, 3, 5, 7, 9, 11, 13, 15, 17, 19], 'numbers 1, 3, 5, 7, 9, 11, 13, 15, 17, 19'],
    [[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 22], 'numbers 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, …'],
  ] as const)
    assert.equal(describeNumbers(numbers), expected);
});

test('one report is, several are', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => countReports(count)),
    ['0 reports are', '1 report is', '2 reports are'],
  );
  assert.deepEqual(
    [1, 2].map((count) => countReports(count, ['was', 'were'])),
    ['1 report was', '2 reports were'],
  );
});

test('numbers are read each once, in their order; what is none is told by its option', () => {
  assert.deepEqual(readNumbers('57,42,57', '--numbers'), [57, 42]);
  assert.deepEqual(readNumbers('7', '--numbers'), [7]);
  assert.deepEqual(readNumbers('', '--numbers'), []);
  for (const text of ['a42', '42a', '42,', ',42', '42, 57', '-4', '1234567890123456'])
    assert.throws(() => readNumbers(text, '--erased'), {
      name: UsageError.name,
      message: `--erased must be numbers of reports, as 42,57, not « ${text} ».`,
    });
  assert.equal(readConfirmed('125', 'reports'), 125);
  for (const text of ['', 'a125', '125a', '1,2'])
    assert.throws(() => readConfirmed(text, 'messages'), {
      name: UsageError.name,
      message: `--confirm must be a number of messages, not « ${text} ».`,
    });
});
