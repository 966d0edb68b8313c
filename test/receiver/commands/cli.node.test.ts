// The command: what it prints, and how it ends. Killed processes are in processes.node.test.ts.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calculateJwkThumbprint } from 'jose';
import { VERSION } from '../../../src/core/version.ts';
import { openStore } from '../../../src/receiver/index.ts';
import { temporaryFolder } from '../harness.ts';
import { makePair, seal } from '../sealed-given.ts';
import { sampleReport } from '../sample-report.ts';
import { startCommand, startServer } from '../server-process.ts';

const post = (endpoint: string, report: { submissionId: string }) =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets the request under way finish, then ends with 0`, async (t) => {
    const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    const { child, ended, endpoint, output } = await startServer(t, { DATABASE_URL: url });
    const report = sampleReport();
    const request = httpRequest(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': report.submissionId,
        Expect: '100-continue',
      },
    });
    request.flushHeaders();
    await once(request, 'continue');
    child.kill(signal);
    request.end(JSON.stringify(report));
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    assert.equal(response.statusCode, 201);
    assert.equal(await ended, 0);
    assert.match(
      output.stdout,
      /^\{"event":"stored","status":201,"trust":"normal","count":1,"minute":"[\d-]+T\d\d:\d\d:00Z"\}\n$/,
    );
    const store = await openStore(url);
    t.after(() => store.close());
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      [report.submissionId],
    );
  });
}

test('two servers may start at once on a file that is not there yet', async (t) => {
  const DATABASE_URL = `sqlite:${join(await temporaryFolder(t), 'new', 'reports.sqlite')}`;
  const servers = await Promise.all(Array.from({ length: 4 }, () => startServer(t, { DATABASE_URL })));
  for (const { endpoint } of servers) assert.equal((await post(endpoint, sampleReport())).status, 201);
});

test('a port that is taken is explained in one sentence', async (t) => {
  const { endpoint } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  const { ended, output } = startCommand(t, ['serve'], {
    PORT: new URL(endpoint).port,
    DATABASE_URL: 'sqlite::memory:',
  });
  assert.equal(await ended, 1);
  assert.match(output.stderr, /^The port is taken.*PORT=8788 cliquez-signalez serve\n$/);
});

for (const [args, wrong, usage] of [
  [[], '', '<command>'],
  [['sevre'], 'There is no command « sevre ». Did you mean serve?\n\n', '<command>'],
  [['frobnicate'], 'There is no command « frobnicate ».\n\n', '<command>'],
  [['--verison'], 'There is no option --verison. Did you mean --version?\n\n', '<command>'],
  [['serve', 'now'], '« now » is one argument too many.\n\n', 'serve'],
  [['serve', '--port', '1'], 'There is no option --port.\n\n', 'serve'],
  [['copy', '--form=a', '--to', 'b'], 'There is no option --form. Did you mean --from?\n\n', 'copy'],
  [['copy', '--from', 'a'], '--to is missing.\n\n', 'copy'],
  [['copy', '--from'], '--from needs a value.\n\n', 'copy'],
  [['copy', '--from', '--to', 'b'], '--from needs a value.\n\n', 'copy'],
  [['copy', '--verify=1'], '--verify takes no value.\n\n', 'copy'],
  [
    ['keys', '--of', 'a', '--output', 'b'],
    '--of makes no file, so --output does not go with it.\n\n',
    'keys',
  ],
] as const) {
  test(`« cliquez-signalez ${args.join(' ')} » says what is wrong, shows the usage and ends with 2`, async (t) => {
    const { ended, output } = startCommand(t, [...args]);
    assert.equal(await ended, 2);
    assert.ok(output.stderr.startsWith(`${wrong}Usage: cliquez-signalez ${usage}`), output.stderr);
    assert.equal(output.stdout, '');
  });
}

test('--version gives the version alone, and ends with 0', async (t) => {
  for (const option of ['--version', '-v']) {
    const { ended, output } = startCommand(t, [option]);
    assert.equal(await ended, 0);
    assert.deepEqual(output, { stdout: `${VERSION}\n`, stderr: '' });
  }
});

test('--help shows the usage and ends with 0, for every command', async (t) => {
  const all = startCommand(t, ['--help']);
  assert.equal(await all.ended, 0);
  assert.match(all.output.stdout, /^Usage: cliquez-signalez <command>[^]*\n {2}serve [^]*\n {2}copy /);
  assert.match(all.output.stdout, /\n {2}--version /);
  for (const [, name = ''] of all.output.stdout.matchAll(/^ {2}([a-z][a-z-]+) /gm)) {
    for (const option of ['--help', '-h']) {
      const one = startCommand(t, [name, option]);
      assert.equal(await one.ended, 0);
      assert.ok(one.output.stdout.startsWith(`Usage: cliquez-signalez ${name}`), one.output.stdout);
    }
  }
  const serve = startCommand(t, ['serve', '--help']);
  assert.equal(await serve.ended, 0);
  assert.match(
    serve.output.stdout,
    /^Usage: cliquez-signalez serve[^]*PORT[^]*HOST[^]*DATABASE_URL[^]*ORIGINS[^]*PARTNERS[^]*secretSha256/,
  );
});

for (const [name, value, expected] of [
  ['PORT', 'http', /^PORT must be a number from 0 to 65535/],
  ['PORT', '70000', /^PORT must be a number from 0 to 65535/],
  ['ORIGINS', 'https://press.example/', /^ORIGINS: .*such as https:\/\/press\.example\n$/],
  ['DATABASE_URL', 'mysql://a:s3cret@b/c', /^DATABASE_URL: (?!.*s3cret).*sqlite:path/],
  ['DATABASE_URL', 'postgres://a:s3cret@b', /^DATABASE_URL: (?!.*s3cret).*host:port\/database/],
  ['DATABASE_URL', 'postgres://a:s3cret@127.0.0.1:1/c', /^DATABASE_URL: (?!.*s3cret).*does not answer/],
  [
    'DATABASE_URL',
    'postgres://a:s3cret@h1,h2/c',
    /^DATABASE_URL: (?!.*s3cret).*needs \?target_session_attrs=read-write/,
  ],
  [
    'DATABASE_URL',
    'postgres://a:s3cret@127.0.0.1:1,127.0.0.1:2/c?target_session_attrs=read-write',
    /^DATABASE_URL: (?!.*s3cret).*does not answer/,
  ],
  ['SYNCHRONOUS_STANDBY', '1', /SYNCHRONOUS_STANDBY asks for a second server.*SQLite is one file/],
  ['SYNCHRONOUS_STANDBY', 'b', /^SYNCHRONOUS_STANDBY must be 1 or 0, not « b »\.\n$/],
  [
    'SEAL_KEYS',
    'private-key.json',
    /^SEAL_KEYS: « private-key\.… » is no thumbprint.*keys --of private-key\.json\n$/,
  ],
  ['SEAL_KEYS', ' , ', /^SEAL_KEYS: No key is named/],
  ['SEALED_ONLY', 'yes', /^SEALED_ONLY must be 1 or 0, not « yes »\.\n$/],
  ['HOST', '203.0.113.1', /^HOST is not an address of this machine/],
] as const) {
  test(`${name}=${value} is explained without a stack`, async (t) => {
    const { ended, output } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      [name]: value,
    });
    assert.notEqual(await ended, 0);
    assert.match(output.stderr, expected);
    assert.doesNotMatch(output.stderr, /\n\s+at /);
  });
}

test('SEAL_KEYS and SEALED_ONLY keep out what nobody can open, and what anybody can read', async (t) => {
  const [known, other] = await Promise.all([makePair(), makePair()]);
  const kidOf = ({ jwk }: typeof known): Promise<string> => calculateJwkThumbprint(jwk);
  const sealedFor = async (pair: typeof known) =>
    seal(pair, sampleReport(), { header: { kid: await kidOf(pair) } });
  const environment = { DATABASE_URL: 'sqlite::memory:', SEALED_ONLY: '1' };
  const { endpoint, output } = await startServer(t, {
    ...environment,
    SEAL_KEYS: `${await kidOf(known)},\n ${await kidOf(await makePair())} `,
  });
  assert.doesNotMatch(output.stderr, /SEAL/);
  assert.equal((await post(endpoint, await sealedFor(known))).status, 201);
  for (const refused of [await sealedFor(other), sampleReport()])
    assert.equal((await post(endpoint, refused)).status, 422);

  const careless = await startServer(t, environment);
  assert.equal((await post(careless.endpoint, await sealedFor(other))).status, 201);
  assert.match(careless.output.stderr, /SEALED_ONLY without SEAL_KEYS: .*nobody can open/);
});

test('sites are kept out by ORIGINS', async (t) => {
  const { endpoint } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    ORIGINS: 'https://a.example, https://b.example',
  });
  const statusFrom = async (Origin: string) =>
    (await fetch(endpoint, { method: 'OPTIONS', headers: { Origin } })).status;
  assert.deepEqual(
    await Promise.all(['https://a.example', 'https://b.example', 'https://c.example'].map(statusFrom)),
    [204, 204, 403],
  );
});

/** The command in an installation that has only some of its packages. */
async function installWith(t: TestContext, packages: readonly string[]): Promise<string> {
  const folder = await temporaryFolder(t);
  await cp(fileURLToPath(new URL('../../../src', import.meta.url)), join(folder, 'src'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  for (const name of packages) {
    await symlink(
      fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url)),
      join(folder, 'node_modules', name),
    );
  }
  return join(folder, 'src/receiver/cli.ts');
}

test('where a package is missing, it says which, and what to install', async (t) => {
  const { ended, output } = startCommand(t, ['serve'], { PORT: '0' }, await installWith(t, []));
  assert.equal(await ended, 1);
  assert.match(
    output.stderr,
    /^A package is missing here \(Cannot find package '[@\w/-]+'\)\. Install again: npm install cliquez-signalez-receiver\n$/,
  );
});

test('without pg, no password of a database is said', async (t) => {
  const args = ['copy', '--from', 'sqlite::memory:', '--to', 'postgres://a:s3cret@127.0.0.1:1/b'];
  const { ended, output } = startCommand(t, args, {}, await installWith(t, ['kysely', 'zod']));
  assert.equal(await ended, 1);
  assert.match(output.stderr, /^A package is missing here \(Cannot find package 'pg'\)\./);
  assert.doesNotMatch(output.stderr, /s3cret/);
});
