// The demo's inbox, as an analyst scans it: reports of danger first, new reports, one category, thirty reports at a
// glance.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { startDemo, type Demo } from '../../demo/serve.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { sampleReport } from '../receiver/sample-report.ts';
import { launch, type Page } from '../setup/browsers.ts';
import { ROWS as rows } from '../setup/desk.ts';

const SCREENS_PX = 2 * 900;

async function startInbox(t: TestContext): Promise<{ demo: Demo; page: Page }> {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  const demo = await startDemo({ port: 0, databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}` });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { demo, page: await browser.newPage({ width: 1280, height: 900 }) };
}

async function send(demo: Demo, changes: Record<string, unknown>): Promise<void> {
  const report = sampleReport(changes);
  const response = await fetch(demo.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': report.submissionId },
    body: JSON.stringify(report),
  });
  assert.equal(response.status, 201, await response.text());
}

const DANGER = { danger: { immediate: 'yes', helpShown: true } };
const AT = (number: number): Record<string, unknown> => ({
  locations: [
    { id: 'L1', place: 'website', url: { value: `https://example.org/page/${number}`, kind: 'http' } },
  ],
});

test('thirty reports are a list of two screens, those in danger first, then by category', async (t) => {
  const { demo, page } = await startInbox(t);
  const ids = CATEGORIES.map(({ id }) => id);
  for (let number = 0; number < 30; number++)
    await send(demo, { category: ids[number % ids.length], ...AT(number), ...(number % 10 === 3 && DANGER) });
  await page.goto(`${demo.url}/inbox`);
  await page.waitFor(`${rows}.length === 30`);
  assert.deepEqual(
    await page.evaluate(`${rows}.map((row) => row.classList.contains('urgent')).lastIndexOf(true)`),
    2,
  );
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  assert.ok(height <= SCREENS_PX, `${height} px`);
  assert.equal(
    await page.evaluate(`${rows}[0].querySelector('.urgency').textContent`),
    'Urgent\u00a0: danger immédiat',
  );
  // Reports of an earlier visit are not new.
  assert.equal(await page.evaluate('document.querySelectorAll("#reports .new:not([hidden])").length'), 0);

  const found = await page.evaluate(`(() => {
    const filter = document.getElementById('category');
    filter.value = 'Je ne sais pas';
    filter.dispatchEvent(new Event('change'));
    return ${rows}.map((row) => row.querySelector('.category').textContent);
  })()`);
  assert.deepEqual(found, ['Je ne sais pas', 'Je ne sais pas', 'Je ne sais pas']);
});

test('what arrives is new until it is opened, takes its place, and leaves what is open as it is', async (t) => {
  const { demo, page } = await startInbox(t);
  await send(demo, { category: 'procuring', ...AT(1) });
  await page.goto(`${demo.url}/inbox`);
  await page.waitFor(`${rows}.length === 1`);
  await page.evaluate(`${rows}[0].querySelector('.open').click()`);
  await send(demo, { category: 'unsure', ...AT(2), ...DANGER });
  await page.waitFor(`${rows}.length === 2`);
  assert.deepEqual(await page.evaluate(`${rows}.map((row) => row.querySelector('.new').checkVisibility())`), [
    true,
    false,
  ]);
  assert.deepEqual(
    await page.evaluate(`${rows}.map((row) => row.querySelector('.open').ariaExpanded === 'true')`),
    [false, true],
  );
  await page.evaluate(`${rows}[0].querySelector('.open').click()`);
  await page.waitFor('document.querySelectorAll("#reports .new:not([hidden])").length === 0');
  // None of it is stored.
  assert.equal(await page.evaluate('localStorage.length + sessionStorage.length'), 0);
});
