// How long a reporter waits for the form on the way through the shortest report, on a phone with a processor at a quarter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, type Browser } from '../../setup/browsers.ts';
import { makeShortestReport, PHONE, startDemoFor } from './shortest-report.ts';

/** How many times slower the processor is. */
const SLOWNESS = 4;

/**
 * What no faster processor shortens: three views take no tap for 600 ms each, and 300 ms are timers, frames and the endpoint
 * (measured without slowing the processor: 279 to 338 ms).
 */
const FIXED_MS = 3 * 600 + 300;

/**
 * The most that all else may take, in times of a fixed work on the same machine. The form needs 8 to 10. With a work of 33 ms,
 * the limit is 2.5 s.
 */
const MOST_UNITS = 12;

/** Other work of the machine only adds to a wait: the shortest counts. */
const LEAST_ROUNDS = 2;
const MOST_ROUNDS = 10;

/**
 * The times of a fixed work in a page, in milliseconds: building, laying out and removing 300 fields. It is measured at full
 * speed: at a quarter it is 25 or 54 ms, by chance. The caller takes their median: a shared machine has faster moments, which
 * last for a single work but not for a whole report.
 */
async function timesOfFixedWork(browser: Browser): Promise<readonly number[]> {
  const page = await browser.newPage(PHONE);
  const times = await page.evaluate(() => {
    const once = (): number => {
      const startedAt = performance.now();
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      for (let row = 0; row < 300; row++) {
        const label = root.appendChild(document.createElement('label'));
        label.append(
          `Question ${row} ?`,
          Object.assign(document.createElement('input'), { name: `q${row}` }),
        );
      }
      host.getBoundingClientRect();
      host.remove();
      return performance.now() - startedAt;
    };
    return Array.from({ length: 100 }, once);
  });
  await page.close();
  return times;
}

test('the reporter waits little for the form', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  let shortestMs = Infinity;
  const times: number[] = [];
  let unitMs = 0;
  const units = (): number => (shortestMs - FIXED_MS) / unitMs;
  for (let round = 1; round <= MOST_ROUNDS && (round <= LEAST_ROUNDS || units() > MOST_UNITS); round++) {
    times.push(...(await timesOfFixedWork(browser)));
    unitMs = SLOWNESS * times.toSorted((one, other) => one - other)[times.length >> 1]!;
    const { waits } = await makeShortestReport(browser, demo, {
      category: 'hate_violence_discrimination',
      slowness: SLOWNESS,
    });
    const waitedMs = waits.reduce((sum, one) => sum + one, 0);
    shortestMs = Math.min(shortestMs, waitedMs);
    t.diagnostic(
      `${waits.join(' + ')} = ${waitedMs} ms; unit ${unitMs.toFixed(1)} ms; ${units().toFixed(2)} units`,
    );
  }
  assert.ok(units() <= MOST_UNITS, `${units().toFixed(2)} units`);
});
