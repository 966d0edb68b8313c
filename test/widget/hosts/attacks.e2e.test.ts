// A partner's page under each way of embedding. Every attack runs during a report, and its catch is
// compared with the stored table (RECORD=1 writes it). A form that the page has written itself is attacked too:
// there, each attack must succeed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINES, isChosen, launch, type Browser, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import type { Loot } from './attacks/attacker.ts';
import { EMBEDDINGS, lootOf } from './attacks/embeddings.ts';
import { IN_SIGHT, keyboardCatch, NoFocusError, pointedAt, TALL } from './attacks/hands.ts';
import { ATTACKS, columnOf, MODES, type Mode, type OwnPageCatch } from './attacks/matrix.ts';
import { isRecording, record, recorded } from './attacks/record.ts';
import { CATEGORY, reachDetails, reportNaively, type Place } from './attacks/reporter.ts';
import { startSites } from './attacks/sites.ts';
import { fontsAsked, styleCatch } from './attacks/style-sheet.ts';
import { PATIENT } from '../../setup/site.ts';

const IN_LIGHT = ['markup', 'fields', 'events', 'traces', 'keys', 'shadow', 'functions', 'worker', 'frames'];

for (const engine of ENGINES) {
  let browser: Browser;
  before(async () => {
    browser = await launch(engine);
  });
  after(() => browser.close());

  test(`${engine}: every attack gets at a form that the page has written itself`, async (t) => {
    const sites = await startSites(t, () => '');
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(`${sites.partner}/naive`);
    const missing = await page.waitFor<string>(
      'window.workerReady.then((missing) => missing || "ready")',
      PATIENT,
    );
    await reportNaively(page, page);
    const column = columnOf(await lootOf(page, sites), sites.taken);
    const attacks = IN_LIGHT.filter((id) => id !== 'worker' || missing === 'ready');
    for (const id of attacks) assert.notEqual(column[id], '', id);
  });

  // The isolated mode promises most: every engine tests it. Each of the others is tested in one.
  const others = (Object.keys(EMBEDDINGS) as Mode[]).filter((mode) => mode !== 'isolated');
  for (const mode of ['isolated', ...(isRecording ? others : thirdOf(engine, others))] as Mode[]) {
    test(`${engine}: what attacks get from a report that is made by: ${MODES[mode]}`, async (t) => {
      const { html, swap, open, report } = EMBEDDINGS[mode];
      const sites = await startSites(t, html);
      /** The page's gain from the reporter's hands, each in a page of its own. */
      const inPage = async <Found>(
        find: (page: Page, place: Place) => Promise<Found>,
        path = '/',
      ): Promise<Found> => {
        const page = await browser.newPage(TALL);
        try {
          await page.goto(sites.partner + path);
          return await find(page, await open!(page));
        } finally {
          await page.close();
        }
      };
      const catchInOwnPages = async (): Promise<OwnPageCatch> => {
        const style = await inPage(async (page, place) => {
          await reachDetails(page, place);
          await fontsAsked(page);
          return styleCatch(sites.fonts);
        }, '/styled');
        const typeInPage = (): Promise<OwnPageCatch['keyboard']> =>
          inPage(async (page, place) => {
            await reachDetails(page, place);
            return keyboardCatch(page, place);
          });
        // Another tab gets the focus that one did not get.
        const keyboard = await typeInPage().catch((error: unknown) => {
          if (error instanceof NoFocusError) return typeInPage();
          throw error;
        });
        const places: string[] = [];
        for (const category of IN_SIGHT)
          places.push(await inPage((page, place) => pointedAt(page, place, category)));
        return { style, keyboard, pointer: new Set(places).size === places.length ? 'category' : '' };
      };
      /** Runs the script in a page of its own, makes a report there, and returns the catch of the attacks. */
      const reportFrom = async (category?: string, script?: string): Promise<Loot> => {
        const page = await browser.newPage();
        try {
          await page.goto(sites.partner);
          await page.waitFor('window.workerReady.then(() => true)', PATIENT);
          // The page loads again, so that the worker sees every request.
          await page.goto(sites.partner);
          if (script) await page.evaluate(script);
          await report(page, sites, category);
          return await lootOf(page, sites);
        } finally {
          // Firefox gives no focus to a second window while the first has it. Nor does it always give focus back to a
          // page that went on while another site's frame had it: one time in a hundred, no page of the window gets any.
          await page.close();
        }
      };
      // Any difference between two categories is measured.
      const other = await reportFrom('unsure');
      const loot = await reportFrom();
      assert.equal((await sites.reports()).length, 2);

      await reportFrom(CATEGORY, swap);
      // Each takes a page of its own, which is dear in WebKit: it runs them with the whole matrix.
      const hasOwnPages = open && (isRecording || isChosen(engine, 'firefox'));
      const own = hasOwnPages ? await catchInOwnPages() : (recorded(mode, engine) as unknown as OwnPageCatch);
      const column = columnOf(loot, sites.taken, other, own);
      if (isRecording) record(mode, engine, column);
      assert.deepEqual(column, recorded(mode, engine));
      // The promise holds, whatever the record says.
      for (const { id, isActive } of ATTACKS) {
        const isHidden =
          !isActive || (mode === 'isolated' && !['keyboard', 'pointer', 'fake', 'opened'].includes(id));
        if (isHidden) assert.equal(column[id], '', id);
      }
    });
  }
}
