// A webmaster without Node: the archive, unpacked at the root of a site, a page with the lines of a guide, and a report
// that arrives.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/core/report/report.ts';
import { startPlainSite } from '../receiver/operations/nginx.ts';
import { launch, TOOL_ENGINES } from '../setup/browsers.ts';
import { startReceiver } from '../setup/receiver.ts';
import { answerByKeyboard, sendByKeyboard, tabToLauncher } from '../setup/site.ts';
import { linesToPaste, unpackForWebmaster } from './unpacked.ts';

const ADDRESS = 'https://exemple.fr/fil/42';

for (const engine of TOOL_ENGINES) {
  test(`${engine}: from the archive to a report, with nginx and a text editor`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const { site, folder } = await unpackForWebmaster(t);
    const lines = linesToPaste(readFileSync(join(folder, 'LISEZMOI.txt'), 'utf8'));
    const ours = lines
      .replaceAll('https://hotline.example/v1/reports', `${receiver.url}/v1/reports`)
      .replaceAll('Point de Contact', 'Service de la ville');
    assert.equal(ours.match(/hotline\.example/g)?.length, 2, 'the form of the hotline, twice');
    writeFileSync(
      join(site, 'index.html'),
      `<!doctype html>\r\n<html lang="fr"><meta charset="utf-8"><title>Le journal</title>\r\n${ours}\r\n`,
    );
    const origin = await startPlainSite(t, site);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(origin);
    await tabToLauncher(page);
    await page.press('Enter');
    await answerByKeyboard(page, { category: 'unsure', address: ADDRESS, details: 'Depuis l’archive' });
    await sendByKeyboard(page);
    const [text, ...others] = receiver.reports();
    assert.deepEqual(others, []);
    const report = JSON.parse(text!) as Report;
    assert.equal(report.locations[0]?.url?.value, ADDRESS);
    assert.equal(report.content?.description, 'Depuis l’archive');

    // Everything but the report comes from the site, out of the unpacked folder.
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    const elsewhere = loaded.filter(
      (address) => !address.startsWith(`${origin}/cliquez-signalez-`) && !address.endsWith('/favicon.ico'),
    );
    assert.deepEqual([...new Set(elsewhere)], [`${receiver.url}/v1/reports`]);
  });
}
