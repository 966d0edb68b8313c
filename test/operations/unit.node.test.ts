// The shipped systemd unit: systemd parses it, rates it as strict, and allows the system calls of the receiver.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../receiver/harness.ts';
import { sampleReport } from '../receiver/sample-report.ts';

const SHIPPED = readFileSync(
  new URL('../../src/receiver/deployment/cliquez-signalez.service', import.meta.url),
  'utf8',
);
const CLI = fileURLToPath(new URL('../../src/receiver/cli.ts', import.meta.url));

const ID = crypto.randomUUID();

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** Analyses a unit with systemd. It uses this machine's programs, because systemd checks that they exist. */
async function analyze(t: TestContext, unit: string, ...args: string[]) {
  const file = join(await temporaryFolder(t), 'cliquez-signalez.service');
  writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, file], { encoding: 'utf8' });
  // Units named as dependencies need not be installed on this machine.
  const complaints = stderr.split('\n').filter((line) => line.includes('cliquez-signalez.service'));
  return { status, stdout, complaints };
}

test('systemd understands every line of the unit', async (t) => {
  if (!has('systemd-analyze')) return t.diagnostic('not checked: systemd is not installed here');
  assert.deepEqual((await analyze(t, SHIPPED, 'verify', '--man=no')).complaints, []);
  const wrong = SHIPPED.replace('NoNewPrivileges=', 'NoNewPrivilege=');
  assert.match((await analyze(t, wrong, 'verify', '--man=no')).complaints.join('\n'), /NoNewPrivilege/);
});

test('the unit hands over the key that signs receipts, once its two lines are uncommented', async (t) => {
  if (!has('systemd-analyze')) return t.diagnostic('not checked: systemd is not installed here');
  const lines = /^#(LoadCredential=receipt-key\.json:.*)\n#(Environment=RECEIPT_KEY=%d\/receipt-key\.json)$/m;
  assert.match(SHIPPED, lines);
  const signing = SHIPPED.replace(lines, '$1\n$2');
  assert.deepEqual((await analyze(t, signing, 'verify', '--man=no')).complaints, []);
  const wrong = signing.replace('=receipt-key.json:/etc', '=receipt-key.json:etc');
  assert.notDeepEqual((await analyze(t, wrong, 'verify', '--man=no')).complaints, []);
});

test('it starts once the clock is right, where the machine waits for that', () => {
  for (const name of ['After', 'Wants'])
    assert.match(SHIPPED, new RegExp(`^${name}=(.* )?time-sync\\.target( .*)?$`, 'm'));
  assert.match(SHIPPED, /^# .*systemctl enable systemd-time-wait-sync/m);
});

test('systemd rates the unit as well kept in', async (t) => {
  if (!has('systemd-analyze')) return t.diagnostic('not checked: systemd is not installed here');
  const { status, stdout } = await analyze(
    t,
    SHIPPED,
    'security',
    '--offline=true',
    '--no-pager',
    '--threshold=15',
  );
  t.diagnostic(stdout.trim().split('\n').at(-1) ?? '');
  assert.equal(status, 0, stdout);
});

/** The system calls that the unit allows. */
function allowedCalls(): Set<string> {
  const sets = new Map<string, string[]>();
  for (const line of execFileSync('systemd-analyze', ['syscall-filter'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).split('\n')) {
    if (line.startsWith('@')) sets.set(line.trim(), []);
    else if (/^ +[^# ]/.test(line)) [...sets.values()].at(-1)?.push(line.trim());
  }
  const expand = (name: string): string[] =>
    name.startsWith('@') ? (sets.get(name) ?? []).flatMap(expand) : [name];
  const allowed = new Set<string>();
  for (const [, sign, names = ''] of SHIPPED.matchAll(/^SystemCallFilter=(~?)(.*)$/gm)) {
    for (const call of names.split(' ').flatMap(expand)) {
      if (sign) allowed.delete(call);
      else allowed.add(call);
    }
  }
  return allowed;
}

test('the system calls that the receiver makes are those that the unit lets through', async (t) => {
  if (!has('systemd-analyze') || !has('strace'))
    return t.diagnostic('not checked: systemd or strace is missing');
  const folder = await temporaryFolder(t);
  const trace = join(folder, 'calls');
  // A full run of the receiver in one process: it starts, stores a report, and ends.
  const life = `
    process.argv.push('cliquez-signalez', 'serve');
    const listening = new Promise((resolve) => {
      console.error = (line) => resolve(String(line).split(' ').at(-1));
    });
    await import(${JSON.stringify(CLI)});
    const report = ${JSON.stringify(sampleReport({ submissionId: ID }))};
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': '${ID}' };
    const { status } = await fetch(await listening, { method: 'POST', headers, body: JSON.stringify(report) });
    if (status !== 201) throw new Error('not stored: ' + status);
    process.kill(process.pid, 'SIGTERM');
  `;
  const { status, stderr } = spawnSync(
    'strace',
    ['-f', '-c', '-S', 'name', '-U', 'name', '-o', trace].concat([
      process.execPath,
      '--input-type=module',
      '--eval',
      life,
    ]),
    {
      encoding: 'utf8',
      env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'reports')}` },
    },
  );
  assert.equal(status, 0, stderr);
  const made = readFileSync(trace, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[a-z]\w+$/.test(line) && line !== 'syscall' && line !== 'total');
  assert.ok(made.includes('fsync') && made.includes('listen'), made.join(' '));
  // Calls made for root alone (SQLite gives its log to the database's owner); the unit does not run as root.
  const allowed = allowedCalls().add('fchown');
  assert.deepEqual(
    made.filter((call) => !allowed.has(call)),
    [],
  );
});
