// A page's gain from the reporter's hands: it takes the keyboard from a field in use, and follows the pointer.
import assert from 'node:assert/strict';
import { choice, named, seek } from '../../../../demo/gallery/driver.ts';
import { typeWatchfully, UNSEEN_LETTERS } from '../../isolated/watchful-typing.ts';
import type { CategoryId } from '../../../../src/core/report/categories.ts';
import type { Page } from '../../../setup/browsers.ts';
import { look, PATIENT } from '../../../setup/site.ts';
import type { OwnPageCatch } from './matrix.ts';
import type { Place } from './reporter.ts';

declare global {
  interface Window {
    /** Takes the keyboard from the widget, again and again. */
    takeKeyboard: () => void;
    /** The letters that the page has taken so. */
    takenLetters: string;
    /** Lays something transparent over the widget, which lets presses through. */
    followPointer: () => void;
    /** The last place of the pointer. */
    pointedAt: string;
  }
}

/** The script of the page, as source: it has no access to this module. */
export function handle(): void {
  /** The widget's nodes in front of the page: the page's own nodes are seen and focused only in there. */
  const front = (): Element =>
    document.querySelector('cliquez-signalez')!.renderRoot.querySelector('dialog')!;
  window.takenLetters = '';
  window.takeKeyboard = () => {
    const trap = document.createElement('input');
    trap.style.cssText = 'position: fixed; opacity: 0; inline-size: 1px; block-size: 1px';
    trap.addEventListener('input', () => {
      window.takenLetters += trap.value;
      trap.value = '';
    });
    front().append(trap);
    setInterval(() => trap.focus(), 20);
  };
  window.pointedAt = '';
  window.followPointer = () => {
    const layer = document.createElement('div');
    layer.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    layer.addEventListener('mousemove', ({ clientX, clientY }) => {
      window.pointedAt = `${Math.round(clientX)} ${Math.round(clientY)}`;
      layer.style.pointerEvents = 'none';
    });
    front().append(layer);
  };
}

const root = (tag: string): string => `document.querySelector('${tag}').renderRoot`;

/** Notes each loss and gain of focus: printed where a frame does not notice that the keyboard has gone. */
const NOTE_FOCUS = `(() => {
  window.focusNotes = [];
  for (const type of ['blur', 'focus', 'focusout'])
    window.addEventListener(type, ({ timeStamp, target }) =>
      window.focusNotes.push([type, Math.round(timeStamp), target === window ? 'window' : target.localName]), true);
})()`;

/** The browser gave no focus to the tab, which happens in Firefox after another site's frame had it. */
export class NoFocusError extends Error {}

/**
 * Types the details of a report while the page takes the keyboard.
 * @returns what the page got of them: a few letters at most where the field goes, or what was typed
 * @throws {NoFocusError} if what was typed before went nowhere
 */
export async function keyboardCatch(page: Page, place: Place): Promise<OwnPageCatch['keyboard']> {
  const field = seek(root('cliquez-signalez'), named('details'));
  await place.waitFor(`${field} !== null`, PATIENT);
  await place.evaluate(`${field}.focus()`);
  await page.type('Hier ');
  // Where the browser has given the tab no focus, nothing is typed into the field, and nothing could be taken from it.
  await place.waitFor(`${field}.value === 'Hier '`, { timeoutMs: 5_000 }).catch(() => {
    throw new NoFocusError();
  });
  await place.evaluate(NOTE_FOCUS);
  await page.evaluate('takeKeyboard()');
  const seesField = (): Promise<boolean> => place.evaluate<boolean>(`${field} !== null`);
  const typed = await typeWatchfully(page, seesField);
  const { length } = await page.evaluate<string>('takenLetters');
  if (!(await seesField())) {
    assert.ok(length <= 2 * UNSEEN_LETTERS, `${length} letters`);
    return 'letters';
  }
  const isTaken = length > typed / 2;
  if (isTaken && (await place.evaluate<boolean>('window !== window.parent')))
    console.error('The frame kept its field:', await place.evaluate<string>('JSON.stringify(focusNotes)'));
  return isTaken ? 'details' : '';
}

/** Where all of these categories are in sight when the form opens, below what is said of a layer over it. */
export const TALL = { width: 1024, height: 1000 };

/** Categories that are in sight when the form opens: each has its own place. Scrolling would bring others to one place. */
export const IN_SIGHT = [
  'child_sexual_abuse',
  'terrorism_bomb_making',
] as const satisfies readonly CategoryId[];

/** The pointer's place as the page sees it when a category is chosen with it. */
export async function pointedAt(page: Page, place: Place, category: CategoryId): Promise<string> {
  const option = seek(root('cliquez-signalez'), choice('category', category));
  await place.waitFor(`${option} !== null`, PATIENT);
  await page.evaluate('followPointer()');
  await look(place);
  const [x, y] = await place.evaluate<[number, number]>(`(() => {
    const { left, top, width, height } = ${option}.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
  // A driver moves and presses in one moment; a hand moves first.
  await page.click(x, y);
  await look(place);
  if (!(await place.evaluate<boolean>(`${option}.checked`))) await page.click(x, y);
  await place.waitFor(`${option}.checked`, PATIENT);
  return page.evaluate<string>('pointedAt');
}
