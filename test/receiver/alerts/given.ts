// A receiver with alerts, and the reports that raise them.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  openStore,
  serveReceiver,
  type AlertOptions,
  type ServeOptions,
} from '../../../src/receiver/index.ts';
import type { AlertEvent } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';
import { sampleReport } from '../sample-report.ts';
import { SECRET, startHook } from './hook-server.ts';

export const urgentReport = () => sampleReport({ danger: { immediate: 'yes', helpShown: true } });

export const MINUTE_MS = 60_000;

/** Posts a report. @returns its reference */
export async function post(endpoint: string, report: { submissionId: string }): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  });
  assert.ok(response.status === 201 || response.status === 200, String(response.status));
  return ((await response.json()) as { reference: string }).reference;
}

/** A receiver whose clock the test moves, beside a program that it tells. */
export async function startAlerting(
  t: TestContext,
  databaseUrl: string,
  { webhook, ...alerts }: Omit<AlertOptions, 'webhook'> & { webhook?: Partial<AlertOptions['webhook']> } = {},
  options: Partial<ServeOptions> = {},
) {
  const hook = await startHook(t);
  const log: AlertEvent[] = [];
  let passed = 0;
  const startedAt = Date.now();
  // It stands still between two steps: a minute that ends by chance would deliver what is to wait.
  const now = () => new Date(startedAt + passed);
  const running = await serveReceiver({
    port: 0,
    databaseUrl,
    now,
    alerts: { webhook: { url: hook.url, secrets: [SECRET], ...webhook }, ...alerts },
    log: (event) => {
      if ('channel' in event) log.push(event);
    },
    freeReports: 10_000,
    metricsPort: 0,
    ...options,
  });
  t.after(() => running.close());
  const store = await openStore(databaseUrl);
  t.after(() => store.close());
  return {
    ...running,
    hook,
    log,
    now,
    store,
    outbox: store.outbox,
    /** Lets time pass for the receiver, which looks at its outbox once a report comes. */
    async pass(milliseconds: number, report = sampleReport()) {
      passed += milliseconds;
      await post(running.endpoint, report);
    },
    post: (report: { submissionId: string }) => post(running.endpoint, report),
    isEmpty: () => until(async () => (await store.outbox.list(10)).length === 0, 'an empty outbox', 30_000),
    told: (count: number) => until(() => hook.calls.length >= count, `${count} calls`, 30_000),
  };
}
