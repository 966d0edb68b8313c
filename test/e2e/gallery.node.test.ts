// The gallery of the demo: it lists every state, leads there under a strict policy, and shows every word twice.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { STATES } from '../../demo/gallery/states.ts';
import { startDemo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/site.ts';
import { elsewhere } from '../../src/i18n/locales/fr/elsewhere.ts';
import { first } from '../../src/i18n/locales/fr/first.ts';
import { launcher } from '../../src/i18n/locales/fr/launcher.ts';
import { more } from '../../src/i18n/locales/fr/more.ts';
import { rest } from '../../src/i18n/locales/fr/rest.ts';
import { launch } from '../setup/browsers.ts';
import { PATIENT } from './site.ts';

test('the gallery shows every state and every word', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const violations: Violation[] = [];
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  const page = await browser.newPage();

  await t.test('each state has its frame', async () => {
    const html = await (await fetch(`${demo.url}/gallery?lang=en&width=320`)).text();
    for (const { name } of STATES) assert.match(html, new RegExp(`src="[^"]*name=${name}&amp;lang=en`), name);
    assert.equal((await fetch(`${demo.url}/gallery/state?name=rien`)).status, 404);
  });

  for (const name of [
    'what-folds',
    'details-suicide_incitement-questions',
    'check-full',
    'failure',
    'page',
  ]) {
    await t.test(`« ${name} » is reached`, async () => {
      await page.goto(`${demo.url}/gallery/state?name=${name}&lang=en&scheme=dark`);
      const state = await page.waitFor<string | undefined>(
        "document.documentElement.dataset['state']",
        PATIENT,
      );
      assert.equal(state, 'reached', await page.evaluate<string>('document.body.innerText'));
    });
  }

  await t.test('each word stands there in both languages', async () => {
    await page.goto(`${demo.url}/gallery/words`);
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('tbody td')].map(({ textContent }) => textContent),
    );
    const words = Object.values({ ...launcher, ...first, ...rest, ...elsewhere, ...more });
    assert.equal(cells.length, 2 * words.length);
    assert.ok(cells.every((cell) => cell !== ''));
    for (const word of words) assert.ok(cells.includes(word), word);
  });

  assert.deepEqual(violations, []);
});
