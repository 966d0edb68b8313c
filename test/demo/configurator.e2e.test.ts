// The configurator of the demo. Its output works unchanged on a page of another origin, under the policy that it
// prints. Its own page works by keyboard, on a phone, in two languages, and from a link that anyone may have written.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { LAUNCHER, named, seek } from '../../demo/gallery/driver.ts';
import { NO_ANSWERS, WAYS } from '../../demo/configure/answers.ts';
import { readHash, writeHash } from '../../demo/configure/link.ts';
import { en } from '../../demo/configure/words/en.ts';
import { fr } from '../../demo/configure/words/fr.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/server.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { Diagnosis } from '../../src/widget/diagnosis/finding.ts';
import german from '../../src/words/locales/de.json' with { type: 'json' };
import french from '../../src/words/locales/fr.json' with { type: 'json' };
import { readPo } from '../../src/plugins/wordpress/translations.ts';
import { CHROMIUM, TOOL_ENGINES, launch, type Browser, type Page } from '../setup/browsers.ts';
import { casesOf, isEvery, someOf } from '../setup/every.ts';
import { startReceiver } from '../setup/receiver.ts';
import { startIsolated } from '../widget/isolated/isolated-site.ts';
import { sendReport, waitForTitle, WIDGET } from '../widget/isolated/isolated-visit.ts';
import {
  answerByKeyboard,
  chooseByKeyboard,
  chooseOf,
  hasFocus,
  PATIENT,
  sendByKeyboard,
  startCdn,
  startServer,
  tabTo,
  tabToLauncher,
} from '../setup/site.ts';
import { lead, takeUp } from '../setup/lead.ts';

const HOTLINE = 'https://hotline.example/signaler';

const violations: Violation[] = [];
let demo: Demo;
let chromium: Browser;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'configure-'));
  demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  chromium = await launch('chromium');
});
after(async () => {
  await chromium.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => assert.deepEqual(violations.splice(0), []));

async function openPage(t: TestContext): Promise<Page> {
  const page = await chromium.newPage({ width: 1280, height: 900 });
  t.after(() => page.close());
  return page;
}

/** Opens the configurator from another page, so that a new # is a new page, and waits for its output. */
async function configure(page: Page, hash = '', path = '/fr/configure.html'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${demo.url}${path}${hash && `#${hash}`}`);
  await page.waitFor("document.getElementById('policy').textContent !== ''", PATIENT);
}

const textOf = (page: Page, id: string): Promise<string> =>
  page.evaluate<string>(`document.getElementById('${id}').textContent`);

const written = (page: Page, id: string, pattern: RegExp): Promise<unknown> =>
  page.waitFor(`${pattern}.test(document.getElementById('${id}').textContent)`, PATIENT);

/** The application of a developer who installs the package. */
async function bundled(script: string): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'configure-npm-'));
  try {
    const entry = join(home, 'app.js');
    await writeFile(entry, script);
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      resolve: {
        alias: [
          {
            find: /^cliquez-signalez\//,
            replacement: fileURLToPath(new URL('../../dist/', import.meta.url)),
          },
        ],
      },
      build: {
        write: false,
        lib: { entry, formats: ['es'], fileName: 'app' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The ways of the next test, and whether the page is for training. */
const CODES = [
  ['bundle', 'no'],
  ['module', 'no'],
  ['embed', 'no'],
  ['npm', 'no'],
  ['module', 'yes'],
  ['embed', 'yes'],
] as const;

for (const engine of TOOL_ENGINES) {
  test(`${engine}: the code works on another site under the policy printed with it, from the button to the receipt`, async (t) => {
    const [cdn, receiver] = await Promise.all([startCdn(t), startReceiver()]);
    t.after(() => receiver.stop());
    const browser = engine === 'chromium' ? chromium : await launch(engine);
    const page = await browser.newPage({ width: 1280, height: 900 });
    // A page must close before its browser: not every engine answers otherwise.
    t.after(() => (browser === chromium ? page.close() : browser.close()));
    const codes = someOf(casesOf(engine, CODES), 3);
    for (const [index, [how, practice]] of codes.entries()) {
      const isPractice = practice === 'yes';
      const answers = {
        how,
        base: `${cdn.origin}/`,
        ...(isPractice ? { practice } : { endpoint: `${receiver.url}/v1/reports` }),
        hotline: 'Point & Contact "un"',
        'hotline-url': `${HOTLINE}?a=1&b=2`,
        'privacy-url': `${HOTLINE}/donnees`,
        // Each case uses another look.
        ...[
          {},
          { variant: 'bar', theme: 'presse' },
          { variant: 'floating' },
          { 'page-context': 'ask', radius: '4px' },
        ][index],
      };
      await configure(page, new URLSearchParams(answers).toString());
      assert.equal(await textOf(page, 'state'), fr.ready, how);
      const [html, css, policy, script] = await Promise.all(
        ['html', 'css', 'policy', 'script'].map((id) => textOf(page, id)),
      );
      const printed = /^Content-Security-Policy: (.*)$/.exec(policy!)?.[1] ?? '';
      assert.equal(/connect-src/.test(printed), !isPractice);
      assert.equal(/endpoint/.test(html!), !isPractice);
      assert.equal(/^ {2}(data-)?practice$/m.test(html!), isPractice);
      // For training, nothing needs a connection.
      const header = isPractice ? `${printed}; connect-src 'none'` : printed;
      const app = how === 'npm' ? await bundled(script!) : '';
      const site = await startServer(t, ({ url = '' }, response) => {
        if (url === '/app.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(app);
        else if (url !== '/') response.writeHead(204).end();
        else {
          response.writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': `${header}; report-uri /violations`,
          });
          response.end(
            `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><style>${css}</style><main>${html}</main>${app && '<script type="module" src="/app.js"></script>'}`,
          );
        }
      });
      const files = cdn.requests.length;
      await page.goto(`${site.origin}/`);
      await tabToLauncher(page);
      await page.press('Enter');
      await answerByKeyboard(page, {
        category: 'hate_violence_discrimination',
        address: `https://exemple.fr/${how}`,
        details: '',
      });
      const widget = "document.querySelector('cliquez-signalez')";
      if (isPractice) {
        const band = `${widget}.renderRoot.querySelector('.band')`;
        assert.equal(await page.evaluate(`${band}.innerText`), french['practice.band']);
        const titles = { ...french, 'ok.title': french['practice.title'] };
        assert.equal(await sendByKeyboard(page, titles), 'ESSAI-1234');
        assert.ok(await page.evaluate(`${band}.checkVisibility()`));
        assert.deepEqual(
          site.requests.map(({ path }) => path),
          ['/'],
        );
        for (const { method, path } of cdn.requests.slice(files))
          assert.match(`${method} ${path}`, /^GET \/[\w-]+\.js$/);
      } else {
        assert.match(await sendByKeyboard(page), /^[\dA-Z -]+$/);
        const { locations, source } = JSON.parse(receiver.reports().at(-1)!) as {
          locations: { url: { value: string } }[];
          source: { embed: string };
        };
        assert.equal(locations[0]?.url.value, `https://exemple.fr/${how}`);
        assert.equal(source.embed, how === 'npm' ? 'npm' : 'script');
      }
      assert.equal(await page.evaluate(`${widget}.getAttribute('hotline')`), answers.hotline);
      assert.equal(
        await page.evaluate(`${widget}.querySelector('a')?.href ?? document.querySelector('a').href`),
        answers['hotline-url'],
      );
      // The page reports no fault of its own, but says that it is for training.
      await page.evaluate(
        `void ${widget}.check().then((found) => (globalThis.found = JSON.stringify(found)))`,
      );
      const { findings } = JSON.parse(await page.waitFor<string>('globalThis.found', PATIENT)) as Diagnosis;
      assert.deepEqual(
        findings.map(({ code }) => code),
        isPractice ? ['practice'] : [],
      );
      assert.deepEqual(
        site.requests.filter(({ path }) => path === '/violations'),
        [],
        how,
      );
    }
    assert.equal(receiver.reports().length, codes.filter(([, practice]) => practice === 'no').length);
  });
}

test('languages that are ticked come with the code of each way, under its policy', async (t) => {
  const [cdn, receiver] = await Promise.all([startCdn(t), startReceiver()]);
  t.after(() => receiver.stop());
  const page = await openPage(t);
  const answers = {
    base: `${cdn.origin}/`,
    endpoint: `${receiver.url}/v1/reports`,
    hotline: 'Point de Contact',
    'hotline-url': HOTLINE,
  };
  for (const how of ['bundle', 'module', 'embed', 'npm'] as const) {
    await configure(page, new URLSearchParams({ ...answers, how, languages: 'fr de' }).toString());
    const [html, policy, script] = await Promise.all(
      ['html', 'policy', 'script'].map((id) => textOf(page, id)),
    );
    const app = how === 'npm' ? await bundled(script!) : '';
    // Every file of the map is checked, also the later ones.
    if (how !== 'npm') assert.match(html!, /locales\/de-later-[\w-]+\.js": "sha384-/);
    assert.doesNotMatch(html!, /locales\/(?!de\b)/);
    const site = await startServer(t, ({ url = '' }, response) => {
      if (url === '/app.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(app);
      else if (url !== '/') response.writeHead(204).end();
      else {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': `${policy!.replace('Content-Security-Policy: ', '')}; report-uri /violations`,
        });
        response.end(
          `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><main>${html}</main>${app && '<script type="module" src="/app.js"></script>'}`,
        );
      }
    });
    await page.goto(`${site.origin}/`);
    await tabToLauncher(page);
    await page.press('Enter');
    const inside = `${WIDGET}.renderRoot.querySelector`;
    await page.waitFor(`${inside}('dialog[open] .language[lang=de]')`, PATIENT);
    await page.evaluate(`${inside}('.language[lang=de]').click()`);
    const shows = (title: string): Promise<unknown> =>
      page.waitFor(`${inside}('dialog h2').textContent.includes(${JSON.stringify(title)})`, PATIENT);
    await shows(german['s1.title']);
    await chooseByKeyboard(page, 'category', 'unsure');
    await page.press('Enter');
    await shows(german['s2.title']);
    assert.deepEqual(
      site.requests.filter(({ path }) => path === '/violations'),
      [],
      how,
    );
  }
});

test('a preview whose script is slow holds nothing up, and shows the answers once it is there', async (t) => {
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  const page = await browser.newPage();
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isHeld = request.url().endsWith('/scripts/preview.js');
    void (isHeld ? released : Promise.resolve()).then(() => request.continue());
  });
  // Resolves once each frame has its scripts.
  const going = page.goto(`${demo.url}/fr/configure.html#languages=fr+de`);
  await page.waitForFunction(
    "document.querySelector('iframe')?.contentDocument?.querySelector('main[data-endpoint]')",
  );
  await page.waitForFunction("document.getElementById('policy').textContent !== ''");
  await page.evaluate("document.querySelector('[name=languages][value=ar]').click()");
  await page.waitForFunction(
    "document.getElementById('html').textContent.includes('languages=\"fr ar de\"')",
  );
  release();
  await going;
  await page.waitForFunction(
    "document.querySelector('iframe').contentDocument.querySelector('cliquez-signalez')?.getAttribute('languages') === 'fr ar de'",
  );
});

test('one language is that of the button, several are a choice; the hotline and the plugin are told of them', async (t) => {
  const page = await openPage(t);
  await configure(page, 'languages=de&hotline=Ligne');
  assert.match(await textOf(page, 'html'), /\n  lang="de"[^]*>Illegale Inhalte an Ligne melden<\/a>/);
  await tabTo(page, '[name=languages][value=fr]');
  await page.press('Space');
  await written(page, 'html', /\n {2}languages="fr de"/);
  assert.doesNotMatch(await textOf(page, 'html'), / lang="|data-lang/);
  assert.equal(await textOf(page, 'frame'), '');
  assert.match(await textOf(page, 'where'), /Copiez aussi .*: de\.js, de-later-….js, de-extra-….js\.$/);
  // The preview speaks them too.
  const preview = "document.querySelector('iframe').contentDocument.querySelector('cliquez-signalez')";
  // Once its frame has loaded, the preview is another widget: one that was opened before is gone.
  await page.waitFor(
    `(() => {
      const root = ${preview}?.renderRoot;
      if (!root?.querySelector('dialog[open]')) root?.querySelector('${LAUNCHER}')?.click();
      return root?.querySelector('.language[lang=de]');
    })()`,
    PATIENT,
  );

  await configure(page, 'how=isolated&languages=fr+de+ar');
  assert.equal(
    await textOf(page, 'frame'),
    ['ar', 'de'].map((tag) => `<script type="module" src="./locales/${tag}.js"></script>`).join('\n'),
  );
  assert.match(await textOf(page, 'html'), /locales\/ar\.js/);
  await configure(page, 'how=wordpress&languages=fr+de+ar');
  const plugin = readPo(
    await readFile('src/plugins/wordpress/cliquez-signalez/languages/cliquez-signalez-fr_FR.po', 'utf8'),
  ).get('Languages to choose from');
  assert.match(await textOf(page, 'settings'), new RegExp(`${plugin}\n  Français, العربية, Deutsch`));

  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('[name=languages]')].map((box) => box.parentElement!.textContent.trim()),
  );
  assert.equal(boxes.length, 28);
  assert.deepEqual(boxes.slice(0, 2), ['Français', 'English']);
  for (const box of boxes.slice(2)) assert.match(box, /^[\p{L} ]+ \d+,\d\u00A0ko, ébauche$/u);
});

test('the policy leaves Bootstrap’s tooltip alive; Trusted Types are added only for a site that requires them', async (t) => {
  const [cdn, receiver] = await Promise.all([startCdn(t), startReceiver()]);
  t.after(() => receiver.stop());
  const page = await openPage(t);
  const bootstrap = await readFile(
    createRequire(import.meta.url).resolve('bootstrap/dist/js/bootstrap.bundle.min.js'),
    'utf8',
  );
  const answers = {
    how: 'module',
    base: `${cdn.origin}/`,
    endpoint: `${receiver.url}/v1/reports`,
    hotline: 'Point de Contact',
    'hotline-url': HOTLINE,
  };
  /** A page with Bootstrap under a policy: its tooltip, and the widget's directives that are violated. */
  const visit = async (policy: string): Promise<{ tooltip: unknown; violated: string[] }> => {
    const site = await startServer(t, ({ url = '' }, response) => {
      if (url === '/host.js')
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(
          `${bootstrap}
          const tooltip = bootstrap.Tooltip.getOrCreateInstance('#tip', { animation: false, trigger: 'manual' });
          try { tooltip.show(); } catch (error) { document.title = error.name; }`,
        );
      else if (url !== '/') response.writeHead(204).end();
      else {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          // The partner's own script comes from the page's own site.
          'content-security-policy': policy.replace('script-src ', "script-src 'self' "),
        });
        response.end(
          `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><main><button id="tip" title="Une infobulle">?</button>${html}</main><script src="/host.js"></script>`,
        );
      }
    });
    await page.goto(`${site.origin}/`);
    await page.evaluate(
      "void (globalThis.violated = new Set(), addEventListener('securitypolicyviolation', ({ violatedDirective }) => violated.add(violatedDirective)))",
    );
    await tabToLauncher(page);
    await page.press('Enter');
    await page.waitFor(seek(`${WIDGET}.renderRoot`, `dialog[open] ${named('category')}`), PATIENT);
    return {
      tooltip: await page.evaluate("document.querySelector('.tooltip')?.textContent ?? document.title"),
      violated: await page.evaluate('[...violated]'),
    };
  };

  await configure(page, new URLSearchParams(answers).toString());
  const html = await textOf(page, 'html');
  const policy = (await textOf(page, 'policy')).replace('Content-Security-Policy: ', '');
  assert.doesNotMatch(policy, /trusted-types/);
  assert.equal(await textOf(page, 'trusted'), '');
  assert.deepEqual(await visit(policy), { tooltip: 'Une infobulle', violated: [] });

  // For a site that requires Trusted Types already, the name of our policy is all that it needs.
  await configure(page, new URLSearchParams({ ...answers, 'trusted-types': 'yes' }).toString());
  assert.equal((await textOf(page, 'policy')).replace('Content-Security-Policy: ', ''), policy);
  const trusted = await textOf(page, 'trusted');
  const required = `${policy}; require-trusted-types-for 'script'; ${trusted}`;
  assert.deepEqual(await visit(required), { tooltip: 'TypeError', violated: [] });
  for (const [how, name] of [
    ['npm', 'lit-html'],
    ['wordpress', 'cliquez-signalez'],
    ['isolated', 'cliquez-signalez'],
  ]) {
    await configure(page, new URLSearchParams({ ...answers, how: how!, 'trusted-types': 'yes' }).toString());
    assert.equal(await textOf(page, 'trusted'), `trusted-types ${name}`, how);
  }
});

for (const engine of TOOL_ENGINES) {
  test(`${engine}: the code of the isolated form opens it in the hotline’s frame, and a report arrives`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = engine === 'chromium' ? chromium : await launch(engine);
    const tab = await browser.newPage({ width: 1280, height: 900 });
    t.after(() => (browser === chromium ? tab.close() : browser.close()));
    let page = '';
    let policy = '';
    const site = await startServer(t, ({ url = '' }, response) => {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${policy}; report-uri /violations`,
      };
      if (url === '/') response.writeHead(200, headers).end(page);
      else response.writeHead(204).end();
    });
    const partner = site.origin.replace('127.0.0.1', 'localhost');
    const endpoint = `${receiver.url}/v1/reports`;
    const sites = await startIsolated(t, { endpoint, hosts: partner, ancestors: partner });
    const answers = {
      how: 'isolated',
      base: `${sites.hotline.origin}/`,
      src: `${sites.hotline.origin}/frame.html`,
      hotline: 'Point de Contact',
      'hotline-url': HOTLINE,
      theme: 'presse',
    };
    await configure(tab, new URLSearchParams(answers).toString());
    assert.equal(await textOf(tab, 'state'), fr.ready);
    const [html, css, header] = await Promise.all(['html', 'css', 'policy'].map((id) => textOf(tab, id)));
    policy = header!.replace('Content-Security-Policy: ', '');
    page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><style>${css}</style><main>${html}</main>`;

    await tab.goto(`${partner}/`);
    await tab.waitFor(`${WIDGET}.renderRoot !== undefined`, PATIENT);
    const frame = tab.frame('frame.html');
    await sendReport({ ...sites, engine, tab, frame }, 'canari');
    await waitForTitle(frame, french['ok.title']);
    const { category, source } = JSON.parse(receiver.reports().at(-1) ?? '{}') as Report;
    assert.deepEqual([category, source.embed], ['procuring', 'iframe']);
    assert.equal(await frame.evaluate(`${WIDGET}.getAttribute('theme')`), 'presse');
    assert.deepEqual(
      site.requests.filter(({ path }) => path === '/violations'),
      [],
    );
  });
}

test('answers are given by keyboard, remarked on, copied, and come back from their link in the other language', async (t) => {
  const page = await openPage(t);
  await configure(page);
  assert.equal(
    await textOf(page, 'state'),
    `${fr.unready}${[fr.fields.endpoint[0], fr.fields.hotline[0], fr.fields['hotline-url'][0]].join(', ')}.`,
  );
  // Unanswered fields show no error.
  assert.equal(await textOf(page, 'endpoint-remark'), '');

  await chooseOf(page, '[name=way]', '[name=way][value=module]');
  await written(page, 'html', /type="module"/);
  await tabTo(page, '[name=endpoint]');
  await page.type('http://plateforme.fr/v1');
  await tabTo(page, '[name=hotline]');
  assert.equal(await textOf(page, 'endpoint-remark'), fr.remarks.insecure);
  assert.ok(await page.evaluate("document.querySelector('[name=endpoint]').getAttribute('aria-invalid')"));
  assert.ok(!(await textOf(page, 'html')).includes('http://plateforme.fr'));
  await page.type('Ma ligne');
  await tabTo(page, '[name=hotline-url]');
  await tabTo(page, '[name=privacy-url]');
  assert.equal(await textOf(page, 'hotline-url-remark'), fr.remarks.missing);
  await tabTo(page, '[name=partner]');
  assert.equal(await textOf(page, 'privacy-url-remark'), fr.remarks.better);
  assert.ok(
    await page.evaluate("!document.querySelector('[name=privacy-url]').hasAttribute('aria-invalid')"),
  );
  await chooseOf(page, '[name=variant]', '[name=variant][value=floating]');
  await chooseOf(page, '[name=placement]', '[name=placement][value=bottom-start]');
  await written(page, 'html', /placement="bottom-start"/);
  assert.match(await textOf(page, 'css'), /position: absolute/);

  await page.evaluate("document.querySelector('nav [data-jump=code]').focus()");
  await page.press('Enter');
  await tabTo(page, '[data-copy=html]');
  await page.press('Enter');
  await page.waitFor(
    "/^HTML\\u00A0: (copié|le texte est sélectionné)/.test(document.getElementById('copied').textContent)",
  );

  const link = await textOf(page, 'link');
  await page.waitFor(`location.href === ${JSON.stringify(link)}`, PATIENT);
  const inFrench = await textOf(page, 'html');
  const other = await page.evaluate<string>("document.getElementById('language').href");
  await page.goto('about:blank');
  await page.goto(other);
  await written(page, 'html', /bottom-start/);
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
  assert.equal(await textOf(page, 'endpoint-remark'), en.remarks.insecure);
  assert.equal(
    await textOf(page, 'html'),
    inFrench.replace(/>Signaler un contenu illégal à /, '>Report illegal content to '),
  );
  await page.evaluate("document.getElementById('reset').click()");
  await page.waitFor("location.hash === ''", PATIENT);
});

test('whatever a link holds, the code is HTML with these values and nothing else', async (t) => {
  const page = await openPage(t);
  const hostile = `"><img src=x onerror=alert(1)><script>{hotline}</script>&amp;'`;
  for (const how of WAYS) {
    const hash = new URLSearchParams({
      how,
      hotline: hostile,
      'hotline-url': 'javascript:alert(1)',
      endpoint: `https://e.example/";<b>;script-src *`,
      src: `https://e.example/";<b>`,
      base: `https://c.example/";,<b>/`,
      country: '<b>',
      lang: '"]<b>',
      partner: '"><b>',
      accent: 'url(x)',
      mode: 'nonsense',
      flow: '"><b>',
      practice: '"><b>',
    });
    await configure(page, hash.toString());
    assert.equal(await textOf(page, 'message'), fr.ignored);
    const html = await textOf(page, how === 'wordpress' ? 'shortcode' : 'html');
    const policy = await textOf(page, 'policy');
    assert.equal(policy.split(';').filter((line) => line.includes('script-src')).length, 1, policy);
    if (how === 'wordpress') {
      assert.equal(html, '[cliquez_signalez]');
      continue;
    }
    // The page's own policy forbids HTML parsing.
    await page.goto('about:blank');
    const parsed = await page.evaluate<
      { names: string[]; hotline: string | null; link: string | null },
      [string]
    >((text: string) => {
      const parts = new DOMParser().parseFromString(text, 'text/html');
      const holder = parts.querySelector('[hotline], [data-hotline]');
      return {
        names: [...new Set([...parts.querySelectorAll('*')].map(({ localName }) => localName))].toSorted(),
        hotline: holder?.getAttribute('hotline') ?? holder?.getAttribute('data-hotline') ?? null,
        link: parts.querySelector('a')?.getAttribute('href') ?? null,
      };
    }, html);
    const parts = ['a', 'body', 'cliquez-signalez', 'head', 'html', 'script'];
    const expected = parts.filter(
      (name) => !(name === 'script' && how === 'npm') && !(name === 'cliquez-signalez' && how === 'embed'),
    );
    assert.deepEqual(parsed.names, expected, how);
    assert.equal(parsed.hotline, hostile.trim(), how);
    assert.equal(parsed.link, NO_ANSWERS.texts['hotline-url'] || 'https://hotline.example/signaler', how);
  }
});

const TAGS = ['fr', 'en', 'de'];

test('a link gives back exactly the answers that it was written from', () => {
  for (const [index, way] of WAYS.entries()) {
    const answers = {
      ...NO_ANSWERS,
      way,
      mode: index % 2 ? ('inline' as const) : ('dialog' as const),
      texts: { ...NO_ANSWERS.texts, hotline: 'Élan & cie = 1 + 1 #', country: '', base: `/a${index}/` },
      theme: { ...NO_ANSWERS.theme, variant: 'bar' as const, seeds: { accent: '#0b5cff' } },
      languages: index % 2 ? ['fr', 'de'] : [],
    };
    assert.deepEqual(
      readHash(`#${writeHash(answers)}`, () => true, TAGS),
      { answers, isWhole: true },
    );
  }
  assert.deepEqual(
    readHash('', () => true, TAGS),
    { answers: NO_ANSWERS, isWhole: true },
  );
  assert.deepEqual(
    readHash(`#hotline=${'x'.repeat(9_000)}`, () => true, TAGS),
    { answers: NO_ANSWERS, isWhole: false },
  );
  // Anyone may write a link: unknown languages would be files that are not there.
  assert.deepEqual(
    readHash('#languages=de+xx+fr', () => true, TAGS),
    { answers: { ...NO_ANSWERS, languages: ['fr', 'de'] }, isWhole: false },
  );
});

test('the preview is the real widget, with these answers; what is sent there reaches the demo’s inbox alone', async (t) => {
  const page = await openPage(t);
  await configure(
    page,
    'variant=bar&theme=presse&hotline=Ma+ligne&endpoint=https%3A%2F%2Fe.example%2Fv1&partner=ville',
  );
  const widget = "document.querySelector('iframe').contentDocument.querySelector('cliquez-signalez')";
  await page.waitFor(`${widget}?.renderRoot?.querySelector('${LAUNCHER}')`, PATIENT);
  assert.equal(await page.evaluate(`${widget}.getAttribute('theme')`), 'presse');
  await page.evaluate(`${widget}.renderRoot.querySelector('${LAUNCHER}').focus()`);
  await page.press('Enter');
  await takeUp(page, widget);
  await lead(page, "await driver.open(); await driver.choose('category', 'procuring')");
  assert.ok(
    await page.evaluate(`${widget}.renderRoot.querySelector('dialog').textContent.includes('Ma ligne')`),
  );
  await lead(page, "await driver.reachSent('procuring')");
  assert.ok(await page.evaluate('driver.reference'));
  const { reports } = (await (await fetch(`${demo.url}/inbox.json`)).json()) as {
    reports: { report: { category: string; source: object } }[];
  };
  assert.deepEqual(
    reports.map(({ report }) => report.category),
    ['procuring'],
  );
  assert.ok(!('partnerId' in reports[0]!.report.source));

  await configure(page, 'practice=yes&flow=page');
  await page.waitFor(`${widget}?.matches('[practice][flow=page]')`, PATIENT);
  assert.equal(await textOf(page, 'preview-text'), fr.preview.practice);
  assert.deepEqual(
    await page.evaluate("['practice', 'flow'].map((name) => document.forms[0].elements[name].value)"),
    ['yes', 'page'],
  );
  const isEndpointAsked = "document.querySelector('[data-field=endpoint]').checkVisibility()";
  assert.equal(await page.evaluate(isEndpointAsked), false);
  await chooseOf(page, '[name=practice]', '[name=practice][value=no]');
  await chooseOf(page, '[name=flow]', '[name=flow][value=steps]');
  await page.waitFor(`${widget}?.matches(':not([practice], [flow])')`, PATIENT);
  assert.equal(await textOf(page, 'preview-text'), fr.preview.text);
  assert.equal(await page.evaluate(isEndpointAsked), true);
});

test('the paragraphs to paste say what is true of these answers', async (t) => {
  const page = await openPage(t);
  const privacy = async (hash: string, path?: string): Promise<string> => {
    await configure(page, hash, path);
    return textOf(page, 'privacy');
  };
  const direct = await privacy('endpoint=https%3A%2F%2Fligne.example%2Fv1&hotline=Ligne&partner=ville');
  assert.match(direct, /vers ligne\.example, sans passer par notre serveur/);
  assert.match(direct, /identifiant public de ce site/);
  const relayed = await privacy('endpoint=%2Frelais&hotline=Ligne');
  assert.match(relayed, /passe par notre serveur/);
  assert.doesNotMatch(relayed, /sans passer|identifiant public/);
  const isolated = await privacy(
    'how=isolated&src=https%3A%2F%2Fligne.example%2Fframe.html&hotline=Ligne',
    '/en/configure.html',
  );
  assert.match(isolated, /page of Ligne \(ligne\.example\): our site cannot read/);
  assert.doesNotMatch(isolated, /within our page/);
  assert.match(await textOf(page, 'accessibility'), /version \d+\.\d+\.\d+.*Not checked so far/s);
});

test('the configurator is accessible in both languages, light and dark, wide and narrow', async (t) => {
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const [scheme, path] of [
    ['light', '/fr/configure.html'],
    ['dark', '/en/configure.html'],
  ] as const) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(
      `${demo.url}${path}#how=npm&variant=floating&endpoint=http%3A%2F%2Fe.example&privacy-url=&foo=1`,
    );
    await page.waitForFunction("document.getElementById('policy').textContent !== ''");
    for (const width of [1440, 390, 320]) {
      await page.setViewport({ width, height: 900 });
      // Axe sees the same at both narrow widths, and most of it in both schemes.
      if (isEvery ? width !== 390 : width === (scheme === 'light' ? 1440 : 320))
        assert.deepEqual(
          await axeFaults(page, { isUsual: true, isRepeated: width < 1440 }),
          [],
          `${scheme}, ${width} px`,
        );
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${width} px`);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('a, button, select, .chip, .way, input')]
          .filter((control) => control.checkVisibility() && !control.matches('.chip *, .way *'))
          .map((control) => ({ control, box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
          .map(({ control, box }) => `${control.outerHTML.slice(0, 60)} ${box.width}×${box.height}`),
      );
      assert.deepEqual(small, [], `${width} px`);
    }
    await page.close();
  }
});

test('the demo leads to the configurator first, and it to the theme that was chosen', async (t) => {
  const page = await openPage(t);
  await page.goto(`${demo.url}/demo`);
  assert.equal(
    await page.evaluate("document.querySelector('main a[href^=\"/\"]').getAttribute('href')"),
    '/fr/configure.html',
  );
  await configure(page, 'theme=presse&variant=link');
  assert.equal(
    await page.evaluate("(({ pathname, hash }) => pathname + hash)(document.getElementById('compose'))"),
    '/fr/theme-builder.html#theme=presse&variant=link',
  );
  await page.evaluate("document.querySelector('[data-jump=avant]').focus()");
  await page.press('Enter');
  assert.ok(await hasFocus(page, '#avant'));
});
