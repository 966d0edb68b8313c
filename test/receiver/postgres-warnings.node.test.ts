// Warnings about a PostgreSQL that may lose or expose data: a real standby, real TLS, asynchronous commit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Client } from 'pg';
import { openStore } from '../../src/receiver/index.ts';
import { isExposed } from '../../src/receiver/store/postgres/postgres-warnings.ts';
import { startCluster, startStandby } from '../setup/postgres.ts';
import { until } from '../setup/until.ts';
import { ENDPOINT, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

async function session(t: TestContext, url: string): Promise<Client> {
  const client = new Client(url).on('error', () => {});
  await client.connect();
  t.after(() => client.end());
  return client;
}

test('a standby that no commit waits for is warned of; one that is away and waited for makes it not ready', async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.stop());
  const other = await session(t, cluster.url);
  const set = async (names: string) => {
    await other.query(`alter system set synchronous_standby_names = '${names}'`);
    await other.query('select pg_reload_conf()');
    await until(
      async () =>
        (await other.query('show synchronous_standby_names')).rows[0].synchronous_standby_names === names,
      'reloaded',
    );
  };
  const warningsFor = async (url: string) => {
    const store = await openStore(url);
    await store.close();
    return store.warnings;
  };
  assert.deepEqual(await warningsFor(cluster.url), []);
  const standby = await startStandby(cluster);
  t.after(() => standby.stop());
  await until(
    async () =>
      (await other.query(`select from pg_stat_replication where state = 'streaming'`)).rowCount === 1,
    'a standby that follows',
  );
  const { output } = await startServer(t, { DATABASE_URL: cluster.url });
  assert.match(
    output.stderr,
    /^Warning: A standby is attached, and synchronous_standby_names is empty.*standby there\.\n/,
  );

  await other.query('create role plain login');
  await other.query('create database plain owner plain');
  const plain = new URL(cluster.url);
  plain.username = 'plain';
  plain.pathname = '/plain';
  const unseen = ((await warningsFor(plain.href)) ?? []).join(' ');
  assert.match(unseen, /synchronous_standby_names is empty.*grant pg_monitor/);

  await set('*');
  assert.deepEqual(await warningsFor(cluster.url), []);

  // The standby goes away: no commit ends, and no report is acknowledged.
  const { send, post } = await startReceiver(t, { store: await openStore(cluster.url) });
  const ready = async () => (await send(new Request(new URL('/ready', ENDPOINT)))).status;
  assert.equal(await ready(), 200);
  await standby.stop();
  const posted = post(sampleReport());
  await until(async () => (await ready()) === 503, 'not ready', 3_000);
  await set('');
  assert.equal((await posted).status, 201);
  await until(async () => (await ready()) === 200, 'ready again');
});

test('reports are exposed on the way to another machine without TLS, and nowhere else', () => {
  const [here, there] = ['10.0.0.4', '10.0.0.5'];
  for (const [connection, expected] of [
    [{ remoteAddress: there, localAddress: here }, true],
    [{ remoteAddress: '2001:db8::5', localAddress: '2001:db8::4' }, true],
    [{ remoteAddress: there, localAddress: here, encrypted: true }, false],
    [{ remoteAddress: here, localAddress: here }, false],
    [{ remoteAddress: '127.0.0.1', localAddress: '127.0.0.1' }, false],
    [{ remoteAddress: '127.0.0.2', localAddress: '127.0.0.1' }, false],
    [{ remoteAddress: '::1', localAddress: '::1' }, false],
    [{}, false],
  ] as const) {
    assert.equal(isExposed(connection), expected, JSON.stringify(connection));
  }
});

test('the URL that the guide gives connects under TLS, and to the right server alone', async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.stop());
  const other = await session(t, cluster.url);
  const [own, foreign] = ['own', 'foreign'].map((name) => makeCertificate(cluster.folder, name));
  await other.query(`alter system set ssl_cert_file = '${own!.certificate}'`);
  await other.query(`alter system set ssl_key_file = '${own!.key}'`);
  await other.query('alter system set ssl = on');
  await other.query('select pg_reload_conf()');
  await until(async () => (await other.query('show ssl')).rows[0].ssl === 'on', 'reloaded');
  const guide = readFileSync(new URL('../../demo/site/pages/en/hotline.md', import.meta.url), 'utf8');
  const [options = ''] = /\?sslmode=verify-full&sslrootcert=\S+?\.pem/.exec(guide) ?? [];
  assert.ok(options);
  const urlWith = (certificate: string) => cluster.url + options.replace(/(?<=sslrootcert=).*/, certificate);
  const { post } = await startReceiver(t, { store: await openStore(urlWith(own!.certificate)) });
  assert.equal((await post(sampleReport())).status, 201);
  const { rows } = await other.query(`
    select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'cliquez-signalez'`);
  assert.ok(rows.length > 0 && rows.every(({ ssl }: { ssl: boolean }) => ssl));
  await assert.rejects(openStore(urlWith(foreign!.certificate)), {
    name: 'DatabaseSetupError',
    message: /not from an authority known here/,
  });

  const required = urlWith(own!.certificate).replace('verify-full', 'require');
  const { output } = await startServer(t, { DATABASE_URL: required });
  assert.match(
    output.stderr,
    /^Warning: sslmode=require in DATABASE_URL is taken as verify-full: [^\n]*\nReports are received at [^\n]*\n$/,
  );
  await assert.rejects(openStore(required.replace(own!.certificate, foreign!.certificate)), {
    message: /not from an authority known here/,
  });
});

/** A self-signed certificate for this machine, for the user that owns the folder. */
function makeCertificate(folder: string, name: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}-key.pem`)];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const { uid, gid } = statSync(folder);
  for (const file of [certificate, key]) chownSync(file, uid, gid);
  return { certificate, key };
}
