// The shipped Caddyfile in a real Caddy: it keeps the promises of nginx, except for rate limits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../receiver/server-process.ts';
import { startCaddy } from './caddy.ts';
import { assertProblem, CANARIES, found, misbehave, reportOf, send, startRecorder } from './proxy.ts';
import { freePort } from '../setup/free-port.ts';

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
  const away = await send(await startCaddy(t, await freePort()));
  assertProblem(away, 503, 'unavailable');
  assert.equal(away.headers['retry-after'], '5');
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
  const proxy = await startCaddy(t, await freePort(), (shipped) => shipped.replace(/exclude http.*/, ''));
  await send(proxy, reportOf());
  assert.ok(found(proxy).includes('address in caddy.log'));
});
