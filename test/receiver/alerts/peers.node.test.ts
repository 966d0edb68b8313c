// However a peer ends a connection, or does not end it: the next alert is told, and the log and the counts say so.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openStore, serveReceiver, type AlertEvent } from '../../../src/receiver/index.ts';
import { startDelivery } from '../../../src/receiver/alerts/delivery.ts';
import type { Alerts } from '../../../src/receiver/alerts/alerts.ts';
import { readMailServer } from '../../../src/receiver/alerts/mail-server.ts';
import { readTarget } from '../../../src/receiver/alerts/webhook-target.ts';
import { callWebhook } from '../../../src/receiver/alerts/webhook.ts';
import { createMetrics } from '../../../src/receiver/operations/metrics.ts';
import { minutesFrom } from '../../../src/receiver/database/moments.ts';
import type { AlertChannel } from '../../../src/receiver/database/outbox.ts';
import { until } from '../../setup/until.ts';
import { row } from '../store-rows.ts';
import { MINUTE_MS, post, urgentReport } from './given.ts';
import { SECRET } from './hook-server.ts';
import {
  answering,
  finish,
  flood,
  MAIL_STEPS,
  mailPeer,
  reset,
  silent,
  startPeer,
  type MailStep,
  type Peer,
} from './peers.ts';

/** For peers that never end; all others have the time of operators, so that a busy machine makes none of them slow. */
const SHORT_MS = 100;

const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\n';

const SLOW = 'no answer in time';
const CUT = 'ECONNRESET';
const TOLD = null;

/** What a peer does with a request, and the fault that is noted; none if the message counts as told. */
const WEB_PEERS: Readonly<Record<string, readonly [Peer, string | null]>> = {
  'another protocol, and silence': [answering(SWITCH), 'answered 101'],
  'another protocol, and its bytes': [answering(`${SWITCH}\0\0\x12\x04`), 'answered 101'],
  'another protocol, and an end': [answering(SWITCH, finish), 'answered 101'],
  'another protocol, and a reset': [answering(SWITCH, reset), 'answered 101'],
  'another protocol that is not named': [
    answering('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    'answered 101',
  ],
  'that it goes on, and nothing': [
    answering('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n'),
    SLOW,
  ],
  'that it goes on, for ever': [answering('', flood('HTTP/1.1 102 Processing\r\n\r\n')), SLOW],
  'that it goes on, and an end': [answering('HTTP/1.1 100 Continue\r\n\r\n', finish), CUT],
  'a reset at once': [reset, CUT],
  'a reset before its head': [answering('', reset), CUT],
  'a reset within its head': [answering(`${OK}Content-`, reset), CUT],
  'an end at once': [finish, CUT],
  'an end before its head': [answering('', finish), CUT],
  'an end within its head': [answering(`${OK}Content-`, finish), CUT],
  'a head that never ends': [answering(OK, flood('X: y\r\n')), SLOW],
  'a head that is too long': [answering(`${OK}X: ${'y'.repeat(70_000)}`), 'HPE_HEADER_OVERFLOW'],
  'nothing, and never reads': [silent, SLOW],
  'nothing, and reads': [answering(''), SLOW],
  'no HTTP': [answering('SSH-2.0-OpenSSH_9.2\r\n'), 'HPE_INVALID_CONSTANT'],
  'a body that never ends': [answering(`${OK}\r\nx`), TOLD],
  'a body that trickles': [answering(`${OK}\r\n`, flood('x')), TOLD],
  'less than its length says': [answering(`${OK}Content-Length: 9\r\n\r\nx`, finish), TOLD],
  'a reset within its body': [answering(`${OK}Content-Length: 9\r\n\r\nx`, reset), TOLD],
  'parts without an end': [answering(`${OK}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`), TOLD],
  'an answer, and reads nothing': [(socket) => void socket.write(`${OK}Content-Length: 0\r\n\r\n`), TOLD],
  'two answers': [answering(`${OK}Content-Length: 0\r\n\r\n`.repeat(2)), TOLD],
};

/** A delivery with a clock and time limits of the test. */
async function startTelling(t: TestContext, alerts: Alerts, channel: AlertChannel, lookMs?: number) {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const log: AlertEvent[] = [];
  const startedAt = Date.now();
  let passed = 0;
  const now = () => new Date(startedAt + passed);
  const metrics = createMetrics(now);
  t.after(() => metrics.stop());
  const delivery = startDelivery({
    store,
    alerts,
    now,
    emit(event) {
      log.push(event);
      metrics.count(event);
    },
    ...(lookMs !== undefined && { lookMs }),
  });
  t.after(() => delivery.close());
  let count = 0;
  return {
    store,
    log,
    delivery,
    /** Stores an urgent report with its message, in a minute of its own. */
    async put() {
      const id = `m${(count += 1)}`;
      const receivedAt = minutesFrom(now(), 1);
      await store.put(row(id, { priority: 'urgent', receivedAt }), undefined, [{ id, channel, dueAt: '' }]);
      // Only now: the messages of a minute are counted once.
      passed += MINUTE_MS;
      delivery.wake();
    },
    pass(minutes: number) {
      passed += minutes * MINUTE_MS;
      delivery.wake();
    },
    value(name: string): number {
      const text = metrics.render({ connections: 0, requests: 0, waiting: delivery.waiting() });
      const line = text.split('\n').find((each) => each.startsWith(`cliquez_signalez_${name} `));
      return Number(line?.split(' ')[1] ?? 0);
    },
  };
}

type Telling = Awaited<ReturnType<typeof startTelling>>;

/** A message fails at a peer, is logged and counted, and is told once the peer answers. */
async function failsThenTold(
  given: Telling,
  channel: AlertChannel,
  name: string,
  fault: string | undefined,
  limit: { patienceMs: number },
) {
  const { store, log, put, pass, value } = given;
  const { patienceMs } = limit;
  if (fault === SLOW) limit.patienceMs = SHORT_MS;
  log.length = 0;
  await put();
  await until(() => log.length === 1, `${name}: a line of the log`);
  limit.patienceMs = patienceMs;
  const [message] = await store.outbox.list(1);
  assert.deepEqual(
    log.map(({ event, cause }) => [event, cause]),
    [['alert-delayed', message?.fault]],
    name,
  );
  if (fault !== undefined) assert.equal(message?.fault, fault, name);
  await until(() => value(`alerts_waiting{channel="${channel}"}`) === 1, `${name}: a message that waits`);
  pass(1);
  assert.equal(value(`alerts_oldest_seconds{channel="${channel}"}`), 60, name);
  await until(() => log.at(-1)?.event === 'alert-sent', `${name}: told`);
  assert.deepEqual(await store.outbox.list(1), [], name);
}

test('a webhook: however a peer ends a connection or does not, the message is told once it answers', async (t) => {
  const told: string[] = [];
  const peer = await startPeer(t, (socket) => {
    socket.once('data', (part: Buffer) => {
      told.push(/^webhook-id: (.*)$/im.exec(part.toString())?.[1] ?? '');
      socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    });
  });
  const target = readTarget({ url: `http://127.0.0.1:${peer.port}/`, secrets: [SECRET] });
  assert.equal(target.patienceMs, 15_000);
  const webhook = { ...target };
  const given = await startTelling(t, { webhook, mail: undefined }, 'webhook');
  for (const [name, [does, fault]] of Object.entries(WEB_PEERS)) {
    peer.next.push(does);
    const before = told.length;
    if (fault !== null) await failsThenTold(given, 'webhook', name, fault, webhook);
    else {
      given.log.length = 0;
      await given.put();
      await until(() => given.log.at(-1)?.event === 'alert-sent', `${name}: told`);
    }
    assert.equal(told.length, before + (fault === null ? 0 : 1), name);
    await until(peer.isLeft, `${name}: connections left`);
  }
  given.pass(2);
  const delayed = Object.values(WEB_PEERS).filter(([, fault]) => fault !== null).length;
  assert.equal(given.value('alerts_total{event="alert-delayed",channel="webhook"}'), delayed);
});

test('TLS that never answers, or ends at once, is given up', async (t) => {
  const peer = await startPeer(t, silent);
  peer.next.push(silent, answering('', finish));
  const target = {
    ...readTarget({ url: `https://127.0.0.1:${peer.port}/`, secrets: [SECRET] }),
    patienceMs: 100,
  };
  const report = { ...row('a', { priority: 'urgent' }), sequence: 1 };
  const call = () => callWebhook(target, { id: 'msg_1', report }, new Date(), new AbortController().signal);
  for (const fault of [SLOW, CUT]) assert.deepEqual(await call(), { isDelivered: false, fault });
  await until(peer.isLeft, 'connections left');
});

/** What a mail server does at a step, and whether it goes on without an end. */
const MAIL_WAYS: Readonly<Record<string, readonly [Peer, boolean]>> = {
  'says nothing': [silent, true],
  ends: [finish, false],
  resets: [reset, false],
  'goes on for ever': [flood('250-more\r\n'), true],
  'says a line that never ends': [flood('250 more'), true],
  'says that it closes': [(socket) => void socket.end('421 closing\r\n'), false],
};

test('mail: however a server ends a conversation or does not, at each step, the mail comes once it answers', async (t) => {
  const mails: string[] = [];
  const peer = await startPeer(t, (socket) => mailPeer(mails)(socket));
  const server = readMailServer({ to: ['a@example.org'], server: `smtp://127.0.0.1:${peer.port}` });
  assert.equal(server.patienceMs, 45_000);
  const mail = { ...server };
  const given = await startTelling(t, { webhook: undefined, mail }, 'mail');
  const fails = async (step: MailStep, way: string, how: Peer, isEndless: boolean): Promise<void> => {
    const name = `${way} at ${step}`;
    peer.next.push(mailPeer(mails, step, how));
    const before = mails.length;
    if (step === 'QUIT') {
      given.log.length = 0;
      await given.put();
      await until(() => given.log.at(-1)?.event === 'alert-sent', `${name}: told`);
    } else await failsThenTold(given, 'mail', name, isEndless ? SLOW : undefined, mail);
    assert.equal(mails.length, before + 1, name);
  };
  for (const step of MAIL_STEPS)
    for (const [way, [how, isEndless]] of Object.entries(MAIL_WAYS)) await fails(step, way, how, isEndless);
  await until(peer.isLeft, 'connections left');
});

test('a look at the outbox that never ends is given up, said, and followed by the next one', async (t) => {
  const peer = await startPeer(t, answering('HTTP/1.1 204 No Content\r\n\r\n', finish));
  const webhook = readTarget({ url: `http://127.0.0.1:${peer.port}/`, secrets: [SECRET] });
  const given = await startTelling(t, { webhook, mail: undefined }, 'webhook', SHORT_MS);
  const { find } = given.store;
  // A database that never answers; the next time, the real one.
  given.store.find = () => {
    given.store.find = find;
    return new Promise(() => {});
  };
  await given.put();
  await until(() => given.log.length === 1, 'a line of the log');
  assert.deepEqual(given.log[0], { event: 'alerts-unread', channel: 'webhook', cause: 'TimeoutError 23' });
  await until(() => given.value('alerts_waiting{channel="webhook"}') === 1, 'a message that waits');
  // What was taken is free again after two minutes.
  given.pass(2);
  await until(() => given.log.at(-1)?.event === 'alert-sent', 'told');
});

test('the receiver itself: one answer of another protocol holds up neither the next report nor its end', async (t) => {
  const peer = await startPeer(t, answering('HTTP/1.1 204 No Content\r\n\r\n', finish));
  peer.next.push(answering(SWITCH));
  const log: AlertEvent[] = [];
  const { endpoint, close } = await serveReceiver({
    port: 0,
    databaseUrl: 'sqlite::memory:',
    alerts: { webhook: { url: `http://127.0.0.1:${peer.port}/`, secrets: [SECRET] } },
    log: (event) => {
      if ('channel' in event) log.push(event);
    },
  });
  t.after(close);
  await post(endpoint, urgentReport());
  await until(() => log.some(({ cause }) => cause === 'answered 101'), 'a line of the log');
  await post(endpoint, urgentReport());
  await until(() => log.at(-1)?.event === 'alert-sent', 'the next one told');
  await close();
});
