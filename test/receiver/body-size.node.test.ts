// The receiver reads no more of a body than the limit, however long the body is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { readBytes } from '../../src/receiver/intake/json-body.ts';
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

test('a report that comes in pieces of any size is stored as it was sent', async (t) => {
  const { send, store } = await startReceiver(t);
  const sizes = [1, 2, 700, 3, 5_000, 1, 40_000];
  const text = JSON.stringify(sampleReport()).padEnd(45_000);
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = sizes.shift();
      if (size === undefined) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
  const request = new Request(postRequest(text), { body, duplex: 'half' } as RequestInit);
  assert.equal((await send(request)).status, 201);
  assert.equal((await store.list())[0]?.body, text);
});

test('five hundred clients that send a byte and wait hold little memory', async () => {
  const before = process.memoryUsage().arrayBuffers;
  const waiting: ReadableStreamDefaultController<Uint8Array>[] = [];
  const reading = Array.from({ length: 500 }, () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(1));
        waiting.push(controller);
      },
    });
    const request = new Request(postRequest(sampleReport()), { body, duplex: 'half' } as RequestInit);
    return readBytes(request, MAX_RECEIVED_BYTES);
  });
  await new Promise(setImmediate);
  // Each as large as a body may be would be thirty megabytes.
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 2 ** 20);
  for (const controller of waiting) controller.close();
  assert.deepEqual(new Set((await Promise.all(reading)).map(({ length }) => length)), new Set([1]));
});
