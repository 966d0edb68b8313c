// The end of a server: orderly on a signal, and without any report in the output on a crash.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { openStore, serveReceiver } from '../../src/receiver/index.ts';
import { startPostgres } from '../setup/postgres.ts';
import { DATABASES } from './databases.ts';
import { temporaryFolder } from './harness.ts';
import { nextEvent, openRaw, rawRequest } from './raw-http.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

const POST = 'POST /v1/reports HTTP/1.1';

const CANARY = 'canary7f3a';

const headersOf = (report: { submissionId: string }) => ({
  'Content-Type': 'application/json',
  'Idempotency-Key': report.submissionId,
});

for (const { name, create } of DATABASES) {
  test(`on ${name}, SIGTERM finishes the report under way on a connection kept by a proxy, and ends it`, async (t) => {
    const url = await create(t);
    const { child, ended, endpoint, output } = await startServer(t, {
      DATABASE_URL: url,
      TRUSTED_PROXIES: '127.0.0.1',
      METRICS_PORT: '0',
      RETENTION_DAYS: '30',
    });
    const [first, second] = [sampleReport(), sampleReport()];
    const raw = openRaw(endpoint, rawRequest(POST, headersOf(first), JSON.stringify(first)));
    const [kept] = await raw.answers(1);
    assert.deepEqual([kept?.status, kept?.headers.get('connection')], [201, 'keep-alive']);
    // When the signal comes, another report is half sent and a third connection is idle.
    const body = JSON.stringify(second);
    const idle = openRaw(endpoint);
    await once(idle.socket, 'connect');
    raw.socket.write(
      rawRequest(POST, {
        ...headersOf(second),
        'Content-Length': String(body.length),
        Expect: '100-continue',
      }),
    );
    await nextEvent(raw.socket, 'data');
    child.kill('SIGTERM');
    await assert.rejects(async () => {
      for (;;) await fetch(new URL('/health', endpoint));
    });
    raw.socket.write(body);
    const last = (await raw.answers()).at(-1);
    assert.deepEqual([last?.status, last?.headers.get('connection')], [201, 'close']);
    assert.equal(await ended, 0);
    assert.doesNotMatch(output.stderr, /error/i);

    const store = await openStore(url);
    t.after(() => store.close());
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      [first.submissionId, second.submissionId],
    );
  });
}

test('from the moment it is asked to end, it says at /ready that it is not', async (t) => {
  const { url, close } = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:' });
  const raw = openRaw(url, 'GET /ready HTTP/1.1\r\nHost: a\r\n');
  assert.equal((await fetch(`${url}/ready`)).status, 200);
  const closing = close();
  raw.socket.write('\r\n');
  const [answer] = await raw.answers();
  assert.deepEqual([answer?.status, answer?.headers.get('connection')], [503, 'close']);
  await closing;
  t.diagnostic('answered 503 on the one connection that was left');
});

test('SIGTERM ends a long erasure between two steps, and nothing of what was erased stays in the log', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'reports.sqlite');
  await (await openStore(`sqlite:${file}`)).close();
  // A second program with the file open prevents the deletion of the log (-wal) at the end.
  const other = new DatabaseSync(file);
  t.after(() => other.close());
  other.exec(`
    WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < 30000)
    INSERT INTO report (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
    SELECT n, '0', n, '2020-01-01T00:00:00Z', 0, 'normal', 'normal', '{}', '${CANARY}-' || n FROM each`);
  const slow = join(folder, 'slow-disk.mjs');
  await writeFile(
    slow,
    `import { DatabaseSync } from 'node:sqlite';
     const { exec } = DatabaseSync.prototype;
     const nothing = new Int32Array(new SharedArrayBuffer(4));
     DatabaseSync.prototype.exec = function (sql) {
       if (sql === 'COMMIT') Atomics.wait(nothing, 0, 0, 200);
       return exec.call(this, sql);
     };`,
  );
  const { child, ended, output } = await startServer(t, {
    DATABASE_URL: `sqlite:${file}`,
    RETENTION_DAYS: '30',
    RETENTION_CONFIRMED: '2020-02-01',
    NODE_OPTIONS: `--import=${slow}`,
  });
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.match(output.stdout, /"event":"erased"/);
  const left = other.prepare('SELECT count(*) AS count FROM report').get()?.['count'] as number;
  assert.ok(left > 0 && left < 30_000, `${left} left`);
  const log = await readFile(`${file}-wal`, 'latin1');
  assert.equal(log.split(CANARY).length - 1, 0);
});

/** A proxy to a database that can freeze: bytes no longer arrive. */
async function startFreezer(t: TestContext, url: string) {
  const { hostname, port } = new URL(url);
  let isFrozen = false;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const upstream = connect(Number(port), hostname);
    sockets.push(socket, upstream);
    for (const each of [socket, upstream]) each.on('error', () => {});
    if (!isFrozen) socket.pipe(upstream).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const frozen = new URL(url);
  frozen.port = String((server.address() as AddressInfo).port);
  return {
    url: frozen.href,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

test('a database that answers no more does not keep the process alive', { timeout: 60_000 }, async (t) => {
  const { url, stop } = await startPostgres();
  t.after(stop);
  const freezer = await startFreezer(t, url);
  const { child, ended, endpoint } = await startServer(t, { DATABASE_URL: freezer.url });
  const report = sampleReport();
  const send = () =>
    fetch(endpoint, { method: 'POST', headers: headersOf(report), body: JSON.stringify(report) });
  assert.equal((await send()).status, 201);
  freezer.freeze();
  const outcome = send().then(
    ({ status }) => status,
    () => 'cut',
  );
  const notReady = await fetch(new URL('/ready', endpoint));
  assert.equal(notReady.status, 503);
  const startedAt = performance.now();
  child.kill('SIGTERM');
  const code = await ended;
  t.diagnostic(`ended with ${code} after ${Math.round(performance.now() - startedAt)} ms`);
  assert.ok(performance.now() - startedAt < 20_000);
  assert.ok(['cut', 503].includes(await outcome), `answered ${await outcome}`);
});

test('whatever is left open, the process ends within ten seconds', { timeout: 60_000 }, async (t) => {
  const preload = join(await temporaryFolder(t), 'preload.mjs');
  await writeFile(preload, 'setInterval(() => {}, 1_000);');
  const { child, ended } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    NODE_OPTIONS: `--import=${preload}`,
  });
  child.kill('SIGTERM');
  assert.equal(await ended, 1);
});

for (const [title, fault, cause] of [
  ['an error', `throw Object.assign(new TypeError(text), { code: 'ERR_TEST' })`, 'TypeError ERR_TEST'],
  ['a promise that nobody waits for', `Promise.reject(new RangeError(text))`, 'RangeError'],
  ['a text that is thrown', `throw text`, 'string'],
] as const) {
  test(`${title} that nobody expected ends the process with one line, and no report in it`, async (t) => {
    const folder = await temporaryFolder(t);
    const preload = join(folder, 'preload.mjs');
    await writeFile(
      preload,
      `const text = '${CANARY}\\n    at ${CANARY} (file:///${CANARY}.js:1:1)\\n{"event":"forged"}';
       process.on('SIGUSR2', () => { ${fault}; });`,
    );
    const { child, ended, endpoint, output } = await startServer(t, {
      DATABASE_URL: `sqlite:${join(folder, 'reports.sqlite')}`,
      NODE_OPTIONS: `--import=${preload}`,
    });
    const report = sampleReport({ content: { description: CANARY } });
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: headersOf(report),
      body: JSON.stringify(report),
    });
    assert.equal(response.status, 201);
    child.kill('SIGUSR2');
    assert.equal(await ended, 70);
    assert.equal(
      output.stderr,
      `Reports are received at ${endpoint}\n{"event":"crashed","cause":"${cause}"}\n`,
    );
    assert.match(output.stdout, /^\{"event":"stored"[^\n]*\}\n$/);
    assert.doesNotMatch(output.stdout, new RegExp(CANARY));
  });
}
