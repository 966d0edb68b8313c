// Forged envelopes: the kinds of invalid input that Wycheproof lists for JWE and ECDH, generated. None may open.
import assert from 'node:assert/strict';
import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { openSealed, SealedError, type SealedFault } from '../../src/receiver/index.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import {
  coordinatesOf,
  forgeParts,
  makePair,
  padded,
  seal,
  type Forgery,
  type Parts,
} from './sealed-given.ts';

const PAIR = await makePair();
const OTHER = await makePair();
const REPORT = sampleReport();
const ENVELOPE = seal(PAIR, REPORT);

const faultOf = async (envelope: unknown): Promise<SealedFault | 'opened'> =>
  openSealed(envelope, PAIR.privateKey).then(
    () => 'opened',
    (error: unknown) => {
      if (error instanceof SealedError) return error.fault;
      throw error;
    },
  );

const sealedAs = (sealed: string) => ({ ...ENVELOPE, sealed });
const parts = (forgery?: Forgery): Parts => forgeParts(PAIR, padded(REPORT), forgery);
const withPart = (index: number, change: (part: string) => string): string =>
  parts()
    .map((part, at) => (at === index ? change(part) : part))
    .join('.');

const epk = (members: Record<string, unknown>) => ({
  header: { epk: { kty: 'EC', crv: 'P-256', ...coordinatesOf(PAIR.point), ...members } },
});
const p384 = createECDH('secp384r1');
const okp = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
const [X, Y] = [PAIR.jwk.x, PAIR.jwk.y];
const ZERO = Buffer.alloc(32).toString('base64url');
const FIELD_PRIME = 'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff';

/** Headers that differ from ours. The receiver refuses them without a key. */
const HEADERS: Readonly<Record<string, Forgery>> = {
  ...Object.fromEntries(
    [
      ['none', 'dir', 'RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'A128KW', 'A256KW', 'A256GCMKW', 'HS256', ''],
      ['ECDH-ES+A128KW', 'ECDH-ES+A256KW', 'PBES2-HS256+A128KW', 'ecdh-es', 'ECDH-ES ', 'ECDH-1PU', 'HPKE-0'],
    ]
      .flat()
      .map((alg) => [`alg « ${alg} »`, { header: { alg } }]),
  ),
  ...Object.fromEntries(
    ['none', 'A256CBC-HS512', 'A128CBC-HS256', 'a256gcm', 'C20P', ''].map((enc) => [
      `enc « ${enc} »`,
      { header: { enc } },
    ]),
  ),
  'A128GCM with a key of its size': { header: { enc: 'A128GCM' }, cipher: 'aes-128-gcm' },
  'A128GCM with a key of 256 bits': { header: { enc: 'A128GCM' } },
  'A192GCM with a key of its size': { header: { enc: 'A192GCM' }, cipher: 'aes-192-gcm' },
  'no alg': { header: { alg: undefined } },
  'no enc': { header: { enc: undefined } },
  'a list of algs': { header: { alg: ['ECDH-ES'] } },
  'no epk': { header: { epk: undefined } },
  'epk null': { header: { epk: null } },
  'epk a text': { header: { epk: X } },
  'epk on P-384': { header: { epk: { kty: 'EC', crv: 'P-384', ...coordinatesOf(p384.generateKeys()) } } },
  'epk on X25519': { header: { epk: okp } },
  'epk on secp256k1 by name': epk({ crv: 'secp256k1' }),
  'epk with its private half': epk({ d: PAIR.jwk.d }),
  'epk with a key id': epk({ kid: '1' }),
  'epk without y': epk({ y: undefined }),
  'epk compressed': epk({ x: `A${X}`, y: undefined }),
  'epk with a short coordinate': epk({ x: X.slice(0, 42) }),
  'epk with a long coordinate': epk({ x: `AA${X}` }),
  'epk with padding': epk({ x: `${X}=` }),
  'epk in another alphabet': epk({ x: `+/${X.slice(2)}` }),
  'epk with stray bits': epk({ x: `${X.slice(0, 42)}B` }),
  'epk in numbers': epk({ x: 1, y: 2 }),
  'zip DEF': { header: { zip: 'DEF' } },
  'zip of another name': { header: { zip: 'GZIP' } },
  'an extension that must be understood': { header: { crit: ['exp'], exp: 0 } },
  'an empty crit': { header: { crit: [] } },
  'b64 false': { header: { crit: ['b64'], b64: false } },
  apu: { header: { apu: 'QWxpY2U' } },
  apv: { header: { apv: 'Qm9i' } },
  'a key to be fetched': { header: { jku: 'https://evil.example/keys' } },
  'a certificate to be fetched': { header: { x5u: 'https://evil.example/certificate' } },
  'a key of its own': { header: { jwk: { kty: 'EC', crv: 'P-256', x: X, y: Y } } },
  'a cost': { header: { p2c: 2_147_483_647, p2s: 'AAAA' } },
  'a key id that is no text': { header: { kid: 1 } },
  'a key id that is a long text': { header: { kid: 'x'.repeat(129) } },
  __proto__: { headerText: headerWith('"__proto__":{"alg":"dir"}') },
  'alg twice': { headerText: headerWith('"alg":"dir"') },
  'alg twice, once escaped': { headerText: headerWith('"\\u0061lg":"dir"') },
  'a byte order mark': { headerText: `\uFEFF${headerWith()}` },
  'a header that is no JSON': { headerText: 'alg=ECDH-ES' },
  'half a header': { headerText: headerWith().slice(0, -1) },
  'a header that is a list': { headerText: `[${headerWith()}]` },
  'a header that is null': { headerText: 'null' },
};

function headerWith(member?: string): string {
  const text = JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', ...epk({}).header });
  return member ? `{${member},${text.slice(1)}` : text;
}

for (const [title, forgery] of Object.entries(HEADERS)) {
  test(`${title} in the header is refused by whoever opens, and by the receiver, which cannot`, async (t) => {
    const envelope = sealedAs(parts(forgery).join('.'));
    assert.equal(await faultOf(envelope), 'header');
    const { post, store } = await startReceiver(t);
    const { status, text } = await post(envelope);
    assert.deepEqual([status, JSON.parse(text).errors], [422, [{ pointer: '/sealed', code: 'bad_header' }]]);
    assert.deepEqual(await store.list(), []);
  });
}

const withIv = (size: number): string => parts({ iv: randomBytes(size) }).join('.');

/** Texts that are no compact JWE of ours. Our encoding allows only one spelling. */
const SHAPES: Readonly<Record<string, string>> = {
  'no dot': 'e30',
  'four parts': parts().slice(0, 4).join('.'),
  'three parts': 'e30.e30.e30',
  'a sixth part': `${ENVELOPE.sealed}.`,
  'a part in front': `.${ENVELOPE.sealed}`,
  'no header': withPart(0, () => ''),
  'an encrypted key': withPart(1, () => 'AAAA'),
  'an empty nonce': withPart(2, () => ''),
  'a nonce of 8 bytes': withIv(8),
  'a nonce of 11 bytes': withIv(11),
  'a nonce of 13 bytes': withIv(13),
  'a nonce of 16 bytes': withIv(16),
  'a nonce of 32 bytes': withIv(32),
  'no ciphertext': withPart(3, () => ''),
  'nothing encrypted': parts({ plaintext: Buffer.alloc(0) }).join('.'),
  ...Object.fromEntries(
    [0, 4, 8, 12, 13, 14, 15].map((size) => [
      `a tag of ${size} bytes`,
      withPart(4, (tag) => Buffer.from(tag, 'base64url').subarray(0, size).toString('base64url')),
    ]),
  ),
  'a tag of 17 bytes': withPart(4, (tag) =>
    Buffer.concat([Buffer.from(tag, 'base64url'), Buffer.alloc(1)]).toString('base64url'),
  ),
  'a tag of 32 bytes': withPart(4, (tag) =>
    Buffer.from(tag + tag, 'base64url')
      .toString('base64url')
      .padEnd(43, 'A'),
  ),
  'padding after the header': withPart(0, (part) => `${part}=`),
  'padding after the nonce': withPart(2, (part) => `${part}=`),
  'padding after the ciphertext': withPart(3, (part) => `${part}==`),
  'padding after the tag': withPart(4, (part) => `${part}==`),
  'the other alphabet': withPart(3, (part) =>
    part.replaceAll('-', '+').replaceAll('_', '/').replace(/^../, '+/'),
  ),
  'a space': withPart(3, (part) => `${part.slice(0, 9)} ${part.slice(9)}`),
  'a line end': `${ENVELOPE.sealed}\n`,
  'a line end within': withPart(3, (part) => `${part.slice(0, 76)}\r\n${part.slice(76)}`),
  NUL: `${ENVELOPE.sealed}\0`,
  'a letter that looks the same': withPart(3, (part) => `\u0430${part.slice(1)}`),
  'a length that no bytes have': withPart(3, (part) =>
    part.padEnd(part.length + ((5 - (part.length % 4)) % 4), 'A'),
  ),
  'stray bits in the ciphertext': withPart(3, strayed),
  'stray bits in the tag': withPart(4, strayed),
  'the JSON serialisation': JSON.stringify({ ciphertext: parts()[3], protected: parts()[0] }),
  'more than a body holds': withPart(3, (part) => part.padEnd(65_536, 'A')),
};

/** Another spelling of the same bytes: the unused bits of the last character are set. */
function strayed(part: string): string {
  const unused = (part.length * 6) % 8;
  assert.ok(unused > 0);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const changed = part.slice(0, -1) + alphabet.charAt(alphabet.indexOf(part.at(-1)!) | 1);
  assert.deepEqual(Buffer.from(changed, 'base64url'), Buffer.from(part, 'base64url'));
  return changed;
}

for (const [title, sealed] of Object.entries(SHAPES)) {
  test(`${title} is no envelope, for whoever opens and for the receiver`, async (t) => {
    assert.equal(await faultOf(sealedAs(sealed)), 'shape');
    const { post, store } = await startReceiver(t);
    const { status } = await post(sealedAs(sealed));
    assert.ok(status === 422 || status === 413, `${status}`);
    assert.deepEqual(await store.list(), []);
  });
}

const SECOND = parts();
const from = (index: number, other: Parts): string => withPart(index, () => other[index]!);
const offCurve = (x: string, y: string): string => parts(epk({ x, y })).join('.');

/** Forgeries that only the key can detect: their form is correct. */
const CHANGED: Readonly<Record<string, string>> = {
  'sealed for another key': forgeParts(OTHER, padded(REPORT)).join('.'),
  'with another header': from(0, SECOND),
  'with a key id added': withPart(0, (part) =>
    Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(part, 'base64url').toString()), kid: 'a' }),
    ).toString('base64url'),
  ),
  'with the members of the header in another order': withPart(0, (part) => {
    const {
      alg,
      enc,
      epk: key,
    } = JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    return Buffer.from(JSON.stringify({ epk: key, enc, alg })).toString('base64url');
  }),
  'with another nonce': from(2, SECOND),
  'with another ciphertext': from(3, SECOND),
  'with another tag': from(4, SECOND),
  'with a tag of zeros': withPart(4, () => Buffer.alloc(16).toString('base64url')),
  'with a ciphertext cut short': withPart(3, (part) =>
    Buffer.from(part, 'base64url').subarray(0, -16).toString('base64url'),
  ),
  'with a ciphertext made longer': withPart(3, (part) => `${part.slice(0, 64)}${part}`),
  'with a point that is not on the curve': offCurve(X, X),
  'with the point at infinity': offCurve(ZERO, ZERO),
  'with a point of which x is the prime': offCurve(Buffer.from(FIELD_PRIME, 'hex').toString('base64url'), Y),
  'with a point beyond the prime': offCurve(`${'_'.repeat(42)}8`, `${'_'.repeat(42)}8`),
  'with a point of the twist': offCurve(`${'A'.repeat(42)}E`, `${'A'.repeat(42)}E`),
  'with our own public key as the sender’s': parts(epk({})).join('.'),
};

for (const [title, sealed] of Object.entries(CHANGED)) {
  test(`an envelope ${title} does not open`, async () =>
    assert.equal(await faultOf(sealedAs(sealed)), 'decryption'));
}

const text = (report: object): string => JSON.stringify(report);

/** Sealed content that is not one report. */
const CONTENTS: Readonly<Record<string, Buffer>> = {
  spaces: Buffer.alloc(4_096, ' '),
  NUL: Buffer.alloc(4_096),
  'a list': Buffer.from(`[${text(REPORT)}]`),
  'two reports': Buffer.from(text(REPORT) + text(REPORT)),
  'half a report': Buffer.from(text(REPORT).slice(0, -1)),
  'a report and NUL': Buffer.concat([Buffer.from(text(REPORT)), Buffer.alloc(9)]),
  'a report with an attachment': Buffer.from(text({ ...REPORT, attachment: { name: 'x' } })),
  'a report with a number that loses digits': Buffer.from(
    text(REPORT).replace(/}$/, ',"newOne":9007199254740993}'),
  ),
  'a report of another version': Buffer.from(text({ ...REPORT, schemaVersion: '9.1' })),
  'a compressed report': gzipSync(text(REPORT)),
  'a report in UTF-16': Buffer.from(text(REPORT), 'utf16le'),
  'a report in Latin-1': Buffer.from(text({ ...REPORT, content: { description: 'é' } }), 'latin1'),
  'an envelope': Buffer.from(text(ENVELOPE)),
};

for (const [title, plaintext] of Object.entries(CONTENTS)) {
  test(`${title} in an envelope is no report`, async () => {
    assert.equal(await faultOf(sealedAs(parts({ plaintext }).join('.'))), 'content');
  });
}

const { partnerId: _, ...WITHOUT_PARTNER } = ENVELOPE;

for (const [title, envelope] of [
  ['another id', { ...ENVELOPE, submissionId: crypto.randomUUID() }],
  ['another partner', { ...ENVELOPE, partnerId: 'autre-ville' }],
  ['no partner', WITHOUT_PARTNER],
] as const) {
  test(`an envelope with ${title} than its report does not open`, async () => {
    assert.equal(await faultOf(envelope), 'identity');
  });
}

test('a partner that the report does not have is not believed', async () => {
  const report = sampleReport({ source: { embed: 'npm', widgetVersion: '1.0.0', prefilled: false } });
  const envelope = seal(PAIR, report);
  assert.equal(await faultOf(envelope), 'opened');
  assert.equal(await faultOf({ ...envelope, partnerId: 'ville-exemple' }), 'identity');
});

test('of 10,000 envelopes with one bit changed, none opens', async (t) => {
  const counts: Record<string, number> = {};
  const bytes = Buffer.from(ENVELOPE.sealed, 'ascii');
  // Each part is equally likely. By length, the ciphertext would get a hundred times as many flips.
  const bounds = [...ENVELOPE.sealed.matchAll(/[^.]+/g)].map(
    ({ index, 0: part }) => [index, part.length] as const,
  );
  const flip = fc.tuple(fc.constantFrom(...bounds), fc.nat(), fc.nat(7));
  for (const [[start, length], offset, bit] of fc.sample(flip, { numRuns: 10_000, seed: 20_261_124 })) {
    const at = start + (offset % length);
    const flipped = Buffer.from(bytes);
    flipped[at] = flipped[at]! ^ (1 << bit);
    const fault = await faultOf(sealedAs(flipped.toString('latin1')));
    counts[fault] = (counts[fault] ?? 0) + 1;
  }
  t.diagnostic(JSON.stringify(counts));
  assert.equal(counts['opened'], undefined);
  assert.ok(
    (counts['decryption'] ?? 0) > 2_000 && (counts['shape'] ?? 0) > 500 && (counts['header'] ?? 0) > 500,
  );
});

test('of 2,000 envelopes with one bit of their bytes changed, none opens', async () => {
  const [header, , ...binary] = parts();
  const all = [header, ...binary].map((part) => Buffer.from(part, 'base64url'));
  const flip = fc.tuple(fc.nat(3), fc.nat(), fc.nat(7));
  for (const [which, offset, bit] of fc.sample(flip, { numRuns: 2_000, seed: 20_261_124 })) {
    const [first, ...rest] = all.map((part, index) => {
      if (index !== which) return part.toString('base64url');
      const changed = Buffer.from(part);
      const at = offset % changed.length;
      changed[at] = changed[at]! ^ (1 << bit);
      return changed.toString('base64url');
    });
    assert.notEqual(await faultOf(sealedAs([first, '', ...rest].join('.'))), 'opened');
  }
});
