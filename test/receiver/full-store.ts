// A store whose disk fills up: what it must answer, keep, and take again once there is room.
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
 * Fills it until it refuses, then makes room: nothing that was acknowledged is lost, nothing else is there. What asks at
 * `/ready` is told within two seconds, and again once there is room.
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

// By chance, because PostgreSQL compresses what repeats itself.
function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(0x21 + (byte % 0x5e))).join('');
}
