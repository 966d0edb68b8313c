// Runs in a page, for the test of injections: puts payloads wherever a page, a reporter or a server can put text,
// renders them, and checks the result.

import {
  BACK,
  DETAILS_DOOR,
  LAUNCHER,
  MAIN,
  named,
  PANEL,
  REFERENCE,
  TERMS,
  type Driver,
} from '../../../demo/gallery/driver.ts';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';

/** Inputs from the test. */
export interface XssRun {
  readonly payloads: readonly string[];
  readonly attributes: readonly string[];
  readonly tokens: readonly string[];
  /** The names of all messages. */
  readonly keys: readonly string[];
  /** Address that answers with payloads. */
  readonly hostileEndpoint: string;
  /** Number of answers that it has. */
  readonly answers: number;
}

type DriverClass = new (element: ReportButton) => Driver;

/** Elements and attributes that the widget never contains. */
const FOREIGN = `script, iframe, object, embed, img, link, base, meta, style, video, audio, math, [src], [srcdoc],
  [action], [formaction], [background], [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin]`;
/** The form's own position in the window (widget/page/visible-area.ts): numbers only. */
const PLACE = /^(zoom: [\d.]+; )?--_top: -?[\d.]+px; --_seen: [\d.]+px;$/;
const HARMLESS = /^(https?|tel|sms):|^#/i;

const found = new Set<string>();

/** Records foreign content in a widget. */
function look(where: string, { renderRoot }: ReportButton): void {
  for (const element of renderRoot.querySelectorAll(FOREIGN)) found.add(`${where}: ${element.outerHTML}`);
  for (const element of renderRoot.querySelectorAll('[style]')) {
    if (!element.matches(PANEL) || !PLACE.test(element.getAttribute('style')!))
      found.add(`${where}: ${element.outerHTML}`);
  }
  for (const link of renderRoot.querySelectorAll<HTMLElement>('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    // Checked as a browser reads the address, without spaces and line ends; a hidden link has no address.
    if (address && !(HARMLESS.test(address) && /^(https?|tel|sms):/.test((link as HTMLAnchorElement).href)))
      found.add(`${where}: ${link.outerHTML}`);
  }
}

function make(tag: string, attributes: Readonly<Record<string, string>>): ReportButton {
  const element = document.createElement(tag) as ReportButton;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

/** Number of widgets in the page at once, so that the browser computes their styles together. */
const BATCH = 60;

/** Attributes to set on the working button too. The other attributes would break it. */
const spares = (name: string): boolean => !['endpoint', 'public-key', 'mode', 'flow', 'src'].includes(name);

/** A working button, with a label from the page. */
function makeWorking(endpoint: string) {
  const element = make('cliquez-signalez', { endpoint });
  const label = document.createElement('span');
  label.slot = 'label';
  element.append(label);
  return { element, label };
}

/** Puts every payload into every attribute and token of the button, its text, and its messages. */
async function intoButton({ payloads, attributes, tokens, hostileEndpoint }: XssRun): Promise<void> {
  // Styles take most of the time, and hidden widgets need none: the working buttons test the tokens.
  const unseen = document.createElement('div');
  unseen.hidden = true;
  document.body.append(unseen);
  const alone = Array.from({ length: BATCH }, () => make('cliquez-signalez', {}));
  unseen.append(...alone);
  const working = alone.map(() => makeWorking(hostileEndpoint));
  // Only the bar shows every message directly.
  const bars = alone.map(() => make('cliquez-signalez', { endpoint: hostileEndpoint, variant: 'bar' }));
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  for (let start = 0; start < payloads.length; start += BATCH) {
    const batch = payloads.slice(start, start + BATCH);
    for (const [index, payload] of batch.entries()) {
      const { element, label } = working[index]!;
      for (const name of attributes) {
        alone[index]!.setAttribute(name, payload);
        if (spares(name) && name !== 'variant') element.setAttribute(name, payload);
      }
      element.setAttribute('variant', ['bar', 'button', 'icon', 'link', 'floating'][index % 5]!);
      for (const token of tokens) element.style.setProperty(token, payload);
      label.textContent = payload;
      element.messages = new Proxy({}, { get: () => payload });
      bars[index]!.messages = element.messages;
    }
    // The page's sheet covers values that an element's own style rejects.
    const rule = tokens.map((token) => `${token}: ${batch[0]};`).join('');
    sheet.replaceSync(`cliquez-signalez { ${rule} }`);
    await bars.at(-1)!.updateComplete;
    // Reading the computed style makes the browser load what a token would fetch.
    for (const { element } of working)
      void getComputedStyle(element.renderRoot.querySelector(LAUNCHER)!).backgroundColor;
    await new Promise(requestAnimationFrame);
    for (const element of alone) look('button', element);
    for (const { element } of working) look('button', element);
    for (const element of bars) look('bar', element);
  }
  unseen.remove();
  for (const element of [...working.map(({ element: one }) => one), ...bars]) element.remove();
  document.adoptedStyleSheets.pop();
}

/** A form in the page that shows the latest payload as every text; without a payload, its own texts. */
function startForm(
  { keys }: XssRun,
  makeDriver: DriverClass,
): {
  driver: Driver;
  say: (payload: string | undefined) => void;
} {
  const element = make('cliquez-signalez-form', { country: 'FR', 'hotline-url': 'https://hotline.example/' });
  element.transport = (report) =>
    Promise.resolve({
      submissionId: report.submissionId,
      reference: 'ABCD-1234',
      receivedAt: '2026-11-24T10:00:00Z',
    });
  // The form copies the messages' own members when they are set: a proxy has none.
  const say = (payload: string | undefined): void => {
    element.messages =
      payload === undefined ? undefined : Object.fromEntries(keys.map((key) => [key, payload]));
  };
  return { driver: new makeDriver(element), say };
}

/** Waits until a change and its consequences are rendered. */
async function rendered({ element }: Driver): Promise<void> {
  while (!(await element.updateComplete));
  await element.updateComplete;
}

/** A long limit: it only applies when something is wrong, or when delayed work catches up. */
const PATIENCE_MS = 60_000;

/**
 * Presses a button until an element appears. Most results of a tap appear before the next task, and waiting for a task
 * each time would take most of the test.
 */
async function press(driver: Driver, button: string, selector: string): Promise<HTMLElement> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    for (let turn = 0; turn < 30; turn++) {
      const shown = driver.find(selector);
      if (shown) return shown;
      if (turn === 0) driver.find(button)?.click();
      await driver.element.updateComplete;
    }
    await new Promise((next) => setTimeout(next, 15));
  }
  throw new Error(`Pressed ${button} in vain for ${selector}; on screen: ${driver.heading}`);
}
const pressOn = (driver: Driver, selector: string): Promise<HTMLElement> => press(driver, MAIN, selector);
const pressBack = (driver: Driver, selector: string): Promise<HTMLElement> => press(driver, BACK, selector);
const openDetails = (driver: Driver): Promise<HTMLElement> => press(driver, DETAILS_DOOR, named('details'));

/** Texts for the field « details », within its length limit. */
function longTexts(payloads: readonly string[]): readonly string[] {
  const texts = [''];
  for (const payload of payloads) {
    const longer = `${texts.at(-1)}\n${payload}`;
    if (longer.length < 2_000) texts[texts.length - 1] = longer;
    else texts.push(payload.slice(0, 2_000));
  }
  return texts;
}

/** Puts every payload into every message of every view, into attributes of the form, and into its fields. */
async function intoForm(run: XssRun, makeDriver: DriverClass): Promise<void> {
  const { driver, say } = startForm(run, makeDriver);
  const { element } = driver;
  const everyMessage = async (view: string): Promise<void> => {
    let isShown = false;
    for (const payload of run.payloads) {
      say(payload);
      await element.updateComplete;
      look(view, element);
      isShown ||= driver.heading === payload.trim();
    }
    if (!isShown) found.add(`${view}: no payload is shown`);
    say(undefined);
    await rendered(driver);
  };
  /** Keeps the form's own words where they have a place for the attribute. */
  const everyAttribute = async (
    view: string,
    payloads: readonly string[],
    attributes: readonly string[],
  ): Promise<void> => {
    for (const payload of payloads) {
      for (const name of attributes) element.setAttribute(name, payload);
      await rendered(driver);
      look(view, element);
    }
    for (const name of attributes) element.removeAttribute(name);
    await rendered(driver);
  };
  // The slowest part: attributes in other views, and complete passes through the form.
  const everyTwentieth = run.payloads.filter((_, index) => index % 20 === 0);
  await driver.wait(PANEL);
  await everyMessage('what');
  const spared = run.attributes.filter(spares);
  await everyAttribute('attributes of what', run.payloads, spared);
  // Taking `practice` away starts over.
  const kept = spared.filter((name) => name !== 'practice');
  await driver.choose('category', 'sexual_harassment');
  await pressOn(driver, named('where'));
  await driver.choose('where', 'elsewhere');
  await driver.wait(named('addresses.0'));
  await everyMessage('where');
  for (const payload of everyTwentieth) {
    await pressBack(driver, named('addresses.0'));
    await driver.fill('addresses.0', payload);
    driver.find(MAIN)?.click();
    await rendered(driver);
    look('address', element);
  }
  await pressBack(driver, named('addresses.0'));
  await driver.fill('addresses.0', 'https://exemple.fr/');
  await pressOn(driver, TERMS);
  await openDetails(driver);
  await everyMessage('details');
  for (const text of longTexts(run.payloads)) {
    await driver.fill('details', text);
    await pressOn(driver, TERMS);
    look('review', element);
    await openDetails(driver);
  }
  await pressOn(driver, TERMS);
  await everyMessage('check');
  await everyAttribute('attributes of check', everyTwentieth, kept);
  await pressOn(driver, REFERENCE);
  await everyMessage('sent');
  await everyAttribute('attributes of sent', everyTwentieth, kept);
  const anyone = { number: '3018', url: 'https://exemple.fr/' };
  element.helpResources = run.payloads.flatMap((text, index) => [
    { id: `${index}`, name: text, number: text, url: text, chat: text },
    { id: text, ...anyone, chat: text },
  ]);
  element.requestUpdate();
  await element.updateComplete;
  look('help', element);
  element.remove();
}

/** Openers of the page with payloads as their data. */
async function intoOpeners(run: XssRun, makeDriver: DriverClass): Promise<void> {
  const element = make('cliquez-signalez-form', { endpoint: run.hostileEndpoint, id: 'opened' });
  const driver = new makeDriver(element);
  const opener = document.createElement('button');
  opener.dataset['cliquezSignalez'] = 'opened';
  document.body.append(opener);
  await driver.wait(PANEL);
  for (const payload of run.payloads) {
    opener.dataset['url'] = opener.dataset['category'] = payload;
    opener.click();
    await rendered(driver);
    look('opener', element);
    element.reset();
  }
  opener.remove();
  element.remove();
}

/** Goes from any step to the last one, with the shortest report. */
async function reachCheck(driver: Driver): Promise<void> {
  driver.element.reset();
  await rendered(driver);
  // A report that may have arrived is told of first.
  driver.find('.again.final')?.click();
  await rendered(driver);
  await driver.choose('category', 'unsure');
  await pressOn(driver, named('where'));
  await driver.choose('where', 'here');
  await pressOn(driver, TERMS);
}

/** Sends, and checks the result. @returns whether there was anything to send */
async function sendOnce(driver: Driver): Promise<boolean> {
  const { element } = driver;
  const button = driver.find(MAIN);
  button?.click();
  await rendered(driver);
  await driver.until(() => !element.matches(':state(sending)'), 'the end of sending');
  await rendered(driver);
  look('server', element);
  return button !== null;
}

/** A server that answers with payloads only. */
async function fromServer(run: XssRun, makeDriver: DriverClass): Promise<void> {
  // A random number sets the delay before a retry. Zero removes the delay.
  Math.random = () => 0;
  const element = make('cliquez-signalez-form', {
    endpoint: run.hostileEndpoint,
    country: 'FR',
    'hotline-url': 'https://hotline.example/',
  });
  const driver = new makeDriver(element);
  await driver.wait(PANEL);
  const answered = async (): Promise<number> =>
    Number(await (await fetch(`${run.hostileEndpoint}/count`)).text());
  while ((await answered()) < run.answers) {
    await reachCheck(driver);
    for (let tries = 0; tries < 6; tries++) {
      const before = await answered();
      if (!(await sendOnce(driver)) || (await answered()) === before) break;
    }
  }
  element.remove();
}

const PARTS = { intoButton, intoForm, intoOpeners, fromServer };

/** Runs one part. @returns the foreign content of the widget, at most ten pieces */
export async function injectAll(
  part: keyof typeof PARTS,
  run: XssRun,
  makeDriver: DriverClass,
): Promise<readonly string[]> {
  console.warn = () => {};
  await PARTS[part](run, makeDriver);
  return [...found].slice(0, 10);
}
