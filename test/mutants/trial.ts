// Runs the tests against a mutant, each file in a process of its own: the first that fails has killed it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../setup/free-port.ts';
import type { Mutant } from './mutant.ts';
import { writeSource, type ProjectCopy } from './project-copy.ts';

/** `hangs`: a test took much longer than without the change. */
export interface Trial {
  readonly outcome: 'killed' | 'hangs' | 'survives';
  /** The test that noticed it: its file and, where it has failed, its name. */
  readonly by?: string;
}

/**
 * The limit of a test whose usual time is not known. A test that takes longer without a change decides nothing: survivors
 * are read, and tried against such tests by hand.
 */
const LONG_MS = 150_000;
/** Added to three times what a test takes without a change. */
const GRACE_MS = 5_000;
/** Web Test Runner ends a page that hangs by itself, and its browser with it. */
const CLOSING_MS = 30_000;

/** Process groups of tests under way. They do not end with this process. */
const underWay = new Set<number>();

/** Ends every test under way, with the servers that it has started. */
export function endTests(): void {
  for (const group of underWay) endGroup(group);
}

function endGroup(group: number): void {
  underWay.delete(group);
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // None of it is left.
  }
}

/** How a file of tests ended: `failed` names its first test that failed, if the file came so far. */
type Ending = { readonly isGreen: boolean; readonly failed: string; readonly ms: number } | 'late';

const isInBrowser = (test: string): boolean => !test.endsWith('.node.test.ts');

async function commandOf(test: string): Promise<string[]> {
  if (isInBrowser(test)) {
    const port = `${await freePort()}`;
    return [
      'node_modules/.bin/wtr',
      '--config',
      'test/mutants/wtr.config.mjs',
      '--port',
      port,
      '--files',
      test,
    ];
  }
  const options = [
    '--test-force-exit',
    '--test-isolation=none',
    '--test-reporter=./test/mutants/first-failure.ts',
  ];
  return [process.execPath, '--test', ...options, test];
}

async function runFile({ folder, temporary }: ProjectCopy, test: string, limitMs: number): Promise<Ending> {
  const [command = '', ...args] = await commandOf(test);
  const failedFile = join(temporary, 'failed');
  rmSync(failedFile, { force: true });
  const from = performance.now();
  const child = spawn(command, args, {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      TMPDIR: temporary,
      ENGINES: 'chromium',
      LIMIT_MS: `${limitMs}`,
      FAILED_FILE: failedFile,
      // In a test of ours, Node would take the file for a part of it.
      NODE_TEST_CONTEXT: undefined,
    },
  });
  const group = child.pid!;
  underWay.add(group);
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      endGroup(group);
    },
    limitMs + (isInBrowser(test) ? CLOSING_MS : 0),
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  endGroup(group);
  if (isLate) return 'late';
  const failed = existsSync(failedFile) ? readFileSync(failedFile, 'utf8') : '';
  return { isGreen: code === 0, failed, ms: performance.now() - from };
}

/** The time of each test without a change; undefined if it is not green, or takes too long. */
const usualTimes = new Map<string, Promise<number | undefined>>();

async function measure(copy: ProjectCopy, test: string): Promise<number | undefined> {
  let ending = await runFile(copy, test, LONG_MS);
  // The machine may be busy.
  if (ending === 'late' || !ending.isGreen) ending = await runFile(copy, test, LONG_MS);
  if (ending !== 'late' && ending.isGreen) return ending.ms;
  const reason = ending === 'late' ? 'takes too long' : `fails: ${ending.failed}`;
  console.error(`${test} decides nothing: without a change it ${reason}`);
  return undefined;
}

/** Tries the tests in their order. A test is run without the change only once it is needed: when it fails for the first time. */
export async function tryMutant(copy: ProjectCopy, mutant: Mutant, tests: readonly string[]): Promise<Trial> {
  const { file, source, changed } = mutant;
  for (const test of tests) {
    const known = usualTimes.get(test);
    const usualMs = await known;
    if (known && usualMs === undefined) continue;
    writeSource(copy, file, changed);
    const ending = await runFile(copy, test, usualMs === undefined ? LONG_MS : usualMs * 3 + GRACE_MS);
    writeSource(copy, file, source);
    if (ending !== 'late' && ending.isGreen) continue;
    if (!usualTimes.has(test)) usualTimes.set(test, measure(copy, test));
    if ((await usualTimes.get(test)) === undefined) continue;
    if (ending === 'late') return { outcome: 'hangs', by: test };
    return { outcome: 'killed', by: ending.failed ? `${test} › ${ending.failed}` : test };
  }
  return { outcome: 'survives' };
}
