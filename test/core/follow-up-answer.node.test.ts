// The exchange of the follow-up address: constant length, a closed list, and nothing believed that is not of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  FOLLOW_UP_BYTES,
  FOLLOW_UP_STATES,
  MAX_ADDITIONS,
  readFollowUpAnswer,
  writeFollowUpAnswer,
  type FollowUpAnswer,
} from '../../src/core/follow-up/answer.ts';
import { followUpAnswerSchema, followUpRequestSchema } from '../../src/core/follow-up/answer-schema.ts';

const days = fc.integer({ min: 0, max: 36_500 });
const since = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const added = fc.option(fc.boolean(), { nil: undefined });

const answers: fc.Arbitrary<Omit<FollowUpAnswer, 'pad'>> = fc.oneof(
  days.map((kept) => ({ state: 'unknown' as const, days: kept })),
  fc
    .tuple(
      fc.constantFrom(...FOLLOW_UP_STATES),
      since,
      days,
      fc.integer({ min: 0, max: MAX_ADDITIONS }),
      added,
      fc.option(fc.constantFrom('K7M2-4QXD', '1', 'A'.repeat(32)), { nil: undefined }),
    )
    .map(([state, day, kept, left, isAdded, reference]) => ({
      state,
      since: day,
      days: kept,
      ...(state === 'question' && { question: 'link' as const, left }),
      ...(isAdded !== undefined && { added: isAdded }),
      ...(isAdded && reference !== undefined && { reference }),
    })),
);

test('an answer has 256 bytes', () => {
  assert.equal(writeFollowUpAnswer({ state: 'unknown', days: 90 }).length, 256);
});

test('every answer has one length, follows its schema, and is read back', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const text = writeFollowUpAnswer(answer);
      assert.equal(Buffer.byteLength(text), FOLLOW_UP_BYTES);
      const value: unknown = JSON.parse(text);
      assert.ok(followUpAnswerSchema.safeParse(value).success);
      assert.deepEqual(readFollowUpAnswer(value), answer);
    }),
    { numRuns: 2_000 },
  );
});

test('what is no answer is not believed', () => {
  const good = { state: 'removed', since: '2026-11-24', days: 90 };
  assert.ok(readFollowUpAnswer(good));
  for (const wrong of [
    null,
    [],
    'removed',
    {},
    { ...good, state: 'arrested' },
    { ...good, state: 'toString' },
    { ...good, since: '24/11/2026' },
    { ...good, since: '2026-13-45' },
    { ...good, since: 'on 2026-11-24' },
    { ...good, since: '2026-11-24T00:00Z' },
    { ...good, since: ['2026-11-24'] },
    { ...good, since: undefined },
    { ...good, days: '90' },
    { ...good, days: 1e9 },
    { ...good, days: 36_501 },
    { ...good, days: -1 },
    { ...good, days: 1.5 },
    { ...good, state: 'unknown', days: undefined },
    { ...good, days: undefined },
    { ...good, state: 'question' },
    { ...good, state: 'question', question: 'your name', left: 1 },
    { ...good, state: 'question', question: 'link', left: 4 },
    { ...good, state: 'question', question: 'link', left: -1 },
    { ...good, state: 'question', question: 'link', left: '1' },
    { ...good, state: 'question', left: 1 },
    Object.create(good) as unknown,
  ])
    assert.equal(readFollowUpAnswer(wrong), undefined, JSON.stringify(wrong));
  for (const kept of [0, 36_500])
    for (const left of [0, 3]) {
      const answer = { ...good, state: 'question', days: kept, question: 'link', left } as const;
      assert.deepEqual(readFollowUpAnswer(answer), answer);
    }
  // Nothing else of an answer is taken.
  assert.deepEqual(readFollowUpAnswer({ ...good, added: 'yes' }), good);
  // A number is taken as receipts have it, and of an addition alone.
  for (const reference of ['<b>', 'a'.repeat(33), '', 7])
    assert.deepEqual(readFollowUpAnswer({ ...good, added: true, reference }), { ...good, added: true });
  assert.deepEqual(readFollowUpAnswer({ ...good, added: false, reference: 'K7M2' }), {
    ...good,
    added: false,
  });
  assert.deepEqual(readFollowUpAnswer({ ...good, state: 'unknown' }), { state: 'unknown', days: 90 });
  assert.deepEqual(readFollowUpAnswer({ ...good, text: '<b>', question: 'link' }), good);
});

test('a request has a locator, and nothing that leads to its code', () => {
  const locator = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
  const isTaken = (request: unknown): boolean => followUpRequestSchema.safeParse(request).success;
  assert.ok(isTaken({ locator }));
  assert.ok(isTaken({ locator, adds: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11' }));
  assert.ok(!isTaken({ locator: '7K4M2QXD7K4M2QXD' }));
  assert.ok(!isTaken({ locator, code: '7K4M2QXD7K4M2QXD' }));
  assert.ok(!isTaken({ locator: `${locator.slice(0, -1)}V` }), 'stray bits');
  assert.ok(!isTaken({ locator, adds: 'L1' }));
});
