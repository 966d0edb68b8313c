// The application in other languages: page, words and form in one language, whatever of it can be fetched, and in the one
// that the reporter chooses; the device keeps the files of the languages that the page names.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { named, PANEL, seek } from '../../demo/gallery/driver.ts';
import { furtherLanguages, loadLanguages, wordsFor } from '../../src/app/languages.ts';
import names from '../../src/app/names.json' with { type: 'json' };
import { isChosen, ENGINES, type Page } from '../setup/browsers.ts';
import { fileBrowser } from '../setup/file-browser.ts';
import { PATIENT } from '../setup/site.ts';
import { above, APP, openApp, post, ROOT, startAppSite } from './app-site.ts';

await loadLanguages(furtherLanguages(Object.keys(names)));

const CATEGORY = `${seek(ROOT, named('category'))} != null`;

/** The language and direction of the words above, of those below, and of the form. */
const languages = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`['above', 'below'].map((id) => document.getElementById(id))
    .concat(${ROOT}.querySelector('${PANEL}'))
    .map(({ lang, dir }) => lang + ' ' + dir)`);

for (const engine of ENGINES) {
  if (engine === 'webkit') continue;

  const browser = fileBrowser(engine);

  test(`${engine}: a page in Arabic is whole in Arabic, from right to left, also without a network`, async (t) => {
    const site = await startAppSite(t);
    site.speak('ar');
    const page = await browser.newPage(t, { width: 390, height: 844 });
    await openApp(page, site);
    const say = wordsFor('ar');
    await page.waitFor(CATEGORY, PATIENT);
    assert.equal(await page.evaluate('document.title'), names.ar.name);
    assert.deepEqual(await languages(page), ['ar rtl', 'ar rtl', 'ar rtl']);
    await page.waitFor(`navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')`);
    await page.goto(site.elsewhere);
    site.setOnline(false);
    await post(page, site.app, { text: 'https://exemple.fr/un?fbclid=x' });
    const told = await above(page, 'received');
    assert.ok(told.includes(say('received.one')), told);
    assert.ok(told.includes(say('received.removed', { names: 'fbclid' })), told);
    // The name of a parameter keeps its direction between words that run from right to left.
    const removed = await page.evaluate<string>(`document.querySelector('#above .removed').textContent`);
    assert.match(removed, /\u2068fbclid\u2069/);
    await page.waitFor(CATEGORY, PATIENT);
    assert.deepEqual(await languages(page), ['ar rtl', 'ar rtl', 'ar rtl']);
  });

  if (isChosen(engine))
    test(`${engine}: the words follow the language that the reporter chooses, and its files alone are kept`, async (t) => {
      const site = await startAppSite(t);
      site.edit('index.html', (page) => page.replace('endpoint=', 'languages="fr uk pt-BR" endpoint='));
      const page = await browser.newPage(t, { width: 390, height: 844 });
      await openApp(page, site);
      await post(page, site.app, { text: 'https://exemple.fr/un' });
      assert.ok((await above(page, 'received')).includes(wordsFor('fr')('received.one')));
      await page.waitFor(`${ROOT}.querySelector('.languages [lang="uk"]') !== null`, PATIENT);
      await page.evaluate(`${ROOT}.querySelector('.languages [lang="uk"]').click()`);
      const say = wordsFor('uk');
      await page.waitFor(
        `document.getElementById('above').innerText.includes(${JSON.stringify(say('received.one'))})`,
        PATIENT,
      );
      assert.ok((await page.evaluate<string>(`document.body.innerText`)).includes(say('how.title')));
      assert.deepEqual(await languages(page), ['uk ltr', 'uk ltr', 'uk ltr']);
      const cached = await page.evaluate<string[]>(`(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').at(-1));
    })()`);
      const built = readdirSync(APP).filter((name) => /^app-[a-z]{2}-.*\.js$/.test(name));
      assert.deepEqual(
        cached.filter((name) => built.includes(name)).toSorted(),
        built.filter((name) => /^app-(?:uk|pt)-/.test(name)).toSorted(),
      );
    });

  if (isChosen(engine))
    test(`${engine}: where the file of its language does not arrive, the page and the form are in English`, async (t) => {
      const site = await startAppSite(t);
      site.speak('de');
      for (const name of readdirSync(APP).filter((file) => file.startsWith('app-de-')))
        site.files.set(name, 'throw 0');
      const page = await browser.newPage(t, { width: 390, height: 844 });
      await page.goto(site.app);
      await page.waitFor(CATEGORY, PATIENT);
      assert.deepEqual(await languages(page), ['en ltr', 'en ltr', 'en ltr']);
      assert.ok(
        (await page.evaluate<string>(`document.body.innerText`)).includes(wordsFor('en')('how.title')),
      );
    });
}
