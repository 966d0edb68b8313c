// The first three steps on one page, for frequent reporters.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, createDraft, hasAnswers, stepsOf } from '../../src/core/draft/draft.ts';
import { advance, goBack, revise } from '../../src/core/draft/moves.ts';
import type { Answers, Draft } from '../../src/core/draft/types.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
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
  assert.deepEqual(codes(start), ['category category', 'where where']);
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
    assert.deepEqual(codes(incomplete), ['place place']);
  }
});

test('whoever reports often can say in what capacity, whatever the category', () => {
  assert.equal(asksRole(start), true);
  assert.equal(asksRole(createDraft({ ...settings, flow: 'page', fields: ['details'] })), false);
  const report = reportOf(advance(answer(start, { ...enough, role: 'professional' })), context);
  assert.equal(report.reporter.role, 'other_professional');
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
