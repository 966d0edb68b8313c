// Tests that failed by chance: which run once more, alone, what passes then, and what fails all the same.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import type { Report } from './count-reporter.ts';
import { filesToRetry, judged, nameOf, promisedIn } from './flakes.ts';
import { add, NOTHING, type Result } from './results.ts';
import { type Part, runParts } from './stage.ts';

const PROMISES = promisedIn(readFileSync('src/decisions/promises.md', 'utf8'));

const pathOf = (name: string): string => resolve(`test/${name}.test.ts`);

/** The report on a file of three tests, `a`, `b` and `c`, of which some fail. */
function report(name: string, ...failing: string[]): Report {
  const file = pathOf(name);
  const counts = { passed: 3 - failing.length, failed: failing.length };
  return {
    ...NOTHING,
    ...counts,
    failures: failing.map((one) => ({ file, name: one, reason: `${one} went wrong` })),
    counts: { [file]: counts },
    durations: { [file]: 1000 },
  };
}

/** A part that gives these reports, one at each run. It keeps the files of each run. */
function partOf(...reports: readonly Report[]): { part: Part; runs: (readonly string[] | undefined)[] } {
  const left = [...reports];
  const runs: (readonly string[] | undefined)[] = [];
  return {
    part: (files) => {
      runs.push(files);
      return Promise.resolve(left.shift()!);
    },
    runs,
  };
}

const numbers = ({ passed, failed }: Result): string => `${passed} passed, ${failed} failed`;
const namesOf = (failures: Result['failures']): string[] => failures.map(({ name }) => name);

test('a test that passes alone is flaky: it counts as passed, and its first failure is kept', async () => {
  const { part, runs } = partOf(add(report('x/one', 'a'), report('x/two')), report('x/one'));
  const result = await runParts([part], { failAtOnce: [] });
  assert.equal(numbers(result), '6 passed, 0 failed');
  assert.deepEqual(result.failures, []);
  assert.deepEqual(result.flaky, [{ file: pathOf('x/one'), name: 'a', reason: 'a went wrong' }]);
  assert.deepEqual(runs, [undefined, [pathOf('x/one')]]);
});

test('a test that fails again has failed, and only what passes then is flaky', async () => {
  const { part } = partOf(report('x/one', 'a', 'b'), report('x/one', 'b', 'c'));
  const result = await runParts([part], { failAtOnce: [] });
  assert.equal(numbers(result), '1 passed, 2 failed');
  assert.deepEqual(namesOf(result.failures), ['b', 'c']);
  assert.deepEqual(namesOf(result.flaky), ['a']);
});

test('files run again one by one, after all parts, and each by its own part', async () => {
  const first = partOf(add(report('x/one', 'a'), report('x/two', 'b')), report('x/one'), report('x/two'));
  const second = partOf(report('x/one', 'c'), report('x/one'));
  const order: string[] = [];
  const told =
    (name: string, part: Part): Part =>
    async (files) => {
      order.push(`${name} begins`);
      const given = await part(files);
      order.push(`${name} ends`);
      return given;
    };
  const parts = [told('first', first.part), told('second', second.part)];
  const result = await runParts(parts, { atATime: 2, failAtOnce: [] });
  assert.deepEqual(first.runs, [undefined, [pathOf('x/one')], [pathOf('x/two')]]);
  assert.deepEqual(second.runs, [undefined, [pathOf('x/one')]]);
  assert.deepEqual(order.slice(0, 2), ['first begins', 'second begins']);
  const alone = ['first', 'first', 'second'].flatMap((name) => [`${name} begins`, `${name} ends`]);
  assert.deepEqual(order.slice(4), alone);
  assert.equal(numbers(result), '9 passed, 0 failed');
  assert.deepEqual(namesOf(result.flaky), ['a', 'b', 'c']);
});

test('without a complete second report, the first one stands', async () => {
  const one = pathOf('x/one');
  const complaint = { file: '', name: '', reason: 'the runner ended with code 1' };
  const incomplete: readonly Report[] = [
    NOTHING,
    { ...NOTHING, failed: 1, failures: [complaint] },
    { ...report('x/one'), failed: 1, failures: [complaint] },
    { ...NOTHING, crashed: [one], counts: { [one]: { passed: 0, failed: 0 } } },
  ];
  for (const second of incomplete) {
    const result = await runParts([partOf(report('x/one', 'a'), second).part], { failAtOnce: [] });
    assert.equal(numbers(result), '2 passed, 1 failed');
    assert.deepEqual(namesOf(result.failures), ['a']);
    assert.deepEqual(result.flaky, []);
  }
});

test('a test that holds a promise has failed if it failed once; so has every test of other stages', async () => {
  const { part, runs } = partOf(add(report('widget/form/taps', 'a'), report('x/one', 'b')), report('x/one'));
  const result = await runParts([part], { failAtOnce: PROMISES });
  assert.deepEqual(namesOf(result.failures), ['a']);
  assert.deepEqual(namesOf(result.flaky), ['b']);
  assert.deepEqual(runs, [undefined, [pathOf('x/one')]]);
  const other = partOf(report('x/one', 'a'));
  assert.equal(numbers(await runParts([other.part])), '2 passed, 1 failed');
  assert.deepEqual(other.runs, [undefined]);
});

test('a file whose browser crashed runs once more in every stage, and is no flake', async () => {
  const one = pathOf('x/one');
  const crashed: Report = { ...NOTHING, crashed: [one], counts: { [one]: { passed: 0, failed: 0 } } };
  const result = await runParts([partOf(crashed, report('x/one')).part]);
  assert.equal(numbers(result), '3 passed, 0 failed');
  assert.deepEqual(result.flaky, []);
  const again = await runParts([partOf(crashed, crashed).part], { failAtOnce: PROMISES });
  assert.deepEqual(
    again.failures.map(({ reason }) => reason),
    ['the browser crashed again'],
  );
  // It fails in its second run, and passes in a third.
  const { part } = partOf(crashed, report('x/one', 'a'), report('x/one'));
  assert.equal(numbers(await runParts([part], { failAtOnce: [] })), '3 passed, 0 failed');
});

test('two flaky tests are forgiven, and each further one fails the run', () => {
  const flaky = ['a', 'b', 'c', 'd'].map((name) => ({ file: pathOf('x/one'), name, reason: 'late' }));
  const run = { ...NOTHING, passed: 9, failed: 1, failures: [{ file: '', name: 'z', reason: 'wrong' }] };
  assert.equal(numbers(judged({ ...run, flaky: flaky.slice(0, 2) })), '9 passed, 1 failed');
  const result = judged({ ...run, flaky });
  assert.equal(numbers(result), '7 passed, 3 failed');
  assert.deepEqual(
    result.failures.map(({ name, reason }) => `${name}: ${reason}`),
    ['z: wrong', 'c: flaky, number 3 of this run: late', 'd: flaky, number 4 of this run: late'],
  );
});

test('where many files fail, none runs again', () => {
  const all = (count: number): Report =>
    add(...Array.from({ length: count }, (_, index) => report(`x/n${index}`, 'a', 'b')));
  assert.equal(filesToRetry(all(6), []).length, 6);
  assert.equal(filesToRetry(all(7), []).length, 0);
});

test('what fails without a file cannot run again', () => {
  const failures = [{ file: '', name: '', reason: 'the runner ended with code 1' }];
  assert.deepEqual(filesToRetry({ ...NOTHING, failed: 1, failures }, []), []);
});

test('promises name tests in their last column, by file whatever its suffix, and by folder', () => {
  const rows = [
    '| promise | in detail | held by |',
    '| --- | --- | --- |',
    '| One. | `core/no-test` is a word. | `form/taps`, `npm run test:orca`, `receiver/alerts` |',
  ];
  const promised = promisedIn(['A `form/text` above.', ...rows, 'Below.'].join('\n'));
  assert.deepEqual(promised, ['form/taps', 'receiver/alerts']);
  const isHeld = (file: string): boolean =>
    filesToRetry({ ...NOTHING, failures: [{ file, name: '', reason: '' }] }, promised).length === 0;
  for (const file of ['form/taps', 'form/taps.e2e', 'form/taps.node', 'receiver/alerts/mail.node'])
    assert.ok(isHeld(pathOf(file)) && isHeld(`test/${file}.test.ts`), file);
  for (const file of ['form/taps-more', 'form/tap', 'app/taps', 'receiver/alerts-more.node'])
    assert.ok(!isHeld(pathOf(file)), file);
});

test('every promise stands for tests that are there', () => {
  const files = globSync('test/**/*.test.ts').map(nameOf);
  assert.ok(PROMISES.length > 50);
  assert.deepEqual(
    PROMISES.filter((name) => !files.some((file) => `${file}/`.startsWith(`${name}/`))),
    [],
  );
  for (const name of ['app/traces', 'widget/form/given', 'widget/hosts/attacks', 'receiver/alerts'])
    assert.ok(PROMISES.includes(name), name);
});
