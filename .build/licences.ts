// The licences of the packages inside our files: a server or an installation of those files passes the licences on.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages whose code some scripts contain, according to the source maps. */
export function bundledPackages(maps: readonly string[]): string[] {
  const sources = maps.flatMap(
    (map) => (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources,
  );
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names.flat())].toSorted();
}

function writeLicencesOf(maps: readonly string[], file: string): void {
  const texts = bundledPackages(maps).map((name) => {
    const [licence] = globSync(`${root}node_modules/${name}/LICEN[CS]E*`);
    if (!licence) throw new Error(`${name} brings no licence along.`);
    return `${name}\n\n${readFileSync(licence, 'utf8').trim()}\n`;
  });
  writeFileSync(file, texts.join(`\n${'-'.repeat(72)}\n\n`));
}

/**
 * Writes dist/cdn/licences.txt for the scripts of pages, and dist/licences.txt for what Node and bundlers load.
 * Throws where a package brings no licence along.
 */
export function writeLicences(): void {
  const all = globSync(`${root}dist/**/*.js.map`);
  const ofPages = all.filter((map) => map.startsWith(`${root}dist/cdn/`));
  writeLicencesOf(ofPages, `${root}dist/cdn/licences.txt`);
  writeLicencesOf(
    all.filter((map) => !ofPages.includes(map)),
    `${root}dist/licences.txt`,
  );
}
