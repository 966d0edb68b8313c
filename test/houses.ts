// The houses of the project: the tests of each, and which houses stand on it.

import { LAYERS } from '../.build/lint-rules.ts';

const houseOf = (layer: string): string => layer.split('/')[0]!;

/** The houses, each above those that stand on it. `command-line` is no house: receiver and tools share it. */
export const HOUSES: readonly string[] = [...new Set(Object.keys(LAYERS).map(houseOf))].filter(
  (name) => name !== 'command-line',
);

/** Whether a file is one of the house's own tests; paths start at the root of the project. */
export const isOf =
  (house: string) =>
  (file: string): boolean =>
    file.replaceAll('\\', '/').startsWith(`test/${house}/`);

/** The houses that import a house, directly or by others. */
export function standingOn(house: string): string[] {
  const found = new Set([house]);
  // A row imports the rows above it alone, so one turn finds all.
  for (const [name, { layers }] of Object.entries(LAYERS))
    if (layers.some((other) => found.has(houseOf(other)))) found.add(houseOf(name));
  found.delete(house);
  return [...found];
}
