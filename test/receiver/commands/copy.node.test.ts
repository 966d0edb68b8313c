// `cliquez-signalez copy` moves a hotline from one database to another and loses no report on the way.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openStore, type ReportStore, type StoredReport } from '../../../src/receiver/index.ts';
import { DATABASES } from '../databases.ts';
import { postRequest, startReceiver, temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { startCommand } from '../server-process.ts';
import { readAll, row } from '../store-rows.ts';

const [SQLITE, POSTGRES] = DATABASES as [(typeof DATABASES)[0], (typeof DATABASES)[0]];

/** A row as a receiver makes it: the digest is the one of the body. */
const sound = (id: string, body = `{"id":"${id}"}`) =>
  row(id, { body, digest: createHash('sha256').update(body).digest('hex'), answer: `{"of":"${id}"}` });

async function open(t: TestContext, url: string): Promise<ReportStore> {
  const store = await openStore(url);
  t.after(() => store.close());
  return store;
}

async function copy(t: TestContext, from: string, to: string, ...options: string[]) {
  const { ended, output } = startCommand(t, ['copy', '--from', from, '--to', to, ...options]);
  const code = await ended;
  assert.doesNotMatch(output.stderr + output.stdout, /\n\s+at |s3cret/);
  return { code, ...output };
}

const withoutPlace = (reports: StoredReport[]) => reports.map(({ sequence: _sequence, ...rest }) => rest);

for (const [from, to] of [
  [SQLITE, POSTGRES],
  [POSTGRES, SQLITE],
] as const) {
  test(`${from.name} to ${to.name}: all is copied in its order, once, and what arrives later the next time`, async (t) => {
    const [source, target] = [await from.create(t), await to.create(t)];
    const [before, after] = [await open(t, source), await open(t, target)];
    await Promise.all(Array.from({ length: 210 }, (_, index) => before.put(sound(`r${index}`))));
    const old = await readAll(before);

    const first = await copy(t, source, target);
    assert.deepEqual([first.code, first.stdout], [0, '210 reports copied, 0 were there already.\n']);
    assert.deepEqual(withoutPlace(await readAll(after)), withoutPlace(old));

    // The new database is already in use, and one last report still reaches the old one.
    await after.put(sound('new'));
    await before.put(sound('late'));
    const second = await copy(t, source, target);
    const begun = 'Begun after number 210, where the last one ended; --verify reads all.\n';
    assert.deepEqual([second.code, second.stdout], [0, `1 reports copied, 0 were there already.\n${begun}`]);
    assert.deepEqual(
      (await readAll(after)).slice(210).map(({ id }) => id),
      ['new', 'late'],
    );
    assert.equal(
      (await copy(t, source, target, '--verify')).stdout,
      '0 reports copied, 211 were there already.\n',
    );
    assert.equal((await readAll(after)).length, 212);
  });
}

test('while reports arrive in both, none is lost and none is there twice; a report sent again finds its receipt', async (t) => {
  const [source, target] = [await SQLITE.create(t), await POSTGRES.create(t)];
  const [old, next] = [
    await startReceiver(t, { store: await openStore(source) }),
    await startReceiver(t, { store: await openStore(target) }),
  ];
  const receipts = new Map<string, string>();
  const report = sampleReport();
  receipts.set(report.submissionId, (await old.post(report)).text);
  let isCopying = true;
  const arriving = async (): Promise<void> => {
    while (isCopying) {
      for (const receiver of [old, next]) {
        const each = sampleReport();
        receipts.set(each.submissionId, (await receiver.post(each)).text);
      }
      await new Promise(setImmediate);
    }
  };
  const copying = copy(t, source, target).finally(() => (isCopying = false));
  await arriving();
  assert.equal((await copying).code, 0);
  assert.equal((await copy(t, source, target)).code, 0);
  const kept = await readAll(next.store);
  assert.deepEqual(new Map(kept.map(({ id, answer }) => [id, answer])), receipts);
  assert.equal(kept.length, receipts.size);
  const again = await next.send(postRequest(report));
  assert.deepEqual([again.status, again.text], [200, receipts.get(report.submissionId)]);
});

test('a copy that is killed goes on where it was', async (t) => {
  const [source, target] = [await SQLITE.create(t), await POSTGRES.create(t)];
  const [before, after] = [await open(t, source), await open(t, target)];
  await Promise.all(Array.from({ length: 1200 }, (_, index) => before.put(sound(`r${index}`))));
  const { child, ended } = startCommand(t, ['copy', '--from', source, '--to', target]);
  while ((await after.list({ limit: 1 })).length === 0);
  child.kill('SIGKILL');
  await ended;
  const there = (await readAll(after)).length;
  t.diagnostic(`killed when ${there} of 1200 were copied`);
  const { code, stdout } = await copy(t, source, target);
  assert.equal(code, 0);
  const [, copied, already] = (/^(\d+) reports copied, (\d+) were there already/.exec(stdout) ?? []).map(
    Number,
  );
  // Numbers have no gaps here: what the killed copy had noted as read is not read again.
  const begun = Number(/Begun after number (\d+)/.exec(stdout)?.[1] ?? 0);
  assert.ok(begun < 1200, 'the copy was complete before it was killed');
  assert.equal(copied! + already! + begun, 1200, stdout);
  // PostgreSQL may commit what the killed process had sent, after it was counted here.
  assert.ok(already! + begun >= there, stdout);
  assert.deepEqual(await readAll(after), await readAll(before));
});

test('what cannot be copied is named, the rest is copied, and it ends with 1', async (t) => {
  const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
  const [before, after] = [await open(t, source), await open(t, target)];
  await before.put({ ...sound('damaged'), body: '{"id":"other"}' });
  await before.put(sound('taken'));
  await before.put(sound('other'));
  await before.put(sound('fine'));
  await after.put({ ...sound('x'), reference: 'TAKEN' });
  await after.put(sound('other', '{"another":1}'));
  const { code, stdout, stderr } = await copy(t, source, target);
  assert.equal(code, 1);
  assert.equal(stdout, '1 reports copied, 0 were there already.\n');
  assert.match(
    stderr,
    /DAMAGED is damaged[^]*TAKEN is another report's[^]*OTHER is another one[^]*3 were not copied/,
  );
  assert.deepEqual(
    (await readAll(after)).map(({ id }) => id),
    ['x', 'other', 'fine'],
  );
});

test('a report that was sent again to the new receiver meanwhile is there already', async (t) => {
  const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
  const [before, after] = [await open(t, source), await open(t, target)];
  await before.put(sound('again'));
  await after.put({ ...sound('again'), reference: 'ANEW', answer: '{"reference":"ANEW"}' });
  const { code, stdout, stderr } = await copy(t, source, target);
  assert.deepEqual([code, stdout, stderr], [0, '0 reports copied, 1 were there already.\n', '']);
});

test('a new database that does not give back what it was given is noticed', async (t) => {
  const [source, target] = [await SQLITE.create(t), await POSTGRES.create(t)];
  const [before, after] = [await open(t, source), await open(t, target)];
  await before.put(sound('a'));
  await before.put(sound('b'));
  await after.put({ ...sound('b'), body: 'damaged' });
  const { code, stderr } = await copy(t, source, target);
  assert.deepEqual([code, stderr], [1, 'Only 1 of 2 reports could be read back from the new database.\n']);
});

test('a database that is not there is not made, and none is copied onto itself', async (t) => {
  const folder = await temporaryFolder(t);
  const [missing, target] = [join(folder, 'typo.sqlite'), `sqlite:${join(folder, 'new.sqlite')}`];
  const { code, stderr } = await copy(t, `sqlite:${missing}`, target);
  assert.deepEqual([code, stderr], [1, `--from: There is no file ${missing}.\n`]);
  assert.equal(existsSync(missing), false);
  assert.equal((await copy(t, target, target)).code, 2);
  const refused = await copy(t, 'sqlite::memory:', 'postgres://a:s3cret@127.0.0.1:1/b');
  assert.deepEqual([refused.code, /^--to: .*does not answer/.test(refused.stderr)], [1, true]);
});

test('the database that is not named is that of the settings; with neither named, nothing is copied', async (t) => {
  const folder = await temporaryFolder(t);
  const [own, backup] = ['own', 'backup'].map((name) => `sqlite:${join(folder, name)}`) as [string, string];
  const source = await open(t, own);
  await source.put(sound('a'));
  const environment = { DATABASE_URL: own };
  for (const [args, expected] of [
    [['--to', backup], '1 reports copied, 0 were there already.\n'],
    [['--from', backup], '0 reports copied, 1 were there already.\n'],
  ] as const) {
    const { ended, output } = startCommand(t, ['copy', ...args], environment);
    assert.equal(await ended, 0, output.stderr);
    assert.equal(output.stdout, expected);
  }
  for (const [args, wrong, settings] of [
    [[], '--from is missing.', environment],
    [['--from', own], '--from and --to are the same database.', environment],
    [['--from', own], '--to is missing.', { DATABASE_URL: '' }],
    [['--to', own], '--from is missing.', { DATABASE_URL: '' }],
  ] as const) {
    const { ended, output } = startCommand(t, ['copy', ...args], settings);
    assert.equal(await ended, 2);
    assert.ok(output.stderr.startsWith(wrong), output.stderr);
  }
});
