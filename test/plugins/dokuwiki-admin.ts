// The browser actions of a DokuWiki's administrator and author: managers, editor, buttons.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { PATIENT } from '../setup/site.ts';
import type { Browser, Page } from '../setup/browsers.ts';
import type { TestDokuWiki } from './setup/dokuwiki.ts';

/** Name of the plugin's folder. */
export const PLUGIN = 'cliquezsignalez';

/** Opens a page as the administrator. */
export async function signIn(browser: Browser, wiki: TestDokuWiki): Promise<Page> {
  const page = await browser.newPage({ width: 1280, height: 900 });
  await page.goto(wiki.address('start', 'login'));
  await fill(page, { u: wiki.admin.name, p: wiki.admin.password });
  await press(page, '#dw__login [type=submit]');
  await page.waitFor("Boolean(document.querySelector('.action.logout'))", PATIENT);
  return page;
}

/** Fills in the fields of a page, by name. */
async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given: Record<string, string>) => {
    for (const [name, value] of Object.entries(given))
      document.querySelector<HTMLInputElement>(`#dokuwiki__content [name="${name}"]`)!.value = value;
  }, values);
}

/** Presses a button that leads to another page, and waits for that page. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.evaluate((button: string) => {
    document.documentElement.dataset['left'] = '';
    document.querySelector<HTMLElement>(button)!.click();
  }, selector);
  await page.waitFor(
    "!('left' in document.documentElement.dataset) && document.readyState === 'complete'",
    PATIENT,
  );
}

/** Installs an archive with the Extension Manager. */
export async function upload(page: Page, wiki: TestDokuWiki, archive: string): Promise<void> {
  await page.goto(wiki.address('start', 'admin&page=extension&tab=install'));
  const bytes = readFileSync(archive, 'base64');
  await page.evaluate((base64: string) => {
    const files = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    files.items.add(new File([content], 'cliquezsignalez.tgz'));
    document.querySelector<HTMLInputElement>('[name=installfile]')!.files = files.files;
  }, bytes);
  await press(page, 'form.install [type=submit]');
}

/** Saves some settings with the Configuration Manager. */
export async function save(
  page: Page,
  wiki: TestDokuWiki,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(wiki.address('start', 'admin&page=config'));
  const named = Object.entries(settings).map(([key, value]) => [
    `config[plugin____${PLUGIN}____${key}]`,
    value,
  ]);
  await fill(page, Object.fromEntries(named) as Record<string, string>);
  await press(page, '#dw__configform [type=submit]');
}

/** Ticks these languages in the Configuration Manager, and no others. */
export async function tick(page: Page, wiki: TestDokuWiki, tags: readonly string[]): Promise<void> {
  await page.goto(wiki.address('start', 'admin&page=config'));
  await page.evaluate(
    (name: string, wanted: readonly string[]) => {
      for (const box of document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
        box.checked = wanted.includes(box.value);
    },
    `config[plugin____${PLUGIN}____languages][]`,
    tags,
  );
  await press(page, '#dw__configform [type=submit]');
}

/** DokuWiki compares file times in whole seconds, so settings saved within one second do not make a page stale. */
export async function nextSecond(): Promise<void> {
  await delay(1000 - (Date.now() % 1000));
}

/** Writes a page in the editor: the button of its toolbar, and a line typed by hand. */
export async function write(page: Page, wiki: TestDokuWiki, id: string): Promise<void> {
  await page.goto(wiki.address(id, 'edit'));
  await page.waitFor("Boolean(document.querySelector('#tool__bar button'))", PATIENT);
  await page.evaluate("document.querySelector('#wiki__text').focus()");
  await page.type('Bonjour ');
  await page.evaluate(() => {
    const tools = [...document.querySelectorAll<HTMLElement>('#tool__bar button')];
    tools.find(({ title }) => title.includes('Cliquez, Signalez'))!.click();
  });
  await page.press('Control+End');
  await page.press('Enter');
  await page.press('Enter');
  await page.type(
    '<cliquez-signalez variant=bar theme="nuit" onclick="x()" endpoint="https://evil.example/" size=xl>',
  );
}

/** The messages that DokuWiki shows now. */
export const messages = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('div.error, div.success, div.info')]
      .map((each) => each.textContent)
      .join('\n'),
  );

/** The text of an element. */
export const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate((selected: string) => document.querySelector(selected)!.textContent, selector);
