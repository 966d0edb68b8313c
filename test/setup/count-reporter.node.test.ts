// What the reporter says of files in which a browser crashed, from a real run of some.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Report } from './count-reporter.ts';

const CRASH = new URL('browser-crash.ts', import.meta.url).href;
const REPORTER = new URL('count-reporter.ts', import.meta.url).href;
const START = `import { test } from 'node:test';
  import { BrowserCrashedError } from ${JSON.stringify(CRASH)};
  test('good', () => {});
  const crash = () => { throw new BrowserCrashedError('gone'); };\n`;

async function reportOn(t: TestContext, files: Readonly<Record<string, string>>): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'counts-'));
  t.after(() => rm(folder, { recursive: true }));
  const paths = Object.keys(files).map((name) => join(folder, `${name}.test.ts`));
  await Promise.all(paths.map((path, index) => writeFile(path, START + Object.values(files)[index])));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    // It fails, since tests in it do.
    execFile(
      process.execPath,
      ['--test', `--test-reporter=${REPORTER}`, ...paths],
      { env },
      (_error, stdout) => resolve(JSON.parse(stdout) as Report),
    );
  });
}

const named = (crashed: Report['crashed']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(crashed).map(([path, counts]) => [/(\w+)\.test\.ts$/.exec(path)?.[1], counts]),
  );

test('files whose browser crashed are told from those that found something wrong', async (t) => {
  const { crashed, ...counts } = await reportOn(t, {
    fine: '',
    crashed: `test('a', crash); test('outer', (t) => t.test('inner', crash));`,
    wrong: `test('a', () => { throw new Error('wrong'); });`,
    both: `test('a', crash); test('b', () => { throw new Error('wrong'); });`,
  });
  assert.deepEqual(counts, { passed: 4, failed: 6 });
  assert.deepEqual(named(crashed), { crashed: { passed: 1, failed: 3 } });
});
