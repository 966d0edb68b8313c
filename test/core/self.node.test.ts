// « Cela vous arrive à vous ? »: when it is asked, what it answers besides, and what the report says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { advance, revise } from '../../src/core/draft/moves.ts';
import { answer, createDraft, hasAnswers, stepNumber } from '../../src/core/draft/draft.ts';
import {
  earlyQuestionsOf,
  givenAnswers,
  keepApplicable,
  optionsFor,
  questionsOf,
} from '../../src/core/draft/given-answers.ts';
import type { ChoiceQuestion } from '../../src/core/draft/questions.ts';
import { isRoleImplied, roleOf } from '../../src/core/draft/role.ts';
import { isThreatened, threatened } from '../../src/core/draft/threatened.ts';
import type { Answers, DetailsField, Draft } from '../../src/core/draft/types.ts';
import { isAdultTarget, helpLines } from '../../src/core/help/choice.ts';
import { linesOf } from '../../src/core/help/abroad.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { ACQUAINTANCES, HARASSMENT_TARGETS } from '../../src/core/report/vocabulary.ts';
import { priorityOf } from '../../src/receiver/intake/priority.ts';
import { draftWith, reportWith, settings } from './draft-given.ts';

const earlyIds = (draft: Draft): string[] => earlyQuestionsOf(draft).map(({ id }) => id);

test('the step « where » asks what changes the help or the urgency of a category, and no more', () => {
  const asked = Object.fromEntries(
    CATEGORIES.map(({ id: category }) => [category, earlyIds(draftWith({ category }))]),
  );
  assert.deepEqual(asked, {
    child_sexual_abuse: ['self'],
    terrorism_bomb_making: ['specificThreat'],
    hate_violence_discrimination: ['fearNow'],
    crimes_against_humanity: [],
    shocking_content_minors: [],
    procuring: ['self', 'constraintSigns'],
    suicide_incitement: ['personAtRiskNow'],
    sexual_harassment: ['self', 'fearNow'],
    unsure: ['fearNow'],
  });
});

test('without `role` or `questions`, it asks neither; the one-page form asks for the role instead', () => {
  const category = 'procuring';
  const at = (its: Partial<typeof settings>): string[] => earlyIds(draftWith({ category }, its));
  assert.deepEqual(at({ fields: ['questions'] }), ['constraintSigns']);
  assert.deepEqual(at({ fields: ['role'] }), ['self']);
  assert.deepEqual(at({ fields: ['details', 'reply'] }), []);
  assert.deepEqual(at({ flow: 'page' }), ['constraintSigns']);
  // An answer of another form of the page counts no more.
  const stale = { category: 'child_sexual_abuse', questions: { self: 'yes', abuseOngoing: 'yes' } } as const;
  assert.deepEqual(earlyIds(draftWith(stale, { flow: 'page' })), []);
  assert.deepEqual({ ...givenAnswers(draftWith(stale, { flow: 'page' })) }, {});
});

test('after a yes, the age is asked, and in images whether it goes on', () => {
  const early = (category: Answers['category'], questions: Answers['questions']): string[] =>
    earlyIds(draftWith({ category, questions }));
  assert.deepEqual(early('child_sexual_abuse', { self: 'yes' }), ['self', 'underAge', 'abuseOngoing']);
  assert.deepEqual(early('sexual_harassment', { self: 'yes' }), ['self', 'underAge', 'fearNow']);
  // What an answer among the details calls for stands there.
  const live = draftWith({
    category: 'child_sexual_abuse',
    questions: { kinds: ['live_stream'], abuseOngoing: 'yes' },
  });
  assert.deepEqual(earlyIds(live), ['self']);
  assert.equal(givenAnswers(live)['abuseOngoing'], 'yes');
});

const self = (category: Answers['category'], underAge?: string): Partial<Answers> => ({
  category,
  questions: { self: 'yes', ...(underAge && { underAge }) },
});

test('a yes gives the role, and the answer to the question of the category', () => {
  assert.equal(roleOf(draftWith(self('procuring'))), 'target');
  assert.equal(isRoleImplied(draftWith({ ...self('procuring'), role: 'witness' })), true);
  assert.equal(givenAnswers(draftWith(self('child_sexual_abuse')))['known'], 'self');
  assert.equal(givenAnswers(draftWith(self('sexual_harassment')))['target'], 'me');
  assert.equal(reportWith(self('sexual_harassment')).reporter.role, 'victim');
  assert.equal(
    reportWith({ category: 'sexual_harassment', questions: { self: 'no' } }).reporter.role,
    'prefer_not_to_say',
  );
});

test('each answer about the reporter is kept, and the age while it happens to the reporter', () => {
  const kept = (questions: Answers['questions']): unknown => ({
    ...keepApplicable(draftWith({ category: 'procuring', questions })).answers.questions,
  });
  assert.deepEqual(kept({ self: 'no' }), { self: 'no' });
  for (const underAge of ['yes', 'no', 'prefer_not_to_say']) {
    assert.deepEqual(kept({ self: 'yes', underAge }), { self: 'yes', underAge });
    assert.deepEqual(kept({ self: 'no', underAge }), { self: 'no' });
  }
});

test('the role « je suis la personne visée » answers the question of the category, unless it was answered', () => {
  const given = (answers: Partial<Answers>, its?: Partial<typeof settings>): unknown => ({
    ...givenAnswers(draftWith(answers, its)),
  });
  const role = 'target';
  assert.deepEqual(given({ category: 'child_sexual_abuse', role }), { known: 'self' });
  assert.deepEqual(given({ category: 'sexual_harassment', role }), { target: 'me' });
  assert.deepEqual(given({ category: 'procuring', role }), {});
  assert.deepEqual(given({ category: 'sexual_harassment', role: 'witness' }), {});
  assert.deepEqual(given({ category: 'sexual_harassment', role, questions: { target: 'group' } }), {
    target: 'group',
  });
  assert.deepEqual(given({ category: 'sexual_harassment', role }, { fields: ['questions'] }), {});
  // Where a hotline leaves the questions out, the report still says who is targeted.
  const short = reportWith({ category: 'sexual_harassment', role }, { fields: ['role'] });
  assert.deepEqual(short.details, { target: 'me' });
});

test('« C’est moi » gives the role, where nothing else says who it is', () => {
  const answers = { category: 'sexual_harassment', questions: { target: 'me' } } as const;
  const role = (its: Partial<Answers>, fields?: readonly DetailsField[]): unknown =>
    roleOf(draftWith({ ...answers, ...its }, fields && { fields }));
  assert.equal(role({}), 'target');
  assert.equal(isRoleImplied(draftWith(answers)), true);
  assert.equal(role({ role: 'other' }), 'other');
  assert.equal(role({ questions: { target: 'group' } }), undefined);
  assert.equal(role({ questions: { ...answers.questions, self: 'no' } }), undefined);
  assert.equal(role({ category: 'procuring' }), undefined);
  // Where the question is not asked, or the role is not, the answer is an old one.
  assert.equal(role({}, ['role']), undefined);
  assert.equal(role({}, ['questions']), undefined);
});

const someAnswers = fc.record({
  category: fc.constantFrom(undefined, ...CATEGORIES.map(({ id }) => id)),
  role: fc.constantFrom(undefined, 'witness', 'target', 'other', 'none'),
  questions: fc.record(
    {
      self: fc.constantFrom('yes', 'no'),
      known: fc.constantFrom(...ACQUAINTANCES),
      target: fc.constantFrom(...HARASSMENT_TARGETS),
      underAge: fc.constantFrom('yes', 'no', 'prefer_not_to_say'),
    },
    { requiredKeys: [] },
  ),
}) as fc.Arbitrary<Partial<Answers>>;
const someSettings = fc.record({
  fields: fc.subarray(['questions', 'role', 'details', 'reply'] as const),
  flow: fc.constantFrom('steps', 'page'),
}) as fc.Arbitrary<Partial<typeof settings>>;

/** Where the form asks for the role: in three categories, and always on one page. */
const asks = (category: Answers['category'], { fields, flow }: Partial<typeof settings>): boolean =>
  fields!.includes('role') &&
  (flow === 'page' || /^(?:child_sexual_abuse|procuring|sexual_harassment)$/.test(category ?? ''));

test('whatever was answered: there is no role without an answer, and none but the one that was given', () => {
  fc.assert(
    fc.property(someAnswers, someSettings, (answers, its) => {
      const found = roleOf(draftWith(answers, its));
      const { category, role, questions = {} } = answers;
      if (!asks(category, its)) return assert.equal(found, undefined);
      const inSteps = its.flow === 'steps' ? questions['self'] : undefined;
      const isInDetails =
        (category === 'child_sexual_abuse' && questions['known'] === 'self') ||
        (category === 'sexual_harassment' && questions['target'] === 'me');
      const isSaid =
        inSteps === 'yes' || (inSteps !== 'no' && isInDetails && its.fields!.includes('questions'));
      if (!isSaid || (role && inSteps !== 'yes')) assert.equal(found, role);
      else assert.equal(found, 'target');
    }),
    { numRuns: 2_000 },
  );
});

test('a no takes « C’est moi » from the other question, also as an answer that was given before', () => {
  const draft = draftWith({ category: 'child_sexual_abuse', questions: { self: 'no', known: 'self' } });
  const known = questionsOf(draft).find(({ id }) => id === 'known') as ChoiceQuestion;
  assert.ok(!optionsFor(draft, known).includes('self'));
  assert.equal(givenAnswers(draft)['known'], undefined);
  assert.equal(roleOf(draft), undefined);
  // The one-page form asks no such thing.
  const page = draftWith(
    { category: 'child_sexual_abuse', questions: { self: 'no', known: 'self' } },
    { flow: 'page' },
  );
  assert.equal(givenAnswers(page)['known'], 'self');
});

test('the reporter’s age answers the question about the age of the person concerned, while it is the reporter', () => {
  for (const [category, question] of [
    ['procuring', 'minorSuspected'],
    ['sexual_harassment', 'targetIsMinor'],
  ] as const) {
    const implied = (self_: string, underAge: string): unknown =>
      givenAnswers(draftWith({ category, questions: { self: self_, underAge } }))[question];
    assert.equal(implied('yes', 'yes'), 'yes');
    assert.equal(implied('yes', 'no'), 'no');
    assert.equal(implied('yes', 'prefer_not_to_say'), undefined);
    // The age was given before the reporter said that it happens to somebody else.
    assert.equal(implied('no', 'yes'), undefined);
    assert.equal(implied('no', 'no'), undefined);
    const young = draftWith({ category, questions: { self: 'yes', underAge: 'yes', [question]: 'no' } });
    assert.equal(givenAnswers(young)[question], 'yes');
    // It is not stored: it disappears with the answer that implies it.
    assert.deepEqual(Object.keys(keepApplicable(young).answers.questions).toSorted(), ['self', 'underAge']);
  }
});

test('« moins de 18 ans » says that a minor is concerned, and makes up no age band', () => {
  for (const { id, asksRole } of CATEGORIES) {
    if (!asksRole) continue;
    const young = reportWith(self(id, 'yes'));
    assert.equal(young.personsConcerned?.minor, 'yes', id);
    assert.equal(young.reporter.ageBand, undefined);
    const adult = reportWith(self(id, 'no'));
    // Images of a child stay so when the child has grown up.
    assert.equal(adult.personsConcerned?.minor, id === 'child_sexual_abuse' ? undefined : 'no', id);
    assert.equal(reportWith(self(id, 'prefer_not_to_say')).personsConcerned?.minor, undefined, id);
    // Without `questions`, it is all that tells of the age.
    assert.equal(reportWith(self(id, 'yes'), { fields: ['role'] }).personsConcerned?.minor, 'yes', id);
  }
});

test('the age is not asked twice: an adult’s band not at all, a minor’s without « 18 ans ou plus »', () => {
  const band = (draft: Draft): ChoiceQuestion =>
    questionsOf(draft).find(({ id }) => id === 'ageBand') as ChoiceQuestion;
  assert.equal(band(draftWith(self('procuring', 'no'))), undefined);
  const young = draftWith(self('procuring', 'yes'));
  assert.ok(!optionsFor(young, band(young)).includes('adult'));
  assert.ok(optionsFor(young, band(young)).includes('13_14'));
  for (const questions of [
    { self: 'yes' },
    { self: 'yes', underAge: 'prefer_not_to_say' },
    { self: 'no', underAge: 'yes' },
  ]) {
    const open = draftWith({ category: 'procuring', questions });
    assert.ok(optionsFor(open, band(open)).includes('adult'), JSON.stringify(questions));
  }
  // The age of those who are seen is another question.
  const seen = draftWith({
    category: 'child_sexual_abuse',
    questions: { self: 'yes', underAge: 'yes', kinds: ['photo_or_video'], apparentAge: 'adult' },
  });
  assert.equal(givenAnswers(seen)['apparentAge'], 'adult');
});

test('help follows: lines for minors after a yes, none of them that is unfit for an adult', () => {
  const lines = (underAge: string): string[] =>
    helpLines(
      {
        category: 'sexual_harassment',
        questions: givenAnswers(draftWith(self('sexual_harassment', underAge))),
      },
      linesOf('FR'),
      0,
    ).map(({ id }) => id);
  assert.ok(lines('yes').includes('takeitdown') && !lines('yes').includes('stopncii'));
  assert.ok(lines('no').includes('stopncii') && !lines('no').includes('119'));
  assert.ok(isAdultTarget({ questions: { self: 'yes', underAge: 'no' } }));
  // « Cela m’arrive » alone takes no line away.
  for (const id of ['3018', '119', 'takeitdown', 'stopncii']) assert.ok(lines('').includes(id), id);
});

test('the victim’s door answers category, role and blackmail, and such a report is urgent', () => {
  const door = draftWith(threatened(draftWith({})));
  assert.ok(isThreatened(door.answers));
  const report = reportWith(threatened(draftWith({})));
  assert.equal(report.category, 'sexual_harassment');
  assert.equal(report.reporter.role, 'victim');
  assert.deepEqual(report.details, { blackmail: 'yes', target: 'me' });
  assert.equal(priorityOf(report), 'urgent');
  assert.equal(report.danger.immediate, 'unknown');
  // Where the role is asked, it is answered.
  const page = draftWith(threatened(draftWith({}, { flow: 'page' })), { flow: 'page' });
  assert.equal(roleOf(page), 'target');
  // « Chantage » of somebody else is no threat to the reporter.
  const witness = answer(door, { questions: { ...door.answers.questions, self: 'no' } });
  assert.equal(isThreatened(witness.answers), false);
  for (const no of [
    { category: 'child_sexual_abuse' as const },
    { questions: { self: 'yes' } },
    // For their work, people report what happens to others.
    { role: 'professional' as const },
    { role: 'child_protection' as const },
  ])
    assert.equal(isThreatened({ ...door.answers, ...no }), false);
  for (const role of ['witness', 'other', 'none', 'target'] as const)
    assert.equal(isThreatened({ ...door.answers, role }), true, role);
  // The answers that were given before stay.
  const before = draftWith({
    category: 'sexual_harassment',
    questions: { kinds: ['doxxing'], authorKnown: 'yes' },
  });
  const after = answer(before, threatened(before)).answers.questions;
  assert.deepEqual(after['kinds'], ['blackmail', 'doxxing']);
  assert.equal(after['authorKnown'], 'yes');
});

test('answers that an opener gives are lost by no closing; an answer beside them would be', () => {
  const draft = createDraft(settings, { isThreatened: true });
  assert.ok(isThreatened(draft.answers));
  assert.equal(hasAnswers(draft), false);
  const { questions } = draft.answers;
  assert.equal(hasAnswers(answer(draft, { questions: { ...questions, underAge: 'yes' } })), true);
});

test('the details are no step: they open from the review, count as it, and lead back', () => {
  const check = draftWith({ category: 'unsure', where: 'here' });
  const details = revise(check, 'details');
  assert.deepEqual([details.step, stepNumber(details)], ['details', 3]);
  assert.equal(advance(details).step, 'check');
  // What is wrong with them is mended before the report is sent.
  const wrong = answer(details, { reply: 'yes' });
  assert.equal(advance(wrong), wrong);
  const again = advance({ ...wrong, step: 'where', reviewed: undefined });
  assert.deepEqual([again.step, again.reviewed], ['details', wrong.answers]);
});

test('the answers before a change last no longer than the change', () => {
  const check = draftWith({ category: 'unsure', where: 'here', details: 'canari' });
  const details = revise({ ...check, step: 'check' }, 'details');
  assert.equal(details.reviewed, details.answers);
  assert.doesNotMatch(JSON.stringify(advance(answer(details, { details: '' }))), /canari/);
});
