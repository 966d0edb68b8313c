// Starts a browser of the caller, with the Playwright or Puppeteer that the caller has installed: this package brings neither.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserPage, PageBrowser } from './in-browser.ts';

/** The part of both libraries that is needed. */
interface Launcher {
  launch(options: {
    executablePath: string;
    args: string[];
  }): Promise<PageBrowser & { close(): Promise<unknown> }>;
}

/** A library with its launcher: Playwright has one for each engine. */
interface Library {
  readonly default?: Library & Launcher;
  readonly chromium?: Launcher;
}

/** In the order in which they are looked for. */
export const LIBRARIES = ['playwright-core', 'playwright', 'puppeteer-core', 'puppeteer'] as const;

/** No browser can be started; the message says what to do. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
}

/**
 * Starts a browser of the family of Chromium.
 * @param executablePath the program, such as `/usr/bin/chromium`
 * @param folder where one of the libraries is installed
 * @throws {BrowserError}
 */
export async function startBrowser(
  executablePath: string,
  folder: string,
): Promise<PageBrowser & { close(): Promise<unknown> }> {
  const launcher = await launcherFrom(folder);
  // In a container, the user is often root, as whom Chromium has no sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const browser = await launcher.launch({ executablePath, args });
    return { newPage: async (): Promise<BrowserPage> => browser.newPage(), close: () => browser.close() };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new BrowserError(`${executablePath} cannot be started: ${reason}`, { cause: error });
  }
}

async function launcherFrom(folder: string): Promise<Launcher> {
  const { resolve } = createRequire(join(folder, 'package.json'));
  for (const name of LIBRARIES) {
    let file: string;
    try {
      file = resolve(name);
    } catch {
      continue;
    }
    const library = (await import(pathToFileURL(file).href)) as Library;
    const launcher = library.chromium ?? library.default?.chromium ?? library.default;
    if (launcher) return launcher;
  }
  throw new BrowserError(
    'A browser needs one of two libraries in this folder: npm install playwright-core, or npm install puppeteer-core.',
  );
}
