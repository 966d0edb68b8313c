// Signed receipts: over this report, these bytes, this reference and this minute, by the hotline's key alone.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { calculateJwkThumbprint, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { problemSchema, receiptSchema } from '../../src/core/report/protocol-schema.ts';
import { createReceiver, openStore, readReceiptKey, ReceiptKeyError } from '../../src/receiver/index.ts';
import { postRequest, startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';
import { startCommand, startServer } from './server-process.ts';

const makeKey = async (): Promise<JWK> =>
  exportJWK((await generateKeyPair('Ed25519', { extractable: true })).privateKey);

const JWKS = { first: await makeKey(), second: await makeKey() };
const FIRST = await readReceiptKey(JSON.stringify(JWKS.first));
const SECOND = await readReceiptKey(JSON.stringify(JWKS.second));

const publicOf = ({ kty, crv, x }: JWK): JWK => ({ kty, crv, x }) as JWK;

/** The facts in a receipt's signature, verified by another implementation. */
async function read(text: string, jwk: JWK) {
  const { signature, ...receipt } = receiptSchema.parse(JSON.parse(text));
  const { payload, protectedHeader } = await compactVerify(
    signature ?? '',
    await importJWK(publicOf(jwk), 'Ed25519'),
  );
  return {
    receipt,
    header: protectedHeader,
    signed: JSON.parse(new TextDecoder().decode(payload)) as object,
  };
}

test('a receipt is signed over itself and the digest of the bytes that were sent', async (t) => {
  const { post, store } = await startReceiver(t, { receiptKey: FIRST });
  const body = ` ${JSON.stringify(sampleReport())}`;
  const { status, text } = await post(body);
  assert.equal(status, 201);
  const { receipt, header, signed } = await read(text, JWKS.first);
  const digest = createHash('sha256').update(body).digest('hex');
  assert.deepEqual(signed, { ...receipt, digest });
  assert.match(receipt.receivedAt, /T\d\d:\d\d:00Z$/);
  assert.deepEqual(header, {
    alg: 'Ed25519',
    typ: 'cliquez-signalez-receipt',
    kid: await calculateJwkThumbprint(publicOf(JWKS.first)),
  });
  const [row] = await store.list();
  assert.equal(row?.digest, digest);
  assert.ok(!row.answer.includes('signature'), 'the key may change, the row does not');
  await assert.rejects(read(text, JWKS.second));
});

test('the same report gets the same receipt again, byte for byte', async (t) => {
  const { post } = await startReceiver(t, { receiptKey: FIRST });
  const report = sampleReport();
  const first = await post(report);
  const again = await post(report);
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.equal(again.text, first.text);
});

test('a receipt that is asked for again is signed with the present key, whatever signed it before', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const report = sampleReport();
  const post = async (receiptKey?: typeof FIRST): Promise<string> =>
    (await createReceiver({ store, ...(receiptKey && { receiptKey }) })(postRequest(report))).text();
  const unsigned = await post();
  assert.equal(receiptSchema.parse(JSON.parse(unsigned)).signature, undefined);
  const { receipt } = await read(await post(FIRST), JWKS.first);
  assert.deepEqual(receipt, JSON.parse(unsigned));
  assert.deepEqual((await read(await post(SECOND), JWKS.second)).receipt, receipt);
});

test('without a key, neither receipts nor refusals are signed', async (t) => {
  const { post } = await startReceiver(t);
  assert.equal((JSON.parse((await post(sampleReport())).text) as object).hasOwnProperty('signature'), false);
  const { status, text } = await post({ ...sampleReport(), category: 'No word' });
  assert.equal(status, 422);
  assert.ok(!text.includes('signature'));
});

/** The facts in a refusal's signature, verified by another implementation. */
async function readRefusal(text: string) {
  const { signature, ...problem } = problemSchema.parse(JSON.parse(text));
  const key = await importJWK(publicOf(JWKS.first), 'Ed25519');
  const { payload, protectedHeader } = await compactVerify(signature ?? '', key);
  return {
    problem,
    header: protectedHeader,
    signed: JSON.parse(new TextDecoder().decode(payload)) as object,
  };
}

test('a refusal that depends on the body alone is signed, over the digest of that body', async (t) => {
  const signing = await startReceiver(t, { receiptKey: FIRST });
  const sealing = await startReceiver(t, { receiptKey: FIRST, sealedOnly: true });
  const report = sampleReport();
  const known = await startReceiver(t, { receiptKey: FIRST, sealKeys: ['A'.repeat(43)] });
  const sealed = seal(await makePair(), report);
  for (const [code, { post }, body] of [
    ['invalid', signing, JSON.stringify({ ...report, category: 'No word' })],
    ['version', signing, JSON.stringify({ ...report, schemaVersion: '9.0' })],
    ['malformed', signing, `${JSON.stringify(report)} `.replace('{', '{{')],
    ['not-sealed', sealing, JSON.stringify(report)],
    ['seal-key', known, JSON.stringify(sealed)],
  ] as const) {
    const { problem, header, signed } = await readRefusal((await post(body)).text);
    assert.equal(problem.type, `urn:cliquez-signalez:problem:${code}`);
    const digest = createHash('sha256').update(body).digest('hex');
    assert.deepEqual(signed, { digest, type: problem.type, errors: problem.errors ?? [] });
    assert.deepEqual(header, {
      alg: 'Ed25519',
      typ: 'cliquez-signalez-refusal',
      kid: await calculateJwkThumbprint(publicOf(JWKS.first)),
    });
  }
});

test('a refusal that another request might not get is not signed: it would prove nothing', async (t) => {
  const { post } = await startReceiver(t, { receiptKey: FIRST, origins: ['https://press.example'] });
  const report = sampleReport();
  const from = { origin: 'https://press.example' };
  for (const [status, headers] of [
    // The headers are the relay's, not the form's.
    [400, { ...from, 'idempotency-key': crypto.randomUUID() }],
    [415, { ...from, 'content-type': 'text/plain' }],
    [403, { origin: 'https://other.example' }],
  ] as const) {
    const answer = await post(report, headers);
    assert.equal(answer.status, status);
    assert.ok(!answer.text.includes('signature'), String(status));
  }
  const large = await post({ ...report, content: { description: 'x'.repeat(70_000) } }, from);
  assert.deepEqual([large.status, large.text.includes('signature')], [413, false]);
});

const WRONG: Readonly<Record<string, [text: string, says: RegExp]>> = {
  'no JSON': ['receipt-key', /no private key for receipts/],
  'a public key': [JSON.stringify(publicOf(JWKS.first)), /no private key for receipts/],
  'the key that opens sealed reports': [
    JSON.stringify({ kty: 'EC', crv: 'P-256', x: '', y: '', d: '' }),
    /which the receiver must never have/,
  ],
  'a key on another curve': [JSON.stringify({ ...JWKS.first, crv: 'Ed448' }), /no private key for receipts/],
  'a secret that is cut short': [
    JSON.stringify({ ...JWKS.first, d: JWKS.first.d!.slice(0, 20) }),
    /no private key for receipts/,
  ],
  'two halves of two keys': [
    JSON.stringify({ ...JWKS.first, x: JWKS.second.x }),
    /do not belong together|no private key/,
  ],
};

for (const [name, [text, says]] of Object.entries(WRONG))
  test(`${name} is refused at the start, without quoting it`, async () => {
    await assert.rejects(readReceiptKey(text), (error) => {
      assert.ok(error instanceof ReceiptKeyError);
      assert.match(error.message, says);
      assert.ok(!error.message.includes(JWKS.first.d!.slice(0, 8)));
      return true;
    });
  });

test('where an engine takes the public half unseen, two halves of two keys are refused all the same', async (t) => {
  const take = crypto.subtle.importKey.bind(crypto.subtle);
  t.mock.method(crypto.subtle, 'importKey', (format: 'jwk', jwk: JWK, ...rest: unknown[]) => {
    const seen = jwk.d === undefined ? jwk : { ...jwk, x: JWKS.first.x };
    return Reflect.apply(take, undefined, [format, seen, ...rest]) as Promise<CryptoKey>;
  });
  const { publicKey } = await readReceiptKey(JSON.stringify(JWKS.first));
  assert.equal(publicKey, JWKS.first.x);
  const mixed = readReceiptKey(JSON.stringify({ ...JWKS.first, x: JWKS.second.x }));
  await assert.rejects(mixed, /do not belong together/);
});

test('the command makes a key, and the receiver signs with it', async (t) => {
  const file = join(await temporaryFolder(t), 'receipt-key.json');
  const made = startCommand(t, ['keys', '--receipts', '--output', file]);
  assert.equal(await made.ended, 0);
  const jwk = JSON.parse(await readFile(file, 'utf8')) as JWK;
  assert.equal(made.output.stdout, `receipt-key  ${jwk.x!}\n`);
  const shown = startCommand(t, ['keys', '--of', file]);
  assert.equal(await shown.ended, 0);
  assert.equal(shown.output.stdout, made.output.stdout);
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:', RECEIPT_KEY: file });
  const { headers, method } = postRequest(sampleReport());
  const report = sampleReport();
  headers.set('idempotency-key', report.submissionId);
  const response = await fetch(endpoint, { method, headers, body: JSON.stringify(report) });
  await read(await response.text(), jwk);
});

test('a key that cannot be used keeps the receiver from starting', async (t) => {
  const file = join(await temporaryFolder(t), 'receipt-key.json');
  const start = async (): Promise<string> => {
    const { ended, output } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      RECEIPT_KEY: file,
    });
    assert.equal(await ended, 1);
    return output.stderr;
  };
  assert.equal(await start(), `RECEIPT_KEY: ${file} cannot be read. Check its name and who may read it.\n`);
  await writeFile(file, '{}');
  assert.match(await start(), /^RECEIPT_KEY: This is no private key for receipts: /);
});

test('--of makes no file, so that nothing else goes with it', async (t) => {
  const { ended, output } = startCommand(t, ['keys', '--of', 'x', '--receipts']);
  assert.equal(await ended, 2);
  assert.match(output.stderr, /^--of makes no file, so --receipts does not go with it\./);
});
