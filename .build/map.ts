// The generated blocks of the map of the sources: the graph of layers in src/README.md, that of the receiver's rooms, and
// the lists of files in the documents of folders. The graphs come from the lint rules, a list from the first sentence of
// each file.

import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLazyOnly, LAYERS, type Layer } from './lint-rules.ts';
import { put, rewriteGuide } from './guide-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The map itself. */
export const MAP = 'src/README.md';

/** The page of the receiver's rooms. */
export const ROOMS = 'src/receiver/rooms.md';

/** The documents that list the files of their folder, from the project's root. */
export const FILE_LISTS: readonly string[] = globSync('{src,.build}/**/*.md', { cwd: root })
  .filter((path) => /^<!-- files -->$/m.test(readFileSync(root + path, 'utf8')))
  .toSorted();

/** Files of which a folder has one for each language. */
const OF_LANGUAGES = /\/(?:app\/words|i18n\/locales|i18n\/names)\//;

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

const row = (...cells: readonly string[]): string =>
  `|${cells.map((cell) => ` ${cell}`.trimEnd()).join(' |')} |\n`;

/** A row for each layer: the layers that it may import, behind ⇢ those that it may only load by `import()`; its packages. */
export function layersTable(layers: Readonly<Record<string, Layer>>): string {
  const rows = Object.entries(layers).map(([name, { layers: others, packages = [] }]) => {
    const lazy = others.filter((other) => isLazyOnly(name, other));
    const eager = others.filter((other) => !lazy.includes(other));
    const imports = [code(eager), ...(lazy.length > 0 ? [`⇢ ${code(lazy)}`] : [])].join(' ');
    return row(code([name]), imports, code(packages));
  });
  return `${row('layer', 'imports', 'packages')}${row('---', '---', '---')}${rows.join('')}`;
}

/** The first sentence of the comment at the top of a source. Throws if there is none. */
export function firstSentence(source: string, path: string): string {
  const comment = /^(?:#!.*\n)?((?:\/\/.*\n)+)/.exec(source)?.[1];
  if (comment === undefined) throw new Error(`${path} must say in its first line what it owns.`);
  const text = comment
    .replaceAll(/^\/\/ ?/gm, '')
    .replaceAll('\n', ' ')
    .trim();
  return /^.*?[.!?](?= +[\p{Lu}«<`]|$)/u.exec(text)?.[0] ?? text;
}

/** The list of the TypeScript files in a folder, by subfolder. Declarations and files of single languages are left out. */
function filesList(folder: string): string {
  const files = globSync(`${folder}/**/*.ts`, { cwd: root })
    .filter((file) => !OF_LANGUAGES.test(file) && !file.endsWith('.d.ts'))
    .toSorted();
  const line = (path: string): string =>
    `- \`${basename(path)}\`: ${firstSentence(readFileSync(root + path, 'utf8'), path)}\n`;
  return [...new Set(files.map((file) => dirname(file)))]
    .toSorted()
    .map((each) => {
      const heading = each === folder ? '' : `\n**${relative(folder, each)}/**\n\n`;
      return (
        heading +
        files
          .filter((file) => dirname(file) === each)
          .map(line)
          .join('')
      );
    })
    .join('');
}

const RECEIVER = 'receiver/';

const isRoom = (layer: string): boolean => layer.startsWith(RECEIVER);

/** A layer as the page of the rooms names it. */
const seenFromRooms = (layer: string): string =>
  isRoom(layer) ? layer.slice(RECEIVER.length) : `../${layer}`;

/** The map with its graph of layers; the rooms of the receiver stand in their own page. */
export const withLayers = (map: string): string =>
  put(
    map,
    'layers',
    layersTable(Object.fromEntries(Object.entries(LAYERS).filter(([layer]) => !isRoom(layer)))),
  );

/** The page of the receiver's rooms with their graph. */
export function withRooms(page: string): string {
  const rooms = Object.entries(LAYERS)
    .filter(([layer]) => isRoom(layer))
    .map(([layer, room]) => [seenFromRooms(layer), { ...room, layers: room.layers.map(seenFromRooms) }]);
  return put(page, 'layers', layersTable(Object.fromEntries(rooms) as Record<string, Layer>));
}

/** A document of a folder with its list of files. */
export const withFiles = (document: string, path: string): string =>
  put(document, 'files', filesList(dirname(path)));

/** Brings the map and the documents of folders up to date. */
export function writeMap(): void {
  rewriteGuide(MAP, withLayers);
  rewriteGuide(ROOMS, withRooms);
  for (const path of FILE_LISTS) rewriteGuide(path, (document) => withFiles(document, path));
}
