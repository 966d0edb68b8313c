// The receiver stores the body byte for byte: every character, every escape, every space.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { openStore } from '../../src/receiver/index.ts';
import { startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';

test('any text is read back exactly, from a file that was closed in between', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const { post, store } = await startReceiver(t, { store: await openStore(url) });
  const sent: string[] = [];
  // `binary` generates any code unit, with lone surrogates and NUL. The indent varies the spaces between tokens.
  const description = fc.string({ unit: 'binary', minLength: 1, maxLength: 500 });
  await fc.assert(
    fc.asyncProperty(description, fc.nat(3), async (text, indent) => {
      const body = JSON.stringify(sampleReport({ content: { description: text } }), null, indent);
      assert.equal((await post(body)).status, 201);
      sent.push(body);
    }),
    { numRuns: 500 },
  );
  await store.close();
  const reopened = await openStore(url);
  t.after(() => reopened.close());
  const rows = await reopened.list({ limit: 1_000 });
  assert.deepEqual(
    rows.map(({ body }) => body),
    sent,
  );
  for (const { body, digest } of rows) assert.equal(digest, createHash('sha256').update(body).digest('hex'));
});

for (const [title, escaped] of [
  ['an escaped NUL', '\\u0000'],
  ['an escaped lone surrogate', '\\ud800'],
  ['surrogates the wrong way round', '\\udc00\\ud800'],
  ['escapes that need not be', '\\u0061\\/\\u00e9'],
  ['a byte order mark inside', '\uFEFF'],
  ['controls that turn the text round', '\u202Eexe.\u2066'],
] as const) {
  test(`${title} is kept as it was written`, async (t) => {
    const { post, store } = await startReceiver(t);
    const body = JSON.stringify(sampleReport({ content: { description: '@' } })).replace('@', `a${escaped}b`);
    assert.equal((await post(body)).status, 201);
    assert.equal((await store.list())[0]?.body, body);
  });
}
