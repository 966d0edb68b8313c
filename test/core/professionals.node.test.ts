// The ways and duties of those who report for their work: for minors, where a source knows the cell, each with a recent source.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COUNTRY_CODES, linesOf } from '../../src/core/help/abroad.ts';
import { CELL_SOURCES, DUTY_SOURCES } from '../../src/core/help/aims-sources.ts';
import { type Way, waysToComplain } from '../../src/core/help/aims.ts';
import type { HelpNeed } from '../../src/core/help/choice.ts';
import { dutiesOf, waysOfProfessionals } from '../../src/core/help/professionals.ts';
import { isProfessional } from '../../src/core/draft/professional.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };

const DAY_MS = 86_400_000;
const MAX_AGE_DAYS = 365;

const waysIn = (need: HelpNeed, country?: string): readonly Way[] =>
  waysOfProfessionals(need, country, linesOf(country));
const idsOf = (ways: readonly Way[]): string[] => ways.map(({ id }) => id);

const WITH_CELL = Object.keys(CELL_SOURCES);
const ADULT: HelpNeed = {
  category: 'sexual_harassment',
  role: 'professional',
  questions: { targetIsMinor: 'no' },
};

test('two roles are those of a profession', () => {
  const all = ['witness', 'target', 'other', 'none', 'child_protection', 'professional', undefined] as const;
  assert.deepEqual(all.filter(isProfessional), ['child_protection', 'professional']);
});

test('the cell and the prosecutor come first, where a source knows the cell, and then the ways of everybody', () => {
  for (const country of [...COUNTRY_CODES, 'JP', undefined])
    for (const category of [...CATEGORIES.map(({ id }) => id), undefined]) {
      const need = { category, role: 'child_protection' } as const;
      const others = idsOf(waysToComplain(need, country, linesOf(country)));
      const own = WITH_CELL.includes(`${country}`) ? ['crip', 'prosecutor'] : [];
      assert.deepEqual(idsOf(waysIn(need, country)), [...own, ...others], `${country} ${category}`);
    }
  assert.deepEqual(idsOf(waysIn({}, 'fr')).slice(0, 2), ['crip', 'prosecutor']);
});

test('nobody tells the cell of a known adult, nor is told the duties about minors', () => {
  assert.deepEqual(idsOf(waysIn(ADULT, 'FR')), idsOf(waysToComplain(ADULT, 'FR', linesOf('FR'))));
  assert.deepEqual(
    dutiesOf(ADULT, 'FR').map(({ id }) => id),
    ['public'],
  );
  // A known minor, and somebody of unknown age.
  for (const questions of [{ targetIsMinor: 'yes' }, {}] as const)
    assert.deepEqual(
      dutiesOf({ ...ADULT, questions }, 'FR').map(({ id }) => id),
      ['public', 'secret', 'all'],
    );
});

test('the number beside the cell is that of the country’s line for children, and stands only where there is one', () => {
  const [cell] = waysIn({}, 'FR');
  assert.deepEqual([cell!.number, cell!.steps.includes('crip.call')], ['119', true]);
  const [without] = waysOfProfessionals({}, 'FR', []);
  assert.deepEqual([without!.number, without!.steps.includes('crip.call')], [undefined, false]);
});

test('each way and each duty names its article, and no sentence of the form does', () => {
  const [cell, prosecutor] = waysIn({}, 'FR');
  assert.deepEqual(
    [cell, prosecutor, ...dutiesOf({}, 'FR')].map((one) => one!.law),
    [
      'Code de l’action sociale et des familles, art. L.\u00a0226-2-1',
      'Code de l’action sociale et des familles, art. L.\u00a0226-4',
      'Code de procédure pénale, art.\u00a040',
      'Code pénal, art.\u00a0226-14',
      'Code pénal, art.\u00a0434-3',
    ],
  );
  for (const text of [...Object.values(fr), ...Object.values(en)])
    assert.doesNotMatch(text, /\bart\.|article/i);
});

test('elsewhere the law says nothing that we know', () => {
  for (const country of ['DE', 'JP', 'PF', 'MQ', undefined]) assert.deepEqual(dutiesOf({}, country), []);
});

test('every cell and every duty has a source, which was read in the last year', () => {
  assert.deepEqual(
    Object.keys(DUTY_SOURCES).toSorted(),
    dutiesOf({}, 'FR')
      .map(({ id }) => id)
      .toSorted(),
  );
  for (const [id, { source, checkedOn }] of [
    ...Object.entries(CELL_SOURCES),
    ...Object.entries(DUTY_SOURCES),
  ]) {
    assert.match(new URL(source).protocol, /^https?:$/, id);
    const age = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
    assert.ok(age >= 0 && age <= MAX_AGE_DAYS, `${id}: ${checkedOn}`);
  }
});

test('what is said to those who report for their work speaks of the person, and has a text for everybody else', () => {
  const isVariant = (key: string): boolean => key.endsWith('.person') && key !== 'o.person';
  for (const texts of [fr, en] as readonly Readonly<Record<string, string>>[]) {
    const keys = Object.keys(texts).filter(isVariant);
    assert.ok(keys.length > 10);
    for (const key of keys) assert.ok(texts[key.replace(/\.person$/, '')], key);
  }
  // Who reads is « vous »; whom it happened to is not.
  const sentences = Object.entries(fr).filter(([key]) => isVariant(key) && key !== 's3.email.hint.person');
  for (const [key, text] of sentences) assert.doesNotMatch(text, /\b(?:vous|votre|vos)\b/i, key);
});
