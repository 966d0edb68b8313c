// Several real processes, killed and traced: an acknowledged report is on disk, and each report is stored once.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { drawnOf } from '../setup/every.ts';
import { startCluster } from '../setup/postgres.ts';
import { DATABASES } from './databases.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';
import { readAll } from './store-rows.ts';
import { until } from '../setup/until.ts';

const LOAD_MS = drawnOf(3_000);
const ROUNDS = 3;
const SENDERS = 16;

const post = (endpoint: string, report: { submissionId: string }) =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  });

/** Receipts by the id of their report. */
type Receipts = Map<string, string>;

/**
 * Sends reports from many senders at once until `isOver`, and keeps the receipts.
 * @param expected statuses that may come; a broken connection has no status
 * @returns how many were refused or cut
 */
async function load(
  endpoint: string,
  receipts: Receipts,
  isOver: () => boolean,
  expected: readonly number[],
): Promise<number> {
  let missed = 0;
  const send = async (): Promise<void> => {
    const report = sampleReport();
    const response = await post(endpoint, report);
    const text = await response.text();
    assert.ok(expected.includes(response.status), String(response.status));
    if (response.status === 201) receipts.set(report.submissionId, text);
    else missed++;
  };
  const sender = async (): Promise<void> => {
    while (!isOver()) {
      await send().catch((error: unknown) => {
        if (error instanceof assert.AssertionError) throw error;
        missed++;
      });
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return missed;
}

async function assertKept(url: string, receipts: Receipts): Promise<void> {
  const store = await openStore(url);
  const kept = new Map((await readAll(store)).map(({ id, answer }) => [id, answer]));
  await store.close();
  assert.deepEqual(
    [...receipts].filter(([id, answer]) => kept.get(id) !== answer),
    [],
  );
}

for (const { name, create } of DATABASES) {
  test(`killed under load, again and again, it has lost no report that it acknowledged (${name})`, async (t) => {
    const url = await create(t);
    const receipts: Receipts = new Map();
    for (let round = 0; round < ROUNDS; round++) {
      const { child, ended, endpoint } = await startServer(t, { DATABASE_URL: url });
      let isKilled = false;
      setTimeout(() => (isKilled = child.kill('SIGKILL')), LOAD_MS);
      await load(endpoint, receipts, () => isKilled, [201]);
      assert.equal(await ended, 'SIGKILL');
      await assertKept(url, receipts);
    }
    t.diagnostic(`${receipts.size} acknowledged in ${ROUNDS} rounds of ${LOAD_MS} ms, 0 lost`);
    assert.ok(receipts.size > drawnOf(100));
  });

  test(`of a hundred deliveries to two processes, one is stored and all get its receipt (${name})`, async (t) => {
    const DATABASE_URL = await create(t);
    const servers = await Promise.all([startServer(t, { DATABASE_URL }), startServer(t, { DATABASE_URL })]);
    for (let round = 0; round < 3; round++) {
      const report = sampleReport();
      const responses = await Promise.all(
        Array.from({ length: 100 }, (_, index) => post(servers[index % 2]!.endpoint, report)),
      );
      const texts = await Promise.all(responses.map((response) => response.text()));
      assert.equal(new Set(texts).size, 1, [...new Set(texts)].join('\n'));
      assert.deepEqual(
        responses.map(({ status }) => status).toSorted((a, b) => b - a),
        [201, ...Array.from({ length: 99 }, () => 200)],
      );
      const other = await post(servers[round % 2]!.endpoint, { ...report, locale: 'en' } as typeof report);
      assert.equal(other.status, 422);
      await other.text();
    }
    const store = await openStore(DATABASE_URL);
    t.after(() => store.close());
    assert.equal((await readAll(store)).length, 3);
  });
}

test('PostgreSQL killed under load loses no report that was acknowledged, and is found again', async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.stop());
  const { url } = await cluster.createDatabase();
  const { endpoint, child } = await startServer(t, { DATABASE_URL: url });
  const receipts: Receipts = new Map();
  let missed = 0;
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  for (let round = 0; round < 2; round++) {
    const before = receipts.size;
    let isOver = false;
    const loading = load(endpoint, receipts, () => isOver, [201, 503]);
    try {
      await until(() => receipts.size > before + 200 || !isRunning(), '200 more receipts', 60_000);
      await cluster.crash();
      await refused(endpoint);
      assert.ok(isRunning());
      await cluster.restart();
      const atRestart = receipts.size;
      await until(
        () => receipts.size > atRestart + 20 || !isRunning(),
        '20 receipts after the restart',
        60_000,
      );
    } finally {
      isOver = true;
    }
    missed += await loading;
    await assertKept(url, receipts);
  }
  t.diagnostic(`${receipts.size} acknowledged, ${missed} refused meanwhile, 0 lost`);
  assert.ok(isRunning());
});

async function refused(endpoint: string): Promise<void> {
  const { status, headers } = await post(endpoint, sampleReport());
  assert.equal(status, 503);
  assert.ok(Number(headers.get('retry-after')) > 0);
}

test('on SQLite, the disk has a report before its sender has the receipt', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const { child, endpoint } = await startServer(t, { DATABASE_URL: url });
  const trace = await startTrace(t, child.pid!);
  if (!trace) return;
  for (let index = 0; index < 20; index++) {
    const response = await post(endpoint, sampleReport());
    assert.equal(response.status, 201);
    await response.text();
  }
  const calls = await trace.stop();
  let [synced, receipts] = [0, 0];
  for (const call of calls) {
    if (/POST \/v1\/reports/.test(call)) synced = 0;
    if (/f(data)?sync.* = 0/.test(call)) synced++;
    if (!/HTTP\/1\.1 201/.test(call)) continue;
    assert.ok(synced > 0, calls.join('\n'));
    receipts++;
  }
  assert.equal(receipts, 20);
});

/** Records the system calls of a process; undefined, with a diagnostic, where tracing is not permitted. */
async function startTrace(t: TestContext, pid: number) {
  const file = join(await temporaryFolder(t), 'trace');
  const calls = 'trace=fsync,fdatasync,read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg';
  const strace = spawn('strace', ['-f', '-s', '64', '-e', calls, '-o', file, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  t.after(() => strace.kill('SIGKILL'));
  const attached = await Promise.race([
    once(strace.stderr, 'data').then(([data]) => /attached/.test(String(data))),
    once(strace, 'error').then(() => false),
  ]);
  if (!attached) {
    t.diagnostic('no process could be traced here (strace): only its settings were tested');
    return undefined;
  }
  return {
    async stop(): Promise<string[]> {
      const ended = once(strace, 'exit');
      strace.kill('SIGINT');
      await ended;
      return (await readFile(file, 'utf8')).split('\n');
    },
  };
}
