// Easy French on built files: on a page, in the hotline's frame, in the application without a network, in the single-file
// bundle; who does not choose it loads nothing of it. A report by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, named, HEADING, MAIN, REFERENCE, seek } from '../../../demo/gallery/driver.ts';
import easy from '../../../src/words/locales/fr-simple.json' with { type: 'json' };
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { openApp, startAppSite } from '../../app/app-site.ts';
import { startIsolated } from '../isolated/isolated-site.ts';
import { launch, pairWith, type Page } from '../../setup/browsers.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { PATIENT, startCdn, startPage } from '../../setup/site.ts';

/** A tab, or the frame of the hotline in it. */
type Place = Pick<Page, 'evaluate' | 'waitFor'>;

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";
const EASY = '.language[lang="fr-simple"]';

const find = (selector: string): string => seek(ROOT, selector);

async function click(place: Place, selector: string): Promise<void> {
  await place.waitFor(`Boolean(${ROOT} && ${find(selector)})`, PATIENT);
  await place.evaluate(`${find(selector)}.click()`);
}

const reach = (place: Place, title: string): Promise<unknown> =>
  place.waitFor(`${ROOT} && ${find(HEADING)}?.textContent.trim() === ${JSON.stringify(title)}`, PATIENT);

/** Chooses easy French, and waits for its nine pictograms. */
async function choose(place: Place): Promise<void> {
  await reach(place, fr['s1.title']);
  await click(place, EASY);
  await place.waitFor(`${find('.panel')}.lang === 'fr-simple'`, PATIENT);
  await place.waitFor(`${ROOT}.querySelectorAll('.pictogram').length === 9`, PATIENT);
}

/** The shortest report, to its number and the pictograms of the aims. */
async function report(place: Place): Promise<void> {
  await click(place, choice('category', 'unsure'));
  await click(place, MAIN);
  await reach(place, easy['s2.title']);
  await click(place, choice('where', 'none'));
  await place.waitFor(`${find(named('place'))} !== null`, PATIENT);
  await place.evaluate(`(() => {
    const field = ${find(named('place'))};
    field.value = 'Snapchat';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  })()`);
  await click(place, MAIN);
  await reach(place, easy['s4.title']);
  await place.waitFor(`!${ROOT}.querySelector('[data-resting], [data-restless]')`, PATIENT);
  await click(place, MAIN);
  await place.waitFor(`${ROOT} && ${find(REFERENCE)} !== null`, PATIENT);
  await reach(place, easy['ok.title']);
}

const pageWith = (script: string, attributes: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Une page</title><link rel="icon" href="/icon.svg">${script}
   <cliquez-signalez mode="inline" hotline="Point de Contact" country="FR" ${attributes}></cliquez-signalez>`;

for (const engine of pairWith('webkit')) {
  test(`${engine}: on a page, one tap loads it, and nothing of it loads before`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const cdn = await startCdn(t);
    const script = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>`;
    const site = await startPage(t, pageWith(script, `easy endpoint="${receiver.url}/v1/reports"`));
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage({ width: 390, height: 844 });
    await page.goto(site.origin);
    await reach(page, fr['s1.title']);
    await page.waitFor(`${find(EASY)} !== null`, PATIENT);
    const asked = (): string[] =>
      cdn.requests.map(({ path }) => path).filter((path) => /simple|pictures/.test(path));
    assert.deepEqual(asked(), []);
    await choose(page);
    await report(page);
    assert.equal(await page.evaluate(`${ROOT}.querySelectorAll('.pictogram').length`), 3);
    assert.equal((JSON.parse(receiver.reports().at(-1)!) as { locale: string }).locale, 'fr-simple');
    assert.ok(asked().some((path) => path.includes('pictures')));
    assert.ok(!asked().some((path) => path.includes('en-simple')));
  });

  test(`${engine}: in the hotline’s frame, the choice is there too`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = await launch(engine);
    t.after(() => browser.close());
    const sites = await startIsolated(t, {
      endpoint: `${receiver.url}/v1/reports`,
      attributes: 'easy mode="inline" country="FR"',
    });
    const tab = await browser.newPage({ width: 390, height: 844 });
    await tab.goto(sites.page);
    await choose(tab.frame('frame.html'));
    await report(tab.frame('frame.html'));
  });
}

for (const engine of pairWith('webkit'))
  test(`${engine}: a file that did not come is asked for again, and words do without their pictograms`, async (t) => {
    let missing = /fr-simple|pictures/;
    const cdn = await startCdn(t, {}, (name) => missing.test(name));
    const script = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>`;
    const site = await startPage(t, pageWith(script, 'easy practice'));
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage({ width: 390, height: 844 });
    await page.goto(site.origin);
    await reach(page, fr['s1.title']);
    await click(page, EASY);
    await page.waitFor(
      `${find('.panel')}.innerText.includes(${JSON.stringify(fr['language.failed'])})`,
      PATIENT,
    );
    assert.equal(await page.evaluate(`${find('.panel')}.lang`), 'fr');
    missing = /pictures/;
    await click(page, EASY);
    await page.waitFor(`${find('.panel')}.lang === 'fr-simple'`, PATIENT);
    await page.waitFor(
      `${find('.panel')}.innerText.includes(${JSON.stringify(easy['cat.procuring'])})`,
      PATIENT,
    );
    assert.equal(await page.evaluate(`${find('.pictogram')} === null`), true);
  });

test('in practice, it has loaded before the network goes', async (t) => {
  let isOnline = true;
  const cdn = await startCdn(t, {}, () => !isOnline);
  const script = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>`;
  const site = await startPage(t, pageWith(script, 'easy practice'));
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage({ width: 390, height: 844 });
  await page.goto(site.origin);
  await reach(page, fr['s1.title']);
  const has = (name: string): string =>
    `performance.getEntriesByType('resource').some(({ name }) => name.includes('${name}'))`;
  for (const name of ['pictures', 'later-fr-simple', 'extra-fr-simple'])
    await page.waitFor(has(name), PATIENT);
  // The last of them has arrived once another document would wait for nothing.
  await page.waitFor(
    "performance.getEntriesByType('resource').every(({ responseEnd }) => responseEnd > 0)",
    PATIENT,
  );
  isOnline = false;
  await choose(page);
});

test('the single-file bundle offers it with its file, and not without', async (t) => {
  const cdn = await startCdn(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const [files, isOffered] of [
    [['cliquez-signalez.bundle.js'], false],
    [['locales/fr-simple.js', 'cliquez-signalez.bundle.js'], true],
  ] as const) {
    const scripts = files
      .map((name) => `<script type="module" src="${cdn.origin}/${name}"></script>`)
      .join('');
    const site = await startPage(t, pageWith(scripts, 'easy practice'));
    const page = await browser.newPage({ width: 390, height: 844 });
    await page.goto(site.origin);
    await reach(page, fr['s1.title']);
    if (isOffered) await choose(page);
    else assert.equal(await page.evaluate(`${find('.language')} === null`), true);
  }
});

test('the application speaks it around the form too, and without a network', async (t) => {
  const site = await startAppSite(t);
  site.edit('index.html', (page) => page.replace('endpoint=', 'easy endpoint='));
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage({ width: 390, height: 844 });
  await openApp(page, site);
  await page.waitFor("navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')");
  await choose(page);
  await page.waitFor("document.getElementById('below').lang === 'fr-simple'", PATIENT);
  site.setOnline(false);
  await page.goto(site.app);
  await choose(page);
});
