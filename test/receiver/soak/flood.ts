// Honest reporters during a flood on their receiver (R7): the refused reports, and the time for an answer.
import { setTimeout as delay } from 'node:timers/promises';
import { sampleReport } from '../sample-report.ts';
import { runLoad, type LoadResult } from './load.ts';

/** A flood with honest reporters beside it. */
export interface Flood {
  readonly endpoint: string;
  readonly seconds: number;
  /** Reports a second that the flood sends. */
  readonly rate: number;
  /** Number of addresses that the flood comes from. */
  readonly sources: number;
  /** Whether those addresses are within one /48. */
  readonly isOneNetwork?: boolean;
  /** Extra bytes of each report of the flood. */
  readonly padding?: number;
}

/** The results for the honest reporters. */
export interface HonestResult {
  /** Ids of the reports that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Statuses of the refused reports; 0 where no answer came. */
  readonly refused: readonly number[];
  /** Milliseconds from the moment when a report was due. */
  readonly p99: number;
  readonly flood: LoadResult;
}

/** Honest reports a second: more than a hotline gets in a busy hour. */
const HONEST_RATE = 5;

/** One in this many honest reports comes from a school, whose pupils share an address: 300 an hour. */
const SCHOOL_EVERY = HONEST_RATE * 12;

/** Floods a receiver that believes X-Forwarded-For from this machine, and reports honestly meanwhile. */
export async function floodBesideHonest({ endpoint, sources, ...flood }: Flood): Promise<HonestResult> {
  const { seconds } = flood;
  const flooding = runLoad({ ...flood, endpoints: [endpoint], addresses: sources, connections: 100 });
  const startedAt = performance.now();
  const honest = await Promise.all(
    Array.from({ length: seconds * HONEST_RATE }, async (_, index) => {
      const due = startedAt + (index * 1_000) / HONEST_RATE;
      await delay(Math.max(0, due - performance.now()));
      const answer = await post(endpoint, addressOf(index));
      return { ...answer, duration: performance.now() - due };
    }),
  );
  const result = await flooding;
  const durations = honest.map(({ duration }) => duration).toSorted((a, b) => a - b);
  return {
    acknowledged: honest.filter(({ status }) => status === 201).map(({ id }) => id),
    refused: honest.filter(({ status }) => status !== 201).map(({ status }) => status),
    p99: durations[Math.ceil(durations.length * 0.99) - 1] ?? Infinity,
    flood: result,
  };
}

/** Networks outside the flood: private homes, and the school. */
function addressOf(index: number): string {
  return index % SCHOOL_EVERY === 0 ? '192.0.2.1' : `3fff:1:${index.toString(16)}::9`;
}

async function post(endpoint: string, address: string): Promise<{ id: string; status: number }> {
  const report = sampleReport();
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': report.submissionId,
    'X-Forwarded-For': address,
  };
  try {
    const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(report) });
    await response.arrayBuffer();
    return { id: report.submissionId, status: response.status };
  } catch {
    return { id: report.submissionId, status: 0 };
  }
}
