// The receiver stores and logs the report alone, and nothing about the request.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { ENDPOINT, postRequest, startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

const CANARY = 'canary7f3a';

const canaryHeaders = (index: number): Record<string, string> => ({
  'User-Agent': `${CANARY}-agent-${index}`,
  Cookie: `${CANARY}=cookie-${index}`,
  Referer: `https://${CANARY}.example/page-${index}`,
  'Accept-Language': `fr,${CANARY}`,
  'X-Forwarded-For': '203.0.113.77',
  'X-Real-IP': '203.0.113.77',
  Forwarded: 'for=203.0.113.77',
  'X-Canary': `${CANARY}-${index}`,
  Origin: `https://${CANARY}.example`,
});

test('no line of the log holds a byte of a request, whatever it is answered', async (t) => {
  const leak = Object.assign(new Error(`near "${CANARY}": syntax error`), { code: 'ERR_TEST' });
  const memory = await openStore('sqlite::memory:');
  const put: typeof memory.put = (row) => (row.partner === 'breaks' ? Promise.reject(leak) : memory.put(row));
  const { send, post, log } = await startReceiver(t, {
    store: { ...memory, put },
  });
  const report = sampleReport({ content: { description: `${CANARY}\r\n{"event":"forged"}\u001b[31m` } });
  const headers = canaryHeaders(0);
  const statuses = [
    await post(report, headers),
    await post(report, headers),
    await post({ ...report, locale: 'en' }, headers),
    await post({ ...report, [CANARY]: CANARY }, headers),
    await post({ ...report, schemaVersion: CANARY }, headers),
    await post(`{"${CANARY}`, headers),
    await post(report, { ...headers, 'Idempotency-Key': CANARY }),
    await post(report, { ...headers, 'Content-Type': `text/${CANARY}` }),
    await post(sampleReport({ source: { ...(report['source'] as object), partnerId: 'breaks' } }), headers),
    await send(new Request(`${ENDPOINT}/${CANARY}?${CANARY}`, { headers })),
    await send(new Request(`${ENDPOINT}?${CANARY}`, { method: 'DELETE', headers })),
    await send(new Request(`${ENDPOINT}?${CANARY}`, postRequest(sampleReport(), headers))),
    await send(new Request(ENDPOINT, { method: 'OPTIONS', headers })),
  ].map(({ status }) => status);
  assert.deepEqual(statuses, [201, 200, 422, 422, 409, 400, 400, 415, 503, 404, 405, 201, 204]);
  assert.equal(log.length, statuses.length);
  const words = new Set(['event', 'status', 'code', 'trust', 'receivedAt', 'durationMs', 'cause']);
  for (const event of log) {
    assert.ok(Object.keys(event).every((key) => words.has(key)));
    assert.doesNotMatch(JSON.stringify(event), /canary|forged|203\.0|example|\n/i);
  }
});

test('neither the files nor the output of a server hold anything of who sent a report', async (t) => {
  const folder = await temporaryFolder(t);
  const { endpoint, output, child, ended } = await startServer(t, {
    DATABASE_URL: `sqlite:${join(folder, 'reports.sqlite')}`,
  });
  for (let index = 0; index < 200; index++) {
    const report = sampleReport();
    const headers = {
      ...canaryHeaders(index),
      'Content-Type': 'application/json',
      'Idempotency-Key': report.submissionId,
    };
    const isBroken = index % 4 === 3;
    const response = await fetch(`${endpoint}?${CANARY}`, {
      method: 'POST',
      headers,
      body: isBroken ? CANARY : JSON.stringify(report),
    });
    assert.equal(response.status, isBroken ? 400 : 201);
    assert.equal(response.headers.get('set-cookie'), null);
  }
  await breakOff(endpoint);
  const isTraceless = async () => {
    const names = await readdir(folder);
    for (const name of names) {
      const bytes = await readFile(join(folder, name));
      assert.ok(name.endsWith('-shm') || bytes.length > 0);
      for (const trace of [CANARY, '203.0.113.77', '127.0.0.1', 'User-Agent'])
        assert.ok(!bytes.includes(trace), `${trace} in ${name}`);
    }
    return names;
  };
  assert.equal((await isTraceless()).length, 3);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.deepEqual(await isTraceless(), ['reports.sqlite']);
  assert.doesNotMatch(output.stdout, /canary|203\.0|127\.0/);
  assert.equal(output.stderr, `Reports are received at ${endpoint}\n`);
  for (const line of output.stdout.trimEnd().split('\n')) {
    assert.match(
      line,
      /^\{"event":"(stored|refused)","status":\d{3},("code":"[a-z-]+",|"trust":"normal",)?"count":\d+,"minute":"[\d-]+T\d\d:\d\d:00Z"\}$/,
    );
  }
});

/** Sends half a report, then closes the connection. */
async function breakOff(endpoint: string): Promise<void> {
  const { hostname, port, pathname } = new URL(endpoint);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${hostname}`,
    'Content-Type: application/json',
    'Content-Length: 999',
  ];
  const head = `${lines.join('\r\n')}\r\n\r\n`;
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.write(`${head}{"${CANARY}`, () => resolve()));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()).resetAndDestroy());
}
