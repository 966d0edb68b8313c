// A report that is made while a session recorder runs, and what the recording tells of it.
import assert from 'node:assert/strict';
import {
  choice,
  DETAILS_DOOR,
  ERRORS,
  MAIN,
  named,
  REFERENCE,
  RESTING,
} from '../../../demo/gallery/driver.ts';
import { takeUp, typeInto, valueOf, visit, type HostSite } from '../hosts/host-site.ts';
import { lead } from '../../setup/lead.ts';
import type { Page } from '../../setup/browsers.ts';
import { look, PATIENT } from '../../setup/site.ts';

/** The reporter's words; none is part of another, of our texts or of a library. */
const TYPED = {
  address: 'qzxvjkwq7f',
  details: 'kqjzwvxk9d',
  email: 'wjxqvzkj4b',
} as const;

/** Words of the form around the answer « Harcèlement sexuel », in French as on screen. */
const SHOWN = {
  choices: 'Proxénétisme',
  category: 'Harcèlement sexuel',
  error: 'Collez le lien',
  review: 'Vérifiez, puis envoyez',
} as const;

/** All answers and texts that a recording may contain, by their names. */
export const WORDS: Readonly<Record<string, string>> = { ...TYPED, ...SHOWN };

/** The letter of a key that is pressed with AltGr; it is in no text of ours. */
export const ALTGR_LETTER = 'ꝁ';

/** When the recorder starts: with the page, or once the form is on screen. */
export type Start = 'before' | 'after';

/** The place of the form: in a dialog, or in the page. */
export type Mode = 'dialog' | 'inline';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Presses an element of the form. @returns where, if with a pointer */
type Press = (page: Page, selector: string) => Promise<Point | void>;

const byScript: Press = (page, selector) => lead(page, `await driver.click(${JSON.stringify(selector)})`);

/** With a real pointer: some recorders tell it from a script. The form takes no press of what has just moved. */
export const byPointer: Press = async (page, selector) => {
  const found = JSON.stringify(selector);
  await page.evaluate(`void (window.scrolledAt ??= (() => {
    for (const target of [window, driver.element.renderRoot])
      target.addEventListener('scroll', () => (scrolledAt = performance.now()), true);
    return 0;
  })())`);
  await lead(page, `(await driver.wait(${found})).scrollIntoView({ block: 'center' })`);
  await look(page);
  await page.waitFor(`performance.now() - scrolledAt > 700 && !driver.find('${RESTING}')`, PATIENT);
  const point = await page.evaluate<Point>(`(() => {
    const { x, y, width, height } = driver.find(${found}).getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  })()`);
  await page.click(point.x, point.y);
  return point;
};

/**
 * Makes a report with real keys, an error included, and sends it.
 * @param start starts the recorder, as source of the page
 * @returns where the category was pressed, if with a pointer
 */
export async function report(
  page: Page,
  { origin, receiver }: HostSite,
  address: string,
  start?: string,
  press: Press = byScript,
): Promise<Point | void> {
  const choose = (name: string, value: string): Promise<Point | void> => press(page, choice(name, value));
  const go = async (selector = MAIN): Promise<void> => {
    const before = JSON.stringify(await page.evaluate('driver.heading'));
    await press(page, selector);
    await lead(
      page,
      `await driver.until(() => driver.heading !== ${before} || driver.find('${ERRORS}'), 'another view')`,
    );
  };

  await visit(page, `${origin}/${address}`);
  await takeUp(page);
  await lead(page, `await driver.open(); await driver.wait('${named('category')}')`);
  if (start) await page.evaluate(`void (${start})`);
  const pressed = await choose('category', 'sexual_harassment');
  await go();
  await choose('where', 'elsewhere');
  await go();
  await typeInto(page, 'addresses.0', `exemple.fr/${TYPED.address}`);
  await go();
  await go(DETAILS_DOOR);
  await typeInto(page, 'details', TYPED.details);
  // As Windows gives it. No engine has such a key on the keyboard of these tests.
  await page.evaluate(`driver.find('${named('details')}').dispatchEvent(new KeyboardEvent('keydown', {
    key: '${ALTGR_LETTER}', ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true, composed: true,
  }))`);
  await page.press('Control+a');
  await choose('reply', 'yes');
  await typeInto(page, 'email', `${TYPED.email}@exemple.fr`);
  // The view goes and comes back: its fields are made anew, with their text.
  await go();
  await go(DETAILS_DOOR);
  assert.equal(await valueOf(page, 'details'), TYPED.details);
  await go();
  await go();
  await lead(page, `await driver.wait('${REFERENCE}')`);
  assert.equal(receiver.reports().length, 1);
  return pressed;
}

/** The names of the answers and texts that a recording contains. */
export const toldBy = (recording: string): string[] =>
  Object.entries(WORDS)
    .filter(([, text]) => recording.includes(text))
    .map(([name]) => name);
