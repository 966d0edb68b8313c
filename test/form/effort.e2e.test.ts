// The cost of a report: taps, keys and words for the reporter, nodes for the page. The test uses a finger on a phone's
// screen, and prints the figures.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { LAUNCHER, MAIN, named, PANEL } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import fr from '../../src/i18n/locales/fr.json' with { type: 'json' };
import { launch, type Page } from '../setup/browsers.ts';
import { look, PATIENT, waitForView } from '../setup/site.ts';

/** A reporter's actions, counted from the events of a real pointer and keyboard. */
interface Effort {
  taps: number;
  keys: number;
  pastes: number;
}

/** The content that a view shows to the reporter. */
interface Load {
  readonly words: number;
  readonly nodes: number;
}

async function startDemoFor(t: TestContext): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'effort-'));
  const demo = await startDemo({ port: 0, databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}` });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return demo;
}

/** Counts the reporter's actions from now on. */
const count = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const effort = { taps: 0, keys: 0, pastes: 0 };
    Object.assign(window, { effort });
    addEventListener('pointerdown', ({ isTrusted }) => void (effort.taps += Number(isTrusted)), true);
    addEventListener('paste', ({ isTrusted }) => void (effort.pastes += Number(isTrusted)), true);
    addEventListener(
      'keydown',
      // The keys of a paste count as the paste.
      ({ isTrusted, ctrlKey }) => void (effort.keys += Number(isTrusted && !ctrlKey)),
      true,
    );
  });

const effortOf = (page: Page): Promise<Effort> =>
  page.evaluate(() => (window as unknown as { effort: Effort }).effort);

/** Taps the centre of an element of the first widget. */
async function tap(page: Page, selector: string): Promise<void> {
  await page.waitFor(
    `document.querySelector('cliquez-signalez').shadowRoot.querySelector(${JSON.stringify(selector)})`,
    PATIENT,
  );
  const [x, y] = await page.evaluate((wanted) => {
    const root = document.querySelector('cliquez-signalez')!.shadowRoot!;
    const element = root.querySelector(wanted)!;
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  }, selector);
  await look(page);
  await page.tap(x, y);
}

const loadOf = (page: Page): Promise<Load> =>
  page.evaluate((panel) => {
    const root = document.querySelector('cliquez-signalez')!.shadowRoot!;
    const text = root.querySelector<HTMLElement>(panel)?.innerText ?? '';
    return {
      words: (text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length,
      nodes: root.querySelectorAll('*').length,
    };
  }, PANEL);

const PHONE = { width: 390, height: 844, hasTouch: true };

/** Most words on a view, and most nodes in the widget: the current measurements, with a little room. */
const MOST: Load = { words: 230, nodes: 130 };

test('a report costs few taps and no key, and no view is long', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());

  await t.test('content on this page: 7 taps, 0 keys', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    const loads: Record<string, Load> = {};
    const measure = async (view: string): Promise<void> => {
      loads[view] = await loadOf(page);
    };
    await count(page);
    await tap(page, LAUNCHER);
    await waitForView(page, fr['s1.title']);
    await measure('what');
    await tap(page, '.option:has([value=hate_violence_discrimination])');
    await tap(page, MAIN);
    await waitForView(page, fr['s2.title']);
    await measure('where');
    await tap(page, '.option:has([value=here])');
    await tap(page, MAIN);
    await waitForView(page, fr['s3.title']);
    await measure('details');
    await tap(page, MAIN);
    await waitForView(page, fr['s4.title']);
    await measure('check');
    await tap(page, MAIN);
    await waitForView(page, fr['ok.title']);
    await measure('sent');
    const effort = await effortOf(page);
    t2.diagnostic(`page-here report: ${effort.taps} taps, ${effort.keys} keys`);
    for (const [view, { words, nodes }] of Object.entries(loads)) {
      t2.diagnostic(`${view}: ${words} words, ${nodes} nodes`);
      assert.ok(words <= MOST.words && nodes <= MOST.nodes, `${view}: ${words} words, ${nodes} nodes`);
    }
    assert.deepEqual(effort, { taps: 7, keys: 0, pastes: 0 });
  });

  await t.test('content elsewhere: 8 taps and one paste', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    await page.evaluate(() => {
      const source = document.createElement('textarea');
      source.id = 'source';
      source.value = 'https://exemple.fr/fil/12#message-3';
      document.body.prepend(source);
      source.select();
    });
    await page.press('Control+c');
    await count(page);
    await tap(page, LAUNCHER);
    await waitForView(page, fr['s1.title']);
    await tap(page, '.option:has([value=hate_violence_discrimination])');
    await tap(page, MAIN);
    await waitForView(page, fr['s2.title']);
    await tap(page, '.option:has([value=elsewhere])');
    await tap(page, named('addresses.0'));
    await page.press('Control+v');
    await tap(page, MAIN);
    await waitForView(page, fr['s3.title']);
    await tap(page, MAIN);
    await waitForView(page, fr['s4.title']);
    await tap(page, MAIN);
    await waitForView(page, fr['ok.title']);
    const effort = await effortOf(page);
    t2.diagnostic(`address report: ${effort.taps} taps, ${effort.pastes} paste, ${effort.keys} keys`);
    assert.deepEqual(effort, { taps: 8, keys: 0, pastes: 1 });
  });
});
