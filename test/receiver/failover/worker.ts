// A process with a receiver, and with reporters who ask it: they send reports in the order of their numbers, and again
// until each is acknowledged or they give up. Each answer is a line on standard output. The argument is `Work` as JSON.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PROBLEMS, type Receipt } from '../../../src/core/report/protocol.ts';
import { createReceiver, openStore, type DatabaseStore } from '../../../src/receiver/index.ts';
import { keepReport } from '../../../src/receiver/intake/keep.ts';
import { toRefusal } from '../../../src/receiver/events/request-event.ts';
import { numberedReport } from './reports.ts';

/** The task of a worker. */
export interface Work {
  readonly url: string;
  /** Whether nothing is acknowledged that no standby has (`SYNCHRONOUS_STANDBY=1`). */
  readonly needsStandby: boolean;
  /** Number of the first report. */
  readonly from: number;
  /** Requests at a time. */
  readonly reporters: number;
}

/** An answer: number of the report, whether its body was another, status, whether the receipt is its own, receipt. */
export type Line = [
  index: number,
  isForged: boolean,
  status: number,
  isOwn: boolean,
  reference: string | undefined,
  receivedAt: string | undefined,
];

/** Tries before a reporter leaves. */
const TRIES = 4;
const PAUSE_MS = 100;
/** One in so many reports is sent again after its receipt came; one in so many is followed by another body. */
const REPEATED = 2;
const FORGED = 50;

/**
 * One in so many reports is a whole request. The others begin at the step that stores, which is what a failing server
 * reaches: three times as many can then be sent in the time that a run has.
 */
const WHOLE = 10;

/** How often the answers so far are written. What is not written when the worker is killed counts as never answered. */
const LINES_MS = 20;

const work = JSON.parse(process.argv[2] ?? '') as Work;
const store = await openWhenPossible(work.url);
const receive = createReceiver({ store });
let next = work.from;
let isEnding = false;
process.once('SIGTERM', () => (isEnding = true));
let lines = '';
setInterval(() => {
  if (lines !== '') process.stdout.write(lines);
  lines = '';
}, LINES_MS);
await Promise.all(Array.from({ length: work.reporters }, report));
process.stdout.write(lines, () => process.exit(0));

/** A service manager would start it again and again. */
async function openWhenPossible(url: string): Promise<DatabaseStore> {
  for (;;) {
    try {
      return await openStore(url, { needsStandby: work.needsStandby });
    } catch {
      await delay(PAUSE_MS);
    }
  }
}

async function report(): Promise<void> {
  while (!isEnding) {
    const index = next++;
    const isStored = await deliver(index);
    if (isStored && index % REPEATED === 0) await post(index);
    if (isStored && index % FORGED === 0) await post(index, true);
  }
}

async function deliver(index: number): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const status = await post(index);
    if (status < 300) return true;
    await delay(PAUSE_MS * Math.random());
  }
  return false;
}

/** Sends a report once. @returns the status */
async function post(index: number, isForged = false): Promise<number> {
  const { key, body } = numberedReport(index, isForged);
  const { status, text } = await (index % WHOLE === 0 ? request(key, body) : keep(key, body));
  const receipt = status < 300 ? (JSON.parse(text) as Receipt) : undefined;
  const isOwn = receipt?.submissionId === key;
  const line: Line = [index, isForged, status, isOwn, receipt?.reference, receipt?.receivedAt];
  lines += `${JSON.stringify(line)}\n`;
  return status;
}

/** The result of a request. */
interface Outcome {
  readonly status: number;
  readonly text: string;
}

async function request(key: string, body: string): Promise<Outcome> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const response = await receive(
    new Request('http://receiver/v1/reports', { method: 'POST', headers, body }),
  );
  return { status: response.status, text: await response.text() };
}

async function keep(key: string, body: string): Promise<Outcome> {
  const received = {
    submissionId: key,
    partnerId: undefined,
    sealed: false,
    priority: 'normal',
    isUnclear: false,
    text: body,
    digest: createHash('sha256').update(body).digest('hex'),
  } as const;
  const standing = { trust: 'normal', partner: null } as const;
  try {
    const { answer, row } = await keepReport(received, {
      store,
      standing,
      now: () => new Date(),
      randomBytes,
    });
    return { status: row ? 201 : 200, text: answer };
  } catch (error) {
    return { status: PROBLEMS[toRefusal(error as Error).code], text: '' };
  }
}
