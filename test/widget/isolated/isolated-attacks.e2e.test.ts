// The isolated mode with one hostile side: an allowed page that asks for more than its look, pages that are not
// allowed, and a frame that lies to its page.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { EXIT, MAIN, named, seek } from '../../../demo/gallery/driver.ts';
import { isChosen, ENGINES, launch, type Browser, type Page } from '../../setup/browsers.ts';
import { startReceiver } from '../../setup/receiver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import type { Report } from '../../../src/core/report/report.ts';
import {
  answer,
  leaveDetails,
  openByKeyboard,
  openDetails,
  pressPrimary,
  tabTo,
  visit as visitAsReporter,
  waitForTitle,
} from './isolated-visit.ts';
import { startIsolated, type IsolatedOptions, type IsolatedSites } from './isolated-site.ts';
import { PATIENT, startServer } from '../../setup/site.ts';

const FRAME = 'frame.html';
const WIDGET = "document.querySelector('cliquez-signalez')";
const FORM = `${WIDGET}.renderRoot`;
const ENDPOINT = 'http://127.0.0.1:9/v1/reports';

/** A page that talks to the frame itself, over a port of its own, in place of the widget. */
const OWN_WORDS = `<iframe id="own"></iframe><script>
  globalThis.said = [];
  own.onload = () => (own.dataset.loaded = '');
  own.src = ${WIDGET}.getAttribute('src');
  globalThis.greet = (hello) => {
    const { port1, port2 } = new MessageChannel();
    globalThis.port = port1;
    port1.onmessage = ({ data }) => said.push(data.type);
    own.contentWindow.postMessage({ type: 'cs-hello', version: 1, mode: 'inline', ...hello }, '*', [port2]);
  };
</script>`;

interface Visit extends IsolatedSites {
  readonly tab: Page;
  readonly frame: ReturnType<Page['frame']>;
}

async function visit(
  t: TestContext,
  browser: Browser,
  options: Omit<IsolatedOptions, 'endpoint'>,
): Promise<Visit> {
  const sites = await startIsolated(t, { endpoint: ENDPOINT, ...options });
  const tab = await browser.newPage();
  t.after(() => tab.close());
  await tab.goto(sites.page);
  await tab.waitFor(`${WIDGET}.renderRoot !== undefined`, PATIENT);
  return { ...sites, tab, frame: tab.frame(FRAME) };
}

/** A page that talks to the frame itself, once the frame listens. */
async function visitWithOwnWords(
  t: TestContext,
  browser: Browser,
  options: Omit<IsolatedOptions, 'endpoint'> = {},
): Promise<Visit> {
  const seen = await visit(t, browser, { html: OWN_WORDS, ...options });
  await seen.tab.waitFor("'loaded' in own.dataset", PATIENT);
  return seen;
}

/** The attributes that the form in the frame received; attributes from the engine or the form itself are left out. */
const attributesIn = (frame: Visit['frame']): Promise<Record<string, string>> =>
  frame.evaluate<Record<string, string>>(
    `Object.fromEntries([...${WIDGET}.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== 'data-hosts'))`,
  );

/** Every setting of the hotline that a page could wish to replace. */
const WISHES: Readonly<Record<string, string>> = Object.fromEntries([
  ...['endpoint', 'follow-up', 'hotline-url', 'privacy-url', 'exit-url', 'challenge', 'src'].map((name) => [
    name,
    'https://evil.example/',
  ]),
  ...['public-key', 'hotline', 'partner', 'embed', 'messages', 'data-hosts', 'mode', 'id', 'hidden'].map(
    (name) => [name, 'evil'],
  ),
  ...['onclick', 'onfocus', 'onanimationstart'].map((name) => [name, 'document.title = "evil"']),
  ['style', 'position: fixed'],
  // Settings that the page controls, with forbidden values.
  ['lang', '<b>'],
  ['country', 'France'],
  ['theme', 'a b'],
  ['categories', 'a<b'],
  ['page-url', 'javascript:alert(1)'],
  ['heading-level', '1'],
]);

/** Style values that would send a request, or end their declaration. */
const wantingStyles = (origin: string): Record<string, unknown> => ({
  accent: `url(${origin}/accent)`,
  surface: `image-set("${origin}/surface" 1x)`,
  danger: 'var(--anything)',
  font: `x, url("${origin}/font")`,
  'font-heading': `x; background: url(${origin}/heading)`,
  'font-size': `\\75rl(${origin}/size)`,
  space: 'x'.repeat(201),
  radius: ['3px'],
  elevation: 3,
  evil: 'red',
});

/** A frame page that replaces the shipped one: it takes the port, and sends the given messages. */
const liar = (words: string): Pick<IsolatedOptions, 'answer'> => ({
  answer: (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><script>
      addEventListener('message', ({ data, ports: [port] }) => {
        const say = (message) => port.postMessage(message);
        port.onmessage = ({ data }) => data.type === 'open' && opened();
        let opened = () => {};
        ${words}
      });
    </script>`),
});

const LISTENER = `<script>
  globalThis.heard = [];
  globalThis.errors = [];
  addEventListener('error', ({ message }) => errors.push(message));
  for (const type of ['open', 'step', 'sent', 'error', 'close', 'exit'])
    addEventListener('cs-' + type, (event) => heard.push([type, event.step ?? event.code ?? ''].join(' ').trim()));
</script>`;

for (const engine of ENGINES) {
  test(`${engine}: the isolated mode under attack`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    if (isChosen(engine, 'firefox'))
      await t.test(
        'an allowed page sets no more than its look, in its greeting or afterwards',
        async (t2) => {
          const leak = await startServer(t2, (_, response) => void response.end());
          // The policy allows images, so that the policy is not what blocks them.
          const { tab, frame } = await visitWithOwnWords(t2, browser, {
            markup: (html) => html.replace("default-src 'none'", "default-src 'none'; img-src *; font-src *"),
          });
          const wishes = { attributes: WISHES, styles: wantingStyles(leak.origin), page: { location: 3 } };
          const expected = {
            endpoint: ENDPOINT,
            embed: 'iframe',
            hotline: 'Point de Contact',
            'hotline-url': 'https://www.pointdecontact.net/',
            country: 'FR',
            mode: 'inline',
            'page-context': 'elsewhere',
          };
          const check = async (size: string): Promise<void> => {
            await frame.waitFor(`${WIDGET}.getAttribute('size') === '${size}'`, PATIENT);
            const { style = '', ...attributes } = await attributesIn(frame);
            assert.deepEqual(attributes, { ...expected, size });
            assert.equal(style, '');
          };
          await tab.evaluate((hello: { attributes: object }) => {
            const { greet } = globalThis as unknown as { greet(hello: object): void };
            greet({ ...hello, attributes: { ...hello.attributes, size: 's' } });
          }, wishes);
          await tab.waitFor("said.includes('ready')", PATIENT);
          await check('s');
          await tab.evaluate((settings: { attributes: object }) => {
            const { port } = globalThis as unknown as { port: MessagePort };
            const attributes = { ...settings.attributes, size: 'l' };
            for (const odd of [
              null,
              7,
              'settings',
              [],
              { type: 'settings', attributes: 'x', styles: [], page: 1 },
            ])
              port.postMessage(odd);
            for (const type of ['constructor', 'set', 'endpoint', 'exit', 'sent'])
              port.postMessage({ ...settings, type, attributes });
            port.postMessage({ ...settings, type: 'settings', attributes });
          }, wishes);
          await check('l');
          const { title, exit } = await frame.evaluate<Record<string, string>>(
            `({ title: document.title, exit: ${FORM}.querySelector('${EXIT}').href })`,
          );
          assert.deepEqual([title, exit], ['Signaler un contenu illégal', 'https://meteofrance.com/']);
          assert.deepEqual(leak.requests, []);
        },
      );

    if (isChosen(engine, 'firefox'))
      await t.test('a page that the hotline has not named gets no form, and no answer', async (t2) => {
        // The frame's headers allow the page; the frame page's own list does not.
        const { tab, frame } = await visitWithOwnWords(t2, browser, {
          hosts: 'https://other.example http://localhost http://127.0.0.1',
        });
        await frame.evaluate(`void addEventListener('message', () => (document.title += '!'))`);
        await tab.evaluate('greet({})');
        await frame.waitFor("document.title.endsWith('!')", PATIENT);
        assert.equal(await frame.evaluate(`${WIDGET}.matches(':defined')`), false);
        assert.equal(await frame.evaluate(`${WIDGET}.getAttribute('mode')`), null);
        assert.deepEqual(await tab.evaluate('said'), []);
      });

    if (isChosen(engine, 'webkit'))
      await t.test('another frame of an allowed page is not the page', async (t2) => {
        const { tab, frame } = await visitWithOwnWords(t2, browser);
        await frame.evaluate(`void addEventListener('message', () => (document.title += '!'))`);
        await tab.evaluate(`(() => {
        const other = document.createElement('iframe');
        other.srcdoc = '<script>const { port1, port2 } = new MessageChannel(); port1.onmessage = ({ data }) => parent.said.push(data.type); parent.own.contentWindow.postMessage({ type: "cs-hello", version: 1, mode: "dialog" }, "*", [port2])</' + 'script>';
        document.body.append(other);
      })()`);
        await frame.waitFor("document.title.endsWith('!')", PATIENT);
        assert.equal(await frame.evaluate(`${WIDGET}.getAttribute('mode')`), null);
        // Messages of the page itself still arrive.
        await tab.evaluate('greet({})');
        await tab.waitFor("said.includes('ready')", PATIENT);
        assert.deepEqual(await tab.evaluate("said.filter((type) => type === 'accepted')"), ['accepted']);
        assert.equal(await frame.evaluate(`${WIDGET}.getAttribute('mode')`), 'inline');
      });

    if (isChosen(engine))
      await t.test('a frame that lies changes nothing in the page, however often', async (t2) => {
        const { tab } = await visit(t2, browser, {
          attributes: 'mode="inline"',
          html: LISTENER,
          ...liar(`
          const odd = [null, 0, '', 'Open', [], {}, NaN, -1, 1e9, Infinity, '9px', '1;position:fixed', [1, 2], new Map()];
          const all = () => {
            for (const value of odd) {
              say(value);
              say({ type: value });
              say({ type: 'step', step: value });
              say({ type: 'error', code: value });
            }
            say({ type: 'step', step: 10 });
            say({ type: 'error', code: '<img src=x onerror=alert(1)>' });
            say({ type: 'html', html: '<b>' });
          };
          say({ type: 'accepted' });
          say({ type: 'ready' });
          all();
          for (let each = 0; each < 10_000; each++) say({ type: 'height', height: each });
          say({ type: 'step', step: 2 });`),
        });
        await tab.waitFor("heard.includes('step 2')", PATIENT);
        assert.deepEqual(await tab.evaluate('[heard, errors]'), [['step 2'], []]);
        assert.equal(
          await tab.evaluate(`${FORM}.querySelector('section.isolated').getAttribute('style')`),
          null,
        );
        assert.equal(await tab.evaluate(`${FORM}.querySelector('b, img')`), null);
      });

    if (isChosen(engine, 'firefox'))
      await t.test(
        'a page that never stops changing what it says of itself changes no report',
        async (t2) => {
          // WebKit's driver takes each change of the address for another page, and loses the frame.
          const visitAnother =
            engine === 'webkit' ? 'undefined' : "history.replaceState(null, '', '/page?' + count)";
          const receiver = await startReceiver();
          t2.after(() => receiver.stop());
          const seen = await visitAsReporter(t2, browser, {
            endpoint: `${receiver.url}/v1/reports`,
            html: `<script>
          const link = document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'canonical' }));
          let count = 0;
          const changes = [
            (widget) => widget.setAttribute('page-url', 'https://elsewhere.example/' + count),
            (widget) => widget.removeAttribute('page-url'),
            () => ${visitAnother},
            () => (link.href = '/canonical/' + count),
            (widget) => widget.toggleAttribute('category'),
            (widget) => widget.setAttribute('url', 'https://elsewhere.example/prefilled'),
            (widget) => widget.setAttribute('fields', count % 2 ? 'details' : 'details reply'),
            (widget) => widget.setAttribute('theme', count % 2 ? 'presse' : 'nuit'),
          ];
          setInterval(() => changes[Math.trunc(Math.random() * changes.length)](${WIDGET}, count++), 15);
        </script>`,
          });
          const { tab: page, frame: form } = seen;
          await openByKeyboard(seen);
          // Records the text on screen at each tap.
          await form.evaluate(`(() => {
        globalThis.shown = {};
        const textOf = (element) => element?.textContent.trim();
        ${FORM}.addEventListener('change', ({ target: input }) => {
          if (input.field === 'where') shown.chosen = textOf(input.closest('.option').querySelector('bdi'));
        }, true);
        ${FORM}.addEventListener('click', ({ target }) => {
          if (!target.closest('${MAIN}')) return;
          const review = ${FORM}.querySelector('.rows [dir="ltr"]');
          if (review) shown.reviewed = textOf(review);
        }, true);
      })()`);
          await tabTo(page, form, named('category'));
          await answer(seen, 'procuring', fr['s2.title']);
          // The page soon replaces the text of the choice.
          await form.evaluate(`${seek(FORM, '[answer="here"]')}.focus()`);
          await page.press(' ');
          await form.waitFor('shown.chosen', PATIENT);
          await page.press('Enter');
          await waitForTitle(form, fr['s4.title']);
          await openDetails(seen);
          await page.type('canari');
          await leaveDetails(seen);
          await pressPrimary(page, form);
          await waitForTitle(form, fr['ok.title']);
          const { chosen, reviewed } = await form.evaluate<Record<string, string>>('shown');
          const [body = '{}'] = receiver.reports();
          const { category, locations, content } = JSON.parse(body) as Report;
          assert.match(chosen ?? '', /^http/);
          assert.deepEqual(
            [category, reviewed, locations.map(({ url }) => url?.value), content?.description],
            ['procuring', chosen, [chosen], 'canari'],
          );
        },
      );

    if (isChosen(engine))
      await t.test('a frame that nobody opened cannot make the page leave', async (t2) => {
        const { tab } = await visit(t2, browser, {
          html: LISTENER,
          ...liar(`
          say({ type: 'accepted' });
          say({ type: 'exit', address: 'about:blank' });
          say({ type: 'step', step: 3 });`),
        });
        await tab.evaluate(`void ${WIDGET}.open()`);
        await tab.waitFor("heard.includes('step 3')", PATIENT);
        assert.deepEqual(await tab.evaluate('heard'), ['step 3']);
        assert.equal(await tab.evaluate('document.title'), '/page');
      });

    if (isChosen(engine, 'firefox'))
      await t.test('the address of an exit is a page of the web, or none: no script runs', async (t2) => {
        const leak = await startServer(t2, (_, response) => void response.end('<title>leak</title>'));
        const addresses = [
          `javascript:void(new Image().src='${leak.origin}/script')`,
          `data:text/html,<img src="${leak.origin}/data">`,
          `http://name:word@${new URL(leak.origin).host}/`,
          'http://elsewhere.example/',
        ];
        await Promise.all(
          addresses.map(async (address) => {
            const { tab } = await visit(t2, browser, {
              ...liar(`
              say({ type: 'accepted' });
              opened = () => {
                say({ type: 'open' });
                say({ type: 'exit', address: ${JSON.stringify(address)} });
              };
              say({ type: 'ready' });`),
            });
            await tab.evaluate(`void ${WIDGET}.open()`);
            await tab.waitFor("location.href === 'about:blank' && !document.querySelector('h1')", PATIENT);
          }),
        );
        assert.deepEqual(leak.requests, []);
      });
  });
}
