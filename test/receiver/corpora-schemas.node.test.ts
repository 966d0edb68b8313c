// R12: the zod and JSON Schema versions of the schemas other than the report's agree on any document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { safeParse, toJSONSchema, type $ZodType } from 'zod/v4/core';
import { MAX_RECEIVED_BYTES, PROBLEM_PREFIX, PROBLEMS } from '../../src/core/report/protocol.ts';
import { envelopeSchema, problemSchema, receiptSchema } from '../../src/core/report/protocol-schema.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import type { Json, JsonObject } from '../core/report-arbitrary.ts';
import { sampleReport } from './sample-report.ts';

const base64url = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const bytesOf = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
const spokenCode = fc.string({ unit: fc.constantFrom(...'0123456789AZ -'), minLength: 1, maxLength: 32 });
const uuid = fc.uuid({ version: 4 });

/** Valid documents. */
const RIGHT: Readonly<Record<string, { schema: $ZodType; document: fc.Arbitrary<object> }>> = {
  envelope: {
    schema: envelopeSchema,
    document: fc.record(
      {
        schemaVersion: fc.constant('1.0'),
        submissionId: uuid,
        partnerId: fc.constantFrom('ville-exemple', 'a1', '0._-', 'x'.repeat(64)),
        sealed: fc
          .tuple(base64url, bytesOf(12), base64url, bytesOf(16))
          .map(([header, iv, ciphertext, tag]) => `${header}..${iv}.${ciphertext}.${tag}`),
      },
      { requiredKeys: ['schemaVersion', 'submissionId', 'sealed'] },
    ),
  },
  receipt: {
    schema: receiptSchema,
    document: fc.record({
      submissionId: uuid,
      reference: spokenCode,
      receivedAt: fc
        .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .chain((date) => fc.constantFrom(date.toISOString(), `${date.toISOString().slice(0, 19)}Z`)),
    }),
  },
  problem: {
    schema: problemSchema,
    document: fc.record(
      {
        type: fc.constantFrom('about:blank', ...Object.keys(PROBLEMS).map((code) => PROBLEM_PREFIX + code)),
        title: fc.string(),
        status: fc.integer({ min: 400, max: 599 }),
        detail: fc.string(),
        errors: fc.array(
          fc.record({
            pointer: fc
              .array(fc.constantFrom('/a', '/', '/~0', '/~1b', '/0', '/é'))
              .map((parts) => parts.join('')),
            code: fc.string(),
          }),
          { maxLength: 3 },
        ),
        acceptedVersions: fc.array(fc.string(), { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'title', 'status'] },
    ),
  },
};

const STRAY: readonly Json[] = [
  [null, true, 0, -1, 1.5, 399, 400, 599, 600, 1e300, '', ' ', 'a', '1.0', '1.1', 'about:blank'],
  ['2026-11-24T13:50:00Z', '2026-11-24T13:50:00+01:00', '2026-11-24', '2026-02-30T00:00:00Z'],
  ['2024-02-29T00:00:00Z', 'A'.repeat(33), '\u0660', '/~2', 'a/b', '\0', '\ud800', '😀'],
  [[], {}, [[]], [{ pointer: '/', code: '' }]],
].flat();

type Change = (text: string, at: number) => string;

const TEXT_CHANGES: readonly Change[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}${text.charAt(at)}${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}=${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}.${text.slice(at)}`,
  (text, at) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1),
  (text) => `${text}\n`,
  (text) => ` ${text}`,
  (text, at) => `${text.slice(0, at)}é${text.slice(at)}`,
];

/** A document with one change: a key removed or added, a value replaced, or a text edited. */
function changed(document: object, [which, how, at]: readonly [number, number, number]): object {
  const copy = structuredClone(document) as JsonObject;
  const keys = Object.keys(copy);
  const key = keys[which % keys.length]!;
  const value = copy[key];
  if (how === 0) delete copy[key];
  else if (how === 1)
    Object.defineProperty(copy, ['extra', '__proto__', '', 'sealed', 'report'][at % 5]!, {
      value: STRAY[at % STRAY.length],
      enumerable: true,
      configurable: true,
    });
  else if (how <= 3 || typeof value !== 'string') copy[key] = structuredClone(STRAY[at % STRAY.length]!);
  else copy[key] = TEXT_CHANGES[how % TEXT_CHANGES.length]!(value, at % Math.max(1, value.length));
  return copy;
}

for (const [name, { schema, document }] of Object.entries(RIGHT)) {
  test(`zod and ajv agree on 10,000 documents that are a ${name}, and on as many that hardly are`, (t) => {
    const isValid = new Ajv2020({ strict: true, validateFormats: false }).compile(toJSONSchema(schema));
    const verdicts = (given: unknown) => [safeParse(schema, given).success, isValid(given)];
    let stillRight = 0;
    const change = fc.tuple(fc.nat(9), fc.nat(12), fc.nat(10_000));
    fc.assert(
      fc.property(document, change, (right, drawn) => {
        assert.deepEqual(verdicts(right), [true, true], JSON.stringify(right));
        const other = changed(right, drawn);
        const [zod, ajv] = verdicts(other);
        assert.equal(zod, ajv, JSON.stringify(other));
        if (ajv) stillRight++;
      }),
      { numRuns: 10_000, seed: 20_261_124 },
    );
    t.diagnostic(`${stillRight} of those changed are still right`);
    assert.ok(stillRight > 200 && stillRight < 6_000);
  });
}

test('an envelope names partners as a report does', () => {
  const envelope = {
    schemaVersion: '1.0',
    submissionId: crypto.randomUUID(),
    sealed: `e30..${'A'.repeat(16)}.AA.${'A'.repeat(22)}`,
  };
  assert.ok(envelopeSchema.safeParse(envelope).success);
  for (const partnerId of [
    'ab',
    'a',
    'A1',
    'a b',
    '-a',
    '.a',
    '0a',
    'x'.repeat(64),
    'x'.repeat(65),
    'é1',
    'a\n',
    '',
    'a._-z',
  ]) {
    const source = { partnerId, embed: 'npm', widgetVersion: '1.0.0', prefilled: false };
    assert.equal(
      envelopeSchema.safeParse({ ...envelope, partnerId }).success,
      reportSchema.safeParse(sampleReport({ source })).success,
      partnerId,
    );
  }
});

test('what can be sealed fits into a body beside the other fields at their longest', () => {
  const around = (ciphertext: string) => ({
    schemaVersion: '1.0',
    submissionId: crypto.randomUUID(),
    partnerId: 'x'.repeat(64),
    sealed: `e30..${'A'.repeat(16)}.${ciphertext}.${'A'.repeat(22)}`,
  });
  const isEnvelope = (length: number) => envelopeSchema.safeParse(around('A'.repeat(length))).success;
  let length = MAX_RECEIVED_BYTES;
  while (!isEnvelope(length)) length -= 4;
  const size = JSON.stringify(around('A'.repeat(length))).length;
  assert.ok(size <= MAX_RECEIVED_BYTES && size > MAX_RECEIVED_BYTES - 256, `${size}`);
});

test('a sealed text that goes on and on is refused in the time that it takes to read it', () => {
  const startedAt = performance.now();
  for (const unit of ['A', 'AAAA', 'A.', '..', 'AAA=', '.A', 'A\n', 'Q']) {
    const sealed = unit.repeat(65_536 / unit.length);
    const envelope = { schemaVersion: '1.0', submissionId: crypto.randomUUID(), sealed };
    assert.ok(!envelopeSchema.safeParse(envelope).success);
    assert.ok(!envelopeSchema.safeParse({ ...envelope, sealed: sealed.slice(0, 65_000) }).success);
  }
  assert.ok(performance.now() - startedAt < 2_000);
});
