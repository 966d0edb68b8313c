// The ways to an aim: each has a recent source, words in every language, and suits the reader's age and category.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayLack, textsOf, TRANSLATED } from '../../.build/messages/texts.ts';
import { COUNTRY_CODES, linesOf } from '../../src/core/help/abroad.ts';
import { PROOF_SOURCES, STEP_SOURCES, WAY_SOURCES } from '../../src/core/help/aims-sources.ts';
import { type Way, waysToComplain, waysToRemove } from '../../src/core/help/aims.ts';
import { helpLines, type HelpNeed, isToTalk } from '../../src/core/help/choice.ts';
import { canComplainIn } from '../../src/core/help/lines.ts';
import { waysOfProfessionals } from '../../src/core/help/professionals.ts';
import { proofOf } from '../../src/core/help/proof.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { AGE_BANDS, HARASSMENT_TARGETS } from '../../src/core/report/vocabulary.ts';

const DAY_MS = 86_400_000;
const MAX_AGE_DAYS = 365;
const DAY = Date.parse('2026-11-26T11:00:00Z');

/** Every country that can be chosen, one that is not listed, and none. */
const COUNTRIES = [...COUNTRY_CODES, 'JP', undefined];

const MINORS: readonly unknown[] = ['under_13', '13_14', '15_17'];
const YES_NO = ['yes', 'no', 'unknown', undefined] as const;

/** Every kind of person who may look for a way. */
const NEEDS: readonly HelpNeed[] = [
  {},
  ...[...CATEGORIES.map(({ id }) => id), undefined].flatMap((category) =>
    (['target', 'witness', 'other', 'none', undefined] as const).flatMap((role) =>
      [...AGE_BANDS, undefined].flatMap((ageBand) =>
        YES_NO.flatMap((targetIsMinor) =>
          (['yes', undefined] as const).map((blackmail) => ({
            category,
            role,
            questions: {
              ...(ageBand && { ageBand }),
              ...(targetIsMinor && { targetIsMinor }),
              ...(blackmail && { blackmail }),
            },
          })),
        ),
      ),
    ),
  ),
];

const isMinor = ({ questions = {} }: HelpNeed): boolean =>
  MINORS.includes(questions['ageBand']) || questions['targetIsMinor'] === 'yes';
const isAdult = (need: HelpNeed): boolean =>
  !isMinor(need) &&
  ((need.role === 'target' && need.questions?.['ageBand'] === 'adult') ||
    need.questions?.['targetIsMinor'] === 'no');

const toRemove = (need: HelpNeed, country?: string): readonly Way[] =>
  waysToRemove(need, country, linesOf(country));
const toComplain = (need: HelpNeed, country?: string): readonly Way[] =>
  waysToComplain(need, country, linesOf(country));
const forWork = (need: HelpNeed, country?: string): readonly Way[] =>
  waysOfProfessionals(need, country, linesOf(country));
const idsOf = (ways: readonly Way[]): string[] => ways.map(({ id }) => id);

/** Calls a test with every person in every country. */
function inAll(check: (need: HelpNeed, country: string | undefined) => void): void {
  for (const country of COUNTRIES) for (const need of NEEDS) check(need, country);
}
const said = (need: HelpNeed, country?: string): string => `${country} ${JSON.stringify(need)}`;

/** The ways that anybody sees anywhere, each once. */
const ALL = [
  ...new Map(
    COUNTRIES.flatMap((country) =>
      NEEDS.flatMap((need) => [
        ...toRemove(need, country),
        ...(canComplainIn(country) ? [...toComplain(need, country), ...forWork(need, country)] : []),
      ]),
    ).map((way) => [JSON.stringify(way), way]),
  ).values(),
];

test('each way and each sentence has a source, which was read in the last year, and nothing else has', () => {
  const sortedSet = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();
  assert.deepEqual(sortedSet(idsOf(ALL)), Object.keys(WAY_SOURCES).toSorted());
  assert.deepEqual(sortedSet(ALL.flatMap(({ steps }) => steps)), Object.keys(STEP_SOURCES).toSorted());
  for (const [id, { source, checkedOn }] of [
    ...Object.entries(WAY_SOURCES),
    ...Object.entries(STEP_SOURCES),
    ...Object.entries(PROOF_SOURCES).flatMap(([category, all]) => all.map((one) => [category, one] as const)),
  ]) {
    assert.match(new URL(source).protocol, /^https?:$/, id);
    assert.match(checkedOn, /^\d{4}-\d\d-\d\d$/, id);
    const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
    assert.ok(age >= 0, `${id} was read in the future: ${checkedOn}`);
    assert.ok(age <= MAX_AGE_DAYS, `${id} was read ${Math.floor(age)} days ago: read its source again`);
  }
});

test('each way has a name and two sentences in every language, three of the cell alone, and a secure site at most', () => {
  for (const tag of ['fr', ...TRANSLATED]) {
    const texts = textsOf(tag);
    const has = (key: string): boolean => Boolean(texts[key]) || mayLack(tag, key);
    for (const { id, line, steps } of ALL) {
      assert.ok(has(line ? `help.${line.id}` : `aim.${id}`), `${tag} ${id}`);
      assert.equal(new Set(steps).size, steps.length, id);
      assert.ok(steps.length === 2 || id === 'crip', id);
      for (const step of steps) assert.ok(has(`aim.${step}`), `${tag} ${step}`);
    }
  }
  for (const { id, line, url = line?.url } of ALL) {
    if (['platform', 'crip', 'prosecutor'].includes(id)) assert.equal(url, undefined);
    else assert.equal(new URL(url!).protocol, 'https:', id);
  }
});

test('no door is without a way, and no way stands there twice', () => {
  inAll((need, country) => {
    for (const ways of [
      toRemove(need, country),
      ...(canComplainIn(country) ? [toComplain(need, country)] : []),
    ]) {
      assert.ok(ways.length > 0 && ways.length <= 5, said(need, country));
      assert.equal(new Set(idsOf(ways)).size, ways.length, said(need, country));
    }
  });
});

test('StopNCII is never for a minor, nor for an image of one', () => {
  inAll((need, country) => {
    const has = idsOf(toRemove(need, country)).includes('stopncii');
    if (isMinor(need) || need.category === 'child_sexual_abuse')
      assert.equal(has, false, said(need, country));
  });
});

test('Take It Down is never for an adult, unless the image was taken before they were one', () => {
  inAll((need, country) => {
    const has = idsOf(toRemove(need, country)).includes('takeitdown');
    if (need.category === 'child_sexual_abuse') assert.equal(has, true, said(need, country));
    else if (isAdult(need)) assert.equal(has, false, said(need, country));
    else if (need.category === 'sexual_harassment') assert.equal(has, true, said(need, country));
  });
});

test('who does not say an age gets the blocking services of both ages, all over the world', () => {
  for (const country of COUNTRIES)
    assert.deepEqual(idsOf(toRemove({ category: 'sexual_harassment' }, country)).slice(0, 2), [
      'takeitdown',
      'stopncii',
    ]);
});

test('nobody is sent back to an image of abuse', () => {
  inAll((need, country) => {
    if (need.category === 'child_sexual_abuse')
      assert.ok(!idsOf(toRemove(need, country)).includes('platform'), said(need, country));
  });
});

test('search results are removed for a name where the law of the Union and the French authority are there, and never of an image of abuse', () => {
  inAll((need, country) => {
    const { category = 'unsure' } = need;
    const isFound = ['hate_violence_discrimination', 'sexual_harassment', 'unsure'].includes(category);
    const has = idsOf(toRemove(need, country)).includes('search');
    const isThere = /^(?:FR|GP|GF|MQ|YT|RE|MF)$/.test(`${country}`);
    assert.equal(has, isFound && isThere, said(need, country));
  });
});

test('a platform owes an answer in the European Union alone', () => {
  const second = (country?: string): string =>
    toRemove({}, country).find(({ id }) => id === 'platform')!.steps[1];
  for (const country of ['FR', 'fr', 'DE', 'RE', 'MF']) assert.equal(second(country), 'platform.2', country);
  for (const country of ['GB', 'US', 'CH', 'NO', 'PM', 'BL', 'JP', undefined])
    assert.equal(second(country), 'platform.3', country);
});

test('nobody is told to copy an image that may be of a minor, before a report or after it', () => {
  inAll((need, country) => {
    const isLawful =
      ['hate_violence_discrimination', 'crimes_against_humanity'].includes(`${need.category}`) ||
      (need.category === 'sexual_harassment' && isAdult(need));
    assert.equal(proofOf(need), isLawful ? 'screen' : 'facts', said(need));
    if (!canComplainIn(country)) return;
    const station = toComplain(need, country).find(({ id }) => id === 'station');
    assert.equal(station!.steps[1], isLawful ? 'bring.screens' : 'bring', said(need, country));
    assert.equal(station!.steps[0], isMinor(need) ? 'station.minor' : 'station.1', said(need, country));
  });
});

test('a complaint online about blackmail is for an adult in France', () => {
  inAll((need, country) => {
    if (!idsOf(toComplain(need, country)).includes('thesee')) return;
    assert.equal(country, 'FR');
    assert.ok(isAdult(need) && need.questions?.['blackmail'] === 'yes', said(need, country));
  });
  const adult = { category: 'sexual_harassment', role: 'target' } as const;
  assert.ok(
    idsOf(toComplain({ ...adult, questions: { blackmail: 'yes', ageBand: 'adult' } }, 'FR')).includes(
      'thesee',
    ),
  );
  // The service takes blackmail by somebody whom the person never met.
  for (const [authorKnown, isOffered] of [
    ['yes', false],
    ['no', true],
    ['unknown', true],
  ] as const) {
    const questions = { blackmail: 'yes', ageBand: 'adult', authorKnown };
    assert.equal(idsOf(toComplain({ ...adult, questions }, 'FR')).includes('thesee'), isOffered, authorKnown);
  }
});

test('the police hear first of a crime against everybody from who saw it, and of a complaint from who is targeted', () => {
  const first = (need: HelpNeed): string | undefined => idsOf(toComplain(need, 'FR'))[0];
  for (const category of ['terrorism_bomb_making', 'hate_violence_discrimination'] as const) {
    assert.equal(first({ category }), 'pharos');
    assert.equal(first({ category, role: 'target' }), 'station');
  }
  for (const category of ['sexual_harassment', 'child_sexual_abuse', 'unsure'] as const)
    assert.equal(first({ category }), 'station');
});

test('a way of the police stands where the country’s lines have it', () => {
  inAll((need, country) => {
    for (const id of ['police', 'cyber', 'pharos'])
      if (idsOf(toComplain(need, country)).includes(id))
        assert.ok(
          linesOf(country).some((line) => line.id === id),
          said(need, country),
        );
  });
});

test('lines to talk to never take reports, and no line of the help is lost between the three aims', () => {
  inAll((need, country) => {
    const lines = linesOf(country);
    const talk = helpLines(need, lines, DAY).filter(isToTalk);
    for (const { id } of talk)
      assert.doesNotMatch(
        id,
        /^(?:takeitdown|stopncii|disrupt|police|cyber|pharos|hotline)$/,
        said(need, country),
      );
    const hotline = lines.find(({ id }) => id === 'hotline');
    if (hotline) assert.ok(idsOf(toRemove(need, country)).includes('hotline'), said(need, country));
    // No source confirms a telephone line of Wallis and Futuna.
    if (canComplainIn(country) && country !== 'WF')
      assert.ok(
        talk.some(({ number }) => number),
        said(need, country),
      );
  });
});

test('every way of somebody who is targeted stands for who answered nothing, or was made unfit by an answer', () => {
  for (const target of HARASSMENT_TARGETS) {
    const need: HelpNeed = { category: 'sexual_harassment', questions: { target } };
    assert.deepEqual(idsOf(toRemove(need, 'FR')), [
      'takeitdown',
      'stopncii',
      'disrupt',
      'platform',
      'search',
    ]);
    assert.deepEqual(idsOf(toComplain(need, 'FR')), ['station', 'police']);
  }
});
