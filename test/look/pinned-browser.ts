// The browser of the pictures: one build of Chromium with its own fonts, both from npm packages, so that a picture is
// the same on every machine. The system's Chromium changes with each security update, and its fonts change with the
// system.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';

// The package's own `executablePath()` is not used: it accepts any version found in the temporary folder, and adds
// fonts and settings of its own. The package ships an ordinary headless Chromium, compressed.
const shipped = new URL('..', import.meta.resolve('@sparticuz/chromium'));
const cache = new URL('../../node_modules/.cache/look/', import.meta.url);

/** Unpacks the browser and returns its path. This takes a moment the first time, and again only for another version. */
export async function unpackPinned(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('package.json', shipped), 'utf8')) as {
    version: string;
  };
  const unpacked = fileURLToPath(new URL(`chromium-${version}`, cache));
  if (existsSync(unpacked)) return unpacked;
  await mkdir(cache, { recursive: true });
  // The browser unpacks under a temporary name, because two runs may unpack at once.
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
      // The rendering must not depend on the graphics card, on the features of the processor, or on the screen.
      '--disable-gpu',
      '--disable-skia-runtime-opts',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    // Mouse users see scrollbars, and the layout must allow for them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    env: {
      ...process.env,
      FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
      // Otherwise another version of fontconfig could leave a cache that this version does not understand.
      XDG_CACHE_HOME: fileURLToPath(cache),
    },
  });
}
