// Which settings keep the promise, and which do not: with the latter, reports that were acknowledged are lost, and the
// check finds them. Links are cut by proxies here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEvery } from '../../setup/every.ts';
import { BEHIND, EMPTIED, RESTARTED } from './faults.ts';
import { runFaults, type RunOptions } from './failover-run.ts';
import type { Fault } from './scene.ts';

const OPERATIONS = 1_000;

interface Case extends Partial<RunOptions> {
  readonly name: string;
  readonly fault: Fault;
}

const run = async ({ fault, ...options }: Case, t: Parameters<typeof runFaults>[0]): Promise<Set<string>> => {
  const { findings, ...toll } = await runFaults(t, { operations: OPERATIONS, faults: [fault], ...options });
  t.diagnostic(JSON.stringify({ ...toll, findings: findings.length }));
  return new Set(findings.map((finding) => finding.fault));
};

const LOSING: readonly Case[] = [
  // The next case shows as well that the check sees a loss.
  ...(isEvery ? [{ name: 'an asynchronous standby', fault: BEHIND, isSynchronous: false }] : []),
  {
    name: 'a receiver without SYNCHRONOUS_STANDBY=1, where the setting is emptied',
    fault: EMPTIED,
    workers: ['both servers'],
  },
];

for (const losing of LOSING)
  test(`${losing.name}: acknowledged reports are lost`, async (t) => {
    assert.ok((await run(losing, t)).has('lost'));
  });

const KEEPING: readonly Case[] = [
  {
    name: 'a receiver, which waits for the standby before it believes what it read',
    fault: RESTARTED,
    workers: ['both servers'],
  },
  {
    name: 'a receiver with SYNCHRONOUS_STANDBY=1, which asks after each commit, where the setting is emptied',
    fault: EMPTIED,
    workers: ['both servers'],
    needsStandby: true,
  },
];

for (const keeping of KEEPING)
  test(`${keeping.name}: none is lost`, async (t) => {
    assert.deepEqual(await run(keeping, t), new Set());
  });
