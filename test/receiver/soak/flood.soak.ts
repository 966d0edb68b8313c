// R7 at full size: a minute of flood from one address, from a thousand, and from one provider's customer onto a small
// disk, while honest people report.
import assert from 'node:assert/strict';
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { startReceiver } from '../../setup/receiver.ts';
import { withSmallDisk } from '../../setup/small-disk.ts';
import { recordFigure } from './figures.ts';
import { floodBesideHonest, type Flood } from './flood.ts';

const SECONDS = 60;

/** Floods, and records the outcome for all senders. */
async function flood(
  t: TestContext,
  name: string,
  load: Omit<Flood, 'endpoint' | 'seconds'>,
  settings: Record<string, string> = {},
) {
  const receiver = await startReceiver({ TRUSTED_PROXIES: '127.0.0.1', ...settings });
  const endpoint = `${receiver.url}/v1/reports`;
  const result = await floodBesideHonest({ ...load, endpoint, seconds: SECONDS }).finally(() =>
    receiver.stop(),
  );
  const { acknowledged, refused, p99, flood: sent } = result;
  t.diagnostic(JSON.stringify({ honest: acknowledged.length, refused, p99, flood: sent }));
  recordFigure(name, 'honest reports', acknowledged.length + refused.length);
  recordFigure(name, 'honest refused', refused.length);
  recordFigure(name, 'honest 99 % answered within', Math.round(p99), 'ms');
  recordFigure(name, 'flood stored', sent.statuses['201'] ?? 0);
  recordFigure(name, 'flood slowed down', sent.statuses['429'] ?? 0);

  assert.deepEqual(refused, []);
  assert.ok(p99 < 2_000, `${p99} ms`);
  // Guards the flood: the receiver answered nearly all of it.
  const answered = Object.values(sent.statuses).reduce((sum, count) => sum + count, 0);
  assert.ok(answered > 0.9 * load.rate * SECONDS, `${answered} answered`);
  assert.equal(sent.unanswered, 0);
}

for (const { name, rate, sources } of [
  { name: 'Flood of 50 reports/s from 1 address, 60 s', rate: 50, sources: 1 },
  { name: 'Flood of 500 reports/s from 1,000 addresses, 60 s', rate: 500, sources: 1_000 },
]) {
  test(`${name}: no honest reporter is refused`, async (t) => {
    await flood(t, name, { rate, sources });
  });
}

const RESERVE_MB = 56;

test('a flood from one /48 leaves a small disk its reserve, and refuses no honest reporter', async (t) => {
  const name = 'Flood of 500 reports/s of 15 kB from 65,536 addresses of one /48, 60 s';
  const load = { rate: 500, sources: 65_536, isOneNetwork: true, padding: 15_000 };
  const isChecked = await withSmallDisk(64, async (disk) => {
    await flood(t, name, load, {
      DATABASE_URL: `sqlite:${join(disk, 'reports.sqlite')}`,
      DISK_RESERVE_MB: String(RESERVE_MB),
    });
    const { bavail, bsize } = statfsSync(disk);
    const free = Math.round((bavail * bsize) / 1024 ** 2);
    recordFigure(name, 'reserve of the disk', RESERVE_MB, 'MiB');
    recordFigure(name, 'free at the end', free, 'MiB');
    // Honest reports may use the reserve.
    assert.ok(free >= RESERVE_MB - 2, `${free} MiB`);
  });
  if (!isChecked) t.diagnostic('not checked: no disk of its own could be mounted here');
});
