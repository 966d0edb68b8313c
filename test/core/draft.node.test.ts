// The draft, from its first step to the review.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  answer,
  confirmAnswers,
  createDraft,
  hasAnswers,
  pageOf,
  screensOf,
  stepNumber,
  stepsOf,
  withSettings,
} from '../../src/core/draft/draft.ts';
import { advance, goBack, revise } from '../../src/core/draft/moves.ts';
import type { Answers, Draft, DraftSettings, Prefill } from '../../src/core/draft/types.ts';
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
        addresses: [Array.from({ length: 21 }, (_, n) => `https://a.example/${n}`).join('\n')],
      },
      'addresses.0',
      'url.many',
      20,
    ],
    [{ where: 'elsewhere', addresses: [`https://a.example/${'é'.repeat(2049)}`] }, 'addresses.0', 'url.long'],
    [{ where: 'none', place: '  ' }, 'service', 'place'],
  ];
  const twenty = Array.from({ length: 20 }, (_, n) => `https://a.example/${n}`).join('\n');
  assert.deepEqual(errorsOf(answer(where, { where: 'elsewhere', addresses: [twenty] })), []);
  for (const [answers, field, code, n] of cases)
    assert.deepEqual(errorsOf(answer(where, answers)), [{ field, code, ...(n && { n }) }]);
});

test('each step is shown in its turn, also where the page has answered it', () => {
  const here = createDraft({ ...settings, pageContext: 'here' }, { category: 'unsure' });
  const where = advance(here);
  assert.deepEqual([where.step, where.reviewed], ['where', undefined]);
  const check = advance(where);
  assert.deepEqual([check.step, check.reviewed], ['check', undefined]);
});

test('a page that is not on the web cannot be reported as « this page »', () => {
  const draft = answer(createDraft({ ...settings, location: 'about:srcdoc' }), {
    category: 'unsure',
    where: 'here',
  });
  assert.deepEqual(errorsOf(draft, 'where'), [{ field: 'where', code: 'where' }]);
  // Nor one that the hotline does not offer.
  const elsewhere = { ...settings, pageContext: 'elsewhere' } as const;
  assert.equal(pageOf(elsewhere), '');
  assert.deepEqual(errorsOf(answer(createDraft(elsewhere), { where: 'here' }), 'where'), [
    { field: 'where', code: 'where' },
  ]);
});

test('« this page » is the address that the page gives, and its canonical one only where it gives none', () => {
  const canonical = 'https://forum.example/canonique';
  const pageUrl = 'https://forum.example/donnee';
  assert.equal(pageOf({ ...settings, canonical, pageUrl }), pageUrl);
  assert.equal(pageOf({ ...settings, canonical }), canonical);
  assert.equal(pageOf(settings), settings.location);
});

test('an opener that passes the address of the page means the page, unless that is not offered', () => {
  const canonical = 'https://forum.example/canonique';
  const pageUrl = 'https://forum.example/donnee';
  const its = { ...settings, canonical, pageUrl };
  const opened = (prefill: Prefill, page: DraftSettings = its): unknown => {
    const { answers } = createDraft(page, prefill);
    return [answers.where, answers.page, answers.addresses];
  };
  for (const url of [canonical, pageUrl, settings.location])
    assert.deepEqual(opened({ url }), ['here', pageUrl, ['']], url);
  const other = 'https://forum.example/1';
  assert.deepEqual(opened({ url: other }), ['elsewhere', undefined, [other]]);
  assert.deepEqual(opened({ url: other }, { ...its, pageContext: 'here' }), [
    'elsewhere',
    undefined,
    [other],
  ]);
  assert.deepEqual(opened({}, { ...its, pageContext: 'here' }), ['here', pageUrl, ['']]);
  assert.deepEqual(opened({}), [undefined, undefined, ['']]);
  assert.deepEqual(opened({ url: pageUrl }, { ...its, pageContext: 'elsewhere' }), [
    'elsewhere',
    undefined,
    [pageUrl],
  ]);
});

test('no plausible e-mail address is refused, and a missing one is named', () => {
  const draft = (email: string): Draft => answer(createDraft(settings), { reply: 'yes', email });
  for (const email of [
    'a@b.fr',
    'é@exemple.fr',
    "o'brien+x@sub.exemple.museum",
    ' nom@exemple.fr ',
    'é'.repeat(200) + '@b.fr',
  ]) {
    assert.deepEqual(errorsOf(draft(email), 'details'), [], email);
  }
  assert.deepEqual(errorsOf(draft(' '), 'details'), [{ field: 'email', code: 'email.empty' }]);
  for (const email of [
    'nom',
    'nom@exemple',
    '@exemple.fr',
    'un nom@exemple.fr',
    'nom@exemple.fr le soir',
    'nom@autre@exemple.fr',
    `${'a'.repeat(250)}@b.fr`,
  ]) {
    assert.deepEqual(errorsOf(draft(email), 'details'), [{ field: 'email', code: 'email.format' }]);
  }
});

test('without fields the details step falls away, and with it what it would have said', () => {
  const short = createDraft({ ...settings, fields: [] });
  assert.deepEqual(stepsOf(short), ['what', 'where', 'check']);
  assert.deepEqual(screensOf(short), ['what', 'where', 'check']);
  assert.deepEqual(screensOf(createDraft(settings)), ['what', 'where', 'check', 'details']);
  assert.deepEqual(screensOf(createDraft({ ...settings, flow: 'page' })), ['page', 'check']);
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
  const back = goBack(revise(checked, 'where'));
  assert.deepEqual([back.step, back.reviewed], ['check', undefined]);
  assert.equal(goBack(checked).step, 'where');
  assert.equal(goBack(goBack(checked)).step, 'what');
  assert.equal(goBack(goBack(goBack(checked))).step, 'what');
  assert.deepEqual([checked, goBack(checked), goBack(goBack(checked))].map(stepNumber), [3, 2, 1]);
  assert.equal(revise(checked, 'check').reviewed, undefined);
  const incomplete = advance(answer(revise(checked, 'what'), { where: 'none' }));
  assert.equal(incomplete.step, 'where');
  // The answers as the review showed them, not as they are now.
  assert.equal(incomplete.reviewed, checked.answers);
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
  for (const given of [{ category: 'procuring' }, { url: 'https://forum.example/1' }] as const) {
    const draft = createDraft(settings, given);
    assert.equal(hasAnswers(draft), false);
    assert.equal(hasAnswers(answer(draft, { role: 'witness' })), true);
  }
  const start = createDraft(settings);
  assert.equal(hasAnswers(answer(start, { where: 'here' })), true);
  // An answer beside a given one, or in its place, is the reporter's; the given one chosen again is not.
  for (const changes of [{ category: 'unsure' }, { addresses: ['x'] }, { where: 'none' }] as const)
    assert.equal(hasAnswers(answer(prefilled, changes)), true);
  assert.equal(hasAnswers(answer(prefilled, { category: 'procuring', where: 'elsewhere' })), false);
  const there = answer(answer(prefilled, { where: 'here' }), { where: 'elsewhere' });
  assert.equal(hasAnswers(there), false);
  // What the form itself drops is no answer: this page asks no questions.
  const atDoor = createDraft({ ...settings, fields: ['details'] }, { isThreatened: true });
  assert.equal(hasAnswers(advance(atDoor)), false);
  // Nor is anything the page's once it was sent.
  assert.equal(hasAnswers(confirmAnswers(prefilled)), true);
  // What was typed and taken away again is no answer.
  const typed = answer(start, { addresses: ['x'], questions: { pinpoint: 'x' } });
  assert.equal(hasAnswers(typed), true);
  assert.equal(hasAnswers(answer(typed, { addresses: [''], questions: {} })), false);
  assert.equal(hasAnswers(answer(typed, { addresses: ['', ''], questions: { pinpoint: '' } })), false);
  // The page has changed, and the reporter has not answered.
  const here = createDraft({ ...settings, pageContext: 'here' });
  const moved = { ...here.settings, location: 'https://forum.example/autre' };
  assert.equal(hasAnswers({ ...here, settings: moved }), false);
});

test('the report says that the page filled something in', () => {
  const prefilled = (prefill: Prefill, answers: Partial<Answers>): boolean =>
    reportOf(walk(answer(createDraft(settings, prefill), { category: 'unsure', ...answers })), context).source
      .prefilled;
  const elsewhere = { where: 'elsewhere', addresses: ['https://exemple.fr/7'] } as const;
  assert.equal(prefilled({}, elsewhere), false);
  assert.equal(prefilled({}, { where: 'here' }), true);
  assert.equal(prefilled({ category: 'procuring' }, elsewhere), true);
  assert.equal(prefilled({ url: 'https://exemple.fr/7' }, {}), true);
  assert.equal(prefilled({ isThreatened: true }, elsewhere), true);
});

test('an id has all its random bits', () => {
  const id = (byte: number): string => createSubmissionId((bytes) => bytes.fill(byte));
  assert.equal(id(0), '00000000-0000-4000-8000-000000000000');
  assert.equal(id(255), 'ffffffff-ffff-4fff-bfff-ffffffffffff');
  const counted = createSubmissionId((bytes) => bytes.map((_, n) => n * 0x11));
  assert.equal(counted, '00112233-4455-4677-8899-aabbccddeeff');
});

test('without a category there is no report', () => {
  assert.throws(
    () => reportOf(answer(createDraft(settings), { where: 'here' }), context),
    /needs a category/,
  );
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
  // The page stays, or is not the answer any more.
  assert.equal(withSettings(here, { ...settings, fields: [] }, {}).earlierPage, undefined);
  assert.equal(withSettings(answer(here, { where: 'elsewhere' }), other, {}).earlierPage, undefined);
  // What the page itself filled in stands once the reporter has gone on from it.
  const wentOn = advance(createDraft(settings, { category: 'procuring' }));
  assert.equal(wentOn.step, 'where');
  assert.equal(withSettings(wentOn, other, { category: 'unsure' }).answers.category, 'procuring');
});

test('a form that loses its details, or becomes one page, goes on at a step that it has', () => {
  const details = revise(
    walk(answer(createDraft(settings), { category: 'unsure', where: 'here' })),
    'details',
  );
  assert.equal(withSettings(details, { ...settings, fields: ['reply'] }, {}).step, 'details');
  assert.equal(withSettings(details, { ...settings, fields: [] }, {}).step, 'what');
  assert.equal(withSettings(details, { ...settings, flow: 'page' }, {}).step, 'page');
});

const someSettings: fc.Arbitrary<DraftSettings> = fc.record({
  location: fc.constantFrom(settings.location, 'https://forum.example/autre', 'about:srcdoc'),
  pageContext: fc.constantFrom('ask', 'here', 'elsewhere'),
  fields: fc.subarray(['questions', 'role', 'details', 'reply'] as const),
  flow: fc.constantFrom('steps', 'page'),
});
const somePrefill = fc.record(
  {
    category: fc.constantFrom('procuring', 'unsure'),
    url: fc.constantFrom(settings.location, 'https://forum.example/1'),
    isThreatened: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Prefill>;
const someAnswers = fc.record(
  {
    category: fc.constantFrom('procuring', 'sexual_harassment', 'unsure'),
    where: fc.constantFrom('here', 'none'),
    place: fc.constantFrom('', 'un salon'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Answers>>;

test('whatever the page becomes: no answer of the reporter is lost, and the step is one that there is', () => {
  fc.assert(
    fc.property(
      someSettings,
      someSettings,
      somePrefill,
      somePrefill,
      fc.option(someAnswers),
      fc.boolean(),
      (before, after, prefill, other, given, isLeft) => {
        const start = createDraft(before, prefill);
        const answered = given ? answer(start, given) : start;
        const draft = isLeft ? advance(answered) : answered;
        const next = withSettings(draft, after, other);
        assert.equal(next.settings, after);
        assert.ok(screensOf(next).includes(next.step));
        if (draft.answers === start.answers && draft.step === start.step)
          assert.deepEqual(next, createDraft(after, other));
        else {
          assert.equal(next.answers, draft.answers);
          if (screensOf(next).includes(draft.step)) assert.equal(next.step, draft.step);
        }
        // « Sur cette page » goes on to mean the page on which it was said.
        if (next.earlierPage !== undefined) {
          assert.equal(next.earlierPage, draft.answers.page);
          assert.notEqual(next.earlierPage, pageOf(after));
          assert.equal(next.answers.where, 'here');
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
