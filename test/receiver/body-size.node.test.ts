// The receiver reads no more of a body than the limit, however long the body is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { postRequest, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const CHUNK_BYTES = 4_096;

/** A post whose body comes in chunks, without a Content-Length. It reports how many bytes the receiver pulled. */
function streamedPost(chunkCount: number) {
  const seen = { bytes: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.bytes === chunkCount * CHUNK_BYTES) return controller.close();
        seen.bytes += CHUNK_BYTES;
        controller.enqueue(new Uint8Array(CHUNK_BYTES).fill(0x20));
      },
      cancel: () => void (seen.isCancelled = true),
    },
    { highWaterMark: 0 },
  );
  const init = { body, duplex: 'half' } as RequestInit;
  return { seen, request: new Request(postRequest(sampleReport()), init) };
}

test('a body of 10 MB in chunks is cut at the first chunk beyond the limit', async (t) => {
  const { send, store } = await startReceiver(t);
  const { request, seen } = streamedPost(2_560);
  const { status, text } = await send(request);
  assert.equal(status, 413);
  assert.match(text, /too-large/);
  assert.equal(seen.bytes, MAX_RECEIVED_BYTES + CHUNK_BYTES);
  assert.ok(seen.isCancelled);
  assert.deepEqual(await store.list(), []);
});

test('a body that says it is too long is not read at all', async (t) => {
  const { send } = await startReceiver(t);
  const { request, seen } = streamedPost(2_560);
  request.headers.set('Content-Length', '10485760');
  assert.equal((await send(request)).status, 413);
  assert.equal(seen.bytes, 0);
});

test('a body that says it is short is measured all the same', async (t) => {
  const { send } = await startReceiver(t);
  const { request, seen } = streamedPost(2_560);
  request.headers.set('Content-Length', '10');
  assert.equal((await send(request)).status, 413);
  assert.equal(seen.bytes, MAX_RECEIVED_BYTES + CHUNK_BYTES);
});

test('a body of the wrong type is not read', async (t) => {
  const { send } = await startReceiver(t);
  const { request, seen } = streamedPost(2_560);
  request.headers.set('Content-Type', 'text/plain');
  assert.equal((await send(request)).status, 415);
  assert.equal(seen.bytes, 0);
});

test('a body that breaks off is malformed, not a failure of the receiver', async (t) => {
  const { send, log } = await startReceiver(t);
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
  const { status } = await send(
    new Request(postRequest(sampleReport()), { body, duplex: 'half' } as RequestInit),
  );
  assert.equal(status, 400);
  assert.deepEqual(
    log.map(({ event, code }) => [event, code]),
    [['refused', 'malformed']],
  );
});
