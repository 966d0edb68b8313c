// The display of WebKitGTK, the one engine without a headless mode: Xvfb, where the machine has no screen.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { spawnTied } from './tied.ts';

/**
 * Without a window manager, the window under the pointer has the keyboard, and the pointer is in the middle of the
 * screen. With this size it is on the toolbar of a window of any size. On a larger screen it could lie outside a small
 * window, where no page has focus, or hover over the tested elements. Windows may be larger than the screen.
 */
const SCREEN = '800x40x24';

let starting: Promise<void> | undefined;

/** Sets DISPLAY. Without a display, it first starts an Xvfb that ends with this process. */
export function ensureDisplay(): Promise<void> {
  if (process.env['DISPLAY']) return Promise.resolve();
  return (starting ??= startXvfb());
}

async function startXvfb(): Promise<void> {
  // Xvfb chooses a free display, and reports it on file descriptor 3. Without -noreset, it would restart when its last
  // window closes.
  const options = ['-displayfd', '3', '-noreset', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const xvfb = spawnTied('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(xvfb, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${String(code)}`);
  });
  const display = await Promise.race([firstLine(xvfb.stdio[3] as Readable), ended]);
  ended.catch(() => {}); // a later end is expected
  xvfb.unref();
  process.env['DISPLAY'] = `:${display}`;
}

/** Reads a whole line: Xvfb writes the number and the line end separately, and dies if it cannot write the line end. */
async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.endsWith('\n')) break; // leaving the loop closes the stream
  }
  return text.trim();
}
