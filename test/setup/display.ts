// The display of the one engine that is never headless (WebKitGTK): Xvfb, where the machine has no screen.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { spawnTied } from './tied.ts';

let starting: Promise<void> | undefined;

/** Sets DISPLAY, starting an Xvfb that ends with this process, unless there is a display already. */
export function ensureDisplay(): Promise<void> {
  if (process.env['DISPLAY']) return Promise.resolve();
  return (starting ??= startXvfb());
}

async function startXvfb(): Promise<void> {
  // It chooses a free display and writes its number to file descriptor 3. Without -noreset it does so again whenever
  // its last window closes, and dies of the pipe that is no longer read.
  const options = ['-displayfd', '3', '-noreset', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const xvfb = spawnTied('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const displayNumber = xvfb.stdio[3] as Readable;
  const ended = once(xvfb, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with code ${String(code)}`);
  });
  const [number] = (await Promise.race([once(displayNumber, 'data'), ended])) as [Buffer];
  ended.catch(() => {}); // from here on its end is ours
  displayNumber.destroy();
  xvfb.unref();
  process.env['DISPLAY'] = `:${number.toString().trim()}`;
}
