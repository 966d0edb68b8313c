// `cliquez-signalez figures`: what it takes, what it tells the operator, and the note of a count that was cut off.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { CommandError, UsageError } from '../../../src/command-line/command.ts';
import { command } from '../../../src/receiver/commands/figures.ts';
import { rowOf, storeOf } from '../export-given.ts';
import { figures } from '../figures-given.ts';
import { until } from '../../setup/until.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { makePair, seal } from '../sealed-given.ts';
import { startCommand } from '../server-process.ts';
import { byHand } from '../store-given.ts';

const HEAD = 'reference,provider,date,action,answered\n';

const PARTNER = ['--partner', 'ville', '--month'];

interface PrintedTable {
  readonly rows: readonly { key: string; figures: { received: unknown } }[];
}

/** A database with reports at these moments, under the references R1, R2, …, of one partner; and a file of decisions. */
async function given(t: TestContext, moments: readonly string[], lines = '') {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  const rows = moments.map((receivedAt, index) =>
    rowOf(sampleReport({ category: 'procuring' }), {
      reference: `AAAA-000${index + 1}`,
      receivedAt,
      partner: 'ville',
    }),
  );
  await storeOf(t, rows, url);
  const decisions = join(folder, 'decisions.csv');
  await writeFile(decisions, HEAD + lines);
  const ofYear = (...options: string[]) =>
    figures(t, url, '--year', '2026', '--decisions', decisions, ...options);
  return { folder, url, decisions, ofYear };
}

const IN_YEAR = ['2026-01-01T00:00:00Z', '2026-05-01T10:00:00Z', '2026-12-31T23:59:00Z'];

test('the operator is told what was counted, what is odd about which lines, and what is gone', async (t) => {
  const line = (number: number, provider: string, date: string, action: string): string =>
    `AAAA-000${number},${provider},${date},${action},\n`;
  const { url, ofYear } = await given(
    t,
    IN_YEAR,
    line(1, 'P', '2026-05-02', 'removed') +
      line(9, 'P', '2026-05-02', 'removed') +
      line(7, 'P', '2026-05-02', 'removed') +
      line(2, 'P', '', 'removed') +
      line(9, 'P', '', 'removed') +
      line(8, 'P', '', 'removed'),
  );
  const { stderr, code } = await ofYear();
  assert.equal(code, 0);
  assert.equal(
    stderr,
    [
      '3 reports counted, 4 notices',
      'Lines 3–4 of the decisions: no such report in the database. Erased, or a wrong reference?',
      'Line 5 of the decisions: no date; counted in the year of the report.',
      'Lines 6–7 of the decisions: neither a date nor a report; not counted.',
      '',
    ].join('\n'),
  );
  await byHand(url, 'delete from report where sequence = 2');
  const less = await ofYear();
  assert.equal(less.code, 3);
  assert.match(
    less.stderr,
    /^2 reports counted, [^]*\n1 report is missing from the database, and not counted\.\n/,
  );
});

test('one report and one notice are counted in the singular; what cannot be read is told by its reason', async (t) => {
  const { folder, url, ofYear } = await given(t, IN_YEAR.slice(0, 1), 'AAAA-0001,P,2026-05-02,removed,\n');
  assert.equal((await ofYear()).stderr, '1 report counted, 1 notice\n');
  const [pair, lost] = [await makePair(), await makePair()];
  const receivedAt = '2026-11-24T13:50:00Z';
  await storeOf(
    t,
    [pair, pair, lost].map((each) => rowOf(seal(each), { receivedAt })),
    url,
  );
  await byHand(url, `update report set body = body || ' ' where sequence = 1`);
  const closed = await ofYear();
  assert.equal(closed.code, 3);
  assert.equal(
    closed.stderr,
    [
      '4 reports counted, 1 notice',
      '3 reports are sealed, and no private key was given: --key FILE.',
      '1 report is changed in the database since it was received.',
      '',
    ].join('\n'),
  );
  const key = join(folder, 'key.json');
  await writeFile(key, JSON.stringify(pair.jwk));
  assert.match(
    (await ofYear('--key', key)).stderr,
    /^4 reports counted, 1 notice\n1 report is sealed for another key, or not a report that this version knows\.\n1 report is changed /,
  );
});

test('a month ends where the next begins, also at the end of a year', async (t) => {
  const { url } = await given(t, []);
  // Smaller numbers would be hidden.
  for (const [count, receivedAt] of [
    [6, '2025-11-30T23:59:00Z'],
    [7, '2025-12-01T00:00:00Z'],
    [8, '2025-12-31T23:59:00Z'],
    [9, '2026-01-01T00:00:00Z'],
  ] as const) {
    const report = () => rowOf(sampleReport({ category: 'procuring' }), { receivedAt, partner: 'ville' });
    await storeOf(t, Array.from({ length: count }, report), url);
  }
  for (const [month, count] of [
    ['2025-11', 6],
    ['2025-12', 15],
    ['2026-01', 9],
  ] as const) {
    const { text, stderr, code } = await figures(t, url, ...PARTNER, month, '--format', 'json');
    assert.deepEqual([stderr, code], ['', 0]);
    const printed = JSON.parse(text) as { partner: string; month: string; tables: readonly PrintedTable[] };
    assert.deepEqual([printed.partner, printed.month], ['ville', month]);
    const rows = printed.tables.flatMap((table) => table.rows);
    assert.equal(rows.find(({ key }) => key === 'all')?.figures.received, count, month);
  }
});

test('the page names the hotline of the option, else that of the settings; independence comes in paragraphs', async (t) => {
  const { folder, url, decisions, ofYear } = await given(t, IN_YEAR);
  assert.match((await ofYear('--hotline-name', 'Ligne A')).text, /<h1>Ligne A –/);
  const output = join(folder, 'named.html');
  t.mock.method(process.stderr, 'write', () => true);
  await command.run(['--year', '2026', '--decisions', decisions, '--output', output], {
    DATABASE_URL: url,
    HOTLINE_NAME: 'Ligne B',
  });
  assert.match(await readFile(output, 'utf8'), /<h1>Ligne B –/);
  const file = join(folder, 'independence.txt');
  await writeFile(file, '\r\n\r\nUn.  \r\n\r\n\r\n  Deux,\r\ntrois.\r\n\r\n');
  const { text } = await ofYear('--independence', file);
  assert.match(text, /<p>Un\.<\/p>\n<p>Deux,\r?\ntrois\.<\/p>/);
  assert.doesNotMatch(text, /<p><\/p>/);
});

test('without --output it goes to standard output', async (t) => {
  const { url, decisions } = await given(t, IN_YEAR);
  const args = ['figures', '--year', '2026', '--decisions', decisions, '--format', 'json'];
  const { ended, output } = startCommand(t, args, { DATABASE_URL: url });
  assert.equal(await ended, 0, output.stderr);
  const { year, countedOn } = JSON.parse(output.stdout) as { year: number; countedOn: string };
  assert.equal(year, 2026);
  assert.match(countedOn, /^\d{4}-\d\d-\d\d$/);
  assert.equal(output.stderr, '3 reports counted, 0 notices\n');
});

test('a note tells where a count goes on, belongs to one count, and goes with its end', async (t) => {
  const { folder, url, decisions, ofYear } = await given(t, IN_YEAR);
  const note = join(folder, 'note');
  const whole = await ofYear('--format', 'json');
  // Short counts note nothing.
  assert.equal((await ofYear('--format', 'json', '--note', note)).text, whole.text);
  assert.ok(!existsSync(note));

  // Each look at the clock takes six seconds; the count ends before its end is written.
  let clock = 0;
  const clockMock = t.mock.method(performance, 'now', () => (clock += 6_000));
  const taken = join(folder, 'taken');
  await writeFile(taken, '');
  const args = ['--year', '2026', '--decisions', decisions, '--note', note];
  await assert.rejects(command.run([...args, '--output', taken], { DATABASE_URL: url }), {
    message: `${taken} exists. Name another file: --output FILE`,
  });
  const noted = async (): Promise<string> => (existsSync(note) ? readFile(note, 'utf8') : '');
  // A thousand looks: the clock is the mocked one.
  await until(async () => (await noted()).includes('"after":3,'), 'the whole count noted', 1_000 * 6_000);
  const nowhere = join(folder, 'nowhere', 'note');
  await assert.rejects(ofYear('--note', nowhere), {
    name: CommandError.name,
    message: `--note: ${nowhere} cannot be written (ENOENT). Name another file.`,
  });
  clockMock.mock.restore();

  // What is counted already is not read again.
  await byHand(url, `update report set body = '{}' where sequence = 1`);
  const rest = await ofYear('--format', 'json', '--note', note);
  assert.deepEqual([rest.text, rest.code, existsSync(note)], [whole.text, 0, false]);

  for (const [change, expected] of [
    ['{"of":"0"}', /^--note: .* is of another count: of another database, year, decisions or key\. /],
    ['nothing', /^--note: .* is no note of a count\. Name a new file\.$/],
  ] as const) {
    await writeFile(note, change);
    await assert.rejects(ofYear('--note', note), { name: CommandError.name, message: expected });
    assert.equal(await readFile(note, 'utf8'), change);
  }
  const directory = join(folder, 'folder');
  await mkdir(directory);
  await assert.rejects(ofYear('--note', directory), { message: /^--note: .* cannot be read\. / });
});

for (const [options, error, expected] of [
  [
    ['--year', '12026', '--decisions', 'x'],
    UsageError,
    /^--year must be a year such as 2026, not « 12026 »\.$/,
  ],
  [['--year', '20261', '--decisions', 'x'], UsageError, /^--year must be/],
  [['--year', '1999', '--decisions', 'x'], UsageError, /^--year must be/],
  [[...PARTNER, '12026-10'], UsageError, /^--month must be a month such as 2026-11, not « 12026-10 »\.$/],
  [[...PARTNER, '2026-101'], UsageError, /^--month must be/],
  [[...PARTNER, '2026-00'], UsageError, /^--month must be/],
  [[...PARTNER, '2026-10', '--note', 'x'], UsageError, /^--note does not go with --partner\.$/],
  [
    [...PARTNER, '2026-10', '--hotline-name', 'x'],
    UsageError,
    /^--hotline-name does not go with --partner\.$/,
  ],
  [
    [...PARTNER, '2026-10', '--independence', 'x'],
    UsageError,
    /^--independence does not go with --partner\.$/,
  ],
] as const)
  test(`it refuses: figures ${options.join(' ')}`, async (t) => {
    await assert.rejects(
      figures(t, 'sqlite:nowhere', ...options),
      (thrown) => thrown instanceof error && expected.test(thrown.message),
    );
  });

test('a partner without a report and a file without a key are told', async (t) => {
  const { url } = await given(t, IN_YEAR.slice(0, 1));
  for (const [options, message] of [
    [['--partner', 'xyz', '--month', '2026-10'], /names the partner « xyz »\.$/],
    [[...PARTNER, '2026-10', '--key', '/dev/null'], /^\/dev\/null: This is not a private key/],
  ] as const)
    await assert.rejects(figures(t, url, ...options), { name: CommandError.name, message });
});

test('a month is printed once it is over, universal time', async (t) => {
  const { url } = await given(t, IN_YEAR.slice(0, 1));
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-10-31T23:59:59Z') });
  const october = () => figures(t, url, ...PARTNER, '2026-10', '--format', 'csv');
  await assert.rejects(october(), { message: 'The month 2026-10 is not over (UTC). Count it once it is.' });
  t.mock.timers.setTime(Date.parse('2026-11-01T00:00:00Z'));
  assert.equal((await october()).code, 0);
});

test('a sealed report of the partner wants its key before anything is printed', async (t) => {
  const { url } = await given(t, IN_YEAR.slice(0, 1));
  const sealed = seal(await makePair());
  await storeOf(t, [rowOf(sealed, { partner: 'ville', receivedAt: '2026-10-31T23:59:00Z' })], url);
  await assert.rejects(figures(t, url, ...PARTNER, '2026-10'), {
    name: CommandError.name,
    message: '1 report is sealed. Give the private key, so that every report counts: --key FILE',
  });
});
