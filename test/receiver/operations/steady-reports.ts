// Reports that keep arriving during work on their database.
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../../src/receiver/index.ts';
import { sampleReport } from '../sample-report.ts';

/** Id of a report → the receipt, as it was answered. */
export type Receipts = Map<string, string>;

/** Pause between two reports of one sender, long enough for a reader to keep up. */
const PAUSE_MS = 40;

/** Sends reports, a few at a time, until the test stops it. Only acknowledged reports count as sent. */
export function sendSteadily(endpoint: () => string, senders = 2) {
  const receipts: Receipts = new Map();
  const waiting: { readonly goal: number; readonly resolve: () => void }[] = [];
  let ends = false;
  const sending = Array.from({ length: senders }, async () => {
    for (; !ends; await delay(PAUSE_MS)) {
      const report = sampleReport({ content: { description: 'Été, « ; » et 🦊\u0001' } });
      const response = await post(endpoint(), report);
      if (response?.status !== 201) continue;
      receipts.set(report.submissionId, await response.text());
      for (const { goal, resolve } of waiting) if (receipts.size >= goal) resolve();
    }
  });
  return {
    /** The reports acknowledged so far. */
    soFar: (): Receipts => new Map(receipts),
    /** Resolves once this many more are acknowledged. */
    more: (count: number): Promise<void> =>
      new Promise((resolve) => waiting.push({ goal: receipts.size + count, resolve })),
    /** Stops sending; returns all acknowledged reports. */
    async end(): Promise<Receipts> {
      ends = true;
      await Promise.all(sending);
      return receipts;
    },
  };
}

function post(endpoint: string, report: { submissionId: string }): Promise<Response | undefined> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId };
  return fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(report) }).catch(() => undefined);
}

/** The receipts that a database holds. */
export async function receiptsIn(url: string): Promise<Receipts> {
  const store = await openStore(url);
  const receipts: Receipts = new Map();
  let after = 0;
  for (;;) {
    const page = await store.list({ after, limit: 1_000 });
    for (const { id, answer } of page) receipts.set(id, answer);
    if (page.length === 0) break;
    after = page.at(-1)!.sequence;
  }
  await store.close();
  return receipts;
}

/** Reports of one list that another list lacks, or holds with a different receipt. */
export function missing(receipts: Receipts, kept: Receipts): string[] {
  return [...receipts].flatMap(([id, answer]) => (kept.get(id) === answer ? [] : [id]));
}
