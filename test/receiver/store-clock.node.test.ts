// Both databases give equal answers, whatever the clock shows.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES, type DatabaseUnderTest } from './databases.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { readAll } from './store-rows.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Moments in an order that no correct clock has: days back and forth, both changes of summer time, a leap second. */
const MOMENTS = [
  '2026-11-24T13:50:00Z',
  '2026-11-25T13:50:00Z',
  '2026-11-23T13:50:00Z',
  '2026-11-24T13:50:00Z',
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T01:00:00Z',
  '2027-03-28T01:00:00Z',
  '2016-12-31T23:59:59.999Z',
  '2017-01-01T00:00:00Z',
  '2026-11-24T13:50:59.999Z',
].map((moment) => Date.parse(moment));

const reports = MOMENTS.map(() => sampleReport());

async function live(t: TestContext, { create }: DatabaseUnderTest): Promise<unknown[]> {
  let now = 0;
  let draw = 0;
  const { post, store } = await startReceiver(t, {
    store: await openStore(await create(t)),
    now: () => new Date(now),
    randomBytes: (size) => createHash('sha256').update(`${draw++}`).digest().subarray(0, size),
  });
  const outcomes: unknown[] = [];
  for (const [index, moment] of MOMENTS.entries()) {
    now = moment;
    const { status, text } = await post(reports[index]);
    now = moment + (index % 2 ? DAY_MS : -DAY_MS);
    const again = await post(reports[index]);
    assert.deepEqual([status, again.status, again.text], [201, 200, text]);
    const expiresAt = new Date(now).toISOString().replace(/:\d\d\.\d+/, ':00');
    const spend = (submissionId: string) => store.spend({ digest: `d${index % 5}`, submissionId, expiresAt });
    outcomes.push([text, await spend(`s${index % 3}`), await spend('other')]);
  }
  outcomes.push(await readAll(store));
  outcomes.push(await store.erase('2026-11-24T00:00:00Z'));
  outcomes.push((await readAll(store)).map(({ receivedAt }) => receivedAt));
  return outcomes;
}

test('a clock that jumps changes no outcome, and none between databases', async (t) => {
  const [sqlite, postgres] = await Promise.all(DATABASES.map((database) => live(t, database)));
  assert.deepEqual(postgres, sqlite);
  assert.deepEqual(sqlite?.slice(-2), [
    5,
    [
      '2026-11-24T13:50:00Z',
      '2026-11-25T13:50:00Z',
      '2026-11-24T13:50:00Z',
      '2027-03-28T01:00:00Z',
      '2026-11-24T13:50:00Z',
    ],
  ]);
});
