// The reporter's results for files with a crashed browser, and for long files that are ended early, from real runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Report } from './count-reporter.ts';

const CRASH = new URL('browser-crash.ts', import.meta.url).href;
const REPORTER = new URL('count-reporter.ts', import.meta.url).href;
const WHOLE_REPORT = new URL('whole-report.ts', import.meta.url).href;
const START = `import { test } from 'node:test';
  import { BrowserCrashedError } from ${JSON.stringify(CRASH)};
  test('good', () => {});
  const crash = () => { throw new BrowserCrashedError('gone'); };\n`;

async function reportOn(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  ...options: string[]
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'counts-'));
  t.after(() => rm(folder, { recursive: true }));
  const paths = Object.keys(files).map((name) => join(folder, `${name}.test.ts`));
  await Promise.all(paths.map((path, index) => writeFile(path, START + Object.values(files)[index])));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    // The command fails, because some of its tests do.
    execFile(
      process.execPath,
      ['--test', `--test-reporter=${REPORTER}`, ...options, ...paths],
      { env },
      (_error, stdout) => resolve(JSON.parse(stdout) as Report),
    );
  });
}

const nameOf = (path: string): string => /(\w+)\.test\.ts$/.exec(path)![1]!;

test('files whose browser crashed are told from those that found something wrong, and not counted', async (t) => {
  const { passed, failed, failures, crashed, counts, durations } = await reportOn(t, {
    fine: '',
    crashed: `test('a', crash); test('outer', (t) => t.test('inner', crash));`,
    wrong: `test('a', () => { throw new Error('wrong\\nin many ways'); });`,
    both: `test('a', crash); test('b', () => { throw new Error('wrong'); });`,
  });
  assert.deepEqual({ passed, failed }, { passed: 3, failed: 3 });
  assert.deepEqual(crashed.map(nameOf), ['crashed']);
  assert.deepEqual(
    failures.map(({ file, name, reason }) => `${nameOf(file)} ${name}: ${reason}`).toSorted(),
    ['both a: gone', 'both b: wrong', 'wrong a: wrong'],
  );
  assert.deepEqual(Object.fromEntries(Object.entries(counts).map(([path, of]) => [nameOf(path), of])), {
    fine: { passed: 1, failed: 0 },
    crashed: { passed: 0, failed: 0 },
    wrong: { passed: 1, failed: 1 },
    both: { passed: 1, failed: 2 },
  });
  assert.deepEqual(Object.keys(durations).toSorted(), Object.keys(counts).toSorted());
});

test('a file takes as long as its tests', async (t) => {
  const { durations } = await reportOn(t, {
    quick: '',
    slow: `test('a', () => new Promise((resolve) => setTimeout(resolve, 1000)));`,
  });
  const seconds = (name: string): number =>
    Object.entries(durations).find(([path]) => nameOf(path) === name)![1] / 1000;
  assert.ok(seconds('slow') >= 1, `${seconds('slow')} s`);
  assert.ok(seconds('slow') < 30, 'these are not milliseconds');
});

test('no verdict is lost where files are ended as soon as their last test is', async (t) => {
  const long = `for (let i = 0; i < 1000; i += 1) test('x'.repeat(500), () => {});`;
  const files = { a: long, b: long, c: long };
  const ended = await reportOn(t, files, '--test-force-exit', `--import=${WHOLE_REPORT}`);
  assert.equal(ended.passed, 3003);
  assert.equal(Object.keys(ended.counts).length, 3);
});
