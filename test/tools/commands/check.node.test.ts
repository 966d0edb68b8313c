// The command `check` against the real server: its output, its exit code, and the rows that it leaves behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createECDH } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ConformanceReport } from '../../../src/tools/conformance/index.ts';
import { TEST_MARK } from '../../../src/tools/conformance/test-reports.ts';
import { thumbprint } from '../../../src/core/report/seal.ts';
import { openStore } from '../../../src/receiver/index.ts';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startCommand, startServer } from '../../receiver/server-process.ts';
import { listen } from '../conformance/broken-endpoints.ts';

const CLI = fileURLToPath(new URL('../../../src/tools/cli.ts', import.meta.url));

/** Runs the command and waits for its end. */
async function check(t: TestContext, args: string[], environment: Record<string, string> = {}) {
  const { ended, output } = startCommand(t, ['check', ...args], environment, CLI);
  return { code: await ended, ...output };
}

test('our own server passes everything; over plain http on this machine with a warning for each address', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const publicKey = createECDH('prime256v1').generateKeys('base64url');
  const SEAL_KEYS = await thumbprint(publicKey);
  const { endpoint, child, ended } = await startServer(t, { DATABASE_URL: url, SEAL_KEYS });
  const offers = ['--challenge', '/v1/challenge', '--public-key', publicKey];
  const everything = [...offers, '--follow-up', '/v1/follow-up'];
  const { code, stdout, stderr } = await check(t, [endpoint, '--yes', '--json', ...everything]);
  const report = JSON.parse(stdout) as ConformanceReport;
  const notable = report.results.filter(({ outcome }) => outcome !== 'passed');
  assert.deepEqual(
    notable.map(({ id, outcome }) => `${id}: ${outcome}`).toSorted(),
    ['follow-up-https: warning', 'hsts: skipped', 'https: warning', 'retry-after: skipped'],
    JSON.stringify(notable),
  );
  assert.deepEqual([code, stderr, report.isConformant], [0, '', true]);
  assert.ok(report.counts.passed > 60);

  child.kill('SIGTERM');
  await ended;
  const store = await openStore(url);
  t.after(() => store.close());
  const rows = await store.list({ limit: 1_000 });
  const announced = report.results.reduce((sum, { stores }) => sum + stores, 0);
  assert.deepEqual([rows.length, report.stored], [announced, announced]);
  for (const { priority, sealed, body } of rows) {
    assert.equal(priority, 'normal');
    assert.ok(sealed || body.includes(TEST_MARK));
  }
});

test('the printed report is grouped, plain where nobody looks, and never wider than 100 columns', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const { code, stdout } = await check(t, [endpoint, '--yes']);
  assert.equal(code, 0);
  assert.match(stdout, /^http:\S+\n\nReaching the endpoint\n {2}! Reports travel[^]*\n {4}Mend: Put a proxy/);
  assert.match(stdout, /\n\nThe receipt\n {2}✓ [^]*The endpoint keeps the contract\./);
  assert.doesNotMatch(stdout, /\u001B/);
  assert.ok(stdout.split('\n').every((line) => line.length <= 100));
});

test('an endpoint that fails ends with 1, and is told how to mend it', async (t) => {
  const endpoint = await listen(t, (_request, response) => void response.writeHead(404).end());
  const { code, stdout } = await check(t, [endpoint, '--yes']);
  assert.equal(code, 1);
  assert.match(stdout, /✗ A plain report is taken[^]*Mend: Check the address[^]*does not keep the contract/);
});

test('without --yes, and nobody to ask, nothing is sent', async (t) => {
  let requests = 0;
  const endpoint = await listen(t, (_request, response) => void (requests++, response.end()));
  for (const [args, code, pattern] of [
    [[], 2, /^Up to 16 reports will be stored at http[^]*--yes/],
    [['--json'], 2, /^Up to 16 reports/],
    [['--challenge', '/v1/challenge'], 2, /^Up to 17 reports/],
    [['--follow-up', '/v1/follow-up'], 2, /^Up to 17 reports/],
  ] as const) {
    const result = await check(t, [endpoint, ...args]);
    assert.equal(result.code, code);
    assert.match(result.stderr, pattern);
  }
  assert.equal(requests, 0);
});

test('--dry lists the checks, as text or as JSON, and sends nothing', async (t) => {
  let requests = 0;
  const endpoint = await listen(t, (_request, response) => void (requests++, response.end()));
  const text = await check(t, [endpoint, '--dry']);
  assert.equal(text.code, 0);
  assert.match(
    text.stdout,
    /^Reaching the endpoint\n {2}Reports travel encrypted \(https\)\n {4}Over plain http/,
  );
  const { code, stdout } = await check(t, [endpoint, '--dry', '--json']);
  const checks = JSON.parse(stdout) as { id: string }[];
  assert.equal(code, 0);
  for (const { id } of checks) assert.ok(text.stdout.includes(`(${id})`), id);
  assert.equal(requests, 0);
});

/** Runs the command in a terminal and answers its question. */
async function checkInTerminal(t: TestContext, args: string, answer: string, environment = {}) {
  const command = `${process.execPath} ${CLI} check ${args}`;
  const { PATH = '' } = process.env;
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { PATH, ...environment } });
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  let isAsked = false;
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (isAsked || !output.includes('[y/N]')) return;
    isAsked = true;
    child.stdin.write(`${answer}\n`);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

test('in a terminal it asks first, and takes no for an answer', async (t) => {
  let requests = 0;
  const endpoint = await listen(t, (_request, response) => void (requests++, response.end()));
  for (const answer of ['', 'n', 'maybe']) {
    const { code, output } = await checkInTerminal(t, endpoint, answer);
    assert.match(output, /Up to 16 reports[^]*Send them\? \[y\/N\] [^]*Nothing was sent/);
    assert.equal(code, 0);
  }
  assert.equal(requests, 0);
});

test('in a terminal it asks, shows how far it is, and colours the marks unless NO_COLOR says not to', async (t) => {
  const endpoint = await listen(t, (_request, response) => void response.writeHead(404).end());
  const coloured = await checkInTerminal(t, endpoint, 'y');
  assert.equal(coloured.code, 1);
  assert.match(coloured.output, /1 of \d\d checks[^]*\u001B\[31m✗\u001B\[0m A plain report is taken/);
  const plain = await checkInTerminal(t, endpoint, 'yes', { NO_COLOR: '1' });
  assert.match(plain.output, / ✗ A plain report is taken/);
  assert.doesNotMatch(plain.output, /\u001B\[3\dm/);
});

for (const [args, wrong] of [
  [[], '<endpoint> is missing.'],
  [['https://a.example', 'https://b.example'], '« https://b.example » is one argument too many.'],
  [['https://a.example', '--orign', 'x'], 'There is no option --orign. Did you mean --origin?'],
  [['https://a.example', '--origin'], '--origin needs a value.'],
] as const) {
  test(`« check ${args.join(' ')} » says what is wrong, shows the usage and ends with 2`, async (t) => {
    const { code, stdout, stderr } = await check(t, [...args]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.ok(stderr.startsWith(`${wrong}\n\nUsage: cliquez-signalez-tools check <endpoint>`), stderr);
  });
}

for (const [args, pattern] of [
  [['hotline.example', '--yes'], /^The endpoint must be an address such as https:/],
  [
    ['https://a.example', '--yes', '--origin', 'https://b.example/'],
    /^The origin must be scheme, host and port/,
  ],
  [['https://a.example', '--dry', '--challenge', 'http://'], /^The challenge must be an address/],
] as const) {
  test(`« check ${args.join(' ')} » is explained in one sentence`, async (t) => {
    const { code, stderr } = await check(t, [...args]);
    assert.equal(code, 2);
    assert.match(stderr, pattern);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
}
