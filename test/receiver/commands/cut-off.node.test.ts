// Long commands that were killed go on where they had noted, and end as if they had not been.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/receiver/index.ts';
import { temporaryFolder } from '../harness.ts';
import { fillWithMany } from '../many-reports.ts';
import { startCommand } from '../server-process.ts';
import { byHand } from '../store-given.ts';

const FAST_CLOCK = { NODE_OPTIONS: `--import=${fileURLToPath(new URL('fast-clock.ts', import.meta.url))}` };

const COUNT = 6_000;

async function given(t: TestContext) {
  const folder = await temporaryFolder(t);
  const database = `sqlite:${join(folder, 'reports.sqlite')}`;
  await fillWithMany(database, { count: COUNT, perDay: 60 });
  return { folder, database, note: join(folder, 'note') };
}

/** Kills a command as soon as it has noted something. */
async function killOnceNoted(
  t: TestContext,
  args: string[],
  note: string,
  isEnough = (_text: string): boolean => true,
): Promise<void> {
  const { child, ended } = startCommand(t, args, FAST_CLOCK);
  const isNoted = async (): Promise<boolean> => existsSync(note) && isEnough(await readFile(note, 'utf8'));
  while (!(await isNoted()) && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGKILL');
  assert.equal(await ended, 'SIGKILL', 'it was done before it was killed');
}

async function done(t: TestContext, args: string[], expected = 0): Promise<string> {
  const { ended, output } = startCommand(t, args);
  assert.equal(await ended, expected, output.stderr);
  return output.stdout;
}

test('a verification goes on from its note', async (t) => {
  const { database, note } = await given(t);
  const args = ['verify', '--database', database];
  const whole = await done(t, args);
  await killOnceNoted(t, [...args, '--note', note], note);
  const rest = await done(t, [...args, '--note', note]);
  const [, begunAt, sound] = /^Begun after entry (\d+), .*\n(\d+) reports sound, /.exec(rest) ?? [];
  assert.ok(Number(begunAt) > 0);
  assert.equal(Number(begunAt) + Number(sound), COUNT);
  assert.equal(rest.split('\n').at(-2), whole.split('\n').at(-2));
});

test('the figures of a year go on from their note, which is then removed', async (t) => {
  const { folder, database, note } = await given(t);
  const decisions = join(folder, 'decisions.csv');
  const rows = await byHand(database, 'select reference from report where sequence % 7 = 0');
  const lines = rows.map(({ reference }) => `${String(reference)},Exemple,2026-11-20,removed\n`);
  await writeFile(decisions, `reference,provider,date,action\n${lines.join('')}`);
  const args = 'figures --year 2026 --format json'
    .split(' ')
    .concat('--decisions', decisions, '--database', database);
  const ATTENTION = 3; // the envelopes
  const whole = await done(t, args, ATTENTION);
  const afterOf = (text: string): number => (JSON.parse(text) as { after: number }).after;
  await killOnceNoted(t, [...args, '--note', note], note, (text) => afterOf(text) > 100);
  const after = afterOf(await readFile(note, 'utf8'));
  assert.ok(after < COUNT);
  // A counted report is not read again, not even if it is gone.
  const [last] = await byHand(database, `select receivedAt from report where sequence = ${after}`);
  const store = await openStore(database);
  assert.ok((await store.erase(String(last!['receivedAt']))) > 0);
  await store.close();

  await writeFile(`${decisions}.other`, await readFile(decisions, 'utf8').then((text) => text.toLowerCase()));
  const other = args.map((arg) => (arg === decisions ? `${decisions}.other` : arg));
  const refused = startCommand(t, [...other, '--note', note]);
  assert.equal(await refused.ended, 1);
  assert.match(refused.output.stderr, /^--note: .* is of another count: /);

  const rest = await done(t, [...args, '--note', note], ATTENTION);
  const tablesOf = (text: string): unknown => (JSON.parse(text) as { tables: unknown }).tables;
  assert.deepEqual(tablesOf(rest), tablesOf(whole));
  assert.equal(existsSync(note), false);
});
