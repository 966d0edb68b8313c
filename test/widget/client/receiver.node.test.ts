// The client with the receiver that we ship: each report that the client sends is stored once.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { prepareSubmission, sendSubmission, submitReport } from '../../../src/widget/client/submit.ts';
import { createReceiver, openStore } from '../../../src/receiver/index.ts';
import { FULL_REPORT, MINIMAL_REPORT } from '../../core/report-examples.ts';
import { failureOf } from './harness.ts';

const ENDPOINT = 'https://hotline.example/v1/reports';

async function startReceiver(t: TestContext) {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receiver = createReceiver({ store });
  const statuses: number[] = [];
  const fetch: typeof globalThis.fetch = async (input, { signal: _, ...init } = {}) => {
    const response = await receiver(new Request(input, init));
    statuses.push(response.status);
    return response;
  };
  return { store, statuses, fetch };
}

test('a report goes through, and sending it again brings back the same receipt', async (t) => {
  const { store, statuses, fetch } = await startReceiver(t);
  for (const report of [MINIMAL_REPORT, FULL_REPORT]) {
    const submission = prepareSubmission(report);
    const receipt = await sendSubmission(submission, { endpoint: ENDPOINT, fetch });
    assert.deepEqual(await sendSubmission(submission, { endpoint: ENDPOINT, fetch }), receipt);
  }
  assert.deepEqual(statuses, [201, 200, 201, 200]);
  assert.deepEqual(
    (await store.list()).map(({ body }) => body).toSorted(),
    [MINIMAL_REPORT, FULL_REPORT].map((report) => JSON.stringify(report)).toSorted(),
  );
});

test('an acknowledgement that is lost on its way costs an attempt, not a second report', async (t) => {
  const { store, statuses, fetch } = await startReceiver(t);
  const losing: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    if (statuses.length < 4) throw new TypeError('connection lost');
    return response;
  };
  await submitReport(MINIMAL_REPORT, { endpoint: ENDPOINT, fetch: losing, random: () => 0 });
  assert.deepEqual(statuses, [201, 200, 200, 200]);
  assert.equal((await store.list()).length, 1);
});

test('what the receiver refuses is known not to be stored, and where', async (t) => {
  const { store, fetch } = await startReceiver(t);
  const refusalOf = (changes: object) =>
    failureOf(submitReport({ ...MINIMAL_REPORT, ...changes }, { endpoint: ENDPOINT, fetch }));
  const invalid = await refusalOf({ category: 'No word' });
  assert.deepEqual(
    [invalid.code, invalid.outcome, invalid.pointers?.[0]?.pointer],
    ['invalid', 'not-sent', '/category'],
  );
  const version = await refusalOf({ schemaVersion: '9.0' });
  assert.deepEqual([version.code, version.outcome], ['version', 'not-sent']);
  assert.equal((await store.list()).length, 0);
});

test('other bytes under the key of a stored report are not confirmed', async (t) => {
  const { fetch } = await startReceiver(t);
  await submitReport(MINIMAL_REPORT, { endpoint: ENDPOINT, fetch });
  const edited = submitReport({ ...MINIMAL_REPORT, locale: 'en' }, { endpoint: ENDPOINT, fetch });
  const { code, outcome, retryable } = await failureOf(edited);
  assert.deepEqual([code, outcome, retryable], ['unconfirmed', 'unconfirmed', false]);
});
