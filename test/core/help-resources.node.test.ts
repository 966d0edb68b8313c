// The help lines: sourced, recently read, named in every language, from the right country, best match first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import type { Role } from '../../src/core/draft/types.ts';
import {
  answersNow,
  helpLines as choose,
  isAdultTarget,
  openFirst,
  type HelpNeed,
} from '../../src/core/help/choice.ts';
import { TERRITORY_CODES, zoneOverseas } from '../../src/core/help/overseas.ts';
import { COUNTRY_CODES, linesOf } from '../../src/core/help/abroad.ts';
import type { HelpResource } from '../../src/core/help/lines.ts';
import { QUESTIONS } from '../../src/core/draft/question-table.ts';
import { emergencyNumbers } from '../../src/core/help/numbers.ts';
import { HELP_SOURCES, NOTE_SOURCES } from '../../src/core/help/sources.ts';
import { isOpen } from '../../src/core/help/opening-hours.ts';
import { ACQUAINTANCES, AGE_BANDS, HARASSMENT_TARGETS } from '../../src/core/report/vocabulary.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };

/** By day in Paris: every line of France is open. */
const DAY = Date.parse('2026-11-26T11:00:00Z');
const helpLines = (need: HelpNeed, country?: string, now = DAY): readonly HelpResource[] =>
  choose(need, linesOf(country), now);
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
const nameOf = (need: HelpNeed): string => JSON.stringify(need);

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
  for (const { id, number, url, chat, name } of allLines) {
    assert.equal(Number(number !== undefined) + Number(url !== undefined), 1, id);
    if (name !== undefined) assert.match(name, /^\S.*\S$/, id);
    if (number !== undefined) assert.match(number, /^\d[\d ]*\d$/, id);
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
    // 112 needs no source: every mobile phone treats it as an emergency call.
    const emergency = emergencyIn(country).filter((number) => number in own);
    assert.deepEqual(
      emergencyIn(country).filter((number) => !emergency.includes(number) && number !== '112'),
      [],
      country,
    );
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

test('what is said of a line of France has a source of its own, which was read in the last year, and nothing else has', () => {
  const said = linesOf('FR').flatMap(({ id, notes = [], languages }) => {
    const names = [...notes, ...(languages ? ['languages'] : [])];
    return names.length > 0 ? [[id, names.toSorted()]] : [];
  });
  const sources = Object.entries(NOTE_SOURCES).map(([id, own]) => [id, Object.keys(own).toSorted()]);
  assert.deepEqual(Object.fromEntries(said), Object.fromEntries(sources));
  for (const own of Object.values(NOTE_SOURCES))
    for (const { source, checkedOn } of Object.values(own)) {
      assert.equal(new URL(source).protocol, 'https:');
      const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
      assert.ok(age >= 0 && age <= MAX_AGE_DAYS, `${source}: ${checkedOn}`);
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
  for (const code of ['GP', 'MQ', 'GF', 'RE', 'YT'])
    assert.deepEqual([numbersFor(code), numbersFor(code, true)], [numbersFor('FR'), numbersFor('FR', true)]);
  for (const code of ['BL', 'MF'])
    assert.deepEqual(
      [numbersFor(code), numbersFor(code, true)],
      [
        ['17', '112'],
        ['15', '112'],
      ],
      code,
    );
  assert.deepEqual([numbersFor('PM'), numbersFor('PM', true)], [['112'], ['15', '112']]);
  for (const code of ['NC', 'PF'])
    assert.deepEqual(
      [numbersFor(code), numbersFor(code, true)],
      [
        ['17', '112'],
        ['15', '112'],
      ],
      code,
    );
  assert.deepEqual([numbersFor('WF'), numbersFor('WF', true)], [['17', '112'], ['112']]);
});

test('every line has a name in each language', () => {
  for (const texts of [fr, en] as readonly Readonly<Record<string, string>>[]) {
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

test('no country but France and its territories shows a number or a site of France', () => {
  const ofFrance = unique(shownIn('FR')).filter((text) => !EUROPEAN.includes(text));
  assert.ok(ofFrance.includes('3018') && ofFrance.includes('17'));
  for (const country of countries) {
    if (country === 'FR' || TERRITORY_CODES.includes(country ?? '')) continue;
    assert.deepEqual(
      shownIn(country).filter((text) => ofFrance.includes(text)),
      [],
      country,
    );
  }
});

test('the French overseas territories have lines to call, for everybody, whatever was reported', () => {
  for (const country of ['GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM']) {
    assert.ok(
      linesOf(country).some(({ id }) => id === '119') && linesOf(country).some(({ id }) => id === '3114'),
    );
    for (const need of needs)
      assert.ok(
        helpLines(need, country).some(({ number }) => number),
        `${country} ${nameOf(need)}`,
      );
  }
});

test('the Pacific has lines of its own, what blocks an image, and no line of France but 119 in Polynesia', () => {
  const numbers = (country: string): string[] =>
    linesOf(country).flatMap(({ id, number }) => (number ? [`${id} ${number}`] : []));
  assert.deepEqual(numbers('NC'), ['child 05 44 44', 'listen 05 30 30', 'victims 05 11 11']);
  assert.deepEqual(numbers('PF'), ['listen 444 767', '119 119']);
  assert.deepEqual(numbers('WF'), []);
  assert.deepEqual(idsFor({ category: 'suicide_incitement' }, 'NC'), ['listen', 'child']);
  assert.deepEqual(idsFor({ category: 'suicide_incitement' }, 'PF'), ['listen']);
  assert.deepEqual(idsFor({ category: 'child_sexual_abuse' }, 'NC'), ['child']);
  const target: HelpNeed = { category: 'sexual_harassment', role: 'target' };
  assert.deepEqual(idsFor(target, 'NC'), ['takeitdown', 'stopncii', 'disrupt', 'victims', 'child']);
  assert.deepEqual(idsFor(target, 'PF'), ['119', 'takeitdown', 'stopncii', 'disrupt']);
  assert.deepEqual(idsFor(target, 'WF'), ['takeitdown', 'stopncii', 'disrupt']);
});

test('each territory has a time zone that there is, and no other country has', () => {
  assert.deepEqual(TERRITORY_CODES, 'GP MQ GF RE YT BL MF PM NC PF WF'.split(' '));
  for (const code of TERRITORY_CODES) {
    const zone = zoneOverseas(code);
    assert.equal(
      new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone.length > 3,
      true,
    );
    assert.notEqual(zone, undefined, code);
  }
  for (const code of ['', 'FR', 'DE', 'constructor']) assert.equal(zoneOverseas(code), undefined);
});

test('the countries to choose: France, its territories, and those that have lines or 112 alone', () => {
  assert.deepEqual(COUNTRY_CODES.slice(0, 12), ['FR', ...TERRITORY_CODES]);
  assert.deepEqual(unique(COUNTRY_CODES), COUNTRY_CODES.toSorted());
  const without = COUNTRY_CODES.filter((country) => linesOf(country).length === 0);
  assert.deepEqual(without, ['IS', 'NO']);
  const withLines = countries.filter((country) => linesOf(country).length > 0);
  assert.deepEqual(
    withLines.filter((country) => !COUNTRY_CODES.includes(country!)),
    [],
  );
});

test('a line that is its country’s own has its own name, or is named by its work', () => {
  const ofWork = (country: string, id: string): string | undefined => helpLine(id, country)?.name;
  assert.equal(ofWork('NC', 'listen'), 'SOS Écoute');
  assert.equal(ofWork('NC', 'victims'), 'SOS Violences');
  assert.equal(ofWork('NC', 'child'), undefined);
  assert.equal(ofWork('PF', 'listen'), 'SOS Suicide');
  for (const country of sourced)
    for (const id of ['hotline', 'online'])
      if (helpLine(id, country)) assert.ok(ofWork(country, id), `${country} ${id}`);
});

test('the lines abroad that answer day and night say so', () => {
  const always = sourced.flatMap((country) =>
    linesOf(country).flatMap(({ id, hours, zone }) =>
      hours === 'always' && zone === undefined ? [`${country} ${id}`] : [],
    ),
  );
  assert.deepEqual(always.filter((line) => !line.includes('missing')).toSorted(), [
    'BG child',
    'PF listen',
    'PL child',
  ]);
  for (const country of EUROPEAN_UNION.filter((code) => helpLine('missing', code)))
    assert.equal(helpLine('missing', country)?.hours, 'always', country);
});

test('a country is understood in small letters too', () => {
  for (const country of ['FR', 'DE', 'US'])
    assert.deepEqual(shownIn(country.toLowerCase()), shownIn(country), country);
});

const idsFor = (need: HelpNeed, country = 'FR', now = DAY): string[] =>
  helpLines(need, country, now).map(({ id }) => id);
const asMinor = { ageBand: '13_14' };

/** By category: for a witness, a minor, the targeted person, and a minor who is the targeted person. */
const ORDER: Readonly<Record<CategoryId, readonly (readonly string[])[]>> = {
  child_sexual_abuse: [
    ['3018', '119'],
    ['3018', '119'],
    ['3018', '119', 'takeitdown', 'stopncii', 'disrupt', '116006'],
    ['3018', '119', 'takeitdown', 'disrupt', '116006'],
  ],
  terrorism_bomb_making: [
    ['radicalisation', 'pharos'],
    ['119', '3018', 'radicalisation', 'pharos'],
    ['116006', 'radicalisation', 'pharos'],
    ['119', '3018', '116006', 'radicalisation', 'pharos'],
  ],
  hate_violence_discrimination: [
    ['3928', '116006', 'pharos'],
    ['3018', '3928', '116006', 'pharos'],
    ['cyber', '3928', '116006', 'pharos'],
    ['3018', 'cyber', '3928', '116006', 'pharos'],
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
    ['116006', 'rape', '3919', '119'],
    ['119', '116006', 'rape', '3919'],
  ],
  suicide_incitement: [
    ['3114', '3018', 'youth', 'pharos'],
    ['3114', 'youth', '119', '3018', 'pharos'],
    ['3114', '3018', 'youth', 'pharos'],
    ['3114', 'youth', '119', '3018', 'pharos'],
  ],
  sexual_harassment: [
    ['3018', '119', '3919'],
    ['3018', '119', 'takeitdown', '3919'],
    ['3018', '119', 'takeitdown', 'stopncii', 'police', '3919', 'disrupt'],
    ['3018', '119', 'takeitdown', 'police', '3919', 'disrupt'],
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

test('the three bands under age count as such', () => {
  for (const category of categories)
    for (const role of roles)
      for (const ageBand of MINORS as string[])
        assert.deepEqual(
          idsFor({ category, role, questions: { ageBand } }),
          ORDER[category][role === 'target' ? 3 : 1],
        );
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

test('blackmail brings what blocks an image, whoever reports it', () => {
  for (const category of ['child_sexual_abuse', 'sexual_harassment'] as const)
    for (const role of roles)
      assert.deepEqual(idsFor({ category, role, questions: { blackmail: 'yes' } }), ORDER[category][2], role);
});

test('an adult who is targeted gets France Victimes in the place of 119; an adult who saw it keeps 119', () => {
  const adult = { ageBand: 'adult' };
  assert.deepEqual(idsFor({ category: 'sexual_harassment', role: 'target', questions: adult }), [
    '3018',
    'takeitdown',
    'stopncii',
    'police',
    '3919',
    'disrupt',
    '116006',
  ]);
  assert.deepEqual(
    idsFor({ category: 'child_sexual_abuse', role: 'witness', questions: adult }),
    ORDER.child_sexual_abuse[0],
  );
});

/** Every value of the answers that choose lines. `role` and `ageBand` are asked in each category. */
const ANSWERS = {
  role: roles,
  ageBand: ageBands,
  known: [undefined, ...ACQUAINTANCES],
  target: [undefined, ...HARASSMENT_TARGETS],
  minorSuspected: [undefined, 'yes', 'no', 'unknown'],
  targetIsMinor: [undefined, 'yes', 'no', 'unknown'],
  blackmail: [undefined, 'yes', 'no'],
} as const;
type Told = { readonly [Name in keyof typeof ANSWERS]?: string | undefined };

/** Every combination of these answers. */
function combinations(names: readonly (keyof Told)[]): Told[] {
  const [name, ...others] = names;
  if (!name) return [{}];
  const rest = combinations(others);
  return ANSWERS[name].flatMap((value) => rest.map((told) => ({ ...told, [name]: value })));
}
/** Every combination of the answers that a form can get for a category. */
const toldOf = (category: CategoryId): Told[] =>
  combinations(
    (Object.keys(ANSWERS) as (keyof Told)[]).filter(
      (name) => name === 'role' || name === 'ageBand' || QUESTIONS[category].some(({ id }) => id === name),
    ),
  );
const needOf = (category: CategoryId, { role, ...questions }: Told): HelpNeed => ({
  category,
  role: role as Role | undefined,
  questions: Object.fromEntries(
    Object.entries(questions).filter(([, value]) => value !== undefined),
  ) as HelpNeed['questions'],
});

for (const category of categories) {
  test(`${category}: for every combination of answers, age and role only add lines, but for those made unfit`, () => {
    // Most combinations are compared with several others.
    const chosen = new Map<string, string[]>();
    const idsAfter = (told: Told): string[] => {
      const key = JSON.stringify(told);
      const ids = chosen.get(key) ?? idsFor(needOf(category, told));
      chosen.set(key, ids);
      return ids;
    };
    const lost = (fewer: Told, more: Told): string[] => {
      const after = idsAfter(more);
      return idsAfter(fewer).filter((id) => !after.includes(id));
    };
    const seen = new Set<string>();
    for (const told of toldOf(category)) {
      const ids = idsAfter(told);
      assert.ok(ids.length > 0 && ids.length <= 7, JSON.stringify(told));
      assert.equal(new Set(ids).size, ids.length, JSON.stringify(told));
      const { role, ageBand, known, target } = told;
      const isAdult = ageBand === 'adult' && told.minorSuspected !== 'yes' && told.targetIsMinor !== 'yes';
      const isTarget = role === 'target' || known === 'self' || target === 'me';
      for (const [name, value, mayLose] of [
        ['role', 'target', isAdult ? ['119'] : []],
        ['known', 'self', isAdult ? ['119'] : []],
        ['target', 'me', isAdult ? ['119'] : []],
        // With « yes », nobody is an adult any more: what an adult had besides may go.
        ['minorSuspected', 'yes', ['stopncii', ...(isAdult && isTarget ? ['116006'] : [])]],
        ['targetIsMinor', 'yes', ['stopncii', ...(isAdult && isTarget ? ['116006'] : [])]],
      ] as const) {
        const more = { ...told, [name]: value };
        const gone = lost(told, more).filter((id) => !(mayLose as readonly string[]).includes(id));
        assert.deepEqual(gone, [], `${JSON.stringify(told)} and ${name} = ${value}`);
      }
      if (ageBand === undefined)
        for (const band of AGE_BANDS) {
          const gone = lost(told, { ...told, ageBand: band });
          const may =
            band === 'adult' ? (isTarget ? ['119'] : []) : band === 'prefer_not_to_say' ? [] : ['stopncii'];
          assert.deepEqual(
            gone.filter((id) => !may.includes(id)),
            [],
            `${JSON.stringify(told)} and ${band}`,
          );
        }
      seen.add(ids.join());
    }
    assert.ok(seen.size > (category === 'unsure' ? 0 : 1));
  });
}

test('3018 stays for harassment and child abuse, whatever is answered; an unknown age brings both blocking tools', () => {
  for (const category of ['child_sexual_abuse', 'sexual_harassment'] as const)
    for (const told of toldOf(category)) {
      const ids = idsFor(needOf(category, told));
      assert.ok(ids.includes('3018'), JSON.stringify(told));
      const isTarget = told.role === 'target' || told.known === 'self' || told.target === 'me';
      const isUnknown = [told.ageBand, told.minorSuspected, told.targetIsMinor].every(
        (age) => age === undefined || age === 'unknown' || age === 'prefer_not_to_say',
      );
      if (isTarget && isUnknown)
        assert.ok(ids.includes('takeitdown') && ids.includes('stopncii'), JSON.stringify(told));
    }
});

/** At night in Paris, 3018 is closed. */
const NIGHT = Date.parse('2026-11-26T02:30:00Z');

test('a closed line is never first where an open one is offered', () => {
  const atNight = (need: HelpNeed): string[] => idsFor(need, 'FR', NIGHT);
  assert.deepEqual(atNight({ category: 'child_sexual_abuse' }), ['119', '3018']);
  assert.deepEqual(atNight({ category: 'sexual_harassment' }), ['119', '3018', '3919']);
  const adult = { category: 'sexual_harassment', role: 'target', questions: { ageBand: 'adult' } } as const;
  assert.deepEqual(atNight(adult).slice(0, 2), ['3919', '3018']);
  for (const category of categories)
    for (const told of toldOf(category)) {
      const lines = helpLines(needOf(category, told), 'FR', NIGHT);
      const isShut = (line: HelpResource | undefined): boolean =>
        !!line?.hours && line.hours !== 'always' && !isOpen(line.hours, NIGHT, line.zone);
      const isRinging = ({ number, hours }: HelpResource): boolean => !!number && hours === 'always';
      assert.ok(!isShut(lines[0]) || !lines.some(isRinging), JSON.stringify([category, told]));
      // The same lines as by day, in another order.
      assert.deepEqual(lines.map(({ id }) => id).toSorted(), idsFor(needOf(category, told)).toSorted());
    }
});

test('an open line comes before a closed one, and the others keep their order', () => {
  const line = (id: string, hours?: HelpResource['hours'], number?: string): HelpResource => ({
    id,
    number: number ?? id,
    hours,
    zone: 'Europe/Paris',
  });
  const shut = line('1', [1, 7, 9, 23]);
  const other = line('2', [1, 7, 8, 22]);
  const open = line('3', 'always');
  const untold = line('4');
  const order = (...lines: HelpResource[]): string =>
    openFirst(lines, NIGHT)
      .map(({ id }) => id)
      .join(' ');
  assert.equal(order(shut, other, untold, open), '3 1 2 4');
  assert.equal(order(other, open, shut), '3 2 1');
  // Without an open one, or where nobody knows whether the first one is.
  assert.equal(order(shut, other, untold), '1 2 4');
  assert.equal(order(untold, shut, open), '4 1 3');
  assert.equal(order(open, shut), '3 1');
  assert.equal(order(), '');
});

test('whether somebody answers is known of a number with hours', () => {
  assert.equal(answersNow({ id: 'a', number: '1', hours: 'always' }, NIGHT), true);
  assert.equal(
    answersNow({ id: 'a', number: '1', hours: [1, 7, 9, 23], zone: 'Europe/Paris' }, NIGHT),
    false,
  );
  assert.equal(answersNow({ id: 'a', number: '1', hours: [1, 7, 9, 23], zone: 'Europe/Paris' }, DAY), true);
  // Not of a number without hours, of hours without a zone, or of a site.
  assert.equal(answersNow({ id: 'a', number: '1' }, DAY), undefined);
  assert.equal(answersNow({ id: 'a', number: '1', hours: [1, 7, 9, 23] }, DAY), undefined);
  assert.equal(answersNow({ id: 'a', url: 'https://a.example', hours: 'always' }, DAY), undefined);
});

test('a targeted person is an adult who says so, and whom no answer says to be under age', () => {
  const isAdult = (questions?: HelpNeed['questions'], role?: Role): boolean =>
    isAdultTarget({ role, questions });
  assert.equal(isAdult({ ageBand: 'adult' }, 'target'), true);
  assert.equal(isAdult({ self: 'yes', underAge: 'no' }), true);
  assert.equal(isAdult(undefined, 'target'), false);
  assert.equal(isAdult({}, 'target'), false);
  assert.equal(isAdult({ ageBand: 'adult' }, 'witness'), false);
  assert.equal(isAdult({ underAge: 'prefer_not_to_say' }, 'target'), false);
  assert.equal(isAdult({ ageBand: '15_17' }, 'target'), false);
  for (const id of ['underAge', 'minorSuspected', 'targetIsMinor'])
    assert.equal(isAdult({ ageBand: 'adult', [id]: 'yes' }, 'target'), false, id);
});

test('by day, 3018 is first for harassment and child abuse', () => {
  for (const category of ['child_sexual_abuse', 'sexual_harassment'] as const)
    for (const told of toldOf(category))
      assert.equal(idsFor(needOf(category, told))[0], '3018', JSON.stringify(told));
});

test('nobody who reports is offered the line for adults who are attracted to children, in any country', () => {
  for (const country of sourced)
    for (const need of needs)
      for (const { id, number = '' } of helpLines(need, country))
        assert.ok(id !== 'stop' && !number.startsWith('0 806 23'), `${country} ${nameOf(need)}`);
});

test('nobody under age is offered StopNCII', () => {
  for (const need of needs) if (isMinor(need)) assert.ok(!idsFor(need).includes('stopncii'), nameOf(need));
});

test('in France and in the European Union there is somebody to talk to, whatever was reported', () => {
  for (const country of EUROPEAN_UNION)
    for (const need of needs)
      assert.ok(
        helpLines(need, country).some(({ number }) => number),
        `${country} ${nameOf(need)}`,
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
  assert.deepEqual(idsFor({ category: 'child_sexual_abuse' }, 'BG'), [
    'child',
    'missing',
    'online',
    'hotline',
  ]);
  assert.deepEqual(idsFor({ category: 'child_sexual_abuse', questions: asMinor }, 'BG'), [
    'child',
    'online',
    'missing',
    'hotline',
  ]);
  assert.deepEqual(idsFor({ category: 'shocking_content_minors' }, 'BG'), ['child', 'online', 'hotline']);
  assert.deepEqual(idsFor({ category: 'unsure' }, 'AT'), ['child', 'victims', 'hotline']);
  assert.deepEqual(idsFor({ category: 'suicide_incitement' }, 'EE'), ['child', 'hotline']);
  // A number that is wanted keeps the other ones away; without one, all are offered.
  assert.deepEqual(idsFor({ category: 'hate_violence_discrimination' }, 'EE'), ['victims', 'hotline']);
  assert.deepEqual(idsFor({ category: 'terrorism_bomb_making' }, 'EE'), [
    'child',
    'victims',
    'missing',
    'hotline',
  ]);
});
