// A report that is typed while a session recorder runs, and what the recording tells of it.
import type { Page } from '../setup/browsers.ts';
import { lead, send, takeUp, typeInto, valueOf, visit, type HostSite } from '../hosts/host-site.ts';

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
  error: 'Collez l’adresse',
  review: 'Ce que vous avez vu',
} as const;

/** When the recorder starts: with the page, or once the form is on screen. */
export type Start = 'before' | 'after';

/** Where the form is: in a dialog, or in the page. */
export type Mode = 'dialog' | 'inline';

/**
 * Makes a report with real keys, an error included.
 * @param start starts the recorder, as source of the page
 */
export async function report(page: Page, site: HostSite, address: string, start?: string): Promise<void> {
  await visit(page, `${site.origin}/${address}`);
  await takeUp(page);
  await lead(page, 'await driver.open(); await driver.wait("[name=category]")');
  if (start) await page.evaluate(`void ${start}`);
  await lead(page, "await driver.choose('category', 'sexual_harassment'); await driver.next()");
  await lead(page, "await driver.choose('where', 'elsewhere'); await driver.next()");
  await lead(page, "await driver.wait('.summary-title')");
  await typeInto(page, 'addresses.0', `exemple.fr/${TYPED.address}`);
  await lead(page, "await driver.next(); await driver.wait('[name=details]')");
  await typeInto(page, 'details', TYPED.details);
  await page.press('Control+a');
  await lead(page, "await driver.choose('reply', 'yes')");
  await typeInto(page, 'email', `${TYPED.email}@exemple.fr`);
  // The view goes and comes back: its fields are made anew, with their text.
  await lead(
    page,
    'await driver.next(); driver.find("[part=back]").click(); await driver.wait("[name=details]")',
  );
  if ((await valueOf(page, 'details')) !== TYPED.details) throw new Error('the text is lost');
  await send(page, site);
}

/** The names of the answers and texts that a recording contains. */
export const toldBy = (recording: string): string[] =>
  Object.entries({ ...TYPED, ...SHOWN })
    .filter(([, text]) => recording.includes(text) || recording.includes(JSON.stringify(text).slice(1, -1)))
    .map(([name]) => name);
