// Runs stages of tests in order, even after a failure; the last line is `N passed, N failed`. A list of all failures
// precedes it. `npm test` runs the quick stages; names of stages or of houses as arguments run those: `npm test -- unit
// browser`, `npm test -- widget`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { budgetsLeft, judgeBudgets } from '../.build/budgets.ts';
import type { Sizes } from '../.build/sizes.ts';
import type { Failure, Report } from './setup/count-reporter.ts';
import { judged, nameOf, promisedIn } from './setup/flakes.ts';
import { add, failed, NOTHING, type Result } from './setup/results.ts';
import { type Part, runParts } from './setup/stage.ts';
import { ENGINES, type Engine } from './setup/browsers.ts';
import { isEvery } from './setup/every.ts';
import { freePort } from './setup/free-port.ts';
import { startCluster } from './setup/postgres.ts';
import { unpackPinned } from './look/pinned-browser.ts';
import { HOUSES, isOf, standingOn } from './houses.ts';
import { browserTests, browserTestsOf, endToEndTests, MAIN_PATH, quickTests, testsOf } from './tiers.ts';

const folder = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
// Hundreds of processes load the same modules: each is compiled once a run.
process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
const isIn = (name: string) => (file: string) => file.startsWith(join('test', name));

const stages: Record<string, () => Promise<Result>> = {
  install: () => runCommand('test/setup/install.sh', ...chosen),
  lint: () => runCommand('npm', 'run', '--silent', 'lint'),
  // The site brings the build along.
  build: () => runCommand('npm', 'run', '--silent', 'site'),
  unit: () =>
    // Many of these tests wait for a server or a database: three at a time leave two cores partly idle.
    runNodeTests(testsOf('unit'), '--test-concurrency=4'),
  // Three runs at a time: two browsers leave a quarter of two cores idle.
  browser: () => runParts(browserParts(), { atATime: 3, failAtOnce: PROMISED }),
  package: () => runNodeTests(testsOf('package'), '--test-concurrency=2'),
  look: () => runNodeTests(testsOf('look')),
  // Needs npm packages alone: no root, no database, no browser of the system.
  quick: () =>
    runParts(
      [
        nodePart(quickTests(), '--test-concurrency=2'),
        async (files = MAIN_PATH) => {
          const variables = { ENGINES: 'chromium', BUILT: '1', CHROME_PATH: await unpackPinned() };
          return readReport((countFile) =>
            run(['wtr', '--files', ...files], { ...variables, COUNT_FILE: countFile }),
          );
        },
      ],
      { atATime: 2 },
    ),
  // Each test mostly waits for its system's own pages.
  systems: () => runNodeTests(testsOf('systems'), '--test-concurrency=2'),
  // One file at a time: builders use both cores. A file installs and builds several applications, which takes as long
  // as the network does. No browser of the system.
  consumers: async () => {
    process.env['CHROME_PATH'] ??= await unpackPinned();
    return runNodeTests(testsOf('consumers'), '--test-concurrency=1', `--test-timeout=${STAGE_LIMIT_MS}`);
  },
  // One file at a time: a second Orca of the same user does not start.
  orca: () => runNodeTests(testsOf('orca'), '--test-concurrency=1'),
  // It takes longer than a file may in other stages: some thirty reports in each browser.
  recorders: () =>
    runNodeTests(testsOf('recorders'), '--test-concurrency=1', `--test-timeout=${STAGE_LIMIT_MS}`),
  // One file at a time, longer than a file may take in other stages: Patroni waits twenty seconds for a leader.
  patroni: () => runNodeTests(testsOf('patroni'), '--test-concurrency=1', `--test-timeout=${STAGE_LIMIT_MS}`),
  // The guide for hotlines, followed on an empty machine with systemd: needs root, and a registry for npm.
  guide: () => runNodeTests(testsOf('guide')),
  e2e: () => {
    const { paired, alone } = endToEndTests();
    // On two cores: a test mostly waits for its browser.
    const parts = [nodePart(paired, '--test-concurrency=3'), nodePart(alone, '--test-concurrency=1')];
    return runParts(parts, { failAtOnce: PROMISED });
  },
};

/**
 * The stages of houses: `npm test -- widget`. What fails first comes first: the short tests in Node, then the linter and
 * the types, then Chromium, on the sources, which needs no build.
 */
function stagesOf(names: readonly string[]): typeof stages {
  const mine = (files: readonly string[]): string[] =>
    files.filter((file) => names.some((name) => isOf(name)(file)));
  const folders = names.flatMap((name) => [`src/${name}`, `test/${name}`]);
  const unit = mine(quickTests());
  const browser = mine(browserTests());
  return {
    ...(unit.length > 0 && { unit: () => runNodeTests(unit, '--test-concurrency=2') }),
    format: () => runCommand('oxfmt', '--check', ...folders),
    lint: () => runCommand('oxlint', ...folders),
    types: () => runCommand('tsc'),
    ...(browser.length > 0 && {
      browser: async () => {
        process.env['CHROME_PATH'] ??= await unpackPinned();
        return runParts([(files = browser) => runInBrowser({ engine: 'chromium', files })]);
      },
    }),
  };
}

/** The stages of `npm test`. */
const QUICK = ['lint', 'build', 'quick', 'package'];
/** The stages of `npm run test:matrix`. */
const WHOLE = ['install', 'lint', 'build', 'unit', 'browser', 'package', 'look', 'e2e'];

/** Stages that run one after the other beside another one, which leaves a processor idle at times. */
const BESIDE: Readonly<Record<string, string>> = { package: 'browser', look: 'browser' };

/** How many of the slowest files of a stage are named. */
const SLOWEST = 10;

/** Twice the time of the longest stage on two cores. A stage that hangs is ended, so that the others are counted. */
const STAGE_LIMIT_MS = 40 * 60_000;

/** Tests that fail at once: each holds a promise. */
const PROMISED = promisedIn(readFileSync('src/decisions/promises.md', 'utf8'));

/** Where flaky tests are kept until somebody mends them. */
const FLAKY_FILE = '.flaky.json';

const NEED_POSTGRES = new Set(['unit', 'browser', 'e2e']);

/** Starts one PostgreSQL for all tests. If that fails, each test that needs it reports it. */
async function startDatabases(): Promise<{ stop(): Promise<void> } | undefined> {
  try {
    const cluster = await startCluster();
    process.env['TEST_POSTGRES_URL'] = cluster.url;
    return cluster;
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** A stage without tests of its own counts only when it fails. */
async function runCommand(...command: string[]): Promise<Result> {
  const code = await run(command);
  return code === 0 ? NOTHING : failed(`exit code ${code}`);
}

/** One run of the browser tests: its engine, built files or sources, and its files where it does not run all. */
interface BrowserRun {
  readonly engine: Engine;
  readonly isBuilt?: boolean;
  /** Whether only the tests run that need the sources. */
  readonly isSourcesOnly?: boolean;
  readonly files?: readonly string[];
}

/** Files that Chromium runs on the built files. */
const onBuilt = browserTests().filter((file) =>
  ['button', 'form', 'page', 'diagnosis', 'theme', 'a11y'].some((name) => isIn(join('widget', name))(file)),
);

/** WebKit takes longest: in two runs it does not go on alone. */
const inWebKit = browserTestsOf('webkit');

/**
 * Each run has its own receiver. Chromium tests the built files, as partners load them; the two others test the
 * sources, which costs little: on five files, built ones took 13 % less of the processors in Firefox, and 4 % in WebKit.
 * The longest come first, so that all cores are busy until the end.
 */
const BROWSER_RUNS: readonly BrowserRun[] = [
  { engine: 'chromium', isBuilt: true },
  { engine: 'firefox' },
  { engine: 'webkit', files: inWebKit.filter((_, index) => index % 2 === 0) },
  { engine: 'webkit', files: inWebKit.filter((_, index) => index % 2 === 1) },
  { engine: 'chromium', files: browserTests().filter((file) => !onBuilt.includes(file)) },
  {
    engine: 'chromium',
    files: onBuilt.filter((file) => readFileSync(file, 'utf8').includes('itOnSources')),
    isSourcesOnly: true,
  },
];

const browserParts = (): readonly Part[] =>
  BROWSER_RUNS.filter(({ engine }) => ENGINES.includes(engine)).map(
    (one) =>
      (files = one.files) =>
        runInBrowser({ ...one, ...(files && { files }) }),
  );

function runInBrowser({ engine, isBuilt, isSourcesOnly, files = [] }: BrowserRun): Promise<Report> {
  return readReport(async (countFile) => {
    // Runs that start together would choose the same port, and one of them would end.
    const port = `${await freePort()}`;
    return run(['wtr', '--port', port, ...(files.length > 0 ? ['--files', ...files] : [])], {
      ENGINES: engine,
      ...(isBuilt && { BUILT: '1' }),
      ...(isSourcesOnly && { SOURCES_ONLY: '1' }),
      COUNT_FILE: countFile,
    });
  });
}

const runNodeTests = (files: readonly string[], ...options: string[]): Promise<Result> =>
  runParts([nodePart(files, ...options)]);

function nodePart(all: readonly string[], ...options: string[]): Part {
  // Without files, node --test would search for some.
  if (all.length === 0) return () => Promise.resolve(failed('there is no test'));
  return async (files = all) => {
    const report = await readReport((countFile) =>
      run([
        process.execPath,
        '--test',
        '--test-timeout=600000',
        // Resources that a failed test leaves open must not block its file and all later ones.
        '--test-force-exit',
        '--import=./test/setup/whole-report.ts',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=./test/setup/count-reporter.ts',
        `--test-reporter-destination=${countFile}`,
        ...options,
        ...files,
      ]),
    );
    const cut = files.map((file) => resolve(file)).filter((file) => !(file in report.counts));
    return add(report, ...cut.map((file) => failed('its report was cut short', file)));
  };
}

let reportsRead = 0;

/** Runs a test runner that writes its report to a file. A runner without a report or without tests has failed. */
async function readReport(start: (countFile: string) => Promise<number>): Promise<Report> {
  const countFile = join(folder, `counts-${(reportsRead += 1)}.json`);
  const code = await start(countFile);
  const report = existsSync(countFile) ? (JSON.parse(readFileSync(countFile, 'utf8')) as Report) : NOTHING;
  const isComplaining = code !== 0 || report.passed === 0;
  return isComplaining && report.failed === 0 && report.crashed.length === 0
    ? add(report, failed(`the runner ended with code ${code}`))
    : report;
}

/** Runs a command that shares this process's output, within the time limit of a stage; returns its exit code. */
async function run([command, ...args]: string[], env: Record<string, string> = {}): Promise<number> {
  const options = { stdio: 'inherit', timeout: STAGE_LIMIT_MS, env: { ...process.env, ...env } } as const;
  const child = spawn(command!, args, options);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal) console.error(`${command} was ended by ${signal}`);
    return code ?? 1;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

const chosen = process.argv.slice(2);
const houses = chosen.filter((name) => HOUSES.includes(name));
const chosenStages = chosen.filter((name) => !HOUSES.includes(name));
const wanted = chosenStages.length > 0 ? chosenStages : isEvery ? WHOLE : QUICK;
const unknown = chosenStages.filter((name) => !(name in stages));
if (unknown.length > 0)
  throw new Error(
    `No such stage or house: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}. Houses: ${HOUSES.join(', ')}`,
  );

const running = houses.length > 0 ? stagesOf(houses) : stages;
const names = Object.keys(running).filter((name) => houses.length > 0 || wanted.includes(name));
const isBeside = (name: string): boolean => names.includes(BESIDE[name] ?? '');
const inTurn = async (stagesOfLane: readonly string[]): Promise<Ended[]> => {
  const results: Ended[] = [];
  for (const name of stagesOfLane) results.push(await runStage(name));
  return results;
};
let databases: Awaited<ReturnType<typeof startDatabases>>;
const ended: Ended[] = [];
for (const name of names.filter((one) => !isBeside(one))) {
  const beside = names.filter((other) => BESIDE[other] === name);
  if ([name, ...beside].some((one) => NEED_POSTGRES.has(one))) databases ??= await startDatabases();
  ended.push(...(await Promise.all([runStage(name), inTurn(beside)])).flat());
}
await databases?.stop();
rmSync(folder, { recursive: true });

const before = add(...ended.map(({ result }) => result));
const lines = ended.flatMap((one) => one.lines);
const total = judged(before);
lines.push(...total.failures.slice(before.failures.length).map((failure) => `✖ ${describe(failure)}`));
console.log(`\n${lines.join('\n')}\n`);
if (total.flaky.length > 0) console.log(`Flaky tests, kept in ${FLAKY_FILE}:\n${keepFlaky(total.flaky)}\n`);
for (const house of houses)
  console.log(`On ${house} stand: ${standingOn(house).join(', ') || 'no other houses'}.`);
if (houses.length > 0)
  console.log(
    'Not run: what `npm test` leaves out, the built files, and the tests of no house (test/README.md).\n',
  );
else if (wanted === QUICK)
  console.log(
    'Not run: PostgreSQL, Firefox, WebKit, long random runs, end to end, host pages, pictures, operations:\n' +
      'npm run test:all. Nor plugins in their systems (test:plugins), the screen reader (test:orca), applications\n' +
      '(test:consumers), session recorders (test:recorders), Patroni (test:patroni), the guide for hotlines (test:guide).\n',
  );
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

interface Ended {
  readonly result: Result;
  readonly lines: readonly string[];
}

/** Runs a stage. Its lines say how it ended, how long it took, and how busy all processors of the machine were. */
async function runStage(name: string): Promise<Ended> {
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  const busyBefore = busyMs();
  const result = await running[name]!();
  const ms = performance.now() - startedAt;
  const time = `${(ms / 60_000).toFixed(1).padStart(5)} min`;
  const share = `${Math.round(((busyMs() - busyBefore) / ms / cpus().length) * 100)} %`.padStart(5);
  return {
    result,
    lines: [
      `${name.padEnd(8)} ${time} ${share}  ${result.passed} passed, ${result.failed} failed`,
      ...result.failures.map((failure) => `  ✖ ${describe(failure)}`),
      ...result.flaky.map((failure) => `  ⚠ flaky: ${describe(failure)}`),
      ...(Object.keys(result.durations).length > 0 ? [`  slowest: ${slowestOf(result)}`] : []),
      // The build has said it long before.
      ...(name === 'build' ? budgetLines() : []),
    ],
  };
}

/** How long the processors have worked since the machine started. */
function busyMs(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

/** What each budget has left, and those that are nearly used up or exceeded. */
function budgetLines(): string[] {
  // A build that failed early has measured nothing.
  if (!existsSync('dist/sizes.json')) return [];
  const { moments } = JSON.parse(readFileSync('dist/sizes.json', 'utf8')) as Sizes;
  const { warnings, failures } = judgeBudgets(moments);
  return [`bytes left: ${budgetsLeft(moments)}`, ...warnings, ...failures].map((line) => `  ${line}`);
}

/** Adds flaky tests to those that earlier runs have kept, and returns all, as text. Who mends one takes it out. */
function keepFlaky(flaky: readonly Failure[]): string {
  const known = existsSync(FLAKY_FILE) ? (JSON.parse(readFileSync(FLAKY_FILE, 'utf8')) as object[]) : [];
  const on = new Date().toISOString().slice(0, 10);
  const more = flaky.map(({ file, ...rest }) => ({ on, file: relative('.', file), ...rest }));
  const text = JSON.stringify([...known, ...more], null, 2);
  writeFileSync(FLAKY_FILE, `${text}\n`);
  return text;
}

/** The slowest files of a stage, in seconds. A file takes longer while others run beside it. */
function slowestOf({ durations }: Result): string {
  return Object.entries(durations)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, SLOWEST)
    .map(([file, duration]) => `${nameOf(file)} ${Math.round(duration / 1000)}`)
    .join(', ');
}

function describe({ file, name, reason }: Failure): string {
  return [file && relative('.', file), name, reason].filter(Boolean).join(' › ');
}
