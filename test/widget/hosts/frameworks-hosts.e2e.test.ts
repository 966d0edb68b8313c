// Turbo, htmx, React, Material UI and Bootstrap around the widget: typed text survives their changes to the page, is
// gone when they remove the widget, and can be typed inside their focus traps.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { HEADING, named } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { PATIENT } from '../../setup/site.ts';
import { isChosen, launch, pairWith, type Page } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { frameworkScripts } from './frameworks.ts';
import { send, startHostSite, takeUp, typeDetails, valueOf, visit, type SitePage } from './host-site.ts';
import { lead } from '../../setup/lead.ts';

const TEXT = 'Vu hier';

let served = 0;
const turbo =
  '<meta name="turbo-refresh-method" content="morph"><script type="module" src="$CDN/turbo.js"></script>';
const count = (): string => `<p id="count">${(served += 1)}</p>`;

const PAGES: Readonly<Record<string, SitePage>> = {
  turbo: { head: turbo, body: (widget) => `${count()}${widget}<p>Un</p>` },
  'turbo-next': { head: turbo, body: (widget) => `${count()}<main>${widget}</main><p>Deux</p>` },
  htmx: {
    head: '<script src="$CDN/htmx.js"></script>',
    body: (widget) => `<section id="around">${count()}${widget}</section><p id="beside">Un</p>`,
  },
  bootstrap: {
    head: '<script src="$CDN/bootstrap.js"></script>',
    body: (
      widget,
    ) => `<div id="modal" class="modal" tabindex="-1"><div class="modal-dialog"><div class="modal-content">
      <input id="inside">${widget}<button data-bs-dismiss="modal">Fermer</button></div></div></div>`,
  },
  'bootstrap-beside': {
    head: '<script src="$CDN/bootstrap.js"></script>',
    body: (widget) => `${widget}<div id="modal" class="modal" tabindex="-1"><div class="modal-dialog">
      <div class="modal-content"><button id="opener" data-cliquez-signalez>Signaler</button></div></div></div>`,
  },
  'bootstrap-inline': {
    head: '<script src="$CDN/bootstrap.js"></script>',
    body: (
      widget,
    ) => `<button>Avant</button><div id="modal" class="modal" tabindex="-1"><div class="modal-dialog">
      <div class="modal-content">${widget.replaceAll('cliquez-signalez', 'cliquez-signalez-form')}</div></div></div>`,
  },
  react: {
    body: (widget) => `<div id="root"></div><template id="attributes">${widget}</template>
      <script type="module">
        import '$CDN/react-page.js';
        const { attributes } = document.querySelector('#attributes').content.firstElementChild;
        renderApp(Object.fromEntries([...attributes].map(({ name, value }) => [name, value])));
      </script>`,
  },
};

const isModal = (page: Page): Promise<boolean> => page.evaluate("driver.find('dialog').matches(':modal')");
const settle = async (page: Page): Promise<void> =>
  lead(page, 'for (let n = 0; n < 4; n++) await new Promise((next) => requestAnimationFrame(next))');

/** The typed text is still there, in a dialog that is still open. */
async function assertKept(page: Page): Promise<void> {
  await settle(page);
  assert.ok(await isModal(page));
  assert.equal(await valueOf(page, 'details'), TEXT);
}

/** The removed widget has no data left and no longer locks scrolling; the current widget starts empty. */
async function assertGone(page: Page): Promise<void> {
  await page.waitFor(
    `old.isConnected === false && old.renderRoot.querySelector('${HEADING}').textContent === ` +
      JSON.stringify(fr['s1.title']),
    PATIENT,
  );
  assert.equal(await page.evaluate('document.documentElement.style.cssText'), '');
  await page.waitFor(
    "Boolean(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('.box'))",
    PATIENT,
  );
  await takeUp(page);
  await lead(page, "await driver.reachDetails('unsure')");
  assert.equal(await valueOf(page, 'details'), '');
}

/** Esc in the form asks for confirmation, and a second Esc stays. The modal around it receives neither key. */
async function escapeTwice(page: Page): Promise<void> {
  await page.press('Escape');
  await page.waitFor(`driver.heading === ${JSON.stringify(fr['drop.title'])}`, PATIENT);
  await page.press('Escape');
  await page.waitFor(`driver.find('${named('details')}') !== null`, PATIENT);
}

let scripts: Readonly<Record<string, string>>;

before(async () => {
  scripts = await frameworkScripts();
});

for (const engine of pairWith('firefox')) {
  test(engine, async (t) => {
    const site = await startHostSite(t, PAGES, scripts);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    const at = (name: string): Promise<void> => visit(page, `${site.origin}/${name}`);
    async function sendAndCompare(): Promise<void> {
      const report = await send(page, site);
      assert.equal((report['content'] as { description?: string }).description, TEXT);
    }

    if (isChosen(engine))
      await t.test('Turbo morphs the page under an open form', async () => {
        await at('turbo');
        await page.waitFor('Boolean(window.Turbo)', PATIENT);
        await typeDetails(page, TEXT);
        const earlier = await page.evaluate<string>("document.querySelector('#count').textContent");
        await page.evaluate('void Turbo.session.refresh(location.href)');
        await page.waitFor(`document.querySelector('#count').textContent !== '${earlier}'`, PATIENT);
        await assertKept(page);
        await sendAndCompare();
      });

    await t.test('Turbo goes to another page, and back to what it remembers of the first', async () => {
      await at('turbo');
      await page.waitFor('Boolean(window.Turbo)', PATIENT);
      await typeDetails(page, TEXT);
      await page.evaluate("void (window.old = driver.element, Turbo.visit('/turbo-next'))");
      await page.waitFor(
        "location.pathname === '/turbo-next' && document.querySelector('main') !== null",
        PATIENT,
      );
      await assertGone(page);
      await page.evaluate('void (window.old = driver.element)');
      await page.back();
      await page.waitFor("location.pathname === '/turbo' && !document.querySelector('main')", PATIENT);
      await assertGone(page);
      await lead(page, `await driver.fill('details', '${TEXT}')`);
      await sendAndCompare();
    });

    await t.test(
      'htmx swaps what is beside the widget, morphs what is around it, and replaces it',
      async () => {
        await at('htmx');
        await typeDetails(page, TEXT);
        const swap = (text: string, target: string, style: string): Promise<void> =>
          lead(
            page,
            `await htmx.swap({ text: ${text}, target: document.querySelector('${target}'), swap: '${style}' })`,
          );
        await swap("'<i>Deux</i>'", '#beside', 'innerHTML');
        await assertKept(page);
        for (const style of ['innerMorph', 'outerMorph']) {
          await page.evaluate(`void (window.again = document.querySelector('#around')
          .${style === 'innerMorph' ? 'innerHTML' : 'outerHTML'}.replace(/(id="count">)[^<]*/, '$1${style}'))`);
          await swap('again', '#around', style);
          assert.equal(await page.evaluate("document.querySelector('#count').textContent"), style);
          await assertKept(page);
        }
        await page.evaluate('void (window.old = driver.element)');
        await swap('again', '#around', 'outerHTML');
        await assertGone(page);
        await lead(page, `await driver.fill('details', '${TEXT}')`);
        await sendAndCompare();
      },
    );

    for (const name of casesOf(engine, ['bootstrap', 'bootstrap-beside'])) {
      await t.test(`Bootstrap’s modal keeps focus, and the form has it: ${name}`, async () => {
        await at(name);
        await lead(
          page,
          `const modal = document.querySelector('#modal');
           window.hidden = 0;
           modal.addEventListener('hide.bs.modal', () => (hidden += 1));
           const shown = new Promise((done) => modal.addEventListener('shown.bs.modal', done));
           new bootstrap.Modal(modal).show();
           await shown;
           document.querySelector('#opener')?.click();
           if (document.querySelector('#opener')) await driver.wait('dialog[open]');`,
        );
        await typeDetails(page, TEXT);
        await escapeTwice(page);
        assert.equal(await valueOf(page, 'details'), TEXT);
        await sendAndCompare();
        await page.press('Escape');
        await page.waitFor("!driver.find('dialog').open", PATIENT);
        assert.equal(await page.evaluate('hidden'), 0);
        await page.evaluate("document.querySelector('#inside, #opener').focus()");
        await page.press('Escape');
        await page.waitFor('hidden === 1', PATIENT);
      });
    }

    await t.test(
      'a form that stands in Bootstrap’s modal is typed in, and Tab stays in the modal',
      async () => {
        await at('bootstrap-inline');
        await lead(
          page,
          `const modal = document.querySelector('#modal');
         const shown = new Promise((done) => modal.addEventListener('shown.bs.modal', done));
         new bootstrap.Modal(modal).show();
         await shown;`,
        );
        await typeDetails(page, TEXT);
        for (let stop = 0; stop < 8; stop++) await page.press('Tab');
        assert.ok(await page.evaluate("document.querySelector('#modal').contains(document.activeElement)"));
        await sendAndCompare();
      },
    );

    await t.test('React mounts twice, renders again, takes away and puts back', async () => {
      await at('react');
      assert.equal(await page.evaluate('mounts'), 1);
      assert.ok(await page.evaluate('unmounted'), 'StrictMode did not mount twice');
      await typeDetails(page, TEXT);
      await page.evaluate('void setCount(7)');
      await page.waitFor("document.querySelector('#count').textContent === '7'", PATIENT);
      await assertKept(page);
      await page.evaluate('void (window.old = driver.element, setShown(false))');
      await page.waitFor('!old.isConnected', PATIENT);
      await page.evaluate('void setShown(true)');
      await assertGone(page);
      await lead(page, `await driver.fill('details', '${TEXT}')`);
      await sendAndCompare();
    });

    if (isChosen(engine))
      await t.test('Material UI’s modal keeps focus, and the form has it', async () => {
        await at('react');
        await page.evaluate('void setOpen(true)');
        await page.waitFor("Boolean(document.querySelector('#modal cliquez-signalez')?.renderRoot)", PATIENT);
        await takeUp(page);
        await typeDetails(page, TEXT);
        await settle(page);
        await escapeTwice(page);
        await assertKept(page);
        await sendAndCompare();
        await page.press('Escape');
        await page.waitFor("!driver.find('dialog').open", PATIENT);
        assert.equal(await page.evaluate('Boolean(window.modalClosed)'), false);
        await page.evaluate("document.querySelector('#inside').focus()");
        await page.press('Escape');
        await page.waitFor('window.modalClosed', PATIENT);
      });
  });
}
