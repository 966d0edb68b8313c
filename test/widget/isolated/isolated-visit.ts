// A partner's page with the hotline's frame in it, and a reporter who uses only a keyboard.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { DETAILS_DOOR, MAIN, matches, named, seek } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import type { Browser, Engine, Page, Viewport } from '../../setup/browsers.ts';
import { startIsolated, type IsolatedOptions, type IsolatedSites } from './isolated-site.ts';
import { allowFocusIn, PATIENT, ROW_OF_DETAILS } from '../../setup/site.ts';

export const FRAME = 'frame.html';
export const WIDGET = "document.querySelector('cliquez-signalez')";
export const FORM = `${WIDGET}.renderRoot`;
export const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.renderRoot?.activeElement) element = element.renderRoot.activeElement;
  return element;
})()`;

/** The events that the page receives from the widget, and every message that reaches its window. */
const LISTENER = `<script>
  globalThis.heard = [];
  globalThis.errors = [];
  for (const type of ['open', 'step', 'sent', 'error', 'close', 'exit'])
    addEventListener('cs-' + type, (event) => heard.push([type, event.step ?? event.code ?? ''].join(' ').trim()));
  addEventListener('message', (event) => heard.push('message'));
  addEventListener('error', (event) => errors.push(event.message));
</script>`;

export type Frame = ReturnType<Page['frame']>;

export interface Visit extends IsolatedSites {
  readonly engine: Engine;
  readonly tab: Page;
  readonly frame: Frame;
}

/** Opens the partner's page. */
export async function visit(
  t: TestContext,
  browser: Browser,
  options: IsolatedOptions,
  viewport?: Viewport,
): Promise<Visit> {
  const sites = await startIsolated(t, { ...options, html: LISTENER + (options.html ?? '') });
  const tab = await browser.newPage(viewport);
  t.after(() => tab.close());
  await tab.goto(sites.page);
  await tab.waitFor(`${WIDGET}.renderRoot !== undefined`, PATIENT);
  return { ...sites, tab, frame: tab.frame(FRAME), engine: browser.engine };
}

export const heard = (tab: Page): Promise<string[]> => tab.evaluate<string[]>('heard');

/** Waits until a view of the form in the frame has focus on its heading. */
export async function waitForTitle(frame: Frame, title: string): Promise<void> {
  await frame.waitFor(
    `document.hasFocus() && ${FOCUSED}?.localName === 'h2' && ${FOCUSED}.textContent.trim() === ${JSON.stringify(title)}`,
    PATIENT,
  );
}

/** Presses Tab, or another key, until a matching element of the frame has focus. */
export async function tabTo(tab: Page, frame: Frame, selector: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    await tab.press(key);
    if (await frame.evaluate<boolean>(matches(FOCUSED, selector))) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/** Opens the form with the key of a keyboard user. */
export async function openByKeyboard({ tab, frame, engine }: Visit): Promise<void> {
  await tab.evaluate(`${WIDGET}.focus()`);
  await tab.press('Enter');
  await waitForOpening({ tab, frame, engine });
}

/**
 * Waits until the form is open and has focus: on its heading, except in WebKit, where no script moves focus within a
 * frame of another site before a key or mouse press in it.
 */
export async function waitForOpening({
  tab,
  frame,
  engine,
}: Pick<Visit, 'tab' | 'frame' | 'engine'>): Promise<void> {
  if (engine !== 'webkit') return waitForTitle(frame, fr['s1.title']);
  await frame.waitFor(`document.hasFocus() && ${FORM}.querySelector('dialog').open`, PATIENT);
  await allowFocusIn(frame, tab);
}

/** Chooses an answer of a group, and continues. */
export async function answer({ tab, frame }: Visit, value: string, next: string): Promise<void> {
  await frame.evaluate(`${seek(FORM, `[answer="${value}"]`)}.focus()`);
  await tab.press(' ');
  await frame.waitFor(`${seek(FORM, `[answer="${value}"]`)}.checked`, PATIENT);
  await tab.press('Enter');
  await waitForTitle(frame, next);
}

/** From the review to the optional details, and to their field. */
export async function openDetails({ tab, frame }: Visit): Promise<void> {
  await frame.evaluate(`${FORM}.querySelector('${DETAILS_DOOR}').focus()`);
  await tab.press('Enter');
  await waitForTitle(frame, fr['s3.title']);
  await frame.evaluate(`${seek(FORM, named('details'))}.focus()`);
}

/** From the details back to the review, which shows what has changed. */
export async function leaveDetails({ tab, frame }: Visit): Promise<void> {
  await pressPrimary(tab, frame);
  await frame.waitFor(`document.hasFocus() && ${FOCUSED}?.matches('${ROW_OF_DETAILS}')`, PATIENT);
}

/** Answers every step, with details, and comes back to the review. */
export async function reachReview(seen: Visit, details: string): Promise<void> {
  const { tab, frame } = seen;
  await openByKeyboard(seen);
  await tabTo(tab, frame, named('category'));
  await answer(seen, 'procuring', fr['s2.title']);
  await answer(seen, 'here', fr['s4.title']);
  await openDetails(seen);
  await tab.type(details);
  await leaveDetails(seen);
}

/** Answers every step, with details, and presses « Envoyer ». */
export async function sendReport(seen: Visit, details: string): Promise<void> {
  await reachReview(seen, details);
  await pressPrimary(seen.tab, seen.frame);
}

/** Presses « Continuer » or « Envoyer ». */
export async function pressPrimary(tab: Page, frame: Frame): Promise<void> {
  await tabTo(tab, frame, MAIN);
  await tab.press('Enter');
}
