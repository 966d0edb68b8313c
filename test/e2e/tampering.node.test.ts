// A published file of which one byte was changed does not run on a page with the documented snippet, and whoever wants to
// report still finds a way; without the hashes of the snippet, it runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINES, launch, type Page } from '../setup/browsers.ts';
import { drawTamperings, startTamperedSite, type Outcome } from './tampering.ts';

/** How many a browser meets: all of them one, the others every file a few times. */
const COUNTS = { chromium: 1000, firefox: 78, webkit: 78 } as const;
const CONTROLS = 26;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What becomes of pages, each in a frame. */
async function outcomesOf(page: Page, addresses: readonly string[]): Promise<Outcome[]> {
  await page.evaluate(`(window.outcomes = undefined, void run(${JSON.stringify(addresses)}))`);
  return page.waitFor<Outcome[]>('window.outcomes', { timeoutMs: 120_000 });
}

for (const engine of ENGINES) {
  test(`${engine}: no file with a changed byte runs`, async (t) => {
    t.diagnostic(`SEED=${SEED}`);
    const tamperings = drawTamperings(COUNTS[engine], SEED);
    // Always the same ones: some changed files, once they run, freeze the page around them.
    const { origin } = await startTamperedSite(t, tamperings, drawTamperings(CONTROLS, 2));
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
      told(checked, ({ hasRun, isAccepted }) => hasRun || isAccepted),
      [],
    );
    assert.deepEqual(
      told(checked, ({ leavesAWay }) => !leavesAWay),
      [],
    );

    const plain = await outcomesOf(page, pages('plain', CONTROLS));
    const ran = plain.filter(({ hasRun }) => hasRun).length;
    t.diagnostic(`${checked.length} checked: 0 ran; ${plain.length} unchecked: ${ran} ran`);
    assert.ok(ran > CONTROLS / 5, `${ran} of ${CONTROLS} ran without hashes`);

    const intact = await outcomesOf(page, pages('intact', CONTROLS));
    assert.deepEqual(
      told(intact, ({ hasRun, isAccepted, leavesAWay }) => !(hasRun && isAccepted && leavesAWay)),
      [],
    );
  });
}
