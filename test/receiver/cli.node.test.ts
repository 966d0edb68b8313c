// The command: what it prints, how it ends, and what survives when it is killed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore, type ReportStore } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startCommand, startServer } from './server-process.ts';

const LOAD_MS = 3_000;
const ROUNDS = 3;
const SENDERS = 16;

const post = (endpoint: string, report: { submissionId: string }) =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  });

async function readAll(store: ReportStore): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (
    let after = 0, page = await store.list({ limit: 1_000 });
    page.length > 0;
    page = await store.list({ after, limit: 1_000 })
  ) {
    for (const { id, answer } of page) answers.set(id, answer);
    after = page.at(-1)?.sequence ?? 0;
  }
  return answers;
}

test('killed under load, again and again, it has lost no report that it acknowledged', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round++) {
    const { child, ended, endpoint } = await startServer(t, { DATABASE_URL: url });
    const send = async (): Promise<void> => {
      const report = sampleReport();
      const response = await post(endpoint, report);
      assert.equal(response.status, 201);
      acknowledged.set(report.submissionId, await response.text());
    };
    const senders = Array.from({ length: SENDERS }, async () => {
      // The kill breaks the connection: that ends the sender.
      for (let isUp = true; isUp;) isUp = await send().then(() => true, rethrowAssertion);
    });
    setTimeout(() => child.kill('SIGKILL'), LOAD_MS);
    await Promise.all(senders);
    assert.equal(await ended, 'SIGKILL');

    const store = await openStore(url);
    const kept = await readAll(store);
    await store.close();
    const lost = [...acknowledged].filter(([id, answer]) => kept.get(id) !== answer);
    assert.deepEqual(lost, []);
  }
  t.diagnostic(`${acknowledged.size} acknowledged in ${ROUNDS} rounds of ${LOAD_MS} ms, 0 lost`);
  assert.ok(acknowledged.size > 100);
});

function rethrowAssertion(error: unknown): false {
  if (error instanceof assert.AssertionError) throw error;
  return false;
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets the request under way finish, then ends with 0`, async (t) => {
    const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    const { child, ended, endpoint, output } = await startServer(t, { DATABASE_URL: url });
    const report = sampleReport();
    const request = httpRequest(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': report.submissionId,
        Expect: '100-continue',
      },
    });
    request.flushHeaders();
    await once(request, 'continue');
    child.kill(signal);
    request.end(JSON.stringify(report));
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    assert.equal(response.statusCode, 201);
    assert.equal(await ended, 0);
    assert.match(output.stdout, /^\{"event":"stored","status":201,"durationMs":\d+\}\n$/);
    const store = await openStore(url);
    t.after(() => store.close());
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      [report.submissionId],
    );
  });
}

test('two servers may start at once on a file that is not there yet', async (t) => {
  const DATABASE_URL = `sqlite:${join(await temporaryFolder(t), 'new', 'reports.sqlite')}`;
  const servers = await Promise.all(Array.from({ length: 4 }, () => startServer(t, { DATABASE_URL })));
  for (const { endpoint } of servers) assert.equal((await post(endpoint, sampleReport())).status, 201);
});

test('a port that is taken is explained in one sentence', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const { ended, output } = startCommand(t, ['serve'], {
    PORT: new URL(endpoint).port,
    DATABASE_URL: 'sqlite::memory:',
  });
  assert.equal(await ended, 1);
  assert.match(output.stderr, /^The port is taken.*PORT=8788 cliquez-signalez serve\n$/);
});

for (const args of [[], ['sevre'], ['serve', 'now'], ['serve', '--port', '1']]) {
  test(`« cliquez-signalez ${args.join(' ')} » shows the usage and ends with 2`, async (t) => {
    const { ended, output } = startCommand(t, args);
    assert.equal(await ended, 2);
    assert.match(output.stderr, /^Usage: cliquez-signalez serve/);
    assert.equal(output.stdout, '');
  });
}

test('--help shows the usage and ends with 0', async (t) => {
  const { ended, output } = startCommand(t, ['--help']);
  assert.equal(await ended, 0);
  assert.match(output.stdout, /^Usage: cliquez-signalez serve[^]*PORT[^]*HOST[^]*DATABASE_URL[^]*ORIGINS/);
});

for (const [name, value, expected] of [
  ['PORT', 'http', /^PORT must be a number from 0 to 65535/],
  ['PORT', '70000', /^PORT must be a number from 0 to 65535/],
  ['ORIGINS', 'https://press.example/', /^ORIGINS: .*such as https:\/\/press\.example\n$/],
  ['DATABASE_URL', 'postgres://a:s3cret@b/c', /^DATABASE_URL: (?!.*s3cret).*sqlite:path/],
  ['HOST', '203.0.113.1', /^HOST is not an address of this machine/],
] as const) {
  test(`${name}=${value} is explained without a stack`, async (t) => {
    const { ended, output } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      [name]: value,
    });
    assert.notEqual(await ended, 0);
    assert.match(output.stderr, expected);
    assert.doesNotMatch(output.stderr, /\n\s+at /);
  });
}

test('sites are kept out by ORIGINS', async (t) => {
  const { endpoint } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    ORIGINS: 'https://a.example, https://b.example',
  });
  const statusFrom = async (Origin: string) =>
    (await fetch(endpoint, { method: 'OPTIONS', headers: { Origin } })).status;
  assert.deepEqual(
    await Promise.all(['https://a.example', 'https://b.example', 'https://c.example'].map(statusFrom)),
    [204, 204, 403],
  );
});

test('without the optional packages it says what to install', async (t) => {
  const folder = await temporaryFolder(t);
  await cp(fileURLToPath(new URL('../../src', import.meta.url)), join(folder, 'src'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  const { ended, output } = startCommand(t, ['serve'], { PORT: '0' }, join(folder, 'src', 'cli.ts'));
  assert.equal(await ended, 1);
  assert.match(output.stderr, /npm install hono kysely @hono\/node-server\n$/);
});
