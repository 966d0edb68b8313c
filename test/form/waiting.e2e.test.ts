// How long a reporter waits for the form on the way through the shortest report, on a phone with a processor at a quarter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from '../setup/browsers.ts';
import { makeShortestReport, startDemoFor } from './shortest-report.ts';

const LONGEST_WAIT_MS = 2_500;

/** Other work of the machine only adds to a wait: the shortest of these counts. */
const MOST_ROUNDS = 10;

test('the reporter waits little for the form', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  let shortestMs = Infinity;
  for (let round = 1; round <= MOST_ROUNDS && shortestMs > LONGEST_WAIT_MS; round++) {
    const { waits } = await makeShortestReport(browser, demo, 'hate_violence_discrimination', 4);
    const waitedMs = waits.reduce((sum, one) => sum + one, 0);
    t.diagnostic(`${waits.join(' + ')} = ${waitedMs} ms`);
    shortestMs = Math.min(shortestMs, waitedMs);
  }
  assert.ok(shortestMs <= LONGEST_WAIT_MS, `${shortestMs} ms`);
});
