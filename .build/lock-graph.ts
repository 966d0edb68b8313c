// Reads package-lock.json: the dependencies of each package, with their versions and hashes. A package of ours is a link
// to its folder there.

import { readFileSync } from 'node:fs';

/** A package in the lock file; fields that this type does not list are kept unchanged. */
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

/** A package of ours, where others find it. */
interface Link {
  readonly link: true;
  readonly resolved: string;
}

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage | Link>>;
};

const isLink = (locked: LockedPackage | Link): locked is Link => 'link' in locked;

/** The place of a dependency, found from the place of its dependent by the rules of Node. */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?!.*\/node_modules\/).*$/, '')) {
    const place = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

/** The places of a package's direct dependencies, without optional packages that are not locked. */
export const broughtBy = (place: string): string[] => {
  const { dependencies, optionalDependencies } = lockedAt(place);
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
    (name) => placeOf(name, place) ?? [],
  );
};

/** Packages in the order of their places. */
export const sorted = (locked: Locked): Locked =>
  new Map([...locked].toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The packages of these names, without their dependencies. */
export const lockedAlone = (names: readonly string[]): Locked =>
  new Map(names.map((name) => [`node_modules/${name}`, lockedAt(`node_modules/${name}`)]));

function lockedAt(place: string): LockedPackage {
  const locked = packages[place];
  if (!locked) throw new Error(`${place} is not in package-lock.json.`);
  return isLink(locked) ? lockedAt(locked.resolved) : locked;
}

/** The packages of these names and all their dependencies. */
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
