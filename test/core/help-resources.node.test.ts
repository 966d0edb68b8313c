// The help lines: sourced, read lately, named in every language, and never of another country.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATEGORIES } from '../../src/core/categories.ts';
import { childHelpline, emergencyNumbers, helpLine, helpLines } from '../../src/core/help-resources.ts';
import { rest as english } from '../../src/i18n/locales/en/rest.ts';
import { rest as french } from '../../src/i18n/locales/fr/rest.ts';

const DAY_MS = 86_400_000;
const MAX_AGE_DAYS = 180;

/** Identifiers of all lines, read in the module: a line that no category names has to be right as well. */
const source = readFileSync(new URL('../../src/core/help-resources.ts', import.meta.url), 'utf8');
const ids = [...new Set([...source.matchAll(/\bid: '(\w+)'/g)].map(([, id = '']) => id))];

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every code that a country could have; and none. */
const countries = [undefined, ...letters.flatMap((first) => letters.map((second) => first + second))];

const linesOf = (country?: string) => ids.flatMap((id) => helpLine(id, country) ?? []);
const allLines = countries.flatMap((country) => linesOf(country));

/** Every number that can show for a country. */
const numbersOf = (country?: string): string[] => [
  ...Object.values(emergencyNumbers(country) as object as Record<string, string>),
  childHelpline(country),
  ...linesOf(country).map(({ number }) => number),
  ...[undefined, ...CATEGORIES].flatMap((category) =>
    helpLines(category?.id, country).map(({ number }) => number),
  ),
];
const unique = (numbers: readonly string[]): string[] => [...new Set(numbers)].toSorted();

/** What is answered in every country of the European Union: emergencies, children, missing children. */
const EUROPEAN = ['112', '116 000', '116 111'];

test('every line names the page that it was read on', () => {
  assert.ok(ids.length >= 7);
  for (const line of allLines) {
    assert.equal(new URL(line.source).protocol, 'https:', line.id);
    assert.match(line.number, /^\d[\d ]*\d$/, line.id);
  }
});

test(`every line was read in the last ${MAX_AGE_DAYS} days`, () => {
  for (const { id, checkedOn } of allLines) {
    assert.match(checkedOn, /^\d{4}-\d\d-\d\d$/, id);
    const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
    assert.ok(age >= 0, `${id} was read in the future: ${checkedOn}`);
    assert.ok(age <= MAX_AGE_DAYS, `${id} was read ${Math.floor(age)} days ago: read its source again`);
  }
});

test('every line has a name in each language', () => {
  const names = [french, english].map((texts) =>
    Object.keys(texts)
      .filter((key) => /^help\.\d+$/.test(key))
      .map((key) => key.slice('help.'.length))
      .toSorted(),
  );
  assert.deepEqual(names, [ids.toSorted(), ids.toSorted()]);
});

test('opening hours are full hours of a day, in their order', () => {
  for (const { id, hours } of allLines) {
    if (hours === undefined || hours === 'always') continue;
    const { from, to } = hours;
    assert.ok(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= 24, id);
  }
});

test('without a country only the European numbers show', () => {
  assert.deepEqual(unique(numbersOf()), EUROPEAN);
});

test('no country but France shows a number of France', () => {
  const ofFrance = unique(numbersOf('FR')).filter((number) => !EUROPEAN.includes(number));
  assert.ok(ofFrance.includes('3018') && ofFrance.includes('17'));
  for (const country of countries) {
    if (country === 'FR') continue;
    assert.deepEqual(
      numbersOf(country).filter((number) => ofFrance.includes(number)),
      [],
      country,
    );
  }
});

test('a country is understood in small letters too', () => {
  assert.deepEqual(numbersOf('fr'), numbersOf('FR'));
});

test('in France every line that a category asks for exists, in the order in which it asks', () => {
  for (const { id, help } of CATEGORIES) {
    assert.ok(help.length > 0, id);
    assert.deepEqual(
      helpLines(id, 'FR').map((line) => line.id),
      [...help],
      id,
    );
  }
});

test('whatever was reported and wherever, there is somebody to talk to', () => {
  for (const country of countries) {
    for (const category of [undefined, ...CATEGORIES]) {
      assert.ok(helpLines(category?.id, country).length > 0, `${country} ${category?.id}`);
    }
  }
});
