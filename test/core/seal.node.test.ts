// Sealed reports: an independent implementation of the standard (jose) opens them, no other key does, and their length
// reveals little.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  base64url,
  calculateJwkThumbprint,
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
} from 'jose';
import { prepareSubmission } from '../../src/widget/client/submit.ts';
import { MAX_REPORT_BYTES, MAX_REQUEST_BYTES } from '../../src/core/report/protocol.ts';
import type { Report } from '../../src/core/report/report.ts';
import { importPublicKey, sealReport, thumbprint, SEALED_STEP_BYTES } from '../../src/core/report/seal.ts';
import { MINIMAL_REPORT } from './report-examples.ts';

/** The hotline's settings for opening reports: only these two algorithms are allowed. */
const ALGORITHMS = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };

async function makeKeys() {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(publicKey);
  const point = Buffer.concat([Buffer.of(4), base64url.decode(jwk.x!), base64url.decode(jwk.y!)]);
  return { privateKey, jwk, text: base64url.encode(point) };
}

const keys = await makeKeys();

const open = async (sealed: string, key = keys.privateKey): Promise<string> =>
  new TextDecoder().decode((await compactDecrypt(sealed, key, ALGORITHMS)).plaintext);

const reportSaying = (description: string): Report => ({ ...MINIMAL_REPORT, content: { description } });

const sealText = async (text: string): Promise<string> =>
  prepareSubmission(await sealReport(MINIMAL_REPORT, text, keys.text)).body;

/** JSON text of a length in bytes. */
const jsonOf = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;

/** Runs a task for every number below `count`, a few at a time. */
async function forEach(count: number, run: (index: number) => Promise<void>): Promise<void> {
  for (let start = 0; start < count; start += 50)
    await Promise.all(Array.from({ length: Math.min(50, count - start) }, (_, index) => run(start + index)));
}

test('an envelope holds the id, the partner, and what is sealed; its header says how', async () => {
  const { sealed, ...rest } = await sealReport(MINIMAL_REPORT, '{}', keys.text);
  assert.deepEqual(rest, {
    schemaVersion: '1.0',
    submissionId: MINIMAL_REPORT.submissionId,
    partnerId: MINIMAL_REPORT.source.partnerId,
  });
  const { epk, ...header } = decodeProtectedHeader(sealed);
  assert.deepEqual(header, {
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    kid: await calculateJwkThumbprint(keys.jwk),
  });
  assert.equal(await thumbprint(keys.text), header['kid']);
  assert.deepEqual(Object.keys(epk as object).toSorted(), ['crv', 'kty', 'x', 'y']);
  assert.match(sealed, /^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  assert.equal((await open(sealed)).length, 4_096);
});

test('an envelope without partner names none', async () => {
  const { partnerId: _, ...source } = MINIMAL_REPORT.source;
  assert.ok(!('partnerId' in (await sealReport({ ...MINIMAL_REPORT, source }, '{}', keys.text))));
});

test('an envelope has the hash of the follow-up code, beside what is sealed', async () => {
  const followUp = { hash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' };
  const report = { ...MINIMAL_REPORT, followUp };
  const { followUp: beside } = await sealReport(report, '{}', keys.text);
  assert.deepEqual(beside, followUp);
});

test('4,000 reports come back byte for byte, and all after them is blank', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 2_000 }), { numRuns: 4_000, seed: 14 });
  await forEach(texts.length, async (index) => {
    const report = reportSaying(texts[index]!.replace(/[\0\p{Cs}]/gu, ' '));
    const { body } = prepareSubmission(report);
    const envelope = await sealReport(report, body, keys.text);
    const text = await open(envelope.sealed);
    assert.equal(text.trimEnd(), body);
    assert.equal(new TextEncoder().encode(text).length % SEALED_STEP_BYTES, 0);
    assert.deepEqual(JSON.parse(text), report);
  });
});

test('500 reports of different lengths have one length for each step of 4 KiB', async () => {
  const lengths = fc.sample(fc.integer({ min: 2, max: 10 * SEALED_STEP_BYTES }), { numRuns: 500, seed: 14 });
  const bodies = new Map<number, Set<number>>();
  await forEach(lengths.length, async (index) => {
    const step = Math.ceil(lengths[index]! / SEALED_STEP_BYTES);
    const seen = bodies.get(step) ?? new Set();
    bodies.set(step, seen.add((await sealText(jsonOf(lengths[index]!))).length));
  });
  assert.deepEqual(
    [...bodies.values()].map((seen) => seen.size),
    Array.from({ length: 10 }, () => 1),
  );
});

test('the length counts bytes, and a full step gets no further one', async () => {
  const lengthOf = async (text: string): Promise<number> => (await sealText(text)).length;
  const one = await lengthOf(jsonOf(SEALED_STEP_BYTES));
  assert.equal(one, await lengthOf('""'));
  assert.ok((await lengthOf(jsonOf(SEALED_STEP_BYTES + 1))) > one);
  assert.ok((await lengthOf(`"${'é'.repeat(SEALED_STEP_BYTES / 2)}"`)) > one);
});

test('the longest report that a form makes may be sent; one byte more may not', async (t) => {
  const longest = (await sealText(jsonOf(MAX_REPORT_BYTES))).length;
  t.diagnostic(`sealed, ${MAX_REPORT_BYTES} bytes are ${longest}`);
  assert.ok(longest <= MAX_REQUEST_BYTES);
  assert.ok((await sealText(jsonOf(MAX_REPORT_BYTES + 1))).length > MAX_REQUEST_BYTES);
});

test('nothing can be read from outside, and the same report never looks the same', async () => {
  const canary = 'canari-7f3a';
  const report = reportSaying(canary);
  const { body } = prepareSubmission(report);
  const envelopes = await Promise.all([1, 2].map(() => sealReport(report, body, keys.text)));
  const [parts, others] = envelopes.map(({ sealed }) => sealed.split('.'));
  for (const part of parts!.filter((one) => one)) {
    assert.ok(!others!.includes(part), part);
    assert.ok(!Buffer.from(part, 'base64url').includes(canary));
  }
});

test('another key does not open it', async () => {
  const { sealed } = await sealReport(MINIMAL_REPORT, '{}', keys.text);
  await assert.rejects(open(sealed, (await makeKeys()).privateKey));
});

test('10,000 flipped bits, in every part: none is overlooked', async () => {
  const { sealed } = await sealReport(MINIMAL_REPORT, '{"a":1}', keys.text);
  const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  const encode = (): string => parts.map((part) => part.toString('base64url')).join('.');
  assert.equal((await open(encode())).trimEnd(), '{"a":1}');
  const flips = parts.flatMap((part, index) =>
    Array.from({ length: part.length * 8 }, (_, bit) => [index, bit]),
  );
  const isLarge = (index: number): boolean => index === 3;
  // Every bit of the small parts, then enough bits of the ciphertext to reach 10,000.
  const small = flips.filter(([index]) => !isLarge(index!));
  const large = flips.filter(([index]) => isLarge(index!));
  const stride = Math.floor(large.length / (10_000 - small.length));
  const chosen = [...small, ...large.filter((_, index) => index % stride === 0)].slice(0, 10_000);
  assert.equal(chosen.length, 10_000);
  const opened: unknown[] = [];
  await forEach(chosen.length, async (index) => {
    const [part = 0, bit = 0] = chosen[index]!;
    const bytes = parts[part]!;
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    const tampered = encode();
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    await open(tampered).then(
      () => opened.push(chosen[index]),
      () => {},
    );
  });
  assert.deepEqual(opened, []);
});

test('a text that is no point of the curve is no key', async () => {
  const bytes = base64url.decode(keys.text);
  const altered = (change: (point: Uint8Array) => void): string => {
    const point = Uint8Array.from(bytes);
    change(point);
    return base64url.encode(point);
  };
  assert.equal((await importPublicKey(keys.text)).type, 'public');
  const bad = {
    empty: '',
    words: 'a public key',
    'a byte too few': base64url.encode(bytes.subarray(0, -1)),
    'a byte too many': base64url.encode(Buffer.concat([bytes, Buffer.of(0)])),
    'not on the curve': altered((point) => (point[64]! ^= 1)),
    'the point at infinity': base64url.encode(Buffer.of(0)),
    'zero twice': base64url.encode(Buffer.concat([Buffer.of(4), Buffer.alloc(64)])),
    'beyond the field': altered((point) => point.fill(255, 1)),
    'another form': altered((point) => (point[0] = 6)),
    'a JWK': JSON.stringify(keys.jwk),
  };
  for (const [name, text] of Object.entries(bad)) {
    await assert.rejects(async () => importPublicKey(text), name);
    await assert.rejects(sealReport(MINIMAL_REPORT, '{}', text), name);
  }
});

test('whether a point is on the curve is not left to the platform', async (t) => {
  const { subtle } = crypto;
  Object.defineProperty(subtle, 'importKey', { configurable: true, value: async () => ({}) });
  t.after(() => delete (subtle as Partial<SubtleCrypto>).importKey);
  const point = base64url.decode(keys.text);
  await importPublicKey(keys.text);
  // The point whose x is 0, and the same number beyond the field.
  const zero = Buffer.alloc(32);
  const prime = Buffer.from('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff', 'hex');
  const root = Buffer.from('66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4', 'hex');
  const encode = (...parts: Uint8Array[]): string => base64url.encode(Buffer.concat(parts));
  const plain = Buffer.of(4);
  await importPublicKey(encode(plain, zero, root));
  for (const wrong of [
    encode(plain, prime, root),
    encode(Buffer.of(5), zero, root),
    encode(plain, zero, root, plain),
  ])
    await assert.rejects(importPublicKey(wrong), /P-256/);
  for (const at of [1, 32, 33, 64]) {
    const moved = Uint8Array.from(point);
    moved[at]! ^= 1;
    await assert.rejects(importPublicKey(base64url.encode(moved)), /P-256/);
  }
});

test('any key that a hotline may make is one', async () => {
  await forEach(200, async () => {
    const { text } = await makeKeys();
    assert.match(text, /^B[\w-]{86}$/);
    await importPublicKey(text);
  });
});
