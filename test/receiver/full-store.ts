// A store on a full disk: its answers, the reports that it keeps, and its recovery once space is free.
import assert from 'node:assert/strict';
import { until } from '../setup/until.ts';
import { ENDPOINT, type startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

/** A receiver whose store has little room left. */
export interface FullStore extends Pick<
  Awaited<ReturnType<typeof startReceiver>>,
  'post' | 'send' | 'store'
> {
  makeRoom: () => void | Promise<void>;
}

/**
 * Fills the store until it refuses, then frees space. No acknowledged report is lost and no other report is stored.
 * `/ready` reports each change within two seconds.
 */
export async function assertFullThenFree({ post, send, store, makeRoom }: FullStore): Promise<void> {
  const ready = async () => (await send(new Request(new URL('/ready', ENDPOINT)))).status;
  assert.equal(await ready(), 200);
  const taken: string[] = [];
  let report = sampleReport();
  let { status } = await post(report);
  while (status === 201 && taken.length < 5_000) {
    taken.push(report.submissionId);
    report = sampleReport({ content: { description: randomText(1_999) } });
    ({ status } = await post(report));
  }
  assert.equal(status, 507);
  await until(async () => (await ready()) === 503, 'not ready', 2_000);
  assert.ok(taken.length > 5);
  const ids = async () => (await store.list({ limit: 10_000 })).map(({ id }) => id);
  assert.deepEqual(await ids(), taken);
  await makeRoom();
  await until(async () => (await ready()) === 200, 'ready', 2_000);
  assert.equal((await post(report)).status, 201);
  assert.deepEqual(await ids(), [...taken, report.submissionId]);
}

// Random, because PostgreSQL compresses repeated text.
function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(0x21 + (byte % 0x5e))).join('');
}
