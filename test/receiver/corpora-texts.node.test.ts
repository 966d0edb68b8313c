// W8: any text of a reporter is received, stored and exported unchanged, on both databases.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Report } from '../../src/core/report/report.ts';
import { startSummary, writeReports } from '../../src/receiver/export/format.ts';
import { CSV, JSON_LINES } from '../../src/receiver/export/formats.ts';
import { fromSpreadsheetText, openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { context, draftWith, walk } from '../core/draft-given.ts';
import { drawnOf } from '../setup/every.ts';
import { startPostgres } from '../setup/postgres.ts';
import Papa from 'papaparse';
import { startReceiver } from './harness.ts';
import { anyText, NAUGHTY } from './naughty-strings.ts';

// The form refuses longer texts while the reporter can still see and shorten them.
const TEXTS = [...NAUGHTY, ...fc.sample(anyText(400), { numRuns: drawnOf(1_200), seed: 20_261_124 })];

/** NUL and halves of surrogate pairs. Databases refuse or change these, so the form replaces them. */
const kept = (text: string): string =>
  [...text.trim()]
    .map((character) =>
      /[\0\ud800-\udfff]/.test(character) && character.length === 1 ? '\ufffd' : character,
    )
    .join('');

/** A report with this text in every field that takes free text. */
function reportSaying(text: string): Report {
  const draft = walk(
    draftWith({
      category: 'terrorism_bomb_making',
      where: 'none',
      placeKind: 'other',
      place: text.trim() || 'x',
      details: text,
      questions: { targetHint: text.slice(0, 90) },
    }),
  );
  assert.equal(draft.step, 'check', JSON.stringify(text));
  return reportOf(draft, { ...context, submissionId: crypto.randomUUID() });
}

async function exported(store: DatabaseStore, format: typeof CSV): Promise<string> {
  let all = '';
  for await (const text of writeReports(store, format, {}, startSummary({}))) all += text;
  return all;
}

async function assertTextsSurvive(t: TestContext, store: DatabaseStore): Promise<string> {
  const { post } = await startReceiver(t, { store });
  const expected: string[] = [];
  for (const text of TEXTS) {
    const report = reportSaying(text);
    const { status } = await post(report);
    assert.equal(status, 201, JSON.stringify(text));
    expected.push(kept(text));
  }
  const rows = (await exported(store, JSON_LINES)).split('\n').slice(0, -1);
  const reports = rows.map((row) => (JSON.parse(row) as { report: Report }).report);
  assert.deepEqual(
    reports.map(({ content }) => content?.description ?? ''),
    expected,
  );
  assert.deepEqual(
    reports.map(({ locations: [first] }) => first?.identifiers?.[0]?.value),
    expected.map((text) => text || 'x'),
  );
  const { data } = Papa.parse<Record<string, string>>(await exported(store, CSV), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(
    data.map((row) => fromSpreadsheetText(row['content.description']!)),
    expected,
  );
  t.diagnostic(`${TEXTS.length} texts`);
  const texts = reports.map(({ content, locations, details }) => [content, locations, details]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

test('the texts are worth the name: NUL, halves of pairs and every plane of Unicode are among them', () => {
  const all = TEXTS.join(' ');
  assert.ok(TEXTS.length > 700 + drawnOf(1_200));
  assert.match(all, /\0/);
  assert.match(all, /\p{Surrogate}/u);
  for (const plane of [0x1, 0x2, 0xe, 0xf, 0x10]) {
    assert.ok(
      [...all].some((character) => character.codePointAt(0)! >> 16 === plane),
      `plane ${plane}`,
    );
  }
});

test('any text survives the form, the receiver, SQLite or PostgreSQL, and the export, the same on both', async (t) => {
  const database = await startPostgres();
  try {
    const onSqlite = await assertTextsSurvive(t, await openStore('sqlite::memory:'));
    const store = await openStore(database.url);
    const onPostgres = await assertTextsSurvive(t, store);
    await store.close();
    assert.equal(onPostgres, onSqlite);
  } finally {
    await database.stop();
  }
});
