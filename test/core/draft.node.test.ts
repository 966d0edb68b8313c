// The draft, from its first step to the review.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, createDraft, hasAnswers, stepsOf, withSettings } from '../../src/core/draft/draft.ts';
import { advance, goBack, revise } from '../../src/core/draft/moves.ts';
import type { Answers, Draft } from '../../src/core/draft/types.ts';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { createSubmissionId, reportOf } from '../../src/core/draft/to-report.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { context, settings, walk } from './draft-given.ts';

test('three answers are enough: a category, a place, and the act of sending', () => {
  const draft = walk(answer(createDraft(settings), { category: 'unsure', where: 'here' }));
  assert.equal(draft.step, 'check');
  const report = reportOf(draft, context);
  assert.deepEqual(reportSchema.parse(report), report);
  assert.equal(report.locations[0]?.url?.value, 'https://forum.example/fil/12');
  assert.equal(report.submittedAt, '2026-11-24T13:50:00Z');
  assert.deepEqual(report.reporter, { role: 'prefer_not_to_say', anonymous: true, followUp: 'none' });
});

test('a step is not left while something it needs is missing', () => {
  const start = createDraft(settings);
  assert.deepEqual(errorsOf(start), [{ field: 'category', code: 'category' }]);
  assert.equal(advance(start), start);
  const where = advance(answer(start, { category: 'unsure' }));
  assert.equal(where.step, 'where');
  const cases: [Partial<Answers>, field: string, code: string, n?: number][] = [
    [{}, 'where', 'where'],
    [{ where: 'elsewhere' }, 'addresses.0', 'url.empty'],
    [
      { where: 'elsewhere', addresses: ['https://a.example', 'data:image/png;base64,AA'] },
      'addresses.1',
      'url.data',
    ],
    [
      {
        where: 'elsewhere',
        addresses: [Array.from({ length: 11 }, (_, n) => `https://a.example/${n}`).join('\n')],
      },
      'addresses.0',
      'url.many',
      10,
    ],
    [{ where: 'elsewhere', addresses: [`https://a.example/${'é'.repeat(2049)}`] }, 'addresses.0', 'url.long'],
    [{ where: 'none', place: '  ' }, 'place', 'place'],
  ];
  for (const [answers, field, code, n] of cases)
    assert.deepEqual(errorsOf(answer(where, answers)), [{ field, code, ...(n && { n }) }]);
});

test('a page that is not on the web cannot be reported as « this page »', () => {
  const draft = answer(createDraft({ ...settings, location: 'about:srcdoc' }), {
    category: 'unsure',
    where: 'here',
  });
  assert.deepEqual(errorsOf(draft, 'where'), [{ field: 'where', code: 'where' }]);
});

test('no plausible e-mail address is refused, and a missing one is named', () => {
  const draft = (email: string): Draft => answer(createDraft(settings), { reply: 'yes', email });
  for (const email of ['a@b.fr', 'é@exemple.fr', "o'brien+x@sub.exemple.museum", ' nom@exemple.fr ']) {
    assert.deepEqual(errorsOf(draft(email), 'details'), [], email);
  }
  assert.deepEqual(errorsOf(draft(' '), 'details'), [{ field: 'email', code: 'email.empty' }]);
  for (const email of ['nom', 'nom@exemple', `${'a'.repeat(250)}@b.fr`]) {
    assert.deepEqual(errorsOf(draft(email), 'details'), [{ field: 'email', code: 'email.format' }]);
  }
});

test('without fields the details step falls away, and with it what it would have said', () => {
  const short = createDraft({ ...settings, fields: [] });
  assert.deepEqual(stepsOf(short), ['what', 'where', 'check']);
  const draft = walk(
    answer(short, {
      category: 'procuring',
      where: 'here',
      role: 'target',
      details: 'x',
      reply: 'yes',
      email: 'a@b.fr',
    }),
  );
  const report = reportOf(draft, context);
  assert.equal(report.content, undefined);
  assert.equal(report.reporter.role, 'prefer_not_to_say');
  assert.equal(report.reporter.anonymous, true);
});

test('« Modifier » comes back to the review, by way of an answer that the change made incomplete', () => {
  const checked = walk(
    answer(createDraft(settings), { category: 'procuring', where: 'here', role: 'witness' }),
  );
  const changed = advance(answer(revise(checked, 'what'), { category: 'unsure' }));
  assert.equal(changed.step, 'check');
  assert.equal(goBack(revise(checked, 'where')).step, 'check');
  const incomplete = advance(answer(revise(checked, 'what'), { where: 'none' }));
  assert.equal(incomplete.step, 'where');
  assert.equal(advance(answer(incomplete, { place: 'un groupe' })).step, 'check');
});

test('the role is sent only where the category asks for it', () => {
  const report = (category: Answers['category'] & string): string =>
    reportOf(walk(answer(createDraft(settings), { category, where: 'here', role: 'target' })), context)
      .reporter.role;
  assert.equal(report('sexual_harassment'), 'victim');
  assert.equal(report('terrorism_bomb_making'), 'prefer_not_to_say');
});

test('what the page filled in is not the reporter’s to lose', () => {
  const prefilled = createDraft(settings, { category: 'procuring', url: 'https://forum.example/1' });
  assert.equal(hasAnswers(prefilled), false);
  assert.equal(hasAnswers(answer(prefilled, { details: 'x' })), true);
  assert.equal(hasAnswers(answer(createDraft(settings), { category: 'unsure' })), true);
  assert.equal(hasAnswers(createDraft({ ...settings, pageContext: 'here' })), false);
});

test('ids are random UUIDs of version 4, without the help of `Array.from`', () => {
  const { from } = Array;
  try {
    Array.from = () => [] as never;
    const ids = new Set<string>();
    for (let n = 0; n < 1000; n += 1) ids.add(createSubmissionId((bytes) => crypto.getRandomValues(bytes)));
    assert.equal(ids.size, 1000);
    for (const id of ids)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  } finally {
    Array.from = from;
  }
});

test('what was answered stands when the page changes, on its first step too; until then the page fills it in anew', () => {
  const prefill = { url: 'https://forum.example/1' };
  const untouched = createDraft(settings, prefill);
  const other = { ...settings, location: 'https://forum.example/autre' };
  assert.deepEqual(withSettings(untouched, other, { url: 'https://forum.example/2' }).answers.addresses, [
    'https://forum.example/2',
  ]);
  const chosen = answer(untouched, { category: 'procuring' });
  assert.equal(withSettings(chosen, other, {}).answers, chosen.answers);
  const here = walk(answer(createDraft(settings), { category: 'unsure', where: 'here' }));
  const moved = withSettings(here, other, {});
  assert.equal(moved.answers, here.answers);
  assert.equal(moved.earlierPage, 'https://forum.example/fil/12?utm_source=x');
  assert.equal(withSettings(moved, settings, {}).earlierPage, 'https://forum.example/fil/12?utm_source=x');
});
