// Runs in a page, for the test of injections: puts payloads into whatever a page, a reporter or a server can put text
// into, renders it, and looks at what has become of it.

import type { Driver } from '../../demo/gallery/driver.ts';
import type { ReportButton } from '../../src/button/report-button.ts';

/** What the test gives. */
export interface XssRun {
  readonly payloads: readonly string[];
  readonly attributes: readonly string[];
  readonly tokens: readonly string[];
  /** Address that answers with payloads. */
  readonly hostileEndpoint: string;
  /** How many answers it has to give. */
  readonly answers: number;
}

type DriverClass = new (element: ReportButton) => Driver;

/** What nothing of ours has within itself, however it is made. */
const FOREIGN = `script, iframe, object, embed, img, link, base, meta, style, video, audio, math, [src], [srcdoc],
  [action], [formaction], [background], [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin]`;
/** The form's own place in the window (page/visible-area.ts): numbers alone. */
const PLACE = /^(zoom: [\d.]+; )?--_top: [\d.]+px; --_seen: [\d.]+px;$/;
const HARMLESS = /^(https?|tel|sms):|^#/i;

const found = new Set<string>();

/** Takes down what is foreign in a widget. */
function look(where: string, { renderRoot }: ReportButton): void {
  for (const element of renderRoot.querySelectorAll(FOREIGN)) found.add(`${where}: ${element.outerHTML}`);
  for (const element of renderRoot.querySelectorAll('[style]')) {
    if (!element.matches('.panel') || !PLACE.test(element.getAttribute('style')!))
      found.add(`${where}: ${element.outerHTML}`);
  }
  for (const link of renderRoot.querySelectorAll<HTMLElement>('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    // Also as a browser reads it, which does not mind spaces and line ends; a hidden link has none.
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

/** Widgets that stand in the page at once, so that it is styled once for all of them. */
const BATCH = 60;

/** What is set on the button that works as well: with the others it would not. */
const spares = (name: string): boolean => !['endpoint', 'public-key', 'mode', 'flow', 'src'].includes(name);

/** A button that works, with text of the page's in it. */
function makeWorking(endpoint: string) {
  const element = make('cliquez-signalez', { endpoint });
  const label = document.createElement('span');
  label.slot = 'label';
  element.append(label);
  return { element, label };
}

/** Every payload, alone, in every attribute and in every token of the button, as its text, and in its messages. */
async function intoButton({ payloads, attributes, tokens, hostileEndpoint }: XssRun): Promise<void> {
  // They need no style, which is what takes time: their tokens are those of the ones that work.
  const unseen = document.createElement('div');
  unseen.hidden = true;
  document.body.append(unseen);
  const alone = Array.from({ length: BATCH }, () => make('cliquez-signalez', {}));
  unseen.append(...alone);
  const working = alone.map(() => makeWorking(hostileEndpoint));
  // The one that has every message: the others show some of them another way.
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
    // Where an element's own style takes no such value, the page's sheet has its word.
    const rule = tokens.map((token) => `${token}: ${batch[0]};`).join('');
    sheet.replaceSync(`cliquez-signalez { ${rule} }`);
    await bars.at(-1)!.updateComplete;
    // What a token makes of the button's paint is what would be fetched.
    for (const { element } of working)
      void getComputedStyle(element.renderRoot.querySelector('.launcher')!).backgroundColor;
    await new Promise(requestAnimationFrame);
    for (const element of alone) look('button', element);
    for (const { element } of working) look('button', element);
    for (const element of bars) look('bar', element);
  }
  unseen.remove();
  for (const element of [...working.map(({ element: one }) => one), ...bars]) element.remove();
  document.adoptedStyleSheets.pop();
}

/** A form that stands in the page, and whose every word is what was said last; its own words where that is nothing. */
function startForm(makeDriver: DriverClass): {
  driver: Driver;
  say: (payload: string | undefined) => void;
} {
  let said: string | undefined;
  const element = make('cliquez-signalez-form', { country: 'FR', 'hotline-url': 'https://hotline.example/' });
  element.transport = (report) =>
    Promise.resolve({
      submissionId: report.submissionId,
      reference: 'ABCD-1234',
      receivedAt: '2026-11-24T10:00:00Z',
      followUpCode: 'EFGH-5678',
    });
  element.messages = new Proxy({}, { get: () => said });
  const say = (payload: string | undefined): void => {
    said = payload;
    element.requestUpdate();
  };
  return { driver: new makeDriver(element), say };
}

/** Renders what was changed, and what that changes in its turn. */
async function rendered({ element }: Driver): Promise<void> {
  while (!(await element.updateComplete));
  await element.updateComplete;
}

/** Long, because it is only waited for when something is wrong, or when what was put off before is caught up with. */
const PATIENCE_MS = 60_000;

/**
 * Presses a button until such an element is there. Nearly all that follows a tap is there before the next task, and
 * waiting for one would take most of the time that there is.
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
const pressOn = (driver: Driver, selector: string): Promise<HTMLElement> =>
  press(driver, '.footer [type="submit"]', selector);
const pressBack = (driver: Driver, selector: string): Promise<HTMLElement> =>
  press(driver, '[part="back"]', selector);

/** Texts for the field « details », as long as it takes them. */
function longTexts(payloads: readonly string[]): readonly string[] {
  const texts = [''];
  for (const payload of payloads) {
    const longer = `${texts.at(-1)}\n${payload}`;
    if (longer.length < 2_000) texts[texts.length - 1] = longer;
    else texts.push(payload.slice(0, 2_000));
  }
  return texts;
}

/** Every payload as every message of every view; in attributes of the form; as what a reporter types. */
async function intoForm(run: XssRun, makeDriver: DriverClass): Promise<void> {
  const { driver, say } = startForm(makeDriver);
  const { element } = driver;
  const everyMessage = async (view: string): Promise<void> => {
    for (const payload of run.payloads) {
      say(payload);
      await element.updateComplete;
      look(view, element);
    }
    say(undefined);
    await rendered(driver);
  };
  /** Among our own words, where these have a place for it. */
  const everyAttribute = async (view: string, payloads: readonly string[]): Promise<void> => {
    const attributes = run.attributes.filter(spares);
    for (const payload of payloads) {
      for (const name of attributes) element.setAttribute(name, payload);
      await rendered(driver);
      look(view, element);
    }
    for (const name of attributes) element.removeAttribute(name);
    await rendered(driver);
  };
  // What takes longest: the same attributes in other views, and whole ways through the form.
  const everyTwentieth = run.payloads.filter((_, index) => index % 20 === 0);
  await driver.wait('.panel');
  await everyMessage('what');
  await everyAttribute('attributes of what', run.payloads);
  await driver.choose('category', 'sexual_harassment');
  await pressOn(driver, '[name="where"]');
  await driver.choose('where', 'elsewhere');
  await driver.wait('[name="addresses.0"]');
  await everyMessage('where');
  for (const payload of everyTwentieth) {
    await pressBack(driver, '[name="addresses.0"]');
    await driver.fill('addresses.0', payload);
    driver.find('.footer [type="submit"]')?.click();
    await rendered(driver);
    look('address', element);
  }
  await pressBack(driver, '[name="addresses.0"]');
  await driver.fill('addresses.0', 'https://exemple.fr/');
  await pressOn(driver, '[name="details"]');
  await everyMessage('details');
  for (const text of longTexts(run.payloads)) {
    await driver.fill('details', text);
    await pressOn(driver, '.faith');
    look('review', element);
    await pressBack(driver, '[name="details"]');
  }
  await pressOn(driver, '.faith');
  await everyMessage('check');
  await everyAttribute('attributes of check', everyTwentieth);
  await pressOn(driver, 'output');
  await everyMessage('sent');
  await everyAttribute('attributes of sent', everyTwentieth);
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

/** Openers of the page, whose data are payloads. */
async function intoOpeners(run: XssRun, makeDriver: DriverClass): Promise<void> {
  const element = make('cliquez-signalez-form', { endpoint: run.hostileEndpoint, id: 'opened' });
  const driver = new makeDriver(element);
  const opener = document.createElement('button');
  opener.dataset['cliquezSignalez'] = 'opened';
  document.body.append(opener);
  await driver.wait('.panel');
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

/** From wherever a form is to its last step, with the shortest report. */
async function reachCheck(driver: Driver): Promise<void> {
  driver.element.reset();
  await rendered(driver);
  await driver.choose('category', 'unsure');
  await pressOn(driver, '[name="where"]');
  await driver.choose('where', 'here');
  await pressOn(driver, '.faith');
}

/** Sends, and looks at what comes of it. @returns whether there was anything to send */
async function sendOnce(driver: Driver): Promise<boolean> {
  const { element } = driver;
  const button = driver.find('.footer [type="submit"]');
  button?.click();
  await rendered(driver);
  await driver.until(() => !element.matches(':state(sending)'), 'the end of sending');
  await rendered(driver);
  look('server', element);
  return button !== null;
}

/** A server whose every word is a payload. */
async function fromServer(run: XssRun, makeDriver: DriverClass): Promise<void> {
  // Chance decides how long a form waits before it tries again: here it does not wait.
  Math.random = () => 0;
  const element = make('cliquez-signalez-form', {
    endpoint: run.hostileEndpoint,
    country: 'FR',
    'hotline-url': 'https://hotline.example/',
  });
  const driver = new makeDriver(element);
  await driver.wait('.panel');
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

/** Runs one part. @returns what was foreign in the widget, at most ten pieces of it */
export async function injectAll(
  part: keyof typeof PARTS,
  run: XssRun,
  makeDriver: DriverClass,
): Promise<readonly string[]> {
  console.warn = () => {};
  await PARTS[part](run, makeDriver);
  return [...found].slice(0, 10);
}
