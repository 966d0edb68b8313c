// Practice on built files, in every way in which a form comes onto a page: the requests are counted. None goes anywhere
// but to the widget's own files, and once the page has loaded, a group without a network trains all the same.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import {
  BAND,
  choice,
  DETAILS_DOOR,
  HEADING,
  MAIN,
  named,
  REFERENCE,
  seek,
} from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { APP, openApp, startAppSite } from '../../app/app-site.ts';
import { startIsolated } from '../isolated/isolated-site.ts';
import { ENGINES, isChosen, launch, pairWith, type Page } from '../../setup/browsers.ts';
import { fileBrowser } from '../../setup/file-browser.ts';
import { until } from '../../setup/until.ts';
import { PATIENT, startCdn, startPage, startServer, type RecordingServer } from '../../setup/site.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);

/** A tab, or the frame of the hotline in it. */
type Place = Pick<Page, 'evaluate' | 'waitFor'>;

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

const find = (selector: string): string => seek(ROOT, selector);

async function click(place: Place, selector: string): Promise<void> {
  await place.waitFor(`Boolean(${ROOT} && ${find(selector)})`, PATIENT);
  await place.evaluate(`${find(selector)}.click()`);
}

/** Waits for a view, which says that nothing is sent. */
async function reach(place: Place, title: string): Promise<void> {
  await place.waitFor(
    `${ROOT} && ${find(HEADING)}?.textContent.trim() === ${JSON.stringify(title)}`,
    PATIENT,
  );
  assert.equal(await place.evaluate(`${find(BAND)}?.innerText`), fr['practice.band'], title);
}

/** One practice report from the first step, with details, to its number, then all that stands behind the doors. */
async function train(place: Place): Promise<void> {
  await reach(place, fr['s1.title']);
  await click(place, choice('category', 'sexual_harassment'));
  await click(place, MAIN);
  await reach(place, fr['s2.title']);
  await click(place, choice('where', 'elsewhere'));
  await place.waitFor(`${find(named('addresses.0'))} !== null`, PATIENT);
  await place.evaluate(`(() => {
    const field = ${find(named('addresses.0'))};
    field.value = 'https://forum.example/sujet/7';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  })()`);
  await click(place, MAIN);
  await reach(place, fr['s4.title']);
  await click(place, DETAILS_DOOR);
  await reach(place, fr['s3.title']);
  await click(place, MAIN);
  await reach(place, fr['s4.title']);
  await click(place, MAIN);
  await reach(place, fr['practice.title']);
  assert.equal(await place.evaluate(`${find(REFERENCE)}.textContent`), 'ESSAI-1234');
  for (const aim of ['remove', 'complain', 'talk']) {
    await click(place, `.aim-${aim} > summary`);
    await place.waitFor(`${find(`.aim-${aim}[open] .help`)} !== null`, PATIENT);
  }
}

/** All that the form may open has loaded: its files are counted until no more come. */
async function settle(servers: readonly RecordingServer[], place: Place): Promise<void> {
  let before = -1;
  const count = (): number => servers.reduce((sum, { requests }) => sum + requests.length, 0);
  while (count() !== before) {
    before = count();
    const end = (await place.evaluate<number>('performance.now()')) + 1_000;
    await place.waitFor(`performance.now() > ${end}`, PATIENT);
  }
}

/** The requests that ask for something else than a built file. */
const others = ({ requests }: RecordingServer, folder: URL, path = '/'): string[] =>
  requests
    .filter(
      ({ method, path: asked }) =>
        method !== 'GET' || !existsSync(new URL(asked.slice(path.length).replace(/\?.*/, ''), folder)),
    )
    .map(({ method, path: asked }) => `${method} ${asked}`);

/** What a page may set that would else make requests. */
const settings = (receiver: string): string =>
  `endpoint="${receiver}/v1/reports" challenge="${receiver}/v1/challenge" receipt-key="MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE"
   public-key="BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"
   hotline="Point de Contact" country="FR" languages="fr en"`;

for (const engine of pairWith('firefox')) {
  test(`${engine}: a practice form on a page asks for the widget’s files alone, then works without a network`, async (t) => {
    const receiver = await startServer(t, (_, response) => void response.writeHead(500).end());
    let isOnline = true;
    const cdn = await startCdn(t, {}, () => !isOnline);
    const site = await startPage(
      t,
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Une formation</title>
        <link rel="icon" href="/icon.svg">
        <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
        <cliquez-signalez practice mode="inline" ${settings(receiver.origin)}></cliquez-signalez>`,
    );
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage({ width: 390, height: 844 });
    await page.goto(site.origin);
    await reach(page, fr['s1.title']);
    await settle([cdn], page);
    isOnline = false;
    const loaded = cdn.requests.length;
    await train(page);
    await click(page, '.again');
    await train(page);
    assert.equal(cdn.requests.length, loaded, 'the network was needed');
    assert.deepEqual(others(cdn, CDN), []);
    assert.deepEqual(
      site.requests.map(({ path }) => path).filter((path) => !['/', '/icon.svg'].includes(path)),
      [],
    );
    assert.equal(receiver.connections(), 0);
  });

  if (isChosen(engine))
    test(`${engine}: in the isolated mode, a practice form asks for the hotline’s files alone`, async (t) => {
      const receiver = await startServer(t, (_, response) => void response.writeHead(500).end());
      const browser = await launch(engine);
      t.after(() => browser.close());
      const sites = await startIsolated(t, {
        endpoint: `${receiver.origin}/v1/reports`,
        attributes: 'practice mode="inline" country="FR"',
        markup: (html) => html.replace('<cliquez-signalez', `<cliquez-signalez challenge="/v1/challenge"`),
      });
      const tab = await browser.newPage({ width: 390, height: 844 });
      await tab.goto(sites.page);
      await train(tab.frame('frame.html'));
      assert.deepEqual(others(sites.hotline, CDN), []);
      assert.equal(receiver.connections(), 0);
      // The frame begins anew, and says what it is for.
      const asked = sites.hotline.requests.length;
      await tab.evaluate("document.querySelector('cliquez-signalez').practice = false");
      await until(
        () => sites.hotline.requests.slice(asked).some(({ path }) => path.startsWith('/frame.html')),
        'the frame came anew',
      );
      const frame = tab.frame('frame.html');
      await frame.waitFor(
        `${ROOT} && ${find(HEADING)}?.textContent.trim() === ${JSON.stringify(fr['s1.title'])}`,
        PATIENT,
      );
      assert.equal(await frame.evaluate(find(BAND)), null);
    });
}

/** A frame of a hotline that has not upgraded: it is ready, and knows nothing of practice. */
const OLD_FRAME = `<!doctype html><title>Ancien</title><script>
  addEventListener('message', ({ data, ports: [port] }) => {
    if (data.type !== 'cs-hello') return;
    port.postMessage({ type: 'accepted' });
    port.postMessage({ type: 'ready' });
  });
</script>`;

test('a frame that knows no practice is not shown for it: its reports would reach the hotline', async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const practice of [true, false]) {
    const sites = await startIsolated(t, {
      endpoint: 'https://hotline.example/v1/reports',
      attributes: `${practice ? 'practice' : ''} mode="inline" hotline-url="https://hotline.example/"`,
      answer: (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(OLD_FRAME),
    });
    const tab = await browser.newPage();
    await tab.goto(sites.page);
    await tab.waitFor(
      `${ROOT}?.querySelector(${JSON.stringify(practice ? '[role="alert"]' : 'iframe')})`,
      PATIENT,
    );
    // The frame had its time to say that it is ready.
    await settle([sites.hotline], tab);
    assert.equal(await tab.evaluate(`${find('iframe')} === null`), practice);
    await tab.close();
  }
});

for (const engine of ENGINES.filter((one) => one !== 'webkit')) {
  const browser = fileBrowser(engine);

  test(`${engine}: the application of a page with practice trains, also when it is opened again without a network`, async (t) => {
    const site = await startAppSite(t);
    site.edit('index.html', (html) => html.replace('<cliquez-signalez\n', '<cliquez-signalez practice\n'));
    const page = await browser.newPage(t, { width: 390, height: 844 });
    await openApp(page, site);
    await reach(page, fr['s1.title']);
    await settle([site], page);
    site.setOnline(false);
    // A query cannot make it practice, nor stop it.
    await page.goto(`${site.app}?practice=false`);
    await train(page);
    assert.deepEqual(
      others(site, APP, '/app/').filter((asked) => !/^GET \/app\/(?:\?.*)?$/.test(asked)),
      [],
    );
  });

  test(`${engine}: no address makes the application practise`, async (t) => {
    const site = await startAppSite(t);
    const page = await browser.newPage(t, { width: 390, height: 844 });
    await openApp(page, site);
    await page.goto(`${site.app}?practice=1#practice`);
    await page.waitFor(`${ROOT} && ${find(HEADING)} !== null`, PATIENT);
    assert.equal(await page.evaluate(find(BAND)), null);
  });
}
