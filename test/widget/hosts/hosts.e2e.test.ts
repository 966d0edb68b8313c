// Any host page: the form and its button have exactly the pixels that they have on a bare page.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { PNG } from 'pngjs';
import { LAUNCHER, REFERENCE } from '../../../demo/gallery/driver.ts';
import { DEFAULT_PATH } from '../../../src/receiver/protocol/paths.ts';
import { DRIVER_SOURCE } from '../../setup/driver-source.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';
import { ENGINES, launch, type Engine, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { startWordPress } from '../../plugins/setup/wordpress.ts';
import { BARE, hostPages, pageWith, type HostPage } from './pages.ts';
import { compare, cut, readPicture, type Box, type Difference } from './pictures.ts';

const VIEWPORT = { width: 1024, height: 900 };

/** WebKitGTK renders a shadow slightly differently each time, even on one page: by one level of 255. */
const TOLERANCE = { chromium: 0, firefox: 0, webkit: 1 };

/**
 * Chromium rasterises the round corners of a dialog in one of two ways, by chance: a few pixels differ on one and the
 * same page. A real effect of the host appears in each of these looks.
 */
const MOST_LOOKS = 8;

/** The reporter's actions between two pictures; `driver` drives the widget. */
const VIEWS = {
  what: "driver.open().then(() => driver.choose('category', 'sexual_harassment'))",
  'where-error': "driver.next().then(() => driver.choose('where', 'elsewhere')).then(() => driver.next())",
  // The reference number differs each time, so the test replaces it with a fixed one.
  sent: `driver.choose('where', 'here').then(() => driver.next()).then(() => driver.next())
    .then(() => driver.wait('${REFERENCE}')).then((output) => { output.textContent = 'ABCD EFGH 1234'; })`,
};

const WIDGET = "document.querySelector('cliquez-signalez')";
const READY = `Boolean(window.Driver && ${WIDGET}?.renderRoot?.querySelector('${LAUNCHER}'))`;

/** A page and its address. */
interface Host extends Pick<HostPage, 'name' | 'veils'> {
  readonly address: string;
}

// The engines mostly wait until a view takes taps: side by side, each has the processors when it paints.
test('the form has the same pixels on any page, and so has its button', async (t) => {
  const [bare, ...hosts] = await startHosts(t);
  const each = ENGINES.map((engine) =>
    t.test(engine, async (inEngine) => {
      const browser = await launch(engine);
      inEngine.after(() => browser.close());
      const page = await browser.newPage(VIEWPORT);
      const bares = [await takePictures(page, engine, bare!)];
      for (const host of thirdOf(engine, hosts)) {
        await inEngine.test(host.name, async () => {
          const pictures: Pictures[] = [];
          for (let look = 1; ; look++) {
            pictures.push(await takePictures(page, engine, host));
            const differences = differencesOf(bares, pictures, host, TOLERANCE[engine]);
            if (differences.length === 0) return;
            assert.ok(look < MOST_LOOKS, differences.join('\n'));
            bares.push(await takePictures(page, engine, bare!));
          }
        });
      }
    }),
  );
  await Promise.all(each);
});

/** Views without a picture of the host that equals one of the bare page, with the smallest difference of each. */
function differencesOf(
  bares: readonly Pictures[],
  pictures: readonly Pictures[],
  { veils }: Host,
  tolerance: number,
): string[] {
  const views = ['launcher', ...Object.keys(VIEWS)].filter((view) => !(veils && view === 'launcher'));
  return views.flatMap((view) => {
    const all = bares.flatMap((bare) =>
      pictures.map((host) => compare(bare.get(view)!, host.get(view)!, tolerance)),
    );
    const [{ count, most, within }] = all.toSorted((one, other) => one.count - other.count) as [Difference];
    return count > 0
      ? [`${view}: ${count} pixels, by ${most} at most, within ${JSON.stringify(within)}`]
      : [];
  });
}

/** Serves every host, the bare page first. */
async function startHosts(t: TestContext): Promise<Host[]> {
  const cdn = await startCdn(t, { 'driver.js': DRIVER_SOURCE });
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const widget = `<cliquez-signalez lang="fr" country="FR" endpoint="${receiver.url}${DEFAULT_PATH}"
    hotline="Point de Contact" hotline-url="https://hotline.example/" privacy-url="https://hotline.example/"
    page-url="https://gazette.example/article"><a href="https://hotline.example/">Signaler</a></cliquez-signalez>
    <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
    <script type="module">import { Driver } from '${cdn.origin}/driver.js'; window.Driver = Driver;</script>`;

  const pages = [BARE, ...(await hostPages())];
  const hosts = await startServer(t, ({ url }, response) => {
    const page = pages.find(({ name }) => url === `/${name}`);
    if (page)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageWith(page, widget));
    else response.writeHead(404).end();
  });
  const wordpress = await startWordPress();
  t.after(() => wordpress.stop());
  // A partner pastes the widget into an article.
  const article = await wordpress.publish('Signaler', `<!-- wp:html -->${widget}<!-- /wp:html -->`);
  return [
    ...pages.map((page) => ({ ...page, address: `${hosts.origin}/${page.name}` })),
    { name: 'wordpress', address: article },
  ];
}

/** By view: the launcher, and the dialog in each of `VIEWS`. */
type Pictures = ReadonlyMap<string, PNG>;

/** Looks at the page, at the button, then at the form as it is led on. */
async function takePictures(page: Page, engine: Engine, host: Host): Promise<Pictures> {
  const pictures = new Map<string, PNG>();
  const take = async (view: string, selector: string): Promise<void> => {
    await page.evaluate(`(${SETTLED})()`);
    const path = `.screenshots/${engine}/hosts/${host.name}-${view}.png`;
    await page.screenshot(path);
    const box = await page.evaluate(boxOf, selector);
    pictures.set(view, cut(await readPicture(path), box));
  };
  await page.goto(host.address);
  await page.waitFor(READY, PATIENT);
  await page.screenshot(`.screenshots/${engine}/hosts/${host.name}.png`);

  await page.evaluate(SET_APART);
  await take('launcher', LAUNCHER);
  for (const [view, reach] of Object.entries(VIEWS)) {
    await page.evaluate(reach);
    await take(view, 'dialog');
  }
  return pictures;
}

/**
 * Hides the page behind a curtain, because it shows through the backdrop. Moves the widget in front of the curtain,
 * because its position depends on the page. The inside of the widget stays as the page has made it. Other content is
 * removed: its extent decides in which tiles a browser paints, which shows at round corners.
 */
const SET_APART = `(() => {
  const set = (element, style) => {
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
  };
  const front = { position: 'fixed', 'z-index': 2147483647 };
  // A canvas, because nothing can be generated in it.
  const curtain = document.createElement('canvas');
  set(curtain, { all: 'initial', ...front, top: 0, left: 0, width: '100vw', height: '100vh', background: 'white' });
  document.documentElement.append(curtain);
  const widget = ${WIDGET};
  for (let around = widget; around !== document.documentElement; around = around.parentElement)
    for (const other of [...around.parentElement.children])
      if (other !== around && !other.matches('head, style, script, link, canvas')) other.remove();
  const bare = { margin: 0, padding: 0, border: 0, outline: 0, background: 'none', 'box-shadow': 'none' };
  set(widget, { ...front, ...bare, inset: '40px auto auto 40px', transition: 'none' });
  window.driver = new Driver(widget);
})()`;

/** The box of an element, its shadow included. */
function boxOf(selector: string): Box {
  const around = 16;
  const { renderRoot } = document.querySelector('cliquez-signalez')!;
  const { x, y, width, height } = renderRoot.querySelector(selector)!.getBoundingClientRect();
  const size = { width: Math.ceil(width) + 2 * around, height: Math.ceil(height) + 2 * around };
  return { x: Math.floor(x) - around, y: Math.floor(y) - around, ...size };
}

/** Waits until nothing moves. */
const SETTLED = `async () => {
  const moving = driver.element.renderRoot.getAnimations();
  await Promise.all(moving.map((animation) => animation.finished.catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}`;
