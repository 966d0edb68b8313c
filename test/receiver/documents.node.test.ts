// The documents that a receiver serves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemSchema } from '../../src/core/report/protocol-schema.ts';
import { PROBLEMS } from '../../src/core/report/protocol.ts';
import { reportJsonSchema } from '../../src/core/report/report-json-schema.ts';
import { createReceiver, openStore } from '../../src/receiver/index.ts';
import { openApiDocument } from '../../src/receiver/http/openapi.ts';
import { ENDPOINT, startReceiver } from './harness.ts';

const documents: [path: string, expected: unknown][] = [
  ['/report.schema.json', reportJsonSchema()],
  ['/openapi.json', openApiDocument()],
];

for (const [path, expected] of documents) {
  test(`${path} is what the package holds, for any page, and kept for an hour`, async (t) => {
    const store = await openStore('sqlite::memory:');
    t.after(() => store.close());
    const receive = createReceiver({ store, origins: ['https://press.example'] });
    const ask = (headers: Record<string, string> = {}) =>
      receive(
        new Request(new URL(path, ENDPOINT), {
          headers: { Origin: 'https://elsewhere.example', ...headers },
        }),
      );

    const response = await ask();
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), expected);
    const { headers } = response;
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(headers.get('cache-control'), 'public, max-age=3600');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    const etag = headers.get('etag') ?? '';
    assert.match(etag, /^"[0-9a-f]{64}"$/);

    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const unchanged = await ask({ 'If-None-Match': known });
      assert.deepEqual([unchanged.status, await unchanged.text()], [304, '']);
      assert.equal(unchanged.headers.get('etag'), etag);
      assert.equal(unchanged.headers.get('cache-control'), 'public, max-age=3600');
    }
    assert.equal((await ask({ 'If-None-Match': '"other"' })).status, 200);
  });
}

test('/problems says of each refusal what to do', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const response = await createReceiver({ store })(new Request(new URL('/problems', ENDPOINT)));
  const list = (await response.json()) as { type: string; status: number; title: string; advice: string }[];
  assert.deepEqual(
    list.map(({ status }) => status),
    Object.values(PROBLEMS),
  );
  for (const { advice, ...problem } of list) {
    problemSchema.parse(problem);
    assert.match(advice, /^[A-Z].{20,}\.$/);
  }
});

test('documents are only read', async (t) => {
  const { send } = await startReceiver(t);
  for (const path of ['/report.schema.json', '/openapi.json', '/problems']) {
    const { status, headers } = await send(
      new Request(new URL(path, ENDPOINT), { method: 'POST', body: 'x' }),
    );
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD']);
  }
});

test('the contract names the path that the receiver has', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receive = createReceiver({ store, path: '/api/signalements' });
  const { paths } = (await (await receive(new Request(new URL('/openapi.json', ENDPOINT)))).json()) as {
    paths: object;
  };
  assert.deepEqual(Object.keys(paths).slice(0, 2), ['/api/signalements', '/api/challenge']);
});
