// A store whose disk fills up: what it must answer, keep, and take again once there is room.
import assert from 'node:assert/strict';
import type { ReportStore } from '../../src/receiver/index.ts';
import { sampleReport } from './sample-report.ts';

/** A receiver whose store has little room left. */
export interface FullStore {
  post: (report: unknown) => Promise<{ status: number }>;
  store: ReportStore;
  makeRoom: () => void | Promise<void>;
}

/** Fills it until it refuses, then makes room: nothing that was acknowledged is lost, nothing else is there. */
export async function assertFullThenFree({ post, store, makeRoom }: FullStore): Promise<void> {
  const taken: string[] = [];
  let report = sampleReport();
  let { status } = await post(report);
  while (status === 201 && taken.length < 5_000) {
    taken.push(report.submissionId);
    report = sampleReport({ content: { description: randomText(1_999) } });
    ({ status } = await post(report));
  }
  assert.equal(status, 507);
  assert.ok(taken.length > 5);
  const ids = async () => (await store.list({ limit: 10_000 })).map(({ id }) => id);
  assert.deepEqual(await ids(), taken);
  await makeRoom();
  assert.equal((await post(report)).status, 201);
  assert.deepEqual(await ids(), [...taken, report.submissionId]);
}

// By chance, because PostgreSQL compresses what repeats itself.
function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(0x21 + (byte % 0x5e))).join('');
}
