// The bill of materials: all third-party code in our files or beside them, with reproducible content.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
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

const text = readFileSync(new URL('../../dist/sbom.json', import.meta.url), 'utf8');
const bom = JSON.parse(text) as Bom;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};
const named = (name: string): Component | undefined => bom.components.find((each) => each.name === name);

test('it names what is installed with the package, what a receiver installs besides, and what stands in the files', () => {
  assert.deepEqual([bom.bomFormat, bom.specVersion], ['CycloneDX', '1.5']);
  assert.equal(bom.metadata.component.purl, `pkg:npm/${manifest.name}@${manifest.version}`);
  for (const name of Object.keys(manifest.dependencies)) assert.equal(named(name)?.scope, 'required', name);
  for (const name of Object.keys(manifest.peerDependencies)) assert.ok(named(name), name);
  // Users search the bill for flaws in bundled code, because their lock files do not list it.
  const inFiles = ['dist/licences.txt', 'dist/cdn/licences.txt'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/\n-{72}\n\n/)
      .map((part) => part.split('\n', 1)[0]!),
  );
  const bundled = bom.components.filter(({ properties }) => properties?.length).map(({ name }) => name);
  assert.deepEqual(bundled, [...new Set(inFiles)].toSorted());
  for (const name of ['vite', 'typescript', 'vue']) assert.equal(named(name), undefined, name);
});

test('every package has its version, hash and licence, and what it brings along is there', () => {
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

test('two builds are equal: no time, no number of its own, no folder of a machine, no host', () => {
  const again = billOfMaterials(globSync('dist/**/*.js.map', { cwd: process.cwd() }));
  assert.equal(`${JSON.stringify(again, null, 2)}\n`, text);
  assert.doesNotMatch(text, /timestamp|serialNumber|https?:\/\/(?!cyclonedx\.org\/schema)/);
});
