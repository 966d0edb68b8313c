// The figures of a partner's month: what is counted, what is hidden, and what is refused.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { CommandError, UsageError } from '../../src/command-line/command.ts';
import { openStore, type ReportRow } from '../../src/receiver/index.ts';
import { EMBED_ORIGINS } from '../../src/receiver/figures/partner-figures.ts';
import { rowOf, storeOf } from './export-given.ts';
import { figures, storeReports } from './figures-given.ts';
import { randomFrom } from '../setup/random.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

interface Printed {
  readonly tables: readonly {
    id: string;
    rows: readonly { key: string; figures: { received: unknown } }[];
  }[];
}

/** The figures of a month of a partner, by table and row. */
async function printed(
  t: TestContext,
  database: string,
  partner: string,
  month: string,
  ...options: string[]
) {
  const { text } = await figures(
    t,
    database,
    '--partner',
    partner,
    '--month',
    month,
    '--format',
    'json',
    ...options,
  );
  const { tables } = JSON.parse(text) as Printed;
  return Object.fromEntries(
    tables.map(({ id, rows }) => [
      id,
      Object.fromEntries(rows.map(({ key, figures: of }) => [key, of.received])),
    ]),
  );
}

const MONTH = '2026-10';

/** So many reports of a partner in October. */
const reports = (
  count: number,
  { category = 'procuring', embed = 'script', partnerId = 'ville-exemple' } = {},
  columns: Partial<ReportRow> = {},
): ReportRow[] =>
  Array.from({ length: count }, () =>
    rowOf(
      sampleReport({ category, source: { partnerId, embed, widgetVersion: '1.0.0', prefilled: false } }),
      { receivedAt: '2026-10-31T23:59:00Z', partner: partnerId, ...columns },
    ),
  );

async function databaseOf(t: TestContext, rows: ReportRow[]): Promise<string> {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await storeOf(t, rows, url);
  return url;
}

test('a month is counted by category, by confirmation and by where the report was written', async (t) => {
  const categories = [
    'child_sexual_abuse',
    'terrorism_bomb_making',
    'hate_violence_discrimination',
    'crimes_against_humanity',
    'shocking_content_minors',
    'procuring',
    'suicide_incitement',
    'sexual_harassment',
    'unsure',
  ];
  const embeds = Object.keys(EMBED_ORIGINS);
  const rows = categories.flatMap((category, index) =>
    embeds.flatMap((embed, place) => [
      ...reports(1 + (index === 0 ? 1 : 0), { category, embed }),
      ...reports(place === 0 ? 1 : 0, { category, embed }, { trust: 'low' }),
    ]),
  );
  const others = [
    ...reports(7, { partnerId: 'autre' }),
    ...reports(7, {}, { receivedAt: '2026-09-30T23:59:00Z' }),
    ...reports(7, {}, { receivedAt: '2026-11-01T00:00:00Z' }),
  ];
  const found = await printed(t, await databaseOf(t, [...rows, ...others]), 'ville-exemple', MONTH);
  assert.deepEqual(found, {
    received: { all: 109 },
    'by-category': Object.fromEntries(categories.map((id, index) => [id, index === 0 ? 21 : 11])),
    'by-origin': { button: 59, form: 20, application: 10, elsewhere: 20 },
    'by-confirmation': { confirmed: 100, unconfirmed: 9 },
  });
});

test('no number below five is printed in any format, for any partner and month', async (t) => {
  const [folder, pair] = [await temporaryFolder(t), await makePair()];
  const key = join(folder, 'key.json');
  await writeFile(key, JSON.stringify(pair.jwk));
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  const store = await openStore(url);
  const facts = await storeReports(store, 1_500, randomFrom(7), pair, 10);
  await store.close();
  for (const month of ['2025-12', '2026-05', '2026-10'])
    for (const partner of ['ville-exemple', 'journal-exemple', 'ecole-exemple']) {
      const found = await printed(t, url, partner, month, '--key', key);
      const all = Object.values(found).flatMap((table) => Object.values(table));
      assert.ok(
        all.every((figure) => figure === 'hidden' || (figure as number) >= 5),
        JSON.stringify(found),
      );
      assert.ok(all.includes('hidden'));
      const { received, ...lists } = found;
      for (const list of Object.values(lists).map((each) => Object.values(each))) {
        const shown = list.filter((figure) => typeof figure === 'number');
        const rest = shown.reduce((left, figure) => left - figure, Number(received!['all']));
        // The rest after subtraction is the sum of several numbers, and more than small ones.
        assert.ok(rest === 0 ? shown.length === list.length : rest >= 9);
        assert.notEqual(list.length - shown.length, 1);
      }
      const isOf = (fact: (typeof facts)[number]) =>
        fact.partner === partner && fact.receivedAt.startsWith(month);
      assert.equal(received!['all'], facts.filter(isOf).length);
      const options = ['--partner', partner, '--month', month, '--key', key];
      const { text: csv } = await figures(t, url, ...options, '--format', 'csv');
      assert.doesNotMatch(csv, /,[0-4]\r\n/);
      const { text: page } = await figures(t, url, ...options);
      assert.doesNotMatch(page, />[0-4]<\/t/);
      assert.match(page, />masqué</);
    }
});

test('a sealed report of the partner needs its key; those of others are left alone', async (t) => {
  const [folder, pair, other] = [await temporaryFolder(t), await makePair(), await makePair()];
  const file = join(folder, 'key.json');
  await writeFile(file, JSON.stringify(pair.jwk));
  const sealed = (count: number, of: typeof pair, columns: Partial<ReportRow>) =>
    Array.from({ length: count }, () =>
      rowOf(seal(of, sampleReport({ category: 'procuring' })), {
        receivedAt: '2026-10-02T10:00:00Z',
        partner: 'ville-exemple',
        ...columns,
      }),
    );
  const mine = sealed(12, pair, {});
  const url = await databaseOf(t, [...mine, ...sealed(3, other, { partner: 'autre' })]);
  await assert.rejects(
    printed(t, url, 'ville-exemple', MONTH),
    (error) =>
      error instanceof CommandError &&
      error.message.startsWith('12 reports are sealed. Give the private key'),
  );
  const found = await printed(t, url, 'ville-exemple', MONTH, '--key', file);
  assert.equal(found['received']!['all'], 12);
  // Nobody here can open the three of the other partner: they are said to the operator, and not to the partner.
  const options = ['--partner', 'autre', '--month', MONTH, '--key', file, '--format', 'csv'];
  const { text, stderr, code } = await figures(t, url, ...options);
  assert.equal(code, 3);
  assert.equal(stderr, '3 reports are sealed for another key, or not a report that this version knows.\n');
  assert.match(text, /"received","hidden"\r\n/);
});

test('a report whose text was changed in the database is not counted, and is told', async (t) => {
  const [altered, ...rest] = reports(8);
  const url = await databaseOf(t, [{ ...altered!, digest: '0'.repeat(64) }, ...rest]);
  const { stderr, code } = await figures(t, url, '--partner', 'ville-exemple', '--month', MONTH);
  assert.deepEqual([code, stderr], [3, '1 report is changed in the database since it was received.\n']);
});

const thisMonth = new Date().toISOString().slice(0, 7);

const refused: (readonly [
  options: string[],
  error: typeof CommandError | typeof UsageError,
  expected: RegExp,
])[] = [
  [[], UsageError, /^Say either --year YEAR --decisions FILE, or --partner ID --month MONTH\./],
  [['--year', '2026', '--partner', 'ville-exemple'], UsageError, /^Say either/],
  [['--partner', 'ville-exemple'], UsageError, /--month MONTH is missing/],
  [['--partner', 'ville-exemple', '--month', '2026-13'], UsageError, /such as 2026-11, not « 2026-13 »/],
  [['--partner', 'ville-exemple', '--month', thisMonth], CommandError, /is not over \(UTC\)/],
  [['--partner', 'vile-exemple', '--month', MONTH], CommandError, /Did you mean ville-exemple\?/],
  [
    ['--partner', 'ville-exemple', '--month', MONTH, '--decisions', 'x'],
    UsageError,
    /--decisions does not go/,
  ],
  [['--year', '2026'], UsageError, /--decisions FILE is missing/],
  [['--year', '26', '--decisions', 'x'], UsageError, /such as 2026, not « 26 »/],
  [['--year', '2026', '--month', MONTH, '--decisions', 'x'], UsageError, /--month does not go with --year/],
  [['--year', '2026', '--decisions', 'nowhere.csv'], CommandError, /nowhere\.csv cannot be read \(ENOENT\)/],
  [['--partner', 'ville-exemple', '--month', MONTH, '--format', 'pdf'], UsageError, /html or csv or json/],
  [['--partner', 'ville-exemple', '--month', MONTH, '--locale', 'de'], UsageError, /fr or en/],
];

for (const [options, error, expected] of refused) {
  test(`it refuses: figures ${options.join(' ')}`, async (t) => {
    const url = await databaseOf(t, reports(6));
    await assert.rejects(
      figures(t, url, ...options),
      (thrown) => thrown instanceof error && expected.test(thrown.message),
    );
  });
}
