// `cliquez-signalez outcomes`: the file of decisions, told to reporters; which row wins, what cannot be placed, and a
// process that is killed.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { readDecisions } from '../../../src/receiver/figures/decisions.ts';
import { openStore, type DatabaseStore } from '../../../src/receiver/index.ts';
import { drawnOf } from '../../setup/every.ts';
import { DATABASES } from '../databases.ts';
import { drawCode, putWithCode, recordsOf, today } from '../follow-up-given.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand } from '../server-process.ts';
import { byHand, run } from '../store-given.ts';
import { row } from '../store-rows.ts';

const HEAD = 'reference,provider,date,action,answered';

async function fileOf(t: TestContext, lines: readonly string[], head = HEAD): Promise<string> {
  const file = join(await temporaryFolder(t), 'decisions.csv');
  await writeFile(file, `${[head, ...lines].join('\n')}\n`);
  return file;
}

async function given(t: TestContext, ids: readonly string[]) {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const store = await openStore(url);
  t.after(() => store.close());
  for (const id of ids) await putWithCode(store, id);
  const outcomes = (file: string, ...options: string[]) =>
    run(t, 'outcomes', file, '--database', url, ...options);
  const stateOf = async (reference: string) => {
    const { state, since } = (await store.followUps.findOutcome(reference))!;
    return `${state} ${since}`;
  };
  return { url, store, outcomes, stateOf };
}

const ACTIONS = [
  ['removed', 'removed'],
  ['restreint', 'removed'],
  ['refused', 'passed_on'],
  ['sans réponse', 'passed_on'],
  ['', 'passed_on'],
  ['police', 'passed_on'],
  ['Transmis à la police', 'passed_on'],
  ['non illégal', 'not_illegal'],
  ['doublon', 'reading'],
  ['reading', 'reading'],
  ['En lecture', 'reading'],
  ['gone', 'gone'],
  ['disparu', 'gone'],
  ['plus en ligne', 'gone'],
  ['not ours', 'not_ours'],
  ['not_ours', 'not_ours'],
  ['pas pour nous', 'not_ours'],
  ['link?', 'question'],
  ['lien ?', 'question'],
  ['lien\u00a0?', 'question'],
  ['Lien?', 'question'],
] as const;

test('each action has the state that is true for the reporter, in both languages', async (t) => {
  const { outcomes, stateOf } = await given(
    t,
    ACTIONS.map((_, index) => `r${index}`),
  );
  const file = await fileOf(
    t,
    ACTIONS.map(
      ([action], index) => `R${index},${action === '' ? 'Exemple' : ''},2026-11-2${index % 10},${action},`,
    ),
  );
  const { code, stdout, stderr } = await outcomes(file);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^21 reports got a new state: /);
  for (const [index, [action, state]] of ACTIONS.entries())
    assert.equal(await stateOf(`R${index}`), `${state} 2026-11-2${index % 10}`, action);
});

test('of several rows a final state wins, then the later day, then the later line', async (t) => {
  const { outcomes, stateOf } = await given(t, ['a', 'b', 'c', 'd', 'e']);
  const file = await fileOf(t, [
    'A,Un,2026-11-01,removed,2026-11-03',
    'A,Deux,2026-11-10,refused,2026-11-12',
    'B,,2026-11-05,link?,',
    'B,,2026-11-04,reading,',
    'C,,2026-11-05,reading,',
    'C,Un,2026-11-05,no answer,',
    'D,,2026-11-05,not illegal,',
    'D,Un,2026-11-01,removed,2026-11-09',
    'E,,,reading,',
    'E,Un,2026-11-05,,',
  ]);
  assert.equal((await outcomes(file)).code, 0);
  assert.equal(await stateOf('A'), 'removed 2026-11-03');
  assert.equal(await stateOf('B'), 'question 2026-11-05');
  assert.equal(await stateOf('C'), 'passed_on 2026-11-05');
  assert.equal(await stateOf('D'), 'removed 2026-11-09');
  assert.equal(await stateOf('E'), `reading ${today()}`);
});

test('run again, also on a later day, it changes nothing, and says so', async (t) => {
  const { outcomes, stateOf, store } = await given(t, ['a', 'b']);
  const file = await fileOf(t, ['A,,,reading,', 'B,Un,2026-11-01,removed,2026-11-03']);
  assert.match((await outcomes(file)).stdout, /^2 reports got a new state: 1 being read, 1 removed\.\n$/);
  const before = await recordsOf(store);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 5 * 86_400_000 });
  assert.equal((await outcomes(file)).stdout, '0 reports got a new state.\n2 reports have it already.\n');
  assert.deepEqual(await recordsOf(store), before);
  assert.notEqual(await stateOf('A'), `reading ${today()}`);
});

test('what cannot be placed is named line by line, with 3; reports without a code are counted', async (t) => {
  const { outcomes, stateOf, store } = await given(t, ['a', 'b']);
  await store.put(row('plain'));
  await store.followUps.setOutcome('A', { state: 'removed', since: '2026-11-03' });
  const file = await fileOf(t, [
    'A,,2026-11-20,reading,',
    'B,,2026-11-20,reading,',
    'NONE,,2026-11-20,reading,',
    'PLAIN,,2026-11-20,reading,',
    'NONE,Un,2026-11-21,removed,',
  ]);
  const { code, stdout, stderr } = await outcomes(file);
  assert.equal(code, 3);
  assert.equal(
    stdout,
    '1 report got a new state: 1 being read.\n1 report has no follow-up code: nobody asks.\n',
  );
  assert.equal(
    stderr,
    'Line 2: A is « removed » since 2026-11-03, and stays so, not « being read ». To replace it: --force\n' +
      'Lines 4, 6: no report NONE in the database. Erased, or a wrong reference?\n',
  );
  const forced = await outcomes(await fileOf(t, ['A,,2026-11-20,reading,']), '--force');
  assert.equal(forced.code, 0);
  assert.equal(await stateOf('A'), 'reading 2026-11-20');
});

test('with --dry nothing is written', async (t) => {
  const { outcomes, stateOf } = await given(t, ['a']);
  const file = await fileOf(t, ['A,,2026-11-20,gone,', 'B,,2026-11-20,gone,']);
  const { code, stdout } = await outcomes(file, '--dry');
  assert.equal(stdout, '1 report would get a new state: 1 no longer there.\n');
  assert.equal(code, 3);
  assert.equal(await stateOf('A'), 'received 2026-11-24');
});

test('a wrong call and a wrong file set nothing, and say what is wrong', async (t) => {
  const { outcomes, stateOf } = await given(t, ['a']);
  assert.equal((await run(t, 'outcomes')).code, 2);
  assert.match((await outcomes('/nowhere.csv')).stderr, /cannot be read/);
  for (const [line, expected] of [
    ['A,,2026-11-20,redaing,', /Line 3: « redaing » is no action. Did you mean reading\?.*link\?/],
    ['A,,2026-11-20,gone,2026-11-21', /Line 3: answered on a day, but/],
    ['A,,20/11/2026,gone,', /Line 3: write date as/],
  ] as const) {
    const { code, stderr } = await outcomes(await fileOf(t, ['A,,2026-11-20,gone,', line]));
    assert.equal(code, 1);
    assert.match(stderr, expected);
  }
  assert.equal(await stateOf('A'), 'received 2026-11-24');
});

test('figures count a file with the words for reporters as if their lines were not there', async (t) => {
  const lines = [
    'A,Exemple Vidéo,2026-11-01,removed,2026-11-03',
    'B,,2026-11-02,police,',
    'C,exemple vidéo,2026-11-02,,',
  ];
  const told = [
    'A,EXEMPLE VIDÉO,2026-10-01,reading,',
    'D,,2026-11-02,link?,',
    'B,,,plus en ligne,',
    'E,,,not ours,',
  ];
  const read = (rows: readonly string[]) =>
    readDecisions([HEAD, ...rows].join('\n')).map(({ line: _line, ...rest }) => rest);
  assert.deepEqual(read([...told, ...lines, ...told]), read(lines));
  const { url } = await given(t, ['a', 'b', 'c', 'd', 'e']);
  const count = async (rows: readonly string[]) =>
    run(
      t,
      'figures',
      '--year',
      '2026',
      '--database',
      url,
      '--decisions',
      await fileOf(t, rows),
      '--output',
      join(await temporaryFolder(t), 'figures.html'),
    );
  const [one, other] = [await count(lines), await count([...lines, ...told])];
  assert.equal(one.stderr, other.stderr);
});

/** Fills a database with reports with codes, many at a time. */
async function fillWithCodes(store: DatabaseStore, count: number): Promise<void> {
  for (let start = 0; start < count; start += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, count - start) }, async (_, index) =>
        store.put(row(`r${start + index}`), (await drawCode()).hash),
      ),
    );
}

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('thousands of states are set in seconds; killed in the middle, the command ends as if it ran once', async (t) => {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      const COUNT = drawnOf(10_000, 1 / 2);
      await fillWithCodes(store, COUNT);
      const words = ['removed', 'reading', 'police', 'link?', 'gone'];
      const states = ['removed', 'reading', 'passed_on', 'question', 'gone'];
      const file = await fileOf(
        t,
        Array.from({ length: COUNT }, (_, index) => `R${index},,2026-11-2${index % 10},${words[index % 5]},`),
      );
      const args = ['outcomes', file, '--database', url];
      const { child, ended } = startCommand(t, args);
      const countSet = async () =>
        Number((await byHand(url, 'select count(*) as count from "followUpState"'))[0]!['count']);
      while ((await countSet()) === 0 && child.exitCode === null) await new Promise(setImmediate);
      child.kill('SIGKILL');
      assert.equal(await ended, 'SIGKILL', 'it was done before it was killed');
      assert.ok((await countSet()) < COUNT);

      const startedAt = performance.now();
      const rest = startCommand(t, args);
      assert.equal(await rest.ended, 0, rest.output.stderr);
      const seconds = (performance.now() - startedAt) / 1_000;
      const [, set, done] =
        /^(\d+) reports got a new state[^]*\n(\d+) reports have it already\.\n/.exec(rest.output.stdout) ??
        [];
      t.diagnostic(`${set} states in ${seconds.toFixed(1)} s`);
      assert.ok(seconds < 60);
      assert.equal(Number(set) + Number(done), COUNT, rest.output.stdout);
      // Counted by the second run: PostgreSQL may commit the step that it was given after the process was killed.
      assert.equal(Number(done) % 200, 0, 'all of a step, or none');

      let seen = 0;
      for (const { reference, state, since, history } of await recordsOf(store)) {
        const index = Number(reference.slice(1));
        const expected = { state: states[index % 5], since: `2026-11-2${index % 10}` };
        assert.deepEqual({ state, since }, expected);
        assert.deepEqual(history, [expected]);
        seen += 1;
      }
      assert.equal(seen, COUNT);
    });
  });
