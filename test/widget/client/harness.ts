// Shared by the client's tests: endpoints with scripted faults, a report, and a clock that skips waits.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { SubmitError } from '../../../src/widget/client/errors.ts';
import type { Submission, SubmitOptions } from '../../../src/widget/client/submit.ts';
import { PROBLEM_PREFIX } from '../../../src/core/report/protocol.ts';

export const ID = '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11';

export const SUBMISSION: Submission = { id: ID, body: `{"submissionId":"${ID}","text":"é€😀"}` };

export const RECEIPT = { submissionId: ID, reference: 'PDC 2026-0042', receivedAt: '2026-11-24T13:50:00Z' };

/** A text that only the server sends; the client must never pass it on. */
export const CANARY = 'kanarie-7f3';

export interface Arrival {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly atMs: number;
}

export type Reply = (response: ServerResponse, request: IncomingMessage) => unknown;

/** An endpoint on this machine that gives these replies in turn, then repeats the last one. */
export async function startEndpoint(
  t: TestContext,
  ...replies: Reply[]
): Promise<{ url: string; arrivals: Arrival[] }> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const reply = replies[Math.min(arrivals.length, replies.length - 1)];
    arrivals.push({ method: request.method, headers: request.headers, body, atMs: Date.now() });
    reply?.(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/reports`, arrivals };
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

export const answer =
  (status: number, value: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { ...JSON_HEADERS, ...headers }).end(JSON.stringify(value));

export const accept = answer(201, RECEIPT);
export const replay = answer(200, RECEIPT);
export const page =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(`<h1>${CANARY}</h1>`);
export const reset: Reply = (response) => response.destroy();
export const stall: Reply = () => undefined;

/** A problem document with texts that the client must not pass on. */
export const problem = (status: number, code: string, more: object = {}, headers = {}): Reply =>
  answer(
    status,
    { type: PROBLEM_PREFIX + code, title: CANARY, detail: CANARY, status, ...more },
    { 'content-type': 'application/problem+json', ...headers },
  );

/** Asserts that every request carried the submission's key and bytes. */
export function assertSameSubmission(arrivals: readonly Arrival[], submission = SUBMISSION): void {
  for (const { method, headers, body } of arrivals) {
    assert.equal(method, 'POST');
    assert.equal(headers['idempotency-key'], submission.id);
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(body, submission.body);
  }
}

/** The error with which a submission ends. */
export async function failureOf(sending: Promise<unknown>): Promise<SubmitError> {
  const error: unknown = await sending.then(
    (receipt) => assert.fail(`a receipt: ${JSON.stringify(receipt)}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SubmitError, String(error));
  assert.equal(error.name, 'SubmitError');
  assert.equal(error.message, error.code);
  return error;
}

/** A clock that each wait advances. */
export function virtualClock(startMs = 1_700_000_000_000) {
  const waits: number[] = [];
  const clock = {
    ms: startMs,
    waits,
    now: () => clock.ms,
    wait: async (ms: number) => {
      waits.push(ms);
      clock.ms += ms;
    },
  };
  return clock satisfies Pick<SubmitOptions, 'now' | 'wait'>;
}
