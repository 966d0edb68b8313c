// `cliquez-signalez export` and `keys`, run as an operator runs them.
import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calculateJwkThumbprint } from 'jose';
import { sealReport } from '../../../src/core/report/seal.ts';
import { reportSchema } from '../../../src/core/report/report.ts';
import { CommandError, UsageError, type Command } from '../../../src/command-line/command.ts';
import { command as exportCommand } from '../../../src/receiver/commands/export.ts';
import { command as keysCommand } from '../../../src/receiver/commands/keys.ts';
import { DatabaseUrlError, type ReportRow } from '../../../src/receiver/index.ts';
import { rowOf, storeOf } from '../export-given.ts';
import { exportAndCount, fillDatabase } from '../export-process.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { makePair, seal } from '../sealed-given.ts';
import { startCommand } from '../server-process.ts';

/** Runs a command and waits for its end. */
async function run(t: TestContext, args: string[], environment: Record<string, string> = {}) {
  const { ended, output } = startCommand(t, args, environment);
  const code = await ended;
  return { code, ...output };
}

/** A SQLite file that contains these rows. */
async function databaseOf(
  t: TestContext,
  rows: ReportRow[],
): Promise<{ folder: string; DATABASE_URL: string }> {
  const folder = await temporaryFolder(t);
  const DATABASE_URL = `sqlite:${join(folder, 'reports.sqlite')}`;
  await storeOf(t, rows, DATABASE_URL);
  return { folder, DATABASE_URL };
}

test('reports go to standard output, how many and where to go on to standard error', async (t) => {
  const rows = [rowOf(sampleReport()), rowOf(sampleReport())];
  const { DATABASE_URL } = await databaseOf(t, rows);
  const { code, stdout, stderr } = await run(t, ['export'], { DATABASE_URL });
  assert.equal(code, 0, stderr);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).reference),
    rows.map(({ reference }) => reference),
  );
  const [, cursor = ''] =
    /^2 reports written\nThe next export goes on with --after ([0-9a-f]{12}\.2)\n$/.exec(stderr) ?? [];
  assert.notEqual(cursor, '', stderr);
  const next = await run(t, ['export', '--database', DATABASE_URL, '--after', cursor]);
  assert.deepEqual([next.code, next.stdout], [0, '']);
  assert.equal(next.stderr, `0 reports written\nThe next export goes on with --after ${cursor}\n`);
});

test('a file is new, for its owner alone, and has its name once it is complete', async (t) => {
  const { folder, DATABASE_URL } = await databaseOf(t, [rowOf(sampleReport())]);
  const file = join(folder, 'reports.csv');
  const args = ['export', '--format', 'csv', '--output', file];
  const { code, stdout } = await run(t, args, { DATABASE_URL });
  assert.deepEqual([code, stdout], [0, '']);
  assert.match(await readFile(file, 'utf8'), /^\uFEFF"sequence"/);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const again = await run(t, args, { DATABASE_URL });
  assert.equal(again.code, 1);
  assert.match(again.stderr, /reports\.csv exists\. Name another file: --output FILE\n$/);
  assert.ok(!(await readdir(folder)).some((name) => name.endsWith('.part')));
});

test('reports are chosen by options', async (t) => {
  const { folder, DATABASE_URL } = await databaseOf(t, [
    rowOf(sampleReport(), { receivedAt: '2026-11-23T10:00:00Z' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-24T10:00:00Z', trust: 'low' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-24T12:00:00Z', priority: 'urgent' }),
  ]);
  t.mock.method(process.stderr, 'write', () => true);
  const sequences = async (...args: string[]) => {
    const file = join(folder, `${args.join('')}.jsonl`);
    await exportCommand.run([...args, '--output', file], { DATABASE_URL });
    const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence);
  };
  assert.deepEqual(await sequences('--since', '2026-11-24'), [2, 3]);
  assert.deepEqual(await sequences('--since', '2026-11-24T11:00Z'), [3]);
  assert.deepEqual(await sequences('--trust', 'normal'), [1, 3]);
  assert.deepEqual(await sequences('--priority', 'urgent'), [3]);
  assert.deepEqual(await sequences('--after', '1', '--trust', 'low'), [2]);
});

test('a pair of keys is made, reports sealed for it are opened by it, and it is never overwritten', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'private.json');
  const made = await run(t, ['keys', '--output', file]);
  assert.equal(made.code, 0, made.stderr);
  const [, publicKey = '', thumbprint = ''] =
    /^public-key {2}([\w-]{87})\nSEAL_KEYS {3}([\w-]{43})\n$/.exec(made.stdout) ?? [];
  assert.match(made.stderr, /Make a copy/);
  assert.equal((await stat(file)).mode & 0o777, 0o600);

  const jwk = JSON.parse(await readFile(file, 'utf8')) as { d: string };
  const { d } = jwk;
  assert.equal(thumbprint, await calculateJwkThumbprint(jwk));
  assert.ok(!made.stdout.includes(d) && !made.stderr.includes(d));
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d, 'base64url');
  assert.equal(ecdh.getPublicKey().toString('base64url'), publicKey);

  for (const key of [file, publicKey]) {
    const told = await run(t, ['keys', '--of', key]);
    assert.deepEqual([told.code, told.stdout, told.stderr], [0, made.stdout, '']);
  }

  const again = await run(t, ['keys', '--output', file]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /private\.json exists\. Name another file: --output FILE\n$/);
  assert.equal((JSON.parse(await readFile(file, 'utf8')) as { d: string }).d, d);

  const report = reportSchema.parse(sampleReport());
  const envelope = await sealReport(report, JSON.stringify(report), publicKey);
  const { DATABASE_URL } = await databaseOf(t, [rowOf(envelope)]);
  const opened = await run(t, ['export', '--key', file], { DATABASE_URL });
  assert.deepEqual(JSON.parse(opened.stdout).report, report);
  assert.doesNotMatch(opened.stderr, /without content/);
  const closed = await run(t, ['export'], { DATABASE_URL });
  assert.deepEqual(JSON.parse(closed.stdout).envelope, envelope);
  assert.match(
    closed.stderr,
    /1 of them without content: sealed, and no private key was given \(--key FILE\)/,
  );
});

test('a draft for an institution names the hotline, and says how many it leaves out, and why', async (t) => {
  const { DATABASE_URL } = await databaseOf(t, [rowOf(sampleReport())]);
  const named = ['--hotline-name', 'Hotline', '--hotline-email', 'analyst@hotline.example'];
  const notice = await run(
    t,
    ['export', '--format', 'dsa', '--locale', 'en', '--trusted-flagger', ...named],
    { DATABASE_URL },
  );
  const { document } = JSON.parse(notice.stdout) as { document: Record<string, unknown> };
  assert.deepEqual(
    [document['notifier'], document['source']],
    [{ name: 'Hotline', email: 'analyst@hotline.example' }, 'SOURCE_TRUSTED_FLAGGER'],
  );
  const environment = { DATABASE_URL, HOTLINE_NAME: 'Hotline', HOTLINE_EMAIL: 'analyst@hotline.example' };
  const report = await run(t, ['export', '--format', 'cybertipline', '--xml'], environment);
  assert.deepEqual([report.code, report.stdout], [0, '']);
  assert.match(
    report.stderr,
    /^0 reports written\n1 left out: the institution does not take this category\n/,
  );
  assert.equal((await run(t, ['export', '--format', 'iccam'], { DATABASE_URL })).code, 0);
});

const exporting = (...args: string[]) => [exportCommand, args] as const;
const DSA = ['--format', 'dsa'];

const mistakes: (readonly [
  call: readonly [Command, string[]],
  error: new (message: string) => Error,
  expected: RegExp,
])[] = [
  [exporting('--fromat', 'csv'), UsageError, /--fromat[^]*Usage: cliquez-signalez export/],
  [exporting('csv'), UsageError, /csv[^]*Usage: cliquez-signalez export/],
  [exporting('--after'), UsageError, /--after[^]*Usage: cliquez-signalez export/],
  [
    exporting('--format', 'xlsx'),
    UsageError,
    /^--format must be jsonl, csv, html, dsa, iccam or cybertipline, not « xlsx »\.$/,
  ],
  [exporting('--after', 'yesterday'), UsageError, /^--after must be the number/],
  [exporting('--after=-1'), UsageError, /^--after must be the number/],
  [exporting('--since', 'yesterday'), UsageError, /^--since must be a day/],
  [exporting('--since', '2026-11-24T13:50+01:00'), UsageError, /^--since must be a day/],
  [exporting('--since', ''), UsageError, /^--since must be a day/],
  [exporting('--since', '2026-13-01'), UsageError, /^--since must be a day/],
  [exporting('--since', '2026-02-30'), UsageError, /^--since must be a day/],
  [exporting('--trust', 'high'), UsageError, /^--trust must be normal or low, not « high »/],
  [exporting('--priority', 'all'), UsageError, /^--priority must be urgent or normal/],
  [exporting(...DSA), UsageError, /^dsa needs to know who sends the report on: --hotline-name/],
  [exporting('--format', 'cybertipline', '--hotline-name', 'a'), UsageError, /^cybertipline needs to know/],
  [
    exporting(...DSA, '--hotline-name=a', '--hotline-email=b', '--locale=de'),
    UsageError,
    /^--locale must be fr or en/,
  ],
  [
    exporting('--key', '/proc/nowhere/key.json'),
    CommandError,
    /^The private key \/proc\/nowhere\/key\.json cannot be read/,
  ],
  [
    exporting('--key', '/dev/null'),
    CommandError,
    /^\/dev\/null: This is not a private key made by « cliquez-signalez keys »/,
  ],
  [
    exporting('--database', 'sqlite:/proc/nowhere/r.sqlite'),
    CommandError,
    /^There is no database at \/proc\/nowhere\/r\.sqlite/,
  ],
  [exporting('--database', 'mysql://a:s3cret@b/c'), DatabaseUrlError, /^(?!.*s3cret)/],
  [
    exporting('--output', '/proc/nowhere/a.jsonl'),
    CommandError,
    /^There is no folder for \/proc\/nowhere\/a\.jsonl/,
  ],
  [[keysCommand, ['now']], UsageError, /now[^]*Usage: cliquez-signalez keys/],
  [
    [keysCommand, ['--of', '/dev/null', '--output', 'a']],
    UsageError,
    /^--of makes no file[^]*Usage: cliquez-signalez keys/,
  ],
  [[keysCommand, ['--of', 'nowhere']], CommandError, /^« nowhere » is neither a public key/],
  [[keysCommand, ['--of', '/dev/null']], CommandError, /^\/dev\/null: This is not a private key/],
  [
    [keysCommand, ['--output', '/proc/nowhere/key.json']],
    CommandError,
    /^There is no folder for \/proc\/nowhere\/key\.json/,
  ],
];

for (const [[command, args], expectedError, expected] of mistakes) {
  const name = command === keysCommand ? 'keys' : 'export';
  test(`« ${name} ${args.join(' ')} » is explained`, async (t) => {
    const { DATABASE_URL } = await databaseOf(t, []);
    await assert.rejects(command.run(args, { DATABASE_URL }), (error: Error) => {
      assert.match(error.message, expected);
      return error instanceof expectedError;
    });
  });
}

test('a wrong call ends with 2 and an impossible one with 1, without a stack', async (t) => {
  for (const [args, expected] of [
    [['export', '--trust', 'high'], 2],
    [['export', '--database', 'sqlite:/proc/nowhere/r.sqlite'], 1],
    [['keys', '--output', '/proc/nowhere/key.json'], 1],
  ] as const) {
    const { code, stdout, stderr } = await run(t, [...args]);
    assert.deepEqual([code, stdout], [expected, '']);
    assert.match(stderr, /^[^\n]+\n$/);
  }
});

test('a reader that goes away is told on standard error, not taken for success', async (t) => {
  const { DATABASE_URL } = await databaseOf(
    t,
    Array.from({ length: 600 }, () => rowOf(sampleReport({ content: { description: 'x'.repeat(1_999) } }))),
  );
  const { child, ended, output } = startCommand(t, ['export'], { DATABASE_URL });
  child.stdout.destroy();
  assert.equal(await ended, 1);
  assert.match(
    output.stderr,
    /^The output was closed before its end\. Run the export again, with the same --after\.\n$/,
  );
});

test('no export makes a database of its own', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'kept'), '');
  await run(t, ['export', '--database', `sqlite:${join(folder, 'reports.sqlite')}`]);
  assert.deepEqual(await readdir(folder), ['kept']);
});

test('it takes no more memory than a page of reports, whatever their number', async (t) => {
  const folder = await temporaryFolder(t);
  const envelope = seal(await makePair(), sampleReport(), { plaintext: Buffer.alloc(45_000, ' ') });
  const url = await fillDatabase(join(folder, 'many.sqlite'), 2_000, envelope);
  const { code, lines, bytes, stderr } = await exportAndCount(t, url, 'jsonl', '--max-old-space-size=64');
  // The export has no key, so the reports stay sealed.
  assert.equal(code, 3, stderr);
  assert.equal(lines, 2_000);
  assert.ok(bytes > 120_000_000);
});

test('an analyst needs kysely alone, and is told what else where a report is sealed', async (t) => {
  const [folder, pair] = [await temporaryFolder(t), await makePair()];
  await cp(new URL('../../../src', import.meta.url), join(folder, 'src'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  for (const name of ['zod', 'kysely']) {
    const target = fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url));
    await symlink(target, join(folder, 'node_modules', name));
  }
  const { DATABASE_URL } = await databaseOf(t, [rowOf(sampleReport()), rowOf(seal(pair))]);
  const key = join(folder, 'private.json');
  await writeFile(key, JSON.stringify(pair.jwk));
  const exportThere = async (...args: string[]) => {
    const { ended, output } = startCommand(
      t,
      ['export', ...args],
      { DATABASE_URL },
      join(folder, 'src/receiver/cli.ts'),
    );
    return { code: await ended, ...output };
  };
  const without = await exportThere('--leave-sealed');
  assert.deepEqual([without.code, without.stdout.match(/\n/g)?.length], [0, 2], without.stderr);
  const { code, stderr } = await exportThere('--key', key);
  assert.equal(code, 1);
  assert.match(stderr, /^A package is missing here \(Cannot find package 'jose'\)\./);
});
