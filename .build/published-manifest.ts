// The manifests as they are published. Those of workspaces name sources, for the clone; published ones name what the
// build makes of them.

import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** The fields of a manifest that are for those who install the package. Scripts and tools are for its developers. */
const PUBLISHED = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'type',
  'engines',
  'sideEffects',
  'customElements',
  'web-types',
  'bin',
  'exports',
  'dependencies',
] as const;

/** The program of each workspace. The receiver's is named in its operators' units. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'src/receiver': 'dist/cli.js',
  'src/tools': 'dist/tools/cli.js',
};

/** An entry of a package: a file, or a module with its declarations. One without `default` has types only. */
type Entry = string | { readonly types: string; readonly default?: string };

/** A published manifest, as far as the build reads it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
  readonly sideEffects: readonly string[];
  readonly exports: Readonly<Record<string, Entry>>;
  readonly engines?: object;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** An entry of a workspace: a source becomes its module and its declarations. */
function builtEntry(folder: string, entry: Entry): Entry {
  if (typeof entry !== 'string' || !entry.endsWith('.ts')) return entry;
  const module = `./dist/${basename(folder)}/${entry.slice('./'.length, -'.ts'.length)}`;
  return { types: `${module}.d.ts`, default: `${module}.js` };
}

/** The fields of a workspace's manifest that name sources, as they are published. */
function builtFields(folder: string, { bin = {}, exports }: Manifest): Partial<Manifest> {
  const program = PROGRAMS[folder];
  if (program === undefined) return {};
  return {
    sideEffects: [`./${program}`],
    bin: Object.fromEntries(Object.keys(bin).map((name) => [name, program])),
    exports: Object.fromEntries(
      Object.entries(exports).map(([name, entry]) => [name, builtEntry(folder, entry)]),
    ),
  };
}

/** The published manifest of a package. @param path its manifest here, from the root of the project */
export function publishedManifest(path: string): Manifest {
  const source = JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Manifest;
  const manifest: Manifest = { ...source, ...builtFields(dirname(path), source) };
  const sideEffects = manifest.sideEffects.filter((file) => file.startsWith('./dist/'));
  const published = Object.entries({ ...manifest, sideEffects }).filter(([field]) =>
    (PUBLISHED as readonly string[]).includes(field),
  );
  return Object.fromEntries(published) as unknown as Manifest;
}
