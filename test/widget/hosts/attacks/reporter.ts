// A reporter who fills in the form with real keys, in the page or in a frame of it.
import assert from 'node:assert/strict';
import {
  choice,
  DETAILS_DOOR,
  HEADING,
  MAIN,
  named,
  REFERENCE,
  seek,
} from '../../../../demo/gallery/driver.ts';
import type { Page } from '../../../setup/browsers.ts';
import { PATIENT } from '../../../setup/site.ts';

/** The typed and chosen values; no text is part of another. */
export const TYPED = {
  address: 'qzxvjkwq7f',
  details: 'kqjzwvxk9d',
  email: 'wjxqvzkj4b',
} as const;
export const CATEGORY = 'sexual_harassment';

/** The place of a form: a page, or the part of it that a frame exposes. */
export type Place = Pick<Page, 'evaluate' | 'waitFor'>;

/** Types into a field of the place. The keys go to the focused element, in a frame too. */
async function typeInto(page: Page, place: Place, field: string, text: string): Promise<void> {
  await place.waitFor(`${field} != null`, PATIENT);
  await place.evaluate(`${field}.focus()`);
  await page.type(text);
  try {
    await place.waitFor(`${field}.value === ${JSON.stringify(text)}`, PATIENT);
  } catch (cause) {
    // It has happened once, under load: the next time, these tell the driver's fault from the form's.
    await page.screenshot('.screenshots/not-typed.png');
    const state = `JSON.stringify({
      value: ${field}?.value,
      isFocused: document.hasFocus(),
      active: document.activeElement?.outerHTML.slice(0, 200),
      inner: document.activeElement?.renderRoot?.activeElement?.outerHTML.slice(0, 200),
      text: document.activeElement?.renderRoot?.querySelector('.panel')?.innerText.slice(0, 400),
    })`;
    const [there, here] = [
      await place.evaluate<string>(state),
      await page.evaluate<boolean>('document.hasFocus()'),
    ];
    throw new Error(`“${text}” was not typed; the page has focus: ${here}; its frame: ${there}`, { cause });
  }
}

/** Fills in a form that the page has written itself, and sends it. */
export async function reportNaively(page: Page, place: Place): Promise<void> {
  const field = (name: string): string => `document.forms[0].elements.${name}`;
  await place.waitFor(`document.readyState === 'complete' && document.forms[0] != null`, PATIENT);
  await place.evaluate(`${field('category')}.value = '${CATEGORY}'`);
  await typeInto(page, place, field('address'), `exemple.fr/${TYPED.address}`);
  await typeInto(page, place, field('details'), TYPED.details);
  await typeInto(page, place, field('email'), `${TYPED.email}@exemple.fr`);
  await place.evaluate(`${field('send')}.click()`);
  await place.waitFor("document.title === 'sent'", PATIENT);
}

/** Fills in the widget's form up to the details. */
export const reachDetails = (page: Page, place: Place): Promise<void> =>
  fillIn(page, place, 'cliquez-signalez', CATEGORY, async () => {});

/** Fills in the widget's form from its first step, and sends it. */
export const report = (page: Page, place: Place, tag: string, category = CATEGORY): Promise<void> =>
  fillIn(page, place, tag, category, async ({ choose, element, goOn, type }) => {
    await type('details', TYPED.details);
    await choose('reply', 'yes');
    await type('email', `${TYPED.email}@exemple.fr`);
    await goOn();
    await goOn();
    await place.waitFor(`${element(REFERENCE)} != null`, PATIENT);
    assert.ok(await place.evaluate<string>(`${element(REFERENCE)}.textContent`));
  });

/** The reporter's hands in one form. */
interface Hands {
  element(selector: string): string;
  choose(name: string, value: string): Promise<void>;
  type(name: string, text: string): Promise<void>;
  goOn(selector?: string): Promise<void>;
}

async function fillIn(
  page: Page,
  place: Place,
  tag: string,
  category: string,
  finish: (hands: Hands) => Promise<void>,
): Promise<void> {
  const root = `document.querySelector('${tag}').renderRoot`;
  const element = (selector: string): string => seek(root, selector);
  const choose = async (name: string, value: string): Promise<void> => {
    const option = element(choice(name, value));
    await place.waitFor(`${option} != null`, PATIENT);
    await place.evaluate(`${option}.click()`);
  };
  const type = (name: string, text: string): Promise<void> =>
    typeInto(page, place, element(named(name)), text);
  const goOn = async (selector = MAIN): Promise<void> => {
    const title = `${element(HEADING)}.textContent`;
    const before = await place.evaluate<string>(title);
    await place.evaluate(`${element(selector)}.click()`);
    await place.waitFor(`${title} !== ${JSON.stringify(before)}`, PATIENT);
  };

  await place.waitFor(`${element(HEADING)} != null`, PATIENT);
  // The page knows about the opening. From here on, the reporter acts alike for any answers.
  await page.waitFor("!window.observed || (window.observed().events ?? []).includes('step')", PATIENT);
  await page.evaluate('window.forgetObserved?.()');
  await choose('category', category);
  await goOn();
  await choose('where', 'elsewhere');
  await type('addresses.0', `exemple.fr/${TYPED.address}`);
  await goOn();
  await goOn(DETAILS_DOOR);
  await finish({ element, choose, type, goOn });
}
