// The display of the one engine that is never headless (WebKitGTK): Xvfb, where the machine has no screen.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { spawnTied } from './tied.ts';

/**
 * Without a window manager the window under the pointer has the keyboard, and the pointer stands in the middle of the
 * screen: here on the toolbar of a window of any size. It would otherwise lie outside a small one, where no page has
 * focus, or hover over what is tested. Windows may be larger than the screen.
 */
const SCREEN = '800x40x24';

let starting: Promise<void> | undefined;

/** Sets DISPLAY, starting an Xvfb that ends with this process, unless there is a display already. */
export function ensureDisplay(): Promise<void> {
  if (process.env['DISPLAY']) return Promise.resolve();
  return (starting ??= startXvfb());
}

async function startXvfb(): Promise<void> {
  // It chooses a free display, and says which on file descriptor 3. It would start anew whenever its last window closes.
  const options = ['-displayfd', '3', '-noreset', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const xvfb = spawnTied('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(xvfb, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${String(code)}`);
  });
  const display = await Promise.race([firstLine(xvfb.stdio[3] as Readable), ended]);
  ended.catch(() => {}); // from here on its end is ours
  xvfb.unref();
  process.env['DISPLAY'] = `:${display}`;
}

/** Reads a whole line: Xvfb writes the number and the end of its line apart, and dies when it cannot write the latter. */
async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.endsWith('\n')) break; // which closes the stream
  }
  return text.trim();
}
