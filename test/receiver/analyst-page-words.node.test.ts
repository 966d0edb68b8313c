// The page for analysts shows a report in words, never as identifiers, and shows no answer that nobody gave.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { PLACES } from '../../src/core/report/places.ts';
import {
  ACCOUNT_RELATIONS,
  CONTENT_TYPES,
  FOLLOW_UPS,
  IDENTIFIER_TYPES,
  KINDS,
  ROLES,
  TIME_PRECISIONS,
  URL_CHANGES,
  URL_FLAGS,
  URL_KINDS,
} from '../../src/core/report/vocabulary.ts';
import { FOLLOW_UP_STATES } from '../../src/core/follow-up/answer.ts';
import { LOCALES, scriptWords } from '../../src/receiver/analyst-page/page-locales.ts';
import { ACTION_ORDER } from '../../src/receiver/analyst-page/page-words.ts';
import { showReport } from '../../src/receiver/analyst-page/shown-report.ts';
import type { ShownReport } from '../../src/receiver/analyst-page/script/types.ts';
import { readRow } from '../../src/receiver/export/reader.ts';
import { readStatedDecisions } from '../../src/receiver/figures/decisions.ts';
import { FULL_DETAILS, FULL_PARTS } from '../../src/tools/conformance/full-report.ts';
import { rowOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';

const LANGUAGES = ['fr', 'en'] as const;

const shown = async (report: object, locale: 'fr' | 'en' = 'fr'): Promise<ShownReport> => {
  const row = rowOf(report as Parameters<typeof rowOf>[0]);
  return showReport(await readRow({ ...row, sequence: 1 }, []), locale);
};

const fieldsOf = ({ fields, places }: ShownReport): ShownReport['fields'] => [
  ...fields,
  ...places.flatMap((place) => place.fields),
];
const textsOf = async (report: object, label: string): Promise<string[]> =>
  fieldsOf(await shown(report))
    .filter((field) => field.label === label)
    .map(({ text }) => text);

/** A report of a category that has every field. */
const fullReport = (id: keyof typeof FULL_DETAILS): object => ({
  ...sampleReport({ category: id, details: FULL_DETAILS[id] }),
  ...FULL_PARTS,
  source: { ...(sampleReport()['source'] as object), ...FULL_PARTS.source },
});

for (const locale of LANGUAGES) {
  test(`${locale}: a report with all there is shows no key and no value of a list as it is written`, async () => {
    for (const { id } of CATEGORIES) {
      const report = await shown(fullReport(id), locale);
      assert.equal(report.fault, undefined);
      const fields = fieldsOf(report);
      assert.ok(fields.length > 15, id);
      for (const { label, text } of fields) {
        assert.doesNotMatch(label, /^[a-z]\w*(?:[.[]|$)|_/, `${id}: ${label}`);
        assert.doesNotMatch(text, /(?:^|, )[a-z0-9]+(?:_[a-z0-9]+)+(?:$|,)/, `${id}: ${label}: ${text}`);
        assert.doesNotMatch(
          text,
          /(?:^|, )(?:yes|no|unknown|true|false|minute|fr-FR|FR)(?:$|,)/,
          `${id}: ${label}: ${text}`,
        );
      }
    }
  });

  test(`${locale}: every value of a list has words of its own`, () => {
    const { report, form } = LOCALES[locale];
    const lists = [
      [PLACES, report.places],
      [ROLES, report.roles],
      [FOLLOW_UPS, report.followUps],
      [URL_CHANGES, report.changes],
      [URL_FLAGS, report.flags],
      [URL_KINDS, report.kinds],
      [TIME_PRECISIONS, report.precisions],
      [IDENTIFIER_TYPES, report.identifiers],
      [[...CONTENT_TYPES, ...ACCOUNT_RELATIONS], report.otherValues],
    ] as const;
    for (const [ids, words] of lists) {
      const texts = ids.map((id) => (words as Readonly<Record<string, string>>)[id]);
      assert.ok(texts.every(Boolean), String(ids));
      assert.equal(new Set(texts).size, new Set(ids).size, String(texts));
    }
    for (const kind of new Set(Object.values(KINDS).flat())) assert.ok(form.text(`o.${kind}`), kind);
    const { states } = scriptWords(locale);
    for (const state of FOLLOW_UP_STATES) assert.doesNotMatch(states[state] ?? '{', /^$|\{/, state);
  });

  test(`${locale}: each action of the menu is one of the file of decisions, in the words that it reads`, () => {
    const { actions, columns } = scriptWords(locale);
    assert.deepEqual(Object.keys(actions), [...ACTION_ORDER]);
    for (const [action, { word }] of Object.entries(actions)) {
      const [row] = readStatedDecisions(`${columns}\r\nR1,Example Hosting,2026-11-24,${word},,`);
      assert.equal(row?.action, action);
    }
  });
}

test('both languages have the same words, and no place more or less', () => {
  const placesIn = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => placesIn(part, `${path}.${key}`))
      : [`${path} ${[...String(value).matchAll(/\{\w+\}/g)].map(String).toSorted().join()}`];
  assert.deepEqual(placesIn(LOCALES.fr.page), placesIn(LOCALES.en.page));
  assert.deepEqual(placesIn(LOCALES.fr.report), placesIn(LOCALES.en.report));
});

test('danger: asked, answered, not known', async () => {
  const told = (changes: Record<string, unknown>): Promise<string[]> =>
    textsOf(
      sampleReport({ danger: { immediate: 'unknown', helpShown: true }, ...changes }),
      'Danger immédiat',
    );
  assert.deepEqual(await told({ category: 'crimes_against_humanity' }), ['Non demandé']);
  const afraid = { category: 'hate_violence_discrimination', details: { fearNow: 'unknown' } };
  assert.deepEqual(await told(afraid), ['Je ne sais pas']);
  assert.deepEqual(await told({ category: 'hate_violence_discrimination' }), ['Non renseigné']);
  assert.deepEqual(await told({ category: 'suicide_incitement', details: { personAtRiskNow: 'unknown' } }), [
    'Je ne sais pas',
  ]);
  assert.deepEqual(await told({ category: 'suicide_incitement', details: undefined }), ['Non renseigné']);
});

test('« Je ne sais pas » is told in the words of the reporter', async () => {
  const report = sampleReport({ category: 'unsure', details: undefined });
  assert.equal((await shown(report)).category, 'Je ne sais pas');
  const [location] = report['locations'] as object[];
  assert.deepEqual(
    await textsOf(
      { ...report, locations: [{ ...location, stillOnline: 'unknown' }] },
      'Est-ce encore en ligne\u202f?',
    ),
    ['Je ne sais pas'],
  );
});

test('an address that led to the content, or of an account, is told in the same words as that of the content', async () => {
  const report = sampleReport();
  const [location] = report['locations'] as object[];
  const url = {
    value: 'https://a.example/',
    asEntered: 'a.example',
    kind: 'onion',
    changes: ['scheme_added'],
    flags: ['short_link'],
  };
  const full = {
    ...report,
    supersedes: '5d1c3c1e-6f0b-4c55-9f39-2f6f2b0f7a10',
    locations: [
      {
        ...location,
        foundVia: { how: 'search', url },
        observedAt: { date: '2026-11-01', precision: 'month' },
      },
    ],
    reportedAccounts: [{ profileUrl: url }],
  };
  for (const [label, texts] of Object.entries({
    'Type de lien': ['Lien .onion', 'Lien .onion'],
    'Saisie d’origine': ['a.example', 'a.example'],
    'Corrigé par le formulaire': ['https:// ajouté', 'https:// ajouté'],
    'À savoir': ['lien court, non suivi', 'lien court, non suivi'],
    'Précision de la date': ['Au mois'],
    'Remplace l’envoi': ['5d1c3c1e-6f0b-4c55-9f39-2f6f2b0f7a10'],
  }))
    assert.deepEqual(await textsOf(full, label), texts, label);
});

test('what a reporter types is not taken for a value of a list', async () => {
  const [location] = sampleReport()['locations'] as object[];
  const typed = { handle: 'unknown', service: 'other' };
  const report = sampleReport({ reportedAccounts: [typed], locations: [{ ...location, pinpoint: 'yes' }] });
  assert.deepEqual(await textsOf(report, 'Nom du compte'), ['unknown']);
  assert.deepEqual(await textsOf(report, 'Nom du service'), ['other']);
  assert.deepEqual(await textsOf(report, 'Endroit précis'), ['yes']);
});

test('a language that is none is shown as it was sent', async () => {
  assert.deepEqual(await textsOf(sampleReport({ locale: 'fr-FR-FR' }), 'Langue'), ['fr-FR-FR']);
});

test('one line says where the content is', async () => {
  assert.match((await shown(sampleReport())).where, /\S/);
  assert.doesNotMatch((await shown(sampleReport())).where, /https?:\/\//);
});
