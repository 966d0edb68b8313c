// The shipped Caddyfile in a real Caddy: it keeps the promises of nginx, except for rate limits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleReport } from '../sample-report.ts';
import { startServer } from '../server-process.ts';
import { startCaddy } from './caddy.ts';
import {
  assertProblem,
  CANARIES,
  found,
  misbehave,
  reportOf,
  send,
  sendChunks,
  startRecorder,
} from './proxy.ts';
import { CLOSED_PORT } from '../../setup/free-port.ts';

const portOf = (endpoint: string): number => Number(new URL(endpoint).port);

test('Caddy passes a report on, tells the receiver one address, and refuses in the words of the contract', async (t) => {
  const { seen, port } = await startRecorder(t);
  const proxy = await startCaddy(t, port);
  const answer = await send(proxy, { headers: { 'X-Forwarded-For': '203.0.113.7' } });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['strict-transport-security'], 'max-age=63072000');
  const [headers = {}] = seen;
  assert.equal(headers['x-forwarded-for'], CANARIES.address);
  for (const name of ['referer', 'cookie', 'accept-language']) assert.ok(!(name in headers), name);
  assert.ok(!headers['user-agent']?.includes(CANARIES.agent));

  assertProblem(await send(proxy, { body: 'x'.repeat(65_537) }), 413, 'too-large');
  assert.equal((await send(proxy, { body: 'x'.repeat(65_536) })).status, 200);
  const away = await send(await startCaddy(t, CLOSED_PORT));
  assertProblem(away, 503, 'unavailable');
  assert.equal(away.headers['retry-after'], '5');
});

test('Caddy refuses broken chunks as malformed, and a receiver that breaks off as unavailable', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startCaddy(t, portOf(endpoint));
  const broken = {
    'a size that is no number': 'zz\r\n{"a\r\n0\r\n\r\n',
    'a second size that is no number': '3\r\n{"a\r\nzz\r\n',
    'no size': '\r\n\r\n',
    'a size that no number holds': 'ffffffffffffffffff\r\n{"a',
    'more than the size': '3\r\n{"abcdef\r\n0\r\n\r\n',
    'an endless size': `1;${'a'.repeat(5_000)}\r\n{\r\n0\r\n\r\n`,
    'a last line without a colon': '2\r\n{}\r\n0\r\nno field\r\n\r\n',
    'last lines without end': `2\r\n{}\r\n0\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  };
  for (const [name, chunks] of Object.entries(broken)) {
    const answer = await sendChunks(proxy, chunks);
    assert.doesNotThrow(
      () => assertProblem(answer, 400, 'malformed'),
      `${name}: ${answer.status} ${answer.text}`,
    );
    assert.equal(answer.headers['retry-after'], undefined, name);
  }
  const report = sampleReport();
  const body = JSON.stringify(report);
  const whole = `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  assert.equal((await sendChunks(proxy, whole, report.submissionId)).status, 201);

  const { port } = await startRecorder(t, (response) =>
    response.socket?.end('HTTP/1.1 200 OK\r\nno field\r\n\r\n'),
  );
  assertProblem(await send(await startCaddy(t, port), reportOf()), 503, 'unavailable');
});

test('nothing that Caddy writes tells who reported, from where, or what', async (t) => {
  const { child, ended, endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startCaddy(t, portOf(endpoint));
  await misbehave(proxy);
  child.kill('SIGTERM');
  await ended;
  assert.equal((await send(proxy, reportOf())).status, 503);
  assert.deepEqual(found(proxy), []);
  assert.ok(proxy.written().some(({ content }) => content.includes('serving initial configuration')));
});

test('without its line about the log, Caddy names a visitor when the receiver is away', async (t) => {
  const proxy = await startCaddy(t, CLOSED_PORT, (shipped) => shipped.replace(/exclude http.*/, ''));
  await send(proxy, reportOf());
  assert.ok(found(proxy).includes('address in caddy.log'));
});
