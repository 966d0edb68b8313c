// Signed receipts and refusals, as a form checks them: made here by another implementation of Ed25519.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { test } from 'node:test';
import {
  digestOf,
  hasEd25519,
  holds,
  holdsRefusal,
  importReceiptKey,
  type SignedFacts,
} from '../../src/core/report/receipt-signature.ts';

/** A hotline's key, with its public half as the attribute `receipt-key` has it. */
function makeKey(): { privateKey: KeyObject; text: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { privateKey, text: publicKey.export({ format: 'jwk' }).x! };
}

const HOTLINE = makeKey();
const OTHER = makeKey();
const KEYS = [await importReceiptKey(OTHER.text), await importReceiptKey(HOTLINE.text)];

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const HEADER = { alg: 'Ed25519', typ: 'cliquez-signalez-receipt', kid: 'x' };

/** A compact JWS. */
function signed(payload: unknown, header: object = HEADER, { privateKey } = HOTLINE): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

const FACTS: SignedFacts = {
  submissionId: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11',
  digest: 'a'.repeat(64),
  reference: 'PDC-7K4M-2QXD',
  receivedAt: '2026-11-24T13:50:00Z',
};

const REFUSAL = {
  digest: 'b'.repeat(64),
  type: 'urn:cliquez-signalez:problem:invalid',
  errors: [{ pointer: '/locations', code: 'too_big' }],
};

const REFUSAL_HEADER = { ...HEADER, typ: 'cliquez-signalez-refusal' };

test('a receipt holds with the key of the hotline, under both names of the algorithm', async () => {
  // Enough for each sign of base64url to occur in a signature.
  for (let number = 0; number < 20; number++) {
    const facts = { ...FACTS, reference: `${number}` };
    assert.equal(await holds(signed(facts), facts, KEYS), true);
  }
  assert.equal(await holds(signed(FACTS, { ...HEADER, alg: 'EdDSA' }), FACTS, KEYS), true);
  assert.equal(await holds(signed(FACTS, HEADER, OTHER), FACTS, KEYS), true);
});

test('no fact of a receipt may differ from what is signed, or be missing there', async () => {
  const signature = signed(FACTS);
  for (const name of Object.keys(FACTS)) {
    const other = name === 'receivedAt' ? '2026-11-24T13:51:00Z' : 'other';
    assert.equal(await holds(signature, { ...FACTS, [name]: other }, KEYS), false, name);
    assert.equal(await holds(signed({ ...FACTS, [name]: undefined }), FACTS, KEYS), false, name);
  }
});

test('a time finer than the minute is no receipt, even if it is signed', async () => {
  for (const receivedAt of [
    '2026-11-24T13:50:07Z',
    '2026-11-24T13:50:00.000Z',
    '2026-11-24T13:50:00Z ',
    ' 2026-11-24T13:50:00Z',
    '12026-11-24T13:50:00Z',
    '2026-11-24',
    '',
  ]) {
    const facts = { ...FACTS, receivedAt };
    assert.equal(await holds(signed(facts), facts, KEYS), false, receivedAt);
  }
});

test('what is signed by another key, or is no such signature, proves nothing', async () => {
  const good = signed(FACTS);
  const [header, payload, proof] = good.split('.');
  for (const [name, signature] of Object.entries({
    'another key': signed(FACTS, HEADER, makeKey()),
    'another type': signed(FACTS, REFUSAL_HEADER),
    'no type': signed(FACTS, { alg: 'Ed25519' }),
    'no algorithm': signed(FACTS, { ...HEADER, alg: 'none' }),
    'another algorithm': signed(FACTS, { ...HEADER, alg: 'HS256' }),
    'a header that must be understood (RFC 7515 §4.1.11)': signed(FACTS, { ...HEADER, crit: ['exp'] }),
    'a fourth part': `${good}.${proof}`,
    'a part too few': `${header}.${payload}`,
    'two parts exchanged': `${payload}.${header}.${proof}`,
    'no JSON': `${Buffer.from('x').toString('base64url')}.${payload}.${proof}`,
    'no base64url': `é.${payload}.${proof}`,
    empty: '',
    nothing: undefined,
    'a list': [good],
    'an object': { toString: () => good },
  }))
    assert.equal(await holds(signature, FACTS, KEYS), false, name);
  assert.equal(await holds(good, FACTS, []), false);
  assert.equal(await holds(good, FACTS, KEYS), true);
});

test('a refusal holds for this very body and these errors alone', async () => {
  const signature = signed(REFUSAL, REFUSAL_HEADER);
  assert.equal(await holdsRefusal(signature, REFUSAL, KEYS), true);
  for (const other of [
    { digest: FACTS.digest },
    { type: 'urn:cliquez-signalez:problem:version' },
    { errors: [] },
    { errors: [{ pointer: '/locations', code: 'too_small' }] },
    { errors: [...REFUSAL.errors, ...REFUSAL.errors] },
  ])
    assert.equal(await holdsRefusal(signature, { ...REFUSAL, ...other }, KEYS), false, JSON.stringify(other));
  assert.equal(await holdsRefusal(signed(REFUSAL), REFUSAL, KEYS), false, 'the type of a receipt');
  assert.equal(await holdsRefusal(signed(REFUSAL, REFUSAL_HEADER, makeKey()), REFUSAL, KEYS), false);
  assert.equal(await holdsRefusal(undefined, REFUSAL, KEYS), false);
});

test('a refusal without errors is signed with none, or without the member', async () => {
  const { errors: _, ...rest } = REFUSAL;
  const facts = { ...rest, errors: [] };
  assert.equal(await holdsRefusal(signed(rest, REFUSAL_HEADER), facts, KEYS), true);
  assert.equal(await holdsRefusal(signed(facts, REFUSAL_HEADER), facts, KEYS), true);
  assert.equal(await holdsRefusal(signed(rest, REFUSAL_HEADER), REFUSAL, KEYS), false);
});

test('the digest is SHA-256 in hexadecimal, whatever the text', async () => {
  for (const text of ['', '{}', 'é', '😀'.repeat(9), ...Array.from({ length: 9 }, (_, index) => `${index}`)])
    assert.equal(await digestOf(text), createHash('sha256').update(text).digest('hex'));
});

test('a key is 32 bytes in the one spelling of base64url, and any such is taken as it is', async () => {
  const bytes = Buffer.from('fbeffffbeffffbeffffbeffffbeffffbeffffbeffffbeffffbeffffbeffffbef', 'hex');
  const text = bytes.toString('base64url');
  assert.match(text, /-.*-.*_.*_/);
  const raw = await crypto.subtle.exportKey('raw', await importReceiptKey(text));
  assert.deepEqual(Buffer.from(raw), bytes);
  for (const wrong of [
    '',
    text.slice(1),
    `A${text}`,
    `${text}A`,
    `${text}=`,
    ` ${text}`,
    `${text}\n`,
    bytes.toString('base64'),
    // The last character has bits that no byte takes.
    `${text.slice(0, -1)}9`,
  ])
    await assert.rejects(importReceiptKey(wrong), /Not an Ed25519 public key/, wrong);
});

test('a platform has Ed25519 if it takes a key', async (t) => {
  assert.equal(await hasEd25519(), true);
  t.mock.method(crypto.subtle, 'importKey', () => Promise.reject(new Error('Unrecognized name.')));
  assert.equal(await hasEd25519(), false);
});
