// A log that an older version began, whose entries do not cover their days: one entry takes it over. Processes of both
// versions go on side by side.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { temporaryFolder } from './harness.ts';
import { asBeforeDays, eraseAsBefore, headAsBefore, putAsBefore } from './older-log.ts';
import { byHand, erase, fill, headOf, run, soundRow, soundRows, tend, withStore } from './store-given.ts';

const OLD = { receivedAt: '2026-01-01T10:00:00Z' };
const NEW = { receivedAt: '2026-11-24T13:50:00Z' };
const KNOWN = ['--erased', '2026-02-01'];

for (const { name, create } of DATABASES)
  describe(name, () => {
    /** A database in which an older version has stored and erased, and its head. */
    const makeOlder = async (t: Parameters<typeof create>[0]) => {
      const url = await create(t);
      await withStore(url, async () => {});
      await asBeforeDays(url);
      for (const row of [...soundRows(1, 3, OLD), ...soundRows(4, 6, NEW)]) await putAsBefore(url, row);
      await eraseAsBefore(url, '2026-02-01T00:00:00Z');
      return { url, head: await headAsBefore(url) };
    };

    test('the log goes on, and continues the heads of the older version', async (t) => {
      const { url, head } = await makeOlder(t);
      await tend(url);
      const taken = await headOf(t, url);
      await fill(url, soundRows(7, 8, NEW));
      const heads = [head, taken, await headOf(t, url)].flatMap((each) => ['--head', each]);
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url, ...heads, ...KNOWN);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^5 reports sound, 3 erased by retention; 3 earlier heads compared\.\n/);
      assert.match((await run(t, 'verify', '--database', url)).stderr, /^3 reports were erased too early: /);
    });

    test('before the log is taken over, nothing is verified, and the head is the old one', async (t) => {
      const { url, head } = await makeOlder(t);
      const verify = () => run(t, 'verify', '--database', url, ...KNOWN);
      assert.match((await verify()).stderr, /^The tables are those of an older version/);
      await withStore(url, async () => {});
      assert.equal(await headOf(t, url), head);
      const { code, stderr } = await verify();
      assert.equal(code, 1);
      assert.match(stderr, /^The log is that of an older version\. /);
      await tend(url);
      assert.equal((await verify()).code, 0);
    });

    // Their days are in no hash of their own.
    for (const [what, change] of [
      ['day', `update "logEntry" set day = '2026-01-02', erased = 1 where sequence = 4`],
      ['number', 'update "logEntry" set sequence = 40 where sequence = 1'],
    ] as const)
      test(`another ${what} of an entry from before is found`, async (t) => {
        const { url, head: older } = await makeOlder(t);
        await tend(url);
        const head = await headOf(t, url);
        await byHand(url, 'delete from report where sequence = 4');
        await byHand(url, change);
        const { code, stderr } = await run(t, 'verify', '--database', url, '--head', head, ...KNOWN);
        assert.equal(code, 1);
        assert.match(stderr, /^Numbers or days were changed in entries of an older version, /m);
        // A note that the older version's last head made is from before the entry that commits to them.
        const note = join(await temporaryFolder(t), 'note');
        await writeFile(note, `${older}\n`);
        const noted = await run(t, 'verify', '--database', url, '--note', note, ...KNOWN);
        assert.match(noted.stdout, /^Begun after entry 6, /);
        assert.match(noted.stderr, /^Numbers or days were changed in entries of an older version, /m);
      });

    test('what the entry commits to is the same in every version, also after an erasure by this one', async (t) => {
      const { url } = await makeOlder(t);
      // Before the log is taken over, as at the start of a receiver.
      await erase(url, '2026-10-01T00:00:00Z');
      await withStore(url, (store) => store.eraseByNumber([4]));
      const store = await openStore(url);
      const other = await openStore(url);
      // Of two receivers that start at once, one takes the log over.
      await Promise.all([store, other].map(({ log }) => log.tend(new AbortController().signal)));
      await Promise.all([store.close(), other.close()]);
      const notes = await byHand(url, `select note from "logEntry" where note like '%"days"%'`);
      const days = ['01-01', '01-01', '01-01', '11-24', '11-24', '11-24'];
      const text = days.map((day, index) => `${index + 1} 2026-${day}\n`).join('');
      assert.deepEqual(
        notes.map(({ note }) => JSON.parse(String(note)) as unknown),
        [{ kind: 'days', size: 7, digest: createHash('sha256').update(text).digest('hex') }],
      );
      const { code, stderr } = await run(t, 'verify', '--database', url, '--erased', '4', ...KNOWN);
      assert.deepEqual([code, stderr], [0, '']);
    });

    test('a start that is stopped takes nothing over, and the next one does', async (t) => {
      const { url, head } = await makeOlder(t);
      await withStore(url, ({ log }) => log.tend(AbortSignal.abort()));
      assert.equal(await headOf(t, url), head);
      await tend(url);
      assert.equal((await run(t, 'verify', '--database', url, '--head', head, ...KNOWN)).code, 0);
    });

    test('a whole part that the older version summed up still counts', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 1));
      await byHand(
        url,
        `insert into report (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
         select 'n' || i, digest, 'N' || i, "receivedAt", 0, trust, priority, answer, body
         from report, (with recursive number(i) as (select 2 union all select i + 1 from number where i < 5000)
           select i from number) as numbers`,
      );
      await tend(url);
      await asBeforeDays(url);
      const head = await headAsBefore(url);
      await withStore(url, async ({ log }) => {
        const taking = log.tend(new AbortController().signal);
        // Meanwhile a process of the older version stores another one. On PostgreSQL, row and entry would not come at once.
        await new Promise(setImmediate);
        if (name === 'SQLite') await putAsBefore(url, soundRow('meanwhile'));
        await taking;
      });
      assert.equal((await byHand(url, 'select * from "logPart"')).length, 1);
      const taken = await headOf(t, url);
      const { code, stderr } = await run(t, 'verify', '--database', url, '--head', head, '--head', taken);
      assert.deepEqual([code, stderr], [0, '']);
    });

    test('processes of both versions store and erase side by side', async (t) => {
      const { url } = await makeOlder(t);
      await tend(url);
      const heads: string[] = [];
      for (let round = 0; round < 3; round++) {
        await putAsBefore(url, soundRow(`before-${round}`, OLD));
        await putAsBefore(url, soundRow(`stays-${round}`, NEW));
        await fill(url, [soundRow(`now-${round}`, OLD), soundRow(`now-stays-${round}`, NEW)]);
        await (round % 2 === 0 ? eraseAsBefore : erase)(url, '2026-02-01T00:00:00Z');
        heads.push(await headOf(t, url));
      }
      const given = heads.flatMap((head) => ['--head', head]);
      const verify = () => run(t, 'verify', '--database', url, ...given, ...KNOWN);
      const { code, stdout, stderr } = await verify();
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /\n9 reports sound, 9 erased by retention; 3 earlier heads compared\.\n/);
      // The day of an entry is covered by every version.
      const [stays] = await byHand(url, `select sequence from report where id = 'stays-1'`);
      const number = Number(stays!['sequence']);
      await byHand(url, `delete from report where sequence = ${number}`);
      await byHand(url, `update "logEntry" set erased = 1 where sequence = ${number}`);
      assert.match(
        (await verify()).stderr,
        new RegExp(`^1 report was erased too early: number ${number}\\. `),
      );
      await byHand(url, `update "logEntry" set day = '2026-01-02' where sequence = ${number}`);
      assert.match((await verify()).stderr, /^The log does not continue the head /);
    });
  });

test('a start that is stopped at any step, beside an older version, leaves nothing half done', async (t) => {
  const url = await DATABASES.find(({ name }) => name === 'SQLite')!.create(t);
  await withStore(url, async () => {});
  await asBeforeDays(url);
  // Entries alone, several pages before the start and several meanwhile.
  const add = (to: string, first: number, last: number) =>
    byHand(
      to,
      `with recursive number(i) as (values (${first}) union all select i + 1 from number where i < ${last})
       insert into "logEntry" (sequence, leaf, day, numbered, erased)
       select i, printf('%064x', i), '2026-01-01', 1, 1 from number`,
    );
  await add(url, 1, 4_200);
  const copyTo = async (name: string): Promise<string> => {
    const file = url.slice('sqlite:'.length);
    await copyFile(file, `${file}-${name}`);
    return `${url}-${name}`;
  };
  const whole = await copyTo('whole');
  await add(whole, 4_201, 12_500);
  const head = await withStore(whole, ({ log }) => log.head());
  for (const steps of [2, 3, 4]) {
    const copy = await copyTo(`${steps}`);
    await withStore(copy, async ({ log }) => {
      const stopping = new AbortController();
      const tending = log.tend(stopping.signal);
      for (let step = 0; step < steps; step++) {
        await new Promise(setImmediate);
        if (step === 0) await add(copy, 4_201, 12_500);
      }
      stopping.abort();
      await tending;
      await log.tend(new AbortController().signal);
      const { begunAt, isUpgradeSound, broken } = await log.verify({ since: head });
      assert.deepEqual([begunAt, isUpgradeSound, broken], [12_500, true, []], `${steps} steps`);
    });
  }
});
