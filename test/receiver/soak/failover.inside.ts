// The runs that failover.soak.ts makes, in a network of its own where one can be had, on disks that can be filled.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { MORE_FAULTS, STANDBY_FAULTS } from '../failover/faults.ts';
import { runFaults, type RunOptions } from '../failover/failover-run.ts';
import type { Disks, Fault } from '../failover/scene.ts';
import { withSmallDisk } from '../../setup/small-disk.ts';
import { recordFigure } from './figures.ts';

/** A long run. */
interface LongRun {
  readonly group: string;
  readonly operations: number;
  readonly faults: readonly Fault[];
  readonly options: Partial<RunOptions>;
}

const RUNS: readonly LongRun[] = [
  {
    group: '1,000,000 requests, two PostgreSQL servers that fail',
    operations: 1_000_000,
    faults: MORE_FAULTS,
    options: {},
  },
  {
    group: '200,000 requests with SYNCHRONOUS_STANDBY=1, two PostgreSQL servers that fail',
    operations: 200_000,
    faults: STANDBY_FAULTS,
    options: { needsStandby: true, workers: ['both servers', 'both servers'] },
  },
];

/** How often each fault happens. */
const ROUNDS = 4;

/** Room of each disk, in MiB. */
const ROOM = 6_000;

async function run(
  t: TestContext,
  { group, operations, faults: each, options }: LongRun,
  folders?: Record<'a' | 'b', string>,
  disks?: Disks,
): Promise<void> {
  const faults = Array.from({ length: ROUNDS }, () => each.toSorted(() => Math.random() - 0.5)).flat();
  const { findings, ...toll } = await runFaults(t, {
    operations,
    faults,
    hasJumpingClocks: true,
    ...options,
    ...(folders && { folders }),
    ...(disks && { disks }),
  });
  t.diagnostic(JSON.stringify(toll));
  const count = (fault: string): number => findings.filter((finding) => finding.fault === fault).length;
  recordFigure(group, 'requests', toll.operations);
  recordFigure(group, 'faults', faults.length);
  recordFigure(group, 'acknowledged and lost', count('lost'));
  recordFigure(group, 'stored twice', count('stored twice'));
  recordFigure(group, 'with two numbers', count('two receipts'));
  recordFigure(group, 'not confirmed at once', toll.unconfirmed);
  recordFigure(group, 'not ready within', toll.notReadyMs, 'ms');
  recordFigure(group, 'ready after a promotion within', toll.readyMs, 'ms');
  recordFigure(group, 'duration', toll.seconds, 's');
  assert.deepEqual(findings, []);
  assert.ok(toll.operations >= operations, `${toll.operations} operations`);
}

for (const each of RUNS)
  test(`${each.group}: none that was acknowledged is lost`, async (t) => {
    const isChecked = await withSmallDisk(ROOM, (a) =>
      withSmallDisk(ROOM, (b) => run(t, each, { a, b }, disksOf({ a, b }))).then(() => {}),
    );
    if (isChecked) return;
    t.diagnostic('no disk of its own could be mounted here: none was full');
    await run(t, each);
  });

/** A disk cannot be made smaller than what is used while it is written to; in KiB. */
const MARGIN = 4_096;

/** Disks in memory. A full one has hardly more room than it uses, and a file that takes the rest. */
function disksOf(folders: Record<'a' | 'b', string>): Disks {
  const resize = (folder: string, kilobytes: number): void => {
    execFileSync('mount', ['-o', `remount,size=${kilobytes}k`, folder]);
  };
  const fillerOf = (folder: string): string => join(folder, 'filler');
  return {
    fill(site) {
      const folder = folders[site];
      const { blocks, bfree, bsize } = statfsSync(folder);
      resize(folder, ((blocks - bfree) * bsize) / 1024 + MARGIN);
      const filler = openSync(fillerOf(folder), 'w');
      try {
        for (;;) writeSync(filler, Buffer.alloc(64 * 1024, 1));
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
      } finally {
        closeSync(filler);
      }
    },
    free(site) {
      resize(folders[site], ROOM * 1024);
      rmSync(fillerOf(folders[site]));
    },
  };
}
