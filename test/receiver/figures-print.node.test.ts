// Figures as they are printed: the page, its charts and its tables, and the same for programs, from a handful of reports.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { barChart } from '../../src/receiver/figures/bar-chart.ts';
import { readDecisions } from '../../src/receiver/figures/decisions.ts';
import { FIGURE_WORDS } from '../../src/receiver/figures/figure-locales.ts';
import { partnerTables, yearlyTables } from '../../src/receiver/figures/figure-tables.ts';
import { figuresCsv, figuresJson } from '../../src/receiver/figures/figures-data.ts';
import { pageText, yearlyPage } from '../../src/receiver/figures/figures-page.ts';
import { countPartner, type PartnerFigures } from '../../src/receiver/figures/partner-figures.ts';
import { countYear, startCounts, type Known } from '../../src/receiver/figures/yearly-figures.ts';
import { readReports, type ReadReport } from '../../src/receiver/export/reader.ts';
import type { ReportRow } from '../../src/receiver/index.ts';
import { rowOf, storeOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';

const WORDS = FIGURE_WORDS.en;

const report = (reference: string, columns: Partial<ReportRow> = {}, category = 'procuring'): ReportRow =>
  rowOf(sampleReport({ category }), { reference, receivedAt: '2026-03-01T10:00:00Z', ...columns });

async function* none(): AsyncGenerator<ReadReport> {}

/** A year with these rows of decisions, and with reports that are known already. */
function yearOf(lines: readonly string[], known: readonly (readonly [string, Known])[] = []) {
  const decisions = readDecisions(['reference,provider,date,action,answered', ...lines].join('\n'));
  return countYear(none(), decisions, 2026, undefined, { ...startCounts(), known: new Map(known) });
}

/** The cells of a section of a page, row by row. */
const cellsOf = (page: string, id: string): string[][] => {
  const [section = ''] = page.split('<section').filter((part) => part.includes(`<h2 id="${id}">`));
  return [...section.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell),
  );
};

test('bars are as long as their figures, each between its label and its number, and none lies on another', () => {
  const svg = barChart(
    [
      { label: 'a & b', figure: 300, text: '300' },
      { label: 'third', figure: 100, text: '<100>' },
      { label: 'none', figure: 0, text: '0' },
      { label: 'small', figure: 'hidden', text: 'hidden' },
      { label: 'gap', figure: 'unknown', text: 'Unknown' },
    ],
    'A "chart"',
  );
  assert.equal(
    svg,
    '<svg role="img" aria-label="A &#34;chart&#34;" viewBox="0 0 640 220" width="640" height="220">' +
      '<text x="0" y="13">a &#38; b</text><rect x="0" y="18" width="550" height="12"/><text class="number" x="556" y="29">300</text>' +
      '<text x="0" y="57">third</text><rect x="0" y="62" width="183.3" height="12"/><text class="number" x="189.3" y="73">&#60;100&#62;</text>' +
      '<text x="0" y="101">none</text><text x="0" y="117">0</text>' +
      '<text x="0" y="145">small</text><text x="0" y="161">hidden</text>' +
      '<text x="0" y="189">gap</text><text x="0" y="205">Unknown</text></svg>',
  );
  const nothing = (['unknown', 'hidden', 0] as const).map((figure) => ({ label: '', figure, text: '' }));
  assert.doesNotMatch(barChart(nothing, ''), /<rect|NaN/);
  const least = [600, 1].map((figure) => ({ label: '', figure, text: '' }));
  assert.match(
    barChart(least, ''),
    /width="0.9" height="12"\/><text class="number" x="6.9"/,
    'the least bar',
  );
  assert.match(barChart([{ label: 'one', figure: 1, text: '1' }], ''), /<rect x="0" y="18" width="550" /);
});

test('a year is printed table by table, with its totals, for people and for programs', async (t) => {
  const store = await storeOf(t, [report('A'), report('B'), report('C', {}, 'unsure')]);
  const decisions = readDecisions(
    [
      'reference,provider,date,action,answered',
      'A,=Un,2026-03-03,removed,2026-03-08',
      'A,=Un,2026-03-03,no answer,',
      'B,,2026-03-02,refused,',
      'B,,2026-03-05,police,',
    ].join('\n'),
  );
  const figures = await countYear(readReports(store, {}), decisions, 2026, '2026-03-01');
  const tables = yearlyTables(figures, WORDS);
  const json = figuresJson({ year: 2026 }, tables);
  assert.match(json, /^\{\n {2}"year": 2026,\n {2}"tables": \[\n.*\n\}\n$/s);
  const { year, tables: printed } = JSON.parse(json) as {
    year: number;
    tables: {
      id: string;
      total?: object;
      columns: { key: string }[];
      rows: { key: string; figures: object }[];
    }[];
  };
  assert.equal(year, 2026);
  const rowsOf = (id: string): unknown[] =>
    printed
      .find((table) => table.id === id)!
      .rows.map(({ key, figures: of }) => [key, ...Object.values(of)])
      .filter(([, ...of]) => of.some((figure) => figure !== 0 && figure !== 'unknown'));
  const totals = Object.fromEntries(printed.map(({ id, total }) => [id, total && Object.values(total)]));
  assert.deepEqual(rowsOf('reports-by-category'), [
    ['procuring', 2, 2, 0],
    ['unsure', 1, 0, 1],
  ]);
  assert.deepEqual(rowsOf('notices-by-provider'), [
    ['=Un', 2, 1, 0, 0, 1, 0, 5],
    ['unknown', 1, 0, 0, 1, 0, 0, 'unknown'],
  ]);
  assert.deepEqual(rowsOf('notices-by-type'), [['procuring', 3, 1, 0, 1, 1, 0, 5]]);
  assert.deepEqual(rowsOf('notices-by-action'), [
    ['removed', 1],
    ['refused', 1],
    ['no_answer', 1],
  ]);
  assert.deepEqual(rowsOf('other-outcomes'), [['police', 1]]);
  assert.deepEqual(rowsOf('median-days'), [
    ['report-to-notice', 2, 3, 0],
    ['notice-to-answer', 5, 1, 1],
    ['report-to-police', 4, 1, 0],
  ]);
  assert.deepEqual(totals, {
    'reports-by-category': [3, 2, 1],
    'notices-by-provider': [3, 1, 0, 1, 1, 0, 5],
    'notices-by-type': [3, 1, 0, 1, 1, 0, 5],
    'notices-by-action': [3],
    'other-outcomes': undefined,
    'median-days': undefined,
  });
  assert.deepEqual(
    printed.map(({ id, columns }) => [id, columns.map(({ key }) => key).join()]),
    [
      ['reports-by-category', 'received,decided,undecided'],
      ['notices-by-provider', 'notices,removed,restricted,refused,no_answer,unknown,daysToAnswer'],
      ['notices-by-type', 'notices,removed,restricted,refused,no_answer,unknown,daysToAnswer'],
      ['notices-by-action', 'notices'],
      ['other-outcomes', 'cases'],
      ['median-days', 'medianDays,known,unknown'],
    ],
  );

  const lines = figuresCsv(tables).split('\r\n');
  assert.equal(lines[0], '\uFEFF"table","row","label","commission","column","figure"');
  assert.equal(lines.at(-1), '');
  const provider = '"notices-by-provider"';
  for (const line of [
    `${provider},"'=Un","'=Un","","notices",2`,
    `${provider},"unknown","Unknown","","daysToAnswer","unknown"`,
    `${provider},"","","","notices",3`,
    '"notices-by-action","no_answer","No answer","","notices",1',
  ])
    assert.ok(lines.includes(line), line);
  assert.ok(
    lines.some((line) =>
      /^"reports-by-category","procuring","[^"]+","STATEMENT_CATEGORY_\w+","received",2$/.test(line),
    ),
  );

  const page = pageText(yearlyPage(figures, tables, WORDS, { countedOn: '2026-12-31' }), WORDS);
  const ids = [...printed.map(({ id }) => id), 'unknown', 'mapping', 'independence'];
  assert.deepEqual(
    [...page.matchAll(/<h2 id="([^"]*)">/g)].map(([, id]) => id),
    ids,
  );
  // Each table scrolls under the name of its section.
  assert.deepEqual(
    [...page.matchAll(/<div class="scroll" role="region" tabindex="0" aria-labelledby="([^"]*)">/g)].map(
      ([, id]) => id,
    ),
    ids.filter((id) => id !== 'unknown' && id !== 'independence'),
  );
  const mapping = cellsOf(page, 'mapping');
  assert.deepEqual(mapping[0], ['Our category', 'Name given by the Commission', 'Code']);
  assert.equal(mapping.length, 10);
  for (const [, commission, code] of mapping.slice(1)) {
    assert.match(commission!, /^<span lang="en">[A-Z][\w -]+<\/span>$/);
    assert.match(code!, /^<code>STATEMENT_<wbr>CATEGORY_<wbr>[A-Z]+(_<wbr>[A-Z]+)*<\/code>$/);
  }
  const charts = page.split('<section').map((section) => section.includes('<figure>'));
  assert.deepEqual(charts.slice(1), [true, true, true, true, true, false, false, false, false]);
  assert.match(page, /aria-label="Chart: Notices, by provider\. The numbers are in the table\."/);
  assert.deepEqual(cellsOf(page, 'notices-by-provider'), [
    ['Provider', 'Notices', 'Removed', 'Restricted', 'Refused', 'No answer', 'Unknown', 'Days (median)'],
    ['=Un', '2', '1', '0', '0', '1', '0', '5'],
    ['Unknown', '1', '0', '0', '1', '0', '0', 'Unknown'],
    ['Total', '3', '1', '0', '1', '1', '0', '5'],
  ]);
  assert.match(page, /<tr class="total"><th scope="row">Total<\/th><td>3<\/td>/);
  assert.match(page, /<tr><th scope="row">Unknown<\/th>(<td>\d<\/td>){6}<td class="none">Unknown<\/td>/);
  assert.match(page, /<table class="short figures"><thead><tr><th scope="col">Provider<\/th>/);
  assert.match(page, /<table class="short "><thead><tr><th scope="col">Our category<\/th>/);
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  assert.match(
    page,
    /content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  );
  assert.ok(page.includes(`'sha256-${hash}'`), 'or the browser leaves the style out');
});

test('a name with quotation marks and angles is written so that nothing takes it for its own', async () => {
  const tables = yearlyTables(await yearOf(['A,"<b>""Un""",2026-03-01,removed,']), WORDS);
  assert.ok(
    figuresCsv(tables).includes('\r\n"notices-by-provider","<b>""Un""","<b>""Un""","","notices",1\r\n'),
  );
  const page = pageText({ title: '<i>', lead: ['<u>'], tables }, WORDS);
  assert.doesNotMatch(page, /<[biu]>/);
  assert.match(page, /<th scope="row">&#60;b&#62;&#34;Un&#34;<\/th>/);
});

test('a page says what is not known, and only that', async () => {
  const listOf = (figures: Awaited<ReturnType<typeof yearOf>>): string[] => {
    const page = pageText(yearlyPage(figures, [], WORDS, { countedOn: '2027-01-11' }), WORDS);
    const [, list = ''] = /<ul>(.*?)<\/ul>/s.exec(page) ?? [];
    return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item);
  };
  const empty = await yearOf([]);
  assert.deepEqual(listOf(empty), ['The database holds no report.', 'Nothing else is unknown.']);
  const odd = await yearOf(
    ['A,P,,removed,', 'GONE,P,2026-03-01,removed,', 'A,P,2026-02-01,removed,'],
    [['A', { day: '2026-03-01', category: 'unsure' }]],
  );
  const found = listOf({
    ...odd,
    oldest: '2026-01-02',
    remarks: { ...odd.remarks, unread: { sealed: 1, unreadable: 0, altered: 2 } },
  });
  assert.equal(found.length, 6);
  assert.match(found[0]!, /^The oldest report in the database is of 2 January 2026\./);
  assert.match(found[1]!, /^1 report sealed/);
  assert.match(found[2]!, /^2 reports whose text has changed/);
  assert.match(found[3]!, /^1 row of decisions whose report is not in the database/);
  assert.match(found[4]!, /^1 row of decisions without a date/);
  assert.match(found[5]!, /^1 row of decisions dated before the report/);
});

test('a page is titled by its year and its publisher, and says whether the year is over', async () => {
  const figures = await yearOf([]);
  const about = (options: Partial<Parameters<typeof yearlyPage>[3]>) =>
    yearlyPage(figures, [], WORDS, { countedOn: '2027-01-01', ...options });
  assert.equal(about({}).title, 'Reports and notices of 2026');
  assert.equal(about({ hotline: 'Line' }).title, 'Line – Reports and notices of 2026');
  assert.match(about({}).lead[1]!, /^Counted on 1 January 2027\. The year begins and ends/);
  assert.match(
    about({ countedOn: '2026-12-31' }).lead[1]!,
    /^Counted on 31 December 2026\. The year is not over/,
  );
  assert.match(about({}).sections!.at(-1)!, /<p>\[To be completed before publication\.\]<\/p><\/section>$/);
  const independent = about({ independence: ['One.', 'Two.'] }).sections!.at(-1)!;
  assert.match(independent, /<p>One\.<\/p>\n<p>Two\.<\/p><\/section>$/);
  assert.doesNotMatch(independent, /completed/);
});

test('a chart has fifteen bars at most, and says so; a table of more than twenty rows may be cut between sheets', async () => {
  const pageOf = async (providers: number): Promise<string> => {
    const lines = Array.from({ length: providers }, (_, index) => `A,P${index},2026-03-01,removed,`);
    const tables = yearlyTables(await yearOf(lines), WORDS).filter(({ id }) => id === 'notices-by-provider');
    return pageText({ title: '', lead: [], tables }, WORDS);
  };
  const barsOf = (page: string): number => page.split('<rect').length - 1;
  const [empty, fifteen, sixteen] = [await pageOf(0), await pageOf(15), await pageOf(16)];
  assert.doesNotMatch(empty, /<svg/);
  assert.deepEqual([barsOf(fifteen), barsOf(sixteen)], [15, 15]);
  assert.match(fifteen, /aria-label="Chart: Notices, by provider\. The/);
  assert.match(sixteen, /aria-label="Chart: Notices, by provider, the first 15 of 16\. All/);
  // With the row of the total.
  assert.match(await pageOf(19), /<table class="short figures">/);
  assert.match(await pageOf(20), /<table class="figures">/);
});

test('the month of a partner has its number in large type, and its lists without those that are hidden', async (t) => {
  const of = { partner: 'ville', month: '2026-03' };
  const unread = { sealed: 0, unreadable: 0, altered: 0 };
  const sent = (count: number, columns: Partial<ReportRow>, embed: string) =>
    Array.from({ length: count }, () => {
      const source = { partnerId: 'ville', embed, widgetVersion: '1.0.0', prefilled: false };
      return rowOf(sampleReport({ category: 'procuring', source }), columns);
    });
  const store = await storeOf(t, [
    ...sent(6, {}, 'script'),
    ...sent(5, { trust: 'low' }, 'iframe'),
    ...sent(1, { digest: '0'.repeat(64) }, 'script'),
    ...sent(1, { body: 'no report' }, 'script'),
  ]);
  const figures = await countPartner(readReports(store, {}), of, unread);
  assert.deepEqual(unread, { sealed: 0, unreadable: 1, altered: 1 });
  assert.equal(figures.received, 11);
  assert.deepEqual(figures.byConfirmation, [
    { key: 'confirmed', figure: 6 },
    { key: 'unconfirmed', figure: 5 },
  ]);
  assert.deepEqual(figures.byOrigin[0], { key: 'button', figure: 'hidden' });
  const page = pageText({ title: '', lead: [], tables: partnerTables(figures, WORDS) }, WORDS);
  assert.match(page, /<h2 id="received">Received<\/h2>\n<p class="headline">11<\/p>\n<p>The reports that/);
  assert.doesNotMatch(page, /<svg|class="total"/);
  assert.deepEqual(cellsOf(page, 'by-confirmation').slice(1), [
    [WORDS.confirmations.confirmed, '6'],
    [WORDS.confirmations.unconfirmed, '5'],
  ]);
  assert.deepEqual(cellsOf(page, 'by-origin')[1], [WORDS.origins.button, 'hidden']);
  assert.equal(cellsOf(page, 'by-category').length, 10);
  const tables = partnerTables(figures, WORDS);
  assert.match(figuresCsv(tables), /^"by-origin","button","[^"]+","","received","hidden"$/m);
  for (const { columns } of tables) assert.deepEqual(columns, [{ key: 'received', label: 'Reports' }]);
  const [headline] = tables;
  assert.deepEqual(headline!.rows, [{ key: 'all', label: 'March 2026', figures: [11] }]);
  const hidden: PartnerFigures = { ...figures, received: 'hidden' };
  const small = pageText({ title: '', lead: [], tables: partnerTables(hidden, WORDS) }, WORDS);
  assert.match(small, /<p class="headline">hidden<\/p>/);
});
