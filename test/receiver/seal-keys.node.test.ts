// The configured keys: a report sealed for another key is refused, never acknowledged and lost.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sealReport } from '../../src/core/report/seal.ts';
import { PROBLEM_PREFIX } from '../../src/core/report/protocol.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { createReceiver, openStore, SealKeysError } from '../../src/receiver/index.ts';
import { readSealHeader } from '../../src/receiver/intake/seal-header.ts';
import { checkSealKeys } from '../../src/receiver/intake/seal-keys.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { coordinatesOf, makePair, seal, type Pair } from './sealed-given.ts';

const [KNOWN, OTHER, THIRD] = await Promise.all([makePair(), makePair(), makePair()]);

/** RFC 7638, implemented independently of the form. */
const thumbprint = ({ point }: Pair): string => {
  const { x, y } = coordinatesOf(point);
  return createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url');
};

/** A report, sealed for a key as a form seals it. */
const sealedFor = async ({ point }: Pair) => {
  const report = reportSchema.parse(sampleReport());
  return sealReport(report, JSON.stringify(report), point.toString('base64url'));
};

const typeOf = (text: string): unknown => (JSON.parse(text) as { type?: unknown }).type;

test('what is sealed for a key that the hotline does not have is refused, and nothing of it is kept', async (t) => {
  const { post, store, log } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN)] });
  const { status, text } = await post(await sealedFor(OTHER));
  assert.deepEqual([status, typeOf(text)], [422, `${PROBLEM_PREFIX}seal-key`]);
  assert.ok(!text.includes(thumbprint(OTHER)));
  assert.deepEqual(
    log.map(({ event, code }) => [event, code]),
    [['refused', 'seal-key']],
  );
  assert.deepEqual(await store.list(), []);
});

test('what says no key is refused too, because nobody can tell whether it opens', async (t) => {
  const { post, store } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN)] });
  const { status, text } = await post(seal(KNOWN));
  assert.deepEqual([status, typeOf(text)], [422, `${PROBLEM_PREFIX}seal-key`]);
  assert.deepEqual(await store.list(), []);
});

test('each of several keys is taken, and a plain report as well', async (t) => {
  const { post, store } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN), thumbprint(OTHER)] });
  assert.equal((await post(await sealedFor(KNOWN))).status, 201);
  assert.equal((await post(await sealedFor(OTHER))).status, 201);
  assert.equal((await post(await sealedFor(THIRD))).status, 422);
  assert.equal((await post(sampleReport())).status, 201);
  assert.deepEqual(
    (await store.list()).map(({ sealed }) => sealed),
    [true, true, false],
  );
});

test('a thumbprint is compared whole, and as it is written', async (t) => {
  const { post } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN)] });
  const whole = thumbprint(KNOWN);
  const near = [
    whole.slice(0, -1),
    `${whole}A`,
    whole.toUpperCase(),
    ` ${whole}`,
    '__proto__',
    'constructor',
  ];
  for (const kid of near)
    assert.equal((await post(seal(KNOWN, sampleReport(), { header: { kid } }))).status, 422);
  assert.equal((await post(seal(KNOWN, sampleReport(), { header: { kid: whole } }))).status, 201);
});

test('without keys, a key name of 128 characters is taken, and one of 129 or none is not', async (t) => {
  const { post } = await startReceiver(t);
  const statusOf = async (kid: string) =>
    (await post(seal(KNOWN, sampleReport(), { header: { kid } }))).status;
  assert.deepEqual(
    [
      await statusOf('k'.repeat(128)),
      await statusOf('k'),
      await statusOf('k'.repeat(129)),
      await statusOf(''),
    ],
    [201, 201, 422, 422],
  );
});

test('a key name may have any signs that are text', async (t) => {
  const { post } = await startReceiver(t);
  // In base64url these are mostly « - » and « _ ».
  for (const kid of ['>>>>', '????', 'é😀'])
    assert.equal((await post(seal(KNOWN, sampleReport(), { header: { kid } }))).status, 201, kid);
  const { sealed } = seal(KNOWN, sampleReport(), { header: { kid: 'k' } });
  const [header = ''] = sealed.split('.');
  const noText = Buffer.from(header, 'base64url').toString('latin1').replace('"k"', '"\xff"');
  assert.notEqual(readSealHeader(sealed), undefined);
  assert.equal(readSealHeader(Buffer.from(noText, 'latin1').toString('base64url')), undefined);
});

test('without keys, whatever is sealed is taken', async (t) => {
  const { post } = await startReceiver(t);
  assert.equal((await post(await sealedFor(OTHER))).status, 201);
  assert.equal((await post(seal(OTHER))).status, 201);
});

test('where only sealed reports are taken, a plain one is refused, and nothing of it is kept', async (t) => {
  const { post, store } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN)], sealedOnly: true });
  const { status, text } = await post(sampleReport());
  assert.deepEqual([status, typeOf(text)], [422, `${PROBLEM_PREFIX}not-sealed`]);
  assert.deepEqual(await store.list(), []);
  assert.equal((await post(await sealedFor(KNOWN))).status, 201);
});

test('what is stored already has its receipt again, though its key is retired by now, or plain ones are', async (t) => {
  const store = await openStore('sqlite::memory:');
  const before = await startReceiver(t, { store });
  const [sealed, plain] = [await sealedFor(OTHER), sampleReport()];
  const receipts = [(await before.post(sealed)).text, (await before.post(plain)).text];
  const after = await startReceiver(t, { store, sealKeys: [thumbprint(KNOWN)], sealedOnly: true });
  const again = [await after.post(sealed), await after.post(plain)];
  assert.deepEqual(
    again.map(({ status, text }) => [status, text]),
    receipts.map((text) => [200, text]),
  );
  // Different bytes under a known id make a different report.
  assert.equal(typeOf((await after.post({ ...plain, locale: 'en' })).text), `${PROBLEM_PREFIX}not-sealed`);
  const twin = { ...(await sealedFor(OTHER)), submissionId: sealed.submissionId };
  assert.equal(typeOf((await after.post(twin)).text), `${PROBLEM_PREFIX}seal-key`);
});

test('an envelope with a broken header is wrong before it is of another key', async (t) => {
  const { post } = await startReceiver(t, { sealKeys: [thumbprint(KNOWN)] });
  for (const sealed of ['', '....', 'e30....', 5, null, ['a'], `${'A'.repeat(50_000)}....`]) {
    const { status, text } = await post({ ...(await sealedFor(KNOWN)), sealed });
    assert.deepEqual([status, typeOf(text)], [422, `${PROBLEM_PREFIX}invalid`], JSON.stringify(sealed));
  }
});

const wrongKeys: readonly (readonly [title: string, keys: unknown, sentence: RegExp])[] = [
  ['no list', 'abc', /is a list of thumbprints/],
  ['no key at all', [], /No key is named/],
  ['an empty one', [''], /^« {2}» is no thumbprint/],
  ['a public key', [KNOWN.point.toString('base64url')], /is a public key.*cliquez-signalez keys --of/],
  ['something shorter', [thumbprint(KNOWN).slice(1)], /43 characters/],
  ['a stray bit at the end', [`${'A'.repeat(42)}B`], /43 characters/],
  ['other base64', ['+'.repeat(43)], /43 characters/],
  ['one twice', [thumbprint(KNOWN), thumbprint(KNOWN)], /^Thumbprint 2 stands there twice/],
  ['a private key', [JSON.stringify(KNOWN.jwk)], /^« \{"kty":"EC",… » is no thumbprint/],
  ['twelve characters', ['abcdefghijkl'], /^« abcdefghijkl » is no thumbprint/],
  ['thirteen characters', ['abcdefghijklm'], /^« abcdefghijkl… » is no thumbprint/],
  // More than a public key may be a private one, and is not shown.
  ['what ends like a public key', [`x${KNOWN.point.toString('base64url')}`], /^« .{12}… » is no thumbprint/],
  [
    'what begins like a public key',
    [`${KNOWN.point.toString('base64url')}x`],
    /^« .{12}… » is no thumbprint/,
  ],
];

for (const [title, sealKeys, sentence] of wrongKeys) {
  test(`${title} is explained at the start, not met by a reporter`, async (t) => {
    const store = await openStore('sqlite::memory:');
    t.after(() => store.close());
    assert.throws(
      () => createReceiver({ store, sealKeys: sealKeys as string[] }),
      (error: Error) => {
        assert.match(error.message, sentence);
        assert.ok(!error.message.includes(KNOWN.jwk.d));
        return error instanceof SealKeysError;
      },
    );
  });
}

test('a thumbprint with one character before or after it is none', () => {
  const key = thumbprint(KNOWN);
  for (const odd of ['A', '=', ' ', '"', '\n', '“'])
    for (const written of [odd + key, key + odd])
      assert.throws(() => checkSealKeys([written]), SealKeysError, JSON.stringify(written));
  assert.deepEqual([...checkSealKeys([key])], [key]);
});
