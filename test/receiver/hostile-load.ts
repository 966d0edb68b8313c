// Honest reporters beside hostile clients: their waiting time, and the growth of the receiver's memory.
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

/** The size of the load. */
export interface HostileLoad {
  /** Number of concurrent sockets that send a few bytes a second. */
  readonly sockets: number;
  /** Length of the bodies that four more clients send, in chunks. */
  readonly bodyBytes: number;
  readonly durationMs: number;
  /** Reports sent beforehand, so that memory is at its working level. */
  readonly warmUp: number;
}

/** The results of the load. */
export interface HostileResult extends HostileOutcome {
  /** Number of honest reports, and of those without a 201. */
  readonly sent: number;
  readonly refused: number;
  /** Longest wait of 99 in 100 honest reporters. */
  readonly p99Ms: number;
  /** Largest growth of memory, compared with a busy receiver before the attack. */
  readonly growthBytes: number;
}

/**
 * Options for the receiver's Node. By default V8 lets 128 MB of garbage build up before a collection, and four times
 * the memory in use before a full one, because the machine has room.
 */
export const MEMORY_OPTIONS = '--max-semi-space-size=8 --max-old-space-size=512';

const CLIENTS = fileURLToPath(new URL('hostile-clients.ts', import.meta.url));

/** Runs the load on a new receiver. */
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

/** Sends about twenty reports a second, one after another, each from a different address. */
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

/** Current memory of a process, in bytes; Linux only. */
async function memoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) * 1_024;
}
