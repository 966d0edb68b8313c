// The display of the one engine that is never headless (WebKitGTK): Xvfb, where the machine has no screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

let starting: Promise<void> | undefined;

/** Sets DISPLAY, starting an Xvfb that ends with this process, unless there is a display already. */
export function ensureDisplay(): Promise<void> {
  if (process.env['DISPLAY']) return Promise.resolve();
  return (starting ??= startXvfb());
}

async function startXvfb(): Promise<void> {
  // setpriv ends Xvfb with us even if we are killed; and without its display, MiniBrowser ends too.
  const command = [
    '--pdeathsig',
    'TERM',
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1200x24',
    '-nolisten',
    'tcp',
  ];
  const xvfb = spawn('setpriv', command, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
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
