// `npm test`: every stage in order, whatever failed before; the last line is `N passed, N failed`.
// With names of stages as arguments, only those: `npm test -- unit browser`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts, Report } from './setup/count-reporter.ts';
import { startCluster } from './setup/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
const nodeTests = globSync('test/**/*.node.test.ts').toSorted();
const isIn = (name: string) => (file: string) => file.startsWith(join('test', name));
const inPages = nodeTests.filter((file) => ['e2e', 'hosts', 'cms', 'bench'].some((name) => isIn(name)(file)));

const stages: Record<string, () => Promise<Counts>> = {
  install: () => runCommand('test/setup/install.sh'),
  lint: () => runCommand('npm', 'run', '--silent', 'lint'),
  build: () => runCommand('npm', 'run', '--silent', 'build'),
  unit: () =>
    runNodeTests(
      nodeTests.filter((file) => !isIn('package')(file) && !isIn('look')(file) && !inPages.includes(file)),
    ),
  browser: () => runTests((countFile) => run(['wtr'], { COUNT_FILE: countFile })),
  package: () => runNodeTests(nodeTests.filter(isIn('package'))),
  look: () => runNodeTests(nodeTests.filter(isIn('look'))),
  // One file at a time: browsers that share two cores make each other miss deadlines.
  e2e: () => runNodeTests(inPages, '--test-concurrency=1'),
};

/** Twice what the longest stage takes on two cores: one that hangs is ended, so that the others are counted. */
const STAGE_LIMIT_MS = 40 * 60_000;

const NEED_POSTGRES = new Set(['unit', 'browser', 'e2e']);

/** Starts one PostgreSQL for all tests. Where that fails, each test that needs it says so. */
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
async function runCommand(...command: string[]): Promise<Counts> {
  return { passed: 0, failed: (await run(command)) === 0 ? 0 : 1 };
}

/** Runs files; once more those in which nothing went wrong but that a browser crashed. */
async function runNodeTests(files: string[], ...options: string[]): Promise<Counts> {
  const { crashed, ...counts } = await runFiles(files, options);
  const again = Object.keys(crashed);
  if (again.length === 0) return counts;
  console.log(`\nA browser crashed in these files, which run again: ${again.join(', ')}`);
  const second = await runFiles(again, options);
  const lost = Object.values(crashed);
  const sum = (key: keyof Counts): number => lost.reduce((all, one) => all + one[key], 0);
  return {
    passed: counts.passed - sum('passed') + second.passed,
    failed: counts.failed - sum('failed') + second.failed,
  };
}

function runFiles(files: string[], options: string[]): Promise<Report> {
  // node --test without files would look for some by itself.
  if (files.length === 0) return Promise.resolve({ passed: 0, failed: 1, crashed: {} });
  return runTests((countFile) =>
    run([
      process.execPath,
      '--test',
      '--test-timeout=600000',
      // What a failing test leaves open must not keep its file, and all that comes after it, waiting for ever.
      '--test-force-exit',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/setup/count-reporter.ts',
      `--test-reporter-destination=${countFile}`,
      ...options,
      ...files,
    ]),
  );
}

/** Runs a test runner that writes its counts to a file. One that fails to, or finds no test, has failed. */
async function runTests(start: (countFile: string) => Promise<number>): Promise<Report> {
  const countFile = join(folder, 'counts.json');
  rmSync(countFile, { force: true });
  const code = await start(countFile);
  const report = readReport(countFile);
  const isComplaining = code !== 0 || report.passed === 0;
  return isComplaining && report.failed === 0 ? { ...report, failed: 1 } : report;
}

function readReport(file: string): Report {
  try {
    return { crashed: {}, ...(JSON.parse(readFileSync(file, 'utf8')) as Counts & Partial<Report>) };
  } catch {
    return { passed: 0, failed: 0, crashed: {} };
  }
}

/** Runs a command with its output on ours, for as long as a stage may take; gives its exit code. */
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
const unknown = chosen.filter((name) => !(name in stages));
if (unknown.length > 0)
  throw new Error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);

const total: Counts = { passed: 0, failed: 0 };
const lines: string[] = [];
let databases: Awaited<ReturnType<typeof startDatabases>>;
for (const [name, start] of Object.entries(stages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  if (NEED_POSTGRES.has(name)) databases ??= await startDatabases();
  const { passed, failed } = await start();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  lines.push(`${name.padEnd(8)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed`);
}
await databases?.stop();
rmSync(folder, { recursive: true });

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
