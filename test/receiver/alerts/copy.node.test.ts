// A move to another database takes along what was not told yet, under the same id.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';
import { DATABASES } from '../databases.ts';
import { copyWell } from '../store-given.ts';
import { startAlerting, urgentReport } from './given.ts';

for (const [from, to] of [DATABASES, DATABASES.toReversed()] as const)
  test(`from ${from!.name} to ${to!.name}: what waits is copied, what was told is not`, async (t) => {
    const [source, target] = [await from!.create(t), await to!.create(t)];
    const { hook, post, outbox, told, close } = await startAlerting(t, source);
    await post(urgentReport());
    await told(1);
    await until(async () => (await outbox.list(5)).length === 0, 'told');
    hook.answers.push(500, 500);
    const waiting = [await post(urgentReport()), await post(urgentReport())];
    await until(async () => (await outbox.list(5)).every(({ attempts }) => attempts === 1), 'both tried');
    await copyWell(t, source, target);
    // Once more, as a move does: nothing comes twice.
    await copyWell(t, source, target);
    await copyWell(t, source, target, '--verify');
    await close();
    const before = await outbox.list(5);
    const store = await openStore(target);
    t.after(() => store.close());
    const after = await store.outbox.list(5);
    assert.deepEqual(
      new Set(after.map(({ id, reference }) => `${id} ${reference}`)),
      new Set(before.map(({ id, reference }) => `${id} ${reference}`)),
    );
    assert.deepEqual(new Set(after.map(({ reference }) => reference)), new Set(waiting));
    assert.ok(after.every(({ attempts }) => attempts === 0));
  });
