// The figures of a year agree with an independent count, in every format, and hold nothing of what people wrote.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { after, before, test, type TestContext } from 'node:test';
import { STATEMENT_CATEGORIES } from '../../src/receiver/mappings/dsa-vocabulary.ts';
import { openStore } from '../../src/receiver/index.ts';
import {
  CANARY,
  decideOn,
  decisionsFile,
  figures,
  storeReports,
  type DecisionFact,
  type Fact,
} from './figures-given.ts';
import { drawnOf } from '../setup/every.ts';
import { randomFrom } from '../setup/random.ts';
import { makePair } from './sealed-given.ts';

const REPORTS = drawnOf(10_000);

let folder: string;
let facts: readonly Fact[];
let decisions: readonly DecisionFact[];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
  const random = randomFrom(20_261_127);
  const pair = await makePair();
  const store = await openStore(stored());
  facts = await storeReports(store, REPORTS, random, pair, 20);
  await store.close();
  decisions = decideOn(facts, random);
  await writeFile(join(folder, 'decisions.csv'), decisionsFile(decisions));
  await writeFile(join(folder, 'private-key.json'), JSON.stringify(pair.jwk));
});

after(() => rm(folder, { recursive: true, force: true }));

const stored = (): string => `sqlite:${join(folder, 'reports.sqlite')}`;

const YEAR = ['--year', '2026', '--decisions'];

interface PrintedTable {
  readonly id: string;
  readonly rows: readonly { key: string; commission?: { code: string }; figures: Record<string, unknown> }[];
  readonly total?: Record<string, unknown>;
}

/** The tables of a run in JSON, by their ids. */
async function tablesOf(t: TestContext, ...options: string[]) {
  const { text, ...rest } = await figures(t, stored(), '--format', 'json', ...options);
  const { tables } = JSON.parse(text) as { tables: PrintedTable[] };
  return { tables: new Map(tables.map((table) => [table.id, table])), ...rest };
}

/** The facts in tables of their own, so that SQL counts what the command counts in another way. */
function countedApart(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE TABLE fact (reference TEXT PRIMARY KEY, day TEXT, category TEXT);
    CREATE TABLE decision (reference TEXT, provider TEXT, date TEXT, action TEXT, answered TEXT);
  `);
  const fact = database.prepare('INSERT INTO fact VALUES (?, ?, ?)');
  for (const { reference, receivedAt, category } of facts)
    fact.run(reference, receivedAt.slice(0, 10), category);
  const decision = database.prepare('INSERT INTO decision VALUES (?, lower(?), ?, ?, ?)');
  for (const each of decisions)
    decision.run(each.reference, each.provider, each.date, each.action, each.answered);
  database.exec(`
    CREATE VIEW row AS SELECT decision.*, fact.day, coalesce(category, 'unknown') AS category,
        julianday(nullif(date, '')) - julianday(day) AS waited, julianday(nullif(answered, '')) - julianday(nullif(date, '')) AS took
      FROM decision LEFT JOIN fact USING (reference) WHERE coalesce(nullif(date, ''), day) LIKE '2026-%';
    CREATE VIEW notice AS SELECT * FROM row WHERE action NOT IN ('not illegal', 'police', 'duplicate');
  `);
  return database;
}

/** The middle of a column of numbers, and how many of them are known and not. */
function middleOf(database: DatabaseSync, column: string, from: string): SQLOutputValue[] {
  const { middle, known, unknown } = database
    .prepare(
      `WITH value AS (SELECT ${column} AS days FROM ${from}),
        ranked AS (SELECT days, row_number() OVER (ORDER BY days) AS place, count(*) OVER () AS many FROM value WHERE days IS NOT NULL)
      SELECT (SELECT avg(days) FROM ranked WHERE place IN ((many + 1) / 2, (many + 2) / 2)) AS middle,
        (SELECT count(days) FROM value) AS known, (SELECT count(*) - count(days) FROM value) AS unknown`,
    )
    .get()!;
  return [middle ?? 'unknown', known ?? 0, unknown ?? 0];
}

/** SQL's counts by a column, without zeros. */
const grouped = (database: DatabaseSync, column: string, from: string): Record<string, unknown> =>
  Object.fromEntries(
    database
      .prepare(`SELECT ${column} AS key, count(*) AS count FROM ${from} GROUP BY 1`)
      .all()
      .map(({ key, count }) => [String(key), count]),
  );

/** The numbers of one column of a table, without zeros. */
const printed = (table: PrintedTable | undefined, column: string): Record<string, unknown> =>
  Object.fromEntries(
    (table?.rows ?? [])
      .map(({ key, figures: of }) => [key, of[column]] as const)
      .filter(([, figure]) => figure !== 0),
  );

test(`every number of the year agrees with a count in SQL, over ${REPORTS} reports`, async (t) => {
  const key = ['--key', join(folder, 'private-key.json')];
  const { tables, code } = await tablesOf(t, ...YEAR, join(folder, 'decisions.csv'), ...key);
  assert.equal(code, 0);
  const apart = countedApart();

  const reports = tables.get('reports-by-category');
  const inYear = `fact WHERE day LIKE '2026-%'`;
  const undecided = `${inYear} AND reference NOT IN (SELECT reference FROM decision)`;
  assert.deepEqual(printed(reports, 'received'), grouped(apart, 'category', inYear));
  assert.deepEqual(printed(reports, 'undecided'), grouped(apart, 'category', undecided));
  const { received, decided, undecided: open } = reports!.total as Record<string, number>;
  assert.equal(received, apart.prepare(`SELECT count(*) AS count FROM ${inYear}`).get()!['count']);
  assert.equal(received, decided! + open!);
  assert.ok(received > 0.6 * REPORTS && open! > 0.1 * REPORTS);

  const byType = tables.get('notices-by-type');
  const byProvider = tables.get('notices-by-provider');
  const byAction = tables.get('notices-by-action');
  assert.deepEqual(printed(byType, 'notices'), grouped(apart, 'category', 'notice'));
  const providers = grouped(apart, `CASE provider WHEN '' THEN 'unknown' ELSE provider END`, 'notice');
  const inLowerCase = ([name, count]: [string, unknown]) => [name.toLowerCase(), count];
  assert.deepEqual(
    Object.fromEntries(Object.entries(printed(byProvider, 'notices')).map(inLowerCase)),
    providers,
  );
  const actions = `CASE action WHEN '' THEN 'unknown' ELSE replace(action, ' ', '_') END`;
  assert.deepEqual(printed(byAction, 'notices'), grouped(apart, actions, 'notice'));
  for (const action of ['removed', 'restricted', 'refused', 'no_answer', 'unknown']) {
    const of = `(SELECT *, ${actions} AS taken FROM notice) WHERE taken = '${action}'`;
    assert.deepEqual(printed(byType, action), grouped(apart, 'category', of), action);
    assert.equal(byProvider!.total![action], printed(byAction, 'notices')[action]);
  }
  assert.deepEqual(byProvider!.total, byType!.total);

  assert.deepEqual(
    printed(tables.get('other-outcomes'), 'cases'),
    grouped(apart, `replace(action, ' ', '_')`, `row WHERE action IN ('not illegal', 'police', 'duplicate')`),
  );

  const answered = `notice WHERE action IN ('removed', 'restricted', 'refused')`;
  const delays = tables.get('median-days')!.rows.map(({ figures: of }) => Object.values(of));
  assert.deepEqual(delays, [
    middleOf(apart, 'waited', 'notice'),
    middleOf(apart, 'took', answered),
    middleOf(apart, 'waited', `row WHERE action = 'police'`),
  ]);
  for (const { key: name, figures: of } of byType!.rows) {
    const expected = middleOf(apart, 'took', `${answered} AND category = '${name}'`)[0];
    assert.equal(of['daysToAnswer'], expected, name);
  }
});

test('without the key, sealed reports are counted, and their category is called unknown', async (t) => {
  const { tables, stderr, code } = await tablesOf(t, ...YEAR, join(folder, 'decisions.csv'));
  assert.equal(code, 3);
  const sealed = facts.filter(
    ({ receivedAt }, index) => index % 20 === 0 && receivedAt.startsWith('2026-'),
  ).length;
  const { received, undecided } = tables.get('reports-by-category')!.rows.at(-1)!.figures;
  assert.equal(received, sealed);
  assert.ok(Number(undecided) < sealed);
  assert.match(stderr, new RegExp(`${sealed} reports are sealed, and no private key was given: --key FILE`));
  assert.match(stderr, /Lines .* of the decisions: no such report in the database/);
  assert.match(stderr, /^Lines? [\d, –…]+ of the decisions: of another year; not counted in this one\.$/m);
});

test('nothing of what people wrote, no address and no reference is printed', async (t) => {
  const options = [...YEAR, join(folder, 'decisions.csv'), '--key', join(folder, 'private-key.json')];
  const store = await openStore(stored(), { readOnly: true });
  const [first] = await store.list({ limit: 1 });
  await store.close();
  assert.equal(first!.sealed || first!.body.includes(CANARY), true);
  for (const format of ['html', 'csv', 'json']) {
    const { text, stderr } = await figures(t, stored(), ...options, '--format', format);
    assert.ok(text.length > 2_000);
    for (const output of [text, stderr]) {
      assert.doesNotMatch(output, new RegExp(CANARY));
      assert.doesNotMatch(output, /https?:|\w@\w|\b\d{4}-\d{4}\b|GONE-|witness/);
    }
  }
});

test('CSV and page print the numbers of the JSON, and a spreadsheet calculates no name of a provider', async (t) => {
  const options = [...YEAR, join(folder, 'decisions.csv'), '--key', join(folder, 'private-key.json')];
  const { tables } = await tablesOf(t, ...options);
  const { text: csv } = await figures(t, stored(), ...options, '--format', 'csv');
  const { text: page } = await figures(t, stored(), ...options, '--locale', 'en');
  assert.match(csv, /^\uFEFF"table","row","label","commission","column","figure"\r\n/);
  assert.match(csv, /"'=Réseau"/);
  assert.doesNotMatch(csv, /"=/);
  for (const { id, rows, total } of tables.values()) {
    const [section = ''] = page.split('<section').filter((part) => part.includes(`id="${id}"`));
    const cells = [...section.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell = '']) =>
      cell === 'Unknown' ? 'unknown' : Number(cell.replace(/,/g, '')),
    );
    const expected = [...rows.map((row) => row.figures), ...(total ? [total] : [])].flatMap((of) =>
      Object.values(of),
    );
    assert.deepEqual(cells, expected, id);
    for (const { key, commission, figures: of } of rows)
      for (const [column, figure] of Object.entries(of)) {
        const value = typeof figure === 'number' ? figure : `"${String(figure)}"`;
        const name = key.startsWith('=') ? `'${key}` : key;
        assert.ok(
          csv.includes(`"${id}","${name}",`) &&
            csv
              .split('\r\n')
              .some(
                (line) =>
                  line.startsWith(`"${id}","${name}",`) &&
                  line.endsWith(`,"${commission?.code ?? ''}","${column}",${value}`),
              ),
          `${id} ${key} ${column}`,
        );
      }
  }
});

test('the page prints the Commission’s category beside each of ours, and leaves room for independence', async (t) => {
  const options = [...YEAR, join(folder, 'decisions.csv'), '--key', join(folder, 'private-key.json')];
  const { text } = await figures(t, stored(), ...options);
  const [, mapping = ''] = /<h2 id="mapping">(.*?)<\/section>/s.exec(text) ?? [];
  assert.deepEqual(
    [...mapping.replaceAll('<wbr>', '').matchAll(/<code>(\w+)<\/code>/g)].map(([, code]) => code),
    Object.values(STATEMENT_CATEGORIES),
  );
  assert.match(text, /\[À compléter avant publication\.\]/);
  const file = join(folder, 'independence.txt');
  await writeFile(file, 'Nous ne sommes <b>payés</b> par personne.\n\nUn comité veille.\n');
  const named = ['--independence', file, '--hotline-name', 'Ligne & Cie'];
  const { text: completed } = await figures(t, stored(), ...options, ...named);
  assert.doesNotMatch(completed, /À compléter/);
  assert.match(
    completed,
    /<p>Nous ne sommes &#60;b&#62;payés&#60;\/b&#62; par personne\.<\/p>\n<p>Un comité veille\.<\/p>/,
  );
  assert.match(completed, /<h1>Ligne &#38; Cie – Signalements et notifications de 2026<\/h1>/);
});
