// The package and lock files that install a receiver: `npm ci` takes these versions, and checks their hashes.

import { lockedWith, ownFolder } from './lock-graph.ts';
import { publishedManifest, type Manifest } from './published-manifest.ts';

/** Fields that concern only our own checkout, where the packages of a receiver are installed for development. */
const HERE = ['dev', 'devOptional', 'peer'];

/** The archive that `npm pack` makes of a package of ours. */
const archiveOf = ({ name, version }: Manifest): string => `file:${name}-${version}.tgz`;

/** A package of ours, as a lock file lists it. The archive is in the folder. */
const entryOf = (manifest: Manifest): object => {
  const { version, license, dependencies, bin, engines } = manifest;
  return { version, resolved: archiveOf(manifest), license, dependencies, bin, engines };
};

/**
 * Both files, for a folder that also holds the archives of the receiver's package and of the tools, on which it depends.
 * The receiver's archive contains these files, so they cannot contain its hash. Both packages are installed from these
 * archives, wherever the archives come from.
 */
export function receiverInstallation(): { readonly manifest: object; readonly lock: object } {
  const receiver = publishedManifest('src/receiver/package.json');
  const locked = [...lockedWith(Object.keys(receiver.dependencies ?? {}))];
  const folders = locked.flatMap(([place]) => ownFolder(place) ?? []);
  const ours = [receiver, ...folders.map((folder) => publishedManifest(`${folder}/package.json`))];
  const folder = {
    name: 'receiver',
    dependencies: Object.fromEntries(ours.map((manifest) => [manifest.name, archiveOf(manifest)])),
    engines: receiver.engines,
  };
  const others = locked
    .filter(([place]) => ownFolder(place) === undefined)
    .map(([place, entry]) => [
      place,
      Object.fromEntries(Object.entries(entry).filter(([field]) => !HERE.includes(field))),
    ]);
  return {
    manifest: { ...folder, private: true },
    lock: {
      name: folder.name,
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': folder,
        ...Object.fromEntries(ours.map((manifest) => [`node_modules/${manifest.name}`, entryOf(manifest)])),
        ...Object.fromEntries(others),
      },
    },
  };
}
