// Alerts under faults: processes killed at every step, programs that fail in every way, a week without an answer. Of each
// report the program is told, and what it is told twice has one id.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATABASES } from '../databases.ts';
import type { Answer } from '../alerts/hook-server.ts';
import { killBetweenStatements } from '../alerts/kills.ts';
import { startAlerting, urgentReport, MINUTE_MS } from '../alerts/given.ts';
import { recordFigure } from './figures.ts';

const FAULTS: readonly Answer[] = [500, 'closes', 'twice', 302, 503, 404];

for (const { name, create } of DATABASES) {
  test(`${name}: killed at every step, before a program that fails`, async (t) => {
    const answers = (round: number): readonly Answer[] =>
      FAULTS.slice(0, round % (FAULTS.length + 1)).map(
        (_, index) => FAULTS[(round + index) % FAULTS.length]!,
      );
    const run = await killBetweenStatements(t, await create(t), { rounds: 5, answers });
    t.diagnostic(JSON.stringify(run));
    const group = `Alerts: two processes, one killed before each statement and request, ${name}`;
    recordFigure(group, 'urgent reports', run.reports);
    recordFigure(group, 'kills', run.kills);
    recordFigure(group, 'requests', run.calls);
    recordFigure(group, 'reports nobody was told of', run.lost);
    recordFigure(group, 'repeated under the same id', run.doubles);
    recordFigure(group, 'reports under two ids', run.twoIds);
    assert.deepEqual([run.lost, run.twoIds], [0, 0]);
  });

  test(`${name}: a week without an answer, with a clock that jumps`, async (t) => {
    const { hook, post, pass, outbox, isEmpty } = await startAlerting(t, await create(t));
    const count = 500;
    const references: string[] = [];
    hook.answers.push(...Array.from({ length: 100_000 }, () => 500));
    for (let index = 0; index < count; index++) {
      references.push(await post(urgentReport()));
      // A week in steps of twenty minutes; now and then a day too far, and back.
      await pass(20 * MINUTE_MS);
      if (index % 50 === 0) {
        await pass(24 * 60 * MINUTE_MS);
        await pass(-24 * 60 * MINUTE_MS);
      }
    }
    const waiting = (await outbox.list(count + 1)).length;
    const failed = hook.calls.length;
    hook.answers.length = 0;
    references.push(await post(urgentReport()));
    for (let step = 0; step < 30; step++) await pass(60 * MINUTE_MS);
    await isEmpty();
    const told = hook.calls.slice(failed);
    const group = `Alerts: a week without an answer, ${name}`;
    recordFigure(group, 'urgent reports', references.length);
    recordFigure(group, 'attempts in vain', failed);
    recordFigure(group, 'messages that waited at its end', waiting);
    const names = new Set(told.map(({ body }) => body.data['reference']));
    const lost = references.filter((reference) => !names.has(reference)).length;
    recordFigure(group, 'reports nobody was told of', lost);
    recordFigure(
      group,
      'repeated after they were taken',
      told.length - new Set(told.map(({ id }) => id)).size,
    );
    assert.deepEqual([waiting, lost], [count, 0]);
    assert.equal(new Set(hook.calls.map(({ id }) => id)).size, references.length);
  });
}
