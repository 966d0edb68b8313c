// A published file with one changed byte or one added statement does not run on a page with the documented snippet, and
// a reporter still finds a way. Without the hashes of the snippet, the added statement runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrowserCrashedError } from '../../setup/browser-crash.ts';
import { launch, pairWith, type Page } from '../../setup/browsers.ts';
import { isEvery } from '../../setup/every.ts';
import { addStatements, drawTamperings, startTamperedSite, type Outcome } from './tampering.ts';

/** The number of changed bytes for each browser: every file several times, or some files in a run. */
const COUNTS = { chromium: isEvery ? 1000 : 26, firefox: 78, webkit: isEvery ? 78 : 13 } as const;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The number of pages for one answer: small, so that a browser crash loses little. */
const LOT = 16;
/**
 * WebKitGTK's network process crashes about once in 200 removed frames of embed.js: the number of retries for one lot.
 */
const CRASHES = 3;

/** The outcomes of pages, each in a frame, some at a time. */
async function outcomesOf(page: Page, origin: string, addresses: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < addresses.length)
    outcomes.push(
      ...(await outcomesOfLot(page, origin, addresses.slice(outcomes.length, outcomes.length + LOT))),
    );
  return outcomes;
}

async function outcomesOfLot(page: Page, origin: string, addresses: readonly string[]): Promise<Outcome[]> {
  for (let crashes = 0; ;) {
    try {
      await page.goto(`${origin}/`);
      await page.evaluate(`void run(${JSON.stringify(addresses)})`);
      return await page.waitFor<Outcome[]>('window.outcomes', { timeoutMs: 60_000 });
    } catch (error) {
      if (!BrowserCrashedError.is(error) || crashes++ === CRASHES) throw error;
    }
  }
}

for (const engine of pairWith('webkit')) {
  test(`${engine}: no changed file runs`, async (t) => {
    t.diagnostic(`SEED=${SEED}`);
    // The added statements come first: their pages are also tested without hashes and untouched.
    const added = addStatements();
    const tamperings = [...added, ...drawTamperings(COUNTS[engine], SEED)];
    const { origin } = await startTamperedSite(t, tamperings);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    const pages = (kind: string, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `/${kind}/${index}/`);
    const told = (outcomes: readonly Outcome[], isWrong: (outcome: Outcome) => boolean): unknown[] =>
      outcomes.flatMap((outcome, index) => (isWrong(outcome) ? [{ ...tamperings[index], ...outcome }] : []));

    const checked = await outcomesOf(page, origin, pages('checked', tamperings.length));
    assert.equal(checked.length, tamperings.length);
    assert.deepEqual(
      told(checked, ({ hasRun, isTampered, isAccepted }) => hasRun || isTampered || isAccepted),
      [],
    );
    assert.deepEqual(
      told(checked, ({ leavesAWay }) => !leavesAWay),
      [],
    );

    const plain = await outcomesOf(page, origin, pages('plain', added.length));
    assert.deepEqual(
      told(plain, ({ hasRun, isTampered, isAccepted }) => !(hasRun && isTampered && isAccepted)),
      [],
    );
    t.diagnostic(`${checked.length} checked: 0 ran; ${plain.length} unchecked: all ran`);

    const intact = await outcomesOf(page, origin, pages('intact', added.length));
    // The isolated mode's frame page fills its page and removes other content.
    const isFrame = (outcome: Outcome): boolean => added[intact.indexOf(outcome)]?.file === 'frame.js';
    assert.deepEqual(
      told(intact, ({ hasRun, isTampered, isAccepted }) => isTampered || !(hasRun && isAccepted)),
      [],
    );
    assert.deepEqual(
      told(intact, (outcome) => !outcome.leavesAWay && !isFrame(outcome)),
      [],
    );
  });
}
