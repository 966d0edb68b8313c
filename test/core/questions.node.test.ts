// The questions: each can be reached and left open, and each answer reaches its field in the report.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { BLACKMAIL_BOX } from '../../src/core/draft/blackmail-box.ts';
import {
  choice,
  isAsked,
  isChoice,
  isRaised,
  optionsOf,
  type Question,
  type QuestionAnswer,
} from '../../src/core/draft/questions.ts';
import { COMMON_QUESTIONS, QUESTIONS, SELF_QUESTIONS } from '../../src/core/draft/question-table.ts';
import { DETAILS } from '../../src/core/report/report-details.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { reportWith } from './draft-given.ts';

const CATEGORY_IDS = CATEGORIES.map(({ id }) => id);
const ofCategory = (category: CategoryId): Question[] => [...QUESTIONS[category]];
const allOf = (category: CategoryId): Question[] => [...ofCategory(category), ...COMMON_QUESTIONS];

type Given = Record<string, QuestionAnswer>;

/** Answers that make a question appear, and the answer to the question itself. */
function leadTo(category: CategoryId, { id, when }: Question, answer: QuestionAnswer): Given {
  const [condition] = Object.entries(when ?? {}).flatMap(([other, values]) => {
    const earlier = allOf(category).find((one) => one.id === other);
    const value = values.find((one) => earlier && optionsOf(earlier).includes(one));
    return earlier && value ? [{ earlier, value }] : [];
  });
  return {
    ...(condition &&
      leadTo(
        category,
        condition.earlier,
        condition.earlier.kind === 'choices' ? [condition.value] : condition.value,
      )),
    [id]: answer,
  };
}

/** Questions whose answers are not in `details` under the question's name, and the fields that hold them. */
const ELSEWHERE: Readonly<Record<string, (report: Report) => unknown>> = {
  known: ({ personsConcerned }) => personsConcerned?.known,
  apparentAge: ({ personsConcerned }) => personsConcerned?.apparentAge,
  stillOnline: ({ locations }) => locations[0]?.stillOnline,
  foundVia: ({ locations }) => locations[0]?.foundVia?.how,
  pinpoint: ({ locations }) => locations[0]?.pinpoint,
  needs: ({ locations }) => locations[0]?.access?.needs,
  paid: ({ locations }) => locations[0]?.access?.paid,
  paymentMethods: ({ locations }) => locations[0]?.access?.paymentMethods,
  aiGenerated: ({ content }) => content?.aiGenerated,
  ageBand: ({ reporter }) => reporter.ageBand,
};
/** Questions whose answers are transformed; draft-report.node.test.ts tests them. */
const TRANSLATED = ['seenOn', 'foundAt', 'password', 'passwordPublished', 'accounts', 'priorReports'];

for (const category of CATEGORY_IDS) {
  test(`${category}: every answer to every question arrives under its name`, () => {
    for (const question of allOf(category)) {
      const { id, kind, limit } = question;
      if (TRANSLATED.includes(id)) continue;
      const options = optionsOf(question);
      const chosen = kind === 'choices' ? options.map((option) => [option]) : options;
      const answers = isChoice(question) ? chosen : ['x'.repeat(limit)];
      for (const answer of answers) {
        const given = leadTo(category, question, answer);
        const report = reportWith({ category, questions: given });
        if (id === 'kinds' && answer.includes(BLACKMAIL_BOX)) {
          assert.deepEqual(report.details, { blackmail: 'yes' });
          continue;
        }
        const found = ELSEWHERE[id]?.(report) ?? (report.details as Given | undefined)?.[id];
        // « Rien » and « je ne sais pas » are answers too.
        assert.deepEqual(found, answer, `${id}: ${JSON.stringify(given)}`);
      }
    }
  });

  test(`${category}: the questions ask for all that the report can hold, and each once`, () => {
    const ids = ofCategory(category).map(({ id }) => id);
    const keys = Object.keys(DETAILS[category].def.shape);
    const inDetails = ids.filter((id) => !ELSEWHERE[id]);
    if (category !== 'unsure') assert.deepEqual(inDetails.toSorted(), keys.toSorted());
    assert.equal(new Set(allOf(category).map(({ id }) => id)).size, allOf(category).length);
  });

  test(`${category}: a question stands after those that bring it, where the reporter will come upon it`, () => {
    const ids = allOf(category).map(({ id }) => id);
    for (const { id, when = {} } of allOf(category)) {
      for (const other of Object.keys(when))
        assert.ok(ids.indexOf(other) < ids.indexOf(id), `${id}: ${other}`);
    }
  });

  test(`${category}: a condition names a question and answers that it has`, () => {
    for (const { id, when } of allOf(category)) {
      const before = Object.entries(when ?? {});
      // A common question may depend on the kinds, and « je ne sais pas » has no question about kinds.
      const known = before.filter(([other]) => allOf(category).some((one) => one.id === other));
      assert.ok(before.length === 0 || known.length > 0, id);
      for (const [other, values] of known) {
        assert.ok(values.length > 0, `${id}: ${other}`);
        const options = allOf(category).flatMap((one) => (one.id === other ? optionsOf(one) : []));
        const isCommon = COMMON_QUESTIONS.some((one) => one.id === id);
        for (const value of values)
          assert.ok(options.includes(value) || isCommon, `${id}: ${other} ${value}`);
      }
    }
  });
}

test('an alarm is raised by one answer that its question has', () => {
  const alarming = [...SELF_QUESTIONS, ...CATEGORY_IDS.flatMap(allOf)].filter(({ alarm }) => alarm);
  assert.ok(alarming.length > 8);
  for (const question of alarming) {
    const raising = optionsOf(question).filter((option) => isRaised(question, { [question.id]: option }));
    assert.deepEqual(raising, [question.alarm!.answer], question.id);
    assert.equal(isRaised(question, {}), false);
  }
  // Without an alarm, no answer raises one.
  assert.equal(isRaised(choice('x', ['yes']), { x: 'yes' }), false);
});

test('« Chantage » is the first box where a report can tell of blackmail, and sends no kind that 1.0 does not know', () => {
  const withBox = CATEGORY_IDS.filter((id) => 'blackmail' in DETAILS[id].def.shape);
  assert.deepEqual(withBox, ['child_sexual_abuse', 'sexual_harassment']);
  for (const category of CATEGORY_IDS) {
    const options = ofCategory(category).flatMap((one) => (one.id === 'kinds' ? optionsOf(one) : []));
    assert.equal(options.indexOf(BLACKMAIL_BOX), withBox.includes(category) ? 0 : -1, category);
  }
  for (const category of withBox) {
    const kinds = [BLACKMAIL_BOX, 'other'];
    // An answer given before the box was ticked gives way to it.
    const report = reportWith({ category, questions: { kinds, blackmail: 'no' } });
    assert.deepEqual(report.details, { kinds: ['other'], blackmail: 'yes' }, category);
    assert.equal(report.danger.immediate, 'unknown', category);
    assert.ok(reportSchema.safeParse(report).success);
  }
  // The box of a category that was given up says nothing.
  const other = reportWith({ category: 'procuring', questions: { kinds: [BLACKMAIL_BOX, 'advert'] } });
  assert.deepEqual(other.details, { kinds: ['advert'] });
});

test('« je ne sais pas », or not saying, is the last answer to every question', () => {
  for (const { id, options } of CATEGORY_IDS.flatMap(allOf).filter(isChoice))
    assert.match(options.at(-1) ?? '', /^(?:unknown|prefer_not_to_say)$/, id);
});

test('whether it was paid for is asked where something is sold, or where seeing it costs money', () => {
  const paid = (category: CategoryId, questions: Given): unknown =>
    reportWith({ category, questions: { ...questions, paid: 'yes' } }).locations[0]?.access?.paid;
  assert.equal(paid('child_sexual_abuse', { kinds: ['sale_or_exchange'] }), 'yes');
  assert.equal(paid('unsure', { needs: ['payment'] }), 'yes');
  assert.equal(paid('child_sexual_abuse', { kinds: ['photo_or_video'], needs: ['account'] }), undefined);
});

test('a question with a condition is asked once one of its answers is given', () => {
  const question = choice('x', [], { kinds: ['threat'], known: ['self'] });
  assert.equal(isAsked(question, { questions: {} }), false);
  assert.equal(isAsked(question, { questions: { kinds: ['praise'], known: 'not_known' } }), false);
  assert.equal(isAsked(question, { questions: { kinds: ['praise', 'threat'] } }), true);
  assert.equal(isAsked(question, { questions: { known: 'self' } }), true);
});
