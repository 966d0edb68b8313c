// The site behind « Quitter vite » does not learn which site the visitor comes from, whatever that site's policy.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { EXIT, HEADING, LATER, named, PANEL, seek } from '../../../demo/gallery/driver.ts';
import { ENGINES, launch, type Browser, type Engine, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { FORM, openByKeyboard, visit, WIDGET, type Frame } from '../isolated/isolated-visit.ts';
import { allowFocusIn, PATIENT, startCdn, startServer } from '../../setup/site.ts';

/** Sends every site the full address of the page: the most revealing policy that a page can set. */
const UNSAFE = { 'referrer-policy': 'unsafe-url' };
const META = '<meta name="referrer" content="unsafe-url">';

/** An open form: its place, and its document. */
interface Opened {
  readonly tab: Page;
  readonly form: Pick<Frame, 'evaluate' | 'waitFor'>;
  /** The present position of that document in the window. */
  readonly corner: () => Promise<readonly number[]>;
}

type Mode = 'dialog' | 'page' | 'frame around the page' | 'isolated dialog' | 'isolated page';

/** Opens a form of the page's own origin. */
async function openHere(t: TestContext, browser: Browser, mode: Mode): Promise<Opened> {
  const cdn = await startCdn(t);
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const widget = `${mode === 'dialog' ? META : ''}<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
      <cliquez-signalez endpoint="/v1/reports" ${mode === 'page' ? 'mode="inline"' : ''}></cliquez-signalez>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...UNSAFE })
      .end(
        `<!doctype html><html lang="fr"><title>${url}</title>${url === '/around' ? '<iframe src="/secret?page" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>' : widget}`,
      );
  });
  const tab = await browser.newPage();
  t.after(() => tab.close());
  // A host name for this machine that differs from the exit's.
  const site = origin.replace('127.0.0.1', 'localhost');
  await tab.goto(`${site}/${mode === 'frame around the page' ? 'around' : 'secret?page'}`);
  const form = mode === 'frame around the page' ? tab.frame('secret') : tab;
  await form.waitFor(`Boolean(${WIDGET}?.renderRoot)`, PATIENT);
  if (mode !== 'page') {
    await form.evaluate(`${WIDGET}.focus()`);
    await tab.press('Enter');
  }
  const shown = mode === 'page' ? PANEL : 'dialog[open]';
  await form.waitFor(`Boolean(${FORM}.querySelector('${shown} ${EXIT}'))`, PATIENT);
  return { tab, form, corner: () => Promise.resolve([0, 0]) };
}

/** Opens a form in the hotline's frame. */
async function openThere(t: TestContext, browser: Browser, mode: Mode): Promise<Opened> {
  const isInline = mode === 'isolated page';
  const seen = await visit(t, browser, {
    endpoint: 'http://127.0.0.1:1/v1/reports',
    headers: UNSAFE,
    attributes: isInline ? 'mode="inline"' : '',
  });
  const { tab, frame } = seen;
  if (!isInline) await openByKeyboard(seen);
  await frame.waitFor(`Boolean(${WIDGET}?.renderRoot?.querySelector('${HEADING}'))`, PATIENT);
  const corner = (): Promise<number[]> =>
    tab.evaluate(`(({ x, y }) => [x, y])(${FORM}.querySelector('iframe').getBoundingClientRect())`);
  return { tab, form: frame, corner };
}

const OPEN: Readonly<Record<Mode, typeof openHere>> = {
  dialog: openHere,
  page: openHere,
  'frame around the page': openHere,
  'isolated dialog': openThere,
  'isolated page': openThere,
};

async function click({ tab, form, corner }: Opened): Promise<void> {
  const still = `${FORM}.getAnimations().every(({ playState }) => playState !== 'running')`;
  await form.waitFor(still, PATIENT);
  const read = async (): Promise<readonly [number, number]> => {
    const [x = 0, y = 0] = await form.evaluate<number[]>(
      `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${FORM}.querySelector('${EXIT}').getBoundingClientRect())`,
    );
    const [left = 0, top = 0] = await corner();
    return [x + left, y + top];
  };
  // A hand is slower: the browser must have painted the frame, or it leads the click past it.
  await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await form.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  // On a busy machine, the page may still be fitting the frame into its window.
  let before = await read();
  let place = await read();
  while (place.join() !== before.join()) [before, place] = [place, await read()];
  await tab.click(...place);
}

async function pressShift({ tab, form }: Opened): Promise<void> {
  // The keys load with the later part.
  await form.waitFor(`Boolean(${FORM}.querySelector('${LATER}'))`, PATIENT);
  await tab.evaluate(`${WIDGET}?.renderRoot.querySelector('iframe')?.focus()`);
  await allowFocusIn(form, tab);
  await form.evaluate(`${seek(FORM, named('category'))}.focus()`);
  for (let press = 0; press < 3; press++) await tab.press('Shift');
}

const WAYS = [
  ['a click', click],
  ['Shift three times', pressShift],
] as const;

/** Each mode with each way. The first way changes from mode to mode, so that every engine meets all modes. */
const CASES = (Object.entries(OPEN) as [Mode, typeof openHere][]).flatMap(([mode, open], index) => {
  const ways = mode === 'frame around the page' ? WAYS.slice(0, 1) : WAYS;
  return (index % 2 ? ways.toReversed() : ways).map(([way, leave]) => ({ mode, open, way, leave }));
});

const casesFor = (engine: Engine): typeof CASES => {
  const chosen = thirdOf(engine, CASES);
  return CASES.filter((one) => chosen.includes(one) || one.mode === 'frame around the page');
};

for (const engine of ENGINES)
  test(`${engine}: the site behind « Quitter vite » is not told where one comes from`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const { mode, open, way, leave } of casesFor(engine))
      await t.test(`${mode}, by ${way}`, async (t2) => {
        const exit = await startServer(t2, (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html' }).end('<title>exit</title>'),
        );
        const opened = await open(t2, browser, mode);
        // The exit is https only, and the tests reach no other machine: only the last step uses another address.
        await opened.form.evaluate(`void (${FORM}.querySelector('${EXIT}').href = '${exit.origin}/')`);
        await leave(opened);
        await opened.tab.waitFor("document.title === 'exit'", PATIENT);
        assert.equal(await opened.tab.evaluate('document.referrer'), '');
        const visits = exit.requests.filter(({ path }) => path === '/');
        assert.ok(visits.length > 0);
        for (const { headers } of visits) assert.equal(headers.referer, undefined);
      });
  });
