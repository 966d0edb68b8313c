// `cliquez-signalez verify`: what it compares, what it prints, and which record of erasures it takes.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { MAX_RETENTION_DAYS } from '../../../src/receiver/operations/retention.ts';
import { temporaryFolder } from '../harness.ts';
import { byHand, fill, headOf, run, runIn, soundRow, soundRows, withStore } from '../store-given.ts';

async function given(t: TestContext) {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  return { folder, url, verify: (...args: string[]) => run(t, 'verify', '--database', url, ...args) };
}

test('erasures are told from the log, and measured by the latest day and all numbers that are named', async (t) => {
  const { url, verify } = await given(t);
  await fill(url, soundRows(1, 101, { receivedAt: '2026-01-01T10:00:00Z' }));
  await fill(url, soundRows(102, 105, { receivedAt: '2026-01-03T10:00:00Z' }));
  await withStore(url, async (store) => {
    await store.erase('2026-01-02T00:00:00Z');
    await store.eraseByNumber([104]);
    await store.eraseByNumber([102, 103]);
  });
  const erased = [
    'Erased, as entries 106 to 107 of the log say: 101 reports from before 2026-01-02T00:00:00Z.',
    'Erased, as entry 108 of the log says: 1 report by their numbers.',
    'Erased, as entry 109 of the log says: 2 reports by their numbers.',
  ];
  const unnamed = await verify();
  assert.equal(unnamed.code, 1);
  assert.match(
    unnamed.stderr,
    /^104 reports were erased too early: numbers 1–104\. If you did that, say so: /,
  );

  const days = ['--erased', '2026-01-02', '--erased', '2025-12-01'];
  const named = await verify(...days, '--erased', '103', '--erased', '102,104');
  assert.deepEqual([named.code, named.stderr], [0, '']);
  const head = await headOf(t, url);
  assert.equal(
    named.stdout,
    [
      ...erased,
      '1 reports sound, 101 erased by retention, 3 by hand; 0 earlier heads compared.',
      `Head  ${head}`,
      '',
    ].join('\n'),
  );
  assert.match((await verify(...days)).stderr, /^3 reports were erased too early: numbers 102–104\. /);
  assert.match(
    (await verify('--erased', '2026-01-01', '--erased', '2025-12-01', '--erased', '102,103,104')).stderr,
    /^101 reports were erased too early: numbers 1–101\. /,
  );
});

test('RETENTION_DAYS explains what is older, and the option what the settings do not', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-01-12T00:00:00Z') });
  const { url, verify } = await given(t);
  await fill(url, [soundRow('old', { receivedAt: '2026-01-10T10:00:00Z' })]);
  await withStore(url, (store) => store.erase('2026-01-11T00:00:00Z'));
  assert.equal((await verify('--retention-days', '1')).code, 0);
  assert.equal((await verify('--retention-days', '2')).code, 1);
  const inSettings = (...args: string[]) =>
    runIn(t, { RETENTION_DAYS: '1' }, 'verify', '--database', url, ...args);
  assert.equal((await inSettings()).code, 0);
  assert.equal((await inSettings('--retention-days', '2')).code, 1);
  // The later of the two days counts.
  assert.equal((await inSettings('--erased', '2025-01-01')).code, 0);
  assert.equal((await verify('--retention-days', '2', '--erased', '2026-01-11')).code, 0);
  for (const days of ['0', String(MAX_RETENTION_DAYS + 1), 'x']) {
    const { code, stderr } = await verify('--retention-days', days);
    assert.equal(code, 2);
    assert.ok(stderr.startsWith(`--retention-days must be a whole number from 1 to ${MAX_RETENTION_DAYS}, `));
  }
  for (const [which, expected] of [
    ['2026-02-30', /^--erased must be a day in UTC/],
    ['two', /^--erased must be numbers of reports/],
  ] as const) {
    const { code, stderr } = await verify('--erased', which);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  }
  assert.equal((await verify('--retention-days', String(MAX_RETENTION_DAYS))).code, 1);
});

test('heads come one by one or in a file; those of another database are told apart', async (t) => {
  const { folder, url, verify } = await given(t);
  const other = `sqlite:${join(folder, 'other.sqlite')}`;
  await fill(url, soundRows(1, 1));
  await fill(other, soundRows(1, 1));
  const [early, foreign] = [await headOf(t, url), await headOf(t, other)];
  await fill(url, soundRows(2, 2));
  const late = await headOf(t, url);
  const file = join(folder, 'heads.txt');
  await writeFile(file, `2026-11-24 ${early}\n  \n\n${late} (printed)\n`);
  const all = await verify('--head', early, '--heads', file);
  assert.deepEqual([all.code, all.stderr], [0, '']);
  assert.match(all.stdout, /; 3 earlier heads compared\.\n/);
  const one = await verify('--head', foreign, '--head', late);
  assert.deepEqual([one.code, one.stderr.split(',')[0]], [1, '1 head is of another database']);
  assert.match(one.stdout, /; 1 earlier head compared\.\n/);
  assert.match(
    (await verify('--head', foreign, '--head', foreign)).stderr,
    /^2 heads are of another database,/,
  );

  await writeFile(file, ' \n');
  const none = await verify('--heads', file);
  assert.deepEqual([none.code, none.stderr], [1, `--heads: there is no head in ${file}.\n`]);
  for (const text of [`x${late}`, `${late}0`, late.replace(/:\d+:/, '::')]) {
    await writeFile(file, `${text}\n`);
    const { code, stderr } = await verify('--heads', file);
    assert.equal(code, 2);
    assert.ok(stderr.startsWith(`--heads: « ${text} » is no head. `), stderr);
  }
});

test('messages of the outbox whose reports are gone are counted', async (t) => {
  const { url, verify } = await given(t);
  await withStore(url, async (store) => {
    for (const id of ['a', 'b'])
      await store.put(soundRow(id), undefined, [{ id, channel: 'mail', dueAt: '' }]);
  });
  assert.equal((await verify()).code, 0);
  await byHand(url, `update outbox set reference = 'GONE'`);
  const { code, stderr } = await verify();
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^2 messages of the outbox are about reports that are not there: look for a backup\.\n$/,
  );
});

test('several faults are told, each in a sentence, and no note is written', async (t) => {
  const { folder, url, verify } = await given(t);
  await fill(url, soundRows(1, 6));
  await byHand(
    url,
    `update report set trust = 'low' where sequence in (1, 2);
      delete from report where sequence in (3, 4); delete from "logEntry" where sequence = 6`,
  );
  const note = join(folder, 'note');
  const { code, stdout, stderr } = await verify('--note', note);
  assert.equal(code, 1);
  assert.match(stdout, /^1 reports sound, 0 erased by retention; 0 earlier heads compared\.\n/);
  assert.match(
    stderr,
    /^2 reports are not what was stored: numbers 1–2\.\n2 reports are gone: numbers 3–4\. [^\n]*\n1 report is in no entry of the log: number 6\. [^\n]*\n$/,
  );
  assert.ok(!existsSync(note));
});

test('a long verification notes how far all was sound; a short one only its end', async (t) => {
  const { folder, url, verify } = await given(t);
  await fill(url, soundRows(1, 250));
  await byHand(url, 'delete from report where sequence = 250');
  const note = join(folder, 'note');
  assert.equal((await verify('--note', note)).code, 1);
  assert.ok(!existsSync(note));
  // Each look at the clock takes six seconds.
  let clock = 0;
  t.mock.method(performance, 'now', () => (clock += 6_000));
  assert.equal((await verify('--note', note)).code, 1);
  assert.match(await readFile(note, 'utf8'), /^[\da-f]{12}:200:[\da-f]{64}\n$/);
  const nowhere = join(folder, 'nowhere', 'note');
  const refused = await verify('--note', nowhere);
  assert.deepEqual(
    [refused.code, refused.stderr],
    [1, `--note: ${nowhere} cannot be written (ENOENT). Name another file.\n`],
  );
  assert.equal((await verify()).code, 1);
});

test('a note that is no file is told', async (t) => {
  const { folder, url, verify } = await given(t);
  await fill(url, soundRows(1, 1));
  const note = join(folder, 'note');
  await mkdir(note);
  const { code, stderr } = await verify('--note', note);
  assert.deepEqual([code, stderr], [1, `--note: ${note} cannot be read. Check who may read it.\n`]);
});
