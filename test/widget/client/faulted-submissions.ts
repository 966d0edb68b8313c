// Sends thousands of reports through a network that breaks half of all requests, to a receiver that is killed
// repeatedly, then compares the receipts with the database.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { SubmitError, type SubmitOutcome } from '../../../src/widget/client/errors.ts';
import { sendSubmission, type Submission } from '../../../src/widget/client/submit.ts';
import { MAX_REQUEST_BYTES, type Receipt } from '../../../src/core/report/protocol.ts';
import { openStore, type ReportStore, type StoredReport } from '../../../src/receiver/index.ts';
import { sampleReport } from '../../receiver/sample-report.ts';
import { startServer } from '../../receiver/server-process.ts';
import { NETWORK_FAULTS, type FaultMode } from '../../setup/fault-answers.ts';
import { startFaultProxy } from '../../setup/fault-proxy.ts';
import { randomFrom } from '../../setup/random.ts';

/** How severe the faults are. */
export interface BadDay {
  readonly databaseUrl: string;
  /** Reports to send. */
  readonly count: number;
  readonly seed: number;
}

/** Number of concurrent reporters. */
const REPORTERS = 32;
/** Minimum lifetime of a receiver process. */
const LIFETIME_MS = 700;
const FAULT_SHARE = 0.5;
/** Faults that only a timeout ends. They are rare here, because each takes seconds. */
const SLOW_FAULTS: ReadonlySet<FaultMode> = new Set<FaultMode>(['stall', 'trickle']);
const SLOW_SHARE = 0.1;
/** Factor by which clients shorten their waits between attempts; their clocks show the full wait. */
const HASTE = 50;
/**
 * Reached when the receiver does not answer. On a busy machine it may also cut a slow answer, which counts as a fault.
 */
const TIMEOUT_MS = 4_000;
/** Number of taps on « Réessayer » before a reporter leaves. Some give up earlier, or never tap. */
const MOST_TAPS = 3;

/** The end of one report. */
interface Ending {
  readonly submission: Submission;
  readonly receipt: Receipt | undefined;
  readonly outcome: SubmitOutcome | undefined;
}

/** The totals of a run. Lost, doubled and altered reports have no count: a single one fails the run. */
interface Toll {
  readonly attempts: number;
  readonly kills: number;
  readonly seconds: number;
  readonly confirmed: number;
  readonly unconfirmed: number;
  /** Number of unconfirmed reports that are stored. */
  readonly unconfirmedStored: number;
  readonly notSent: number;
}

/** Sends, kills and checks. Throws if a report is lost, doubled or altered, or if a reporter gets a false answer. */
export async function surviveBadDay(t: TestContext, { databaseUrl, count, seed }: BadDay): Promise<Toll> {
  const chance = randomFrom(seed);
  const startedMs = Date.now();
  const receiver = await startMortalReceiver(t, databaseUrl);
  const proxy = await startFaultProxy(receiver.url);
  t.after(() => proxy.stop());
  // Each fault once, then by chance: slow ones are so rare that a short run might have none.
  const untried = [...NETWORK_FAULTS];
  let attempts = 0;
  proxy.setFault(() => {
    attempts += 1;
    return chance() < FAULT_SHARE ? (untried.pop() ?? drawFault(chance)) : 'none';
  });

  const endings: Ending[] = [];
  let underWay = 0;
  const reporter = async (): Promise<void> => {
    while (endings.length + underWay < count) {
      underWay += 1;
      const ending = await sendAsPerson(`${proxy.url}/v1/reports`, submissionOf(chance), chance);
      underWay -= 1;
      endings.push(ending);
    }
  };
  await Promise.all(Array.from({ length: REPORTERS }, reporter));
  await receiver.end();
  const seconds = (Date.now() - startedMs) / 1_000;

  const store = await openStore(databaseUrl);
  t.after(() => store.close());
  const judgement = judge(endings, await readAll(store));
  assert.equal(endings.length, count);
  assert.deepEqual(proxy.strays(), [], 'a redirect was followed');
  const toll = { attempts, kills: receiver.kills(), seconds, ...judgement };
  t.diagnostic(`${count} reports, 0 lost, 0 doubled, 0 altered: ${JSON.stringify(toll)}`);
  // Guards the run: enough faults to be a test, and enough confirmed reports to prove something.
  assert.deepEqual(untried, [], 'a fault never occurred');
  assert.ok(toll.kills >= 3 && attempts > count * 1.5 && toll.confirmed > count / 2);
  return toll;
}

function drawFault(chance: () => number): FaultMode {
  const fault = NETWORK_FAULTS[Math.floor(chance() * NETWORK_FAULTS.length)]!;
  return SLOW_FAULTS.has(fault) && chance() > SLOW_SHARE ? drawFault(chance) : fault;
}

/** Compares each reporter's result with the database. */
function judge(
  endings: readonly Ending[],
  rows: readonly StoredReport[],
): Pick<Toll, 'confirmed' | 'unconfirmed' | 'unconfirmedStored' | 'notSent'> {
  const stored = new Map(rows.map((row) => [row.id, row]));
  assert.equal(stored.size, rows.length, 'an id is there twice');
  assert.equal(new Set(rows.map(({ reference }) => reference)).size, rows.length, 'a number was given twice');
  const sent = new Set(endings.map(({ submission }) => submission.id));
  assert.ok(
    rows.every(({ id }) => sent.has(id)),
    'a report is there that nobody sent',
  );
  let [confirmed, unconfirmed, unconfirmedStored, notSent] = [0, 0, 0, 0];
  for (const { submission, receipt, outcome } of endings) {
    const row = stored.get(submission.id);
    if (row) assert.equal(row.body, submission.body, 'altered');
    if (receipt) {
      assert.ok(row, `lost: ${submission.id}`);
      assert.deepEqual({ ...receipt }, JSON.parse(row.answer));
      assert.equal(receipt.reference, row.reference);
      confirmed += 1;
    } else if (outcome === 'not-sent') {
      assert.ok(!row, `said not to be sent, but stored: ${submission.id}`);
      notSent += 1;
    } else {
      unconfirmed += 1;
      if (row) unconfirmedStored += 1;
    }
  }
  return { confirmed, unconfirmed, unconfirmedStored, notSent };
}

/** Sends one report as a person would, with a few more tries after a failure. */
async function sendAsPerson(endpoint: string, submission: Submission, chance: () => number): Promise<Ending> {
  let clockMs = Date.now();
  const wait = async (ms: number): Promise<void> => {
    clockMs += ms;
    await delay(ms / HASTE);
  };
  // Each report has its own address: the receiver trusts this machine's proxy header.
  const address = Array.from({ length: 4 }, () => 1 + Math.floor(chance() * 220)).join('.');
  const fetch = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> =>
    globalThis.fetch(input, { ...init, headers: { ...init.headers, 'x-forwarded-for': address } });
  let outcome: SubmitOutcome | undefined;
  for (let tapsLeft = Math.floor(chance() * MOST_TAPS); ; tapsLeft--) {
    try {
      const receipt = await sendSubmission(submission, {
        endpoint,
        outcome,
        fetch,
        now: () => clockMs,
        random: chance,
        timeoutMs: TIMEOUT_MS,
        wait,
      });
      return { submission, receipt, outcome: undefined };
    } catch (error) {
      assert.ok(error instanceof SubmitError, String(error));
      assert.ok(
        outcome !== 'unconfirmed' || error.outcome === outcome,
        'unconfirmed, then certainly not sent',
      );
      outcome = error.outcome;
      if (!error.retryable || tapsLeft === 0) return { submission, receipt: undefined, outcome };
      await wait((error.retryAfterSeconds ?? 1) * 1_000);
    }
  }
}

/** A report of any allowed length; most are short. */
function submissionOf(chance: () => number): Submission {
  const unit = ['a', 'é', '€', '😀', '\\', '"'][Math.floor(chance() * 6)]!;
  const report = sampleReport({
    content: { description: unit.repeat(1 + Math.floor(chance() ** 4 * 1_990)) },
  });
  const body = JSON.stringify(report);
  // JSON allows blanks at its end: they bring a few reports to the length limit of a request.
  const bytes = chance() < 0.02 ? MAX_REQUEST_BYTES : 0;
  return { id: report.submissionId, body: body.padEnd(bytes - (Buffer.byteLength(body) - body.length)) };
}

/**
 * A receiver that is killed at random, and its successor on the same database. The successor starts before the kill,
 * because the start time of a process on a busy machine is not under test.
 */
async function startMortalReceiver(t: TestContext, databaseUrl: string) {
  const start = () => startServer(t, { DATABASE_URL: databaseUrl, TRUSTED_PROXIES: '127.0.0.1' });
  let current = await start();
  let kills = 0;
  const stop = new AbortController();
  const life = (async () => {
    while (!stop.signal.aborted) {
      const [next] = await Promise.all([start(), delay(LIFETIME_MS)]);
      current.child.kill('SIGKILL');
      await current.ended;
      kills += 1;
      current = next;
    }
    current.child.kill('SIGTERM');
    assert.equal(await current.ended, 0);
  })();
  return {
    url: () => new URL(current.endpoint).origin,
    kills: () => kills,
    async end() {
      stop.abort();
      await life;
    },
  };
}

async function readAll(store: ReportStore): Promise<StoredReport[]> {
  const rows: StoredReport[] = [];
  for (;;) {
    const page = await store.list({ after: rows.at(-1)?.sequence ?? 0, limit: 1_000 });
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}
