// Many operations on a database whose process is killed again and again, with changes by hand in between: the log must
// name exactly these. Whoever makes them may write to everything but the heads.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openStore, type LogFindings, type LogHead } from '../../src/receiver/index.ts';
import { insertNote } from './forged-notes.ts';
import { byHand } from './store-given.ts';

/** When reports came that retention erases, and those that stay. */
export const OLD = '2026-01-01T10:00:00Z';
export const NEW = '2026-11-24T13:50:00Z';

/** Up to when retention erases. */
export const ERASED_BEFORE = '2026-06-01T00:00:00Z';

/** Operations that a worker does at once, in a batch. */
export const AT_ONCE = 50;

const WORKER = fileURLToPath(new URL('log-worker.ts', import.meta.url));

/** Changes by hand of one report. */
const CHANGES: readonly ((sequence: number) => readonly string[])[] = [
  (number) => [`update report set body = body || ' ' where sequence = ${number}`],
  (number) => [`update report set digest = '${'0'.repeat(64)}' where sequence = ${number}`],
  (number) => [`update report set reference = 'F' || reference where sequence = ${number}`],
  (number) => [`update report set "receivedAt" = '2026-11-24T13:51:00Z' where sequence = ${number}`],
  (number) => [`update report set trust = 'low', priority = 'urgent' where sequence = ${number}`],
];
const DELETIONS: typeof CHANGES = [
  (number) => [`delete from report where sequence = ${number}`],
  (number) => [
    `delete from report where sequence = ${number}`,
    `delete from arrival where sequence = ${number}`,
    `update "logEntry" set erased = 1 where sequence = ${number}`,
  ],
  (number) => [
    `delete from report where sequence = ${number}`,
    `delete from arrival where sequence = ${number}`,
    `update "logEntry" set erased = 1 where sequence = ${number}`,
    `insert into "logErasure" values ('2026-11-25T00:00:${String(number % 60).padStart(2, '0')}Z') on conflict do nothing`,
  ],
  (number) => [
    `delete from report where sequence = ${number}`,
    `delete from arrival where sequence = ${number}`,
    `update "logEntry" set erased = 1 where sequence = ${number}`,
    insertNote({ kind: 'erasure', before: ERASED_BEFORE, numbers: [number] }),
  ],
];

/** The actions of a run, and the faults that were not found, or found without a reason. */
export interface LogRun {
  readonly operations: number;
  readonly kills: number;
  readonly changed: number;
  /** Days of erased reports that were made older. */
  readonly moved: number;
  readonly missed: number;
  readonly falseAlarms: number;
}

/**
 * Runs rounds of operations on a fresh database.
 * @param perRound operations that each round may do before it is killed, or ends
 */
export async function runLogOperations(url: string, rounds: number, perRound: number): Promise<LogRun> {
  const altered = new Set<number>();
  const deleted = new Set<number>();
  const heads: LogHead[] = [];
  let operations = 0;
  let kills = 0;
  let missed = 0;
  let falseAlarms = 0;
  for (let round = 0; round < rounds; round++) {
    const isKilled = round % 4 !== 3;
    operations += await work(url, perRound, `r${round}`, isKilled ? 0.3 + 0.6 * Math.random() : 1);
    kills += Number(isKilled);
    const { head } = await verify(url, heads);
    heads.push(head);
    await changeByHand(url, altered, deleted);
    const findings = await verify(url, heads);
    for (const [known, found] of [
      [altered, findings.altered],
      [deleted, [...findings.deleted, ...findings.unexplained]],
    ] as const) {
      missed += known.size - found.filter((number) => known.has(number)).length;
      falseAlarms += found.filter((number) => !known.has(number)).length;
    }
    falseAlarms += findings.broken.length + findings.unlogged.length;
    missed += Number(!(await isMoveFound(url, deleted, heads)));
  }
  return { operations, kills, changed: altered.size + deleted.size, moved: rounds, missed, falseAlarms };
}

/** Makes a report that was deleted look as old as those that retention erases, and takes that back. */
async function isMoveFound(
  url: string,
  deleted: ReadonlySet<number>,
  heads: readonly LogHead[],
): Promise<boolean> {
  const [number] = deleted;
  const move = (day: string) =>
    byHand(url, `update "logEntry" set day = '${day}' where sequence = ${number}`);
  await move(OLD.slice(0, 10));
  const { broken } = await verify(url, heads);
  await move(NEW.slice(0, 10));
  return broken.length > 0;
}

/** Lets a process work. @returns the operations that it did before it was killed, once it had done a share of them */
async function work(url: string, count: number, name: string, share: number): Promise<number> {
  const child = spawn(process.execPath, [WORKER, url, String(count), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let batches = 0;
  let complete = 0;
  child.stdout.on('data', (data: Buffer) => {
    batches += data.length;
    complete += data.filter((byte) => byte === '.'.charCodeAt(0)).length;
    if (share < 1 && batches * AT_ONCE >= share * count) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, share < 1 ? null : 0);
  return complete * AT_ONCE;
}

async function verify(url: string, heads: readonly LogHead[]): Promise<LogFindings> {
  const store = await openStore(url, { readOnly: true });
  try {
    return await store.log.verify({ heads, known: { before: ERASED_BEFORE } });
  } finally {
    await store.close();
  }
}

async function changeByHand(url: string, altered: Set<number>, deleted: Set<number>): Promise<void> {
  const rows = await byHand(url, `select sequence from report where "receivedAt" = '${NEW}'`);
  const numbers = rows.map(({ sequence }) => Number(sequence)).filter((number) => !altered.has(number));
  for (const [changes, changed] of [
    [CHANGES, altered],
    [DELETIONS, deleted],
  ] as const)
    for (const change of changes) {
      const [number] = numbers.splice(Math.floor(Math.random() * numbers.length), 1);
      for (const statement of change(number!)) await byHand(url, statement);
      changed.add(number!);
    }
}
