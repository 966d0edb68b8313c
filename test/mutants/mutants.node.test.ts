// The runner of mutants: which changes it makes, how it draws them, and what it says of a test that notices one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../receiver/harness.ts';
import { EQUIVALENT } from './equivalent.ts';
import { testsBySource } from './graph.ts';
import { GROUPS } from './groups.ts';
import { mutantsOf } from './mutant.ts';
import { mutationsOf } from './mutations.ts';
import { copyProject } from './project-copy.ts';
import { Results } from './results.ts';
import { shuffled } from './sample.ts';
import { countsOf, readScores, withCounts, type GroupCounts } from './score.ts';
import { tryMutant } from './trial.ts';

/** The sources that come out of one source. */
const changed = (source: string): string[] =>
  mutationsOf('some.ts', source).map(
    ({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
  );

test('a value is changed in each way that a test should notice', () => {
  assert.deepEqual(changed('const is = a < 3;'), ['const is = a <= 3;', 'const is = a < (3 + 1);']);
  assert.deepEqual(changed('if (!ok) stop();'), [
    'if (true) stop();',
    'if (false) stop();',
    'if (ok) stop();',
    'if (!ok) ;',
  ]);
  assert.deepEqual(changed('const all = list.some(is);'), ['const all = list.every(is);']);
  assert.deepEqual(changed('const p = /^a+$/u;'), [
    'const p = /a+$/u;',
    'const p = /^a+/u;',
    'const p = /^a*$/u;',
  ]);
  assert.deepEqual(changed("const name = 'open';"), ["const name = '';"]);
});

test('types, imports, names and sentences are left as they are', () => {
  assert.deepEqual(changed("import { one } from './one.ts';"), []);
  assert.deepEqual(changed("type Kind = 'open' | 'closed'; let kind: Kind | undefined;"), []);
  assert.deepEqual(changed('const { length } = list; const size = list.length;'), []);
  assert.deepEqual(changed("const text = 'Nothing was sent.';"), []);
  assert.deepEqual(changed('const text = value.toString();'), []);
});

test('a seed draws the same again, another seed something else', () => {
  const list = Array.from({ length: 50 }, (_, index) => index);
  assert.deepEqual(shuffled(list, 7), shuffled(list, 7));
  assert.notDeepEqual(shuffled(list, 7), shuffled(list, 8));
  assert.deepEqual(
    shuffled(list, 7).toSorted((a, b) => a - b),
    list,
  );
});

test('a test reaches a source also by the path of a command that it starts', () => {
  const reaching = testsBySource();
  assert.equal(reaching('src/core/address/onion.ts')[0], 'test/core/onion.node.test.ts');
  assert.ok(reaching('src/receiver/commands/verify.ts').includes('test/receiver/commands/cli.node.test.ts'));
  assert.ok(!reaching('src/receiver/commands/verify.ts').includes('test/core/onion.node.test.ts'));
});

test('the score counts what hangs as noticed, and not what the compiler refuses', () => {
  const group = GROUPS.find(({ name }) => name === 'log')!;
  const [mutant] = mutantsOf('src/receiver/log/merkle.ts');
  const outcomes = ['killed', 'killed', 'hangs', 'survives'] as const;
  const tried = outcomes.map((outcome, index) => ({
    group,
    mutant: mutant!,
    trial: { outcome },
    survivedFirst: index === 0 || outcome === 'survives',
  }));
  const { score, first, ...counts } = countsOf(group, 90, 5, tried);
  assert.deepEqual([score, first], [0.75, 0.5]);
  assert.deepEqual(counts, {
    group: 'log',
    goal: 0.97,
    of: 90,
    refused: 5,
    killed: 2,
    hangs: 1,
    survives: 1,
    equivalent: 0,
  });
});

test('a group that is measured anew keeps its first score for the same draw, and the others keep theirs', () => {
  const [report, address] = readScores();
  const when = { date: '2026-12-02', seed: 7 };
  const before = [
    { ...report!, ...when, survives: 5, score: 0.5, first: 0.5 },
    { ...address!, seed: 3 },
  ];
  const after = { ...report!, killed: report!.killed + 1, survives: 4, score: 0.6, first: 0.6 };
  const measured = (counts: GroupCounts, seed: number) => withCounts(before, [counts], { ...when, seed });
  assert.deepEqual(
    measured(after, 7).map(({ first }) => first),
    [0.5, address!.first],
  );
  for (const [counts, seed] of [
    [after, 8],
    [{ ...after, of: after.of + 1 }, 7],
    [{ ...after, killed: after.killed + 1 }, 7],
  ] as const)
    assert.equal(measured(counts, seed)[0]!.first, 0.6);
  assert.deepEqual(measured(after, 8)[1], before[1]);
});

test('a later run leaves out what was noticed or refused, and tries survivors again', async (t) => {
  const file = join(await temporaryFolder(t), 'results.json');
  const [killed, refused, survivor, untried] = mutantsOf('src/receiver/log/merkle.ts');
  const results = new Results(file);
  results.add(killed!, { outcome: 'killed', by: 'merkle' });
  results.add(refused!, { outcome: 'refused' });
  results.add(survivor!, { outcome: 'survives' });
  for (const kept of [results, new Results(file)]) {
    assert.deepEqual(kept.settled(killed!), { outcome: 'killed', by: 'merkle' });
    assert.deepEqual(kept.settled(refused!), { outcome: 'refused' });
    assert.equal(kept.settled(survivor!), undefined);
    assert.equal(kept.settled(untried!), undefined);
    assert.deepEqual(
      [killed, survivor].map((mutant) => kept.survivedFirst(mutant!)),
      [false, true],
    );
  }
  results.add(survivor!, { outcome: 'killed', by: 'a new test' });
  assert.equal(results.settled(survivor!)!.outcome, 'killed');
  assert.equal(new Results(file).survivedFirst(survivor!), true);
});

test('the record has every group', () => {
  assert.deepEqual(
    readScores().map(({ group }) => group),
    GROUPS.map(({ name }) => name),
  );
});

test('each module is in one group, and each test of a group is there', () => {
  const files = GROUPS.flatMap((group) => group.files);
  assert.deepEqual(files, [...new Set(files)]);
  for (const { name, files: own, tests, browserTests } of GROUPS) {
    assert.ok(own.length > 0, name);
    for (const file of [...own, ...(browserTests ?? tests)]) assert.ok(existsSync(file), file);
    assert.ok((browserTests ?? tests).length > 0, name);
  }
});

test('no reason is given for a line that has changed', () => {
  for (const [name, reason] of Object.entries(EQUIVALENT)) {
    const file = name.slice(0, name.indexOf(': '));
    assert.ok(
      mutantsOf(file).some((mutant) => mutant.name === name),
      `test/mutants/equivalent.json names a mutant that is no more: ${name}`,
    );
    assert.ok(reason.length > 20, name);
  }
});

test('a mutant is killed by a test that notices it, and only by such a test', async (t) => {
  const copy = copyProject();
  t.after(() => rmSync(copy.folder, { recursive: true, force: true }));
  const file = 'src/receiver/log/merkle.ts';
  const source = readFileSync(file, 'utf8');
  const [size] = mutantsOf(file).filter(
    ({ line, changed: text }) =>
      source.split('\n')[line - 1]!.includes('this.size += size') && text.length < source.length,
  );
  assert.ok(size);
  const { outcome, by = '' } = await tryMutant(copy, size, ['test/receiver/merkle.node.test.ts']);
  assert.equal(outcome, 'killed');
  assert.match(by, /^test\/receiver\/merkle\.node\.test\.ts › \S/);
  assert.deepEqual(await tryMutant(copy, size, ['test/core/onion.node.test.ts']), { outcome: 'survives' });
  assert.equal(readFileSync(join(copy.folder, file), 'utf8'), source);
});
