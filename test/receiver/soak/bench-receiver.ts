// `npm run bench:receiver`: the receiver's reports a second and the cost of each, on each database and with more
// processes, beside a handler that stores nothing. BENCH_SECONDS and BENCH_ROUNDS shorten it.
import { availableParallelism, cpus } from 'node:os';
import { writeReceiverFigures } from '../../../.build/receiver-figures.ts';
import { openPostgres, openSqlite, type BenchDatabase } from './bench-database.ts';
import { recordFigure } from './figures.ts';
import { runLoad } from './load.ts';
import { processorTime, startMeasured } from './measured-process.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
/** Time for the engine to compile the code: a cold process costs three times as much. */
const WARM_UP_SECONDS = 4;
const CONNECTIONS = 32;
/** Enough addresses that none sends often enough to be slowed down. */
const ADDRESSES = 65_536;

/** The server under test: processes and database; without a database, the handler that stores nothing. */
interface Setup {
  readonly name: string;
  readonly processes: number;
  readonly open?: () => Promise<BenchDatabase>;
}

const SETUPS: readonly Setup[] = [
  { name: 'A handler that stores nothing', processes: 1 },
  { name: 'SQLite, 1 process', processes: 1, open: openSqlite },
  { name: 'PostgreSQL, 1 process', processes: 1, open: openPostgres },
  { name: 'PostgreSQL, 2 processes', processes: 2, open: openPostgres },
  { name: 'PostgreSQL, 4 processes', processes: 4, open: openPostgres },
];

/** Results of one run. Costs are per report. */
interface Measure {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly receiverMs: number;
  readonly databaseMs: number;
  readonly bytes: number;
  /** Busy cores of the whole machine. Near its number of cores, more processes bring no gain. */
  readonly busyCores: number;
  /** Requests that were not answered 201. */
  readonly others: number;
}

async function measure({ processes, open }: Setup): Promise<Measure> {
  const database = await open?.();
  const environment = database && {
    DATABASE_URL: database.url,
    TRUSTED_PROXIES: '127.0.0.1',
    PROCESSES: String(processes),
  };
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startMeasured(open ? 'receiver' : 'bare', environment)),
  );
  const load = {
    endpoints: servers.map(({ endpoint }) => endpoint),
    connections: CONNECTIONS,
    addresses: ADDRESSES,
  };
  const used = () => ({
    receiver: processorTime(servers.map(({ pid }) => pid)),
    database: processorTime(database?.pids ?? []),
    clock: performance.now(),
    machine: cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0),
  });

  await runLoad({ ...load, seconds: WARM_UP_SECONDS });
  const before = used();
  const { statuses, unanswered, seconds, p50, p99 } = await runLoad({ ...load, seconds: SECONDS });
  const after = used();
  await Promise.all(servers.map((server) => server.stop()));
  const bytes = (await database?.bytesPerReport()) ?? 0;
  await database?.stop();

  const { 201: stored = 0, ...refused } = statuses;
  return {
    perSecond: stored / seconds,
    p50,
    p99,
    receiverMs: (after.receiver - before.receiver) / stored,
    databaseMs: (after.database - before.database) / stored,
    bytes,
    busyCores: (after.machine - before.machine) / (after.clock - before.clock),
    others: unanswered + Object.values(refused).reduce((sum, count) => sum + count, 0),
  };
}

/** The median round, by reports a second. */
function median(rounds: readonly Measure[]): Measure {
  return rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;
}

function record(name: string, result: Measure): void {
  const figure = (of: string, value: number, digits: number, unit = ''): void =>
    recordFigure(name, of, Number(value.toFixed(digits)), unit);
  figure('reports a second', result.perSecond, 0);
  figure('half answered within', result.p50, 0, 'ms');
  figure('99 % answered within', result.p99, 0, 'ms');
  figure('processor time a report', result.receiverMs, 2, 'ms');
  if (result.databaseMs > 0) figure('… of the database', result.databaseMs, 2, 'ms');
  if (result.bytes > 0) figure('disk a report', result.bytes, 0, 'bytes');
  figure('cores busy', result.busyCores, 1);
  figure('not answered 201', result.others, 0);
}

console.log(
  `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'unknown kind'}, shared by the receiver, the database and the load; ` +
    `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each, the middle one shown`,
);

// Setups alternate, so that other work on the machine does not affect one setup alone.
const rounds = new Map<Setup, Measure[]>(SETUPS.map((setup) => [setup, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [setup, measures] of rounds) measures.push(await measure(setup));
}

const table = Object.fromEntries(
  [...rounds].map(([{ name }, measures]) => {
    const result = median(measures);
    record(name, result);
    return [
      name,
      {
        'reports/s': Math.round(result.perSecond),
        'p50 ms': result.p50,
        'p99 ms': result.p99,
        'CPU ms': Number(result.receiverMs.toFixed(2)),
        'database CPU ms': Number(result.databaseMs.toFixed(2)),
        'disk bytes': Math.round(result.bytes),
        'cores busy': Number(result.busyCores.toFixed(1)),
        'not 201': result.others,
      },
    ];
  }),
);
console.table(table);
writeReceiverFigures();
