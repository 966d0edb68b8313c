// A report by keyboard alone in each language, with the built files: as a page includes them, to the real receiver. Not a
// word of another language stands in any view, nor on the button.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PANEL } from '../../demo/gallery/driver.ts';
import { type Texts, textsOf } from '../../.build/messages/texts.ts';
import { FURTHER, FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { Messages } from '../../src/words/messages.ts';
import { launch, type Page } from '../setup/browsers.ts';
import { someOf } from '../setup/every.ts';
import { startReceiver } from '../setup/receiver.ts';
import {
  answerByKeyboard,
  sendByKeyboard,
  startCdn,
  startPage,
  tabToLauncher,
  waitForLaterPart,
  waitForView,
} from '../setup/site.ts';

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

/** Text of these pages beside strings: names, addresses, typed text, other languages. */
const NOT_WORDS = /Point de Contact|France Victimes|127\.0\.0\.1[^\s]*|https?:\S+|canari/g;

/** The sentences and names of a language that are long enough to tell it from another one. */
const tellingStrings = (texts: Texts): string[] =>
  Object.values(texts).filter((text) => text.length > 12 && !text.includes('{'));

/** The strings of another language that a view shows. */
async function strangersIn(page: Page, own: Texts, others: readonly Texts[]): Promise<string[]> {
  const shown = (await page.evaluate<string>(`${ROOT}.querySelector('${PANEL}').innerText`)).replace(
    NOT_WORDS,
    '',
  );
  const known = new Set(tellingStrings(own));
  return others.flatMap(tellingStrings).filter((text) => !known.has(text) && shown.includes(text));
}

/** A third of the languages, and those that differ in more than words: French, one from right to left, an easy one. */
const TAGS = new Set(['fr', 'ar', 'fr-simple', ...someOf(['en', ...FURTHER_LANGUAGES], 7)]);

test('a report by keyboard in each language', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const cdn = await startCdn(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const tag of TAGS) {
    await t.test(tag, async (t2) => {
      const own = textsOf(tag) as Messages;
      // Easy words share some with the ordinary language.
      const others = ['fr', 'en'].filter((other) => other !== tag.replace('-simple', '')).map(textsOf);
      const inclusion = Object.hasOwn(FURTHER, tag)
        ? `<script type="module" src="${cdn.origin}/locales/${tag}.js"></script>`
        : '';
      const site = await startPage(
        t2,
        `<!doctype html><html lang="${tag}"><meta charset="utf-8"><title>Page</title><link rel="icon" href="/icon.svg">
        ${inclusion}<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script><h1>Page</h1>
        <cliquez-signalez endpoint="${receiver.url}/v1/reports" hotline="Point de Contact" hotline-url="https://hotline.example/" country="FR"></cliquez-signalez>`,
      );
      const page = await browser.newPage({ width: 1024, height: 900 });
      t2.after(() => page.close());
      await page.goto(`${site.origin}/`);
      await tabToLauncher(page);
      const label = await page.evaluate<string>(`${ROOT}.querySelector('button .label').innerText`);
      assert.equal(label.trim(), own['launcher.label']);
      await page.press('Enter');
      await waitForView(page, own['s1.title']);
      await waitForLaterPart(page);
      assert.deepEqual(await strangersIn(page, own, others), []);
      const answers = {
        category: 'sexual_harassment',
        address: 'https://exemple.fr/fil',
        details: 'canari',
      } as const;
      await answerByKeyboard(page, answers, own);
      await page.evaluate(`for (const fold of ${ROOT}.querySelectorAll('details')) fold.open = true`);
      assert.deepEqual(await strangersIn(page, own, others), []);
      await sendByKeyboard(page, own);
      assert.deepEqual(await strangersIn(page, own, others), []);
      const [panel] = await page.evaluate<[string, string][]>(
        `[...${ROOT}.querySelectorAll('dialog')].map(({ lang, dir }) => [lang, dir])`,
      );
      assert.deepEqual(panel, [tag, tag === 'ar' ? 'rtl' : 'ltr']);
      const report = JSON.parse(receiver.reports().at(-1)!) as Report;
      assert.equal(report.locale, tag);
      assert.equal(report.category, 'sexual_harassment');
      assert.equal(report.content?.description, 'canari');
    });
  }
  assert.equal(receiver.reports().length, TAGS.size);
});
