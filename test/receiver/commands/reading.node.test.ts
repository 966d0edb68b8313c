// What the commands on a database share: which database it is, whose keys, and that nothing of it stays open.
import assert from 'node:assert/strict';
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { command as exporting } from '../../../src/receiver/commands/export.ts';
import { temporaryFolder } from '../harness.ts';
import { byHand, fill, headOf, run, runIn, soundRow, soundRows, withStore } from '../store-given.ts';
import { rowOf } from '../export-given.ts';
import { sampleReport } from '../sample-report.ts';

async function given(t: TestContext) {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  await withStore(url, async (store) => {
    for (const row of soundRows(1, 3))
      await store.put({ ...row, partner: 'ville' }, undefined, [{ id: row.id, channel: 'mail', dueAt: '' }]);
  });
  writeFileSync(join(folder, 'decisions.csv'), 'reference,provider,date,action\n');
  return { folder, url };
}

/** Files under a folder that this process has open, as Linux tells them. */
const openIn = (folder: string): string[] =>
  readdirSync('/proc/self/fd')
    .map((number) => {
      try {
        return readlinkSync(`/proc/self/fd/${number}`);
      } catch {
        return '';
      }
    })
    .filter((file) => file.startsWith(folder));

const COMMANDS: readonly (readonly [line: string, code: number])[] = [
  ['export --database URL', 0],
  ['export --database URL --partner nobody', 1],
  ['copy --from URL --to sqlite:FOLDER/copy.sqlite', 0],
  ['copy --from URL --to postgres://nowhere', 1],
  ['figures --database URL --year 2026 --decisions FOLDER/decisions.csv --output FOLDER/figures', 0],
  ['figures --database URL --partner nobody --month 2026-01', 1],
  ['head --database URL', 0],
  ['outbox --database URL', 0],
  ['outbox --database URL --drop --confirm 1', 1],
  ['outbox --database URL --retry', 0],
  ['verify --database URL', 0],
];

test('no command leaves a file of the database open, nor listens to a signal', async (t) => {
  const { folder, url } = await given(t);
  const listening = process.listenerCount('SIGHUP');
  for (const [line, expected] of COMMANDS) {
    const [name = '', ...args] = line.replaceAll('URL', url).replaceAll('FOLDER', folder).split(' ');
    const { code, stderr } = await run(t, name, ...args);
    assert.equal(code, expected, stderr);
    assert.deepEqual([openIn(folder), process.listenerCount('SIGHUP')], [[], listening], line);
  }
});

test('the database is the one that is named, else that of the settings, else the receiver’s default', async (t) => {
  const [folder, before] = [await temporaryFolder(t), process.cwd()];
  const urlOf = (file: string): string => `sqlite:${join(folder, file)}`;
  for (const [index, file] of ['named', 'set', 'cliquez-signalez.sqlite'].entries())
    await fill(urlOf(file), soundRows(1, index + 1));
  process.chdir(folder);
  t.after(() => process.chdir(before));
  const sizeOf = async (environment: Record<string, string>, ...args: string[]) =>
    Number((await runIn(t, environment, 'head', ...args)).stdout.split(':')[1]);
  const DATABASE_URL = urlOf('set');
  assert.equal(await sizeOf({ DATABASE_URL }, '--database', urlOf('named')), 1);
  assert.equal(await sizeOf({ DATABASE_URL }), 2);
  assert.equal(await sizeOf({ DATABASE_URL: '' }), 3);
  assert.equal(await headOf(t, 'sqlite:named'), await headOf(t, urlOf('named')));
  for (const command of ['head', 'outbox', 'verify', 'export']) {
    const { code, stderr } = await run(t, command, '--database', 'sqlite:typo');
    assert.deepEqual(
      [code, stderr],
      [
        1,
        `There is no database at ${join(folder, 'typo')}. Say where it is: --database sqlite:path/to/file.sqlite\n`,
      ],
    );
  }
  const { code, stderr } = await run(t, 'outbox', '--retry', '--database', 'sqlite:typo');
  assert.deepEqual([code, stderr.startsWith('There is no database at ')], [1, true]);
  assert.ok(!readdirSync(folder).includes('typo'));
});

test('a database that cannot be read is not left open', async (t) => {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'other.sqlite')}`;
  await byHand(url, 'create table other (a)');
  const { code, stderr } = await run(t, 'head', '--database', url);
  assert.deepEqual([code, /has no reports, nor a table for them/.test(stderr)], [1, true]);
  assert.deepEqual(openIn(folder), []);
});

test('a standby that the settings ask for is asked of PostgreSQL, and of no file', async (t) => {
  const { url } = await given(t);
  const environment = { SYNCHRONOUS_STANDBY: '1' };
  assert.equal((await runIn(t, environment, 'head', '--database', url)).code, 0);
});

test('an export that is stopped tells neither what is missing nor what it did not look for', async (t) => {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  const references = ['AAAA-0001', 'AAAA-0002', 'AAAA-0003', 'AAAA-0004'];
  await fill(
    url,
    references.map((reference) => rowOf(sampleReport(), { reference })),
  );
  await byHand(url, 'delete from report where sequence = 4');
  for (const [index, options] of [[], ['--reference', 'AAAA-0001', '--reference', 'AAAA-0009']].entries()) {
    const stderr: string[] = [];
    const mock = t.mock.method(process.stderr, 'write', (text: string) => stderr.push(text) > 0);
    const listening = process.listenerCount('SIGHUP');
    const output = join(folder, `reports-${index}.jsonl`);
    const ended = exporting.run(['--database', url, '--output', output, ...options], {});
    while (process.listenerCount('SIGHUP') === listening) await new Promise(setImmediate);
    // The test runner itself listens to other signals.
    process.emit('SIGHUP');
    await ended;
    mock.mock.restore();
    assert.match(
      stderr.join(''),
      /^1 report written\nStopped before the end\.\n(?:The next export [^\n]*\.1\n)?$/,
    );
    assert.equal(process.exitCode, 1);
    process.exitCode = undefined;
  }
});

test('what is found missing afterwards is looked for behind the place where an export began', async (t) => {
  const { url } = await given(t);
  await fill(url, [soundRow('more'), soundRow('last')]);
  await fill(url, [soundRow('late', { receivedAt: '2026-11-26T00:00:00Z' })]);
  await byHand(url, 'delete from report where sequence in (2, 4)');
  for (const [options, expected] of [
    [[], /^2 reports are missing: numbers 2, 4\. /m],
    [['--after', '2'], /^1 report is missing: number 4\. /m],
    [['--after', '4'], /^(?![^]*missing)/],
    [['--partner', 'ville'], /^2 reports are missing: numbers 2, 4\. /m],
    [['--since', '2026-11-24'], /^2 reports are missing: numbers 2, 4\. /m],
    [['--since', '2026-11-25'], /^(?![^]*missing)/],
  ] as const)
    assert.match((await run(t, 'export', '--database', url, ...options)).stderr, expected);
});

test('an export of all finds what was deleted past the triggers; one of some does not look at every number', async (t) => {
  const { url } = await given(t);
  await byHand(url, 'drop trigger report_gone; delete from report where sequence = 2');
  for (const [options, isFound] of [
    [[], true],
    [['--category', 'procuring'], true],
    [['--priority', 'normal'], true],
    [['--trust', 'normal'], true],
    [['--since', '2026-01-01'], true],
    [['--priority', 'urgent'], false],
    [['--trust', 'low'], false],
    [['--partner', 'ville'], false],
    [['--day', '2026-11-24'], false],
    [['--reference', 'AAAA-0001'], false],
  ] as const) {
    const { stderr } = await run(t, 'export', '--database', url, ...options);
    assert.equal(/^1 report is missing: number 2\. /m.test(stderr), isFound, options.join(' '));
  }
});
