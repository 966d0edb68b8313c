// The figures of a year, row by row: what counts, where, and what is called unknown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDecisions } from '../../src/receiver/figures/decisions.ts';
import { FIGURE_WORDS } from '../../src/receiver/figures/figure-locales.ts';
import { countYear } from '../../src/receiver/figures/yearly-figures.ts';
import { placesOf, readNumbers, readYear } from '../../src/receiver/figures/figure-reads.ts';
import type { ReportRow } from '../../src/receiver/index.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { rowOf, storeOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';
import type { TestContext } from 'node:test';

/** A report under this reference. */
const report = (reference: string, receivedAt: string, columns: Partial<ReportRow> = {}): ReportRow =>
  rowOf(sampleReport({ category: 'procuring' }), { reference, receivedAt, ...columns });

/** The figures of 2026 for these reports and these lines of decisions. */
async function figuresOf(t: TestContext, rows: readonly ReportRow[], lines: readonly string[]) {
  const store = await storeOf(t, rows);
  const text = ['reference,provider,date,action,answered,category', ...lines].join('\n');
  const decisions = readDecisions(text);
  const oldest = (await store.search.oldest())?.slice(0, 10);
  return countYear(readYear(store, 2026, decisions), decisions, 2026, oldest);
}

test('a year begins and ends at midnight, universal time; a notice counts in the year of its date', async (t) => {
  const { reports, notices, oldest } = await figuresOf(
    t,
    [
      report('A', '2025-12-31T23:59:00Z'),
      report('B', '2026-01-01T00:00:00Z'),
      report('C', '2026-12-31T23:59:00Z'),
      report('D', '2026-06-01T12:00:00Z'),
      report('E', '2027-01-01T00:00:00Z'),
    ],
    ['A,P,2026-01-02,removed,,', 'C,P,2027-01-02,removed,,'],
  );
  assert.deepEqual([reports.total, reports.undecided.procuring, oldest], [3, 2, '2025-12-31']);
  assert.deepEqual([notices.total, notices.fromReport], [1, { median: 2, known: 1, unknown: 0 }]);
});

test('the median is the middle, or half-way between the two that share it', async (t) => {
  const rows = ['A', 'B', 'C', 'D'].map((name) => report(name, '2026-03-01T10:00:00Z'));
  const lines = (answers: readonly string[]) =>
    answers.map((day, index) => `${'ABCD'[index]},P,2026-03-02,removed,${day},`);
  const even = await figuresOf(t, rows, lines(['2026-03-02', '2026-03-05', '2026-03-12', '2026-03-30']));
  assert.deepEqual(even.notices.toAnswer, { median: 6.5, known: 4, unknown: 0 });
  const odd = await figuresOf(t, rows, lines(['2026-03-30', '2026-03-02', '2026-03-05', '']));
  assert.deepEqual(odd.notices.toAnswer, { median: 3, known: 3, unknown: 1 });
  const none = await figuresOf(t, rows, lines(['', '']));
  assert.deepEqual(none.notices.toAnswer, { median: 'unknown', known: 0, unknown: 2 });
});

test('the category is the analyst’s, else the report’s, else unknown', async (t) => {
  const { notices } = await figuresOf(
    t,
    [report('A', '2026-03-01T10:00:00Z'), report('B', '2026-03-01T10:00:00Z')],
    [
      'A,P,2026-03-02,removed,,sexual_harassment',
      'B,P,2026-03-02,removed,,',
      'GONE,P,2026-03-02,removed,,',
      'LOST,P,2026-03-02,removed,,unsure',
    ],
  );
  const found = Object.entries(notices.byCategory).filter(([, { total }]) => total > 0);
  assert.deepEqual(
    found.map(([category, { total }]) => [category, total]),
    [
      ['procuring', 1],
      ['sexual_harassment', 1],
      ['unsure', 1],
      ['unknown', 1],
    ],
  );
});

test('a report whose text was changed in the database has no known category', async (t) => {
  const altered = report('A', '2026-03-01T10:00:00Z', { digest: '0'.repeat(64) });
  const { reports, remarks } = await figuresOf(t, [altered], []);
  assert.deepEqual([reports.byCategory.unknown, reports.byCategory.procuring], [1, 0]);
  assert.deepEqual(remarks.unread, { sealed: 0, unreadable: 0, altered: 1 });
});

test('what is odd about a line is told by its number, and what cannot be placed is left out', async (t) => {
  const { notices, outcomes, remarks } = await figuresOf(
    t,
    [report('A', '2026-03-10T10:00:00Z')],
    [
      'A,P,2026-03-11,removed,,',
      'A,P,2026-03-11,removed,,',
      'A,P,,refused,,',
      'A,P,2026-03-01,removed,,',
      'A,P,2026-03-09,removed,,',
      'A,P,2026-03-11,not illegal,,',
      'GONE,P,,removed,,',
      'GONE,P,2026-03-11,removed,,',
    ],
  );
  assert.deepEqual(remarks, {
    unread: { sealed: 0, unreadable: 0, altered: 0 },
    withoutReport: [9],
    withoutDate: [4],
    leftOut: [8],
    otherYear: [],
    beforeReport: [5],
    providerWithoutNotice: [7],
    repeated: [3],
  });
  assert.deepEqual([notices.total, outcomes.not_illegal.total], [6, 1]);
  // Known: 1, 1, and 0 for the day before, which may be the clock's. Not known: no date, before the report, gone.
  assert.deepEqual(notices.fromReport, { median: 1, known: 3, unknown: 3 });
});

test('a line of another year, by its date or its report, is named and does not count', async (t) => {
  const { notices, outcomes, reports, remarks } = await figuresOf(
    t,
    [report('A', '2026-12-30T10:00:00Z'), report('B', '2025-12-30T10:00:00Z')],
    [
      'A,P,2026-12-31,removed,,',
      'A,P,2027-01-02,removed,,',
      'A,,2062-12-31,not illegal,,',
      'B,P,,removed,,',
      'B,P,2026-01-02,removed,,',
      'GONE,P,2025-06-01,removed,,',
    ],
  );
  assert.deepEqual(remarks.otherYear, [3, 4, 5, 7]);
  assert.deepEqual([remarks.leftOut, remarks.withoutReport], [[], []]);
  assert.deepEqual([notices.total, outcomes.not_illegal.total, reports.total], [2, 0, 1]);
});

test('a decision of two days before its report is an error, and its time is unknown', async (t) => {
  const { notices, remarks } = await figuresOf(
    t,
    [report('A', '2026-03-10T00:10:00Z')],
    ['A,P,2026-03-08,removed,,'],
  );
  assert.deepEqual(notices.fromReport, { median: 'unknown', known: 0, unknown: 1 });
  assert.deepEqual(remarks.beforeReport, [2]);
});

test('a decision of the day before its report took no time: the day was another one where it was taken', async (t) => {
  const { notices } = await figuresOf(t, [report('A', '2026-03-10T00:10:00Z')], ['A,P,2026-03-09,removed,,']);
  assert.deepEqual(notices.fromReport, { median: 0, known: 1, unknown: 0 });
});

test('providers with most notices come first, the unknown one last', async (t) => {
  const lines = ['A,,2026-03-11,removed,,', 'A,,2026-03-12,removed,,', 'A,Zed,2026-03-11,removed,,'];
  const { notices } = await figuresOf(t, [], [...lines, 'B,Ada,2026-03-11,,,', 'C,Ada,2026-03-11,refused,,']);
  assert.deepEqual(
    notices.byProvider.map(({ provider, total }) => [provider, total]),
    [
      ['Ada', 2],
      ['Zed', 1],
      [undefined, 2],
    ],
  );
  assert.deepEqual(notices.byProvider[0]!.byAction, {
    removed: 0,
    restricted: 0,
    refused: 1,
    no_answer: 0,
    unknown: 1,
  });
});

test('providers with as many notices are in the order of their names', async (t) => {
  const names = ['Bea', 'ada', 'Zed', 'Élan', 'Zed'];
  const { notices } = await figuresOf(
    t,
    [],
    names.map((name, index) => `R${index},${name},2026-03-1${index},removed,,`),
  );
  assert.deepEqual(
    notices.byProvider.map(({ provider }) => provider),
    ['Zed', 'ada', 'Bea', 'Élan'],
  );
});

test('only who has answered is asked for the day of an answer', async (t) => {
  const actions = ['removed,2026-03-12', 'restricted,', 'refused,', 'no answer,', 'unknown,'];
  const { notices } = await figuresOf(
    t,
    [],
    actions.map((action) => `A,P,2026-03-11,${action},`),
  );
  assert.deepEqual(notices.toAnswer, { median: 1, known: 1, unknown: 2 });
});

test('a reading takes the year, then the reports of other years that a decision names, and goes on where it was', async (t) => {
  const inYear = Array.from({ length: 3 }, (_, index) => report(`Y${index}`, '2026-05-01T10:00:00Z'));
  const before = Array.from({ length: 30 }, (_, index) => report(`O${index}`, '2025-05-01T10:00:00Z'));
  const store = await storeOf(t, [...before, ...inYear, report('AFTER', '2027-01-01T00:00:00Z')]);
  const names = ['Y1', ...before.map(({ reference }) => reference), 'AFTER', 'NOWHERE'];
  const decisions = readDecisions(
    ['reference,provider,date,action', ...names.map((name) => `${name},P,,removed`)].join('\n'),
  );
  type Rest =
    Parameters<typeof readYear> extends [unknown, unknown, unknown, ...infer Others] ? Others : never;
  const read = async (...rest: Rest): Promise<string[]> => {
    const references: string[] = [];
    for await (const { row } of readYear(store, 2026, decisions, ...rest)) references.push(row.reference);
    return references;
  };
  const places: number[] = [];
  const all = await read({ onPlace: (place) => void places.push(place) });
  assert.deepEqual(all.slice(0, 3), ['Y0', 'Y1', 'Y2']);
  assert.deepEqual(all.slice(3).toSorted(), names.slice(1, -1).toSorted());
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  );
  assert.equal(places.at(-1), 34, 'the number of the last report');
  assert.deepEqual(await placesOf(store, 2025), { first: 0, last: 30 });
  assert.deepEqual(await placesOf(store, 2026), { first: 30, last: 33 });
  // What was read before it was cut off is not read again.
  const rest = await read({}, { after: 32, known: ['Y1', 'O5', 'AFTER'] });
  assert.deepEqual(rest.toSorted(), ['Y2', ...names.slice(1, -2).filter((name) => name !== 'O5')].toSorted());
});

test('reports are read by their numbers, and a place is how many were read', async (t) => {
  const rows = Array.from({ length: 30 }, (_, index) => report(`N${index}`, '2026-05-01T10:00:00Z'));
  const store = await storeOf(t, rows);
  const places: number[] = [];
  const numbers = Array.from({ length: 28 }, (_, index) => index + 2);
  const read: string[] = [];
  const options = { onPlace: (place: number) => void places.push(place) };
  for await (const { row } of readNumbers(store, numbers, options)) read.push(row.reference);
  assert.deepEqual(
    read.toSorted(),
    rows
      .slice(1, 29)
      .map(({ reference }) => reference)
      .toSorted(),
  );
  assert.deepEqual(places, [25, 28]);
  places.length = 0;
  for await (const _ of readNumbers(store, numbers.slice(0, 25), options));
  assert.deepEqual(places, [25]);
});

test('categories are called as the form calls them', () => {
  for (const [words, messages] of [
    [FIGURE_WORDS.fr, fr],
    [FIGURE_WORDS.en, en],
  ] as const)
    for (const [id, label] of Object.entries(words.categories))
      if (id !== 'unknown') assert.equal(label, (messages as Record<string, string>)[`cat.${id}`]);
});
