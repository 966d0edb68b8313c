// R10: no text has an effect in a spreadsheet, and every original text can be recovered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromSpreadsheetText, toSpreadsheetText } from '../../src/receiver/index.ts';
import { anyText, NAUGHTY } from './naughty-strings.ts';

/** The dangers of a cell in a spreadsheet, also for the parts into which another separator splits it. */
function dangersIn(cell: string): string[] {
  const dangers = cell.split(/[,;|"\t\r\n]/).flatMap((part) => {
    // Blanks and zero-width characters are removed first, because some programs trim them.
    const seen = part.replace(/^[\s\p{Cf}\ufe00-\ufe0f]+/u, '');
    return /^[=+\-@＝＋－＠]/u.test(seen) ? [`calculates ${JSON.stringify(part)}`] : [];
  });
  if (/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u.test(cell))
    dangers.push('hides something');
  if (/https?:\/\//i.test(cell)) dangers.push('links');
  if (/^ *[\d][\d ./:,]*(?:e[\d+]+)?$|^true$/i.test(cell)) dangers.push('becomes something else');
  return dangers;
}

const check = (text: string): void => {
  const cell = toSpreadsheetText(text);
  assert.deepEqual(dangersIn(cell), [], JSON.stringify([text, cell]));
  assert.equal(fromSpreadsheetText(cell), text);
};

test('naughty strings do nothing and come back', (t) => {
  t.diagnostic(`${NAUGHTY.length} strings`);
  assert.ok(NAUGHTY.length > 700);
  for (const text of NAUGHTY) check(text);
});

test('the dangers are real: as they are, hundreds of these strings would do something', (t) => {
  const dangerous = NAUGHTY.filter((text) => dangersIn(text).length > 0);
  t.diagnostic(`${dangerous.length} strings`);
  assert.ok(dangerous.length > 200);
});

test('any text does nothing and comes back', () => {
  fc.assert(fc.property(anyText(60), check), { numRuns: 8_000 });
});

test('two texts never become the same cell', () => {
  const cells = new Set(NAUGHTY.map(toSpreadsheetText));
  assert.equal(cells.size, new Set(NAUGHTY).size);
});

for (const [text, cell] of [
  ['Bonjour, « ceci » est l’adresse ; voilà.', 'Bonjour, « ceci » est l’adresse ; voilà.'],
  ['L1', 'L1'],
  ['2026-11-24T13:50:00Z', '2026-11-24T13:50:00Z'],
  ['3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11', '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11'],
  ['@pseudo', "'@pseudo"],
  ['=1+1', "'=1+1"],
  [' ＝1', "' ＝1"],
  ['a;=1', "a;'=1"],
  ["l'heure", "l'heure"],
  ["'tis", "''tis"],
  ['06 12 34 56 78', "'06 12 34 56 78"],
  ['17841400000000001', "'17841400000000001"],
  ['1/2', "'1/2"],
  ['2026-11-24', "'2026-11-24"],
  ['True', "'True"],
  ['truelove', 'truelove'],
  ['1E+5', "'1E+5"],
  ['12 euros', '12 euros'],
  ['a\nb', 'a⟨U+000A⟩b'],
  ['\u202efdp', '⟨U+202E⟩fdp'],
  ['\0\ud800', '⟨U+0000⟩⟨U+D800⟩'],
  ['https://a.example/b', 'hxxps://a.example/b'],
  ['HTTPS://a.example/b', 'HXXPS://a.example/b'],
  ['hxxps://a.example/b', 'h⟨U+0078⟩xps://a.example/b'],
  ['👨‍👩‍👧 ❤️ نمی‌خواهم', '👨‍👩‍👧 ❤️ نمی‌خواهم'],
] as const) {
  test(`${JSON.stringify(text)} is written ${JSON.stringify(cell)}`, () =>
    assert.equal(toSpreadsheetText(text), cell));
}

test('a long text costs no more than its length', () => {
  const startedAt = performance.now();
  for (const unit of [' ', ', ', '"', '0', 'h', '⟨', "'", ',\u00a0', 'hx', '1e'])
    check(unit.repeat(60_000 / unit.length));
  assert.ok(performance.now() - startedAt < 5_000);
});
