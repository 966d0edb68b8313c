// Clients that send slowly or stop are cut off. The tests take real time, because Node's HTTP uses the real clock.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { serveReceiver } from '../../src/receiver/index.ts';
import { openRaw } from './raw-http.ts';

async function serve(t: TestContext) {
  const running = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:' });
  t.after(() => running.close());
  return running;
}

describe('a slow client', { concurrency: true }, () => {
  it('is cut after ten seconds of headers, and a hundred of them hold up nobody', async (t) => {
    const { url } = await serve(t);
    const startedAt = performance.now();
    const cuts = Array.from({ length: 100 }, async () => {
      const { socket, answers } = openRaw(url, 'POST /v1/reports HTTP/1.1\r\nHost: a\r\n');
      const drip = setInterval(() => socket.write('X: y\r\n'), 500);
      const statuses = (await answers()).map(({ status }) => status);
      clearInterval(drip);
      assert.deepEqual(statuses, [408]);
      return performance.now() - startedAt;
    });
    assert.equal((await fetch(`${url}/health`)).status, 200);
    const durations = await Promise.all(cuts);
    assert.ok(
      Math.min(...durations) > 9_000 && Math.max(...durations) < 15_000,
      `cut after ${Math.max(...durations)} ms`,
    );
  });

  it(
    'that stalls in its body does not hold up the end of the server for ever',
    { timeout: 9_000 },
    async (t) => {
      const { endpoint, close } = await serve(t);
      const headers = { 'Content-Type': 'application/json', Expect: '100-continue' };
      const request = httpRequest(endpoint, { method: 'POST', headers });
      const broken = once(request, 'error');
      request.flushHeaders();
      await once(request, 'continue');
      await close();
      await broken;
    },
  );
});
