// The package and lock files that install a receiver: `npm ci` takes these versions, and checks their hashes.

import { lockedWith } from './lock-graph.ts';
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
 * Both files, for a folder that also holds the archive of the receiver's package. The archive contains these files, so
 * they cannot contain its hash. It is installed from this archive, wherever the archive comes from.
 */
export function receiverInstallation(): { readonly manifest: object; readonly lock: object } {
  const receiver = publishedManifest('src/receiver/package.json');
  const locked = [...lockedWith(Object.keys(receiver.dependencies ?? {}))];
  const folder = {
    name: 'receiver',
    dependencies: { [receiver.name]: archiveOf(receiver) },
    engines: receiver.engines,
  };
  const others = locked.map(([place, entry]) => [
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
        [`node_modules/${receiver.name}`]: entryOf(receiver),
        ...Object.fromEntries(others),
      },
    },
  };
}
