// Runs in a page, for the test of injections: puts payloads into whatever a page, a reporter or a server can put text
// into, renders it, and looks at what has become of it.

import type { Driver } from '../../demo/gallery/driver.ts';
import type { ReportButton } from '../../src/elements/report-button.ts';

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
const FOREIGN = `script, iframe, object, embed, img, link, base, meta, style, video, audio, math, [style], [src], [srcdoc],
  [action], [formaction], [background], [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin]`;
const HARMLESS = /^(https?|tel|sms):|^#/i;

const found = new Set<string>();

/** Takes down what is foreign in a widget. */
function look(where: string, { renderRoot }: ReportButton): void {
  for (const element of renderRoot.querySelectorAll(FOREIGN)) found.add(`${where}: ${element.outerHTML}`);
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

/** Every payload, alone, in every attribute and in every token of the button, as its text, and in its messages. */
async function intoButton({ payloads, attributes, tokens, hostileEndpoint }: XssRun): Promise<void> {
  const alone = make('cliquez-signalez', {});
  const working = make('cliquez-signalez', { endpoint: hostileEndpoint });
  const label = document.createElement('span');
  label.slot = 'label';
  working.append(label);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  for (const [index, payload] of payloads.entries()) {
    for (const name of attributes) {
      alone.setAttribute(name, payload);
      if (name !== 'endpoint' && name !== 'public-key' && name !== 'mode')
        working.setAttribute(name, payload);
    }
    working.setAttribute('variant', ['button', 'bar', 'icon', 'link'][index % 4]!);
    // By both ways that a page has.
    for (const token of tokens) working.style.setProperty(token, index % 2 ? payload : '');
    sheet.replaceSync(`cliquez-signalez { ${tokens.map((token) => `${token}: ${payload};`).join('')} }`);
    label.textContent = payload;
    working.messages = new Proxy({}, { get: () => payload });
    await working.updateComplete;
    // What a token makes of the button's paint is what would be fetched.
    void getComputedStyle(working.renderRoot.querySelector('.launcher')!).backgroundColor;
    if (index % 64 === 0) await new Promise(requestAnimationFrame);
    look('button', alone);
    look('button', working);
  }
  alone.remove();
  working.remove();
  document.adoptedStyleSheets.pop();
}

/** A form that stands in the page, and whose words are payloads, one after another. */
function startForm(
  run: XssRun,
  makeDriver: DriverClass,
): { driver: Driver; taken: () => number; again: () => void } {
  let next = 0;
  const element = make('cliquez-signalez-form', { country: 'FR', 'hotline-url': 'https://hotline.example/' });
  element.transport = (report) =>
    Promise.resolve({
      submissionId: report.submissionId,
      reference: 'ABCD-1234',
      receivedAt: '2026-11-24T10:00:00Z',
      followUpCode: 'EFGH-5678',
    });
  element.messages = new Proxy(
    {},
    {
      get: (_, key) => (typeof key === 'string' ? run.payloads[next++ % run.payloads.length] : undefined),
    },
  );
  return { driver: new makeDriver(element), taken: () => next, again: () => (next = 0) };
}

/** Presses on until a view is there that has such an element. */
async function pressOn(driver: Driver, selector: string): Promise<void> {
  await driver.until(() => {
    if (driver.find(selector)) return true;
    driver.find('.footer [type="submit"]')?.click();
    return false;
  }, selector);
}

/** Presses back until such an element is there. */
async function pressBack(driver: Driver, selector: string): Promise<void> {
  await driver.until(() => {
    if (driver.find(selector)) return true;
    driver.find('[part="back"]')?.click();
    return false;
  }, selector);
}

/** Every payload as some message of every view; in attributes of the form; as what a reporter types. */
async function intoForm(run: XssRun, makeDriver: DriverClass): Promise<void> {
  const { driver, taken, again } = startForm(run, makeDriver);
  const { element } = driver;
  const everyMessage = async (view: string): Promise<void> => {
    again();
    while (taken() < run.payloads.length) {
      element.requestUpdate();
      await element.updateComplete;
      look(view, element);
    }
  };
  await driver.wait('.panel');
  await everyMessage('what');
  // On the button, every payload was in them.
  for (const payload of run.payloads.filter((_, index) => index % 4 === 0)) {
    for (const name of run.attributes) {
      if (!['endpoint', 'public-key', 'mode', 'flow', 'hotline-url'].includes(name))
        element.setAttribute(name, payload);
    }
    element.setAttribute('hotline-url', payload);
    await element.updateComplete;
    look('attributes', element);
  }
  for (const name of run.attributes) element.removeAttribute(name);
  await element.updateComplete;
  await driver.choose('category', 'sexual_harassment');
  await pressOn(driver, '[name="where"]');
  await driver.choose('where', 'elsewhere');
  await driver.wait('[name="addresses.0"]');
  await everyMessage('where');
  for (const payload of run.payloads.filter((_, index) => index % 20 === 0)) {
    await pressBack(driver, '[name="addresses.0"]');
    await driver.fill('addresses.0', payload);
    driver.find('.footer [type="submit"]')?.click();
    await new Promise((next) => setTimeout(next));
    await element.updateComplete;
    look('address', element);
  }
  await pressBack(driver, '[name="addresses.0"]');
  await driver.fill('addresses.0', 'https://exemple.fr/');
  await pressOn(driver, '[name="details"]');
  await everyMessage('details');
  for (let start = 0; start < run.payloads.length; start += 40) {
    await driver.fill(
      'details',
      run.payloads
        .slice(start, start + 40)
        .join('\n')
        .slice(0, 2_000),
    );
    await pressOn(driver, '.faith');
    await element.updateComplete;
    look('review', element);
    await pressBack(driver, '[name="details"]');
  }
  await pressOn(driver, '.faith');
  await everyMessage('check');
  await pressOn(driver, 'output');
  await everyMessage('sent');
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
  const element = make('cliquez-signalez', { endpoint: run.hostileEndpoint, id: 'opened' });
  const driver = new makeDriver(element);
  const opener = document.createElement('button');
  opener.dataset['cliquezSignalez'] = 'opened';
  document.body.append(opener);
  for (const payload of run.payloads.filter((_, index) => index % 40 === 0)) {
    opener.dataset['url'] = opener.dataset['category'] = payload;
    opener.click();
    await driver.wait('dialog[open]');
    look('opener', element);
    element.reset();
    element.close();
  }
  opener.remove();
  element.remove();
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
    element.reset();
    await element.updateComplete;
    await driver.choose('category', 'unsure');
    await pressOn(driver, '[name="where"]');
    await driver.choose('where', 'here');
    await pressOn(driver, '.faith');
    for (let tries = 0; tries < 6; tries++) {
      const before = await answered();
      const button = driver.find('.footer [type="submit"]');
      if (!button) break;
      button.click();
      await element.updateComplete;
      await driver.until(() => !element.matches(':state(sending)'), 'the end of sending');
      await element.updateComplete;
      look('server', element);
      if ((await answered()) === before) break;
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
