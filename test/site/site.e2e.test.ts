// The site as its visitors meet it, from any folder of any server: the button of the first page answers in the page,
// nothing is asked of another server, axe finds nothing, and text needs no script.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import puppeteer from 'puppeteer-core';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { MAIN } from '../../demo/gallery/driver.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { CHROMIUM, isChosen, launch, pairWith, type Page } from '../setup/browsers.ts';
import { isEvery } from '../setup/every.ts';
import {
  answerByKeyboard,
  PATIENT,
  startServer,
  tabTo,
  tabToLauncher,
  waitForView,
  type RecordingServer,
} from '../setup/site.ts';
import { lead, takeUp } from '../setup/lead.ts';
import { builtSite, type BuiltSite } from './site-files.ts';

/** The folder of the server in which the site stands: it works in any. */
const FOLDER = '/un/dossier';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
};

let site: BuiltSite;

before(async () => {
  site = await builtSite();
});
after(() => site.remove());

/** Serves the site, and answers nothing but GET. */
async function serve(t: TestContext): Promise<RecordingServer> {
  return startServer(t, ({ url = '', method }, response) => {
    const path = url.replace(/[?#].*/, '');
    if (method !== 'GET' || !path.startsWith(`${FOLDER}/`)) return response.writeHead(404).end();
    readFile(join(site.folder, path.slice(FOLDER.length))).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
}

/** Notes what the page's policy refuses from now on. */
const watchPolicy = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });

const received = (page: Page): Promise<{ locale: string; category: string }> =>
  page.waitFor<{ locale: string; category: string }>(
    `document.querySelector('#received:not([hidden]) code') && JSON.parse(document.querySelector('#received code').textContent)`,
    PATIENT,
  );

for (const engine of pairWith('webkit')) {
  test(`${engine}: the button of the first page takes a report, sends it nowhere, and shows it`, async (t) => {
    const server = await serve(t);
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [language, words] of [
      ['fr', fr],
      ['en', en],
    ] as const) {
      if (language === 'en' && !isChosen(engine)) continue;
      const page = await browser.newPage({ width: 1280, height: 900 });
      await page.goto(`${server.origin}${FOLDER}/${language}/index.html`);
      await watchPolicy(page);
      await tabToLauncher(page);
      await page.press('Enter');
      await waitForView(page, words['s1.title']);
      if (language === 'fr') {
        await answerByKeyboard(page, {
          category: 'procuring',
          address: 'https://exemple.fr/annonce',
          details: 'Un essai.',
        });
        await tabTo(page, MAIN);
        await page.press('Enter');
        await waitForView(page, 'Essai terminé : rien n’a été envoyé');
        const { locale, category } = await received(page);
        assert.deepEqual([locale, category], ['fr', 'procuring']);
      }
      assert.deepEqual(await page.evaluate('refused'), []);
      await page.close();
    }
    assert.deepEqual(
      server.requests.filter(({ method, path }) => method !== 'GET' || !path.startsWith(`${FOLDER}/`)),
      engine === 'chromium' ? [] : server.requests.filter(({ path }) => path === '/favicon.ico'),
    );
  });
}

test('on a phone, the report that was tried does not widen the first page', async (t) => {
  const server = await serve(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const width of [390, 320]) {
    const page = await browser.newPage({ width, height: 844 });
    await page.goto(`${server.origin}${FOLDER}/fr/index.html`);
    await takeUp(page, "document.querySelector('cliquez-signalez')");
    await lead(page, "await driver.reachSent('unsure')");
    await page.waitFor("!document.querySelector('#received').hidden");
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    await page.close();
  }
});

const SAMPLE = [
  'index',
  'website',
  'install',
  'hotline',
  'security',
  'figures',
  'elements',
  'commands',
  'words',
  'translate',
  'training',
  'training-cases',
  'training-solutions',
  'questions',
];

test('axe finds nothing, nothing is cut, and nothing comes from elsewhere: both languages, light and dark, wide and narrow', async (t) => {
  const server = await serve(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const [index, name] of SAMPLE.entries()) {
    for (const language of ['fr', 'en'] as const) {
      const scheme = index % 4 < 2 ? 'light' : 'dark';
      // The pages of both languages have the same parts.
      const isJudged = isEvery || (index % 2 === 0) === (language === 'fr');
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setViewport({ width: 1280, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.origin}${FOLDER}/${language}/${name}.html`);
      const what = `${language}/${name}, ${scheme}`;
      for (const width of [1280, 390, 320]) {
        await page.setViewport({ width, height: 900 });
        // Axe sees the same at both narrow widths, and most of it at the wide one.
        const isAtWidth = isEvery ? width !== 390 : width === (index % 8 < 4 ? 1280 : 320);
        if (isJudged && isAtWidth)
          assert.deepEqual(await axeFaults(page, { isRepeated: width < 1280 }), [], `${what}, ${width} px`);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth),
          width,
          `${what}, ${width} px`,
        );
      }
      assert.deepEqual(
        asked.filter((address) => !address.startsWith(`${server.origin}${FOLDER}/`)),
        [],
        what,
      );
      await page.close();
    }
  }
});

test('the sheets of the training print on A4, two cases or one solution a page, and none is cut', async (t) => {
  const server = await serve(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const language of ['fr', 'en'] as const) {
    for (const [name, pages] of [
      ['training-cases', 4],
      ['training-solutions', 8],
    ] as const) {
      const page = await browser.newPage();
      await page.goto(`${server.origin}${FOLDER}/${language}/${name}.html`);
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, pages, `${language}/${name}`);
      assert.match(pdf, /\/MediaBox \[0 0 59\d(?:\.\d+)? 84\d(?:\.\d+)?\]/, 'A4');
      await page.emulateMediaType('print');
      // A4 without its margins.
      await page.setViewport({ width: 672, height: 1_032 });
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('main > *')]
          .filter((element) => element.checkVisibility())
          .map((element) => [
            element.className,
            element.scrollHeight - Math.ceil(element.getBoundingClientRect().height) > 0,
          ]),
      );
      assert.deepEqual(
        shown,
        Array.from({ length: 8 }, () => ['case', false]),
        `${language}/${name}`,
      );
      await page.close();
    }
  }
});

test('on a phone, the form for practice stays in sight beside each case of its group', async (t) => {
  const server = await serve(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(`${server.origin}${FOLDER}/fr/training.html`);
  const out = await page.evaluate(
    () =>
      [...document.querySelectorAll('.drill .case')].filter((card) => {
        const { y, height } = card.getBoundingClientRect();
        scrollTo(0, scrollY + y + height / 2 - innerHeight / 2);
        const { top, bottom } = card
          .parentElement!.querySelector('cliquez-signalez')!
          .getBoundingClientRect();
        return top < 0 || bottom > innerHeight || bottom - top > 96;
      }).length,
  );
  assert.equal(out, 0);
});

test('without JavaScript, the first page has its text and a link, and the first address leads to it', async (t) => {
  const server = await serve(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${server.origin}${FOLDER}/index.html`);
  await page.waitForSelector('.trial');
  assert.equal(page.url(), `${server.origin}${FOLDER}/fr/index.html`);
  const text = await page.$eval('cliquez-signalez > a', (link) => link.textContent);
  assert.equal(text, 'Signaler un contenu illégal à Point de Contact');
});

test('in the configurator of the site, the preview sends nothing', async (t) => {
  const server = await serve(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage({ width: 1280, height: 900 });
  await page.goto(
    `${server.origin}${FOLDER}/fr/configure.html#endpoint=${encodeURIComponent(`${server.origin}/v1`)}`,
  );
  const widget = "document.querySelector('iframe')?.contentDocument?.querySelector('cliquez-signalez')";
  await takeUp(page, widget);
  await lead(page, "await driver.reachSent('unsure')");
  assert.equal(await page.evaluate('driver.reference'), '7K4M-Q2RX');
  assert.deepEqual(
    server.requests.filter(({ method, path }) => method !== 'GET' || path.startsWith('/v1')),
    [],
  );
});

test('on a phone, the first page has a menu that needs no script and opens with a key', async (t) => {
  const server = await serve(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const [language, name] of [
    ['fr', 'Toutes les pages'],
    ['en', 'All pages'],
  ] as const) {
    const page = await browser.newPage({ width: 390, height: 844 });
    await page.goto(`${server.origin}${FOLDER}/${language}/index.html`);
    await tabTo(page, '.top summary');
    assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), name);
    const links = "[...document.querySelectorAll('.top .folded a')].filter((link) => link.checkVisibility())";
    assert.equal(await page.evaluate(`${links}.length`), 0);
    await page.press('Enter');
    assert.ok((await page.evaluate<number>(`${links}.length`)) > 20);
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor("location.pathname.endsWith('/website.html')", PATIENT);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${server.origin}${FOLDER}/${language}/index.html`);
    assert.equal(await page.evaluate("document.querySelector('.top .folded').checkVisibility()"), false);
    await page.close();
  }
});

test('the first page shows the open form in the size and the colours of the reader, and nothing moves', async (t) => {
  const server = await serve(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const width of [390, 1280])
    for (const [scheme, prefix] of [
      ['light', 'signal'],
      ['dark', 'dark'],
    ] as const) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.origin}${FOLDER}/fr/index.html`);
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      const [file, isWhole, alt] = await page.evaluate(async () => {
        const picture = document.querySelector<HTMLImageElement>('.shown img')!;
        picture.scrollIntoView();
        await picture.decode();
        return [picture.currentSrc.split('/').at(-1), picture.naturalWidth > 0, picture.alt];
      });
      assert.equal(file, `${prefix}-what-chosen-${width}.png`);
      assert.ok(isWhole);
      assert.match(String(alt), /Que voulez-vous signaler/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), tall);
      await page.close();
    }
  const pictures = server.requests.filter(({ path }) => path.endsWith('.png'));
  assert.equal(pictures.length, 4, 'each page asks for one of them');
});

test('under the first button stands that a hotline must agree, with the way to a ready letter', async (t) => {
  const server = await serve(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  for (const [language, says, subject] of [
    [
      'fr',
      /^Une plateforme doit d’abord accepter/,
      /^Objet\s: vous transmettre des signalements depuis La Gazette\n/,
    ],
    ['en', /^A hotline must agree/, /^Subject: sending you reports from La Gazette\n/],
  ] as const) {
    const page = await browser.newPage();
    await page.goto(`${server.origin}${FOLDER}/${language}/index.html`);
    const [above, sentence] = await page.evaluate<[string, string]>(
      "(({ previousElementSibling, textContent }) => [previousElementSibling.className, textContent.trim()])(document.querySelector('.agreed'))",
    );
    assert.equal(above, 'acts');
    assert.match(sentence, says);
    await page.evaluate("document.querySelector('.agreed a').click()");
    await page.waitFor("document.activeElement?.id === 'letter-site'", PATIENT);
    await page.type('La Gazette');
    await page.press('Tab');
    await page.type('https://www.gazette.example/aide');
    const letter = await page.evaluate<string>("document.getElementById('letter').textContent");
    assert.match(letter, subject);
    assert.ok(letter.includes('https://www.gazette.example/aide.'), letter);
    assert.match(letter, /\bPoint de Contact\b/);
    assert.match(
      letter,
      /endpoint\).* https:\/\/www\.gazette\.example;|endpoint\).* https:\/\/www\.gazette\.example\s;/,
    );
    for (const guide of ['hotline', 'contract'])
      assert.ok(letter.includes(`${server.origin}${FOLDER}/${language}/${guide}.html`), guide);
    // Nothing of it reaches the address, the device, or a server.
    await page.waitFor("!location.hash.includes('letter')", PATIENT);
    assert.doesNotMatch(await page.evaluate<string>('location.href'), /gazette/i);
    assert.equal(
      await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length'),
      0,
    );
    assert.deepEqual(
      server.requests.filter(({ path, method }) => method !== 'GET' || /gazette/i.test(path)),
      [],
    );
    await page.close();
  }
});
