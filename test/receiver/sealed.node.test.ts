// Sealed reports: what the receiver accepts without the key, and what the key opens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactEncrypt, importJWK } from 'jose';
import { sealReport, SEALED_STEP_BYTES } from '../../src/core/report/seal.ts';
import { MAX_RECEIVED_BYTES, type Envelope } from '../../src/core/report/protocol.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { openSealed, PrivateKeyError, readPrivateKey, SealedError } from '../../src/receiver/index.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, padded, seal } from './sealed-given.ts';

const PAIR = await makePair();

test('an envelope is stored as it came, and nothing of it is read', async (t) => {
  const { post, store } = await startReceiver(t);
  const body = JSON.stringify(
    seal(PAIR, sampleReport({ danger: { immediate: 'yes', helpShown: true } })),
    null,
    1,
  );
  const { status, text } = await post(body);
  assert.equal(status, 201);
  const [row] = await store.list();
  assert.deepEqual([row?.sealed, row?.priority, row?.body, row?.answer], [true, 'normal', body, text]);
});

test('an envelope sent again is answered as the first time, another one under its id is refused', async (t) => {
  const { post, store } = await startReceiver(t);
  const report = sampleReport();
  const envelope = seal(PAIR, report);
  const first = await post(envelope);
  const again = await post(envelope);
  assert.deepEqual([first.status, again.status, again.text], [201, 200, first.text]);
  const other = await post(seal(PAIR, report));
  assert.equal(other.status, 422);
  assert.match(other.text, /problem:key-reused/);
  assert.equal((await store.list()).length, 1);
});

test('the partner of an envelope is the one that it says', async (t) => {
  const { post, store } = await startReceiver(t);
  const without = sampleReport({ source: { embed: 'npm', widgetVersion: '1.0.0', prefilled: false } });
  await post(seal(PAIR, without));
  await post(seal(PAIR));
  const partners = (await store.list()).map(({ partner }) => partner);
  assert.deepEqual(partners, [null, 'ville-exemple']);
});

const { sealed: _, ...UNSEALED } = seal(PAIR);

/** Invalid envelopes. sealed-forgeries.node.test.ts covers faults in the sealed text itself. */
const MALFORMED: readonly (readonly [
  title: string,
  change: (envelope: Envelope) => unknown,
  pointer: string,
])[] = [
  ['nothing sealed', (envelope) => ({ ...envelope, sealed: '' }), '/sealed'],
  ['something sealed that is no text', (envelope) => ({ ...envelope, sealed: null }), '/sealed'],
  ['a field beside', (envelope) => ({ ...envelope, locale: 'fr' }), ''],
  ['the report beside', (envelope) => ({ ...sampleReport(), ...envelope }), ''],
  ['an odd partner', (envelope) => ({ ...envelope, partnerId: 'A B' }), '/partnerId'],
  ['no version', ({ schemaVersion: _version, ...rest }) => rest, '/schemaVersion'],
  [
    'another algorithm',
    ({ submissionId }) => ({ ...seal(PAIR, sampleReport({ submissionId }), { header: { alg: 'dir' } }) }),
    '/sealed',
  ],
];

for (const [title, change, pointer] of MALFORMED) {
  test(`an envelope with ${title} is refused, and the field is pointed at`, async (t) => {
    const { post, store } = await startReceiver(t);
    const { status, text } = await post(change(seal(PAIR)));
    assert.equal(status, 422);
    const { errors } = JSON.parse(text) as { errors: { pointer: string }[] };
    assert.ok(
      errors.some((error) => error.pointer === pointer),
      text,
    );
    assert.deepEqual(await store.list(), []);
  });
}

test('the longest envelope fits into a body, and is taken', async (t) => {
  const { post } = await startReceiver(t);
  const report = sampleReport({
    source: { partnerId: 'x'.repeat(64), embed: 'npm', widgetVersion: '1.0.0', prefilled: false },
  });
  const longest = SEALED_STEP_BYTES * 11;
  const envelope = seal(PAIR, report, { plaintext: Buffer.alloc(longest, ' ') });
  const body = JSON.stringify(envelope);
  assert.ok(body.length < MAX_RECEIVED_BYTES && body.length > 60_000, `${body.length}`);
  assert.equal((await post(envelope)).status, 201);
});

test('what the form seals is taken and opens to the same report', async (t) => {
  const { post, store } = await startReceiver(t);
  const report = reportSchema.parse(sampleReport({ content: { description: 'é😀\u2028' } }));
  const envelope = await sealReport(report, JSON.stringify(report), PAIR.point.toString('base64url'));
  assert.equal((await post(envelope)).status, 201);
  const [row] = await store.list();
  assert.deepEqual(await openSealed(JSON.parse(row!.body), PAIR.privateKey), report);
});

test('what jose seals is taken and opens to the same report', async (t) => {
  const { post } = await startReceiver(t);
  const report = sampleReport();
  const { d: _private, ...publicJwk } = PAIR.jwk;
  const sealed = await new CompactEncrypt(padded(report))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK(publicJwk, 'ECDH-ES'));
  const envelope = { ...UNSEALED, submissionId: report.submissionId, sealed };
  assert.equal((await post(envelope)).status, 201);
  assert.deepEqual(await openSealed(envelope, PAIR.privateKey), report);
});

test('what Node seals opens to the same report', async () => {
  const report = sampleReport();
  assert.deepEqual(await openSealed(seal(PAIR, report), PAIR.privateKey), report);
});

test('an error tells nothing of what is inside', async () => {
  const report = sampleReport({ locale: 'CANARY' });
  const error = await openSealed(seal(PAIR, report), PAIR.privateKey).catch((caught: unknown) => caught);
  assert.ok(error instanceof SealedError && error.fault === 'content');
  assert.doesNotMatch(`${error.message} ${String(error.cause)} ${error.stack}`, /CANARY/);
});

const notKeys: [title: string, text: string][] = [
  ['nothing', ''],
  ['no JSON', 'private'],
  ['a public key', JSON.stringify({ ...PAIR.jwk, d: undefined })],
  ['a key on another curve', JSON.stringify({ ...PAIR.jwk, crv: 'P-384' })],
  ['a point that is not on the curve', JSON.stringify({ ...PAIR.jwk, x: PAIR.jwk.y })],
  ['a key that is too short', JSON.stringify({ ...PAIR.jwk, d: PAIR.jwk.d.slice(0, 20) })],
];

for (const [title, text] of notKeys) {
  test(`${title} is no private key, and the error says what is, without a part of it`, async () => {
    await assert.rejects(readPrivateKey(text), (error: Error) => {
      const shown = `${error.message} ${String(error.cause)}`;
      return (
        error instanceof PrivateKeyError &&
        /cliquez-signalez keys/.test(shown) &&
        !shown.includes(PAIR.jwk.d.slice(0, 20))
      );
    });
  });
}

test('a private key cannot be read out of the process', async () => {
  await assert.rejects(crypto.subtle.exportKey('jwk', PAIR.privateKey));
});
