// The first three steps on one page, for frequent reporters.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, createDraft, hasAnswers, stepsOf } from '../../src/core/draft/draft.ts';
import { advance, goBack, revise } from '../../src/core/draft/moves.ts';
import type { Answers, Draft } from '../../src/core/draft/types.ts';
import { questionsOf } from '../../src/core/draft/given-answers.ts';
import { OWN_FILE, reportOf } from '../../src/core/draft/to-report.ts';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { asksRole } from '../../src/core/draft/role.ts';
import { context, settings } from './draft-given.ts';

const start = createDraft({ ...settings, flow: 'page' });
const codes = (draft: Draft): string[] => errorsOf(draft).map(({ field, code }) => `${field} ${code}`);
const enough: Partial<Answers> = { category: 'unsure', where: 'here' };

test('there is the page, then the review', () => {
  assert.equal(start.step, 'page');
  assert.deepEqual(stepsOf(start), ['page', 'check']);
  const checked = advance(answer(start, enough));
  assert.equal(checked.step, 'check');
  assert.equal(checked.reviewed, undefined);
  assert.equal(goBack(checked).step, 'page');
  assert.equal(goBack(start).step, 'page');
  // The page keeps its content when a hotline omits optional details.
  assert.deepEqual(stepsOf(createDraft({ ...settings, flow: 'page', fields: [] })), ['page', 'check']);
});

test('the errors of the three parts come together, in the order of the page', () => {
  // Frequent reporters have a link.
  assert.deepEqual(codes(start), ['category category', 'addresses.0 url.empty']);
  assert.deepEqual(codes(answer(start, { where: undefined })), ['category category', 'where where']);
  assert.equal(advance(start), start);
  const wrong = answer(start, {
    where: 'elsewhere',
    addresses: ['', 'data:image/png;base64,AA'],
    details: 'x'.repeat(2_001),
    reply: 'yes',
    email: 'nom',
  });
  assert.deepEqual(codes(wrong), [
    'category category',
    'addresses.1 url.data',
    'details details.long',
    'email email.format',
  ]);
});

test('what a hotline leaves out of the page keeps it from being left no more', () => {
  const short = createDraft({ ...settings, flow: 'page', fields: [] });
  const long = { details: 'x'.repeat(2_001), reply: 'yes', email: 'nom' } as const;
  assert.equal(advance(answer(short, { ...enough, ...long })).step, 'check');
});

test('« Modifier » leads to the page whatever the answer, and comes back to the review', () => {
  const checked = advance(answer(start, enough));
  for (const step of ['what', 'where', 'details'] as const) {
    const revised = revise(checked, step);
    assert.equal(revised.step, 'page');
    assert.equal(revised.reviewed, revised.answers);
    assert.equal(advance(revised).step, 'check');
    assert.equal(goBack(revised).step, 'check');
    const incomplete = answer(revised, { where: 'none' });
    assert.equal(advance(incomplete).step, 'page');
    assert.deepEqual(codes(incomplete), ['service place']);
  }
});

test('whoever reports often can say in what capacity, whatever the category', () => {
  assert.equal(asksRole(start), true);
  assert.equal(asksRole(createDraft({ ...settings, flow: 'page', fields: ['details'] })), false);
  const report = reportOf(advance(answer(start, { ...enough, role: 'professional' })), context);
  assert.equal(report.reporter.role, 'other_professional');
});

test('the role of the last report is there from the start, is the reporter’s to change, and nothing to lose', () => {
  const next = createDraft({ ...settings, flow: 'page' }, { role: 'child_protection' });
  assert.equal(next.answers.role, 'child_protection');
  assert.equal(hasAnswers(next), false);
  assert.equal(hasAnswers(answer(next, { role: 'professional' })), true);
  const report = reportOf(advance(answer(next, enough)), context);
  assert.equal(report.reporter.role, 'child_protection_professional');
  // The page gave nothing.
  const elsewhere = answer(next, { category: 'unsure', addresses: ['https://exemple.fr/7'] });
  assert.equal(reportOf(advance(elsewhere), context).source.prefilled, false);
  assert.equal(createDraft(settings, { role: 'child_protection' }).answers.role, undefined);
});

test('the reference of the reporters’ own file goes with the report, at most 64 characters of it', () => {
  const referring = (ownReference: string, from: Draft = start): Draft =>
    answer(from, { ...enough, questions: { ownReference } });
  const sent = (text: string, from?: Draft) => reportOf(advance(referring(text, from)), context).priorReports;
  assert.deepEqual(sent(' AEMO-118 '), { references: [{ to: 'own file', reference: 'AEMO-118' }] });
  assert.equal(sent('  '), undefined);
  assert.deepEqual(codes(referring('x'.repeat(64))), []);
  assert.deepEqual(codes(referring('x'.repeat(65))), ['questions.ownReference questions.long']);
  // Step by step it is not asked, nor where a hotline leaves the questions out.
  assert.equal(reportOf(referring('AEMO-118', createDraft(settings)), context).priorReports, undefined);
  assert.equal(sent('AEMO-118', createDraft({ ...settings, flow: 'page', fields: ['details'] })), undefined);
  // Beside the answers about earlier reports.
  const both = answer(start, { ...enough, questions: { ownReference: 'A', priorReports: ['police'] } });
  assert.deepEqual(reportOf(advance(both), context).priorReports, {
    police: 'yes',
    references: [{ to: OWN_FILE, reference: 'A' }],
  });
});

test('those who report for their work are not asked for their age', () => {
  const asked = (draft: Draft): string[] => questionsOf(draft).map(({ id }) => id);
  assert.ok(!asked(start).includes('ageBand'));
  assert.ok(asked(createDraft(settings)).includes('ageBand'));
});

test('what was given on the page is the reporter’s to lose', () => {
  assert.equal(hasAnswers(start), false);
  for (const given of [
    { role: 'witness' },
    { questions: { kinds: ['threat'] } },
    { service: 'x' },
    { login: true },
  ] as const)
    assert.equal(hasAnswers(answer(start, given)), true);
});
