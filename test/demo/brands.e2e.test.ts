// The demo's three brands: their style sheets affect the widget only in ways that the guides document, and their pages
// are accessible, on a phone too.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { startDemo } from '../../demo/serve.ts';
import { ATTRIBUTES, type AttributeName } from '../../src/widget/attributes/names.ts';
import { launch } from '../setup/browsers.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');
const list = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted();
const names = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name]) => name!));

const guide = await read('src/widget/theme/README.md');
const seeds = names(guide, /^\| `(--cs-[\w-]+)` \|/gm);
const BRANDS = ['journal', 'ecoles', 'nuit'];

test('the brands are dressed with what the guides name alone', async (t) => {
  assert.ok(seeds.size >= 12 && seeds.has('--cs-accent'));
  const scripts = await Promise.all(list('dist/cdn/**/*.js').map(read));
  // A name used by both the page and the widget would reach the widget by inheritance.
  const inside = names(scripts.join('\n'), /(--[a-z_][\w-]*)(?=\s*[:,)])/gi);
  assert.ok(inside.has('--cs-accent') && [...inside].some((name) => !seeds.has(name)));

  const sheets = ['demo/pages/base.css', ...list('demo/pages/brands/*.css')];
  assert.equal(sheets.length, 1 + BRANDS.length);
  for (const sheet of sheets) {
    await t.test(sheet, async () => {
      const css = (await read(sheet)).replace(/\/\*.*?\*\//gs, '');
      assert.doesNotMatch(css, /::?(?:part|state|slotted|host)\b/);
      for (const name of names(css, /(--[\w-]+)/g)) {
        const isForeign = name.startsWith('--cs-') || inside.has(name);
        assert.ok(!isForeign || seeds.has(name), `${name} is not a seed, but means something to the widget`);
      }
      for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
        if (!selector!.includes('cliquez-signalez')) continue;
        for (const name of names(body!, /(--[\w-]+)\s*:/g)) assert.ok(seeds.has(name), `${selector}${name}`);
      }
    });
  }

  for (const brand of BRANDS) {
    await t.test(`${brand}.html`, async () => {
      const html = await read(`demo/pages/brands/${brand}.html`);
      const widgets = [...html.matchAll(/<cliquez-signalez\s(.*?)>/gs)];
      assert.ok(widgets.length > 0);
      for (const [, text] of widgets) {
        for (const name of names(text!, /([\w-]+)="/g))
          assert.ok(ATTRIBUTES.includes(name as AttributeName), name);
      }
    });
  }
});

test('the first page shows the seeds of the brands as they are', async () => {
  const index = await read('demo/pages/index.html');
  for (const brand of BRANDS) {
    const css = await read(`demo/pages/brands/${brand}.css`);
    const rule = /^cliquez-signalez \{.*?^\}/ms.exec(css)?.[0];
    assert.ok(rule && index.includes(`<code>${rule}</code>`), `${brand}:\n${rule}`);
  }
});

test('the brands are accessible, and nothing is cut on a phone', async (t) => {
  const demo = await startDemo({ port: 0, databaseUrl: 'sqlite::memory:' });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await demo.close();
  });
  const page = await browser.newPage();
  for (const brand of BRANDS) {
    for (const width of [1280, 390]) {
      await t.test(`${brand} at ${width} px`, async () => {
        await page.setViewport({ width, height: 900 });
        await page.goto(`${demo.url}/${brand}`);
        await page.waitFor(() =>
          [...document.querySelectorAll('cliquez-signalez')].every((widget) =>
            widget.renderRoot?.querySelector('button'),
          ),
        );
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(await axeFaults(page, { isUsual: true }), []);
      });
    }
  }
});
