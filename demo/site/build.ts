// `npm run site`: the site in dist/site, from Markdown, the demo's tools, and the files of the build.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDownloads } from './downloads.ts';
import { writePages } from './generator.ts';
import { bundleScripts, TOOL_STYLES, toolPages } from './tools.ts';

const root = new URL('../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

/** The folder that `npm run site` fills. */
export const SITE = at('dist/site/');

/** Pictures of the first page: the open form in a window and on a phone, light and dark. */
const PICTURES = [1280, 390].flatMap((width) =>
  ['signal', 'dark'].map((scheme) => `${scheme}-what-chosen-${width}.png`),
);

/** The files of dist/cdn that a web site serves, with their hashes. */
function copyWidget(folder: string): void {
  const integrity = JSON.parse(readFileSync(at('dist/cdn/integrity.json'), 'utf8')) as object;
  mkdirSync(`${folder}/cdn`, { recursive: true });
  for (const file of [
    ...Object.keys(integrity),
    'integrity.json',
    'snippets.json',
    'licences.txt',
    'reserve.css',
  ])
    cpSync(at(`dist/cdn/${file}`), `${folder}/cdn/${file}`);
  cpSync(at('dist/cdn/themes'), `${folder}/cdn/themes`, { recursive: true });
}

/**
 * Builds the site.
 * @throws where the library is not built
 */
export async function buildSite(folder: string = SITE): Promise<void> {
  if (!existsSync(at('dist/cdn/integrity.json')))
    throw new Error('The library is not built yet. Build it first: npm run build');
  rmSync(folder, { recursive: true, force: true });
  copyWidget(folder);
  for (const style of ['site', 'sheets'])
    cpSync(at(`demo/site/styles/${style}.css`), `${folder}/${style}.css`);
  cpSync(at('demo/pages/favicon.svg'), `${folder}/favicon.svg`);
  for (const picture of PICTURES)
    cpSync(at(`test/look/reference/${picture}`), `${folder}/pictures/${picture}`);
  for (const file of ['report.schema.json', 'openapi.json']) cpSync(at(`dist/${file}`), `${folder}/${file}`);
  cpSync(at('test/core/data/follow-up-codes.json'), `${folder}/follow-up-codes.json`);
  cpSync(at('demo/site/doorway.html'), `${folder}/index.html`);
  for (const style of TOOL_STYLES) cpSync(at(`demo/pages/${style}.css`), `${folder}/tools/${style}.css`);
  for (const [url, text] of Object.entries(toolPages())) {
    mkdirSync(dirname(folder + url), { recursive: true });
    writeFileSync(folder + url, text);
  }
  writeDownloads(folder);
  await bundleScripts(folder);
  await writePages(folder);
}

if (import.meta.main) {
  const start = performance.now();
  await buildSite();
  console.log(`The site is in dist/site (${Math.round(performance.now() - start)} ms).`);
}
