// The gallery of translations: every language beside its sources, with states and screens; and the screens themselves, on
// which each string is seen as .build/messages says.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import puppeteer, { type Page as ChromiumPage } from 'puppeteer-core';
import { HEADING } from '../../demo/gallery/driver.ts';
import { partOf } from '../../src/words/parts.ts';
import { SCREENS } from '../../.build/messages/screens.ts';
import { KEYS, textsOf, VARIANT, type Texts } from '../../.build/messages/texts.ts';
import { STATES } from '../../demo/gallery/states.ts';
import { startDemo } from '../../demo/serve.ts';
import type { Translation } from '../../demo/translations/translation.ts';
import { translationsPage } from '../../demo/translations/translations-page.ts';
import { translationOf } from '../../demo/translations/translations-data.ts';
import { TRANSLATIONS_WORDS } from '../../demo/translations/translations-words.ts';
import type { Violation } from '../../demo/server.ts';
import { VERSION } from '../../src/core/version.ts';
import { CHROMIUM, launch, type Page } from '../setup/browsers.ts';
import { PATIENT } from '../setup/site.ts';
import { someOf } from '../setup/every.ts';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import type { ReportButton } from '../../src/widget/button/report-button.ts';

/** The file with the screens of all strings; `RECORD=1` writes it anew. */
const SEEN = new URL('../../.build/messages/seen.json', import.meta.url);

/** Texts that are their own keys, with the places of the original. */
const named = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, `⟦${key}⟧${(text.match(/\{\w+\}/g) ?? []).join(' ')}`]),
  );

/** The keys that a page shows, or has in attributes for those who hear it. */
async function keysOn(page: ChromiumPage): Promise<ReadonlySet<string>> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        found.push(...[...node.attributes].map(({ value }) => value));
        const { renderRoot } = node as Partial<ReportButton>;
        if (renderRoot) walk(renderRoot);
      }
      node.childNodes.forEach(walk);
    };
    walk(document);
    return found.join('\n');
  });
  return new Set([...texts.matchAll(/⟦([^⟧]+)⟧/g)].map(([, key = '']) => key.replace(VARIANT, '$1')));
}

test('the gallery of translations', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'translations-'));
  const violations: Violation[] = [];
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  const page = await browser.newPage();
  const open = async (query: string, language = 'fr'): Promise<Page> => {
    await page.goto(`${demo.url}/${language}/translations.html${query}`);
    await page.waitFor("document.querySelector('.choices') !== null", PATIENT);
    return page;
  };
  /** The column of a number of each row. */
  const column = (index: number): Promise<string[]> =>
    page.evaluate(
      (at: number) =>
        [...document.querySelectorAll('tbody tr')].map((row) => row.children[at]!.textContent ?? ''),
      index,
    );

  await t.test('each string of a language stands beside French and English', async () => {
    const [french, english, german] = ['fr', 'en', 'de'].map(textsOf);
    await open('?lang=de');
    assert.deepEqual((await column(0)).map((text) => text.trim()).toSorted(), [...KEYS].toSorted());
    const [sources, texts] = [(await column(1)).join('\n'), (await column(2)).join('\n')];
    const said = (text: string): string => text.split('\n')[0]!;
    for (const text of [...Object.values(french!), ...Object.values(english!)].map(said))
      assert.ok(sources.includes(text), text);
    for (const text of Object.values(german!).map(said)) assert.ok(texts.includes(text), text);
    assert.equal(await page.evaluate("document.querySelector('td:nth-of-type(2) p').lang"), 'de');
  });

  await t.test('a language from right to left has its direction', async () => {
    await open('?lang=ar');
    const direction = "getComputedStyle(document.querySelector('td:nth-of-type(2) p')).direction";
    assert.equal(await page.evaluate(direction), 'rtl');
    assert.equal(
      await page.evaluate("document.querySelectorAll('td:nth-of-type(2) p:not([dir=rtl], .quiet)').length"),
      0,
    );
  });

  await t.test('a choice leaves the strings of one screen, and keeps the language', async () => {
    await open('?lang=fi', 'en');
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.choices a[href*="screen=button"]')!.click(),
    );
    await page.waitFor("location.search === '?lang=fi&state=all&screen=button'", PATIENT);
    await page.waitFor("document.querySelector('.choices') !== null", PATIENT);
    const keys = (await column(0)).map((text) => text.trim());
    assert.ok(keys.includes('launcher.label') && !keys.includes('s1.title'));
    assert.equal(await page.evaluate("document.querySelectorAll('h2').length"), 1);
  });

  await t.test('the address of a string leads to its screen, in its language', async () => {
    await open('?lang=de&screen=leaving');
    const address = await page.evaluate<string>(
      'document.querySelector(\'td a[href*="name=discard"]\').href',
    );
    await page.goto(address);
    await page.waitFor("document.documentElement.dataset['state'] === 'reached'", PATIENT);
    const heading = await page.evaluate<string>(
      `document.querySelector('cliquez-signalez').renderRoot.querySelector('${HEADING}').textContent`,
    );
    assert.equal(heading.trim(), textsOf('de')['drop.title']);
  });

  // An ordinary language, one from right to left, easy words: a report is made in each language elsewhere (i18n/reports).
  for (const lang of ['de', 'ar', 'en-simple'])
    await t.test(`${lang}: its screens are shown in it`, async () => {
      await page.goto(`${demo.url}/gallery/state.html?name=where-error&lang=${lang}`);
      await page.waitFor("document.documentElement.dataset['state'] === 'reached'", PATIENT);
      const shown = await page.evaluate<[string, string]>(`(() => {
        const dialog = document.querySelector('cliquez-signalez').renderRoot.querySelector('dialog');
        return [dialog.lang, dialog.querySelector('${HEADING}').textContent.trim()];
      })()`);
      assert.deepEqual(shown, [lang, textsOf(lang)['s2.title']]);
    });

  for (const width of [1280, 390])
    await t.test(`axe finds nothing at ${width} px, and nothing is cut`, async () => {
      await page.setViewport({ width, height: 844 });
      await open('?lang=ar&screen=what');
      assert.deepEqual(await axeFaults(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    });

  await t.test('no policy is broken', () => assert.deepEqual(violations, []));

  await t.test('each string is seen on the screen that translators are told', async () => {
    const chromium = await puppeteer.launch(CHROMIUM);
    t.after(() => chromium.close());
    const screen = await chromium.newPage();
    const french = textsOf('fr');
    const [launcher, first, later, extra] = [
      partOf(french, 'launcher'),
      partOf(french, 'first'),
      partOf(french, 'later'),
      partOf(french, 'extra'),
    ];
    // In place of French, before the widget looks for it.
    await screen.evaluateOnNewDocument(
      (version, launcherTexts, firstTexts, laterTexts, extraTexts) => {
        const form = async (): Promise<object> => ({
          first: firstTexts,
          later: async () => laterTexts,
          extra: async () => extraTexts,
        });
        // Opening hours depend on the hour: it is a Tuesday, 10 am in France.
        const late = Date.parse('2027-03-02T09:00:00Z') - Date.now();
        globalThis.Date = class extends Date {
          constructor(...values: [] | [number]) {
            super(...((values.length > 0 ? values : [Date.now()]) as [number]));
          }
          static override now = (): number => performance.timeOrigin + performance.now() + late;
        } as DateConstructor;
        const locale = { tag: 'fr', launcher: launcherTexts, form };
        Object.assign(globalThis, { [Symbol.for(`cliquez-signalez ${version}`)]: new Map([['fr', locale]]) });
      },
      VERSION,
      named(launcher),
      named(first),
      named(later),
      named(extra),
    );
    const recorded = JSON.parse(await readFile(SEEN, 'utf8')) as Readonly<Record<string, string>>;
    const seen: Record<string, string> = {};
    const missing: string[] = [];
    const pictured = new Set(Object.values(recorded));
    const names = STATES.map(({ name }) => name);
    const isRecording = Boolean(process.env['RECORD']);
    for (const name of isRecording ? names : someOf([...pictured], pictured.size / 3)) {
      await screen.goto(`${demo.url}/gallery/state.html?name=${name}`);
      const options = { timeout: PATIENT.timeoutMs };
      await screen.waitForFunction(() => document.documentElement.dataset['state'] === 'reached', options);
      // The later part belongs to the picture. A check waits for the strings themselves, below.
      if (isRecording) await screen.waitForNetworkIdle({ idleTime: 100 });
      const expected = Object.keys(recorded).filter((key) => recorded[key] === name);
      // Folds fill up when they are drawn, which may be after the last request.
      const end = performance.now() + PATIENT.timeoutMs;
      let keys = await keysOn(screen);
      while (!isRecording && !expected.every((key) => keys.has(key)) && performance.now() < end)
        keys = await keysOn(screen);
      for (const key of keys) seen[key] ??= name;
      missing.push(...expected.filter((key) => !keys.has(key)).map((key) => `${key} on ${name}`));
    }
    const sorted = Object.fromEntries(Object.entries(seen).toSorted(([one], [two]) => (one < two ? -1 : 1)));
    if (isRecording) return writeFile(SEEN, `${JSON.stringify(sorted, null, 2)}\n`);
    // A string that has become visible may still be said to be near a picture; one that is gone may not be said to be on it.
    assert.deepEqual(missing, [], 'RECORD=1 writes the screens anew');
    assert.ok(Object.keys(recorded).length > 400);
    return undefined;
  });
});

/** A language of two strings, one reviewed and changed since, one in doubt. */
const SMALL: Translation = {
  tag: 'de',
  dir: 'ltr',
  screens: SCREENS,
  strings: [
    {
      key: 'a',
      screen: 'what',
      state: 'what',
      french: ['A'],
      english: ['B'],
      texts: ['C'],
      easy: 'E < F',
      terms: ['lien = Link'],
      review: 'stale',
      by: '<A>',
      on: '2027-03-02',
    },
    {
      key: 'b',
      screen: 'sent',
      state: 'sent',
      when: 'after',
      french: ['A'],
      english: ['B'],
      texts: ['C'],
      terms: [],
      review: 'unreviewed',
      doubt: 'Odd; or D',
      most: 9,
    },
    {
      key: 'c',
      screen: 'sent',
      state: 'sent',
      french: ['A'],
      english: ['B'],
      texts: ['C'],
      terms: [],
      review: 'reviewed',
      by: 'B',
      on: '2027-03-03',
    },
  ],
};

test('a string says who reviewed it, whether it has changed since, and why it is in doubt', () => {
  const said = TRANSLATIONS_WORDS.en;
  const { body } = translationsPage(said, {}, SMALL);
  assert.match(body, /Changed since &lt;A> reviewed it on 2027-03-02/);
  assert.match(body, /Not reviewed yet<\/p>\s*<p>In doubt: <span lang="en">Odd; or D<\/span>/);
  assert.match(body, /Reviewed by B on 2027-03-03/);
  assert.match(body, /In easy words: <span lang="en-simple">E &lt; F<\/span>/);
  assert.match(body, /Glossary: lien = Link/);
  assert.equal(body.match(/Glossary:/g)!.length, 1);
  assert.match(body, /at most 9 characters/);
  assert.match(body, /This language is a draft: 2 of 3 strings/);
  assert.match(body, /See the nearest screen<span class="unseen">, b</);
  const keys = (state: string): string[] =>
    [...translationsPage(said, { state }, SMALL).body.matchAll(/<code translate="no">(\w)</g)].map(
      ([, key]) => key!,
    );
  assert.deepEqual(['all', 'unreviewed', 'stale', 'reviewed', 'doubt', 'other'].map(keys), [
    ['a', 'b', 'c'],
    ['b'],
    ['a'],
    ['c'],
    ['b'],
    ['a', 'b', 'c'],
  ]);
});

test('the data of a language has all of its strings, and its direction', async () => {
  const { strings, dir } = translationOf('ar');
  assert.deepEqual([strings.map(({ key }) => key), dir], [KEYS, 'rtl']);
});
