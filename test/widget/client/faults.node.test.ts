// Every network fault before the real receiver: the client's error, the stored rows, and the same submission delivered
// once, unchanged, after the fault.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendSubmission, type SubmitOptions } from '../../../src/widget/client/submit.ts';
import type { SubmitErrorCode, SubmitOutcome } from '../../../src/widget/client/errors.ts';
import { sampleReport } from '../../receiver/sample-report.ts';
import { NETWORK_FAULTS } from '../../setup/fault-answers.ts';
import { startFaultProxy } from '../../setup/fault-proxy.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { failureOf } from './harness.ts';

const receiver = await startReceiver();
const proxy = await startFaultProxy(receiver.url);
after(async () => {
  await proxy.stop();
  await receiver.stop();
});

/**
 * The outcome of one attempt for the reporter, whether the receiver has the report, and the seconds to wait, if given.
 */
type Expected = readonly [SubmitErrorCode, SubmitOutcome, isStored: boolean, seconds?: readonly number[]];

const EXPECTED: Readonly<Record<(typeof NETWORK_FAULTS)[number], Expected>> = {
  '500': ['server', 'unconfirmed', false],
  '500-after': ['server', 'unconfirmed', true],
  '503': ['server', 'unconfirmed', false],
  '503-date': ['server', 'unconfirmed', false, [1, 2]],
  '503-bare': ['server', 'unconfirmed', false],
  '429': ['rate', 'not-sent', false, [1]],
  '429-date': ['rate', 'not-sent', false, [1, 2]],
  '429-long': ['rate', 'not-sent', false, [40]],
  '404-page': ['refused', 'unconfirmed', false],
  reset: ['network', 'unconfirmed', false],
  'reset-request': ['network', 'unconfirmed', false],
  'reset-after': ['network', 'unconfirmed', true],
  'reset-answer': ['unconfirmed', 'unconfirmed', true],
  html: ['unconfirmed', 'unconfirmed', false],
  portal: ['network', 'unconfirmed', false],
  redirect: ['network', 'unconfirmed', false],
  stall: ['timeout', 'unconfirmed', false],
  trickle: ['timeout', 'unconfirmed', true],
  truncate: ['unconfirmed', 'unconfirmed', true],
  'other-id': ['unconfirmed', 'unconfirmed', false],
  long: ['unconfirmed', 'unconfirmed', true],
};

const submissionOf = (): { id: string; body: string } => {
  const report = sampleReport({ content: { description: 'é€😀' } });
  return { id: report.submissionId, body: JSON.stringify(report) };
};

const stored = (id: string): string[] => receiver.reports().filter((body) => body.includes(id));

for (const mode of NETWORK_FAULTS) {
  test(`${mode}: nothing is claimed that is not known, and the same report arrives once`, async () => {
    const submission = submissionOf();
    const send = (options: Partial<SubmitOptions> = {}) =>
      sendSubmission(submission, { endpoint: `${proxy.url}/v1/reports`, random: () => 0, ...options });
    const [code, outcome, isStored, seconds] = EXPECTED[mode];
    proxy.setFault(mode);
    // A single attempt: the patience runs out before a second one.
    const error = await failureOf(send({ patienceMs: -1, timeoutMs: 500 }));
    assert.deepEqual([error.code, error.outcome, error.retryable], [code, outcome, true]);
    assert.ok(seconds?.includes(error.retryAfterSeconds!) ?? error.retryAfterSeconds === undefined);
    assert.equal(stored(submission.id).length, isStored ? 1 : 0);
    proxy.setFault('none');
    const receipt = await send({ outcome: error.outcome });
    assert.equal(receipt.submissionId, submission.id);
    assert.deepEqual(stored(submission.id), [submission.body]);
    assert.deepEqual(proxy.strays(), []);
  });
}

for (const mode of ['503-date', '429-date'] as const) {
  test(`${mode}: the next attempt does not come before the date`, async () => {
    const submission = submissionOf();
    proxy.setFault(mode, 1);
    const waits: number[] = [];
    const onRetry = ({ delayMs }: { delayMs: number }): void => void waits.push(delayMs);
    await sendSubmission(submission, { endpoint: `${proxy.url}/v1/reports`, random: () => 0, onRetry });
    assert.equal(waits.length, 1);
    assert.ok([1_000, 2_000].includes(waits[0]!));
    assert.deepEqual(stored(submission.id), [submission.body]);
  });
}

test('a name that is not known: unconfirmed, like any network that fails', async () => {
  const endpoint = 'http://hotline.invalid/v1/reports';
  const error = await failureOf(sendSubmission(submissionOf(), { endpoint, patienceMs: -1 }));
  assert.deepEqual([error.code, error.outcome, error.retryable], ['network', 'unconfirmed', true]);
  assert.ok(error.cause instanceof TypeError);
});

test('a slow answer that ends in time is an answer', async () => {
  proxy.setFault('trickle');
  const submission = submissionOf();
  const receipt = await sendSubmission(submission, { endpoint: `${proxy.url}/v1/reports` });
  assert.equal(receipt.submissionId, submission.id);
});
