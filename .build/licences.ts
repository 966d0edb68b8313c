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

/** Whose scripts: those that a page loads, those of the receiver with the application that hotlines host, or the tools. */
type Owner = 'page' | 'receiver' | 'tools';

const ownerOf = (map: string): Owner =>
  map.startsWith('dist/tools/')
    ? 'tools'
    : /^dist\/(?:receiver\/|app\/|cli\.)/.test(map)
      ? 'receiver'
      : 'page';

/** The source maps of the scripts of one package. */
export function mapsOf(whose: Owner): string[] {
  return globSync('dist/**/*.js.map', { cwd: root })
    .filter((map) => !map.startsWith('dist/packages/') && ownerOf(map) === whose)
    .map((map) => root + map);
}

/**
 * Writes licences.txt beside the scripts of pages, the modules for bundlers, the application, the receiver and the tools.
 * Throws if a package brings no licence along.
 */
export function writeLicences(): void {
  const among = (whose: Owner, folder: string, isIn = true): string[] =>
    mapsOf(whose).filter((map) => map.startsWith(`${root}dist/${folder}/`) === isIn);
  writeLicencesOf(among('page', 'cdn'), `${root}dist/cdn/licences.txt`);
  writeLicencesOf(among('page', 'cdn', false), `${root}dist/licences.txt`);
  writeLicencesOf(among('receiver', 'app'), `${root}dist/app/licences.txt`);
  writeLicencesOf(mapsOf('receiver'), `${root}dist/receiver/licences.txt`);
  writeLicencesOf(mapsOf('tools'), `${root}dist/tools/licences.txt`);
}
