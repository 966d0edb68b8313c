// A cell of the CSV export never exceeds a spreadsheet's limit. Excel cuts longer cells silently or refuses the file.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import Papa from 'papaparse';
import { startSummary, writeReports } from '../../src/receiver/export/format.ts';
import { CSV, JSON_LINES } from '../../src/receiver/export/formats.ts';
import { fromSpreadsheetText } from '../../src/receiver/index.ts';
import { rowOf, storeOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';

/** Excel's « Total number of characters that a cell can contain », counted in UTF-16 units. */
const LONGEST = 32_767;
const CUT = '⟨cut⟩';

/** A report with these texts as identifiers of its place, and the maximum number of addresses. */
const identifying = (texts: readonly string[]) =>
  sampleReport({
    locations: [{ id: 'L1', place: 'other', identifiers: texts.map((value) => ({ type: 'other', value })) }],
  });

/** The identifiers' cell of a CSV export, and the texts in JSON Lines. */
async function exported(
  t: TestContext,
  texts: readonly string[],
): Promise<{ cell: string; exact: string[] }> {
  const store = await storeOf(t, [rowOf(identifying(texts))]);
  const written = async (format: typeof CSV): Promise<string> => {
    let all = '';
    for await (const text of writeReports(store, format, {}, startSummary({}))) all += text;
    return all;
  };
  const csv = (await written(CSV)).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  const { report } = JSON.parse(await written(JSON_LINES)) as {
    report: { locations: [{ identifiers: { value: string }[] }] };
  };
  const [location] = report.locations;
  return {
    cell: data[0]?.['locations.identifiers.value'] ?? '',
    exact: location.identifiers.map(({ value }) => value),
  };
}

const cases: Readonly<Record<string, readonly string[]>> = {
  // The maximum number of identifiers, each of the maximum length.
  'letters of one unit, to be named': Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(512, '\u202e')),
  'pairs of units': [
    ...Array.from({ length: 8 }, (_, n) => `${n}`.padEnd(512, '\u202e')),
    ...Array.from({ length: 12 }, (_, n) => '😀'.repeat(500 + n)),
  ],
  formulas: Array.from({ length: 20 }, (_, n) => `=${n};`.padEnd(512, '=1;\u2028\u2028')),
};

for (const [name, texts] of Object.entries(cases)) {
  test(`a cell is cut where a spreadsheet would cut it, and says so: ${name}`, async (t) => {
    const { cell, exact } = await exported(t, texts);
    assert.ok(cell.length <= LONGEST, `${cell.length} units`);
    assert.deepEqual(exact, texts, 'JSON Lines hold everything');
    assert.ok(cell.endsWith(CUT));
    assert.ok(cell.length > LONGEST - 20, 'no more is cut than must be');
    assert.doesNotMatch(cell, /\p{Surrogate}/u, 'half a pair is left');
    const kept = fromSpreadsheetText(cell.slice(0, -CUT.length));
    assert.doesNotMatch(kept, /⟨/, 'half a name is left');
  });
}

// One unit more or less before the pairs makes the cut fall on either half of a pair.
for (const before of ['a', 'aa', 'aaa', 'aaaa']) {
  test(`no pair of units is cut in two: ${before}`, async (t) => {
    const first = Array.from({ length: 8 }, (_, n) => '\u202e'.repeat(500 + n));
    const { cell } = await exported(t, [before, ...first, '😀'.repeat(400), '😀'.repeat(401)]);
    assert.ok(cell.endsWith(`😀${CUT}`));
    assert.doesNotMatch(cell, /\p{Surrogate}/u);
    assert.ok(cell.length <= LONGEST && cell.length >= LONGEST - 1, `${cell.length} units`);
  });
}

test('a cell of exactly the longest length is left as it is; the sign that neutralises a formula counts', async (t) => {
  const hidden = Array.from({ length: 15 }, (_, n) => `=${n + 10}${'\u202e'.repeat(255)}`);
  // The written length of these texts, with a sign before each and ` | ` behind each.
  const room = LONGEST - hidden.length * (4 + 255 * 8 + 3);
  const fill = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(Math.floor(room / 4) - 3));
  const last = (begin: string): string => begin.padEnd(room - fill.join(' | ').length - 3, 'e');
  const fits = await exported(t, [...hidden, ...fill, last('e')]);
  assert.equal(fits.cell.length, LONGEST);
  assert.ok(!fits.cell.includes(CUT));
  // A text of equal length, but with a first character that needs a sign.
  const over = await exported(t, [...hidden, ...fill, last('=')]);
  assert.equal(over.exact.join('').length, fits.exact.join('').length);
  assert.ok(over.cell.endsWith(CUT) && over.cell.length === LONGEST, `${over.cell.length} units`);
});
