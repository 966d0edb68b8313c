// A report that is delivered twice is stored once: an id always gives the same receipt, to any sender.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';

test('a replay is answered 200 with the receipt of the first time, byte for byte', async (t) => {
  let hour = 10;
  const { post, store } = await startReceiver(t, { now: () => new Date(Date.UTC(2026, 10, 24, hour++)) });
  const report = sampleReport();
  const first = await post(report);
  const second = await post(report);
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal(second.text, first.text);
  assert.equal((await store.list()).length, 1);
});

test('other bytes under the same id are refused, and the first report stays', async (t) => {
  const { post, store } = await startReceiver(t);
  const report = sampleReport();
  const first = await post(report);
  for (const other of [{ ...report, locale: 'en' }, `${JSON.stringify(report)} `]) {
    const { status, text } = await post(other);
    assert.equal(status, 422);
    assert.match(text, /problem:key-reused/);
  }
  const rows = await store.list();
  assert.deepEqual(
    rows.map(({ body, answer }) => [body, answer]),
    [[JSON.stringify(report), first.text]],
  );
});

test('of a hundred deliveries at once, one is stored and all get its receipt', async (t) => {
  const { post, store } = await startReceiver(t);
  const report = sampleReport();
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(report)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(answers.filter(({ status }) => status === 200).length, 99);
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  assert.equal((await store.list()).length, 1);
});

test('two receivers on one file store a report once, and give one receipt', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const one = await startReceiver(t, { store: await openStore(url) });
  const two = await startReceiver(t, { store: await openStore(url) });
  const report = sampleReport();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => (index % 2 ? one : two).post(report)),
  );
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  assert.equal((await one.store.list()).length, 1);
});

test('a replay after a restart gets the receipt of before', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const report = sampleReport();
  const before = await startReceiver(t, { store: await openStore(url) });
  const first = await before.post(report);
  await before.store.close();
  const after = await startReceiver(t, { store: await openStore(url) });
  const again = await after.post(report);
  assert.deepEqual([again.status, again.text], [200, first.text]);
  assert.equal((await after.store.list()).length, 1);
});

test('a reference that is taken is drawn again', async (t) => {
  const draws = [7, 7, 7, 31];
  const { post, store } = await startReceiver(t, {
    randomBytes: (size) => new Uint8Array(size).fill(draws.shift() ?? 0),
  });
  assert.equal((await post(sampleReport())).status, 201);
  assert.equal((await post(sampleReport())).status, 201);
  const rows = await store.list();
  assert.deepEqual(
    rows.map(({ reference }) => reference),
    ['7777-7777', 'ZZZZ-ZZZZ'],
  );
  assert.ok(rows.every(({ reference, answer }) => answer.includes(reference)));
});

test('the eighth reference that is drawn is still taken, and no ninth is drawn', async (t) => {
  const draws = [0, ...Array<number>(7).fill(0), 5, ...Array<number>(8).fill(0), 6];
  const { post, store } = await startReceiver(t, {
    randomBytes: (size) => new Uint8Array(size).fill(draws.shift()!),
  });
  const statuses: number[] = [];
  for (let count = 0; count < 3; count++) statuses.push((await post(sampleReport())).status);
  assert.deepEqual(statuses, [201, 201, 503]);
  assert.deepEqual(draws, [6]);
  assert.deepEqual(
    (await store.list()).map(({ reference }) => reference),
    ['0000-0000', '5555-5555'],
  );
});

test('a broken source of chance ends in 503, not in an endless loop or a shared reference', async (t) => {
  const { post, store } = await startReceiver(t, { randomBytes: (size) => new Uint8Array(size) });
  assert.equal((await post(sampleReport())).status, 201);
  assert.equal((await post(sampleReport())).status, 503);
  assert.equal((await store.list()).length, 1);
});

test('references use all 32 digits and none that is misread', async (t) => {
  let byte = 0;
  const { post, store } = await startReceiver(t, {
    randomBytes: (size) => Uint8Array.from({ length: size }, () => byte++),
  });
  for (let count = 0; count < 32; count++) await post(sampleReport());
  const digits = new Set((await store.list()).flatMap(({ reference }) => [...reference.replace('-', '')]));
  assert.equal([...digits].toSorted().join(''), '0123456789ABCDEFGHJKMNPQRSTVWXYZ');
});
