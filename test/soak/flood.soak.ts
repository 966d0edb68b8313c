// R7 at its full size: a minute of flood from one address, and one from a thousand, while honest people report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startReceiver } from '../setup/receiver.ts';
import { recordFigure } from './figures.ts';
import { floodBesideHonest } from './flood.ts';

const SECONDS = 60;

for (const { name, rate, sources } of [
  { name: 'Flood of 50 reports/s from 1 address, 60 s', rate: 50, sources: 1 },
  { name: 'Flood of 500 reports/s from 1,000 addresses, 60 s', rate: 500, sources: 1_000 },
]) {
  test(`${name}: no honest reporter is refused`, async (t) => {
    const receiver = await startReceiver({ TRUSTED_PROXIES: '127.0.0.1' });
    t.after(() => receiver.stop());
    const endpoint = `${receiver.url}/v1/reports`;
    const { acknowledged, refused, p99, flood } = await floodBesideHonest({
      endpoint,
      seconds: SECONDS,
      rate,
      sources,
    });
    t.diagnostic(JSON.stringify({ honest: acknowledged.length, refused, p99, flood }));
    recordFigure(name, 'honest reports', acknowledged.length + refused.length);
    recordFigure(name, 'honest refused', refused.length);
    recordFigure(name, 'honest 99 % answered within', Math.round(p99), 'ms');
    recordFigure(name, 'flood stored', flood.statuses['201'] ?? 0);
    recordFigure(name, 'flood slowed down', flood.statuses['429'] ?? 0);

    assert.deepEqual(refused, []);
    assert.ok(p99 < 2_000, `${p99} ms`);
    // The flood was one: nearly all of it was sent, and answered.
    const answered = Object.values(flood.statuses).reduce((sum, count) => sum + count, 0);
    assert.ok(answered > 0.9 * rate * SECONDS, `${answered} answered`);
    assert.equal(flood.unanswered, 0);
  });
}
