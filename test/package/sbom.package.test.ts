// The bill of materials: all third-party code in our files or beside them, with reproducible content.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mapsOf } from '../../.build/licences.ts';
import { billOfMaterials } from '../../.build/sbom.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly purl: string;
  readonly properties?: readonly { readonly name: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The packages: their manifest, their bill, the licences of what they and our packages among theirs contain, and whose scripts they are. */
const PACKAGES = [
  {
    manifest: 'package.json',
    bill: 'dist/sbom.json',
    licences: ['dist/licences.txt', 'dist/cdn/licences.txt'],
    whose: 'page',
  },
  {
    manifest: 'src/receiver/package.json',
    bill: 'dist/receiver/sbom.json',
    licences: ['dist/app/licences.txt', 'dist/receiver/licences.txt'],
    whose: 'receiver',
  },
  {
    manifest: 'src/tools/package.json',
    bill: 'dist/tools/sbom.json',
    licences: ['dist/tools/licences.txt'],
    whose: 'tools',
  },
] as const;

for (const { manifest, bill, licences, whose } of PACKAGES) {
  const text = readFileSync(bill, 'utf8');
  const bom = JSON.parse(text) as Bom;
  const {
    name: ours,
    version: release,
    dependencies = {},
  } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    name: string;
    version: string;
    dependencies?: Record<string, string>;
  };
  const named = (name: string): Component | undefined => bom.components.find((each) => each.name === name);

  test(`${ours}: it names what is installed with the package, and what its files contain`, () => {
    assert.deepEqual([bom.bomFormat, bom.specVersion], ['CycloneDX', '1.5']);
    assert.equal(bom.metadata.component.purl, `pkg:npm/${ours}@${release}`);
    for (const name of Object.keys(dependencies)) assert.equal(named(name)?.scope, 'required', name);
    // Users search the bill for flaws in bundled code, because their lock files do not list it.
    const inFiles = licences.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(/\n-{72}\n\n/)
        .map((part) => part.split('\n', 1)[0]!),
    );
    const bundled = bom.components.filter(({ properties }) => properties?.length).map(({ name }) => name);
    assert.deepEqual(bundled, [...new Set(inFiles)].toSorted());
    for (const name of ['vite', 'typescript', 'react']) assert.equal(named(name), undefined, name);
  });

  test(`${ours}: every package has its version, hash and licence, and what it brings along is there`, () => {
    const refs = new Set([bom.metadata.component['bom-ref']]);
    for (const { name, version, purl, hashes, licenses, 'bom-ref': ref } of bom.components) {
      const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
        version: string;
      };
      assert.equal(version, installed.version, name);
      assert.equal(decodeURIComponent(purl), `pkg:npm/${name}@${version}`);
      assert.deepEqual([hashes?.[0]?.alg, hashes?.[0]?.content.length], ['SHA-512', 128], name);
      assert.equal(licenses?.length, 1, name);
      assert.ok(!refs.has(ref), `${ref} stands there twice`);
      refs.add(ref);
    }
    assert.deepEqual(new Set(bom.dependencies.map(({ ref }) => ref)), refs);
    for (const { ref, dependsOn } of bom.dependencies)
      for (const each of dependsOn) assert.ok(refs.has(each), `${each} of ${ref}`);
  });

  test(`${ours}: two builds are equal: no time, no number of its own, no folder of a machine, no host`, () => {
    const again = billOfMaterials(manifest, mapsOf(whose));
    assert.equal(`${JSON.stringify(again, null, 2)}\n`, text);
    assert.doesNotMatch(text, /timestamp|serialNumber|https?:\/\/(?!cyclonedx\.org\/schema)/);
  });
}
