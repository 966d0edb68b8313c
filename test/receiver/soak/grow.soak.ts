// The cost of the receiver and its commands in a database of 100,000, a million and ten million reports.
// GROW_ROWS=100000 and GROW_DATABASE=SQLite choose. Ten million need 35 GB of disk, and an hour for each database.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RetentionEvent } from '../../../src/receiver/index.ts';
import { startRetention } from '../../../src/receiver/operations/retention.ts';
import { fillWithMany, LAST_DAY } from '../many-reports.ts';
import { byHand, makeEmptyBackup, withStore } from '../store-given.ts';
import { startCluster } from '../../setup/postgres.ts';
import { GROWTH, recordFigure } from './figures.ts';
import { runLoad } from './load.ts';
import { startMeasured } from './measured-process.ts';

const PER_DAY = 2_000;
const DAY_MS = 86_400_000;
const CLI = fileURLToPath(new URL('../../../src/receiver/cli.ts', import.meta.url));

const SIZES = (process.env['GROW_ROWS'] ?? '100000,1000000,10000000').split(',').map(Number);
const CHOSEN = process.env['GROW_DATABASE'];

interface Filled {
  readonly url: string;
  /** Bytes on disk. */
  size(): Promise<number>;
}

/** A kind of database, and a function that makes one with so many reports. */
interface Kind {
  readonly name: keyof typeof GROWTH;
  fill(t: TestContext, count: number): Promise<Filled>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'SQLite',
    async fill(t, count) {
      const folder = await mkdtemp(join(tmpdir(), 'grow-'));
      t.after(() => rm(folder, { recursive: true }));
      const file = join(folder, 'reports.sqlite');
      const url = `sqlite:${file}`;
      await fillWithMany(url, { count, perDay: PER_DAY });
      return { url, size: async () => (await stat(file)).size };
    },
  },
  {
    name: 'PostgreSQL',
    async fill(t, count) {
      const cluster = await startCluster({ max_wal_size: '8GB' });
      t.after(() => cluster.stop());
      const { url } = await cluster.createDatabase();
      await fillWithMany(url, { count, perDay: PER_DAY });
      const size = async (): Promise<number> =>
        Number((await byHand(url, 'select pg_database_size(current_database()) as size'))[0]?.['size']);
      return { url, size };
    },
  },
];

/** Runs a command: seconds, the peak of its memory, and what it said. */
async function timed(args: readonly string[], expected: readonly number[] = [0]) {
  const { PATH = '' } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], { env: { PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, peakMiB] = ['', 0];
  // Exports are read and thrown away, as a pipe would do.
  child.stdout.on('data', (data: Buffer) => {
    if (said.length < 10_000) said += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const watch = setInterval(() => (peakMiB = Math.max(peakMiB, residentMiB(child.pid!))), 20);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  const seconds = (performance.now() - startedAt) / 1_000;
  assert.ok(expected.includes(code ?? -1), `${args.join(' ')} ended with ${String(code)}: ${said}`);
  return { seconds, peakMiB, said };
}

/** Peak memory of a process, from Linux; 0 if the process has ended. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** A backup that has every number of the database so far, and no row: retention has erased them there. */
async function emptyBackup(t: TestContext, url: string, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  t.after(() => rm(folder, { recursive: true }));
  return makeEmptyBackup(join(folder, 'backup.sqlite'), url, count);
}

/** Decisions on reports of the last days, as a hotline notes them. */
async function decisionsOf(t: TestContext, url: string, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'decisions-'));
  t.after(() => rm(folder, { recursive: true }));
  const rows = await byHand(url, `select reference from report where sequence > ${count - 1_000}`);
  const lines = rows.map(({ reference }) => `${String(reference)},Exemple,${LAST_DAY},removed\n`);
  const file = join(folder, 'decisions.csv');
  await writeFile(file, `reference,provider,date,action\n${lines.join('')}`);
  return file;
}

/** A database that is measured. */
interface Measured {
  readonly t: TestContext;
  readonly url: string;
  readonly count: number;
  record(figure: string, value: number, unit: string): void;
  /** Runs a command, and records how long it takes. */
  run(
    figure: string,
    args: readonly string[],
    expected?: readonly number[],
  ): Promise<{ peakMiB: number; said: string }>;
}

/** Exports of the last day. */
async function measureDay({ url, record, run }: Measured): Promise<void> {
  const day = ['export', '--database', url, '--leave-sealed', '--since', LAST_DAY];
  const { peakMiB } = await run('a day: export', day);
  record('a day: memory of the export', peakMiB, 'MiB');
  await run('a day: export of the urgent ones', [...day, '--priority', 'urgent']);
  await run('a day: export as CSV', [...day, '--format', 'csv']);
}

/** Two thousand reports arrive, and are exported, backed up and verified. */
async function measureNews({ t, url, count, record, run }: Measured): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'note-'));
  t.after(() => rm(folder, { recursive: true }));
  const note = join(folder, 'note');
  const { said: head } = await run('head of the log', ['head', '--database', url]);
  await writeFile(note, head);
  const backup = await emptyBackup(t, url, count);

  const startedAt = performance.now();
  const receiver = await startMeasured('receiver', { DATABASE_URL: url, TRUSTED_PROXIES: '127.0.0.1' });
  record('start of the receiver', (performance.now() - startedAt) / 1_000, 's');
  const load = { endpoints: [receiver.endpoint], connections: 8, rate: 100, addresses: 65_536 };
  await runLoad({ ...load, seconds: 5 });
  const { p50, p99, statuses } = await runLoad({ ...load, seconds: 15 });
  record('a report, half answered within', p50, 'ms');
  record('a report, 99 % answered within', p99, 'ms');
  record('memory of the receiver', residentMiB(receiver.pid), 'MiB');
  await receiver.stop();
  assert.deepEqual(Object.keys(statuses), ['201']);

  const after = ['--after', String(count)];
  await run('2,000 new ones: export', ['export', '--database', url, '--leave-sealed', ...after]);
  await run('2,000 new ones: backup', ['copy', '--from', url, '--to', backup]);
  await run('2,000 new ones: verify', ['verify', '--database', url, '--note', note]);
}

async function measureFigures({ t, url, count, run }: Measured): Promise<void> {
  const year = LAST_DAY.slice(0, 4);
  const json = ['figures', '--database', url, '--format', 'json'];
  await run('a month of a partner: figures', [...json, '--partner', 'partner-1', '--month', `${year}-10`]);
  const decisions = await decisionsOf(t, url, count);
  const ATTENTION = 3; // envelopes
  await run('a year: figures', [...json, '--year', year, '--decisions', decisions], [ATTENTION]);
}

/** One sweep erases the reports of the first day, as a receiver makes it. */
async function measureSweep({ url, count, record }: Measured): Promise<void> {
  const days = Math.ceil(count / PER_DAY) - 1;
  const midnight = new Date(Date.parse(LAST_DAY) + DAY_MS);
  await withStore(url, async (store) => {
    const log: RetentionEvent[] = [];
    const stop = startRetention({ store, days, now: () => midnight, emit: (event) => log.push(event) });
    while (log.length === 0) await new Promise(setImmediate);
    await stop();
    const [sweep] = log;
    assert.deepEqual([sweep?.event, sweep && 'count' in sweep && sweep.count], ['erased', PER_DAY]);
    record('a day: erased', sweep!.durationMs / 1_000, 's');
  });
}

/** Operations that grow with the database, because they return all of it. */
async function measureAll({ url, record, run }: Measured): Promise<void> {
  const all = ['export', '--database', url, '--leave-sealed'];
  await run('all urgent and sealed ones: export', [...all, '--priority', 'urgent']);
  const { peakMiB } = await run('everything: verify', ['verify', '--database', url]);
  record('everything: memory of verify', peakMiB, 'MiB');
  await run('everything: export', all);
}

for (const { name, fill } of KINDS.filter((kind) => CHOSEN === undefined || CHOSEN === kind.name))
  for (const count of SIZES)
    test(`${name}, ${count} reports`, async (t) => {
      const { url, size } = await fill(t, count);
      const record: Measured['record'] = (figure, value, unit) => {
        const rounded = Number(value.toFixed(value < 10 ? 1 : 0));
        recordFigure(count.toLocaleString('en'), figure, rounded, unit, GROWTH[name]);
        t.diagnostic(`${figure}: ${value.toFixed(3)} ${unit}`);
      };
      const run: Measured['run'] = async (figure, args, expected) => {
        const { seconds, ...result } = await timed(args, expected);
        record(figure, seconds, 's');
        return result;
      };
      record('on disk', (await size()) / 1024 ** 3, 'GiB');
      const measured = { t, url, count, record, run };
      await measureDay(measured);
      await measureNews(measured);
      await measureFigures(measured);
      await measureSweep(measured);
      await measureAll(measured);
    });
