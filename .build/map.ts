// The tables of layers in the map of the sources and in the page of the receiver's rooms, made from the lint rules.

import { isLazyOnly, LAYERS, type Layer } from './lint-rules.ts';
import { put, rewriteGuide } from './guide-blocks.ts';

/** The map itself. */
export const MAP = 'src/README.md';

/** The page of the receiver's rooms. */
export const ROOMS = 'src/receiver/rooms.md';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

const row = (...cells: readonly string[]): string =>
  `|${cells.map((cell) => ` ${cell}`.trimEnd()).join(' |')} |\n`;

/**
 * A row for each layer: the layers that it may import, behind ⇢ those that it may only load by `import()`; its packages.
 * A room of the same house stands without its house: `/form`.
 */
export function layersTable(layers: Readonly<Record<string, Layer>>): string {
  const rows = Object.entries(layers).map(([name, { layers: others, packages = [] }]) => {
    const house = `${name.split('/')[0]}/`;
    const isLazy = (other: string): boolean => isLazyOnly(name, other);
    const short = (names: readonly string[]): string =>
      code(names.map((other) => (other.startsWith(house) ? other.slice(house.length - 1) : other)));
    const lazy = others.filter(isLazy);
    const imports = [
      short(others.filter((other) => !isLazy(other))),
      ...(lazy.length > 0 ? [`⇢ ${short(lazy)}`] : []),
    ].join(' ');
    return row(code([name]), imports, code(packages));
  });
  return `${row('layer', 'imports', 'packages')}${row('---', '---', '---')}${rows.join('')}`;
}

const isRoom = (layer: string): boolean => layer.startsWith('receiver/');

const tableOf = (isShown: (layer: string) => boolean): string =>
  layersTable(Object.fromEntries(Object.entries(LAYERS).filter(([layer]) => isShown(layer))));

/** The map with its table of layers; the rooms of the receiver stand in their own page. */
export const withLayers = (map: string): string =>
  put(
    map,
    'layers',
    tableOf((layer) => !isRoom(layer)),
  );

/** The page of the receiver's rooms with their table. */
export const withRooms = (page: string): string => put(page, 'layers', tableOf(isRoom));

/** Brings the map and the page of the rooms up to date. */
export function writeMap(): void {
  rewriteGuide(MAP, withLayers);
  rewriteGuide(ROOMS, withRooms);
}
