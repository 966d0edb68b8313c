// Packs the SPIP plugin: `npm run spip` builds, and writes dist/spip/cliquez_signalez.zip.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pluginFiles } from '../php/plugin.ts';
import { zip } from '../zip.ts';

const NAME = 'cliquez_signalez';
const ARCHIVE = new URL(`../../../dist/spip/${NAME}.zip`, import.meta.url);

/** The archive. Each run gives identical bytes. */
export const packSpipPlugin = (): Buffer =>
  zip(
    [...pluginFiles(new URL(`${NAME}/`, import.meta.url))].map(([path, content]) => [
      `${NAME}/${path}`,
      content,
    ]),
  );

if (import.meta.main) {
  mkdirSync(dirname(fileURLToPath(ARCHIVE)), { recursive: true });
  writeFileSync(ARCHIVE, packSpipPlugin());
  console.log(`dist/spip/${NAME}.zip\nUnpack it in the folder plugins/ of the site.`);
}
