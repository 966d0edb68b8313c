// Two processes of a receiver on one database, of which one is killed before its first statement, its second, and so on:
// what is told of each report.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/receiver/index.ts';
import { isEvery } from '../../setup/every.ts';
import { until } from '../../setup/until.ts';
import { temporaryFolder } from '../harness.ts';
import { startServer } from '../server-process.ts';
import { post, urgentReport } from './given.ts';
import { SECRET, startHook, type Answer } from './hook-server.ts';

const FAST_TIME = fileURLToPath(new URL('fast-time.ts', import.meta.url));
const KILL_AT = fileURLToPath(new URL('kill-at.ts', import.meta.url));

/** How fast the clock of the process runs that is not killed: what the other one had taken is free after half a second. */
const SPEED = 240;

/** A process is killed before every second statement, from the first or the second on; before each with EVERY=1. */
const STEP = isEvery ? 1 : 2;
const firstAt = (): number => randomInt(1, 1 + STEP);

/** What became of the reports of a run. */
export interface KillRun {
  readonly reports: number;
  readonly kills: number;
  readonly calls: number;
  /** Reports of which nobody was told. */
  readonly lost: number;
  /** Calls that repeat an earlier one. */
  readonly doubles: number;
  /** Reports that came under more than one id. */
  readonly twoIds: number;
}

interface KillOptions {
  /** Rounds after the one in which a process gets through alive. */
  readonly rounds?: number;
  /** What the program answers before it takes a message, in the round of this number. */
  readonly answers?: (round: number) => readonly Answer[];
}

/** Kills a process before each statement between a request and an empty outbox. */
export async function killBetweenStatements(
  t: TestContext,
  url: string,
  { rounds = 1, answers = () => [] }: KillOptions = {},
): Promise<KillRun> {
  const hook = await startHook(t);
  const armed = join(await temporaryFolder(t), 'armed');
  const settings = {
    DATABASE_URL: url,
    WEBHOOK_URL: hook.url,
    WEBHOOK_SECRET: SECRET,
    FREE_REPORTS: '100000',
  };
  const survivor = await startServer(t, {
    ...settings,
    NODE_OPTIONS: `--import=${FAST_TIME}`,
    CLOCK_SPEED: String(SPEED),
  });
  const store = await openStore(url);
  t.after(() => store.close());
  const told = (reference: string) => hook.calls.filter(({ body }) => body.data['reference'] === reference);
  const isDone = async (reference: string) =>
    told(reference).length > 0 && (await store.outbox.list(1)).length === 0;

  const references: string[] = [];
  let kills = 0;
  for (let [alive, at] = [0, firstAt()]; alive < rounds; at += STEP) {
    rmSync(armed, { force: true });
    const victim = await startServer(t, {
      ...settings,
      NODE_OPTIONS: `--import=${KILL_AT}`,
      KILL_AT: String(at),
      KILL_ARMED: armed,
    });
    hook.answers.splice(0, hook.answers.length, ...answers(kills + alive));
    const report = urgentReport();
    // Asleep, or it would do the work of the other one first.
    survivor.child.kill('SIGSTOP');
    writeFileSync(armed, '');
    const first = await post(victim.endpoint, report).catch(async (error: unknown) => {
      // Without an answer, it was killed. With another status, the one that sleeps holds the database.
      if (!(error instanceof assert.AssertionError)) await victim.ended;
      return undefined;
    });
    // Where the program has failed, the other process goes on: its minutes are short.
    const isOver = async () => {
      if (first === undefined || victim.child.signalCode !== null) return true;
      const [message] = await store.outbox.list(1);
      return (message?.attempts ?? 0) > 0 || (await isDone(first));
    };
    await until(isOver, `killed at ${at}, or done`, 60_000);
    survivor.child.kill('SIGCONT');
    // As a form does: no answer, the same report again.
    const reference = first ?? (await post(survivor.endpoint, report));
    references.push(reference);
    await until(() => isDone(reference), `report ${reference}, killed at ${at}`, 60_000);
    const isKilled = victim.child.signalCode === 'SIGKILL';
    if (isKilled) kills += 1;
    else if (first === undefined) at -= STEP;
    else {
      alive += 1;
      // It got through: the next one begins anew.
      at = firstAt() - STEP;
    }
    victim.child.kill('SIGKILL');
    await victim.ended;
  }
  assert.ok(existsSync(armed));
  const idsOf = (reference: string) => new Set(told(reference).map(({ id }) => id)).size;
  return {
    reports: references.length,
    kills,
    calls: hook.calls.length,
    lost: references.filter((reference) => told(reference).length === 0).length,
    doubles: hook.calls.length - new Set(hook.calls.map(({ id }) => id)).size,
    twoIds: references.filter((reference) => idsOf(reference) > 1).length,
  };
}
