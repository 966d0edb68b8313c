// Webhooks: who is told of which report, what it says, and what happens if nobody answers.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { WAITS } from '../../../src/receiver/alerts/delivery.ts';
import { minutesFrom } from '../../../src/receiver/database/moments.ts';
import { until } from '../../setup/until.ts';
import { DATABASES } from '../databases.ts';
import { sampleReport } from '../sample-report.ts';
import { makePair, seal } from '../sealed-given.ts';
import { byHand, runIn } from '../store-given.ts';
import { MINUTE_MS, startAlerting, urgentReport } from './given.ts';
import { SECRET, type Answer } from './hook-server.ts';

const OTHER_SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('an urgent report is told at once, by its reference, priority and minute alone', async (t) => {
      const { hook, post, told, isEmpty, log } = await startAlerting(t, await create(t));
      const ordinary = sampleReport();
      const report = urgentReport();
      await post(ordinary);
      const reference = await post(report);
      await told(1);
      await isEmpty();
      // A repeat rings no second time.
      await post(report);
      await post(urgentReport());
      await told(2);
      await isEmpty();
      assert.equal(hook.calls.length, 2);
      const [call] = hook.calls;
      const { receivedAt } = call!.body.data as { receivedAt: string };
      assert.match(receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
      assert.deepEqual(call!.body, {
        type: 'report.stored',
        timestamp: receivedAt,
        data: { reference, priority: 'urgent', receivedAt },
      });
      assert.equal(hook.faults(), 0);
      assert.deepEqual(
        new Webhook(SECRET).verify(call!.text, call!.headers as Record<string, string>),
        call!.body,
      );
      assert.deepEqual(
        log.map(({ event }) => event),
        ['alert-sent', 'alert-sent'],
      );
    });

    test('all reports: an ordinary one once its minute is over, a sealed one as well, the whole text if asked for', async (t) => {
      const { hook, post, told, pass, outbox } = await startAlerting(t, await create(t), {
        webhook: { on: 'all', body: 'report', secrets: [OTHER_SECRET, SECRET] },
      });
      const report = sampleReport({ content: { description: 'a  "text" \u2028 as it came' } });
      const envelope = seal(await makePair());
      await post(report);
      await post(envelope);
      const waiting = await outbox.list(10);
      assert.equal(waiting.length, 2);
      for (const { dueAt } of waiting) assert.match(dueAt, /:00Z$/);
      const urgent = await post(urgentReport());
      await told(1);
      assert.equal(
        hook.calls[0]!.body.data['reference'],
        urgent,
        'the others wait for the end of the minute',
      );
      await pass(MINUTE_MS);
      await told(3);
      const bodies = hook.calls.map(({ text }) => text);
      assert.ok(bodies.some((text) => text.endsWith(`"report":${JSON.stringify(report)}}}`)));
      assert.ok(bodies.some((text) => text.endsWith(`"envelope":${JSON.stringify(envelope)}}}`)));
      assert.equal(hook.faults(), 0);
    });

    test('what fails is tried again under the same id: errors, redirects, silence, a closed connection', async (t) => {
      const { hook, post, pass, outbox, isEmpty } = await startAlerting(t, await create(t));
      const failures: Answer[] = [500, 302, 'closes', 404, 410, 429, 503];
      hook.answers.push(...failures);
      await post(urgentReport());
      for (const [index, failure] of failures.entries()) {
        await until(async () => (await outbox.list(1))[0]?.attempts === index + 1, `attempt ${index + 1}`);
        const [{ fault, dueAt } = { fault: '', dueAt: '' }] = await outbox.list(1);
        const expected =
          failure === 'closes' ? 'ECONNRESET' : failure === 302 ? 'redirected (302)' : `answered ${failure}`;
        assert.equal(fault, expected);
        assert.match(dueAt, /:00Z$/);
        await pass(24 * 60 * MINUTE_MS);
      }
      await isEmpty();
      assert.equal(hook.calls.length, failures.length + 1);
      assert.equal(new Set(hook.calls.map(({ id }) => id)).size, 1);
    });

    test('a program that is down is asked a few times at a look, not for each message', async (t) => {
      const { hook, post, pass, outbox, isEmpty } = await startAlerting(t, await create(t));
      hook.answers.push(...Array.from({ length: 1_000 }, () => 503));
      for (let index = 0; index < 30; index++) await post(urgentReport());
      await until(
        async () => (await outbox.list(30)).every(({ attempts }) => attempts === 1),
        'each tried once',
      );
      const before = hook.calls.length;
      await pass(MINUTE_MS);
      await until(() => hook.calls.length >= before + 8, 'a look');
      const [{ attempts: least } = { attempts: 0 }] = (await outbox.list(30)).toSorted(
        (a, b) => a.attempts - b.attempts,
      );
      assert.equal(least, 1, 'all were asked for');
      hook.answers.length = 0;
      for (let step = 0; step < 10; step++) await pass(MINUTE_MS);
      await isEmpty();
    });

    test('messages that a program refuses do not hold up a new one', async (t) => {
      const { hook, post, pass, outbox, told } = await startAlerting(t, await create(t));
      const refused = new Set<string>();
      hook.answers.push(...Array.from({ length: 16 }, () => 400));
      for (let index = 0; index < 16; index++) refused.add(await post(urgentReport()));
      await until(
        async () => (await outbox.list(16)).every(({ attempts }) => attempts === 1),
        'each tried once',
      );
      // All of them are due again when the new one comes; the program refuses them as before.
      hook.answers.push(...Array.from({ length: 7 }, () => 400));
      await pass(MINUTE_MS, urgentReport());
      await told(24);
      const at = hook.calls
        .slice(16, 24)
        .findIndex(({ body }) => !refused.has(String(body.data['reference'])));
      assert.ok(at >= 0, 'the new one was not in the first look');
    });

    test('a program that answers twice is told once', async (t) => {
      const { hook, post, isEmpty } = await startAlerting(t, await create(t));
      hook.answers.push('twice');
      await post(urgentReport());
      await isEmpty();
      assert.equal(hook.calls.length, 1);
    });

    test('after three days in vain it stops, stays, and goes on once another message arrives', async (t) => {
      const url = await create(t);
      const { hook, post, pass, outbox, isEmpty, log, now } = await startAlerting(t, url);
      const startedAt = now();
      const references: string[] = [];
      hook.answers.push(...Array.from({ length: 200 }, () => 500));
      references.push(await post(urgentReport()), await post(urgentReport()));
      const isStopped = async () => (await outbox.counts())[0]?.stopped === 2;
      while (!(await isStopped())) {
        const [next] = (await outbox.list(2)).filter((message) => !message.isStopped);
        if (next && next.dueAt > now().toISOString()) await pass(Date.parse(next.dueAt) - now().getTime());
        await new Promise(setImmediate);
      }
      const days = (now().getTime() - startedAt.getTime()) / (24 * 60 * MINUTE_MS);
      assert.ok(days >= 3 && days < 3.2, String(days));
      assert.equal(log.filter(({ event }) => event === 'alert-stopped').length, 2);
      const listed = await runIn(t, {}, 'outbox', '--database', url);
      assert.equal(listed.code, 3);
      assert.match(listed.stdout, /webhook {2}tried 19 times {2}stopped {2}answered 500/);
      assert.match(listed.stdout, /2 messages, 2 of them stopped\. To try again: --retry/);

      // Four days later the network is back.
      await pass(4 * 24 * 60 * MINUTE_MS);
      hook.answers.length = 0;
      const before = hook.calls.length;
      references.push(await post(urgentReport()));
      await isEmpty();
      const told = hook.calls.slice(before).map(({ body }) => body.data['reference']);
      assert.deepEqual(new Set(told), new Set(references));
      assert.equal(told.length, 3);
      assert.equal(new Set(hook.calls.map(({ id }) => id)).size, 3);
    });

    test('a clock that jumps forth and back holds nothing up', async (t) => {
      const { hook, post, pass, outbox, isEmpty } = await startAlerting(t, await create(t));
      hook.answers.push(500);
      await pass(365 * 24 * 60 * MINUTE_MS);
      await post(urgentReport());
      await until(async () => (await outbox.list(1))[0]?.attempts === 1, 'one attempt');
      await pass(-365 * 24 * 60 * MINUTE_MS);
      await isEmpty();
      assert.equal(hook.calls.length, 2);
    });

    test('a message goes with its report, whatever erases that', async (t) => {
      const url = await create(t);
      const { hook, post, outbox, store, now } = await startAlerting(t, url);
      hook.answers.push(...Array.from({ length: 20 }, () => 500));
      const references = [await post(urgentReport()), await post(urgentReport()), await post(urgentReport())];
      assert.equal((await outbox.list(10)).length, 3);
      const preview = await runIn(t, {}, 'erase', '--numbers', '1', '--database', url);
      assert.match(preview.stdout, /and 1 message about them in the outbox, told to nobody yet\. To erase/);
      await store.eraseByNumber([1]);
      assert.deepEqual(
        new Set((await outbox.list(10)).map(({ reference }) => reference)),
        new Set(references.slice(1)),
      );
      // Or somebody deletes the row.
      await byHand(url, `delete from report where sequence = 2`);
      assert.deepEqual(
        (await outbox.list(10)).map(({ reference }) => reference),
        references.slice(2),
      );
      await store.erase(new Date(now().getTime() + 24 * 60 * MINUTE_MS).toISOString());
      assert.deepEqual(await outbox.list(10), []);
    });

    test('verify names messages whose report was deleted past the triggers', async (t) => {
      const url = await create(t);
      const { hook, post, close } = await startAlerting(t, url);
      hook.answers.push(500);
      await post(urgentReport());
      await close();
      await byHand(url, `update outbox set reference = 'GONE-GONE'`);
      const { code, stderr } = await runIn(t, {}, 'verify', '--database', url);
      assert.equal(code, 1);
      assert.match(stderr, /^1 message of the outbox is about reports that are not there/m);
    });

    test('the command retries and drops, and asks before it drops', async (t) => {
      const url = await create(t);
      const { hook, post, isEmpty, outbox } = await startAlerting(t, url);
      const runOutbox = (...args: string[]) => runIn(t, {}, 'outbox', '--database', url, ...args);
      assert.match((await runOutbox()).stdout, /Nothing waits/);
      hook.answers.push(500, 500);
      const first = await post(urgentReport());
      const second = await post(urgentReport());
      await until(async () => (await outbox.list(2)).every(({ attempts }) => attempts === 1), 'both failed');
      assert.match(
        (await runOutbox('--retry', '--reference', first)).stdout,
        /^1 message will be tried again/,
      );
      await until(async () => (await outbox.list(2)).length === 1, 'one delivered', 30_000);
      assert.match(
        (await runOutbox('--drop')).stdout,
        /^There is 1 message in the outbox\. To remove, and tell nobody: add --confirm 1/,
      );
      assert.equal((await runOutbox('--drop', '--confirm', '0')).code, 1);
      assert.equal((await outbox.list(1))[0]?.reference, second);
      assert.match((await runOutbox('--drop', '--confirm', '1')).stdout, /^1 message removed/);
      await isEmpty();
    });
  });

test('an ended process gives back what it had not delivered', async (t) => {
  const { hook, post, close, outbox, told } = await startAlerting(t, await DATABASES[0]!.create(t));
  hook.answers.push('hangs');
  await post(urgentReport());
  await told(1);
  const startedAt = performance.now();
  await close();
  assert.ok(performance.now() - startedAt < 5_000);
  const [message] = await outbox.take('webhook', { now: new Date(), limit: 10, longestWait: 480 });
  assert.equal(message?.attempts, 0);
});

test('a message waits as long as the longest wait, and does not pass for one of a clock that was ahead', async (t) => {
  const { hook, post, told, outbox, now } = await startAlerting(t, await DATABASES[0]!.create(t));
  hook.answers.push(500);
  const refused = await post(urgentReport());
  await until(async () => (await outbox.list(1))[0]?.attempts === 1, 'one attempt');
  const [{ id } = { id: '' }] = await outbox.list(1);
  await outbox.delay(id, { attempts: 1, dueAt: minutesFrom(now(), Math.max(...WAITS)) });
  // A look ends before the next one: the third call shows that the look of the second is over.
  for (const calls of [2, 3]) {
    await post(urgentReport());
    await told(calls);
  }
  const later = hook.calls.slice(1).map(({ body }) => body.data['reference']);
  assert.ok(!later.includes(refused), 'it was taken before its time');
});

test('the README says after how many minutes it is tried again, and for how long', async () => {
  const readme = await readFile(new URL('../../../src/receiver/README.md', import.meta.url), 'utf8');
  const longest = Math.max(...WAITS);
  const first = WAITS.slice(0, WAITS.indexOf(longest));
  const said = `${first.slice(0, -1).join(', ')} and ${first.at(-1)} minutes later, then every eight hours, for three days`;
  assert.ok(readme.includes(said), `src/receiver/README.md does not say: ${said}`);
  assert.ok(WAITS.slice(first.length).every((minutes) => minutes === 8 * 60));
  assert.equal(Math.round(WAITS.reduce((sum, minutes) => sum + minutes) / (24 * 60)), 3);
});
