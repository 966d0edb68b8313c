// A report by keyboard alone, from the button of a page to the analyst's inbox, where it stays even if the receiver is
// killed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LAUNCHER, named } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import type { Report } from '../../../src/core/report/report.ts';
import { startCommand } from '../../receiver/server-process.ts';
import { ENGINES, launch, type Page } from '../../setup/browsers.ts';
import { OPEN_ALL } from '../../setup/desk.ts';
import {
  answerByKeyboard,
  chooseByKeyboard,
  hasFocus,
  PATIENT,
  sendByKeyboard,
  tabTo,
  tabToLauncher,
  waitForFocus,
  waitForLaterPart,
  waitForView,
} from '../../setup/site.ts';

const DEMO = fileURLToPath(new URL('../../../demo/serve.ts', import.meta.url));
const TYPED = 'https://exemple.fr/fil?utm_source=lettre&id=7#message-2';
const CLEANED = 'https://exemple.fr/fil?id=7#message-2';

/** Starts the demo as its users do, as a separate process, and waits until it prints the addresses of its pages. */
async function startDemoProcess(t: TestContext, databaseUrl: string) {
  const { child, output, ended } = startCommand(
    t,
    [],
    { DATABASE_URL: databaseUrl, PORT: '0', CI: '1' },
    DEMO,
  );
  let url: string | undefined;
  while (!url) {
    await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) throw new Error(`The demo ended: ${output.stderr}`);
    url = /All of the demo +(http:\/\/127\.0\.0\.1:\d+)\//.exec(output.stdout)?.[1];
  }
  return { url, child, ended };
}

async function readInbox(url: string): Promise<Map<string, Report>> {
  const response = await fetch(`${url}/inbox.json`);
  const { reports } = (await response.json()) as { reports: { reference: string; report: Report }[] };
  return new Map(reports.map(({ reference, report }) => [reference, report]));
}

const isDialogOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('cliquez-signalez')].some(
      ({ renderRoot }) => renderRoot.querySelector('dialog')?.open,
    ),
  );

test('a report made by keyboard alone arrives, and outlives a receiver that is killed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const databaseUrl = `sqlite:${join(folder, 'reports.sqlite')}`;
  const demo = await startDemoProcess(t, databaseUrl);
  const references: string[] = [];

  for (const engine of ENGINES) {
    await t.test(
      `${engine} asks before it closes over answers, then carries a report to the inbox`,
      async () => {
        const browser = await launch(engine);
        try {
          const page = await browser.newPage({ width: 1024, height: 900 });
          await page.goto(`${demo.url}/partner`);

          await tabToLauncher(page);
          await page.press('Enter');
          await waitForView(page, fr['s1.title']);
          await page.press('Escape'); // nothing would be lost
          await waitForFocus(page, LAUNCHER);
          assert.equal(await isDialogOpen(page), false);

          await page.press('Enter');
          await waitForView(page, fr['s1.title']);
          await chooseByKeyboard(page, 'category', 'procuring');
          await waitForLaterPart(page);
          await page.press('Escape');
          await waitForView(page, fr['drop.title']);
          await page.press('Escape'); // in the question: to stay
          await waitForView(page, fr['s1.title']);
          await tabTo(page, named('category'));
          assert.ok(await hasFocus(page, '[answer=procuring]:checked'), 'The answer is lost');

          await page.press('Escape');
          await waitForView(page, fr['drop.title']);
          await tabTo(page, '[part=secondary]'); // « Effacer et fermer »
          await page.press('Enter');
          await waitForFocus(page, LAUNCHER);
          assert.equal(await isDialogOpen(page), false);

          await page.press('Enter');
          const details = 'Vu à midi, « ici ».';
          await answerByKeyboard(page, { category: 'sexual_harassment', address: TYPED, details });
          const reference = await sendByKeyboard(page);
          references.push(reference);
          await page.press('Escape'); // the code is not noted
          await waitForView(page, fr['follow.lost.title']);
          await page.press('Escape');
          await waitForFocus(page, LAUNCHER);
          assert.equal(await isDialogOpen(page), false);

          const report = (await readInbox(demo.url)).get(reference);
          assert.equal(report?.category, 'sexual_harassment');
          assert.deepEqual(
            report?.locations.map(({ url }) => url?.value),
            [CLEANED],
          );
          assert.equal(report?.content?.description, details);

          await page.goto(`${demo.url}/inbox`);
          await page.waitFor(() => document.querySelector('#reports article') !== null, PATIENT);
          const shown = await page.evaluate<string>(OPEN_ALL);
          assert.ok(shown.includes(reference) && shown.includes(details), shown);
          assert.ok(shown.includes('hxxps://exemple[.]fr/fil?id=7#message-2'), shown);
        } finally {
          await browser.close();
        }
      },
    );
  }

  await t.test('every number given to a reporter stands in the inbox after kill -9', async (t2) => {
    demo.child.kill('SIGKILL');
    assert.equal(await demo.ended, 'SIGKILL');
    const { url } = await startDemoProcess(t2, databaseUrl);
    assert.equal(new Set(references).size, ENGINES.length);
    assert.deepEqual(new Set((await readInbox(url)).keys()), new Set(references));
  });
});
