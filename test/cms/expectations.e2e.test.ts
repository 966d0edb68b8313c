// Tests the expectations: a good page meets all of them, and each flaw is found on a page that has it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reserveCss } from '../../demo/theme/reserve.ts';
import { DEFAULT_THEME, SIZES, VARIANTS } from '../../demo/theme/theme.ts';
import { startCdn, startPage, startServer } from '../setup/site.ts';
import { launch } from '../setup/browsers.ts';
import { startReceiver } from '../setup/receiver.ts';
import { shortfalls, type MadePage } from './expectations.ts';

const RESERVE = readFileSync(new URL('../../src/plugins/cms/reserve.css', import.meta.url), 'utf8');
const LINK = '<a href="https://hotline.example/">Signaler un contenu illégal</a>';
const ATTRIBUTES = 'country="FR" embed="other_cms" endpoint="https://hotline.example/v1/reports"';
const GOOD = `<p><cliquez-signalez ${ATTRIBUTES}>${LINK}</cliquez-signalez>
  <script type="module" src="/widget/cliquez-signalez.js?v=1"></script>`;

/** Each flaw, with a page that has this flaw only. */
const FLAWS: Readonly<Record<string, string | (() => string)>> = {
  '3: the script does not come from the site itself': GOOD.replace('/widget/', '/nowhere/'),
  '4: there is no link inside': GOOD.replace(LINK, 'Signaler'),
  '5: something moves when the button comes': GOOD.replace('<p>', '<p class="unreserved">'),
  '7: country is null': GOOD.replace('country="FR" ', ''),
  '7: the language is ': GOOD.replace('<p>', '<p lang="">'),
  '8: embed is script': GOOD.replace('other_cms', 'script'),
  '9: media-src https://elsewhere.example': `${GOOD}<audio src="https://elsewhere.example/seen.mp3"></audio>`,
  '10: an attribute is a style or a script': GOOD.replace('country', 'style="" country'),
  '10: script is inline': `${GOOD}<script type="text/plain">cliquezSignalez = {}</script>`,
  '10: script-src-elem inline': `${GOOD}<script>1</script>`,
  '11: it is another one each time': () => GOOD.replace('country', `id="n${Math.random()}" country`),
};

test('a page is found to fall short of exactly what it falls short of', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const cdn = await startCdn(t);
  const pages: Readonly<Record<string, string | (() => string)>> = { ...FLAWS, nothing: GOOD };
  const site = await startServer(t, ({ url = '' }, response) => {
    if (url.startsWith('/widget/')) {
      fetch(cdn.origin + url.slice('/widget'.length))
        .then(async (file) => {
          response.writeHead(file.status, { 'content-type': 'text/javascript' }).end(await file.text());
        })
        .catch(() => response.destroy());
      return;
    }
    if (url === '/style.css') {
      const css = RESERVE.replaceAll('cliquez-signalez', ':not(.unreserved) > cliquez-signalez');
      response.writeHead(200, { 'content-type': 'text/css' }).end(css);
      return;
    }
    const page = pages[new URLSearchParams(url.slice(1)).get('page') ?? ''];
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="/style.css"></head><body>${typeof page === 'string' ? page : page()}<p>Plus bas.`,
    );
  });
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const flaw of Object.keys(pages)) {
    await t.test(flaw, async (t2) => {
      const address = `${site.origin}/?page=${encodeURIComponent(flaw)}`;
      const made: MadePage = { address, embed: 'other_cms', country: 'FR', lang: 'fr' };
      const found = await shortfalls(t2, browser, made, receiver);
      if (flaw === 'nothing') assert.deepEqual(found, []);
      else
        assert.ok(
          found.some((each) => each.startsWith(flaw)),
          `Only found: ${found.join(', ')}`,
        );
      const number = flaw.replace(/:.*/s, ':');
      assert.ok(
        found.every((each) => each.startsWith(number)),
        found.join('\n'),
      );
    });
  }
});

test('the style sheet keeps the room that the theme builder would keep', async (t) => {
  const { origin } = await startPage(t, '<!doctype html><title>Page</title>');
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(origin);
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 800 });
    for (const variant of VARIANTS) {
      for (const size of SIZES) {
        const [kept, wanted] = await page.evaluate(
          roomsUnder,
          [RESERVE, reserveCss({ ...DEFAULT_THEME, variant, size })],
          { variant, size },
        );
        assert.equal(kept, wanted, `${variant} ${size} at ${width} px`);
      }
    }
  }
});

/** The space of an undefined element, under each of these style sheets. Runs in the page. */
function roomsUnder(sheets: string[], attributes: Record<string, string>): string[] {
  const element = document.body.appendChild(document.createElement('cliquez-signalez'));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const rooms = sheets.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const { display, position, minBlockSize } = getComputedStyle(element);
    // Out of the flow, height does not matter.
    return position === 'absolute' ? position : `${display} ${minBlockSize}`;
  });
  element.remove();
  return rooms;
}
