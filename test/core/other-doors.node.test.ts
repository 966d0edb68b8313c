// Other services for matters outside this form: sourced, recently read, named in each language, in the right country.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOOR_SOURCES } from '../../src/core/help/sources.ts';
import { doorsOf } from '../../src/core/help/other-doors.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };

const DAY_MS = 86_400_000;
const MAX_AGE_DAYS = 365;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = letters.flatMap((first) => letters.map((second) => first + second));

/** Matters that belong elsewhere, with the service in France for each. */
const FRANCE = {
  scam: 'https://17cyber.gouv.fr',
  spam: '33700',
  insult: 'https://www.masecurite.interieur.gouv.fr',
  dispute: 'https://www.masecurite.interieur.gouv.fr',
  television: 'https://www.arcom.fr',
  crime: 'https://www.internet-signalement.gouv.fr',
  home: '119',
  thoughts: '0 806 23 10 63',
};

test('in France there is a door for each of them', () => {
  assert.deepEqual(
    Object.fromEntries(doorsOf('FR').map(({ id, number, url }) => [id, number ?? url])),
    FRANCE,
  );
  assert.deepEqual(doorsOf('fr'), doorsOf('FR'));
});

test('every door is a number or a site', () => {
  for (const { id, number, url } of countries.flatMap(doorsOf)) {
    assert.equal(Number(number !== undefined) + Number(url !== undefined), 1, id);
    if (number !== undefined) assert.match(number, /^\d[\d ]*\d$/, id);
    if (url) assert.equal(new URL(url).protocol, 'https:', id);
  }
});

test('every door has a source for its country, and every source its door; without sources there is none', () => {
  assert.deepEqual(doorsOf(), []);
  for (const country of countries)
    assert.deepEqual(
      doorsOf(country)
        .map(({ id }) => id)
        .toSorted(),
      Object.keys(DOOR_SOURCES[country] ?? {}).toSorted(),
      country,
    );
});

test(`every door was read in the last ${MAX_AGE_DAYS} days, on a page`, () => {
  for (const own of Object.values(DOOR_SOURCES))
    for (const [id, { source, checkedOn }] of Object.entries(own)) {
      assert.match(new URL(source).protocol, /^https?:$/, id);
      assert.match(checkedOn, /^\d{4}-\d\d-\d\d$/, id);
      const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
      assert.ok(age >= 0 && age <= MAX_AGE_DAYS, `${id} was read ${Math.floor(age)} days ago: read it again`);
    }
});

test('every door has words in each language', () => {
  for (const texts of [fr, en] as readonly Readonly<Record<string, string>>[])
    for (const { id } of countries.flatMap(doorsOf)) assert.ok(texts[`door.${id}`], id);
});

test('a site has its name; a number says how and when it is reached', () => {
  const doors = doorsOf('FR');
  assert.deepEqual(
    doors.flatMap(({ name, url }) => (url ? [name] : [])),
    ['17Cyber', 'Ma Sécurité', 'Ma Sécurité', 'Arcom', 'PHAROS'],
  );
  assert.deepEqual(
    doors.filter(({ isText }) => isText).map(({ id }) => id),
    ['spam'],
  );
  assert.deepEqual(
    doors.flatMap(({ id, hours, zone }) => (hours ? [[id, hours, zone]] : [])),
    [
      ['home', 'always', undefined],
      ['thoughts', [1, 5, 9, 17], 'Europe/Paris'],
    ],
  );
});

test('only the line for adults who are attracted to children waits for an adult who asks', () => {
  const asked = countries.flatMap(doorsOf).filter(({ isAsked }) => isAsked);
  assert.deepEqual(
    asked.map(({ id }) => id),
    ['thoughts'],
  );
});
