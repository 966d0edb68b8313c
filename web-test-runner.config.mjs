// How browser tests run: `*.test.ts` in the real engines, with the real receiver behind them.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { languagePartsPlugin } from './test/setup/language-parts-plugin.ts';
import { alfaPlugin } from './test/setup/alfa-plugin.ts';
import { CHROMIUM, ENGINES, FIREFOX } from './test/setup/browsers.ts';
import { pageCommandsPlugin } from './test/setup/page-commands.ts';
import { receiverPlugin } from './test/setup/receiver-plugin.ts';
import { countReporter } from './test/setup/wtr-reporter.ts';
import { webkitLauncher } from './test/setup/webdriver.ts';
import { browserTests, browserTestsOf } from './test/tiers.ts';

const launchers = {
  chromium: () => puppeteerLauncher('chromium', CHROMIUM),
  firefox: () => puppeteerLauncher('firefox', FIREFOX),
  webkit: () => webkitLauncher('webkit'),
};

function puppeteerLauncher(name, launchOptions) {
  // puppeteer-core, given here, speaks to the installed browsers: nothing is downloaded.
  const createPage = name === 'chromium' ? focusedPage : undefined;
  return Object.assign(chromeLauncher({ puppeteer, launchOptions, createPage }), { name });
}

/** A page of Chromium that has focus from the start: on a busy machine the page before it may still hold it. */
async function focusedPage({ context }) {
  const page = await context.newPage();
  await page.emulateFocusedPage(true);
  return page;
}

/** A page of Firefox may get its focus after it has loaded, where the machine is busy: no test begins before. */
const WHEN_FOCUSED = `
  if (!document.hasFocus()) await Promise.race([
    new Promise((resolve) => addEventListener('focus', resolve, { once: true })),
    new Promise((resolve) => setTimeout(resolve, 5000)),
  ])`;

/** With `BUILT=1` the widget under test is the file that partners load, where the tests would load its sources. */
const builtFiles = {
  name: 'built-files',
  resolveImport: ({ source }) =>
    process.env['BUILT'] === '1' && source.endsWith('/src/widget/define.ts')
      ? '/dist/cdn/cliquez-signalez.js'
      : undefined,
};

const browsers = ENGINES.map((engine) => launchers[engine]());
const hasCrashed = (id) => browsers.some((browser) => browser.hasCrashed?.(id));

export default {
  files: (ENGINES.length === 1 ? browserTestsOf(ENGINES[0]) : browserTests()).filter(
    (file) =>
      process.env['BUILT'] !== '1' || /^test\/widget\/(?:button|form|page|diagnosis|theme|a11y)\//.test(file),
  ),
  browsers,
  // One page at a time: focus, the viewport and the receiver are shared.
  concurrency: 1,
  concurrentBrowsers: 1,
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    builtFiles,
    languagePartsPlugin(),
    // Without the tsconfig, esbuild would define class fields that hide Lit's accessors. For an older target, it would
    // take out the attributes of imports, which all three engines know.
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    pageCommandsPlugin(),
    receiverPlugin(),
    alfaPlugin(),
  ],
  testRunnerHtml: (framework) => `<!doctype html><html><body>
    <script>const isEvery = ${process.env['EVERY'] === '1'}, isBuilt = ${process.env['BUILT'] === '1'},
      isSourcesOnly = ${process.env['SOURCES_ONLY'] === '1'};</script>
    <script type="module">${WHEN_FOCUSED}; await import('${framework}');</script>
  </body></html>`,
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter(hasCrashed)],
  // For what hangs. On a busy machine a hook that starts a receiver has taken more than eight seconds.
  testFramework: { config: { timeout: 20_000 } },
  // A browser that answers no more is known after a minute, and a new one starts.
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env['EVERY'] ? 6 * 3_600_000 : 600_000,
};
