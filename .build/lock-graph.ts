// What package-lock.json says of packages: which ones another one brings along, at which version, with which hash.

import { readFileSync } from 'node:fs';

/** A package as the lock file has it; a field that is not named here is kept as it is. */
export interface LockedPackage {
  readonly version: string;
  /** Hash of the archive, as Subresource Integrity writes it. */
  readonly integrity?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages by their place, such as `node_modules/pg/node_modules/x`. */
export type Locked = ReadonlyMap<string, LockedPackage>;

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

/** Where a package that stands somewhere finds one that it asks for by name, as Node looks for it. */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?!.*\/node_modules\/).*$/, '')) {
    const place = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

/** The places of what a package brings along itself; an optional package that is not locked is left out. */
export const broughtBy = (place: string): string[] => {
  const { dependencies, optionalDependencies } = packages[place] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
    (name) => placeOf(name, place) ?? [],
  );
};

/** Packages in the order of their places. */
export const sorted = (locked: Locked): Locked =>
  new Map([...locked].toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The packages of these names, without what they bring along. */
export const lockedAlone = (names: readonly string[]): Locked =>
  new Map(names.map((name) => [`node_modules/${name}`, lockedAt(`node_modules/${name}`)]));

function lockedAt(place: string): LockedPackage {
  const locked = packages[place];
  if (!locked) throw new Error(`${place} is not in package-lock.json.`);
  return locked;
}

/** The packages of these names and all that they bring along. */
export function lockedWith(names: readonly string[]): Locked {
  const found = new Map<string, LockedPackage>();
  const add = (place: string): void => {
    if (found.has(place)) return;
    found.set(place, lockedAt(place));
    broughtBy(place).forEach(add);
  };
  for (const name of names) add(`node_modules/${name}`);
  return sorted(found);
}

/** Name of the package at a place. */
export const nameAt = (place: string): string => place.replace(/^.*node_modules\//, '');
