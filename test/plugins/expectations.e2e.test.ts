// Tests the expectations: a good page meets all of them, and each flaw is found on a page that has it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { reserveCss } from '../../demo/theme/reserve.ts';
import { DEFAULT_THEME, SIZES, VARIANTS } from '../../demo/theme/theme.ts';
import { startCdn, startPage, startServer, type RecordingServer } from '../setup/site.ts';
import { launch } from '../setup/browsers.ts';
import { someOf } from '../setup/every.ts';
import { startReceiver } from '../setup/receiver.ts';
import { shortfalls, type MadePage } from './expectations.ts';

const RESERVE = readFileSync(new URL('../../src/plugins/cms/reserve.css', import.meta.url), 'utf8');
const LINK = '<a href="https://hotline.example/">Signaler un contenu illégal</a>';
const ATTRIBUTES = 'country="FR" embed="other_cms" endpoint="https://hotline.example/v1/reports"';
const GOOD = `<p><cliquez-signalez ${ATTRIBUTES}>${LINK}</cliquez-signalez>
  <script type="module" src="/widget/cliquez-signalez.js?v=1"></script>`;

const FEED = (content: string): string =>
  `<rss version="2.0"><channel><item><description><![CDATA[${content}]]></description></item></channel></rss>`;
const FEED_LINK = (name: string): string =>
  `${GOOD}<link rel="alternate" type="application/rss+xml" href="/feed?name=${name}">`;

/** The feeds that pages name. */
const FEEDS: Readonly<Record<string, string>> = {
  link: FEED(`<p>${LINK}</p>`),
  element: FEED(`<cliquez-signalez ${ATTRIBUTES}>${LINK}</cliquez-signalez>`),
  script: FEED(GOOD),
  bare: FEED(`<cliquez-signalez ${ATTRIBUTES}></cliquez-signalez>`),
  without: FEED('<p>Rien.</p>'),
};

/** A page whose element has taken in what follows it. */
const unclosed = (rest: string): string =>
  GOOD.replace('</cliquez-signalez>', '').replace('<script', `${rest}</cliquez-signalez><script`);

/** Each flaw, with a page that has this flaw only. */
const FLAWS: Readonly<Record<string, string | (() => string)>> = {
  // A link in place of the button has another height: these two float.
  '1: a button has no endpoint': GOOD.replace(/endpoint="[^"]*"/, 'variant="floating"'),
  '2: the endpoint "http://hotline.example/" is one': GOOD.replace(
    /endpoint="[^"]*"/,
    'endpoint="http://hotline.example/" variant="floating"',
  ),
  '3: a file does not come as a script: cliquez-signalez.js (HTTP 404)': GOOD.replace(
    '/widget/',
    '/nowhere/',
  ),
  '3: no script of the page is cliquez-signalez.js': GOOD.replace(/<script[^]*/, ''),
  '3: the script is no module': GOOD.replace('type="module"', 'defer'),
  '3: nothing in the address of the script changes': GOOD.replace('?v=1', ''),
  '3: licences.txt does not stand': GOOD.replace('/widget/', '/unlicensed/'),
  '3: the button does not come': GOOD.replace('?v=1', '?v=broken'),
  '4: there is no link inside': GOOD.replace(LINK, '<span slot="label">Signaler</span>'),
  '4: the element holds a part of the page': unclosed('<h2>La suite</h2>'),
  '4: the element holds a part of the page, which moves': unclosed('<p>Une suite sans lien.</p>'),
  '5: something moves when the button comes': GOOD.replace('<p>', '<p class="unreserved">'),
  '5: text stands beside a button': GOOD.replace('<p>', '<p>Vous voyez ceci ? '),
  '5: no style sheet of the site keeps the room': GOOD.replace(ATTRIBUTES, `${ATTRIBUTES} data-no-sheet`),
  '7: country is nothing': GOOD.replace('country="FR" ', ''),
  '7: country is "DE"': GOOD.replace('country="FR"', 'country="DE"'),
  '7: the language is ""': GOOD.replace('<p>', '<p lang="">'),
  '7: the language is "en"': GOOD.replace(ATTRIBUTES, `${ATTRIBUTES} lang="en"`),
  '7: the language "de" is offered without its file': GOOD.replace(
    ATTRIBUTES,
    `${ATTRIBUTES} languages="fr de"`,
  ),
  '8: embed is "script"': GOOD.replace('other_cms', 'script'),
  '8: embed is "spip", which no hotline knows': GOOD.replace('other_cms', 'spip'),
  '8: embed is nothing': GOOD.replace('embed="other_cms" ', ''),
  '9: a browser asks "https://elsewhere.example': `${GOOD}<audio src="https://elsewhere.example/seen.mp3"></audio>`,
  '9: the page calls "https://elsewhere.example"': `${GOOD}<link rel="preconnect" href="https://elsewhere.example">`,
  '9: the page asks "https://elsewhere.example" for a part of the widget': `${GOOD}<link rel="prefetch" href="https://elsewhere.example/cliquez-signalez.css">`,
  '10: an attribute of a button is a style or a script': GOOD.replace('country', 'style="" country'),
  '10: a script of the widget is inline': `${GOOD}<script type="text/plain">cliquezSignalez = {}</script>`,
  '10: the policy refuses a inline (script-src-elem)': `${GOOD}<script>1</script>`,
  '11: two visits got another button': () => GOOD.replace('country', `id="n${Math.random()}" country`),
  '11: two visits got another button or script': () =>
    GOOD.replace('type="module"', `type="module" nonce="${Math.random()}"`),
  '12: visitors get a button that is inert': GOOD.replace('<p>', '<p inert>'),
  '12: the feed "/feed" has a script of the widget': FEED_LINK('script'),
  '12: the feed "/feed" has a button without a link': FEED_LINK('bare'),
  '15: the link says "Signaler': GOOD.replace('illégal</a>', 'illégal !!!</a>'),
};

/** Pages that systems make in their own ways, all of them without a flaw. */
const FINE: Readonly<Record<string, string>> = {
  nothing: GOOD,
  'own addresses in full': GOOD.replace('/widget/', 'ORIGIN/widget/'),
  'own addresses without a scheme': GOOD.replace('/widget/', 'ORIGIN/widget/').replace('http:', ''),
  'a language on each element': GOOD.replace(ATTRIBUTES, `${ATTRIBUTES} lang="fr-FR"`),
  'a floating button': GOOD.replace(ATTRIBUTES, `${ATTRIBUTES} variant="floating"`),
  'a form in the hotline’s frame': GOOD.replace(
    /endpoint="[^"]*"/,
    'src="https://hotline.example/frame.html"',
  ),
  'a form for training': GOOD.replace(/endpoint="[^"]*"/, 'practice'),
  'a feed with the link': FEED_LINK('link'),
  'a feed with the element': FEED_LINK('element'),
  'a feed without the button': FEED_LINK('without'),
};

/** Serves a page for each name, their feeds, their style sheet, and the widget. */
async function startMadeSite(
  t: TestContext,
  pages: Readonly<Record<string, string | (() => string)>>,
): Promise<RecordingServer> {
  const cdn = await startCdn(t);
  const css = RESERVE.replaceAll('cliquez-signalez', ':not(.unreserved) > cliquez-signalez');
  const site = await startServer(t, ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://site.example');
    const answer = (type: string, body: string, status = 200): void =>
      void response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
    const [, folder, file = ''] = /^\/(widget|unlicensed)\/(.+)$/.exec(pathname) ?? [];
    if (folder === 'unlicensed' && file === 'licences.txt') answer('text/plain', 'none', 404);
    else if (searchParams.get('v') === 'broken') answer('text/javascript', 'throw new Error("broken");');
    else if (folder)
      fetch(`${cdn.origin}/${file}`)
        .then(async (answered) => answer('text/javascript', await answered.text(), answered.status))
        .catch(() => response.destroy());
    else if (pathname === '/style.css') answer('text/css', css);
    else if (pathname === '/feed') answer('application/rss+xml', FEEDS[searchParams.get('name') ?? ''] ?? '');
    else {
      const page = pages[searchParams.get('page') ?? ''];
      const content = typeof page === 'function' ? page() : page?.replaceAll('ORIGIN', site.origin);
      const sheet = content?.includes('data-no-sheet') ? '' : '<link rel="stylesheet" href="/style.css">';
      if (content === undefined) answer('text/html', 'none', 404);
      else
        answer(
          'text/html',
          `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>
          <link rel="icon" href="data:,">${sheet}</head><body>${content}<p>Plus bas.`,
        );
    }
  });
  return site;
}

test('a page is found to fall short of exactly what it falls short of', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const pages = { ...FLAWS, ...FINE };
  const site = await startMadeSite(t, pages);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const flaw of someOf(Object.keys(pages), 16)) {
    await t.test(flaw, async (t2) => {
      const address = `${site.origin}/?page=${encodeURIComponent(flaw)}`;
      const made: MadePage = { address, embed: 'other_cms', country: 'FR', lang: 'fr' };
      const found = await shortfalls(t2, browser, made, receiver);
      if (flaw in FINE) {
        assert.deepEqual(found, []);
        return;
      }
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
