// The bills of materials: the packages that a package of ours contains or requires (CycloneDX 1.5), from the lock file
// alone.
// `npm sbom` writes this format too, but with a number and a time that differ at each run, under the name of the
// folder, and without bundled packages, which are installed only for development.

import { bundledPackages } from './licences.ts';
import { broughtBy, lockedAlone, lockedWith, nameAt, sorted, type LockedPackage } from './lock-graph.ts';
import { publishedManifest } from './published-manifest.ts';

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licencesOf = (text: string | undefined): object =>
  text === undefined
    ? {}
    : { licenses: [/\s/.test(text) ? { expression: text } : { license: { id: text } }] };

const hashesOf = ({ integrity = '' }: LockedPackage): object => {
  const [, content] = /^sha512-(\S+)$/.exec(integrity) ?? [];
  return content
    ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] }
    : {};
};

const placesOf = (names: readonly string[] = []): string[] => names.map((each) => `node_modules/${each}`);

/**
 * The bill of materials of one package: the packages that are installed with it, and those that its files contain,
 * which are marked as bundled. Identical sources give identical bytes.
 * @param path the manifest, from the root of the project
 * @param maps source maps of the built scripts, which name the bundled packages
 */
export function billOfMaterials(path: string, maps: readonly string[]): object {
  const { name, version, license, description, dependencies = {} } = publishedManifest(path);
  const installed = Object.keys(dependencies);
  const bundled = new Set(bundledPackages(maps));
  const all = sorted(new Map([...lockedWith(installed), ...lockedAlone([...bundled])]));
  const refOf = (place: string): string => `${nameAt(place)}@${all.get(place)?.version}`;
  const root = `${name}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': root,
        type: 'library',
        name,
        version,
        description,
        purl: purl(name, version),
        ...licencesOf(license),
      },
    },
    components: [...all].map(([place, locked]) => ({
      'bom-ref': refOf(place),
      type: 'library',
      name: nameAt(place),
      version: locked.version,
      scope: 'required',
      purl: purl(nameAt(place), locked.version),
      ...(bundled.has(nameAt(place)) && {
        properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }],
      }),
      ...hashesOf(locked),
      ...licencesOf(locked.license),
    })),
    dependencies: [
      {
        ref: root,
        dependsOn: placesOf([...new Set([...installed, ...bundled])])
          .map(refOf)
          .toSorted(),
      },
      ...[...all.keys()].map((place) => ({
        ref: refOf(place),
        dependsOn: [...broughtBy(place)].filter((each) => all.has(each)).map(refOf),
      })),
    ],
  };
}
