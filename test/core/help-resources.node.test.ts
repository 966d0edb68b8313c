// The help lines: sourced, recently read, named in every language, from the right country, best match first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import type { Role } from '../../src/core/draft/types.ts';
import { helpLines as choose, type HelpNeed } from '../../src/core/help/choice.ts';
import { linesOf } from '../../src/core/help/abroad.ts';
import type { HelpResource } from '../../src/core/help/lines.ts';
import { emergencyNumbers } from '../../src/core/help/numbers.ts';
import { HELP_SOURCES } from '../../src/core/help/sources.ts';
import { AGE_BANDS } from '../../src/core/report/vocabulary.ts';
import { later as enLater } from '../../src/i18n/locales/en/later.ts';
import { later as frLater } from '../../src/i18n/locales/fr/later.ts';

const helpLines = (need: HelpNeed, country?: string): readonly HelpResource[] =>
  choose(need, linesOf(country));
const helpLine = (id: string, country?: string): HelpResource | undefined =>
  linesOf(country).find((line) => line.id === id);

const DAY_MS = 86_400_000;
const MAX_AGE_DAYS = 365;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every possible country code, and none. */
const countries = [undefined, ...letters.flatMap((first) => letters.map((second) => first + second))];
const EUROPEAN_UNION =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Countries with help lines of their own. */
const sourced = Object.keys(HELP_SOURCES);
const allLines = [...new Set(countries.flatMap((country) => linesOf(country)))];
const categories = CATEGORIES.map(({ id }) => id);
const roles: readonly (Role | undefined)[] = [undefined, 'witness', 'target', 'other', 'none'];
const ageBands = [undefined, ...AGE_BANDS];
const MINORS: readonly unknown[] = ['under_13', '13_14', '15_17'];
const isMinor = ({ questions }: HelpNeed): boolean => MINORS.includes(questions?.['ageBand']);

/** Every kind of person who may need help. */
const needs: readonly HelpNeed[] = [
  {},
  ...categories.flatMap((category) =>
    roles.flatMap((role) =>
      ageBands.map((ageBand) => ({ category, role, questions: ageBand ? { ageBand } : {} })),
    ),
  ),
];
const told = (need: HelpNeed): string => JSON.stringify(need);

const numbersFor = (country?: string, isLifeAtRisk?: boolean): string[] =>
  emergencyNumbers(country, isLifeAtRisk).map(({ number }) => number);
/** Every emergency number that the form can show for a country. */
const emergencyIn = (country?: string): string[] =>
  unique([...numbersFor(country), ...numbersFor(country, true)]);
/** Every number and site that the form can show for a country. */
const shownIn = (country?: string): string[] => [
  ...emergencyIn(country),
  ...needs.flatMap((need) => helpLines(need, country).map(({ number, url }) => number ?? url ?? '')),
  ...linesOf(country).map(({ number, url }) => number ?? url ?? ''),
];
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();

/** Numbers reserved across the European Union; some member states do not answer them all. */
const EUROPEAN = ['112', '116 000', '116 006', '116 111'];

test('every line is a number or a site', () => {
  assert.ok(allLines.length >= 18);
  const isSite = (address: string, id: string): void => assert.equal(new URL(address).protocol, 'https:', id);
  for (const { id, number, url, chat } of allLines) {
    assert.equal(Number(number !== undefined) + Number(url !== undefined), 1, id);
    if (number) assert.match(number, /^\d[\d ]*\d$/, id);
    for (const address of [url, chat]) if (address) isSite(address, id);
  }
});

test('no line stands there twice', () => {
  for (const country of sourced) {
    const ids = linesOf(country).map(({ id }) => id);
    assert.deepEqual(unique(ids), ids.toSorted());
  }
});

test('every number and line of a country has a source for that country, and every source has its line', () => {
  for (const country of countries) {
    const own = HELP_SOURCES[country ?? ''] ?? {};
    // Without a source, 112: every mobile phone treats it as an emergency call.
    const emergency = emergencyIn(country).filter((number) => number in own);
    if (emergency.length === 0) assert.deepEqual(emergencyIn(country), ['112'], country);
    else assert.deepEqual(emergency, emergencyIn(country), country);
    const ids = linesOf(country).map(({ id }) => id);
    assert.deepEqual(unique([...emergency, ...ids]), Object.keys(own).toSorted(), country);
  }
});

test('every source is the address of a page', () => {
  for (const [country, own] of Object.entries(HELP_SOURCES))
    for (const [id, { source }] of Object.entries(own))
      assert.match(new URL(source).protocol, /^https?:$/, `${country} ${id}`);
});

test(`every line was read in the last ${MAX_AGE_DAYS} days`, () => {
  for (const [country, own] of Object.entries(HELP_SOURCES)) {
    for (const [id, { checkedOn }] of Object.entries(own)) {
      const line = `${country} ${id}`;
      assert.match(checkedOn, /^\d{4}-\d\d-\d\d$/, line);
      const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
      assert.ok(age >= 0, `${line} was read in the future: ${checkedOn}`);
      assert.ok(age <= MAX_AGE_DAYS, `${line} was read ${Math.floor(age)} days ago: read its source again`);
    }
  }
});

test('a European number is shown only in countries where it answers', () => {
  const statesWith = (number: string): string =>
    sourced
      .filter((code) => shownIn(code).includes(number))
      .toSorted()
      .join(' ');
  assert.equal(statesWith('116 111'), 'BG EE GR LV PL PT');
  assert.equal(statesWith('116 006'), 'AT CZ DE DK EE FI FR HR IE LV NL PT SE');
  for (const code of ['NO', 'IS', 'US', 'CA']) assert.ok(!shownIn(code).includes('116 000'), code);
});

test('the emergency numbers of countries in which 112 alone is not the answer', () => {
  assert.deepEqual(numbersFor('FR'), ['17', '112', '114']);
  assert.deepEqual(numbersFor('FR', true), ['15', '112', '114']);
  assert.deepEqual(numbersFor('GB'), ['999']);
  assert.deepEqual(numbersFor('US', true), ['911']);
  assert.deepEqual(numbersFor('CA'), ['911']);
  for (const code of [undefined, ...EUROPEAN_UNION, 'NO', 'IS', 'CH', 'UA', 'XX'])
    if (code !== 'FR') assert.deepEqual(numbersFor(code, true), ['112'], code);
});

test('every line has a name in each language', () => {
  for (const texts of [frLater, enLater] as readonly Readonly<Record<string, string>>[]) {
    for (const { id } of allLines) assert.ok(texts[`help.${id}`], id);
  }
});

test('opening hours are full hours of a day, of days in their order, in a zone that there is', () => {
  for (const { id, hours, zone } of allLines) {
    if (hours === undefined || hours === 'always') continue;
    const [first, last, from, to] = hours;
    assert.ok(zone && Intl.supportedValuesOf('timeZone').includes(zone), id);
    assert.ok(hours.every(Number.isInteger) && 0 <= from && from < to && to <= 24, id);
    assert.ok(1 <= first && first <= last && last <= 7, id);
  }
});

test('the hours of the lines of France, on its own clock', () => {
  const shown = linesOf('FR').flatMap(({ id, hours, zone }) => (hours ? [[id, hours, zone]] : []));
  assert.deepEqual(shown, [
    ['3018', [1, 7, 9, 23], 'Europe/Paris'],
    ['119', 'always', 'Europe/Paris'],
    ['3114', 'always', 'Europe/Paris'],
    ['3919', 'always', 'Europe/Paris'],
    ['radicalisation', [1, 5, 9, 18], 'Europe/Paris'],
    ['rape', [1, 5, 10, 19], 'Europe/Paris'],
    ['youth', [1, 7, 9, 23], 'Europe/Paris'],
  ]);
});

test('a country has one line for children at most, by which the notices know it', () => {
  for (const country of countries)
    assert.ok(linesOf(country).filter(({ id }) => ['119', 'child'].includes(id)).length < 2, country);
});

test('the numbers of France', () => {
  const numbers = linesOf('FR').flatMap(({ number = [] }) => number);
  assert.deepEqual(numbers.toSorted(), [
    '0 800 005 696',
    '0 800 05 95 95',
    '0 800 235 236',
    '116 006',
    '119',
    '3018',
    '3114',
    '39 28',
    '3919',
  ]);
});

test('hours that no source confirmed are not told', () => {
  for (const id of ['116006', '3928']) assert.equal(helpLine(id, 'FR')?.hours, undefined, id);
});

test('without a country, and in one without sources, 112 alone shows', () => {
  for (const country of countries)
    if (!sourced.includes(country ?? '')) assert.deepEqual(unique(shownIn(country)), ['112'], country);
});

test('no country but France shows a number or a site of France', () => {
  const ofFrance = unique(shownIn('FR')).filter((text) => !EUROPEAN.includes(text));
  assert.ok(ofFrance.includes('3018') && ofFrance.includes('17'));
  for (const country of countries) {
    if (country === 'FR') continue;
    assert.deepEqual(
      shownIn(country).filter((text) => ofFrance.includes(text)),
      [],
      country,
    );
  }
});

test('a country is understood in small letters too', () => {
  for (const country of ['FR', 'DE', 'US'])
    assert.deepEqual(shownIn(country.toLowerCase()), shownIn(country), country);
});

const idsFor = (need: HelpNeed, country = 'FR'): string[] => helpLines(need, country).map(({ id }) => id);
const asMinor = { ageBand: '13_14' };

/** By category: for a witness, a minor, the targeted person, and a minor who is the targeted person. */
const ORDER: Readonly<Record<CategoryId, readonly (readonly string[])[]>> = {
  child_sexual_abuse: [
    ['119', '3018'],
    ['3018', '119'],
    ['119', '116006', 'takeitdown', 'disrupt'],
    ['3018', '119', '116006', 'takeitdown'],
  ],
  terrorism_bomb_making: [
    ['radicalisation', 'pharos'],
    ['119', '3018', 'radicalisation', 'pharos'],
    ['116006', 'radicalisation', 'pharos'],
    ['119', '3018', '116006', 'radicalisation'],
  ],
  hate_violence_discrimination: [
    ['3928', '116006', 'pharos'],
    ['3018', '3928', '116006', 'pharos'],
    ['cyber', '3928', '116006', 'pharos'],
    ['3018', 'cyber', '3928', '116006'],
  ],
  crimes_against_humanity: [
    ['3928', 'pharos'],
    ['3018', '3928', 'pharos'],
    ['116006', '3928', 'pharos'],
    ['3018', '116006', '3928', 'pharos'],
  ],
  shocking_content_minors: [
    ['3018', '119', 'youth'],
    ['3018', 'youth', '119'],
    ['3018', '119', 'youth'],
    ['3018', 'youth', '119'],
  ],
  procuring: [
    ['116006', '3919', '119'],
    ['119', '116006', '3919'],
    ['116006', '3919', '119'],
    ['119', '116006', '3919'],
  ],
  suicide_incitement: [
    ['3114', '3018', 'youth', 'pharos'],
    ['3114', 'youth', '119', '3018'],
    ['3114', '3018', 'youth', 'pharos'],
    ['3114', 'youth', '119', '3018'],
  ],
  sexual_harassment: [
    ['3018', '3919', 'rape', '116006'],
    ['3018', '119', 'takeitdown', '3919'],
    ['police', '3919', 'stopncii', 'disrupt'],
    ['3018', '119', 'takeitdown', 'police'],
  ],
  unsure: [
    ['3018', '119', '116006'],
    ['3018', '119', '116006'],
    ['3018', '119', '116006'],
    ['3018', '119', '116006'],
  ],
};

for (const category of categories) {
  test(`${category}: the most fitting lines first, by role and age`, () => {
    assert.deepEqual(
      [
        idsFor({ category }),
        idsFor({ category, questions: asMinor }),
        idsFor({ category, role: 'target' }),
        idsFor({ category, role: 'target', questions: asMinor }),
      ],
      ORDER[category],
    );
  });
}

test('the three bands under age count as such, and the others change nothing', () => {
  for (const need of needs) {
    if (!need.category) continue;
    const [plain, minor, target, both] = ORDER[need.category];
    const isTarget = need.role === 'target';
    const expected = isMinor(need) && isTarget ? both : isMinor(need) ? minor : isTarget ? target : plain;
    assert.deepEqual(idsFor(need), expected, told(need));
  }
});

test('a minor who is suspected or targeted brings the lines for minors first', () => {
  const suspected = { minorSuspected: 'yes' };
  assert.equal(idsFor({ category: 'procuring', questions: suspected })[0], '119');
  assert.equal(idsFor({ category: 'procuring', questions: { minorSuspected: 'no' } })[0], '116006');
  assert.deepEqual(
    idsFor({ category: 'sexual_harassment', questions: { targetIsMinor: 'yes' } }),
    ORDER.sexual_harassment[1],
  );
});

test('who says to be in the picture, or to be the target, is the person targeted', () => {
  assert.deepEqual(
    idsFor({ category: 'child_sexual_abuse', questions: { known: 'self' } }),
    ORDER.child_sexual_abuse[2],
  );
  assert.deepEqual(
    idsFor({ category: 'sexual_harassment', questions: { target: 'me' } }),
    ORDER.sexual_harassment[2],
  );
});

test('four lines at most, none of them twice', () => {
  for (const need of needs) {
    const ids = idsFor(need);
    assert.ok(ids.length <= 4, told(need));
    assert.equal(new Set(ids).size, ids.length, told(need));
  }
});

test('nobody who reports is offered the line for adults who are attracted to children, in any country', () => {
  for (const country of sourced)
    for (const need of needs)
      for (const { id, number = '' } of helpLines(need, country))
        assert.ok(id !== 'stop' && !number.startsWith('0 806 23'), `${country} ${told(need)}`);
});

test('nobody under age is offered StopNCII', () => {
  for (const need of needs) if (isMinor(need)) assert.ok(!idsFor(need).includes('stopncii'), told(need));
});

test('in France and in the European Union there is somebody to talk to, whatever was reported', () => {
  for (const country of EUROPEAN_UNION)
    for (const need of needs)
      assert.ok(
        helpLines(need, country).some(({ number }) => number),
        `${country} ${told(need)}`,
      );
});

test('every line of France is one that somebody is offered', () => {
  const offered = new Set<HelpResource>(needs.flatMap((need) => helpLines(need, 'FR')));
  const unused = linesOf('FR').filter((line) => !offered.has(line));
  assert.deepEqual(
    unused.map(({ id }) => id),
    [],
  );
});

test('outside France too, the most fitting lines come first, and the hotline last', () => {
  assert.deepEqual(idsFor({ category: 'child_sexual_abuse' }, 'EE'), ['child', 'missing', 'hotline']);
  assert.deepEqual(idsFor({ category: 'procuring', role: 'target' }, 'EE'), [
    'victims',
    'child',
    'missing',
    'hotline',
  ]);
  assert.deepEqual(idsFor({ category: 'sexual_harassment', questions: asMinor }, 'BG'), [
    'child',
    'online',
    'hotline',
  ]);
  assert.deepEqual(idsFor({ category: 'hate_violence_discrimination' }, 'BE'), ['missing', 'hotline']);
  assert.deepEqual(idsFor({}, 'US'), ['hotline']);
});
