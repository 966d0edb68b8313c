// The examples of five frameworks, built as their users build them: rendered on a server, hydrated in the browser
// without a flash or a warning, and used up to the receipt, which reaches the framework's own handler.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { serve } from '@hono/node-server';
import {
  buildExample,
  EXAMPLES,
  type Example,
  type ExampleName,
  type Mode,
} from '../../demo/frameworks/build.ts';
import { createExamplesSite } from '../../demo/frameworks/site.ts';
import { messages } from '../../demo/frameworks/words.ts';
import { LAUNCHER } from '../../demo/gallery/driver.ts';
import { createReceiver } from '../../src/receiver/http/handler.ts';
import { openStore } from '../../src/receiver/store/open-store.ts';
import type { ReportStore } from '../../src/receiver/store/store.ts';
import { launch, pairWith, type Engine, type Page } from '../setup/browsers.ts';
import { thirdOf } from '../setup/every.ts';
import { answerByKeyboard, PATIENT, sendByKeyboard, tabToLauncher } from '../setup/site.ts';

/** The page's record of its hydration. */
interface Seen {
  /** Errors, console warnings, rejections. */
  readonly complaints: readonly string[];
  readonly shifts: readonly string[];
  /** Listeners to `cs-sent` that were added and not removed. */
  readonly listeners: number;
  /** The visible content before any script of the page loads. */
  readonly before: { readonly link: boolean; readonly label: boolean };
  readonly after: { readonly link: boolean; readonly label: boolean };
  /** Whether the element and its content are still the server-rendered ones. */
  readonly isKept: boolean;
}

const FIRST = `<script>
  const seen = { complaints: [], shifts: [], listeners: 0 };
  for (const level of ['error', 'warn']) {
    console[level] = (...said) => void seen.complaints.push(said.map(String).join(' '));
  }
  addEventListener('error', ({ message }) => seen.complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.complaints.push(String(reason)));
  for (const [method, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const original = EventTarget.prototype[method];
    EventTarget.prototype[method] = function (...given) {
      if (given[0] === 'cs-sent') seen.listeners += step;
      return original.apply(this, given);
    };
  }
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        seen.shifts.push(value + ' ' + sources.map(({ node }) => node?.nodeName).join());
    }).observe({ type: 'layout-shift', buffered: true });
  }
  const parts = () => ['cliquez-signalez', 'cliquez-signalez > a', 'cliquez-signalez > [slot=label]'].map((selector) =>
    document.querySelector(selector));
  const visible = () => {
    const [, link, label] = parts().map((element) => element?.getBoundingClientRect().height > 0);
    return { link, label };
  };
  const look = () => ({
    ...seen,
    served: [],
    after: visible(),
    isKept: parts().every((element, index) => element && element === seen.served[index]),
  });
</script>`;

/** Releases the scripts of the page once the server-rendered content is painted. */
const LAST = `<script>
  requestAnimationFrame(() => requestAnimationFrame(() => {
    seen.served = parts();
    seen.before = visible();
    void fetch('/painted');
  }));
</script>`;

interface Site {
  readonly origin: string;
  readonly store: ReportStore;
}

/** Builds these examples and serves them; scripts wait until the requesting page is painted. */
async function startExamples(t: TestContext, mode: Mode, names: readonly ExampleName[]): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'frameworks-'));
  const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
  const examples = new Map<string, Example>(
    await Promise.all(
      names.map(async (name) => [name, await buildExample(name, join(folder, name), mode)] as const),
    ),
  );
  const site = createExamplesSite({ examples, folder, receive: createReceiver({ store }) });
  let release = (): void => {};
  let painted = Promise.resolve();
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    overrideGlobalObjects: false,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/painted') release();
      if (pathname.endsWith('.js')) await painted;
      if (pathname.endsWith('/')) painted = new Promise((resolve) => (release = resolve));
      const response = await site.fetch(request);
      if (!pathname.endsWith('/')) return response;
      const html = (await response.text())
        .replace('<head>', `<head>${FIRST}`)
        .replace('</body>', `${LAST}</body>`);
      return new Response(html, response);
    },
  });
  await once(server, 'listening');
  t.after(async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await store.close();
    await rm(folder, { recursive: true });
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, store };
}

/** Lit prints this message once, in development builds. */
const isOfDevelopment = (complaint: string): boolean => complaint.startsWith('Lit is in dev mode');

const ANSWERS = {
  category: 'procuring',
  address: 'https://exemple.fr/annonce',
  details: 'Vu hier.',
} as const;

/** Makes a report by keyboard alone. */
async function report(page: Page, store: ReportStore): Promise<void> {
  await tabToLauncher(page);
  await page.press('Enter');
  await page.waitFor(
    `document.querySelector('cliquez-signalez').renderRoot.querySelector('[part=intro]')
      ?.textContent.includes(${JSON.stringify(messages['s1.intro'])})`,
    PATIENT,
  );
  await answerByKeyboard(page, ANSWERS);
  const reference = await sendByKeyboard(page);
  await page.waitFor(
    () => document.querySelector('[role=status]')?.textContent === 'Merci de votre aide.',
    PATIENT,
  );
  assert.ok(
    (await store.list()).some((stored) => stored.reference === reference),
    'The report is stored',
  );
}

/** Waits until the property is set: the framework has then finished its other work. */
async function takenOver(page: Page): Promise<void> {
  await page.waitFor(
    `(() => {
      const button = document.querySelector('cliquez-signalez');
      return Boolean(button?.messages && button.renderRoot?.querySelector('${LAUNCHER}'));
    })()`,
    PATIENT,
  );
  // The rendered content is painted and visible.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
}

/** Asserts that the console has no message so far. */
async function assertContent(page: Page): Promise<void> {
  const { complaints } = await page.evaluate<Seen>('look()');
  assert.deepEqual(
    complaints.filter((complaint) => !isOfDevelopment(complaint)),
    [],
  );
}

/** One engine for the messages of development builds, the others for production builds. */
const modeOf = (engine: Engine): Mode => (engine === 'chromium' ? 'development' : 'production');

/** The browser's own part in this is small: Chromium takes over every example, another one some of them. */
const RUN = pairWith('firefox');
const namesFor = (engine: Engine): readonly ExampleName[] =>
  engine === 'chromium' ? EXAMPLES : thirdOf(engine, EXAMPLES);

test('what five frameworks rendered on a server', async (all) => {
  const sites = new Map<Mode, Site>();
  for (const mode of new Set(RUN.map(modeOf))) {
    const names = new Set(RUN.filter((engine) => modeOf(engine) === mode).flatMap(namesFor));
    sites.set(mode, await startExamples(all, mode, [...names]));
  }

  for (const engine of RUN) {
    await all.test(`${engine} takes over`, async (t) => {
      const { origin, store } = sites.get(modeOf(engine))!;
      const browser = await launch(engine);
      t.after(() => browser.close());

      for (const name of namesFor(engine)) {
        await t.test(`${name}: property, slot, report, event`, async () => {
          const page = await browser.newPage();
          await page.goto(`${origin}/${name}/`);
          await takenOver(page);
          const { shifts, listeners, before, after, isKept } = await page.evaluate<Seen>('look()');
          assert.deepEqual(before, { link: true, label: false }, 'Until then, visitors have the link');
          assert.deepEqual(after, { link: false, label: true }, 'Then the button, with the label given');
          assert.ok(isKept, 'What the server rendered is kept');
          assert.deepEqual(shifts, []);
          assert.equal(listeners, 1);
          await report(page, store);
          await assertContent(page);
          await page.close();
        });
      }

      if (modeOf(engine) === 'production') return;
      await t.test('react without a server, mounted twice by StrictMode', async () => {
        const page = await browser.newPage();
        await page.goto(`${origin}/react/?empty`);
        await takenOver(page);
        await report(page, store);
        await assertContent(page);
        assert.equal((await page.evaluate<Seen>('look()')).listeners, 1);
        await page.close();
      });
    });
  }
});
