// What became of a report, asked over HTTP: answers, refusals, and that nothing of a question is kept.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createReceiver, openStore } from '../../src/receiver/index.ts';
import { createMetrics } from '../../src/receiver/operations/metrics.ts';
import {
  ask,
  drawCode,
  FOLLOW_UP,
  questionOf,
  recordsOf,
  reportWith,
  startWithCodes,
  today,
} from './follow-up-given.ts';
import { startReceiver, temporaryFolder } from './harness.ts';
import { makePair, seal } from './sealed-given.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

const ADDRESS = { address: '203.0.113.7' };

test('the state of a report is told to the holder of its code, plain or sealed, and to nobody else', async (t) => {
  const { send, post, store } = await startWithCodes(t);
  const [plain, sealed, unknown] = await Promise.all([drawCode(), drawCode(), drawCode()]);
  const answered = await post(reportWith(plain));
  assert.equal(answered.status, 201);
  const { reference } = JSON.parse(answered.text) as { reference: string };
  assert.equal((await post(seal(await makePair(), reportWith(sealed)))).status, 201);
  const since = today();
  for (const { locator } of [plain, sealed])
    assert.deepEqual(await ask(send, { locator }), { state: 'received', since, days: 90 });
  assert.deepEqual(await ask(send, { locator: unknown.locator }), { state: 'unknown', days: 90 });

  assert.equal(await store.followUps.setOutcome(reference, { state: 'removed', since: '2026-11-28' }), 'set');
  assert.deepEqual(await ask(send, { locator: plain.locator }), {
    state: 'removed',
    since: '2026-11-28',
    days: 90,
  });
  // A hash is what the report carries, and no locator.
  assert.equal((await ask(send, { locator: plain.hash })).state, 'unknown');
});

test('a report without a code is stored as ever', async (t) => {
  const { post, store } = await startWithCodes(t);
  assert.equal((await post(sampleReport())).status, 201);
  assert.deepEqual(await recordsOf(store), []);
});

test('a report that answers a question is added, three at most, and says how many are left', async (t) => {
  const { send, post, store } = await startWithCodes(t);
  const { locator, hash } = await drawCode();
  const { reference } = JSON.parse((await post(reportWith({ hash }))).text) as { reference: string };
  const addition = async () => {
    const report = sampleReport();
    assert.equal((await post(report)).status, 201);
    return report.submissionId;
  };
  const early = await addition();
  assert.deepEqual(await ask(send, { locator, adds: early }), {
    state: 'received',
    since: today(),
    added: false,
    days: 90,
  });
  await store.followUps.setOutcome(reference, { state: 'question' });
  const question = { state: 'question', since: today(), question: 'link', days: 90 };
  assert.deepEqual(await ask(send, { locator }), { ...question, left: 3 });
  assert.deepEqual(await ask(send, { locator, adds: early }), {
    ...question,
    left: 2,
    added: true,
    reference,
  });
  assert.deepEqual(await ask(send, { locator, adds: early }), {
    ...question,
    left: 2,
    added: true,
    reference,
  });
  assert.deepEqual(await ask(send, { locator, adds: await addition() }), {
    ...question,
    left: 1,
    added: true,
    reference,
  });
  assert.deepEqual(await ask(send, { locator, adds: crypto.randomUUID() }), {
    ...question,
    left: 1,
    added: false,
  });
  assert.deepEqual(await ask(send, { locator, adds: await addition() }), {
    ...question,
    left: 0,
    added: true,
    reference,
  });
  assert.deepEqual(await ask(send, { locator, adds: await addition() }), {
    ...question,
    left: 0,
    added: false,
  });
  assert.equal((await store.list()).length, 5);
});

test('what is no question is refused, and by another method too', async (t) => {
  const { send, log } = await startReceiver(t, { origins: ['https://www.example.org'] });
  const { locator } = await drawCode();
  const codeOf = async (request: Request): Promise<string> => {
    const { status, text } = await send(request);
    return `${status} ${(JSON.parse(text) as { type: string }).type.split(':').at(-1)}`;
  };
  const body = JSON.stringify({ locator });
  for (const [request, expected] of [
    [questionOf(body, { 'Content-Type': 'text/plain' }), '415 media-type'],
    [questionOf(`${body.slice(0, -1)},"pad":"${' '.repeat(1_024)}"}`), '413 too-large'],
    [questionOf(body.padEnd(1_025)), '413 too-large'],
    [questionOf('['), '400 malformed'],
    [questionOf(`{"locator":"${locator}","locator":"${locator}"}`), '400 malformed'],
    [questionOf({ locator: locator.slice(1) }), '422 invalid'],
    [questionOf({ locator, more: 1 }), '422 invalid'],
    [questionOf({ locator, adds: 'x' }), '422 invalid'],
    [questionOf({ locator }, { Origin: 'https://other.example' }), '403 partner'],
    [questionOf({ locator }, { 'Sec-Fetch-Mode': 'no-cors' }), '403 partner'],
  ] as const)
    assert.equal(await codeOf(request), expected);
  assert.equal((await send(questionOf(body.padEnd(1_024)))).status, 200);
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const { status, headers } = await send(new Request(FOLLOW_UP, { method }));
    assert.equal(status, 405);
    assert.equal(headers.get('allow'), 'POST, OPTIONS');
  }
  const origin = { Origin: 'https://www.example.org' };
  const preflight = await send(new Request(FOLLOW_UP, { method: 'OPTIONS', headers: origin }));
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), origin.Origin);
  assert.deepEqual(log, []);
});

test('the route lies beside that of reports, names the days that are set, and is not there without a store for it', async (t) => {
  const { send } = await startReceiver(t, { path: '/api/in', followUpDays: 7 });
  const { locator } = await drawCode();
  const { text } = await send(
    new Request('https://hotline.example/api/follow-up', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locator }),
    }),
  );
  assert.match(text, /"days":7/);
  const { followUps: _followUps, ...store } = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receive = createReceiver({ store });
  assert.equal((await receive(questionOf({ locator }))).status, 404);
  for (const followUpDays of [-1, 1.5, 36_501])
    await assert.rejects(startReceiver(t, { followUpDays }), { name: 'FollowUpDaysError' });
});

test('a store that fails is said, with the same headers, and nothing else of a question is', async (t) => {
  const whole = await openStore('sqlite::memory:');
  const { locator, hash } = await drawCode();
  const store = {
    ...whole,
    followUps: { ...whole.followUps, find: () => Promise.reject(new Error(`broken ${locator}`)) },
  };
  const { send, log } = await startReceiver(t, { store });
  const { status, headers } = await send(questionOf({ locator }), ADDRESS);
  assert.equal(status, 503);
  assert.equal(headers.get('retry-after'), '5');
  assert.deepEqual(
    log.map(({ durationMs: _durationMs, ...event }) => event),
    [{ event: 'failed', status: 503, code: 'unavailable', cause: 'Error' }],
  );
  assert.doesNotMatch(JSON.stringify(log), new RegExp(`${locator}|${hash}`));
});

test('neither the log nor the counts nor the database know that somebody has asked', async (t) => {
  const { send, post, log, store } = await startWithCodes(t);
  const metrics = createMetrics();
  t.after(metrics.stop);
  const { locator, hash } = await drawCode();
  await post(reportWith({ hash }));
  const before = { log: log.length, rows: JSON.stringify(await recordsOf(store)) };
  for (let count = 0; count < 5; count++) {
    await ask(send, { locator }, ADDRESS);
    await ask(send, { locator: (await drawCode()).locator, adds: crypto.randomUUID() }, ADDRESS);
    await send(questionOf('{}'), ADDRESS);
  }
  assert.equal(log.length, before.log);
  assert.equal(JSON.stringify(await recordsOf(store)), before.rows);
  for (const event of log) metrics.count(event);
  const counts = metrics.render({ connections: 0, requests: 0, waiting: [] });
  assert.doesNotMatch(counts + JSON.stringify(log), new RegExp(`${locator}|${hash}|follow`));
});

test('a server that was asked says nothing of it: not in its log, its counts, nor the files of its database', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'reports.sqlite');
  const { child, ended, endpoint, output } = await startServer(t, {
    DATABASE_URL: `sqlite:${file}`,
    METRICS_PORT: '0',
  });
  const code = await drawCode();
  const report = reportWith(code);
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId };
  assert.equal(
    (await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(report) })).status,
    201,
  );
  const url = new URL('follow-up', endpoint);
  for (const { locator } of [code, await drawCode()]) {
    const answer = await fetch(questionOf({ locator }, {}, url));
    assert.equal(answer.status, 200);
    assert.equal((await answer.text()).length, 256);
  }
  const [, metricsUrl = ''] = /Counts are given at (\S+)/.exec(output.stderr) ?? [];
  const counts = await (await fetch(metricsUrl)).text();
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  const printed = output.stdout + output.stderr + counts;
  assert.match(output.stdout, /^\{"event":"stored",[^\n]*\}\n$/);
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
  );
  for (const word of [code.code, code.locator]) assert.ok(!(printed + files.join('')).includes(word));
  assert.ok(!printed.includes(code.hash) && !printed.includes('follow'));
});
