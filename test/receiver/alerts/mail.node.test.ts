// Alerts by mail, against a real SMTP server: who gets them, what they say, how many come.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { readMailServer } from '../../../src/receiver/alerts/mail-server.ts';
import { sendMail } from '../../../src/receiver/alerts/mail.ts';
import { until } from '../../setup/until.ts';
import { DATABASES } from '../databases.ts';
import { sampleReport } from '../sample-report.ts';
import { MINUTE_MS, startAlerting, urgentReport } from './given.ts';

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** Starts a mail server. `refusals` are answered in turn, then mail is taken. */
async function startMailServer(t: TestContext, options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal !== undefined) {
          done(Object.assign(new Error('not now'), { responseCode: refusal }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { mails, refusals, port, url: `smtp://127.0.0.1:${port}` };
}

const headersOf = ({ text }: Mail): string => text.slice(0, text.indexOf('\r\n\r\n'));

for (const { name, create } of DATABASES)
  test(`${name}: people are told of urgent reports by reference alone, once a minute, then together`, async (t) => {
    const server = await startMailServer(t);
    const { post, pass, outbox, isEmpty } = await startAlerting(t, await create(t), {
      webhook: { url: 'http://127.0.0.1:9/nobody' },
      mail: { to: ['astreinte@example.org', 'chef@example.org'], server: server.url },
    });
    const mailsWait = async () => (await outbox.list(100)).filter(({ channel }) => channel === 'mail').length;
    const report = { ...urgentReport(), content: { description: 'canary words' } };
    const first = await post(report);
    await post(sampleReport());
    await until(() => server.mails.length === 1, 'a mail');
    const [mail] = server.mails;
    assert.deepEqual(mail!.to, ['astreinte@example.org', 'chef@example.org']);
    assert.equal(mail!.from, 'astreinte@example.org');
    assert.match(mail!.text, new RegExp(`Subject: Signalement urgent ${first}`));
    assert.match(headersOf(mail!), /^Auto-Submitted: auto-generated$/m);
    assert.match(headersOf(mail!), /^Message-ID: <msg_[\w-]+\.1@example\.org>$/im);
    assert.doesNotMatch(mail!.text, /canary|forum|hate|danger|https?:/);

    // Within the same minute, they wait and come together.
    const others = await Promise.all(Array.from({ length: 5 }, () => post(urgentReport())));
    await until(async () => (await mailsWait()) === 5, 'five wait');
    assert.equal(server.mails.length, 1);
    server.refusals.push(451);
    await pass(MINUTE_MS);
    const refused = async () =>
      (await outbox.list(100)).filter(({ fault }) => fault === 'mail server answered 451').length;
    await until(async () => (await refused()) === 5, 'all refused');
    assert.equal(server.mails.length, 1);
    await pass(MINUTE_MS);
    await until(() => server.mails.length === 2, 'a digest');
    for (const reference of others) assert.ok(server.mails[1]!.text.includes(reference), reference);
    assert.ok(!server.mails[1]!.text.includes(first));
    await until(async () => (await mailsWait()) === 0, 'none waits');
    await outbox.drop();
    await isEmpty();
  });

for (const { name, create } of DATABASES)
  test(`${name}: two processes send one mail a minute between them`, async (t) => {
    const server = await startMailServer(t);
    const url = await create(t);
    const startedAt = Date.now();
    let passed = 0;
    const start = () =>
      startAlerting(
        t,
        url,
        {
          webhook: { url: 'http://127.0.0.1:9/nobody' },
          mail: { to: ['astreinte@example.org'], server: server.url },
        },
        { now: () => new Date(startedAt + passed) },
      );
    const receivers = [await start(), await start()];
    const { outbox } = receivers[0]!;
    const references: string[] = [];
    const told = () =>
      references.filter((reference) => server.mails.some(({ text }) => text.includes(reference)));
    for (let minute = 1; minute <= 3; minute++) {
      references.push(
        ...(await Promise.all(receivers.flatMap(({ post }) => [post(urgentReport()), post(urgentReport())]))),
      );
      await until(() => server.mails.length >= minute, `mail ${minute}`);
      assert.equal(server.mails.length, minute);
      passed += MINUTE_MS;
    }
    references.push(await receivers[1]!.post(urgentReport()));
    await until(() => told().length === references.length, 'all told');
    assert.ok(server.mails.length <= 4, String(server.mails.length));
    await outbox.drop();
  });

test('without TLS, a password is sent to a server of this machine alone', async (t) => {
  const logins: string[] = [];
  const server = await startMailServer(t, {
    authOptional: false,
    secure: false,
    allowInsecureAuth: true,
    onAuth({ username = '', password = '' }, _session, done) {
      logins.push(`${username}:${password}`);
      done(null, { user: username });
    },
  });
  const options = { to: ['a@example.org'], locale: 'en' as const };
  const messages = [{ id: 'msg_1', reference: '7K4M-2QXD' }];
  const { signal } = new AbortController();
  const local = readMailServer({
    ...options,
    server: `smtp://hotline:p%40ss%2Fword@127.0.0.1:${server.port}`,
  });
  assert.deepEqual(await sendMail(local, messages, signal), { isDelivered: true });
  assert.deepEqual(logins, ['hotline:p@ss/word']);
  assert.match(server.mails[0]!.text, /Subject: Urgent report 7K4M-2QXD/);
  // The same server as if it were another machine: TLS is asked for, and there is none.
  const remote = await sendMail({ ...local, isLocal: false }, messages, signal);
  assert.equal(remote.isDelivered, false);
  assert.equal(logins.length, 1);
});

test('every address refused is no delivery; one that is taken is', async (t) => {
  const server = await startMailServer(t, {
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('gone') ? new Error('no such user') : undefined);
    },
  });
  const send = (to: string[]) =>
    sendMail(
      readMailServer({ to, server: server.url }),
      [{ id: 'msg_1', reference: 'R' }],
      new AbortController().signal,
    );
  assert.deepEqual(await send(['gone@example.org']), {
    isDelivered: false,
    fault: 'mail server answered 550',
  });
  assert.deepEqual(await send(['gone@example.org', 'here@example.org']), { isDelivered: true });
});
