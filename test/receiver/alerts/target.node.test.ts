// Where messages may go: which addresses are refused at the start, and which at the connection.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AlertError, openStore } from '../../../src/receiver/index.ts';
import { callWebhook } from '../../../src/receiver/alerts/webhook.ts';
import { readTarget } from '../../../src/receiver/alerts/webhook-target.ts';
import { until } from '../../setup/until.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand, startServer } from '../server-process.ts';
import { row } from '../store-rows.ts';
import { post, urgentReport } from './given.ts';
import { SECRET, startHook } from './hook-server.ts';

const MESSAGE = { id: 'msg_1', report: { ...row('a', { priority: 'urgent' }), sequence: 1 } };

const call = (options: Partial<Parameters<typeof readTarget>[0]>) =>
  callWebhook(
    readTarget({ url: 'https://hooks.example', secrets: [SECRET], ...options }),
    MESSAGE,
    new Date(),
    new AbortController().signal,
  );

test('an address that is neither https nor this machine is refused, and none is quoted', () => {
  for (const url of [
    'http://crm.example.org/secret-path',
    'http://10.0.0.5/secret-path',
    'http://localhost.example.org/secret-path',
    'http://127.0.0.1.example.org/secret-path',
    'ftp://127.0.0.1/secret-path',
    'crm.example.org/secret-path',
    '',
  ])
    assert.throws(
      () => readTarget({ url, secrets: [SECRET] }),
      (error) =>
        error instanceof AlertError &&
        /must begin with https/.test(error.message) &&
        !/secret/.test(error.message),
      url,
    );
  assert.throws(
    () => readTarget({ url: 'https://user:pass@crm.example.org', secrets: [SECRET] }),
    /no user and no password/,
  );
  for (const url of [
    'https://crm.example.org',
    'http://localhost:9000/x',
    'http://127.0.0.1',
    'http://[::1]:1',
  ])
    assert.ok(readTarget({ url, secrets: [SECRET] }), url);
});

test('private networks are refused unless they are named', () => {
  const hosts = [
    '10.0.0.5',
    '192.168.1.1',
    '169.254.169.254',
    '172.16.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '[fd00::1]',
  ];
  for (const host of [
    ...hosts,
    '[::ffff:10.0.0.5]',
    '[fe80::1]',
    '[64:ff9b::a00:5]',
    '2130706434',
    '0x0a000005',
  ]) {
    const url = `https://${host}/`;
    // The URL standard turns 2130706434 into 127.0.0.2, which is this machine.
    if (host === '2130706434') assert.ok(readTarget({ url, secrets: [SECRET] }));
    else assert.throws(() => readTarget({ url, secrets: [SECRET] }), /WEBHOOK_NETWORKS/, host);
  }
  assert.ok(readTarget({ url: 'https://10.0.0.5', secrets: [SECRET], networks: ['10.0.0.0/8'] }));
  assert.throws(
    () => readTarget({ url: 'https://10.1.0.5', secrets: [SECRET], networks: ['10.0.0.0/16'] }),
    /WEBHOOK_NETWORKS/,
  );
  assert.throws(
    () => readTarget({ url: 'https://a.example', secrets: [SECRET], networks: ['10.0.0.0/64'] }),
    /neither an address nor a network/,
  );
});

test('a name is looked up for each connection, and what it leads to is held to the same rule', async (t) => {
  const hook = await startHook(t);
  const target = readTarget({ url: `http://localhost:${hook.port}/`, secrets: [SECRET] });
  const signal = new AbortController().signal;
  assert.deepEqual(await callWebhook(target, MESSAGE, new Date(), signal), { isDelivered: true });
  // As if the name had been pointed elsewhere since the start.
  assert.deepEqual(await callWebhook({ ...target, isAllowed: () => false }, MESSAGE, new Date(), signal), {
    isDelivered: false,
    fault: 'a private network, which WEBHOOK_NETWORKS does not name',
  });
  assert.equal(hook.calls.length, 1);
});

test('a secret that is none is refused', () => {
  for (const secret of [
    '',
    'whsec_',
    'whsec_short',
    SECRET.slice(6),
    `${SECRET}!`,
    `whsec_${'A'.repeat(100)}`,
  ])
    assert.throws(
      () => readTarget({ url: 'https://a.example', secrets: [secret] }),
      /^AlertError: WEBHOOK_SECRET/,
    );
  assert.throws(() => readTarget({ url: 'https://a.example', secrets: [] }), /WEBHOOK_SECRET/);
});

test('a name that is not known, a port where nobody listens, and a certificate that is not trusted are said', async (t) => {
  const certificate = makeCertificate(await temporaryFolder(t), '127.0.0.1');
  const hook = await startHook(t, { tls: certificate });
  const faultOf = async (url: string) => {
    const result = await call({ url });
    return result.isDelivered ? 'delivered' : result.fault;
  };
  assert.equal(await faultOf(hook.url), 'DEPTH_ZERO_SELF_SIGNED_CERT');
  hook.stop();
  assert.equal(await faultOf(hook.url), 'ECONNREFUSED');
  assert.match(await faultOf('https://nobody.invalid'), /^(ENOTFOUND|EAI_AGAIN)$/);
});

test('over TLS, into a private network that is named, with an authority of its own: the process as operators run it', async (t) => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
  assert.ok(address, 'a machine in a network');
  const folder = await temporaryFolder(t);
  const { cert, key, file } = makeCertificate(folder, address);
  const hook = await startHook(t, { tls: { cert, key }, host: address });
  const databaseUrl = `sqlite:${join(folder, 'reports.sqlite')}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    WEBHOOK_URL: hook.url,
    WEBHOOK_SECRET: SECRET,
    NODE_EXTRA_CA_CERTS: file,
  };
  const refused = startCommand(t, ['serve'], { PORT: '0', ...settings });
  assert.equal(await refused.ended, 1);
  assert.match(refused.output.stderr, /^WEBHOOK_URL leads to a private network/);
  const { endpoint, child, ended, output } = await startServer(t, {
    ...settings,
    WEBHOOK_NETWORKS: `${address}/32`,
  });
  const reference = await post(endpoint, urgentReport());
  await until(() => hook.calls.length === 1, 'a call');
  assert.equal(hook.calls[0]?.body.data['reference'], reference);
  const store = await openStore(databaseUrl);
  t.after(() => store.close());
  await until(async () => (await store.outbox.list(1)).length === 0, 'an empty outbox');
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  // Counted by the minute, as all that could tell the moment of a report.
  assert.match(
    output.stdout,
    /"event":"alert-sent","channel":"webhook","count":1,"minute":"\d{4}-\d\d-\d\dT\d\d:\d\d:00Z"/,
  );
});

test('settings that need each other are asked for, and a warning says that sealed reports ring nobody', async (t) => {
  const failing: [Record<string, string>, RegExp][] = [
    [{ WEBHOOK_SECRET: SECRET }, /WEBHOOK_URL says to whom: set both/],
    [{ WEBHOOK_URL: 'https://a.example' }, /^WEBHOOK_SECRET must be whsec_/],
    [
      { WEBHOOK_URL: 'https://a.example', WEBHOOK_SECRET: SECRET, WEBHOOK_ON: 'some' },
      /WEBHOOK_ON must be urgent or all/,
    ],
    [{ ALERT_MAIL: 'a@example.org' }, /SMTP_URL by which mail server: set both/],
    [{ SMTP_URL: 'smtp://127.0.0.1' }, /ALERT_MAIL says who is told: set both/],
    [{ ALERT_MAIL: 'nobody', SMTP_URL: 'smtp://127.0.0.1' }, /^ALERT_MAIL: « nobody » is no address/],
    [{ ALERT_MAIL: 'a@example.org', SMTP_URL: 'mail.example' }, /^SMTP_URL must be the mail server/],
  ];
  for (const [settings, expected] of failing) {
    const { ended, output } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      ...settings,
    });
    assert.notEqual(await ended, 0);
    assert.match(output.stderr, expected);
  }
  const { output } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    SEALED_ONLY: '1',
    WEBHOOK_URL: 'https://a.example',
    WEBHOOK_SECRET: SECRET,
  });
  assert.match(output.stderr, /nobody is told of any\. To be told of each: WEBHOOK_ON=all/);
});

function makeCertificate(folder: string, address: string): { cert: string; key: string; file: string } {
  const [file, keyFile] = [join(folder, 'hook.pem'), join(folder, 'hook-key.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=hook', '-addext', `subjectAltName=IP:${address}`];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', keyFile, '-out', file], {
    stdio: 'ignore',
  });
  return { cert: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8'), file };
}
