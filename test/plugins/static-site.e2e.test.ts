// A static site, built with the real Hugo according to the guide for plugins, and visited under the strictest policy.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { THEMES } from '../../src/widget/attributes/looks.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { DEFAULT_PATH } from '../../src/receiver/protocol/paths.ts';
import { PATIENT, startServer } from '../setup/site.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { launch, TOOL_ENGINES } from '../setup/browsers.ts';
import { freePort } from '../setup/free-port.ts';
import { startReceiver } from '../setup/receiver.ts';
import { spawnTied } from '../setup/tied.ts';
import { until } from '../setup/until.ts';
import { shortfalls, visitAndReport, type MadePage } from './expectations.ts';

const SITE = fileURLToPath(new URL('../../src/plugins/hugo', import.meta.url));
const HOTLINE_URL = 'https://hotline.example/signaler';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const run = promisify(execFile);

/** Fetches a page from a server that is still starting. */
async function onceThere(address: string): Promise<string> {
  let answer: Response | undefined;
  await until(async () => {
    answer = await fetch(address).catch(() => undefined);
    return answer?.ok === true;
  }, `${address} answers`);
  return answer!.text();
}

/** Settings of the site, as its owner writes them. */
type Settings = Readonly<Record<string, string | readonly string[]>>;

/** Builds the site. @returns the folder of its pages. Rejects with Hugo's output where the build fails. */
async function build(t: TestContext, settings: Settings, content?: string): Promise<string> {
  const folder = await temporaryFolder(t);
  await run('hugo', await options(folder, settings, content));
  return join(folder, 'public');
}

async function options(folder: string, settings: Settings, content?: string): Promise<string[]> {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const own = join(folder, 'own.toml');
  await writeFile(own, `[params.cliquezsignalez]\n${lines.join('\n')}\n`);
  const files = ['--config', `${join(SITE, 'hugo.toml')},${own}`, '--cacheDir', join(folder, 'cache')];
  if (content) {
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, 'content/page.fr.md'), content);
    files.push('--contentDir', join(folder, 'content'));
  }
  return ['--source', SITE, '--noBuildLock', '--destination', join(folder, 'public'), ...files];
}

/** Serves a folder like any static host. @returns its origin */
async function serve(t: TestContext, folder: string): Promise<string> {
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const path = url.replace(/\?.*/, '').replace(/\/$/, '/index.html');
    readFile(join(folder, path)).then(
      (content) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? '' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  return origin;
}

test('a site made by Hugo carries the button', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const settings = {
    endpoint: receiver.url + DEFAULT_PATH,
    hotline: 'L’écoute "<b>&',
    hotlineURL: HOTLINE_URL,
    country: 'FR',
  };
  const origin = await serve(t, await build(t, settings));
  const made: MadePage = { address: `${origin}/passerelle/`, embed: 'other_cms', country: 'FR', lang: 'fr' };

  for (const engine of TOOL_ENGINES) {
    await t.test(`${engine}: a visitor finds all that is expected, and sends a report`, async (t2) => {
      const browser = await launch(engine);
      t2.after(() => browser.close());
      await visitAndReport(t2, browser, made, receiver);
    });
  }

  await t.test(
    'a floating button stands on every page, in the language of each, and offers the languages of the settings',
    async (t2) => {
      const folder = await build(t2, { ...settings, languages: ['fr', 'de', 'ar'], placement: 'bottom-end' });
      const floating = await serve(t2, folder);
      const html = await readFile(join(folder, 'index.html'), 'utf8');
      assert.match(html, / variant="floating"[^>]* placement="bottom-end"/);
      assert.match(html, / languages="fr de ar"/);
      const scripts = [
        ...html.matchAll(/<script type="module" src="\/cliquez-signalez\/(.*?)\?v=[\da-f]{8}"/g),
      ];
      assert.deepEqual(
        scripts.map(([, file]) => file),
        ['locales/de.js', 'locales/ar.js', 'cliquez-signalez.js'],
      );
      const browser = await launch('chromium');
      t2.after(() => browser.close());
      // This page also has a button of its own.
      const english: MadePage = { ...made, address: `${floating}/en/passerelle/`, lang: 'en' };
      assert.deepEqual(await shortfalls(t2, browser, english, receiver), []);
      assert.match(await (await fetch(english.address)).text(), />Report illegal content to L’écoute/);
      const page = await browser.newPage();
      await page.goto(`${floating}/`);
      const root = "document.querySelector('cliquez-signalez')?.renderRoot";
      await page.waitFor(`Boolean(${root})`, PATIENT);
      await page.screenshot('.screenshots/chromium/cms/static-site.png');
      await page.evaluate(`void ${root}.host.open()`);
      await page.waitFor(`Boolean(${root}.querySelector('dialog[open] .language[lang=ar]'))`, PATIENT);
      await page.evaluate(`${root}.querySelector('.language[lang=ar]').click()`);
      await page.waitFor(`${root}.querySelector('dialog').dir === 'rtl'`, PATIENT);
      const one = await readFile(
        join(await build(t2, { ...settings, languages: ['de'] }), 'passerelle/index.html'),
        'utf8',
      );
      assert.match(one, /locales\/de\.js/);
      assert.doesNotMatch(one, / languages=/);
    },
  );

  await t.test('what is written in the settings stays text', async () => {
    const html = await (await fetch(made.address)).text();
    assert.match(html, /> ?Signaler un contenu illégal à L’écoute &#34;&lt;b&gt;&amp;<\/a>/);
    assert.match(html, / hotline="L’écoute &#34;&lt;b&gt;&amp;"/);
    assert.doesNotMatch(html, /<b>| inert/);
  });

  await t.test(
    'pages without the button load nothing of it; nor does any page before it is set up',
    async (t2) => {
      assert.doesNotMatch(await (await fetch(`${origin}/`)).text(), /cliquez-signalez/);
      const bare = await build(t2, {});
      assert.doesNotMatch(await readFile(join(bare, 'passerelle/index.html'), 'utf8'), /cliquez-signalez/);
    },
  );

  await t.test('practice and the one-page form are choices of one button', async (t2) => {
    const written = [
      'practice="true" flow="page"',
      'practice=true',
      'easy="true"',
      'flow="steps" category="unsure" view="follow-up"',
    ].map((attributes) => `{{< cliquez-signalez ${attributes} >}}`);
    const content = ['---', 'title: X', '---', ...written].join('\n\n');
    const followUp = 'https://hotline.example/v1/follow-up';
    const folder = await build(t2, { ...settings, followUp, placement: 'bottom-end' }, content);
    const html = await readFile(join(folder, 'page/index.html'), 'utf8');
    const widgets = html.match(/<cliquez-signalez\b.*?>/gs) ?? [];
    assert.deepEqual(
      widgets.map((widget) => [
        / flow="(.*?)"/.exec(widget)?.[1],
        / practice(?=[ >])/.test(widget),
        / easy(?=[ >])/.test(widget),
      ]),
      [
        ['page', true, false],
        [undefined, true, false],
        [undefined, false, true],
        ['steps', false, false],
        // The floating button, which is a setting of the site.
        [undefined, false, false],
      ],
    );
    for (const widget of widgets) {
      assert.ok(widget.includes(` endpoint="${settings.endpoint}"`));
      assert.ok(widget.includes(` follow-up="${followUp}"`));
    }
    // What the form opens on is a choice of one button.
    assert.deepEqual(
      widgets.map((widget) => / view="(.*?)"/.exec(widget)?.[1]),
      [undefined, undefined, undefined, 'follow-up', undefined],
    );
  });

  await t.test('authors may choose each category and each theme of the widget', async (t2) => {
    const words = [
      ...CATEGORIES.map(({ id }) => `category="${id}"`),
      ...THEMES.theme.map((theme) => `theme="${theme}"`),
    ];
    const written = words.map((word) => `{{< cliquez-signalez ${word} >}}`);
    const folder = await build(t2, settings, ['---', 'title: X', '---', ...written].join('\n\n'));
    const html = await readFile(join(folder, 'page/index.html'), 'utf8');
    for (const word of words) assert.ok(html.includes(` ${word}`), word);
  });

  const refusals: [name: string, settings: Settings, content: string | undefined, sentence: RegExp][] = [
    ['an endpoint over http', { endpoint: 'http://hotline.example/' }, undefined, /commence par https:\/\//],
    [
      'an endpoint with a password',
      { endpoint: 'https://me:secret@hotline.example/' },
      undefined,
      /ni mot de passe/,
    ],
    [
      'a proof of work over http',
      { challenge: 'http://hotline.example/' },
      undefined,
      /challenge.* https:\/\//,
    ],
    [
      'a follow-up address over http',
      { followUp: 'http://hotline.example/' },
      undefined,
      /followup.* https:\/\//,
    ],
    ['a key that is none', { publicKey: 'MFkwEwYH' }, undefined, /87 caractères et commence par B/],
    ['a link that runs', { hotlineURL: 'javascript:alert(1)' }, undefined, /commence par https:\/\/ ou http/],
    ['a country in words', { country: 'France' }, undefined, /deux majuscules, comme FR/],
    [
      'a language that the widget has not',
      { languages: ['fr', 'xx'] },
      undefined,
      /languages «\sxx\s»\s: il n’y a pas de fichier locales\/xx\.js/,
    ],
    [
      'a placement that is none',
      { placement: 'top' },
      undefined,
      /«\stop\s»\s: c’est l’un de none, bottom-end/,
    ],
    [
      'an address that an author chose',
      {},
      '---\ntitle: X\n---\n{{< cliquez-signalez endpoint="https://evil.example/" >}}',
      /page\.fr\.md.* ne connaît pas endpoint="https:\/\/evil/,
    ],
    [
      'a practice that is no clear yes',
      {},
      '---\ntitle: X\n---\n{{< cliquez-signalez practice=false >}}',
      /page\.fr\.md.* ne connaît pas practice="false"/,
    ],
    [
      'a follow-up address that an author chose',
      {},
      '---\ntitle: X\n---\n{{< cliquez-signalez follow-up="https://evil.example/" >}}',
      /page\.fr\.md.* ne connaît pas follow-up="https:\/\/evil/,
    ],
    [
      'a category that is none',
      {},
      '---\ntitle: X\n---\n{{< cliquez-signalez category="practice" >}}',
      /page\.fr\.md.* ne connaît pas category="practice"/,
    ],
    ['a partner with a space', { partner: 'La Gazette' }, undefined, /2 à 64 caractères parmi a-z/],
    [
      'a form with a user name',
      { hotlineURL: 'https://hotline.example@evil.example/' },
      undefined,
      /ni nom d’utilisateur/,
    ],
    [
      'a flow that is none',
      {},
      '---\ntitle: X\n---\n{{< cliquez-signalez flow="pages" >}}',
      /page\.fr\.md.* ne connaît pas flow="pages"/,
    ],
  ];
  for (const [name, own, content, sentence] of refusals) {
    await t.test(`${name} is refused, in words`, async (t2) => {
      const refused = build(t2, { ...settings, ...own }, content);
      await assert.rejects(refused, ({ stdout }: { stdout: string }) => {
        assert.match(stdout, sentence);
        return true;
      });
    });
  }

  await t.test('while the site is being written, the button is seen, and sends nothing', async (t2) => {
    const folder = await temporaryFolder(t2);
    const port = `${await freePort()}`;
    const given = [
      ...(await options(folder, settings)),
      `--port=${port}`,
      '--disableLiveReload',
      '--watch=false',
    ];
    const server = spawnTied('hugo', ['server', ...given], { stdio: 'ignore' });
    t2.after(() => server.kill());
    const html = await onceThere(`http://127.0.0.1:${port}/passerelle/`);
    assert.match(html, /<cliquez-signalez\b[^>]* inert>/);
  });
});
