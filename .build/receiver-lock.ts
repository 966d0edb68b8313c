// The package and lock files that install a receiver: `npm ci` takes these versions, and checks their hashes.

import { readFileSync } from 'node:fs';
import { lockedWith } from './lock-graph.ts';

type Names = Readonly<Record<string, unknown>>;

/** Fields that concern only our own checkout, where the packages of a receiver are installed for development. */
const HERE = ['dev', 'devOptional', 'peer'];

/**
 * Both files, for a folder that also holds the archive of this package. The archive contains them, so they cannot
 * contain its hash. The package is installed from that archive, wherever the archive comes from.
 */
export function receiverInstallation(): { readonly manifest: object; readonly lock: object } {
  const ours = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, version, license, engines, bin, peerDependenciesMeta } = ours;
  const [dependencies, peerDependencies] = [ours['dependencies'] as Names, ours['peerDependencies'] as Names];
  const asked = Object.keys(peerDependencies);
  const locked = lockedWith([...Object.keys(dependencies), ...asked]);
  const archive = `file:${String(name)}-${String(version)}.tgz`;
  const receiver = {
    name: 'cliquez-signalez-receiver',
    dependencies: {
      ...Object.fromEntries(asked.map((each) => [each, locked.get(`node_modules/${each}`)?.version])),
      [String(name)]: archive,
    },
  };
  const entries = [...locked].map(([place, entry]) => [
    place,
    Object.fromEntries(Object.entries(entry).filter(([field]) => !HERE.includes(field))),
  ]);
  const own = {
    version,
    resolved: archive,
    license,
    dependencies,
    bin,
    engines,
    peerDependencies,
    peerDependenciesMeta,
  };
  return {
    manifest: { ...receiver, private: true },
    lock: {
      name: receiver.name,
      lockfileVersion: 3,
      requires: true,
      packages: { '': receiver, [`node_modules/${String(name)}`]: own, ...Object.fromEntries(entries) },
    },
  };
}
