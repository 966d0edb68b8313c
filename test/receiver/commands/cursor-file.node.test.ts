// `export --cursor FILE`: goes on where the last one ended, repeats what a crash left open, and skips nothing.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { temporaryFolder } from '../harness.ts';
import { fillWithMany } from '../many-reports.ts';
import { startCommand } from '../server-process.ts';
import { fill, run, soundRow, soundRows } from '../store-given.ts';

async function given(t: TestContext) {
  const folder = await temporaryFolder(t);
  const database = `sqlite:${join(folder, 'reports.sqlite')}`;
  const cursor = join(folder, 'cursor');
  return { folder, database, cursor, args: ['--database', database, '--cursor', cursor] };
}

const referencesIn = (text: string): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { reference: string }).reference);

test('each export begins where the last one ended, and says how to have the same again', async (t) => {
  const { database, cursor, args } = await given(t);
  await fill(database, soundRows(1, 3));
  const first = await run(t, 'export', ...args);
  assert.equal(referencesIn(first.stdout).length, 3);
  const placed = readFileSync(cursor, 'utf8');
  assert.match(placed, /^[0-9a-f]{12}\.3\n$/);
  assert.match(first.stderr, /goes on with --cursor \S+cursor, which is now at [0-9a-f]{12}\.3\.\n/);
  await fill(database, [soundRow('new')]);
  const second = await run(t, 'export', ...args);
  assert.deepEqual(referencesIn(second.stdout), ['NEW']);
  assert.ok(second.stderr.includes(`The same again: --after ${placed}`), second.stderr);
  assert.deepEqual(referencesIn((await run(t, 'export', ...args)).stdout), []);
  assert.match(readFileSync(cursor, 'utf8'), /\.4\n$/);
});

test('an export whose output cannot be written leaves the place as it was', async (t) => {
  const { folder, database, cursor, args } = await given(t);
  await fill(database, soundRows(1, 3));
  const output = join(folder, 'taken');
  writeFileSync(output, '');
  const { ended } = startCommand(t, ['export', ...args, '--output', output]);
  assert.equal(await ended, 1);
  assert.ok(!existsSync(cursor));
});

test('a file without a cursor, and a second beginning, are refused in one sentence', async (t) => {
  const { database, cursor, args } = await given(t);
  await fill(database, soundRows(1, 3));
  for (const text of ['', 'yesterday\n', '3\n4\n']) {
    writeFileSync(cursor, text);
    const { ended, output } = startCommand(t, ['export', ...args]);
    assert.equal(await ended, 1);
    assert.match(output.stderr, /^--cursor: there is no cursor in .*\n$/);
    assert.equal(readFileSync(cursor, 'utf8'), text);
  }
  const { ended, output } = startCommand(t, ['export', ...args, '--after', '3']);
  assert.equal(await ended, 2);
  assert.match(output.stderr, /^--after and --cursor both say/);
});

test('killed, an export is done again; stopped, it goes on: no report is skipped', async (t) => {
  const { folder, database, cursor, args } = await given(t);
  const count = 6_000;
  await fillWithMany(database, { count, perDay: 60 });
  const found = new Set<string>();
  const begin = (output: string) =>
    startCommand(t, ['export', ...args, '--leave-sealed', '--output', join(folder, output)]);
  for (const [signal, expected] of [
    ['SIGKILL', 'SIGKILL'],
    ['SIGTERM', 1],
  ] as const) {
    const { child, ended } = begin(signal);
    while (!existsSync(join(folder, `${signal}.part`)) && child.exitCode === null)
      await new Promise(setImmediate);
    child.kill(signal);
    assert.equal(await ended, expected);
    // Only a complete output moves the place.
    assert.equal(existsSync(cursor), signal === 'SIGTERM');
  }
  assert.equal(await begin('rest').ended, 0);
  const outputs = readdirSync(folder).filter((name) => name === 'SIGTERM' || name === 'rest');
  assert.equal(outputs.length, 2);
  let lines = 0;
  for (const name of outputs) {
    const references = referencesIn(readFileSync(join(folder, name), 'utf8'));
    lines += references.length;
    for (const reference of references) found.add(reference);
  }
  assert.deepEqual([found.size, lines], [count, count]);
});
