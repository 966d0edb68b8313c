// The guide for hotlines, followed: every command of its page, in order, on an empty machine with systemd, from the packed
// release. Then what the page promises of a restart, of an old Node, of a wrong setting, and of an altered archive.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeRelease } from '../../../.build/release.ts';
import { rowOf } from '../export-given.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { fill } from '../store-given.ts';
import { startMachine, type Machine } from './machine.ts';
import { blocksOf } from './pages.ts';

const BLOCKS = blocksOf('en', 'hotline');

/**
 * What happens between two commands of the page without being one: a file is downloaded, a person writes a file. By the
 * heading of the block before which it happens; before its first block, where it has several.
 */
const MEANWHILE: Readonly<Record<string, string>> = {
  'Try it in five minutes':
    'mkdir /srv/try && cd /srv/try && cp /test/release/cliquez-signalez-receiver-*.tgz .',
  'Install it':
    'mkdir -p /opt/cliquez-signalez && cp /test/release/{cliquez-signalez-receiver-*.tgz,SHA256SUMS} /opt/cliquez-signalez/',
  // The first report that came, by its number in the export that the page has just made.
  'Set the states':
    'printf "reference,provider,date,action\\n%s,Host,2026-11-24,removed\\n" "$(sed -n 2p reports.csv | grep -o "[0-9A-Z]\\{4\\}-[0-9A-Z]\\{4\\}" | head -1)" >decisions.csv',
  // A month ago, a partner's page brought a report.
  Figures:
    'npx cliquez-signalez copy --env-file /etc/cliquez-signalez/environment --from sqlite:/test/past.sqlite',
};

/** The commands of the page as one script, which ends at the first that fails and names it. */
function script(): string {
  const met = new Set<string>();
  const parts = BLOCKS.map(({ heading, commands }) => {
    const first = met.has(heading) ? '' : (MEANWHILE[heading] ?? '');
    met.add(heading);
    return `${first}\nprintf '\\n── %s\\n' '${heading.replaceAll("'", "'\\''")}'\n${commands}`;
  });
  for (const heading of Object.keys(MEANWHILE))
    assert.ok(met.has(heading), `no commands under « ${heading} »`);
  return `set -eE -o pipefail
trap 'echo "✖ $BASH_COMMAND"' ERR
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
${parts.join('\n')}`;
}

test('both pages have the same commands in French', () => {
  // Comments are translated, and French is the language of figures without an option.
  const plain = (text: string): string => text.replaceAll(/ +# .*$| --locale en/gm, '');
  for (const name of ['hotline', 'two-sites']) {
    const [french, english] = (['fr', 'en'] as const).map((language) =>
      blocksOf(language, name).map(({ commands }) => plain(commands)),
    );
    assert.deepEqual(french, english, name);
    assert.ok(english!.length > 8, name);
  }
});

/** Makes the folder that the machine sees as /test. */
async function share(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t);
  writeRelease(join(folder, 'release'));
  cpSync(fileURLToPath(new URL('doubles', import.meta.url)), join(folder, 'doubles'), { recursive: true });
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=Authority of the test',
    ].concat(['-keyout', join(folder, 'authority-key.pem'), '-out', join(folder, 'authority.pem')]),
    { stdio: 'ignore' },
  );
  packNode(folder);
  fillCache(folder);
  const row = rowOf(sampleReport(), { receivedAt: '2026-10-10T10:00:00Z', partner: 'ville-exemple' });
  await fill(`sqlite:${join(folder, 'past.sqlite')}`, [row]);
  return folder;
}

/** Node as nodejs.org packs it, from the one that the project installs, with this machine's npm. */
function packNode(folder: string): void {
  const name = `node-${process.version}-linux-x64`;
  const site = join(folder, 'nodejs.org');
  const tree = join(folder, name);
  mkdirSync(join(tree, 'bin'), { recursive: true });
  mkdirSync(site);
  cpSync(process.execPath, join(tree, 'bin/node'));
  const npm = dirname(
    dirname(
      execFileSync('readlink', ['-f', execFileSync('which', ['npm'], { encoding: 'utf8' }).trim()], {
        encoding: 'utf8',
      }).trim(),
    ),
  );
  cpSync(npm, join(tree, 'lib/node_modules/npm'), { recursive: true });
  for (const command of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${command}-cli.js`, join(tree, 'bin', command));
  execFileSync('tar', ['-C', folder, '-I', 'xz -0 -T0', '-cf', join(site, `${name}.tar.xz`), name]);
  rmSync(tree, { recursive: true });
  const hash = createHash('sha256')
    .update(readFileSync(join(site, `${name}.tar.xz`)))
    .digest('hex');
  writeFileSync(
    join(site, 'SHASUMS256.txt'),
    `${'0'.repeat(64)}  node-${process.version}-win-x64.zip\n${hash}  ${name}.tar.xz\n`,
  );
}

/** The receiver's archive in the release. */
const archiveIn = (folder: string): string =>
  readdirSync(join(folder, 'release')).find((file) => /^cliquez-signalez-receiver-.*\.tgz$/.test(file))!;

/** Fills npm's cache with what the page installs: the machine reaches no registry. */
function fillCache(folder: string): void {
  const cache = join(folder, 'cache');
  const receiver = archiveIn(folder);
  const install = (place: string, ...args: string[]) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--cache', cache], {
      cwd: place,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  for (const args of [['install', `./${receiver}`], ['ci']]) {
    const place = mkdtempSync(join(folder, 'install-'));
    cpSync(join(folder, 'release', receiver), join(place, receiver));
    if (args[0] === 'ci')
      execFileSync('tar', ['-xzf', receiver, '--strip-components=3', 'package/dist/deployment'], {
        cwd: place,
      });
    install(place, ...args);
    rmSync(place, { recursive: true });
  }
  // npm takes from its cache what has the right hash, and would not look at an archive that was altered.
  forget(cache, join(folder, 'release', receiver));
}

function forget(cache: string, archive: string): void {
  const hash = createHash('sha512').update(readFileSync(archive)).digest('hex');
  rmSync(join(cache, '_cacache/content-v2/sha512', hash.slice(0, 2), hash.slice(2, 4), hash.slice(4)), {
    force: true,
  });
}

const isPossible =
  spawnSync('unshare', ['--mount', '--pid', '--cgroup', '--net', '--fork', 'true']).status === 0;

test('every command of the page succeeds, in its order', { timeout: 600_000 }, async (t) => {
  assert.ok(isPossible, 'namespaces take root');
  const shared = await share(t);
  const machine = await startMachine(t, shared);
  const begun = performance.now();
  const { status, output } = machine.run(script());
  t.diagnostic(`the commands took ${Math.round((performance.now() - begun) / 1000)} s`);
  if (process.env['GUIDE_TRANSCRIPT'] === '1') console.log(output);
  assert.equal(status, 0, output.slice(-4_000));
  await t.test('all runs again after a restart', () => restarted(machine));
  await t.test('an urgent report rings: a program and a mailbox are told of it', () =>
    rings(machine, shared),
  );
  await t.test('a setting that is none, an old Node and no Node end the unit in one line, once', () =>
    refused(machine),
  );
  await t.test('npm ci refuses either archive with another byte', () => altered(machine, shared));
  await t.test('from one machine with SQLite to two with PostgreSQL, of which one dies', () =>
    movedToTwo(t, machine, shared),
  );
});

function does(machine: Machine, commands: string): string {
  const { status, output } = machine.run(commands);
  assert.equal(status, 0, `${commands}\n${output}`);
  return output;
}

async function restarted(machine: Machine): Promise<void> {
  await machine.restart();
  does(
    machine,
    'curl --retry 20 --retry-all-errors --retry-delay 1 --fail --silent https://report.hotline.example/ready',
  );
  does(machine, 'nft list table inet cliquez_signalez');
  // Loaded once more, no rule is there twice.
  const rules = does(
    machine,
    'nft -f /etc/cliquez-signalez/nftables.conf && nft list table inet cliquez_signalez',
  );
  assert.equal(rules.match(/tcp dport != 443 accept/g)?.length, 1, rules);
  const timers = does(machine, 'systemctl list-timers --no-pager');
  for (const job of ['backup', 'head', 'verify'])
    assert.match(timers, new RegExp(`cliquez-signalez-daily@${job}\\.timer`));
  // The other two jobs, which the page leaves to the reader.
  does(machine, 'cp /opt/cliquez-signalez/decisions.csv /var/lib/cliquez-signalez-daily/');
  for (const job of ['outcomes', 'export'])
    does(
      machine,
      `systemctl start cliquez-signalez-daily@${job} || { journalctl -u cliquez-signalez-daily@${job} --no-pager; exit 1; }`,
    );
}

/** The settings of the page, with a program and a mail server on the machine itself in place of the page's own. */
function rings(machine: Machine, shared: string): void {
  const report = sampleReport({ danger: { immediate: 'yes', helpShown: true } });
  writeFileSync(join(shared, 'urgent.json'), JSON.stringify(report));
  cpSync(fileURLToPath(new URL('told.mjs', import.meta.url)), join(shared, 'told.mjs'));
  const settings = '/etc/cliquez-signalez/environment';
  does(
    machine,
    `set -e
    sed -i 's#^WEBHOOK_URL=.*#WEBHOOK_URL=http://127.0.0.1:9000/hooks/reports#; s#^SMTP_URL=.*#SMTP_URL=smtp://127.0.0.1:2525#' ${settings}
    systemd-run --quiet --unit=told --setenv=SMTP_SERVER=${fileURLToPath(import.meta.resolve('smtp-server'))} \
      --property=EnvironmentFile=${settings} node /test/told.mjs
    systemctl restart cliquez-signalez
    for try in $(seq 100); do curl --fail --silent http://127.0.0.1:8787/ready && break; sleep 0.1; done
    npx() { (cd /opt/cliquez-signalez && command npx "$@"); }
    curl --fail --silent --show-error --header 'Content-Type: application/json' \
      --header 'Idempotency-Key: ${report.submissionId}' --data @/test/urgent.json \
      https://report.hotline.example/v1/reports >/srv/receipt.json
    for try in $(seq 150); do
      [ -s /srv/hook.txt ] && [ -s /srv/mail.txt ] && break
      sleep 0.1
    done
    npx cliquez-signalez outbox --env-file ${settings}
    reference=$(grep -oE '[0-9A-Z]{4}-[0-9A-Z]{4}' /srv/receipt.json | head -1)
    grep --quiet "$reference" /srv/hook.txt
    grep --quiet "$reference" /srv/mail.txt
    ! grep --quiet forum /srv/hook.txt /srv/mail.txt`,
  );
}

function refused(machine: Machine): void {
  const unit = 'cliquez-signalez';
  const fails = (change: string, expected: RegExp): void => {
    const said = machine.run(`
      ${change}
      systemctl restart ${unit}
      for try in $(seq 100); do systemctl is-failed --quiet ${unit} && break; sleep 0.1; done
      sleep 3
      systemctl show ${unit} --property=ActiveState,NRestarts
      journalctl --unit=${unit} --invocation=0 --no-pager --output=cat`).output;
    assert.match(said, /ActiveState=failed/, said);
    assert.match(said, /NRestarts=0/, said);
    assert.match(said, expected, said);
  };
  fails('echo FREE_REPORTS=many >>/etc/cliquez-signalez/environment', /^FREE_REPORTS must be /m);
  does(machine, "sed -i '/^FREE_REPORTS=many/d' /etc/cliquez-signalez/environment");
  // Debian's own Node takes its place.
  if (/^v(?:1\d|20|21)\./.test(machine.run('/usr/bin/node --version').output))
    fails('mv /usr/local/bin/node /srv/', /^cliquez-signalez needs Node 22\.18 or later; /m);
  fails('mv /usr/local/bin/node /srv/; mv /usr/bin/node /srv/old-node', /Failed .*node/);
  does(machine, `mv /srv/node /usr/local/bin/ && systemctl start ${unit}`);
}

function altered(machine: Machine, shared: string): void {
  const cd = 'cd /opt/cliquez-signalez';
  const file = archiveIn(shared);
  forget(join(shared, 'cache'), join(shared, 'release', file));
  const { status, output } = machine.run(`
    ${cd}
    printf '\\7' | dd of=${file} bs=1 seek=9 conv=notrunc status=none
    npm ci --omit=dev --ignore-scripts`);
  assert.notEqual(status, 0, output);
  assert.match(output, /EINTEGRITY/, output);
  does(machine, `cp /test/release/${file} /opt/cliquez-signalez/`);
  does(machine, `${cd} && npm ci --omit=dev --ignore-scripts`);
}

/** The version of PostgreSQL that is installed here; the page has Debian's own. */
const POSTGRES =
  readdirSync('/usr/lib/postgresql')
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1) ?? '';

const NAMES = '10.0.0.1 db1.hotline.example\\n10.0.0.2 db2.hotline.example\\n';

/** What the page leaves to whoever follows it: names, PostgreSQL, and as Debian installs it a first cluster. */
const PREPARED = `
  printf '${NAMES}' >>/etc/hosts
  mkdir -p /etc/postgresql /var/lib/postgresql && chown postgres: /etc/postgresql /var/lib/postgresql
  pg_createcluster ${POSTGRES} main >/dev/null && systemctl daemon-reload && systemctl start postgresql@${POSTGRES}-main`;

/** The page « On two sites », from its first server to the death of the primary. */
async function movedToTwo(t: TestContext, first: Machine, shared: string): Promise<void> {
  const blocks = blocksOf('en', 'two-sites').map(({ heading, commands }) => ({
    heading,
    commands: commands
      .replaceAll('/17/', `/${POSTGRES}/`)
      .replaceAll('@17-', `@${POSTGRES}-`)
      .replaceAll('ctlcluster 17', `ctlcluster ${POSTGRES}`),
  }));
  const [authority, settings, roles, standby, names, copy, receivers, again, promote, alone] = blocks.map(
    ({ commands }) => commands,
  );
  assert.match(promote!, /promote/);
  const second = await startMachine(t, shared);
  does(second, INSTALLED);
  first.connect('10.0.0.1', second, '10.0.0.2');
  for (const machine of [first, second]) does(machine, `set -e\n${PREPARED}`);
  const passwords = /receiver (\w+), replicator (\w+)/.exec(
    does(first, `set -e\n${authority}${settings}${roles}`),
  );
  assert.ok(passwords);
  const [, receiver = '', replicator = ''] = passwords;
  // A person carries files from one machine to the other.
  const carry = (from: Machine, to: Machine, file: string): string =>
    does(from, `cp ${file} /test/carried`) + does(to, `install -D -m 0600 /test/carried ${file}`);
  for (const file of ['ca.pem', 'db2.pem', 'db2-key.pem']) carry(first, second, `/etc/postgresql/${file}`);
  does(second, 'chown postgres: /etc/postgresql/*.pem');
  does(second, `set -e\n${settings!.replace('HERE=db1', 'HERE=db2')}\nREPLICATOR=${replicator}\n${standby}`);
  does(
    first,
    `for try in $(seq 100); do
    runuser -u postgres -- psql -Atc 'select state from pg_stat_replication' | grep -q streaming && exit 0
    sleep 0.1
  done; exit 1`,
  );
  assert.match(does(first, `${names}\nsleep 1\n${names}`), /db2 +\| sync/);
  does(first, `set -e\nRECEIVER=${receiver}\n${copy}`);
  for (const file of ['ca.pem', 'two-sites']) carry(first, second, `/etc/cliquez-signalez/${file}`);
  does(second, 'chmod 0644 /etc/cliquez-signalez/ca.pem');
  for (const machine of [first, second])
    does(
      machine,
      `trap 'journalctl -u cliquez-signalez --no-pager --output=cat | tail' ERR\nset -eE\n${receivers}`,
    );
  does(first, `cd /opt/cliquez-signalez && ${again}`);
  // Both receivers take reports, and both servers have them.
  const home = 'cd /opt/cliquez-signalez';
  const send = `${home} && npx cliquez-signalez check http://127.0.0.1:8787/v1/reports --yes`;
  for (const machine of [first, second]) does(machine, send);
  const count = (): number => {
    const exporting = `npx cliquez-signalez export --env-file /etc/cliquez-signalez/environment --output "$(mktemp -u)"`;
    return Number(/^(\d+) reports written/m.exec(does(second, `${home} && ${exporting}`))?.[1]);
  };
  const before = count();
  assert.ok(before >= 30, String(before));
  await first.cut();
  // The receiver that is left says no, until a person promotes its server, and decides for one machine.
  does(
    second,
    `for try in $(seq 100); do
      curl --max-time 5 --silent --fail http://127.0.0.1:8787/ready || exit 0
      sleep 0.1
    done; exit 1`,
  );
  const ready =
    'curl --retry 20 --retry-delay 1 --retry-all-errors --fail --silent http://127.0.0.1:8787/ready';
  does(second, `set -e\n${promote}${alone}\n${ready}`);
  assert.equal(count(), before);
  does(second, send);
}

/** The commands of the page for hotlines by which a receiver is installed, and its daily work. */
const INSTALLED = `set -e
  ${MEANWHILE['Install it']}
  ${BLOCKS.filter(({ heading }) => ['What you need', 'Install it'].includes(heading))
    .map(({ commands }) => commands)
    .join('\n')}
  install -m 0644 cliquez-signalez-daily@.service cliquez-signalez-daily@.timer /etc/systemd/system/`;
