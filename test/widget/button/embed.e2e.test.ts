// embed.js as pages, tag managers, loaders and optimisers insert it: one widget a tag, whatever they change in the tag;
// its commands; two versions on a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import spanish from '../../../src/words/locales/es.json' with { type: 'json' };
import { launch, pairWith, type Page } from '../../setup/browsers.ts';
import { PATIENT, startServer, type RecordingServer } from '../../setup/site.ts';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const HOTLINE = 'https://hotline.example/signaler';
const WIDGETS = "[...document.querySelectorAll('cliquez-signalez')]";
const DATA = `data-endpoint="/v1/reports" data-hotline-url="${HOTLINE}"`;

const tag = (more = '', folder = '/cs'): string =>
  `<script src="${folder}/embed.js" ${DATA} ${more}></script>`;

/** Records console messages and uncaught errors. */
const FIRST_SCRIPT = `<script>
  window.said = [];
  window.errors = [];
  console.warn = (...words) => said.push(words.join(' '));
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
</script>`;

/**
 * Serves pages by their path, and the files in any folder; `/old/` has another version, and `/half/` lacks the module.
 */
function startSite(t: TestContext, pages: Readonly<Record<string, string>>): Promise<RecordingServer> {
  return startServer(t, ({ url = '' }, response) => {
    const path = decodeURI(url).replace(/\?.*/, '');
    const page = pages[path];
    const [, folder = '', name = ''] = /^(.*?\/)((?:locales\/)?[^/]+\.js)$/.exec(path) ?? [];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="fr"><head><title>Page</title><link rel="icon" href="data:,">${FIRST_SCRIPT}${page}`,
      );
    } else if (!name || (folder === '/half/' && name !== 'embed.js')) {
      response.writeHead(404).end();
    } else {
      const code = readFileSync(new URL(name, CDN), 'utf8');
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(folder === '/old/' ? code.replaceAll('0.1.0', '0.0.9') : code);
    }
  });
}

const isMade = (page: Page, count = 1): Promise<unknown> =>
  page.waitFor(
    `${WIDGETS}.filter(({ renderRoot }) => renderRoot?.querySelector('button')).length === ${count}`,
    PATIENT,
  );
const isOpen = (page: Page, which = `${WIDGETS}[0]`): Promise<unknown> =>
  page.waitFor(`${which}.renderRoot.querySelector('dialog')?.open === true`, PATIENT);
const isClosed = (page: Page): Promise<unknown> =>
  page.waitFor(`${WIDGETS}.every(({ renderRoot }) => !renderRoot.querySelector('dialog[open]'))`, PATIENT);
const count = (page: Page): Promise<number> => page.evaluate<number>(`${WIDGETS}.length`);
const said = (page: Page): Promise<string[]> => page.evaluate<string[]>('said');

/** The console's warning about two versions: once, although there are two elements. */
const twoVersions = (first: string): string =>
  `cliquez-signalez: ${first} is used, not ${first === '0.1.0' ? '0.0.9' : '0.1.0'}`;

/** Every attribute of the elements, from the manifest. */
const attributes = (JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest).modules.flatMap(
  ({ declarations = [] }) =>
    declarations.flatMap(({ tagName, attributes: own = [] }) =>
      tagName === 'cliquez-signalez' ? own.map(({ name }) => name) : [],
    ),
);

const THEIRS =
  'data-cfasync="false" data-no-optimize data-nscript="x" data-rocket-status="executed" data-turbo-track="reload" data-wp-strategy="async" data-onclick="throw 1" data-style="top:0" data-src="/cs/embed.js"';

const PAGES = {
  '/tags': `<body><p id="one">${tag()}</p><p id="two">${tag('async data-id="second" data-theme="presse"')}</p>${tag('data-variant="floating"')}`,
  '/attributes': `<body>${attributes
    .map((name) => `data-${name}="x"`)
    .join(' ')
    .replace(/^(.*)$/, `<script src="/cs/embed.js" $1 ${THEIRS}></script>`)}`,
  '/link': `<body><a href="${HOTLINE}">Mon lien</a>${tag('', '/half')}`,
  '/folder': `<body>${tag('', '/un dossier/été-1.2').replace('embed.js', 'embed.js?ver=6.9')}`,
  '/manager': `<body><h1>Page</h1>`,
  '/taken': `<form id="cliquezSignalez"></form><body>${tag()}`,
  '/copies': `<body>${tag()}<div id="elsewhere"></div>`,
  '/floating': `${tag('defer data-variant="floating"')}<body>${tag('data-variant="floating"')}`,
  '/hidden': `<body><script src="/other/embed.js" type="text/plain"></script>${tag('type="module"')}`,
  '/languages': `<body>${tag('data-lang="es" data-languages="fr es pt-BR de fr-simple"')}`,
  '/practice': `<body><script src="/cs/embed.js" data-practice></script>`,
  '/follow': `<body>${tag('data-view="follow-up" data-follow-up="/v1/follow-up"')}`,
  '/bare': `<body><script src="/cs/embed.js"></script>`,
  '/versions': `<body>${tag('', '/old')}${tag('defer')}`,
  '/bundles': `<body><cliquez-signalez endpoint="/v1/reports"></cliquez-signalez><script src="/cs/cliquez-signalez.bundle.js"></script><script src="/old/cliquez-signalez.bundle.js"></script><script type="module" src="/cs/cliquez-signalez.js"></script>`,
} as const;

for (const engine of pairWith('webkit')) {
  test(`embed.js in ${engine}`, async (t) => {
    const site = await startSite(t, PAGES);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    const visit = (path: keyof typeof PAGES): Promise<void> => page.goto(site.origin + path);
    const noError = async (): Promise<void> => assert.deepEqual(await page.evaluate('errors'), []);

    await t.test(
      'each tag makes its widget where it stands, a floating one at the end; the module comes once',
      async () => {
        await visit('/tags');
        await isMade(page, 3);
        assert.deepEqual(
          await page.evaluate(
            `${WIDGETS}.map((widget) => widget.parentElement.id + widget.id + widget.getAttribute('embed'))`,
          ),
          ['onescript', 'twosecondscript', 'script'],
        );
        assert.equal(
          await page.evaluate('document.body.lastElementChild.getAttribute("variant")'),
          'floating',
        );
        assert.equal(site.requests.filter(({ path }) => path === '/cs/cliquez-signalez.js').length, 1);
        await page.evaluate("void cliquezSignalez.push(['open', { id: 'second' }])");
        await isOpen(page, 'document.getElementById("second")');
        await noError();
      },
    );

    await t.test('every attribute of the element can be given, and nothing of others is taken', async () => {
      await visit('/attributes');
      await page.waitFor(WIDGETS + '.length === 1', PATIENT);
      const names = await page.evaluate<string[]>(`${WIDGETS}[0].getAttributeNames()`);
      assert.ok(attributes.length > 20);
      assert.deepEqual(names.toSorted(), attributes.toSorted());
    });

    await t.test(
      'the link before the tag stays where the module does not come, and « open » leads there',
      async () => {
        await visit('/link');
        await page.evaluate("void cliquezSignalez.push(['close'], ['open'])");
        await page.waitFor("document.activeElement.localName === 'a'", PATIENT);
        assert.deepEqual(
          await page.evaluate(
            '[...document.links].map((link) => [link.textContent, link.parentElement.localName, link.checkVisibility()])',
          ),
          [['Mon lien', 'cliquez-signalez', true]],
        );
        await noError();
      },
    );

    await t.test('the languages of a tag are there when the button shows, once each', async () => {
      site.requests.length = 0;
      await visit('/languages');
      await isMade(page);
      const label = `${WIDGETS}[0].renderRoot.querySelector('button').textContent`;
      assert.match(await page.evaluate<string>(label), new RegExp(spanish['launcher.label']));
      const asked = site.requests.map(({ path }) => path).filter((path) => path.endsWith('.js'));
      assert.deepEqual(asked.filter((path) => path.includes('/locales/')).toSorted(), [
        '/cs/locales/de.js',
        '/cs/locales/es.js',
        '/cs/locales/fr-simple.js',
        '/cs/locales/pt.js',
      ]);
      await page.evaluate("void cliquezSignalez.push(['open'])");
      await isOpen(page);
      const names = `[...${WIDGETS}[0].renderRoot.querySelectorAll('.language')].map(({ lang }) => lang)`;
      await page.waitFor(`${names}.length`, PATIENT);
      assert.deepEqual(await page.evaluate(names), ['fr', 'es', 'pt', 'de', 'fr-simple']);
      await noError();
    });

    await t.test('works from a folder of any name, behind a query', async () => {
      await visit('/folder');
      await isMade(page);
      await page.evaluate("void cliquezSignalez.push(['open'])");
      await isOpen(page);
      const strays = site.requests.filter(
        ({ path }) => path.endsWith('.js') && !/^\/(cs|half|old|other)\//.test(path),
      );
      assert.deepEqual(
        strays.filter(({ path }) => !decodeURI(path).startsWith('/un dossier/été-1.2/')),
        [],
      );
      assert.ok(strays.length > 2);
    });

    await t.test(
      'a tag that a tag manager appends later obeys what was pushed before, in order, and after',
      async () => {
        await visit('/manager');
        await page.evaluate(
          `{
        window.cliquezSignalez = [['open', { url: 'https://exemple.fr/fil', category: 'unsure' }]];
        const script = document.createElement('script');
        script.async = true;
        script.src = '/cs/embed.js';
        script.setAttribute('data-endpoint', '/v1/reports');
        document.head.append(script);
      }`
            .replace(/^/, '(() => ')
            .replace(/$/, ')()'),
        );
        await isOpen(page);
        assert.equal(await page.evaluate(`${WIDGETS}[0].parentElement === document.body`), true);
        const checked = `${WIDGETS}[0].renderRoot.querySelector('input:checked')?.answer`;
        assert.equal(await page.evaluate(checked), 'unsure');
        await page.evaluate("void cliquezSignalez.push(['reset'], ['close'])");
        await isClosed(page);
        await page.evaluate("void cliquezSignalez.push(['open'])");
        await isOpen(page);
        assert.notEqual(await page.evaluate(checked), 'unsure');
        await noError();
      },
    );

    await t.test('whatever is pushed, nothing is thrown, and one line says what is understood', async () => {
      await visit('/copies');
      await isMade(page);
      await page.evaluate(
        "void cliquezSignalez.push('open', null, [], ['opens'], ['open', null], ['open', 5], [{}], ['open', { url: 5 }], ['__proto__'], ['close', { id: 'nobody' }], ['open', {}])",
      );
      await isOpen(page);
      const lines = await said(page);
      assert.deepEqual(lines.filter((line) => line.includes('push()')).length, 1);
      assert.deepEqual(lines.filter((line) => line.includes('“nobody”')).length, 1);
      await noError();
    });

    await t.test('a global of the page that is something else stays', async () => {
      await visit('/taken');
      await isMade(page);
      assert.equal(await page.evaluate("window.cliquezSignalez === document.querySelector('form')"), true);
      assert.match((await said(page)).join(), /not an array/);
      await noError();
    });

    await t.test(
      'a tag that is moved, cloned or made anew with its attributes makes no second widget',
      async () => {
        await visit('/copies');
        await isMade(page);
        await page.evaluate(`(() => {
        const script = document.querySelector('script[src]');
        document.body.append(script.cloneNode(true));
        const anew = document.createElement('script');
        for (const { name, value } of script.attributes) anew.setAttribute(name, value);
        window.done = new Promise((resolve) => (anew.onload = resolve)).then(() => (window.isDone = true));
        document.body.append(anew);
        document.getElementById('elsewhere').append(script);
      })()`);
        await page.waitFor('window.isDone', PATIENT);
        assert.equal(await count(page), 1);
        // A framework has replaced the page's body and runs its tag again: the widget is gone, so embed.js creates a
        // new one.
        await page.evaluate(`${WIDGETS}[0].remove()`);
        await page.evaluate(`(() => {
        const again = document.createElement('script');
        for (const { name, value } of document.querySelector('script[src]').attributes) again.setAttribute(name, value);
        document.body.append(again);
      })()`);
        await isMade(page);
      },
    );

    await t.test('of two floating buttons that are alike one is made', async () => {
      await visit('/floating');
      await isMade(page);
      await page.waitFor("document.readyState === 'complete'", PATIENT);
      assert.equal(await count(page), 1);
    });

    await t.test('finds its tag where a loader hides it, and says where there is none', async () => {
      await visit('/hidden');
      await isMade(page);
      assert.equal(await page.evaluate(`${WIDGETS}[0].previousElementSibling.type`), 'module');
      // Practice takes neither an endpoint nor a link, and its attribute has no value.
      await visit('/practice');
      await isMade(page);
      assert.equal(await page.evaluate(`${WIDGETS}[0].practice`), true);
      await visit('/follow');
      await isMade(page);
      assert.deepEqual(
        await page.evaluate(`['view', 'follow-up'].map((name) => ${WIDGETS}[0].getAttribute(name))`),
        ['follow-up', '/v1/follow-up'],
      );
      await visit('/bare');
      await page.waitFor("document.readyState === 'complete'", PATIENT);
      assert.match((await said(page)).join(), /data-endpoint/);
      assert.equal(await count(page), 0);
      await noError();
    });

    await t.test(
      'two versions: the first defines the elements, for the tags of both; the console says so, once',
      async () => {
        await visit('/versions');
        await isMade(page, 2);
        await page.waitFor('said.length >= 1', PATIENT);
        const version = await page.evaluate<string>("customElements.get('cliquez-signalez').version");
        await page.evaluate("void cliquezSignalez.push(['open'])");
        await isOpen(page);
        assert.deepEqual(await said(page), [twoVersions(version)]);
        await noError();

        await visit('/bundles');
        await isMade(page);
        await page.waitFor('said.length >= 1', PATIENT);
        // The third copy has the version of the first, and reports no conflict.
        assert.deepEqual(await said(page), [twoVersions('0.1.0')]);
        await noError();
      },
    );
  });
}
