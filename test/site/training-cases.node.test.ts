// The invented cases of « Former » are true to the form: each good report passes its rules as the page says it, in both
// languages, and gives nothing that the case tells not to write.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../demo/site/languages.ts';
import {
  CASES,
  draftOf,
  isLinked,
  isSaid,
  SETTINGS,
  type TrainingCase,
} from '../../demo/site/training-cases.ts';
import { formSays, helpLine } from '../../demo/site/training-help.ts';
import { trainingCases, trainingSnippet } from '../../demo/site/training.ts';
import { normaliseAddress } from '../../src/core/address/address.ts';
import { readAddresses } from '../../src/core/draft/addresses.ts';
import { createDraft } from '../../src/core/draft/draft.ts';
import { alarmsOf, givenAnswers } from '../../src/core/draft/given-answers.ts';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import { remarksOf } from '../../src/core/draft/remarks.ts';
import { threatened } from '../../src/core/draft/threatened.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Draft } from '../../src/core/draft/types.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { context, walk } from '../core/draft-given.ts';

const text = ({ told, title, question, report, not, why, beside, variant }: TrainingCase): string =>
  JSON.stringify([told, title, question, report, not, why, beside, variant.said]);

test('there are eight, whose names and addresses belong to nobody', () => {
  assert.equal(new Set(CASES.map(({ id }) => id)).size, 8);
  for (const its of CASES) {
    const hosts = [...text(its).matchAll(/(?<![@\w.])[a-z]+\.(?:[a-z]+)(?=[/\s,."])/g)].map(([host]) => host);
    assert.ok(hosts.length > 0, its.id);
    for (const host of hosts) assert.match(host, /\.example$/, its.id);
    for (const [handle] of text(its).matchAll(/@[\p{L}\d_]+/gu)) assert.match(handle, /exemple/, its.id);
    // No family name, no telephone number, no e-mail address.
    assert.doesNotMatch(text(its), /\p{Lu}\p{Ll}+ \p{Lu}{2,}|0\d(?: ?\d\d){4}|\w@\w/u, its.id);
  }
});

test('each says all of itself in both languages, and is told in 60 to 90 words', () => {
  for (const its of CASES) {
    const { title, told, question, report, not, why, beside, variant } = its;
    const texts = [title, told, question, report.details, not, why, ...beside, variant.said];
    for (const language of LANGUAGES) {
      for (const one of texts) assert.ok(one[language].length > 5, `${its.id}, ${language}`);
      const words = told[language].match(/[\p{L}\d@_.'’-]+/gu)!.length;
      assert.ok(words >= 60 && words <= 90, `${its.id}, ${language}: ${words} words`);
      const sentences = report.details[language].split(/[.?!](?:\s|$)/).filter(Boolean);
      assert.ok(sentences.length <= 2, `${its.id}, ${language}: details of two sentences`);
    }
  }
});

test('every category of the form has a case, or a variant of one', () => {
  const found = new Set(CASES.flatMap(({ report, variant }) => [report.category, variant.category]));
  for (const { id } of CATEGORIES) assert.ok(found.has(id), id);
  assert.ok(
    CASES.some(({ report }) => report.category === 'unsure'),
    'one is open',
  );
  assert.ok(
    CASES.some(({ variant }) => variant.category === undefined),
    'one is not for this form',
  );
});

/** The report of a case, which passes every step without an error or a remark. */
function reported(its: TrainingCase, language: 'fr' | 'en'): { report: Report; draft: Draft } {
  const draft = draftOf(language, its.report);
  for (const step of ['where', 'details'] as const)
    assert.deepEqual(remarksOf({ ...draft, step }), [], `${its.id}, ${language}: ${step}`);
  const walked = walk(draft);
  assert.equal(walked.step, 'check', `${its.id}, ${language}`);
  return { report: reportSchema.parse(reportOf(walked, { ...context, locale: language })), draft: walked };
}

for (const its of CASES)
  test(`${its.id}: the form takes the report as the page says it`, () => {
    const { category, where, answers, details, isThreatened } = its.report;
    for (const language of LANGUAGES) {
      const { report, draft } = reported(its, language);
      assert.equal(report.category, category);
      assert.equal(report.content?.description, details[language]);
      const given = givenAnswers(draft);
      for (const [id, answer] of Object.entries(answers))
        assert.deepEqual(given[id], isSaid(answer) ? answer[language] : answer, `${id} is asked and taken`);
      if (isThreatened) {
        const door = threatened({ settings: SETTINGS, answers: createDraft(SETTINGS).answers });
        assert.equal(door.category, category);
        for (const [id, answer] of Object.entries(door.questions!)) assert.deepEqual(answers[id], answer, id);
      }
      if (isLinked(where)) {
        for (const { pasted, sent } of where.links) {
          const read = normaliseAddress(pasted);
          assert.equal(read.kind === 'address' ? read.url.value : read.kind, sent);
        }
        assert.equal(readAddresses(draft).length, where.links.length);
        assert.deepEqual(
          report.locations.map(({ url }) => url?.value),
          where.links.map(({ sent }) => sent),
        );
      } else {
        const fields = PLACE_FIELDS[where.kind];
        for (const type of Object.keys(where.identifiers))
          assert.ok(
            fields.some((one) => one === type),
            type,
          );
        assert.equal(report.locations[0]!.place, where.kind);
      }
    }
  });

test('what the solutions say of urgency is so', () => {
  const draft = (id: string): Draft =>
    reported(
      CASES.find((its) => its.id === id)!,
      'fr',
    ).draft;
  assert.deepEqual(alarmsOf(draft('challenge')), { danger: true, blackmail: false });
  assert.deepEqual(alarmsOf(draft('blackmail')), { danger: false, blackmail: true });
  assert.deepEqual(alarmsOf(draft('library')), { danger: false, blackmail: false });
});

test('no report holds a first name of its case', () => {
  for (const its of CASES)
    for (const language of LANGUAGES) {
      const [name = ''] = /^\p{Lu}\p{L}+(?=,)|\p{Lu}[\p{Ll}]+(?=, \d)/u.exec(its.told[language]) ?? [];
      assert.ok(name.length > 2, `${its.id}: « ${name} »`);
      const { report } = reported(its, language);
      assert.ok(!JSON.stringify(report).includes(name), `${its.id}, ${language}: ${name}`);
    }
});

test('a number or a site without help data is refused, and so is a word that the form does not say', () => {
  assert.throws(() => helpLine('fr', '3020'), /help data/);
  assert.throws(() => formSays('fr', 'q.nothing'), /q\.nothing/);
  assert.throws(() => trainingCases('fr', 'nobody'), /group/);
  assert.match(helpLine('fr', '3018'), />3018<.*tous les jours, de 9\u00A0h à 23\u00A0h/);
  assert.match(helpLine('en', '119'), />119<.*day and night/);
});

test('the code for a page of one’s own has practice, and no endpoint', () => {
  const steps = trainingSnippet('fr', 'steps');
  assert.match(steps, /<cliquez-signalez\n {2}practice\n/);
  assert.doesNotMatch(steps, /endpoint|flow=/);
  assert.match(trainingSnippet('fr', 'page'), /\n {2}flow="page"\n/);
});
