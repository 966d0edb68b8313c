// Reports with a follow-up code, and questions about what became of them.
import assert from 'node:assert/strict';
import { makeCode } from '../../src/core/follow-up/code.ts';
import { FOLLOW_UP_BYTES, type FollowUpAnswer } from '../../src/core/follow-up/answer.ts';
import { hashOf, locatorOf } from '../../src/core/follow-up/locator.ts';
import type { TestContext } from 'node:test';
import {
  openStore,
  type DatabaseStore,
  type FollowUpRecord,
  type Peer,
  type ReceiverOptions,
  type ReportRow,
} from '../../src/receiver/index.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { row } from './store-rows.ts';

export const FOLLOW_UP = 'https://hotline.example/v1/follow-up';

/** A code as a reporter has it, and what is made of it. */
export interface Code {
  readonly code: string;
  readonly locator: string;
  readonly hash: string;
}

export async function drawCode(): Promise<Code> {
  const code = makeCode();
  const locator = await locatorOf(code);
  return { code, locator, hash: await hashOf(locator) };
}

/** A receiver, and the whole of its store. */
export async function startWithCodes(
  t: TestContext,
  { url = 'sqlite::memory:', ...options }: Partial<ReceiverOptions> & { readonly url?: string } = {},
) {
  const store = await openStore(url);
  return { ...(await startReceiver(t, { ...options, store })), store };
}

/** A report whose reporter has a code. */
export const reportWith = ({ hash }: Pick<Code, 'hash'>, overrides: Record<string, unknown> = {}) =>
  sampleReport({ followUp: { hash }, ...overrides });

/** The request that a form sends. */
export const questionOf = (
  body: unknown,
  headers: Record<string, string> = {},
  url: string | URL = FOLLOW_UP,
): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

type Send = (
  request: Request,
  peer?: Peer,
) => Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }>;

/** Asks, and reads the answer, which must be of the promised length. */
export async function ask(send: Send, body: unknown, peer?: Peer): Promise<FollowUpAnswer> {
  const { status, text, headers } = await send(questionOf(body), peer);
  assert.equal(status, 200, text);
  assert.equal(headers.get('content-type'), 'application/json');
  assert.equal(Buffer.byteLength(text), FOLLOW_UP_BYTES);
  const { pad: _pad, ...answer } = JSON.parse(text) as FollowUpAnswer;
  return answer;
}

/** Stores a row whose reporter has a code. */
export async function putWithCode(
  store: DatabaseStore,
  id: string,
  overrides: Partial<ReportRow> = {},
): Promise<Code> {
  const code = await drawCode();
  assert.ok((await store.put(row(id, overrides), code.hash)).stored);
  return code;
}

/** The day of today, as states have it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** All follow-ups of a store, in the order of their references. */
export async function recordsOf({ followUps }: Pick<DatabaseStore, 'followUps'>): Promise<FollowUpRecord[]> {
  const records = new Map<string, FollowUpRecord>();
  for await (const page of followUps.changes({ sequence: 0, version: 0 }))
    for (const record of page) records.set(record.reference, record);
  return [...records.values()].toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
}
