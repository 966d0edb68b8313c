// The export: its selection of reports, and its two complete formats.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { reportJsonSchema } from '../../src/core/report/report-json-schema.ts';
import { COLUMNS, PLACED } from '../../src/receiver/export/csv-columns.ts';
import { startSummary, writeReports, type Format } from '../../src/receiver/export/format.ts';
import { CSV, cyberTiplineFormat, dsaFormat, ICCAM, JSON_LINES } from '../../src/receiver/export/formats.ts';
import type { ReadOptions } from '../../src/receiver/export/reader.ts';
import { fromSpreadsheetText, type ReportRow, type DatabaseStore } from '../../src/receiver/index.ts';
import { validReport } from '../core/report-arbitrary.ts';
import { FULL_REPORT } from '../core/report-examples.ts';
import { rowOf, saying, storeOf } from './export-given.ts';
import { EXAMPLES, HOTLINE } from './mapping-examples.ts';
import { NAUGHTY } from './naughty-strings.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

async function exported(store: DatabaseStore, format: Format, options: ReadOptions = {}) {
  const summary = startSummary(options);
  const texts: string[] = [];
  for await (const text of writeReports(store, format, options, summary)) texts.push(text);
  return { text: texts.join(''), summary };
}

interface Line {
  readonly sequence: number;
  readonly priority: string;
  readonly priorityRule?: string;
  readonly reference: string;
  readonly sealed: boolean;
  readonly fault?: string;
  readonly report?: unknown;
  readonly envelope?: unknown;
  readonly body?: string;
  readonly document?: unknown;
  readonly forAnalyst?: unknown;
}

const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

/** The CSV as Papa Parse reads it: one object a row. */
function rowsOf(csv: string): Record<string, string>[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(meta.fields, COLUMNS);
  return data;
}

const references = async (t: TestContext, rows: ReportRow[], options: ReadOptions) =>
  linesOf((await exported(await storeOf(t, rows), JSON_LINES, options)).text).map(
    ({ reference }) => reference,
  );

test('reports come in the order of arrival, page after page, and the summary says where it ended', async (t) => {
  const rows = Array.from({ length: 350 }, () => rowOf(sampleReport()));
  const store = await storeOf(t, rows);
  const { text, summary } = await exported(store, JSON_LINES);
  assert.deepEqual(
    linesOf(text).map(({ reference }) => reference),
    rows.map(({ reference }) => reference),
  );
  assert.deepEqual([summary.written, summary.lastSequence], [350, 350]);
  const rest = await exported(store, JSON_LINES, { after: 340 });
  assert.deepEqual([rest.summary.written, rest.summary.lastSequence], [10, 350]);
  const nothing = await exported(store, JSON_LINES, { after: 350 });
  assert.deepEqual([nothing.text, nothing.summary.written, nothing.summary.lastSequence], ['', 0, 350]);
  const empty = await exported(await storeOf(t, []), JSON_LINES);
  assert.deepEqual([empty.summary.written, empty.summary.lastSequence], [0, 0]);
});

// Pages hold 25 reports: none, some, whole pages.
for (const count of [0, 3, 50, 60])
  test(`${count} reports that an index finds come in the order of their numbers, whatever their times`, async (t) => {
    const rows = Array.from({ length: count }, (_, index) =>
      rowOf(sampleReport(), {
        partner: 'ville',
        receivedAt: `2026-11-24T13:${String(59 - index).padStart(2, '0')}:00Z`,
      }),
    );
    const store = await storeOf(t, [rowOf(sampleReport()), ...rows, rowOf(sampleReport())]);
    const all = rows.map(({ reference }) => reference);
    for (const options of [{ partner: 'ville' }, { references: all.toReversed() }]) {
      const reached: number[] = [];
      const onRow = (sequence: number): void => void reached.push(sequence);
      const { text, summary } = await exported(store, JSON_LINES, { ...options, onRow });
      assert.deepEqual(
        linesOf(text).map(({ reference }) => reference),
        all,
      );
      assert.equal(summary.lastSequence, count + 2);
      assert.ok(reached.every((sequence, index) => sequence >= (reached[index - 1] ?? 0)));
      const rest = await exported(store, JSON_LINES, { ...options, after: 2 });
      assert.deepEqual(
        linesOf(rest.text).map(({ sequence }) => sequence),
        rows.map((_, index) => index + 2).slice(1),
      );
    }
  });

test('reports that an index finds come in the order of arrival too, in whichever order the database has them', async (t) => {
  const rows = [1, 2, 3].map((number) => rowOf(saying(`${number}`), { partner: 'ville' }));
  const store = await storeOf(t, rows);
  const { search } = store;
  // PostgreSQL finds rows where they lie: one that was restored lies behind later ones.
  const turned: DatabaseStore = {
    ...store,
    search: { ...search, byNumber: async (numbers) => (await search.byNumber(numbers)).toReversed() },
  };
  const { text } = await exported(turned, JSON_LINES, { partner: 'ville' });
  assert.deepEqual(
    linesOf(text).map(({ sequence }) => sequence),
    [1, 2, 3],
  );
});

test('reports of a time are found on every page, also where others stand between them', async (t) => {
  const [old, wanted] = ['2026-11-01T00:00:00Z', '2026-11-24T00:00:00Z'];
  const inTime = new Set([20, 26, 77, 130]);
  const rows = Array.from({ length: 140 }, (_, index) =>
    rowOf(sampleReport(), { receivedAt: inTime.has(index + 1) ? wanted : old }),
  );
  const options = { since: wanted, before: '2026-11-24T00:01:00Z' };
  const { text, summary } = await exported(await storeOf(t, rows), JSON_LINES, options);
  assert.deepEqual(
    linesOf(text).map(({ sequence }) => sequence),
    [...inTime],
  );
  assert.equal(summary.lastSequence, 140);
});

test('sequences may have gaps', async (t) => {
  const rows = [3, 700, 701, 90_000].map((sequence) => ({ ...rowOf(sampleReport()), sequence }));
  const store: DatabaseStore = {
    ...(await storeOf(t, [])),
    list: async ({ after = 0 } = {}) => rows.filter(({ sequence }) => sequence > after).slice(0, 1),
  };
  const { summary } = await exported(store, JSON_LINES);
  assert.deepEqual([summary.written, summary.lastSequence], [4, 90_000]);
  assert.equal((await exported(store, JSON_LINES, { after: 700 })).summary.written, 2);
});

test('a line says what the receiver knows, then the report', async (t) => {
  const report = sampleReport();
  const columns = {
    reference: '7K4M-2QXD',
    partner: 'ville-exemple',
    trust: 'low',
    priority: 'urgent',
  } as const;
  const { text } = await exported(await storeOf(t, [rowOf(report, columns)]), JSON_LINES);
  assert.deepEqual(JSON.parse(text), {
    sequence: 1,
    receivedAt: '2026-11-24T13:50:00Z',
    sealed: false,
    ...columns,
    report,
  });
});

test('reports are chosen by day, trust and priority, and the next export goes on behind them', async (t) => {
  const rows = [
    rowOf(sampleReport(), { receivedAt: '2026-11-23T23:59:00Z' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-24T00:00:00Z', trust: 'low' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-24T00:01:00Z', priority: 'urgent' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-25T00:00:00Z', trust: 'low', priority: 'urgent' }),
    rowOf(sampleReport(), { receivedAt: '2026-11-22T00:00:00Z' }),
  ];
  const chosen = async (options: ReadOptions) => {
    const all = rows.map(({ reference }) => reference);
    return (await references(t, rows, options)).map((reference) => all.indexOf(reference));
  };
  assert.deepEqual(await chosen({}), [0, 1, 2, 3, 4]);
  assert.deepEqual(await chosen({ since: '2026-11-24T00:00:00Z' }), [1, 2, 3]);
  assert.deepEqual(await chosen({ trust: 'low' }), [1, 3]);
  assert.deepEqual(await chosen({ trust: 'normal' }), [0, 2, 4]);
  assert.deepEqual(await chosen({ priority: 'urgent' }), [2, 3]);
  assert.deepEqual(await chosen({ priority: 'urgent', trust: 'normal' }), [2]);
  const { summary } = await exported(await storeOf(t, rows), JSON_LINES, { trust: 'low' });
  // Only low-trust reports are read: an index leads past the others.
  assert.deepEqual([summary.written, summary.lastSequence], [2, 4]);
  // So does one to what may be urgent.
  const urgent = await exported(await storeOf(t, rows), JSON_LINES, { priority: 'urgent' });
  assert.deepEqual([urgent.summary.written, urgent.summary.lastSequence], [2, 4]);
  const { summary: ofDay } = await exported(await storeOf(t, rows), JSON_LINES, {
    since: '2026-11-24T00:00:00Z',
  });
  assert.deepEqual([ofDay.written, ofDay.lastSequence], [3, 5]);
});

test('a reader that stops early has only taken what it has', async (t) => {
  const store = await storeOf(t, [rowOf(sampleReport()), rowOf(sampleReport()), rowOf(sampleReport())]);
  const summary = startSummary({});
  let taken = 0;
  for await (const _ of writeReports(store, JSON_LINES, {}, summary)) if (++taken === 2) break;
  assert.deepEqual([summary.written, summary.lastSequence], [1, 1]);
});

test('a reading that is to stop ends behind the report in hand', async (t) => {
  const store = await storeOf(t, [rowOf(sampleReport()), rowOf(sampleReport()), rowOf(sampleReport())]);
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  const summary = startSummary(options);
  let taken = 0;
  for await (const _ of writeReports(store, JSON_LINES, options, summary))
    if (++taken === 2) stopping.abort();
  assert.deepEqual([taken, summary.written, summary.lastSequence], [2, 2, 2]);
});

test('sealed reports stay sealed without a key, open with one of several, and never stop the others', async (t) => {
  const [old, current, lost] = [await makePair(), await makePair(), await makePair()];
  const reports = [sampleReport(), sampleReport(), sampleReport(), sampleReport()];
  const envelopes = [seal(old, reports[0]), seal(current, reports[1]), seal(lost, reports[2])];
  const moved = { ...seal(current, reports[3]), submissionId: crypto.randomUUID() };
  const broken = rowOf(sampleReport(), { sealed: true, body: '{' });
  const rows = [...envelopes.map((envelope) => rowOf(envelope)), rowOf(moved), broken, rowOf(sampleReport())];
  const store = await storeOf(t, rows);

  const without = await exported(store, JSON_LINES);
  assert.deepEqual(
    linesOf(without.text)
      .slice(0, 3)
      .map(({ envelope }) => envelope),
    envelopes,
  );
  assert.deepEqual([...without.summary.unread], [['sealed', 5]]);
  assert.equal(without.summary.written, 6);

  const keys = [old.privateKey, current.privateKey];
  const { text, summary } = await exported(store, JSON_LINES, { keys });
  const lines = linesOf(text);
  assert.deepEqual([lines[0]?.report, lines[1]?.report], [reports[0], reports[1]]);
  assert.deepEqual(
    lines.map(({ fault }) => fault),
    [undefined, undefined, 'decryption', 'identity', 'shape', undefined],
  );
  assert.deepEqual([lines[2]?.envelope, lines[4]?.body], [envelopes[2], '{']);
  assert.deepEqual(Object.fromEntries(summary.unread), { decryption: 1, identity: 1, shape: 1 });
  // In any order of the keys, the fault of the envelope is told, and not that a further key does not open it.
  const turned = await exported(store, JSON_LINES, { keys: keys.toReversed() });
  assert.equal(turned.text, text);

  const csv = rowsOf((await exported(store, CSV, { keys })).text);
  assert.deepEqual(
    csv.map(({ sealed, fault, submissionId }) => [sealed, fault, submissionId]),
    [
      ['opened', '', reports[0]?.submissionId],
      ['opened', '', reports[1]?.submissionId],
      ['yes', 'decryption', ''],
      ['yes', 'identity', ''],
      ['yes', 'shape', ''],
      ['no', '', JSON.parse(rows[5]!.body).submissionId],
    ],
  );
});

test('what is sealed is urgent when it says so inside; what stays sealed may be, and is not hidden', async (t) => {
  const pair = await makePair();
  const urgent = sampleReport({ danger: { immediate: 'yes', helpShown: true } });
  const rows = [rowOf(seal(pair, urgent)), rowOf(seal(pair)), rowOf(sampleReport())];
  const store = await storeOf(t, rows);
  const read = async (options: ReadOptions) =>
    linesOf((await exported(store, JSON_LINES, options)).text).map(({ sequence, priority }) => [
      sequence,
      priority,
    ]);
  const keys = [pair.privateKey];
  assert.deepEqual(await read({ keys, priority: 'urgent' }), [[1, 'urgent']]);
  assert.deepEqual(await read({ keys, priority: 'normal' }), [
    [2, 'normal'],
    [3, 'normal'],
  ]);
  assert.deepEqual(await read({ priority: 'urgent' }), [
    [1, 'normal'],
    [2, 'normal'],
  ]);
  assert.equal((await read({ priority: 'normal' })).length, 3);
});

test('a row that is no report of this version is written as it is, and keeps no other from being', async (t) => {
  const bodies = ['{"schemaVersion":"9.0"}', 'not JSON \u2028\u202e', ''];
  const rows = [...bodies.map((body) => rowOf(sampleReport(), { body })), rowOf(sampleReport())];
  const { text, summary } = await exported(await storeOf(t, rows), JSON_LINES);
  assert.deepEqual(
    linesOf(text).map(({ fault, body }) => [fault, body]),
    [...bodies.map((body) => ['unknown', body]), [undefined, undefined]],
  );
  assert.deepEqual([...summary.unread], [['unknown', 3]]);
});

test('a line is one line, without a character that steers a terminal or turns text round', async (t) => {
  const reports = NAUGHTY.filter(Boolean).map(saying);
  const { text } = await exported(
    await storeOf(
      t,
      reports.map((report) => rowOf(report)),
    ),
    JSON_LINES,
  );
  assert.deepEqual(
    linesOf(text).map(({ report }) => report),
    reports,
  );
  assert.doesNotMatch(text, /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/);
  assert.doesNotMatch(text, /\p{Surrogate}/u);
});

/** Paths of every value that a report can hold, from its JSON Schema, without the items of word lists. */
function fieldsOfSchema(): Set<string> {
  const { $defs, ...schema } = reportJsonSchema();
  const fields = new Set<string>();
  const visit = (node: Record<string, unknown>, path: string[]): void => {
    const named = typeof node['$ref'] === 'string' ? $defs[node['$ref'].replace('#/$defs/', '')] : undefined;
    const resolved = (named ?? node) as Record<
      string,
      Record<string, Record<string, unknown>> | undefined
    > & {
      allOf?: Record<string, unknown>[];
      oneOf?: Record<string, unknown>[];
    };
    const parts = [
      ...(resolved.oneOf ?? []),
      ...(resolved.allOf ?? []).map(({ then }) => then as Record<string, unknown>),
    ];
    if (resolved['items']) visit(resolved['items'], path);
    else if (resolved['properties'] || parts.length > 0) {
      for (const [key, value] of Object.entries(resolved['properties'] ?? {})) visit(value, [...path, key]);
      for (const part of parts) visit(part, path);
    } else if (path.at(-1) !== 'details') fields.add(path.join('.'));
  };
  visit(schema, []);
  return fields;
}

const AT_THE_END = 'at the end of PLACED in src/receiver/export/csv-columns.ts';

test('every field of the report has its column, and no column is without a field', () => {
  const own = ['altered', 'outcome', 'outcomeSince', 'additions', 'addsTo', 'priorityRule'];
  const columns = COLUMNS.slice(COLUMNS.indexOf('fault') + 1).filter((column) => !own.includes(column));
  const fields = [...fieldsOfSchema()].filter((field) => field !== 'schemaVersion');
  assert.ok(fields.length > 80);
  const missing = fields.filter((field) => !columns.includes(field)).join(' ');
  assert.equal(missing, '', `The CSV lacks a field of the report. Append ${AT_THE_END}: ${missing}`);
  assert.deepEqual(columns.toSorted(), fields.toSorted());
  assert.equal(new Set(COLUMNS).size, COLUMNS.length);
});

test('every column has its place', () => {
  const added = COLUMNS.slice(PLACED.length).join(' ');
  assert.equal(added, '', `A later question would move these columns. Append ${AT_THE_END}: ${added}`);
});

test('the columns stay where they are: spreadsheets count on it', () => {
  const first = COLUMNS.slice(0, 120).join();
  assert.equal(
    createHash('sha256').update(first).digest('hex'),
    '531c41c605908568f237a1325e5328e389474974cb74094fe4dd7f23e037f0e3',
    `A column was moved, renamed or removed. Put it back where it was, and a new one ${AT_THE_END}.`,
  );
});

test('the first cells of a row are the receiver’s facts of that very report, sealed, opened, faulty, low or urgent', async (t) => {
  const [ours, other] = [await makePair(), await makePair()];
  const envelope = seal(ours);
  const closed = seal(other);
  const rows = [
    rowOf(saying('plain'), { receivedAt: '2026-11-24T13:50:00Z' }),
    rowOf(saying('urgent'), { priority: 'urgent', receivedAt: '2026-11-25T08:01:00Z' }),
    rowOf(saying('low'), { trust: 'low', partner: 'gazette', receivedAt: '2026-11-25T08:02:00Z' }),
    rowOf(envelope, { partner: 'ville', receivedAt: '2026-11-26T23:59:00Z' }),
    rowOf(closed, { receivedAt: '2026-11-27T00:00:00Z' }),
    rowOf(saying('faulty'), { body: '{"no":"report"}', trust: 'low', receivedAt: '2026-11-27T00:01:00Z' }),
  ];
  const { text } = await exported(await storeOf(t, rows), CSV, { keys: [ours.privateKey] });
  const cells = rowsOf(text).map(
    ({ sequence, reference, receivedAt, trust, priority, partner, sealed, fault }) =>
      [sequence, reference, receivedAt, trust, priority, partner, sealed, fault].join(' | '),
  );
  const expected = rows.map(({ reference, receivedAt, trust, priority, partner }, index) => {
    const [sealed, fault] = [
      ['no', ''],
      ['no', ''],
      ['no', ''],
      ['opened', ''],
      ['yes', 'decryption'],
      ['no', 'unknown'],
    ][index]!;
    return [index + 1, reference, receivedAt, trust, priority, partner ?? '', sealed, fault].join(' | ');
  });
  assert.deepEqual(cells, expected);
});

test('the CSV is in UTF-8 with a byte order mark, its records end with CR LF, every cell is quoted', async (t) => {
  const { text } = await exported(await storeOf(t, [rowOf(saying('a "b"'))]), CSV);
  assert.ok(text.startsWith('\uFEFF"sequence","reference",'));
  const records = text.split('\r\n');
  assert.equal(records.length, 3);
  assert.equal(records[2], '');
  for (const record of records.slice(0, 2))
    assert.match(record, /^\uFEFF?"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
  assert.match(text, /"a ""b"""/);
});

test('an export without reports is a header', async (t) => {
  const { text } = await exported(await storeOf(t, []), CSV);
  assert.deepEqual([text.match(/\r\n/g)?.length, rowsOf(text)], [1, []]);
});

/** The texts of a cell: a list of lines, each with one or several texts. */
const textsIn = (cell: string): string[][] =>
  cell.split('\n').map((line) => line.split(' | ').map(fromSpreadsheetText));

/** The value of a report at a path; for a list, one value an item. */
function textsAt(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => textsAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value ?? '';
  return textsAt((value as Record<string, unknown>)[key], rest);
}

const asLines = (value: unknown): string[][] => [value].flat(1).map((line) => [line].flat(2).map(String));

/** The end of a cell that was cut at a spreadsheet's limit. */
const CUT = '⟨cut⟩';

function assertBeginning(cell: string, expected: readonly string[][]): void {
  const joined = (lines: readonly string[][]): string => lines.map((line) => line.join(' | ')).join('\n');
  assert.ok(cell.length > 32_700, 'it was cut too early');
  assert.ok(joined(expected).startsWith(joined(textsIn(cell))));
}

function assertSameReport(row: Record<string, string>, report: object): void {
  for (const column of COLUMNS.slice(COLUMNS.indexOf('fault') + 1, COLUMNS.indexOf('priorityRule'))) {
    const expected = asLines(textsAt(report, column.split('.')));
    const isEmpty = expected.every((line) => line.every((text) => text === ''));
    const cell = row[column]!;
    if (cell.endsWith(CUT)) assertBeginning(cell.slice(0, -CUT.length), expected);
    else assert.deepEqual(textsIn(cell), isEmpty ? [['']] : expected, column);
  }
}

test('the rule by which a report is urgent stands beside its priority, which stays as it was stored', async (t) => {
  const pair = await makePair();
  const plain = {
    category: 'sexual_harassment',
    reporter: { role: 'witness', anonymous: true, followUp: 'none' },
  };
  const danger = { danger: { immediate: 'yes', helpShown: true } };
  const blackmail = { details: { blackmail: 'yes' } };
  const rows = [
    rowOf(sampleReport(plain)),
    rowOf(sampleReport({ ...plain, ...danger }), { priority: 'urgent' }),
    rowOf(sampleReport({ ...plain, ...blackmail }), { priority: 'urgent' }),
    rowOf(sampleReport({ ...plain, ...danger, ...blackmail }), { priority: 'urgent' }),
    // Stored by a version without the rule, and by one with another rule.
    rowOf(sampleReport({ ...plain, ...blackmail })),
    rowOf(sampleReport(plain), { priority: 'urgent' }),
    rowOf(seal(pair, sampleReport({ ...plain, ...danger }))),
  ];
  const store = await storeOf(t, rows);
  const told = async (options: ReadOptions) => {
    const lines = linesOf((await exported(store, JSON_LINES, options)).text);
    const inJson = lines.map(({ priority, priorityRule }) => [priority, priorityRule ?? '']);
    const inCsv = rowsOf((await exported(store, CSV, options)).text);
    assert.deepEqual(
      inCsv.map(({ priority, priorityRule }) => [priority, priorityRule]),
      inJson,
    );
    return inJson;
  };
  const first = [
    ['normal', ''],
    ['urgent', 'danger'],
    ['urgent', 'blackmail'],
    ['urgent', 'danger'],
    ['normal', 'blackmail'],
    ['urgent', ''],
  ];
  assert.deepEqual(await told({}), [...first, ['normal', '']]);
  assert.deepEqual(await told({ keys: [pair.privateKey] }), [...first, ['urgent', 'danger']]);
});

test('the full example comes back from its cells, its lists line by line', async (t) => {
  const { text } = await exported(await storeOf(t, [rowOf(FULL_REPORT)]), CSV);
  const [row] = rowsOf(text);
  assertSameReport(row!, FULL_REPORT);
  assert.equal(row?.['locations.id'], FULL_REPORT.locations.map(({ id }) => id).join('\n'));
});

test('any report comes back from its cells: no column is shifted, no text changed', async (t) => {
  const reports = fc.sample(validReport, { numRuns: 300, seed: 20_261_124 });
  const { text } = await exported(
    await storeOf(
      t,
      reports.map((report) => rowOf(report as never)),
    ),
    CSV,
  );
  const rows = rowsOf(text);
  assert.equal(rows.length, reports.length);
  for (const [index, row] of rows.entries()) assertSameReport(row, reports[index]!);
});

test('naughty strings come back from their cells, and none begins what a spreadsheet calculates', async (t) => {
  const strings = NAUGHTY.filter(Boolean);
  const { text } = await exported(
    await storeOf(
      t,
      strings.map((each) => rowOf(saying(each))),
    ),
    CSV,
  );
  const rows = rowsOf(text);
  assert.deepEqual(
    rows.map((row) => fromSpreadsheetText(row['content.description']!)),
    strings,
  );
  const triggers = rows
    .flatMap((row) => Object.values(row))
    .filter((cell) => /^[=+\-@\t\r\n＝＋－＠\0]/.test(cell));
  assert.deepEqual(triggers, []);
  // A program with another separator, or without support for quotes, splits the file into these pieces.
  const pieces = text.replaceAll('"', '').split(/[,;|\t\r\n]/);
  assert.deepEqual(
    pieces.filter((piece) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(piece)),
    [],
  );
  assert.doesNotMatch(text, /https?:\/\//i);
});

test('the three drafts are a line each, and what an institution does not take is counted', async (t) => {
  const pair = await makePair();
  const reports = Object.values(EXAMPLES).map((report) => ({ ...report, submissionId: crypto.randomUUID() }));
  const rows = [...reports.map((report) => rowOf(report)), rowOf(seal(pair))];
  const store = await storeOf(t, rows);

  const dsa = await exported(store, dsaFormat({ hotline: HOTLINE }));
  assert.equal(dsa.summary.written, 9);
  assert.deepEqual([...dsa.summary.leftOut], [['sealed', 1]]);
  for (const line of linesOf(dsa.text))
    assert.deepEqual(Object.keys(line), ['sequence', 'reference', 'document', 'forAnalyst', 'reporterFaith']);

  const opened = await exported(store, dsaFormat({ hotline: HOTLINE }), { keys: [pair.privateKey] });
  assert.deepEqual([opened.summary.written, opened.summary.leftOut.size], [10, 0]);

  const iccam = await exported(store, ICCAM);
  assert.ok((iccam.summary.leftOut.get('category') ?? 0) > 0);
  const cyberTipline = await exported(store, cyberTiplineFormat({ hotline: HOTLINE }, false));
  for (const { summary } of [iccam, cyberTipline]) {
    assert.ok(summary.written > 0);
    const leftOut = [...summary.leftOut.values()].reduce((sum, number) => sum + number, 0);
    assert.equal(summary.written + leftOut, rows.length);
    assert.equal(summary.lastSequence, rows.length);
  }

  const xml = linesOf((await exported(store, cyberTiplineFormat({ hotline: HOTLINE }, true))).text);
  assert.equal(xml.length, cyberTipline.summary.written);
  for (const { document } of xml)
    assert.match(String(document), /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<report /);
});
