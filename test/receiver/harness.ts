// Shared by the receiver's tests: a receiver over a database in memory, and a post that checks every answer.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { toJSONSchema } from 'zod/v4/core';
import { problemSchema } from '../../src/core/report/protocol-schema.ts';
import {
  createReceiver,
  openStore,
  type LogEvent,
  type Peer,
  type ReceiverOptions,
} from '../../src/receiver/index.ts';

export const ENDPOINT = 'https://hotline.example/v1/reports';

const isProblem = new Ajv().compile(toJSONSchema(problemSchema));

/** A receiver, its store and its log. */
export async function startReceiver(t: TestContext, options: Partial<ReceiverOptions> = {}) {
  const store = options.store ?? (await openStore('sqlite::memory:'));
  t.after(() => store.close());
  const log: LogEvent[] = [];
  const receiver = createReceiver({ log: (event) => log.push(event), ...options, store });
  const send = async (request: Request, peer?: Peer) => checked(await receiver(request, peer));
  return {
    store,
    log,
    send,
    post: (report: unknown, headers?: HeaderValues, peer?: Peer) => send(postRequest(report, headers), peer),
  };
}

type HeaderValues = Record<string, string>;

/** The request that a form sends. A text is sent unchanged; its id is extracted. */
export function postRequest(report: unknown, headers: HeaderValues = {}): Request {
  const body = typeof report === 'string' ? report : JSON.stringify(report);
  const [, key = ''] = /"submissionId":\s*"([^"]*)"/.exec(body) ?? [];
  return new Request(ENDPOINT, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body,
  });
}

/** Reads an answer and checks it: complete headers, and for a refusal a valid problem without a secret. */
export async function checked(response: Response) {
  const text = await response.text();
  for (const [name, value] of Object.entries(COMMON_HEADERS))
    assert.equal(response.headers.get(name), value, name);
  assert.equal(response.headers.get('set-cookie'), null);
  assert.equal(response.headers.get('access-control-allow-credentials'), null);
  if (response.status >= 400 && text) {
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    const problem = problemSchema.parse(JSON.parse(text));
    assert.ok(isProblem(problem), JSON.stringify(isProblem.errors));
    assert.equal(problem.status, response.status);
    assert.doesNotMatch(text, /\bat \w|\.ts\b|node:|sqlite/i);
  }
  return { status: response.status, headers: response.headers, text };
}

const COMMON_HEADERS = {
  'access-control-expose-headers': 'Retry-After, RateLimit, RateLimit-Policy',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
};

/** A temporary folder, removed at the end of the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
