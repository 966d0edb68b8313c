// What became of a report, in the demo: the analyst's choice in the inbox is what a partner's page tells by the code, and
// what the reporter adds stands beside the report.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { choice, CODE, HEADING, JOINED, MAIN, named, REPLY, seek, SINCE } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/server.ts';
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { launch, type Page } from '../setup/browsers.ts';
import { OPEN_ALL } from '../setup/desk.ts';
import { PATIENT } from '../setup/site.ts';

const form = "document.querySelector('cliquez-signalez')?.renderRoot";

/** A demo with an inbox of its own. */
async function startInboxDemo(t: TestContext, violations: Violation[] = []): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'outcomes-'));
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return demo;
}

/** Waits for an element of the first widget, and presses it. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitFor(seek(form, selector), PATIENT);
  // A view that has just come takes no taps.
  await page.waitFor(`!${form}.querySelector('[data-resting], [data-restless]')`, PATIENT);
  await page.evaluate(`${seek(form, selector)}.click()`);
}

const titled = (page: Page, title: string): Promise<unknown> =>
  page.waitFor(
    `${form}?.querySelector('${HEADING}')?.textContent.trim() === ${JSON.stringify(title)}`,
    PATIENT,
  );

/** Goes from the step « where » to « sent ». */
async function sendFrom(page: Page): Promise<void> {
  await titled(page, fr['s2.title']);
  await press(page, choice('where', 'here'));
  for (const title of [fr['s4.title'], fr['ok.title']]) {
    await press(page, MAIN);
    await titled(page, title);
  }
}

/** Asks by the opener of the newspaper. */
async function ask(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/partner`);
  await page.waitFor(`${form}?.querySelector('button')`, PATIENT);
  await page.evaluate("document.querySelector('[data-follow-up]').click()");
  await page.waitFor(seek(form, named('code')), PATIENT);
  await page.evaluate(`(() => {
    const field = ${seek(form, named('code'))};
    field.value = ${JSON.stringify(code)};
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  })()`);
  await press(page, MAIN);
  await page.waitFor(`${form}.querySelector('${SINCE}')`, PATIENT);
}

const rows = "[...document.querySelectorAll('#reports > article')]";
/** The reports within the row of their address. */
const within = "[...document.querySelectorAll('#reports .within')]";

async function choose(page: Page, url: string, state: string): Promise<void> {
  await page.goto(`${url}/inbox`);
  await page.waitFor(`${rows}.length > 0`, PATIENT);
  await page.evaluate(`(() => {
    ${rows}[0].querySelector('.open').click();
    const choice = ${rows}[0].querySelector('.outcome select');
    choice.value = ${JSON.stringify(state)};
    choice.dispatchEvent(new Event('change'));
  })()`);
  await page.waitFor(
    `${rows}[0].querySelector('[role=status]').textContent.startsWith('Enregistré')`,
    PATIENT,
  );
}

test('the state that is chosen is told by the code, and an answer stands beside its report', async (t) => {
  const violations: Violation[] = [];
  const demo = await startInboxDemo(t, violations);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage({ width: 1280, height: 900 });
  const { url } = demo;

  await page.goto(`${url}/partner`);
  await page.waitFor(`${form}?.querySelector('button')`, PATIENT);
  await page.evaluate("document.querySelector('#commentaire-3 [data-cliquez-signalez]').click()");
  await titled(page, fr['s1.title']);
  await press(page, choice('category', 'sexual_harassment'));
  for (const title of [fr['s2.title'], fr['s4.title'], fr['ok.title']]) {
    await press(page, MAIN);
    await titled(page, title);
  }
  const code = String(await page.waitFor(`${form}.querySelector('${CODE}')?.textContent`, PATIENT));
  assert.match(code, /^[\dA-Z]{4}(-[\dA-Z]{4}){3}$/);

  await ask(page, url, code);
  await titled(page, fr['follow.received']);
  await choose(page, url, 'removed');
  await ask(page, url, code);
  await titled(page, fr['follow.removed']);
  // A demonstration goes to and fro.
  await choose(page, url, 'question');
  await ask(page, url, code);
  await titled(page, fr['follow.question']);

  await press(page, REPLY);
  await sendFrom(page);
  await page.waitFor(
    `${form}.querySelector('${JOINED}')?.textContent === ${JSON.stringify(fr['follow.added'])}`,
    PATIENT,
  );
  await page.goto(`${url}/inbox`);
  // The answer is about the same comment: both are in one row.
  await page.waitFor(`${rows}.length === 1`, PATIENT);
  assert.equal(await page.evaluate(`${rows}[0].querySelector('.times').textContent`), '2\u00a0×');
  await page.evaluate(OPEN_ALL);
  const [first, second] = await page.evaluate<{ isAddition: boolean; text: string }[]>(
    `${within}.map((row) => ({ isAddition: row.className.includes('addition'), text: row.textContent }))`,
  );
  assert.deepEqual([first?.isAddition, second?.isAddition], [false, true]);
  for (const row of [first, second]) assert.match(row?.text ?? '', /par une personne qui a le code/);
  // A row without a code has nothing to choose.
  assert.deepEqual(await page.evaluate(`${within}.map((row) => row.querySelector('.outcome') === null)`), [
    false,
    true,
  ]);
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    assert.deepEqual(await axeFaults(page, { isUsual: true }), [], `${width} px`);
  }
  assert.deepEqual(violations, []);
});

test('states are set by the inbox alone', async (t) => {
  const demo = await startInboxDemo(t);
  const set = async (body: string, type = 'application/json'): Promise<[number, unknown]> => {
    const answer = await fetch(`${demo.url}/inbox/outcome`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    return [answer.status, answer.ok ? await answer.json() : undefined];
  };
  const removed = JSON.stringify({ reference: '7K4M2QXD', state: 'removed' });
  assert.deepEqual(await set(removed), [200, { result: 'unknown' }]);
  // A form of another site can only post other types.
  assert.deepEqual(await set(removed, 'text/plain'), [415, undefined]);
  for (const wrong of ['', '[]', 'null', '{"reference":"7K4M2QXD","state":"unknown"}', '{"state":"removed"}'])
    assert.deepEqual(await set(wrong), [400, undefined], wrong);
  const asked = await fetch(`${demo.url}/inbox/outcome`, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(asked.headers.get('access-control-allow-origin'), null);
});
