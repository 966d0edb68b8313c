// Server commands of Web Test Runner that the stock plugins lack.
//
//   screenshot      { name }: writes .screenshots/<engine>/<name>.png, and answers it in base64
//   media-features  { 'forced-colors': 'active', 'prefers-contrast': 'more', … }, {} resets: answers whether the
//                   engine can (Chromium alone can). Chromium keeps them for the next test file: reset them.
//   taps            { x, y, gapMs, times, finger }: real taps at one place, by a finger if that is asked for and the
//                   engine has one (Chromium alone), else by the mouse; answers when the page has got all of them
//   wheel           { x, y, by }: turns the mouse's wheel over a place of the window; answers as media-features
//   slow-processor  { rate }: the page's main thread is so many times slower, 1 resets; answers as media-features
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { CDPSession, Page } from 'puppeteer-core';

/** Real taps at one place. */
export interface Taps {
  readonly x: number;
  readonly y: number;
  /** Time between two of them, in milliseconds. */
  readonly gapMs: number;
  /** How many: two by default. */
  readonly times?: number;
  readonly finger: boolean;
}

const COMMANDS = ['screenshot', 'taps', 'media-features', 'wheel', 'slow-processor'];

export function pageCommandsPlugin(): TestRunnerPlugin {
  // One session for each page: one session cannot undo what another emulates.
  const sessions = new WeakMap<Page, CDPSession>();

  return {
    name: 'page-commands',
    async executeCommand({ command, payload, session }) {
      if (!COMMANDS.includes(command)) return undefined;
      // All our launchers have getPage, but Web Test Runner's type lacks it.
      const browser = session.browser as typeof session.browser & {
        getPage(id: string): Page | Promise<Page>;
      };
      const page = await browser.getPage(session.id);

      if (command === 'screenshot') {
        const { name } = payload as { name: string };
        const path = `.screenshots/${browser.name}/${name}.png` as const;
        await mkdir(dirname(path), { recursive: true });
        await page.screenshot({ path });
        return await readFile(path, 'base64');
      }

      if (command === 'taps') {
        const { x, y, gapMs, times = 2, finger } = payload as Taps;
        const isFinger = finger && browser.name === 'chromium';
        const tap = (): Promise<void> => (isFinger ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
        // If the page is slow to handle a tap, the next follows immediately: one finger cannot overlap itself.
        for (let left = times; left > 1; left -= 1) await Promise.all([tap(), delay(gapMs)]);
        await tap();
        return true;
      }

      if (browser.name !== 'chromium') return false;
      if (command === 'wheel') {
        const { x, y, by } = payload as { x: number; y: number; by: number };
        await page.mouse.move(x, y);
        await page.mouse.wheel({ deltaY: by });
        return true;
      }
      const devtools = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, devtools);
      if (command === 'slow-processor') {
        await devtools.send('Emulation.setCPUThrottlingRate', payload as { rate: number });
        return true;
      }
      const features = Object.entries(payload as Record<string, string>).map(([name, value]) => ({
        name,
        value,
      }));
      await devtools.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
