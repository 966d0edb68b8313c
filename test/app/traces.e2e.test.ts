// Traces of what was shared, as a later searcher would find them: every file of the browser's profile, after the browser
// was closed, and after it was killed. Three usual ways to take a share stand beside the application: they leave the
// address on the device, which proves that the search finds it. RECORD=1 writes down what was found.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { MAIN, PANEL } from '../../demo/gallery/driver.ts';
import { writeTraces } from '../../.build/app-traces.ts';
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { ENGINES, launchWithProfile, type Browser, type Engine, type Page } from '../setup/browsers.ts';
import { AS_PEOPLE_HAVE_IT, filesWith } from '../setup/disk-traces.ts';
import { look, PATIENT } from '../setup/site.ts';
import { until } from '../setup/until.ts';
import { above, openApp, post, ROOT, startAppSite, toWhere, type AppSite } from './app-site.ts';
import { ENDS, readTraces, TRACES_FILE, type Found, type Traces, type Way } from './traces.ts';

/** Letters that share no four-letter sequence, so that no compression splits them. */
const CANARIES: Readonly<Record<Way, string>> = {
  shared: 'qzxvjkwq7f3a',
  sent: 'kqjzwvxk9d2e',
  workerless: 'wjxqvzkj4b8c',
  pasted: 'zvkxqwjz5h6g',
  query: 'xkwzjqvx8m2n',
  fragment: 'vqwkzxjv3p9r',
  posted: 'jwvzqkxj6s4t',
};

/** Between two looks at a profile. */
const SEARCH_PAUSE_MS = 500;

const CONTROLS = ['query', 'fragment', 'posted'] as const;
const OF_THE_APPLICATION = ['shared', 'sent', 'workerless', 'pasted'] as const;

const address = (way: Way): string => `https://exemple.fr/${CANARIES[way]}`;

async function goOn(page: Page, title: string): Promise<void> {
  await look(page);
  await page.evaluate(`${ROOT}.querySelector('${MAIN}').click()`);
  await page.waitFor(
    `${ROOT}.querySelector('${PANEL}').innerText.includes(${JSON.stringify(title)})`,
    PATIENT,
  );
}

/** Opens the application anew, and shares to it from the other site. */
async function share(browser: Browser, site: AppSite, way: Way): Promise<Page> {
  const page = await browser.newPage();
  await openApp(page, site);
  await page.goto(site.elsewhere);
  await post(page, site.app, { title: CANARIES[way], text: `Regarde ${address(way)}` });
  return page;
}

/** Each way to arrive; the window stays open. */
const ARRIVE: Readonly<Record<Way, (browser: Browser, site: AppSite) => Promise<unknown>>> = {
  async workerless(browser, site) {
    const page = await browser.newPage();
    await openApp(page, site);
    await page.evaluate(
      `navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())))`,
    );
    await page.goto(site.elsewhere);
    await post(page, site.app, { text: address('workerless') });
    await above(page, 'none');
  },
  async shared(browser, site) {
    const page = await share(browser, site, 'shared');
    assert.match(await above(page, 'received'), new RegExp(CANARIES.shared));
    await toWhere(page);
  },
  async sent(browser, site) {
    const page = await share(browser, site, 'sent');
    await above(page, 'received');
    await toWhere(page);
    await goOn(page, fr['s4.title']);
    await goOn(page, fr['ok.title']);
  },
  async pasted(browser, site) {
    const page = await browser.newPage();
    await openApp(page, site);
    // The system's clipboard is not the browser's: only the reading of it is replaced.
    await page.evaluate(
      `Object.defineProperty(navigator.clipboard, 'readText', { value: async () => ${JSON.stringify(address('pasted'))} })`,
    );
    await page.evaluate(`document.querySelector('.paste').click()`);
    assert.match(await above(page, 'received'), new RegExp(CANARIES.pasted));
    await toWhere(page);
  },
  async query(browser, site) {
    const page = await browser.newPage();
    await page.goto(`${site.elsewhere}?text=${CANARIES.query}`);
  },
  async fragment(browser, site) {
    const page = await browser.newPage();
    await page.goto(`${site.elsewhere}#text=${CANARIES.fragment}`);
  },
  async posted(browser, site) {
    const page = await browser.newPage();
    await page.goto(site.elsewhere);
    // The other site answers with a page, as a server does that takes shares itself.
    await post(page, site.elsewhere, { text: CANARIES.posted });
    await page.waitFor(`location.pathname === '/share' && document.readyState === 'complete'`, PATIENT);
  },
};

/** The purpose of a file of a profile, by its name. */
function kindOf(name: string): string {
  if (/session|recovery|Tabs_/i.test(name)) return 'session';
  if (/history|places|visited|top sites|favicons|shortcuts/i.test(name)) return 'history';
  if (/cache/i.test(name)) return 'cache';
  // Chromium's own statistics of use.
  if (/ukm_db/.test(name)) return 'statistics';
  return name.replaceAll(/[\\/]?[^\\/]*\d{3,}[^\\/]*/g, '').slice(1) || 'other';
}

const kindsWith = async (profile: string, way: Way): Promise<string[]> =>
  [...new Set((await filesWith(profile, CANARIES[way])).map(kindOf))].toSorted();

async function search(
  t: TestContext,
  engine: Exclude<Engine, 'webkit'>,
  end: 'closed' | 'killed',
): Promise<{ version: string; found: Found }> {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const site = await startAppSite(t);
  const browser = await launchWithProfile(engine, profile, AS_PEOPLE_HAVE_IT);
  let isRunning = true;
  t.after(() => isRunning && browser.close());
  for (const arrive of Object.values(ARRIVE)) await arrive(browser, site);
  assert.match((await site.store.list()).map(({ body }) => body).join(), new RegExp(CANARIES.sent));
  const page = await browser.newPage();
  const version = await page.evaluate<string>(
    `/(?:Chrome|Firefox)\\/\\d+/.exec(navigator.userAgent)[0].replace('/', ' ')`,
  );
  // A browser writes down what is open now and then; the search would prove nothing before.
  const isWritten = async (): Promise<boolean> => {
    // Each look reads the whole profile.
    await delay(SEARCH_PAUSE_MS);
    const kinds = await Promise.all(CONTROLS.map((way) => kindsWith(profile, way)));
    return kinds.every((one) => one.length > 0) && kinds[0]!.includes('session');
  };
  await until(() => isWritten().catch(() => false), 'the browser wrote down what is open', 60_000);
  await (end === 'killed' ? browser.kill!() : browser.close());
  isRunning = false;
  const ways = Object.keys(CANARIES) as Way[];
  const kinds = await Promise.all(ways.map(async (way) => [way, await kindsWith(profile, way)] as const));
  return { version, found: Object.fromEntries(kinds) as unknown as Found };
}

const isRecording = process.env['RECORD'] === '1';

for (const engine of ENGINES) {
  // WebKitGTK's driver gives every page a temporary profile of its own.
  if (engine === 'webkit') continue;

  test(`${engine}: nothing of what was shared is on the device, closed or killed`, async (t) => {
    const recorded: Record<string, object> = {};
    for (const end of ENDS) {
      const { version, found } = await search(t, engine, end);
      t.diagnostic(`${version}, ${end}: ${JSON.stringify(found)}`);
      for (const way of OF_THE_APPLICATION) assert.deepEqual(found[way], [], `${end}, ${way}`);
      for (const way of CONTROLS) assert.notDeepEqual(found[way], [], `${end}, ${way}`);
      Object.assign(recorded, { version, [end]: found });
    }
    if (!isRecording) return;
    const traces = { ...readTraces(), [engine]: recorded } as Traces;
    await writeFile(TRACES_FILE, `${JSON.stringify(traces, null, 2)}\n`);
    writeTraces();
  });
}
