// Properties that React omits when it hydrates a custom element, which is why the example uses a ref
// (react/react#35446). If this test fails, React has fixed it: update the example, `src/widget/types/react.ts` and the guides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, type Rolldown } from 'vite';
import { launch } from '../setup/browsers.ts';
import { PATIENT, startPage } from '../setup/site.ts';

const SCRIPT = `
  import { createElement } from 'react';
  import { createRoot, hydrateRoot } from 'react-dom/client';

  customElements.define('x-button', class extends HTMLElement { heard = 0; given; });
  const element = (where) => createElement('x-button', {
    given: {},
    'onx-press': ({ target }) => (target.heard += 1),
    ref: () => (document.body.dataset[where] = ''),
  });
  hydrateRoot(document.getElementById('hydrated'), element('hydrated'));
  createRoot(document.getElementById('rendered')).render(element('rendered'));
`;

/** A script that bundles all its imports. */
async function bundle(source: string): Promise<string> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id.endsWith('source.js') ? id : undefined),
        load: (id) => (id.endsWith('source.js') ? source : undefined),
      },
    ],
    build: { write: false, lib: { entry: 'source.js', formats: ['iife'], name: 'source' } },
  })) as [Rolldown.RolldownOutput];
  return output[0].code;
}

test('React gives a custom element neither properties nor listeners while it hydrates', async (t) => {
  const script = (await bundle(SCRIPT)).replaceAll('</script', String.raw`<\/script`);
  const { origin } = await startPage(
    t,
    `<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="/icon.svg">
     <div id="hydrated"><x-button></x-button></div><div id="rendered"></div><script>${script}</script>`,
  );
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(origin);
  // React calls a ref in both cases, so a ref is the remedy.
  await page.waitFor("'hydrated' in document.body.dataset && 'rendered' in document.body.dataset", PATIENT);
  const [hydrated, rendered] = await page.evaluate<{ given: boolean; heard: number }[]>(`
    ['hydrated', 'rendered'].map((id) => {
      const button = document.querySelector('#' + id + ' x-button');
      button.dispatchEvent(new Event('x-press'));
      return { given: button.given !== undefined, heard: button.heard };
    })`);
  assert.deepEqual(rendered, { given: true, heard: 1 });
  assert.deepEqual(hydrated, { given: false, heard: 0 });
});
