// Shared by the end-to-end tests: small recording servers, and a reporter who uses only a keyboard.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { TestContext } from 'node:test';
import {
  choice,
  DETAILS_DOOR,
  LATER,
  LAUNCHER,
  MAIN,
  matches,
  named,
  REFERENCE,
  seek,
} from '../../demo/gallery/driver.ts';
import type { CategoryId } from '../../src/core/report/categories.ts';
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import type { Messages } from '../../src/words/messages.ts';
import type { Page } from './browsers.ts';

/**
 * Timeout for conditions. It is long because other test runs share the two cores of this machine, and only a failure
 * waits for all of it.
 */
export const PATIENT = { timeoutMs: 15_000 };

/** The time before a view accepts a tap, and the frames in which it is painted. */
export const LOOK_MS = 700;

/** Waits as long as a reporter looks at a new view before a tap. */
export async function look({ evaluate, waitFor }: Pick<Page, 'evaluate' | 'waitFor'>): Promise<void> {
  const seenAt = (await evaluate<number>('performance.now()')) + LOOK_MS;
  await waitFor(`performance.now() > ${seenAt}`);
}

// Servers

/** A request as a server received it. */
export interface Recorded {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server that records its requests. */
export interface RecordingServer {
  readonly origin: string;
  readonly requests: Recorded[];
  /** Connections so far, with or without a request. */
  connections(): number;
}

/** Starts a server on an origin of its own; the end of the test stops it. */
export async function startServer(t: TestContext, answer: RequestListener): Promise<RecordingServer> {
  const requests: Recorded[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, headers });
    answer(request, response);
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests, connections: () => connections };
}

const CDN = new URL('../../dist/cdn/', import.meta.url);

/** Serves the built files to the pages of any site; scripts of the test replace some of them, by name. */
export function startCdn(
  t: TestContext,
  scripts: Readonly<Record<string, string>> = {},
  isMissing = (_name: string): boolean => false,
): Promise<RecordingServer> {
  const read = async (name: string): Promise<Buffer | string> => {
    if (isMissing(name)) throw new Error(`${name} is missing`);
    return scripts[name] ?? readFile(new URL(name, CDN));
  };
  return startServer(t, ({ url = '' }, response) => {
    const name = url.slice(1).replace(/\?.*/, '');
    const type = extname(name) === '.js' ? 'text/javascript' : 'application/json';
    const headers = {
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
    };
    read(name).then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404).end(),
    );
  });
}

/** Serves one page at `/`, and its icon. */
export function startPage(
  t: TestContext,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RecordingServer> {
  return startServer(t, ({ url = '' }, response) => {
    if (url.replace(/\?.*/, '') === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
    } else if (url === '/icon.svg') {
      response
        .writeHead(200, { 'content-type': 'image/svg+xml' })
        .end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    } else {
      response.writeHead(404).end();
    }
  });
}

// Keyboard

/** More presses of Tab than any page or view of these tests has stops. */
const MAX_STOPS = 60;

/** Expression: the focused element, in any shadow root. */
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.renderRoot?.activeElement) element = element.renderRoot.activeElement;
  return element;
})()`;

/** Whether the focused element matches a selector. */
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(matches(FOCUSED, selector));

/** Waits until a matching element has focus. */
export async function waitForFocus(page: Page, selector: string): Promise<void> {
  await page.waitFor(matches(FOCUSED, selector), PATIENT);
}

/** Waits until a view is shown: its heading has focus. */
export async function waitForView(page: Page, title: string): Promise<void> {
  await page.waitFor(
    `(() => {
      const heading = ${FOCUSED};
      return heading?.localName === 'h2' && heading.textContent.trim() === ${JSON.stringify(title)};
    })()`,
    PATIENT,
  );
}

/** Waits for the form's later part: with it come the question before closing and the exit keys. */
export async function waitForLaterPart(page: Page): Promise<void> {
  await page.waitFor(`Boolean(${FOCUSED}?.getRootNode().querySelector('${LATER}'))`, PATIENT);
}

/** Presses Tab, once at least, until a matching element has focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.press('Tab');
    if (await hasFocus(page, selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/** A heading of ours, or a field of another page. */
const TO_FOCUS = `(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('h2') ??
  document.querySelector('input, select, textarea, button'))`;

/**
 * Presses Tab until scripts may move focus in a frame that has the keyboard. WebKit lets none do so in a frame of another
 * site before a key press there, and a busy machine may lose a press.
 */
export async function allowFocusIn(frame: Pick<Page, 'evaluate' | 'waitFor'>, page: Page): Promise<void> {
  await frame.waitFor(`${TO_FOCUS} != null`, PATIENT);
  for (let press = 0; press < 5; press++) {
    await page.press('Tab');
    const isMoved = await frame.evaluate<boolean>(
      `(${TO_FOCUS}.focus(), ${TO_FOCUS}.getRootNode().activeElement === ${TO_FOCUS})`,
    );
    if (isMoved) return;
  }
  assert.fail('No script may move focus in the frame.');
}

/** Moves to a group of radio buttons with Tab, and to one of them with the arrow keys. */
export const chooseByKeyboard = (page: Page, name: string, value: string): Promise<void> =>
  chooseOf(page, named(name), choice(name, value));

/** Does so in any page. @param group selector of the radio buttons @param wanted selector of the one to choose */
export async function chooseOf(page: Page, group: string, wanted: string): Promise<void> {
  await tabTo(page, group);
  for (let stop = 0; stop < MAX_STOPS && !(await hasFocus(page, wanted)); stop++)
    await page.press('ArrowDown');
  if (!(await hasFocus(page, `${wanted}:checked`))) await page.press(' ');
  assert.ok(await hasFocus(page, `${wanted}:checked`), `${wanted} is not chosen`);
}

/** Moves to the button of a widget in the page with Tab. */
export async function tabToLauncher(page: Page): Promise<void> {
  await page.waitFor(
    `Boolean(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('button${LAUNCHER}'))`,
    PATIENT,
  );
  await tabTo(page, LAUNCHER);
}

/** The reporter's answers. */
export interface TypedAnswers {
  readonly category: CategoryId;
  readonly address: string;
  readonly details: string;
}

/** Where focus goes in the review, once the details have changed. */
export const ROW_OF_DETAILS = '.row-details dt';

/** The titles of the views, in one language. */
export type Titles = Pick<Messages, 's1.title' | 's2.title' | 's3.title' | 's4.title' | 'ok.title'>;

/** Answers an open form from its first step, with details if there are any, up to « Envoyer ». */
export async function answerByKeyboard(
  page: Page,
  answers: TypedAnswers,
  titles: Titles = fr,
): Promise<void> {
  await waitForView(page, titles['s1.title']);
  await chooseByKeyboard(page, 'category', answers.category);
  await page.press('Enter');
  await waitForView(page, titles['s2.title']);
  await chooseByKeyboard(page, 'where', 'elsewhere');
  // Its field loads with a separate file.
  await page.waitFor(`${seek(`${FOCUSED}.getRootNode()`, named('addresses.0'))} !== null`, PATIENT);
  await tabTo(page, named('addresses.0'));
  await page.type(answers.address);
  await page.press('Enter');
  await waitForView(page, titles['s4.title']);
  if (answers.details) await addDetails(page, answers.details, titles);
}

/** From the review to the details, and back to the review, which then shows them. */
export async function addDetails(page: Page, details: string, titles: Titles = fr): Promise<void> {
  await tabTo(page, DETAILS_DOOR);
  await page.press('Enter');
  await waitForView(page, titles['s3.title']);
  await tabTo(page, named('details'));
  await page.type(details);
  await tabTo(page, MAIN);
  await page.press('Enter');
  await waitForFocus(page, ROW_OF_DETAILS);
}

/** Sends the report from the last step of a form. @returns its number, as displayed */
export async function sendByKeyboard(page: Page, titles: Titles = fr): Promise<string> {
  await tabTo(page, MAIN);
  await page.press('Enter');
  await waitForView(page, titles['ok.title']);
  return page.evaluate<string>(`${FOCUSED}.getRootNode().querySelector('${REFERENCE}').textContent`);
}
