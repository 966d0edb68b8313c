// The shipped systemd unit: systemd parses it, rates it as strict, and allows the system calls of the receiver.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/receiver/index.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { fill, run, soundRow, sumUpLog } from '../store-given.ts';

const shipped = (name: string): string =>
  readFileSync(new URL(`../../../src/receiver/deployment/${name}`, import.meta.url), 'utf8');

const SHIPPED = shipped('cliquez-signalez.service');
const DAILY = shipped('cliquez-signalez-daily@.service');
const TIMER = shipped('cliquez-signalez-daily@.timer');
const CLI = fileURLToPath(new URL('../../../src/receiver/cli.ts', import.meta.url));

const ID = crypto.randomUUID();

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** Analyses a unit with systemd. It uses this machine's programs, because systemd checks that they exist. */
const analyze = (t: TestContext, unit: string, ...args: string[]) =>
  analyzeAs('cliquez-signalez.service', t, unit, ...args);

async function analyzeAs(name: string, t: TestContext, unit: string, ...args: string[]) {
  const file = join(await temporaryFolder(t), name);
  writeFileSync(file, unit.replace('ExecStart=node ', `ExecStart=${process.execPath} `));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, file], { encoding: 'utf8' });
  // Units named as dependencies need not be installed on this machine.
  const complaints = stderr.split('\n').filter((line) => line.includes(name));
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

test('the daily work is kept in as the receiver is, and systemd understands its unit and its timer', async (t) => {
  const sandbox = (unit: string): string[] =>
    [
      ...unit.matchAll(
        /^(?:Private|Protect|Restrict(?!MaxDelay)|SystemCall|IPAddress|Capability|Ambient|NoNew|Lock|Keyring|RemoveIPC|Dynamic|User|UMask|LimitCORE).*=.*$/gm,
      ),
    ]
      .map(([line]) => line)
      .filter((line) => !line.startsWith('Restart'))
      .toSorted();
  assert.ok(sandbox(DAILY).length > 20);
  assert.deepEqual(sandbox(DAILY), sandbox(SHIPPED));
  if (!has('systemd-analyze')) return t.diagnostic('not checked: systemd is not installed here');
  for (const job of JOBS) {
    const name = `cliquez-signalez-daily@${job}.service`;
    assert.deepEqual((await analyzeAs(name, t, DAILY, 'verify', '--man=no')).complaints, []);
  }
  const { status, stdout } = await analyzeAs(
    'cliquez-signalez-daily@backup.service',
    t,
    DAILY,
    'security',
    '--offline=true',
    '--no-pager',
    '--threshold=15',
  );
  assert.equal(status, 0, stdout);
  const timer = await analyzeAs('cliquez-signalez-daily@backup.timer', t, TIMER, 'verify', '--man=no');
  assert.deepEqual(timer.complaints, []);
  const [, calendar = ''] = /^OnCalendar=(.*)$/m.exec(TIMER) ?? [];
  execFileSync('systemd-analyze', ['calendar', calendar], { stdio: 'ignore' });
});

/** The jobs that the script knows, by its own list. */
const JOBS = [...shipped('daily.sh').matchAll(/^([a-z]+)\)$/gm)].map(([, job = '']) => job);

test('the daily work does each of its jobs, each day, with the files of the day before', async (t) => {
  assert.deepEqual(JOBS, ['backup', 'head', 'verify', 'outcomes', 'export']);
  const folder = await temporaryFolder(t);
  const script = shipped('daily.sh').replace(/^ {4}node .*cli\.js/m, `    ${process.execPath} ${CLI}`);
  const database = join(folder, 'reports.sqlite');
  const env = { ...process.env, DATABASE_URL: `sqlite:${database}`, RETENTION_DAYS: '30' };
  const work = (job: string, extra: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync('sh', ['-c', script, 'daily.sh', job], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, ...extra },
    });
    return { status, stderr };
  };
  const rows = ['a', 'b', 'c'].map((id) => soundRow(id));
  await fill(`sqlite:${database}`, rows);
  await sumUpLog(`sqlite:${database}`);
  writeFileSync(
    join(folder, 'decisions.csv'),
    `reference,provider,date,action\n${rows[0]!.reference},Host,2026-11-24,removed\n`,
  );
  const exported = (): number =>
    readdirSync(join(folder, 'export'))
      .map((name) => readFileSync(join(folder, 'export', name), 'utf8').split('\n').length - 1)
      .reduce((sum, lines) => sum + lines, 0);
  for (const job of ['verify', ...JOBS, 'backup', 'verify']) {
    const { status, stderr } = work(job);
    assert.equal(status, 0, `${job}: ${stderr}`);
  }
  assert.equal(exported(), 3);
  const [backup = ''] = readdirSync(join(folder, 'backup'));
  assert.match(backup, /^reports-\d{4}-W\d\d\.sqlite$/);
  const store = await openStore(`sqlite:${join(folder, 'backup', backup)}`, { readOnly: true });
  assert.equal((await store.list()).length, 3);
  await store.close();
  // A backup of which a fortnight has passed is removed: it holds what the database has erased since.
  const old = join(folder, 'backup', 'reports-2020-W01.sqlite');
  writeFileSync(old, '');
  utimesSync(old, new Date(), new Date(Date.now() - 15 * 86_400_000));
  assert.equal(work('backup').status, 0);
  assert.deepEqual(readdirSync(join(folder, 'backup')), [backup]);
  // What was erased by hand has to be named; then the day is quiet again.
  await run(t, 'erase', '--database', `sqlite:${database}`, '--numbers', '2', '--confirm', '1');
  assert.equal(work('verify').status, 1);
  assert.equal(work('verify', { ERASED: '2' }).status, 0);
  assert.match(readFileSync(join(folder, 'heads.txt'), 'utf8'), /^\d{4}-\d\d-\d\d [0-9a-f]{12}:/);
  assert.equal(work('sleep').status, 2);
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
