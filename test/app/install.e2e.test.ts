// The installed application in Chromium, through the DevTools protocol: it can be installed without an error, is launched
// as an application, takes a share while it is open, and is gone once it is taken away.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import puppeteer from 'puppeteer-core';
import names from '../../src/app/names.json' with { type: 'json' };
import { CHROMIUM, ENGINES, type Page } from '../setup/browsers.ts';
import { filesWith } from '../setup/disk-traces.ts';
import { PATIENT } from '../setup/site.ts';
import { post, startAppSite } from './app-site.ts';

type InstallingBrowser = Awaited<ReturnType<typeof puppeteer.launch>>;

/** Letters that share no four-letter sequence, so that no compression splits them. */
const CANARY = 'qzxvjkwq7f3a';
const CONTROL = 'kqjzwvxk9d2e';

const MANIFESTS = {
  fr: { file: 'app.webmanifest', name: 'Signaler', icon: 'icon' },
  'fr, neutral': { file: 'neutral.webmanifest', name: 'Mes liens', icon: 'neutral' },
  en: { file: 'app.webmanifest', name: 'Report', icon: 'icon' },
  'ar, neutral': { file: 'neutral.webmanifest', name: names.ar.neutral, icon: 'neutral' },
} as const;

/** A manifest, as far as this test reads it. */
interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly lang: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
  readonly share_target: object;
  readonly shortcuts?: unknown;
}

/** Starts Chromium with a folder of its own for its profile and for what it installs on the system. */
async function launchOverPipe(t: TestContext): Promise<{ browser: InstallingBrowser; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'));
  const browser = await puppeteer.launch({
    ...CHROMIUM,
    userDataDir: folder,
    env: { ...process.env, XDG_DATA_HOME: join(folder, 'data') },
    // The commands that install exist on a pipe alone.
    pipe: true,
  });
  t.after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return { browser, folder };
}

/** Installs and launches the application, shares to it, and waits until it shows the address. */
async function shareInstalled(
  browser: InstallingBrowser,
  manifestId: string,
  app: string,
  text: string,
): Promise<void> {
  await browser.installPWA({ manifestId, installUrlOrBundleUrl: app, displayMode: 'standalone' });
  const launched = await browser.launchPWA({ manifestId });
  const wait = { timeout: PATIENT.timeoutMs };
  await launched.waitForFunction(`navigator.serviceWorker.controller !== null`, wait);
  assert.equal(launched.url(), app);
  assert.ok(await launched.evaluate(`matchMedia('(display-mode: standalone)').matches`));
  await post(launched as unknown as Page, app, { title: 'Vu', text });
  await launched.waitForFunction(`document.querySelector('#above #received') !== null`, wait);
  const [address = ''] = text.split('?');
  const shown = await launched.evaluate(`document.querySelector('#above bdi').textContent`);
  assert.equal(shown, address);
}

if (ENGINES.includes('chromium')) {
  for (const [title, { file, name, icon }] of Object.entries(MANIFESTS)) {
    const lang = title.slice(0, 2);
    test(`${title}: Chromium finds no fault in it, and installs, launches and removes the application`, async (t) => {
      const site = await startAppSite(t);
      if (lang !== 'fr') site.speak(lang);
      site.edit('index.html', (page) => page.replace('./app.webmanifest', `./${file}`));
      const { browser } = await launchOverPipe(t);
      const page = await browser.newPage();
      await page.goto(site.app);
      const protocol = await page.createCDPSession();
      const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors');
      assert.deepEqual(installabilityErrors, []);
      const { errors, data = '' } = await protocol.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
      const manifest = JSON.parse(data) as Manifest;
      assert.deepEqual([manifest.name, manifest.short_name, manifest.lang], [name, name, lang]);
      assert.equal(manifest.shortcuts, undefined);
      assert.deepEqual(
        manifest.icons.map(({ src, sizes, purpose }) => [src, sizes, purpose]),
        [
          [`${icon}-192.png`, '192x192', 'any'],
          [`${icon}-512.png`, '512x512', 'any'],
          [`${icon}-maskable-512.png`, '512x512', 'maskable'],
        ],
      );
      assert.deepEqual(manifest.share_target, {
        action: 'share',
        method: 'POST',
        enctype: 'application/x-www-form-urlencoded',
        params: { title: 'title', text: 'text', url: 'url' },
      });

      const manifestId = new URL(manifest.id, site.origin).href;
      await shareInstalled(browser, manifestId, site.app, 'https://exemple.fr/un?utm_source=x');
      await browser.uninstallPWA({ manifestId });
      await assert.rejects(browser.launchPWA({ manifestId }));
    });
  }

  test('installed, shared to and closed: the address is nowhere in the profile', async (t) => {
    const site = await startAppSite(t);
    const { browser, folder } = await launchOverPipe(t);
    const page = await browser.newPage();
    // A control: the search finds what the history keeps.
    await page.goto(`${site.elsewhere}?text=${CONTROL}`);
    await page.goto(site.app);
    const manifestId = new URL('/cliquez-signalez', site.origin).href;
    await shareInstalled(browser, manifestId, site.app, `https://exemple.fr/${CANARY}`);
    await browser.close();
    assert.notDeepEqual(await filesWith(folder, CONTROL), []);
    assert.notDeepEqual(await filesWith(folder, 'Signaler un contenu'), []);
    assert.deepEqual(await filesWith(folder, CANARY), []);
  });
}
