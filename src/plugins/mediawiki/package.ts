// Packs the MediaWiki extension: `npm run mediawiki` builds, and writes dist/mediawiki/CliquezSignalez.tgz.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pluginFiles } from '../php/plugin.ts';
import { tarGz } from '../tar.ts';

const NAME = 'CliquezSignalez';
const ARCHIVE = new URL(`../../../dist/mediawiki/${NAME}.tgz`, import.meta.url);

/** The archive. Each run gives identical bytes. */
export const packMediaWikiExtension = (): Buffer =>
  tarGz(
    [...pluginFiles(new URL(`${NAME}/`, import.meta.url))].map(([path, content]) => [
      `${NAME}/${path}`,
      content,
    ]),
  );

if (import.meta.main) {
  mkdirSync(dirname(fileURLToPath(ARCHIVE)), { recursive: true });
  writeFileSync(ARCHIVE, packMediaWikiExtension());
  console.log(`dist/mediawiki/${NAME}.tgz\nUnpack it in the folder extensions/ of the wiki.`);
}
