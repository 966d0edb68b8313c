// A published file that was changed, by one byte or by a statement added to it, does not run on a page with the documented
// snippet, and whoever wants to report still finds a way; without the hashes of the snippet, what was added runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrowserCrashedError } from '../setup/browser-crash.ts';
import { ENGINES, launch, type Page } from '../setup/browsers.ts';
import { isEvery } from '../setup/every.ts';
import { addStatements, drawTamperings, startTamperedSite, type Outcome } from './tampering.ts';

/** How many bytes a browser meets: every file several times. */
const COUNTS = { chromium: isEvery ? 1000 : 200, firefox: 78, webkit: 78 } as const;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** How many pages are opened for one answer: so few that little is lost where a browser crashes. */
const LOT = 16;
/** WebKitGTK's network process crashes once in some 200 frames of embed.js that go: how often the same lot may. */
const CRASHES = 3;

/** What becomes of pages, each in a frame, some at a time. */
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
