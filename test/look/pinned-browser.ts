// The browser of the pictures: one build of Chromium with fonts of its own, both out of npm packages, so that a picture
// is the same on every machine. The system's Chromium changes with each security update, and its fonts with the system.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';

// Its own `executablePath()` is not used: it takes whatever stands in the temporary folder, of any version, and brings
// fonts and settings of its own. What it ships is an ordinary headless Chromium, compressed.
const shipped = new URL('..', import.meta.resolve('@sparticuz/chromium'));
const cache = new URL('../../node_modules/.cache/look/', import.meta.url);

/** Where the browser stands, unpacked: a moment the first time, and again only for another version. */
export async function unpackPinned(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('package.json', shipped), 'utf8')) as {
    version: string;
  };
  const unpacked = fileURLToPath(new URL(`chromium-${version}`, cache));
  if (existsSync(unpacked)) return unpacked;
  await mkdir(cache, { recursive: true });
  // Under another name until it is whole: two runs may do this at once.
  const partial = `${unpacked}.${process.pid}`;
  await pipeline(
    createReadStream(new URL('bin/chromium.br', shipped)),
    createBrotliDecompress(),
    createWriteStream(partial, { mode: 0o755 }),
  );
  await rename(partial, unpacked);
  return unpacked;
}

/** Starts the browser of the pictures. */
export async function launchPinned(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`The pictures are taken on Linux, x64. This is ${process.platform}, ${process.arch}.`);
  return puppeteer.launch({
    executablePath: await unpackPinned(),
    headless: 'shell',
    args: [
      '--no-sandbox',
      '--lang=fr',
      // What is drawn must depend neither on the graphics card nor on what the processor can do, nor on the screen.
      '--disable-gpu',
      '--disable-skia-runtime-opts',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    // People with a mouse see scrollbars, and the layout must stand them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    env: {
      ...process.env,
      FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
      // Else another version of fontconfig could leave a cache there that this one does not understand.
      XDG_CACHE_HOME: fileURLToPath(cache),
    },
  });
}
