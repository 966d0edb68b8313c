// The shipped nginx.conf in a real nginx: reports get through, and no file of nginx identifies a sender.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '../server-process.ts';
import { startNginx } from './nginx.ts';
import {
  assertProblem,
  CANARIES,
  found,
  HOST_NAME,
  misbehave,
  reportOf,
  send,
  startRecorder,
  type TestProxy,
} from './proxy.ts';
import { CLOSED_PORT, freePort } from '../../setup/free-port.ts';

const portOf = (endpoint: string): number => Number(new URL(endpoint).port);

test('a report goes through and is acknowledged, with one set of headers and HSTS', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startNginx(t, portOf(endpoint));
  const answer = await send(proxy, reportOf());
  assert.equal(answer.status, 201);
  assert.match(answer.text, /"reference":"[0-9A-Z]{4}-[0-9A-Z]{4}"/);
  assert.equal(answer.headers['strict-transport-security'], 'max-age=63072000');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.match(String(answer.headers['access-control-expose-headers']), /^Retry-After, RateLimit/);
  assert.equal(answer.headers['retry-after'], undefined);
  // nginx passes on the receiver's own refusal unchanged.
  const refused = await send(proxy, { ...reportOf(), headers: {} });
  assert.match(refused.text, /key-mismatch/);
});

test('port 80 answers the authority of certificates, leads a person on, and takes no report', async (t) => {
  const port = await freePort();
  let folder = '';
  const proxy = await startNginx(t, CLOSED_PORT, (shipped, place) => {
    folder = place;
    return shipped
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('root /var/www/acme;', `root ${place}/acme;`);
  });
  const challenges = join(folder, 'acme/.well-known/acme-challenge');
  await mkdir(challenges, { recursive: true });
  await writeFile(join(challenges, 'token'), 'proof');
  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: { 'User-Agent': CANARIES.agent },
      ...(method === 'POST' && { body: '{}' }),
    });
  const challenge = await ask('/.well-known/acme-challenge/token');
  assert.deepEqual([challenge.status, await challenge.text()], [200, 'proof']);
  const person = await ask('/health');
  assert.deepEqual([person.status, person.headers.get('location')], [301, `https://${HOST_NAME}/health`]);
  for (const method of ['POST', 'OPTIONS']) {
    const { status, headers } = await ask('/v1/reports', method);
    assert.deepEqual([status, headers.get('location')], [405, null], method);
  }
  assert.deepEqual(found(proxy), []);
});

test('a report goes through over HTTP/2, and so does a preflight', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startNginx(t, portOf(endpoint));
  const session = connectHttp2(`https://127.0.0.1:${proxy.port}`, {
    ca: proxy.certificate,
    servername: HOST_NAME,
  });
  t.after(() => session.destroy());
  const status = async (headers: Record<string, string>, body?: string): Promise<unknown> => {
    const stream = session.request({ ':authority': HOST_NAME, ':path': '/v1/reports', ...headers });
    stream.end(body);
    const [answer] = (await once(stream, 'response')) as [Record<string, unknown>];
    stream.resume();
    return answer[':status'];
  };
  const { body, headers } = reportOf();
  assert.equal(
    await status({ ':method': 'POST', 'content-type': 'application/json', ...headers }, body),
    201,
  );
  assert.equal(await status({ ':method': 'OPTIONS', origin: 'https://press.example' }), 204);
});

test('the receiver is told one address, the client’s own, and nothing else about it', async (t) => {
  const { seen, port } = await startRecorder(t);
  const proxy = await startNginx(t, port);
  await send(proxy, { headers: { 'X-Forwarded-For': '203.0.113.7, 198.51.100.4' } });
  const [headers = {}] = seen;
  assert.equal(headers['x-forwarded-for'], CANARIES.address);
  for (const name of ['user-agent', 'referer', 'cookie', 'accept-language'])
    assert.ok(!(name in headers), name);
  assert.equal(headers.origin, 'https://press.example');
  assert.equal(headers.host, HOST_NAME);
});

test('what nginx refuses itself, the form can read', async (t) => {
  const { port } = await startRecorder(t);
  const proxy = await startNginx(t, port);
  assertProblem(await send(proxy, { body: 'x'.repeat(65_537) }), 413, 'too-large');
  assert.equal((await send(proxy, { body: 'x'.repeat(65_536) })).status, 200);
});

test('one address that asks too much is slowed down, in words that the form can read; others are not', async (t) => {
  const { port } = await startRecorder(t);
  const proxy = await startNginx(t, port, (shipped) => shipped.replace(/limit_conn .*;/, ''));
  // Connections are reused, because a slow machine would open new ones too slowly for the test.
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  t.after(() => agent.destroy());
  const crowd = await Promise.all(Array.from({ length: 500 }, () => send(proxy, { agent })));
  const slowed = crowd.filter(({ status }) => status !== 200);
  assert.ok(slowed.length > 0 && slowed.length < 400, `${slowed.length} of ${crowd.length}`);
  for (const answer of slowed) {
    assertProblem(answer, 429, 'slow-down');
    assert.equal(answer.headers['retry-after'], '10');
  }
  assert.equal((await send(proxy, { from: '127.9.9.9' })).status, 200);
});

test('one address that asks too much what became of reports can still report', async (t) => {
  const { port } = await startRecorder(t);
  const proxy = await startNginx(t, port, (shipped) => shipped.replace(/limit_conn .*;/, ''));
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  t.after(() => agent.destroy());
  const ask = () => send(proxy, { agent, path: '/v1/follow-up' });
  const questions = await Promise.all(Array.from({ length: 300 }, ask));
  const slowed = questions.filter(({ status }) => status !== 200);
  assert.ok(slowed.length > 100, String(slowed.length));
  assertProblem(slowed[0]!, 429, 'slow-down');
  const reports = await Promise.all(Array.from({ length: 90 }, () => send(proxy, { agent })));
  assert.ok(reports.every(({ status }) => status === 200));
});

test('one address has a hundred requests under way at most', async (t) => {
  const held: ServerResponse[] = [];
  const { port } = await startRecorder(t, (response) => {
    held.push(response);
    if (held.length === 100) for (const each of held) each.end();
  });
  const proxy = await startNginx(t, port, (shipped) => shipped.replace('burst=100', 'burst=1000'));
  const crowd = await Promise.all(Array.from({ length: 120 }, () => send(proxy)));
  assert.equal(crowd.filter(({ status }) => status === 200).length, 100);
  assertProblem(
    crowd.find(({ status }) => status !== 200)!,
    429,
    'slow-down',
  );
});

test('while the receiver is away, the form is told to come back', async (t) => {
  const answer = await send(await startNginx(t, CLOSED_PORT));
  assertProblem(answer, 503, 'unavailable');
  assert.equal(answer.headers['retry-after'], '5');
});

test('a process that goes in the middle of a report is not noticed where there is another', async (t) => {
  // A report has an idempotency key, so nginx may safely send it to both processes.
  const [going, staying] = [await startRecorder(t, (response) => response.destroy()), await startRecorder(t)];
  const proxy = await startNginx(t, going.port, (shipped) =>
    shipped.replace('keepalive 16;', `server 127.0.0.1:${staying.port};\nkeepalive 16;`),
  );
  for (let each = 0; each < 4; each++) assert.equal((await send(proxy, reportOf())).status, 200);
  assert.ok(going.seen.length > 0);
});

test('a source that floods is slowed down by the receiver, which learns its address from the proxy alone', async (t) => {
  const behindBalancer = (shipped: string): string =>
    shipped.replace(
      'server_tokens off;',
      'server_tokens off; set_real_ip_from 127.0.0.0/8; real_ip_header X-Forwarded-For;',
    );
  // The receiver allows each source 60 reports a minute.
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  t.after(() => agent.destroy());
  const sendMany = (proxy: TestProxy, address: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const { body = '', headers } = reportOf();
        const sent = { agent, body, headers: { ...headers, 'X-Forwarded-For': address } };
        return (await send(proxy, sent)).status;
      }),
    );
  const startBehind = async (environment: Record<string, string>, edit?: (shipped: string) => string) => {
    const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:', ...environment });
    return startNginx(t, portOf(endpoint), edit);
  };
  const isRefused = (status: number) => status === 429;

  const told = await startBehind({ TRUSTED_PROXIES: '127.0.0.1' }, behindBalancer);
  // A new minute may begin and halve the count, so the test sends far more than 60.
  assert.ok((await sendMany(told, '203.0.113.7', 95)).some(isRefused));
  assert.deepEqual(await sendMany(told, '203.0.113.8', 3), [201, 201, 201]);

  // The receiver ignores the header from an untrusted proxy, and from a client that writes it.
  const untrusted = await startBehind({}, behindBalancer);
  assert.ok(!(await sendMany(untrusted, '203.0.113.7', 95)).some(isRefused));
  const direct = await startBehind({ TRUSTED_PROXIES: '127.0.0.1' });
  assert.ok(!(await sendMany(direct, '203.0.113.7', 95)).some(isRefused));
});

test('nothing that nginx writes tells who reported, from where, or what', async (t) => {
  const { child, ended, endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startNginx(t, portOf(endpoint));
  await misbehave(proxy);
  child.kill('SIGTERM');
  await ended;
  // This address begins with the canary and, unlike the canary itself, is not slowed down.
  const from = `${CANARIES.address}9`;
  assert.equal((await send(proxy, { ...reportOf(), from })).status, 503);
  assert.deepEqual(found(proxy), []);
  assert.ok(proxy.written().some(({ content }) => content.includes('start worker process')));
});

test('with the usual logs, the same visits do leave a trace: the search for canaries finds them', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const proxy = await startNginx(t, portOf(endpoint), (shipped, folder) =>
    shipped
      .replace('access_log off;', `access_log ${folder}/access.log;`)
      .replace('error_log /dev/null emerg;', `error_log ${folder}/error.log;`),
  );
  await misbehave(proxy);
  const traces = found(proxy);
  for (const expected of [
    'address in access.log',
    'address in error.log',
    'path in access.log',
    'agent in access.log',
  ])
    assert.ok(traces.includes(expected), expected);
});

test('an error log for critical events alone would name a visitor, once a disk fails', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  let bodies = '';
  const proxy = await startNginx(t, portOf(endpoint), (shipped, folder) => {
    bodies = join(folder, 'client_body');
    return shipped
      .replace('error_log /dev/null emerg;', `error_log ${folder}/error.log crit;`)
      .replace(/client_body_buffer_size .*;/, '');
  });
  await rm(bodies, { recursive: true });
  assert.equal((await send(proxy, { body: CANARIES.text.padEnd(65_000, '.') })).status, 503);
  assert.deepEqual(found(proxy), ['address in error.log', 'referrer in error.log']);
});

test('a report on its way is in no temporary file; with nginx’s own buffers it would be', async (t) => {
  for (const [name, edit, expected] of [
    ['shipped', (shipped: string) => shipped, 0],
    ['default', (shipped: string) => shipped.replace(/client_body_buffer_size .*;/, ''), 1],
  ] as const) {
    let answer = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const held: ServerResponse[] = [];
    const { port } = await startRecorder(t, (response) => {
      held.push(response);
      answer();
    });
    const proxy = await startNginx(t, port, edit);
    const sending = send(proxy, { body: CANARIES.text.padEnd(65_000, '.') });
    await arrived;
    assert.equal(found(proxy).filter((trace) => trace.startsWith('text')).length, expected, name);
    held[0]?.end();
    assert.equal((await sending).status, 200);
  }
});
