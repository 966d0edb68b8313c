// A published file that was changed, by one byte or by a statement added to it, does not run on a page with the documented
// snippet, and whoever wants to report still finds a way; without the hashes of the snippet, what was added runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINES, launch, type Page } from '../setup/browsers.ts';
import { addStatements, drawTamperings, startTamperedSite, type Outcome } from './tampering.ts';

/** How many bytes a browser meets: all of them one, the others every file a few times. */
const COUNTS = { chromium: 1000, firefox: 78, webkit: 78 } as const;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What becomes of pages, each in a frame. */
async function outcomesOf(page: Page, addresses: readonly string[]): Promise<Outcome[]> {
  await page.evaluate(`(window.outcomes = undefined, void run(${JSON.stringify(addresses)}))`);
  return page.waitFor<Outcome[]>('window.outcomes', { timeoutMs: 120_000 });
}

for (const engine of ENGINES) {
  test(`${engine}: no changed file runs`, async (t) => {
    t.diagnostic(`SEED=${SEED}`);
    // First those that are tried without hashes and untouched as well.
    const added = addStatements();
    const tamperings = [...added, ...drawTamperings(COUNTS[engine], SEED)];
    const { origin } = await startTamperedSite(t, tamperings);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    const pages = (kind: string, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `/${kind}/${index}/`);
    const told = (outcomes: readonly Outcome[], isWrong: (outcome: Outcome) => boolean): unknown[] =>
      outcomes.flatMap((outcome, index) => (isWrong(outcome) ? [{ ...tamperings[index], ...outcome }] : []));

    const checked = await outcomesOf(page, pages('checked', tamperings.length));
    assert.equal(checked.length, tamperings.length);
    assert.deepEqual(
      told(checked, ({ hasRun, isTampered, isAccepted }) => hasRun || isTampered || isAccepted),
      [],
    );
    assert.deepEqual(
      told(checked, ({ leavesAWay }) => !leavesAWay),
      [],
    );

    const plain = await outcomesOf(page, pages('plain', added.length));
    assert.deepEqual(
      told(plain, ({ hasRun, isTampered, isAccepted }) => !(hasRun && isTampered && isAccepted)),
      [],
    );
    t.diagnostic(`${checked.length} checked: 0 ran; ${plain.length} unchecked: all ran`);

    const intact = await outcomesOf(page, pages('intact', added.length));
    // What fills the page of the isolated mode takes what else is there away.
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
