// Reports are erased by hand: as many as were confirmed, for good, and in a way that `verify` and `export` know of.
import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test, type TestContext } from 'node:test';
import { openStore } from '../../../src/receiver/index.ts';
import { withSmallDisk } from '../../setup/small-disk.ts';
import { until } from '../../setup/until.ts';
import { DATABASES } from '../databases.ts';
import { temporaryFolder } from '../harness.ts';
import { fillWithMany } from '../many-reports.ts';
import { sampleReport } from '../sample-report.ts';
import { startCommand } from '../server-process.ts';
import { byHand, exportLines, fill, run, soundRows, withStore } from '../store-given.ts';

const NO_ONE = /^There is no report /;

/** The result of `verify` for the reports, after its result for each erasure. */
const soundIn = (stdout: string): string | undefined => /^\d+ reports sound[^;]*/m.exec(stdout)?.[0];

for (const { name, create } of DATABASES) {
  describe(name, () => {
    test('reports from before a day go once their number is confirmed; verify wants the day named', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3, { receivedAt: '2025-12-31T23:59:00Z' }));
      await fill(url, soundRows(4, 5, { receivedAt: '2026-01-01T00:00:00Z' }));
      const erase = (...options: string[]) =>
        run(t, 'erase', '--database', url, '--before', '2026-01-01', ...options);
      const present = async (): Promise<number[]> =>
        (await exportLines(t, url)).lines.map(({ sequence }) => sequence);

      const asked = await erase();
      assert.deepEqual(asked, {
        code: 0,
        stdout: 'There are 3 reports from before 2026-01-01. To erase for good: add --confirm 3\n',
        stderr: '',
      });
      const refused = await erase('--confirm', '2');
      assert.deepEqual(
        [refused.code, refused.stdout, refused.stderr],
        [1, '', 'There are 3 reports from before 2026-01-01, more than --confirm 2: nothing was erased.\n'],
      );
      assert.deepEqual(await present(), [1, 2, 3, 4, 5]);

      assert.deepEqual(await erase('--confirm', '3'), {
        code: 0,
        stdout:
          '3 reports were erased.\n' +
          'Write down for « verify », unless RETENTION_DAYS says as much: --erased 2026-01-01\n',
        stderr: '',
      });
      assert.deepEqual(await present(), [4, 5]);
      assert.equal((await exportLines(t, url)).code, 0);
      const unnamed = await run(t, 'verify', '--database', url);
      assert.match(unnamed.stderr, /^3 reports were erased too early: numbers 1–3\. /);
      const { code, stdout } = await run(t, 'verify', '--database', url, '--erased', '2026-01-01');
      assert.deepEqual([code, soundIn(stdout)], [0, '2 reports sound, 3 erased by retention']);
      assert.match((await erase('--confirm', '3')).stdout, NO_ONE);
    });

    test('reports go by their numbers; verify wants them named, until retention has passed their day', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 250, { receivedAt: '2026-01-01T10:00:00Z' }));
      const erase = (...options: string[]) => run(t, 'erase', '--database', url, ...options);
      const odd = Array.from({ length: 125 }, (_, index) => 2 * index + 1);

      const missing = await erase('--numbers', '7,999');
      assert.equal(
        missing.stdout,
        'There is 1 report with these numbers. To erase for good: add --confirm 1\n',
      );
      const { code, stdout } = await erase('--numbers', odd.toReversed().join(), '--confirm', '125');
      assert.deepEqual(
        [code, stdout],
        [0, `125 reports were erased.\nWrite down for « verify »: --erased ${odd.join()}\n`],
      );
      const { code: exported, lines } = await exportLines(t, url);
      assert.deepEqual([exported, lines.length], [0, 125]);
      assert.ok(lines.every(({ sequence }) => sequence % 2 === 0));

      assert.equal((await run(t, 'verify', '--database', url)).code, 1);
      const named = await run(t, 'verify', '--database', url, '--erased', odd.join());
      assert.deepEqual(
        [named.code, soundIn(named.stdout)],
        [0, '125 reports sound, 0 erased by retention, 125 by hand'],
      );
      assert.equal((await erase('--before', '2026-01-02', '--confirm', '125')).code, 0);
      assert.equal((await run(t, 'verify', '--database', url, '--erased', '2026-01-02')).code, 0);
    });
  });
}

for (const signal of ['SIGINT', 'SIGKILL'] as const)
  test(`${signal} in the middle loses nothing but what was to go, and the next run erases the rest`, async (t) => {
    const count = 6_000;
    const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    await fillWithMany(url, { count, perDay: 60 });
    const args = ['erase', '--database', url, '--before', '2026-11-20', '--confirm', String(count)];
    const left = async (): Promise<number> =>
      Number((await byHand(url, 'select count(*) as count from report'))[0]?.['count']);
    const { child, ended, output } = startCommand(t, args);
    while ((await left()) === count && child.exitCode === null) await new Promise(setImmediate);
    child.kill(signal);
    assert.equal(await ended, signal === 'SIGINT' ? 1 : signal, output.stderr);
    if (signal === 'SIGINT')
      assert.deepEqual(
        [/^\d+ reports were erased\.\nWrite down /.test(output.stdout), output.stderr],
        [true, 'Stopped before the end. Run it again to erase the rest.\n'],
      );
    const between = await left();
    assert.ok(between > 60, `${between} left`);

    const again = startCommand(t, args);
    assert.equal(await again.ended, 0, again.output.stderr);
    assert.equal(await left(), 60);
    const { code, stdout } = await run(t, 'verify', '--database', url, '--erased', '2026-11-20');
    assert.deepEqual([code, soundIn(stdout)], [0, `60 reports sound, ${count - 60} erased by retention`]);
  });

test('a full disk is said to be full, and nothing is erased until there is room', async (t) => {
  const isChecked = await withSmallDisk(40, async (folder) => {
    const url = `sqlite:${join(folder, 'reports.sqlite')}`;
    await fillWithMany(url, { count: 3_000, perDay: 60 });
    const filler = join(folder, 'filler');
    const file = openSync(filler, 'w');
    try {
      for (;;) writeSync(file, Buffer.alloc(4_096, 1));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    } finally {
      closeSync(file);
    }
    const args = ['erase', '--database', url, '--before', '2026-11-20', '--confirm', '3000'];
    const full = startCommand(t, args);
    assert.equal(await full.ended, 1);
    assert.match(
      full.output.stderr,
      /^The disk of the database is full, or cannot be written to\. [^\n]*\n$/,
    );
    rmSync(filler);
    const again = startCommand(t, args);
    assert.equal(await again.ended, 0, again.output.stderr);
    assert.match(again.output.stdout, /^2940 reports were erased\.\n/);
    assert.equal((await run(t, 'verify', '--database', url, '--erased', '2026-11-20')).code, 0);
  });
  if (!isChecked) t.diagnostic('no disk of its own could be mounted here');
});

/** Starts to erase what `fillWithMany` has filled in, but for the last day. */
const eraseMany = (t: TestContext, url: string) =>
  startCommand(t, ['erase', '--database', url, '--before', '2026-11-20', '--confirm', '3000']);

/** Opens a read of a SQLite database that goes on, as a backup does. @returns what ends it */
function startReading(file: string): () => void {
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from report').get();
  return () => reader.close();
}

const holds = (file: string, text: string): boolean =>
  [file, `${file}-wal`].some((each) => existsSync(each) && readFileSync(each).includes(text));

const COPIES_LEFT =
  'Another program reads the database, so that its log (-wal) keeps copies of what was erased. Run the command again ' +
  'once that program has ended; a running receiver tries again every hour.\n';

for (const [title, chosen, erased, noOne] of [
  [
    'by their day',
    ['--before', '2026-01-02'],
    '3 reports were erased.\nWrite down for « verify », unless RETENTION_DAYS says as much: --erased 2026-01-02\n',
    'There is no report from before 2026-01-02.\n',
  ],
  [
    'by their numbers',
    ['--numbers', '1,2,3'],
    '3 reports were erased.\nWrite down for « verify »: --erased 1,2,3\n',
    'There is no report with these numbers.\n',
  ],
] as const)
  test(`beside an open reader, reports go ${title}; the next run takes their copies out of the log`, async (t) => {
    const file = join(await temporaryFolder(t), 'reports.sqlite');
    const url = `sqlite:${file}`;
    // As a receiver does, so that the log does not go with the last connection.
    const store = await openStore(url);
    t.after(() => store.close());
    const body = JSON.stringify(sampleReport({ content: { description: 'canary-51d0' } }));
    await fill(url, soundRows(1, 3, { receivedAt: '2026-01-01T10:00:00Z', body }));
    const erase = () => run(t, 'erase', '--database', url, ...chosen, '--confirm', '3');
    const endReading = startReading(file);
    assert.deepEqual(await erase(), { code: 1, stdout: erased, stderr: COPIES_LEFT });
    assert.deepEqual([(await store.list()).length, holds(file, 'canary-51d0')], [0, true]);
    assert.deepEqual(await erase(), { code: 1, stdout: noOne, stderr: COPIES_LEFT });
    endReading();
    assert.deepEqual(await erase(), { code: 0, stdout: noOne, stderr: '' });
    assert.ok(!holds(file, 'canary-51d0'));
  });

test('the next sweep of follow-ups takes the copies out of the log too, and fails only for what it ended', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  const url = `sqlite:${file}`;
  const store = await openStore(url);
  t.after(() => store.close());
  const body = JSON.stringify(sampleReport({ content: { description: 'canary-51d0' } }));
  await fill(url, soundRows(1, 3, { receivedAt: '2026-01-01T10:00:00Z', body }));
  const endReading = startReading(file);
  const isCopiesLeft = { name: 'CopiesLeftError', count: 3 };
  await assert.rejects(store.eraseByNumber([1, 2, 3]), isCopiesLeft);
  const sweep = () => store.followUps.sweep('2026-01-02', 90, new AbortController().signal);
  assert.equal(await sweep(), 0);
  assert.ok(holds(file, 'canary-51d0'));
  endReading();
  assert.equal(await sweep(), 0);
  assert.ok(!holds(file, 'canary-51d0'));
});

test('a report that arrives meanwhile is no part of it', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await fillWithMany(url, { count: 3_000, perDay: 60 });
  const store = await openStore(url);
  const { ended, output } = eraseMany(t, url);
  let stored = 0;
  for (const row of soundRows(1, 200, { receivedAt: '2026-11-20T12:00:00Z' })) {
    stored += Number((await store.put(row)).stored);
    await new Promise(setImmediate);
  }
  await store.close();
  assert.equal(await ended, 0, output.stderr);
  assert.equal(stored, 200);
  assert.equal(Number((await byHand(url, 'select count(*) as count from report'))[0]?.['count']), 260);
});

test('nor is one that is as old, by a clock that is behind', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await fillWithMany(url, { count: 3_000, perDay: 60 });
  const { ended, output } = eraseMany(t, url);
  const count = async (): Promise<number> =>
    Number((await byHand(url, 'select count(*) as count from report'))[0]?.['count']);
  await until(async () => (await count()) < 3_000, 'erasing has begun');
  await fill(url, soundRows(1, 20, { receivedAt: '2026-11-19T23:59:00Z' }));
  assert.equal(await ended, 0, output.stderr);
  assert.equal(await count(), 80);
});

for (const { name, create } of DATABASES)
  test(`${name}: a limit by number spares what came later`, async (t) => {
    const url = await create(t);
    await fill(url, soundRows(1, 5));
    await withStore(url, async (store) => {
      assert.equal(await store.erase('2100-01-01T00:00:00Z', { upTo: 3 }), 3);
      assert.deepEqual(
        (await store.list()).map(({ sequence }) => sequence),
        [4, 5],
      );
    });
  });

for (const [args, expected] of [
  [[], /^Give --before or --numbers, one of the two\./],
  [['--before', '2026-01-01', '--numbers', '4'], /^Give --before or --numbers, one of the two\./],
  [['--before', '2026-02-30'], /^--before must be a day such as 2025-01-01, not « 2026-02-30 »\./],
  [['--before', '01.01.2026'], /^--before must be a day/],
  [['--before', '2999-01-01'], /^--before: 2999-01-01 is yet to come\./],
  [['--numbers', '4;5'], /^--numbers must be numbers of reports, as 42,57, not « 4;5 »\./],
  [['--numbers', '4', '--confirm', 'yes'], /^--confirm must be a number of reports, not « yes »\./],
] as const)
  test(`it refuses: erase ${args.join(' ')}`, async (t) => {
    const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    await fill(url, soundRows(1, 1));
    const { code, stderr } = await run(t, 'erase', '--database', url, ...args);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  });
