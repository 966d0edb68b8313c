// The outbox of a store: who may take a message and when, what becomes of it, and what an operator sees and does.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import type { AlertChannel } from '../../src/receiver/database/outbox.ts';
import { DATABASES } from './databases.ts';
import { byHand, run } from './store-given.ts';
import { row } from './store-rows.ts';

/** The last moment of a minute: what is added to it in whole minutes stays in its minute. */
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 13, minute, 59, 999));

const written = (minute: number): string => `${at(minute).toISOString().slice(0, 16)}:00Z`;

async function open(t: TestContext, url: string): Promise<DatabaseStore> {
  const store = await openStore(url);
  t.after(() => store.close());
  return store;
}

/** Stores a report with one message, which has the id of the report. */
const putWith = (
  store: DatabaseStore,
  id: string,
  dueAt = '',
  channel: AlertChannel = 'webhook',
  columns: Parameters<typeof row>[1] = {},
) => store.put(row(id, columns), undefined, [{ id, channel, dueAt }]);

const idsOf = (messages: readonly { id: string }[]): string[] => messages.map(({ id }) => id).toSorted();

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('what is due is taken with its report, for two minutes, by its channel alone', async (t) => {
      const store = await open(t, await create(t));
      const take = async (minute: number, channel: AlertChannel = 'webhook') =>
        store.outbox.take(channel, { now: at(minute), limit: 10, longestWait: 480 });
      assert.deepEqual(await take(0), []);
      await putWith(store, 'now', '', 'webhook', { sealed: true, partner: 'ville' });
      await putWith(store, 'due', written(0));
      await putWith(store, 'later', written(1));
      await putWith(store, 'mail', '', 'mail');
      const taken = await take(0);
      const reports = await store.list();
      assert.deepEqual(
        taken.toSorted((one, other) => other.id.localeCompare(one.id)),
        ['now', 'due'].map((id) => ({
          id,
          attempts: 0,
          report: reports.find((report) => report.id === id),
        })),
      );
      assert.deepEqual(idsOf(await take(0)), []);
      assert.deepEqual(idsOf(await take(1)), ['later']);
      assert.deepEqual(idsOf(await take(2)), ['due', 'now']);
      assert.deepEqual(idsOf(await take(2, 'mail')), ['mail']);
    });

    test('those that failed least come first, then those that are due longest, as many as are asked for', async (t) => {
      const { outbox, ...store } = await open(t, await create(t));
      for (const [id, minute] of Object.entries({ third: 2, failed: 0, first: 0, second: 1 }))
        await putWith({ outbox, ...store }, id, written(minute));
      await outbox.delay('failed', { attempts: 1, dueAt: written(0) });
      const taken: string[] = [];
      for (let step = 0; step < 4; step++)
        for (const { id, attempts } of await outbox.take('webhook', {
          now: at(5),
          limit: 1,
          longestWait: 480,
        }))
          taken.push(`${id} ${attempts}`);
      assert.deepEqual(taken, ['first 0', 'second 0', 'third 0', 'failed 1']);
    });

    test('of several that look at once, one takes a message', async (t) => {
      const url = await create(t);
      const stores = [await open(t, url), await open(t, url)];
      for (let index = 0; index < 3; index++) await putWith(stores[0]!, `m${index}`);
      const looks = Array.from({ length: 8 }, (_, index) =>
        stores[index % 2]!.outbox.take('webhook', { now: at(0), limit: 2, longestWait: 480 }),
      );
      assert.deepEqual(idsOf((await Promise.all(looks)).flat()), ['m0', 'm1', 'm2']);
    });

    test('what a clock that was ahead has put off is free: more than any wait, and more than a lease', async (t) => {
      const store = await open(t, await create(t));
      const take = async (minute: number) =>
        idsOf(await store.outbox.take('webhook', { now: at(minute), limit: 10, longestWait: 480 }));
      await putWith(store, 'eight-hours', written(480));
      await putWith(store, 'longer', written(481));
      await putWith(store, 'longest', written(600));
      assert.deepEqual(await take(0), ['longer', 'longest']);
      // Taken by a process whose clock is ahead of the next one's.
      assert.deepEqual(await take(2), ['longest']);
      assert.deepEqual(await take(2), []);
      assert.deepEqual(await take(1), ['longest']);
    });

    test('a digest is sent once a minute; a look that finds nothing is none', async (t) => {
      const store = await open(t, await create(t));
      const take = async (minute: number, oncePerMinute?: boolean) =>
        idsOf(
          await store.outbox.take('mail', {
            now: at(minute),
            limit: 1,
            longestWait: 480,
            ...(oncePerMinute !== undefined && { oncePerMinute }),
          }),
        );
      assert.deepEqual(await take(0, true), []);
      for (const id of ['a', 'b', 'c', 'd']) await putWith(store, id, '', 'mail');
      assert.equal((await take(0, true)).length, 1);
      assert.deepEqual(await take(0, true), []);
      assert.equal((await take(0)).length, 1);
      assert.equal((await take(0, false)).length, 1);
      assert.equal((await take(1, true)).length, 1);
    });

    test('a message is told, put off, stopped, and tried again once its channel answers', async (t) => {
      const store = await open(t, await create(t));
      const { outbox } = store;
      for (const [minute, id] of ['c', 'b', 'a', 'd'].entries())
        await putWith(store, id, '', id === 'd' ? 'mail' : 'webhook', { receivedAt: written(minute) });
      await outbox.take('webhook', { now: at(0), limit: 10, longestWait: 480 });
      await outbox.delay('a', { attempts: 3, dueAt: written(9), fault: 'answered 500' });
      await outbox.delay('b', { attempts: 19, dueAt: written(1), isStopped: true, fault: 'refused' });
      await outbox.delay('d', { attempts: 19, dueAt: written(2), isStopped: true });
      // Given back untried: the last fault stays.
      await outbox.delay('a', { attempts: 3, dueAt: written(0) });
      const counts = (await outbox.counts()).toSorted((one, other) =>
        one.channel.localeCompare(other.channel),
      );
      assert.deepEqual(counts, [
        { channel: 'mail', waiting: 0, stopped: 1, oldest: written(3) },
        { channel: 'webhook', waiting: 2, stopped: 1, oldest: written(0) },
      ]);
      const message = (id: string, attempts: number, dueAt: string, isStopped: boolean, fault?: string) => ({
        id,
        channel: id === 'd' ? 'mail' : 'webhook',
        reference: id.toUpperCase(),
        attempts,
        dueAt,
        isStopped,
        fault: fault ?? null,
      });
      const before = [
        message('c', 0, '', false),
        message('a', 3, written(0), false, 'answered 500'),
        message('b', 19, written(1), true, 'refused'),
        message('d', 19, written(2), true),
      ];
      assert.deepEqual(await outbox.list(10), before);
      assert.deepEqual(await outbox.list(2), before.slice(0, 2));
      assert.deepEqual(idsOf(await outbox.take('webhook', { now: at(1), limit: 10, longestWait: 480 })), [
        'a',
      ]);
      await outbox.finish('webhook', ['c']);
      assert.deepEqual(await outbox.list(10), [
        message('b', 0, '', false, 'refused'),
        message('a', 3, written(0), false, 'answered 500'),
        message('d', 19, written(2), true),
      ]);
      assert.deepEqual(idsOf(await outbox.take('webhook', { now: at(1), limit: 10, longestWait: 480 })), [
        'b',
      ]);
    });

    test('an operator retries and drops: all, or those of some reports, however many are named', async (t) => {
      const store = await open(t, await create(t));
      const { outbox } = store;
      const ids = Array.from({ length: 5 }, (_, index) => `r${index}`);
      for (const id of ids) {
        await putWith(store, id, written(0));
        await outbox.delay(id, { attempts: 2, dueAt: written(7), isStopped: id === 'r4' });
      }
      const fresh = async () =>
        idsOf(
          (await outbox.list(10)).filter(
            ({ attempts, dueAt, isStopped }) => attempts === 0 && dueAt === '' && !isStopped,
          ),
        );
      const strangers = Array.from({ length: 399 }, (_, index) => `X${index}`);
      assert.equal(await outbox.retry([]), 0);
      assert.deepEqual(await fresh(), []);
      assert.equal(await outbox.retry(['R0', ...strangers, 'R4']), 2);
      assert.deepEqual(await fresh(), ['r0', 'r4']);
      assert.equal(await outbox.retry(), 5);
      assert.deepEqual(await fresh(), ids);
      const named = (await outbox.messagesOf(['R1', 'X', 'R2'])).map((message) => ({ ...message }));
      assert.deepEqual(
        named.toSorted((one, other) => one.id.localeCompare(other.id)),
        ['r1', 'r2'].map((id) => ({ id, channel: 'webhook', reference: id.toUpperCase(), dueAt: '' })),
      );
      assert.deepEqual(await outbox.messagesOf([]), []);
      assert.equal(await outbox.drop([]), 0);
      assert.equal(await outbox.drop(['R1', ...strangers, 'R2']), 2);
      assert.deepEqual(idsOf(await outbox.list(10)), ['r0', 'r3', 'r4']);
      assert.equal(await outbox.drop(), 3);
      assert.deepEqual([await outbox.list(10), await outbox.counts()], [[], []]);
      assert.equal((await store.list()).length, 5);
    });

    test('messages are counted by the moment of their report, and those without a report apart', async (t) => {
      const url = await create(t);
      const store = await open(t, url);
      for (const minute of [0, 1, 2])
        await putWith(store, `m${minute}`, '', 'mail', { receivedAt: written(minute) });
      assert.deepEqual(
        await Promise.all([0, 1, 9].map((minute) => store.outbox.countBefore(written(minute)))),
        [0, 1, 3],
      );
      assert.equal(await store.outbox.countOrphans(), 0);
      await byHand(url, `update outbox set reference = 'GONE' where id in ('m0', 'm1')`);
      assert.equal(await store.outbox.countOrphans(), 2);
      assert.equal(await store.outbox.countBefore(written(9)), 1);
    });
  });

test('what was dropped is in no file any more', async (t) => {
  const url = await DATABASES[0]!.create(t);
  const store = await open(t, url);
  await putWith(store, 'a');
  const folder = dirname(url.slice('sqlite:'.length));
  const isHeld = async (): Promise<boolean> => {
    const texts = (await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1'));
    return (await Promise.all(texts)).some((text) => text.includes('canary-51d0'));
  };
  await store.outbox.delay('a', { attempts: 1, dueAt: '', fault: 'canary-51d0' });
  assert.ok(await isHeld());
  await store.outbox.drop();
  assert.ok(!(await isHeld()));
});

test('the command lists what waits in words, asks before it drops, and takes one wish at a time', async (t) => {
  const url = await DATABASES[0]!.create(t);
  const store = await open(t, url);
  const outbox = (...args: string[]) => run(t, 'outbox', '--database', url, ...args);
  const nothing = 'Nothing waits: everything was delivered.\n';
  assert.deepEqual(await outbox(), { code: 0, stdout: nothing, stderr: '' });
  assert.equal((await outbox('--drop')).stdout, 'There are 0 messages in the outbox.\n');
  for (const id of ['a', 'b', 'c']) await putWith(store, id, '', id === 'b' ? 'mail' : 'webhook');
  await store.outbox.delay('b', { attempts: 1, dueAt: written(1), fault: 'answered 500' });
  const lines = [
    'A  webhook  not tried  due now',
    'C  webhook  not tried  due now',
    `B  mail  tried once  due ${written(1)}  answered 500`,
  ];
  const told = (last: string): string => [...lines, last, ''].join('\n');
  assert.deepEqual(await outbox(), { code: 0, stdout: told('3 messages'), stderr: '' });
  await store.outbox.delay('b', { attempts: 2, dueAt: written(1), isStopped: true });
  lines[2] = 'B  mail  tried 2 times  stopped  answered 500';
  assert.deepEqual(await outbox(), {
    code: 3,
    stdout: told('3 messages, 1 of them stopped. To try again: --retry'),
    stderr: '',
  });

  const many = await DATABASES[0]!.create(t);
  await putWith(await open(t, many), 'first');
  await byHand(
    many,
    `with recursive number(i) as (select 2 union all select i + 1 from number where i < 1002)
      insert into outbox (id, channel, reference, dueAt) select i, 'mail', 'R' || i, '2026' from number`,
  );
  const long = (await run(t, 'outbox', '--database', many)).stdout.split('\n');
  assert.deepEqual([long.length, ...long.slice(-3)], [1_003, 'and 2 more', '1002 messages', '']);

  for (const [args, expected] of [
    [['--retry', '--drop'], /^Give --retry or --drop, one of the two\.\n\nUsage: /],
    [['--reference', 'A'], /^--reference goes with --retry or --drop\.$/m],
    [['--retry', '--confirm', '1'], /^--confirm goes with --drop\.$/m],
    [['--drop', '--confirm', '1x'], /^--confirm must be a number of messages, not « 1x »\.$/m],
    [['--drop', '--confirm', 'x1'], /^--confirm must be a number of messages, not « x1 »\.$/m],
  ] as const) {
    const { code, stderr } = await outbox(...args);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  }
  assert.equal(
    (await outbox('--drop')).stdout,
    'There are 3 messages in the outbox. To remove, and tell nobody: add --confirm 3\n',
  );
  assert.equal(
    (await outbox('--drop', '--reference', 'B')).stdout,
    'There is 1 message about these reports. To remove, and tell nobody: add --confirm 1\n',
  );
  const refused = 'There are 3 messages in the outbox, more than --confirm 2: none was removed.\n';
  assert.deepEqual(await outbox('--drop', '--confirm', '2'), { code: 1, stdout: '', stderr: refused });
  assert.equal((await outbox('--retry')).stdout, '3 messages will be tried again.\n');
  assert.equal(
    (await outbox('--drop', '--reference', 'A', '--reference', 'B', '--confirm', '2')).stdout,
    '2 messages removed.\n',
  );
  assert.equal((await outbox('--drop', '--confirm', '9')).stdout, '1 message removed.\n');
  assert.equal((await outbox()).stdout, nothing);
});
