// Honest reporters beside hostile clients: what they wait for, and what the receiver's memory grows by.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './harness.ts';
import type { HostileOutcome } from './hostile-clients.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

/** How much is done to the receiver. */
export interface HostileLoad {
  /** Sockets that send a little a second, at a time. */
  readonly sockets: number;
  /** Length of the bodies that four more clients send, in chunks. */
  readonly bodyBytes: number;
  readonly durationMs: number;
  /** Reports that are taken before, so that memory is what it is at work. */
  readonly warmUp: number;
}

/** What came of it. */
export interface HostileResult extends HostileOutcome {
  /** Honest reports, and those that were not answered 201. */
  readonly sent: number;
  readonly refused: number;
  /** How long an honest reporter waits: 99 in 100 at the most. */
  readonly p99Ms: number;
  /** What memory grew by at the most, over a receiver that was busy before. */
  readonly growthBytes: number;
}

/**
 * How a receiver is to be started: left alone, V8 lets 128 MB of garbage lie before it looks, and four times what is in
 * use before it looks thoroughly, because the machine has room.
 */
export const MEMORY_OPTIONS = '--max-semi-space-size=8 --max-old-space-size=512';

const CLIENTS = fileURLToPath(new URL('hostile-clients.ts', import.meta.url));

/** Runs the load on a receiver of its own. */
export async function runHostileLoad(t: TestContext, load: HostileLoad): Promise<HostileResult> {
  const { endpoint, child } = await startServer(t, {
    DATABASE_URL: `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`,
    TRUSTED_PROXIES: '127.0.0.1',
    NODE_OPTIONS: MEMORY_OPTIONS,
  });
  const pid = child.pid ?? 0;
  const warm = await Promise.all(Array.from({ length: 32 }, () => report(endpoint, load.warmUp / 32)));
  const before = await memoryOf(pid);

  let peak = before;
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await delay(100)) peak = Math.max(peak, await memoryOf(pid));
  })();
  const hostile = promisify(execFile)(process.execPath, [
    CLIENTS,
    new URL(endpoint).origin,
    ...[load.sockets, load.bodyBytes, load.durationMs].map(String),
  ]);
  const honest = report(endpoint, Infinity, () => isOver);
  const { stdout } = await hostile;
  isOver = true;
  await watching;
  const { durations, refused } = await honest;
  return {
    ...(JSON.parse(stdout) as HostileOutcome),
    sent: durations.length,
    refused: warm.reduce((sum, each) => sum + each.refused, refused),
    p99Ms: Math.round(durations.toSorted((a, b) => a - b)[Math.floor(durations.length * 0.99)] ?? Infinity),
    growthBytes: peak - before,
  };
}

/** Sends reports one after another, some twenty a second, each from an address of its own. */
async function report(endpoint: string, count: number, isOver: () => boolean = () => false) {
  const durations: number[] = [];
  let refused = 0;
  for (let index = 0; index < count && !isOver(); index++) {
    const body = sampleReport();
    const startedAt = performance.now();
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': body.submissionId,
        'X-Forwarded-For': Array.from({ length: 4 }, () => 11 + Math.floor(Math.random() * 200)).join('.'),
      },
      body: JSON.stringify(body),
    });
    durations.push(performance.now() - startedAt);
    if (status !== 201) refused++;
    if (count === Infinity) await delay(50);
  }
  return { durations, refused };
}

/** Memory that a process holds now, in bytes; Linux alone. */
async function memoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) * 1_024;
}
