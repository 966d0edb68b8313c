// The pages of figures as people read and print them: nothing is loaded, axe finds nothing, a partner's month is a sheet.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { openStore } from '../../src/receiver/index.ts';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { CHROMIUM } from '../setup/browsers.ts';
import { decideOn, decisionsFile, figures, storeReports } from './figures-given.ts';
import { randomFrom } from '../setup/random.ts';
import { temporaryFolder } from './harness.ts';
import { makePair } from './sealed-given.ts';

test('the pages of a year and of a partner’s month can be read, on a phone too, and printed', async (t) => {
  const folder = await temporaryFolder(t);
  const [random, pair] = [randomFrom(11), await makePair()];
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  const store = await openStore(url);
  const facts = await storeReports(store, 600, random, pair, 50);
  await store.close();
  const [key, decisions] = [join(folder, 'key.json'), join(folder, 'decisions.csv')];
  await writeFile(key, JSON.stringify(pair.jwk));
  await writeFile(decisions, decisionsFile(decideOn(facts, random)));
  const kinds = {
    year: ['--year', '2026', '--decisions', decisions],
    partner: ['--partner', 'ville-exemple', '--month', '2026-10'],
  };
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const [kind, options] of Object.entries(kinds))
    for (const locale of ['fr', 'en']) {
      const { text } = await figures(t, url, ...options, '--key', key, '--locale', locale);
      const file = join(folder, `${kind}-${locale}.html`);
      await writeFile(file, text);
      const page = await browser.newPage();
      const asked: string[] = [];
      const messages: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => messages.push(message.text()));
      await page.goto(pathToFileURL(file).href);
      assert.deepEqual([asked, messages], [[pathToFileURL(file).href], []]);
      const charts = await page.$$eval('svg', (all) =>
        all.map(({ parentElement, ariaLabel }) => [
          ariaLabel !== '',
          parentElement?.nextElementSibling?.querySelector('table') !== null,
        ]),
      );
      assert.equal(charts.length, kind === 'year' ? 5 : 0);
      assert.ok(charts.flat().every(Boolean));
      const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = printed.match(/\/Type \/Page\b/g) ?? [];
      assert.ok(
        kind === 'year' ? sheets.length > 1 && sheets.length < 7 : sheets.length === 1,
        `${sheets.length} sheets`,
      );
      for (const width of [1024, 320]) {
        await page.setViewport({ width, height: 800 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(await axeFaults(page, { isUsual: true, isSure: true }), []);
      }
      await page.close();
    }
});
