// The widget under the strictest policy that a page can have, beside another copy of Lit. It leaves the page's own
// objects alone.
import assert from 'node:assert/strict';
import { before, test, type TestContext } from 'node:test';
import { build, type Rolldown } from 'vite';
import { LAUNCHER, MAIN, RESTING } from '../../../demo/gallery/driver.ts';
import { serveReceiver } from '../../../src/receiver/index.ts';
import { isChosen, ENGINES, launch, type Browser, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import {
  answerByKeyboard,
  PATIENT,
  sendByKeyboard,
  startCdn,
  startPage,
  tabToLauncher,
  waitForFocus,
  type RecordingServer,
} from '../../setup/site.ts';

const NONCE = 'b25jZQ';
const PROBE = 'lit-probe';

/** An element of the page's own, made with an untouched Lit. Its template keeps the name `lit-html` for the policy. */
const PROBE_SOURCE = `
  import { LitElement, html } from 'lit';
  customElements.define('${PROBE}', class extends LitElement {
    render() { return html\`<p>Une autre copie de Lit</p>\`; }
  });
`;

/**
 * Copies of Lit that pages have: our version, its development build, which warns of several copies, and an older one.
 */
const LITS = {
  'another Lit': { name: 'lit', mode: 'production' },
  'a Lit for developers': { name: 'lit', mode: 'development' },
  'an older Lit': { name: 'lit-2', mode: 'production' },
} as const;
type Lit = keyof typeof LITS;

const probes = new Map<Lit, string>();

async function buildProbe(lit: Lit): Promise<string> {
  const { name, mode } = LITS[lit];
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    mode,
    resolve: { conditions: [mode, 'module', 'browser', 'default'] },
    plugins: [
      {
        name: PROBE,
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(PROBE) ? `\0${PROBE}` : undefined),
        load: (id) => (id === `\0${PROBE}` ? PROBE_SOURCE.replace("'lit'", `'${name}'`) : undefined),
      },
    ],
    build: { write: false, lib: { entry: PROBE, formats: ['es'], fileName: PROBE } },
  });
  const [output] = built as Rolldown.RolldownOutput[];
  const { code } = output!.output[0];
  assert.match(code, /createPolicy\(.lit-html./);
  assert.equal(/Multiple versions of Lit loaded/.test(code), mode === 'development');
  return code;
}

before(async () => {
  for (const lit of Object.keys(LITS) as Lit[]) probes.set(lit, await buildProbe(lit));
});

interface SiteOptions {
  /** Scripts of the page, in order. */
  readonly scripts: (cdn: string, endpoint: string) => string;
  /** Whether a script creates the widget, instead of the page's markup. */
  readonly isEmbedded?: boolean;
  /** The page's own copy of Lit. */
  readonly lit?: Lit;
  /** Policy of the page, if it is not the strict one. */
  readonly policy?: (receiver: string) => string;
}

function strictPolicy(receiver: string, trustedTypes = 'cliquez-signalez lit-html'): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    "style-src 'none'",
    `connect-src ${receiver}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
}

/** The page's first script: it records violations, errors, and the state of its own objects. */
const FIRST_SCRIPT = `{
  globalThis.violations = [];
  globalThis.errors = [];
  globalThis.warnings = [];
  console.warn = (...words) => warnings.push(words.join(' '));
  addEventListener('securitypolicyviolation', (event) =>
    violations.push([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));

  const observed = {
    window, document, history, navigator, customElements, Symbol, Object, Array, Promise, JSON, Math, Reflect,
    ...Object.fromEntries([
      Object, Array, Function, String, RegExp, Map, Promise, Event, EventTarget, Node, Element, HTMLElement,
      HTMLDialogElement, HTMLInputElement, Document, ShadowRoot, CSSStyleSheet, CustomElementRegistry,
    ].map(({ name, prototype }) => [name + '.prototype', prototype])),
  };
  const look = (object) => {
    const found = Object.getOwnPropertyDescriptors(object);
    return new Map(Reflect.ownKeys(found).map((key) => [key, found[key]]));
  };
  const differ = (one, other) => !one || !other || one.get !== other.get || one.set !== other.set ||
    (typeof other.value === 'function' && one.value !== other.value);
  let before;
  globalThis.changes = () => Object.entries(observed).flatMap(([name, object]) => {
    const [was, is] = [before[name], look(object)];
    const keys = [...new Set([...was.keys(), ...is.keys()])];
    return keys.filter((key) => differ(is.get(key), was.get(key))).map((key) => name + ' ' + String(key));
  });
  before = Object.fromEntries(Object.entries(observed).map(([name, object]) => [name, look(object)]));
}`;

const FALLBACK = '<a href="https://www.pointdecontact.net/">Signaler à Point de Contact</a>';

async function openSite(
  t: TestContext,
  browser: Browser,
  { scripts, isEmbedded, lit = 'another Lit', policy = strictPolicy }: SiteOptions,
): Promise<{ page: Page; cdn: RecordingServer }> {
  const receiver = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:' });
  t.after(() => receiver.close());
  const { endpoint } = receiver;
  const cdn = await startCdn(t, { [`${PROBE}.js`]: probes.get(lit)! });
  const widget = `<cliquez-signalez endpoint="${endpoint}" hotline="Point de Contact">${FALLBACK}</cliquez-signalez>`;
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="/icon.svg">
    <script nonce="${NONCE}">${FIRST_SCRIPT}</script>
    <${PROBE}></${PROBE}>
    ${isEmbedded ? '' : widget}
    ${scripts(cdn.origin, endpoint)}`;
  const site = await startPage(t, html, { 'content-security-policy': policy(receiver.url) });
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`${site.origin}/`);
  return { page, cdn };
}

// The page's own copy of Lit, and the widget in each of its forms

const moduleScript = (address: string): string =>
  `<script type="module" nonce="${NONCE}" src="${address}"></script>`;
const anotherLit = (cdn: string): string => moduleScript(`${cdn}/${PROBE}.js`);

const FORMS = {
  'the module': { scripts: (cdn) => moduleScript(`${cdn}/cliquez-signalez.js`) },
  'the bundle': {
    scripts: (cdn) => `<script nonce="${NONCE}" src="${cdn}/cliquez-signalez.bundle.js"></script>`,
  },
  'the classic script': {
    scripts: (cdn, endpoint) =>
      `<script nonce="${NONCE}" src="${cdn}/embed.js" data-endpoint="${endpoint}" data-hotline="Point de Contact"
        data-hotline-url="https://www.pointdecontact.net/"></script>`,
    isEmbedded: true,
  },
} satisfies Record<string, SiteOptions>;

const afterAnotherLit = ({ scripts, ...rest }: SiteOptions, lit: Lit = 'another Lit'): SiteOptions => ({
  ...rest,
  lit,
  scripts: (cdn, endpoint) => anotherLit(cdn) + scripts(cdn, endpoint),
});
const thenAnotherLit = ({ scripts, ...rest }: SiteOptions, lit: Lit = 'another Lit'): SiteOptions => ({
  ...rest,
  lit,
  scripts: (cdn, endpoint) => scripts(cdn, endpoint) + anotherLit(cdn),
});

const PAIRS: Readonly<Record<string, SiteOptions>> = {
  'the module after another Lit': afterAnotherLit(FORMS['the module']),
  'the module before a Lit for developers': thenAnotherLit(FORMS['the module'], 'a Lit for developers'),
  'the bundle after a Lit for developers': afterAnotherLit(FORMS['the bundle'], 'a Lit for developers'),
  'the bundle before an older Lit': thenAnotherLit(FORMS['the bundle'], 'an older Lit'),
  'the classic script after an older Lit': afterAnotherLit(FORMS['the classic script'], 'an older Lit'),
};

// The views of a reporter and of a page

/** Makes a report from the button to « Signalement envoyé », and closes the form. */
async function makeReport(page: Page): Promise<void> {
  await tabToLauncher(page);
  await page.press('Enter');
  await answerByKeyboard(page, {
    category: 'unsure',
    address: 'https://exemple.fr/fil',
    details: 'Vu hier.',
  });
  await sendByKeyboard(page);
  // A button that does not take taps yet looks otherwise.
  await page.waitFor(
    `!document.querySelector('cliquez-signalez').renderRoot.querySelector('${RESTING}')`,
    PATIENT,
  );
  await page.press('Escape');
  await waitForFocus(page, LAUNCHER);
  // The page may scroll again, once the browser has reported the closing.
  await page.waitFor(() => document.documentElement.style.cssText === '', PATIENT);
}

const ON_PURPOSE = 'img-src http://127.0.0.1:9/pixel.png';

/** Waits for a deliberate violation, which comes last and proves that violations are seen. @returns the others */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    new Image().src = 'http://127.0.0.1:9/pixel.png';
  });
  await page.waitFor(`violations.some((violation) => violation.startsWith('${ON_PURPOSE}'))`, PATIENT);
  const violations = await page.evaluate<string[]>('violations');
  return violations.filter((violation) => !violation.startsWith(ON_PURPOSE));
}

const seesFallback = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const link = document.querySelector('cliquez-signalez a');
    return Boolean(link?.checkVisibility() && link.getBoundingClientRect().height > 0);
  });

/** The computed style of the button and of the form. */
const looks = (page: Page): Promise<{ launcher: string; primary: string; plain: string; unseen: string }> =>
  page.evaluate(
    ([launcher, main]) => {
      const root = document.querySelector('cliquez-signalez')!.renderRoot;
      const style = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(root.querySelector(selector)!);
      const plain = document.body.appendChild(document.createElement('button'));
      return {
        launcher: style(launcher).backgroundColor,
        primary: style(main).backgroundColor,
        plain: getComputedStyle(plain).backgroundColor,
        unseen: style('.unseen').position,
      };
    },
    [LAUNCHER, MAIN] as const,
  );

/** The page around the widget. */
const surroundings = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].map(({ localName }) => localName),
    sheets: document.adoptedStyleSheets.length,
    title: document.title,
  }));

/** Files requested more than once, whatever the query. */
function repeated({ requests }: RecordingServer): string[] {
  const paths = requests.map(({ path }) => path.replace(/\?.*/, ''));
  return paths.filter((path, index) => paths.indexOf(path) !== index);
}

for (const engine of ENGINES) {
  test(`${engine} under a strict policy`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    for (const [name, options] of thirdOf(engine, Object.entries(PAIRS))) {
      await t.test(`${name} sends a report, styled, without a violation`, async (t2) => {
        const { page, cdn } = await openSite(t2, browser, options);
        await makeReport(page);
        const { launcher, primary, plain, unseen } = await looks(page);
        assert.match(primary, /^(rgb\(|oklch\(|oklab\(|color\()/);
        assert.notEqual(primary, plain);
        assert.equal(primary, launcher);
        assert.equal(unseen, 'absolute');
        assert.equal(
          await page.evaluate<string>(`document.querySelector('${PROBE}').renderRoot.textContent`),
          'Une autre copie de Lit',
        );
        assert.deepEqual(await page.evaluate('errors'), []);
        const warnings = await page.evaluate<string[]>('warnings');
        assert.deepEqual(
          warnings.filter((warning) => !warning.startsWith('Lit is in dev mode')),
          [],
        );
        assert.deepEqual(await violationsOf(page), []);
        assert.deepEqual(repeated(cdn), []);
      });
    }

    for (const [name, options] of thirdOf(engine, Object.entries<SiteOptions>(FORMS))) {
      await t.test(`${name} leaves the page and its globals as they were`, async (t2) => {
        const { page } = await openSite(t2, browser, options);
        await page.waitFor(() => Boolean(document.querySelector('cliquez-signalez')?.renderRoot), PATIENT);
        const asItWas = await surroundings(page);
        await makeReport(page);
        assert.deepEqual(await surroundings(page), asItWas);
        const changes = await page.evaluate<string[]>('changes()');
        // The driver of WebKit keeps its own object on the window.
        assert.deepEqual(
          changes.filter((change) => change !== 'window Symbol(automationSessionProxy)'),
          // The queue of commands, which is documented.
          options.isEmbedded ? ['window cliquezSignalez'] : [],
        );
      });
    }

    // A browser fires no submit event in such a frame, and says so in its console alone.
    if (isChosen(engine, 'firefox'))
      await t.test(
        'in a sandbox without forms, Enter and the main button lead on all the same',
        async (t2) => {
          const { page } = await openSite(t2, browser, {
            ...FORMS['the module'],
            policy: (receiver) => `${strictPolicy(receiver)}; sandbox allow-scripts allow-same-origin`,
          });
          await makeReport(page);
          assert.deepEqual(await page.evaluate('errors'), []);
        },
      );

    if (isChosen(engine))
      await t.test('an entry with a query in its address loads the widget once', async (t2) => {
        const { page, cdn } = await openSite(t2, browser, {
          scripts: (origin) => moduleScript(`${origin}/cliquez-signalez.js?ver=1`),
        });
        await makeReport(page);
        const asked = cdn.requests.map(({ path }) => path);
        assert.equal(asked[0], '/cliquez-signalez.js?ver=1');
        assert.equal(asked.filter((path) => path.includes('/cliquez-signalez.js')).length, 1);
        assert.deepEqual(repeated(cdn), []);
      });

    await t.test('the link stays where the page allows no policy of Trusted Types', async (t2) => {
      for (const options of thirdOf(engine, Object.values(PAIRS))) {
        const { page } = await openSite(t2, browser, {
          ...options,
          policy: (receiver) => strictPolicy(receiver, "'none'"),
        });
        // One for each of the two copies of Lit.
        await page.waitFor(
          'violations.filter((text) => text.startsWith("trusted-types")).length === 2',
          PATIENT,
        );
        assert.ok(await seesFallback(page));
      }
    });

    if (isChosen(engine))
      await t.test('the link stays where the page allows no script', async (t2) => {
        const { page } = await openSite(t2, browser, {
          ...FORMS['the module'],
          policy: (receiver) => strictPolicy(receiver).replace(/script-src [^;]*/, "script-src 'none'"),
        });
        assert.ok(await seesFallback(page));
        assert.equal(await page.evaluate('typeof changes'), 'undefined');
      });
  });
}
