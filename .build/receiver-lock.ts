// The package and lock files that install a receiver: `npm ci` takes these versions, and checks their hashes.

import { readFileSync } from 'node:fs';
import { lockedWith } from './lock-graph.ts';

/** Fields that concern only our own checkout, where the packages of a receiver are installed for development. */
const HERE = ['dev', 'devOptional', 'peer'];

/** The receiver's manifest, as far as an installation needs it. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: object;
  readonly bin: object;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Both files, for a folder that also holds the archive of the receiver's package. The archive contains them, so they
 * cannot contain its hash. The package is installed from that archive, wherever the archive comes from.
 */
export function receiverInstallation(): { readonly manifest: object; readonly lock: object } {
  const text = readFileSync(new URL('../src/receiver/package.json', import.meta.url), 'utf8');
  const { name, version, license, engines, bin, dependencies } = JSON.parse(text) as Manifest;
  const archive = `file:${name}-${version}.tgz`;
  const folder = { name: 'receiver', dependencies: { [name]: archive }, engines };
  const own = { version, resolved: archive, license, dependencies, bin, engines };
  const entries = [...lockedWith(Object.keys(dependencies))].map(([place, entry]) => [
    place,
    Object.fromEntries(Object.entries(entry).filter(([field]) => !HERE.includes(field))),
  ]);
  return {
    manifest: { ...folder, private: true },
    lock: {
      name: folder.name,
      lockfileVersion: 3,
      requires: true,
      packages: { '': folder, [`node_modules/${name}`]: own, ...Object.fromEntries(entries) },
    },
  };
}
