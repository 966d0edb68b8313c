// Model of sealed reports: what a form seals, the hotline opens and the receiver keeps; with any byte changed, nobody does.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sealReport, SEALED_STEP_BYTES, thumbprint } from '../../src/core/report/seal.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { readReports, type ReadReport } from '../../src/receiver/export/reader.ts';
import { createReceiver, openSealed, openStore, SealedError } from '../../src/receiver/index.ts';
import { validReport, type Json } from '../core/report-arbitrary.ts';
import { postRequest } from '../receiver/harness.ts';
import { makePair } from '../receiver/sealed-given.ts';
import { modelOf } from './model.ts';

/** What somebody on the way does to an envelope. */
type Change =
  /** Changes bits of one byte of the header, the nonce, what is sealed, or its tag. */
  | readonly ['byte', part: number, at: number, bits: number]
  /** The same in the text of the whole body. */
  | readonly ['text', at: number, bits: number]
  /** Cuts bytes off the end of a part, or adds some. */
  | readonly ['length', part: number, by: number]
  /** Puts a part of another envelope of the same report in its place. */
  | readonly ['part', part: number]
  /** Puts another value beside the seal. */
  | readonly ['beside', member: 'submissionId' | 'partnerId' | 'followUp' | 'schemaVersion'];

interface Case {
  readonly report: Json;
  readonly change: Change | null;
}

const PAIR = await makePair();
const OTHER = await makePair();
const PUBLIC_KEY = PAIR.point.toString('base64url');
const KID = await thumbprint(PUBLIC_KEY);

/** The parts that have bytes; the second, the encrypted key, has none. */
const part = fc.constantFrom(0, 2, 3, 4);
const bits = fc.integer({ min: 1, max: 255 });

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constant('byte' as const), part, fc.nat(100_000), bits),
  fc.tuple(fc.constant('text' as const), fc.nat(100_000), bits),
  fc.tuple(
    fc.constant('length' as const),
    part,
    fc.integer({ min: -3, max: 3 }).filter((by) => by !== 0),
  ),
  fc.tuple(fc.constant('part' as const), part),
  fc.tuple(
    fc.constant('beside' as const),
    fc.constantFrom(
      'submissionId' as const,
      'partnerId' as const,
      'followUp' as const,
      'schemaVersion' as const,
    ),
  ),
);

/** A report of the receiver's limit and less: other tests hold what is larger. */
const report = validReport.filter((its) => JSON.stringify(its).length < 24_000);
const cases: fc.Arbitrary<Case> = fc.record({ report, change: fc.option(change, { freq: 4 }) });

const replaced = (sealed: string, index: number, edit: (bytes: Buffer) => Buffer): string =>
  sealed
    .split('.')
    .map((each, at) => (at === index ? edit(Buffer.from(each, 'base64url')).toString('base64url') : each))
    .join('.');

const flipped = (bytes: Buffer, at: number, its: number): Buffer => {
  const copy = Buffer.from(bytes);
  const index = at % copy.length;
  copy[index] = copy[index]! ^ its;
  return copy;
};

/** The body of a request, changed on its way. */
function changed(body: string, again: string, [kind, ...given]: Change): Buffer {
  const envelope = JSON.parse(body) as { sealed: string } & Record<string, unknown>;
  const withSealed = (sealed: string): Buffer => Buffer.from(JSON.stringify({ ...envelope, sealed }));
  const [first, second = 0, third = 0] = given as unknown as [number, number?, number?];
  if (kind === 'text') return flipped(Buffer.from(body), first, second);
  if (kind === 'byte')
    return withSealed(replaced(envelope.sealed, first, (bytes) => flipped(bytes, second, third)));
  if (kind === 'length')
    return withSealed(
      replaced(envelope.sealed, first, (bytes) =>
        second < 0 ? bytes.subarray(0, second) : Buffer.concat([bytes, Buffer.alloc(second)]),
      ),
    );
  if (kind === 'part') {
    const { sealed } = JSON.parse(again) as { sealed: string };
    const others = sealed.split('.');
    return withSealed(
      envelope.sealed
        .split('.')
        .map((each, at) => (at === first ? others[at]! : each))
        .join('.'),
    );
  }
  const hash = Buffer.alloc(32, 7).toString('base64url');
  const beside: Record<string, Record<string, unknown>> = {
    submissionId: { submissionId: crypto.randomUUID() },
    partnerId: { partnerId: 'autre-ville' },
    followUp: { followUp: { hash } },
    schemaVersion: { schemaVersion: '9.0' },
  };
  return Buffer.from(JSON.stringify({ ...envelope, ...beside[String(given[0])] }));
}

/** What opens of a body; undefined if nothing does. */
async function opened(body: Buffer, key: CryptoKey): Promise<Report | undefined> {
  try {
    const envelope: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return await openSealed(envelope, key);
  } catch (error) {
    if (error instanceof SealedError || error instanceof SyntaxError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}

async function check({ report: json, change: its }: Case): Promise<void> {
  const text = JSON.stringify(json);
  const given = reportSchema.parse(json);
  const body = JSON.stringify(await sealReport(given, text, PUBLIC_KEY));
  const envelope = JSON.parse(body) as { sealed: string };
  // What is sealed has no length of its own.
  const ciphertext = Buffer.from(envelope.sealed.split('.')[3] ?? '', 'base64url');
  assert.equal(ciphertext.length, Math.ceil(Buffer.byteLength(text) / SEALED_STEP_BYTES) * SEALED_STEP_BYTES);
  const secret = given.content?.description ?? given.locations[0]?.url?.value;
  if (secret && secret.length > 5) assert.ok(!body.includes(JSON.stringify(secret).slice(1, -1)));
  if (!its) {
    assert.deepEqual(await opened(Buffer.from(body), PAIR.privateKey), given);
    assert.equal(await opened(Buffer.from(body), OTHER.privateKey), undefined);
    return assertKept(body, given);
  }
  const again = JSON.stringify(await sealReport(given, text, PUBLIC_KEY));
  const forged = changed(body, again, its);
  const read = await opened(forged, PAIR.privateKey);
  if (!read) return;
  assert.deepEqual(JSON.parse(forged.toString()), envelope, 'a changed envelope opens');
  assert.deepEqual(read, given);
}

/** The receiver takes the envelope, and gives it back unread, or read with the key. */
async function assertKept(body: string, given: Report): Promise<void> {
  const store = await openStore('sqlite::memory:');
  try {
    const receiver = createReceiver({ store, sealKeys: [KID], sealedOnly: true });
    const { status } = await receiver(postRequest(body));
    assert.equal(status, 201);
    for (const [keys, expected] of [
      [[], 'sealed'],
      [[OTHER.privateKey], 'decryption'],
      [[OTHER.privateKey, PAIR.privateKey], undefined],
    ] as const) {
      const read: ReadReport[] = [];
      for await (const each of readReports(store, { keys })) read.push(each);
      assert.deepEqual(
        read.map(({ fault, isAltered }) => [fault, isAltered]),
        [[expected, false]],
      );
      assert.deepEqual(read[0]?.report, expected ? undefined : given);
    }
  } finally {
    await store.close();
  }
}

export const model = modelOf<Case>({
  name: 'envelopes',
  runs: 80,
  property: fc.asyncProperty(cases, check),
});
