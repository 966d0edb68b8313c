// The types of every entry of all packages, and of the elements in five frameworks, for the oldest TypeScript that the
// site names and for the newest, `skipLibCheck: false`.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, runIn } from './consumer.ts';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

const readManifest = async (path: string): Promise<Manifest> =>
  JSON.parse(await readFile(path, 'utf8')) as Manifest;

/** A module that imports all of a package that has types. */
function everyEntry(name: string, { exports }: Manifest): string {
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([entry], index) => `export * as entry${index} from '${name}${entry.slice(1)}';\n`)
    .join('');
}

const PACKAGES = ['cliquez-signalez', 'cliquez-signalez-receiver', 'cliquez-signalez-tools'];

/** Compiles modules of an application strictly, with a compiler that is installed there under a name. */
async function compile(
  folder: string,
  compiler: string,
  moduleResolution: 'Bundler' | 'NodeNext',
  include: readonly string[],
): Promise<void> {
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    module: moduleResolution === 'Bundler' ? 'ESNext' : 'NodeNext',
    moduleResolution,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
  const tsc = join('node_modules', compiler, 'bin/tsc');
  assert.equal(await runIn(folder, process.execPath, tsc, '-p', '.'), '');
}

test('every entry has types for the oldest and the newest TypeScript, libraries checked', async (t) => {
  const folder = await install(t, 'types', PACKAGES);
  const installed = (name: string): Promise<Manifest> =>
    readManifest(join(folder, 'node_modules', name, 'package.json'));
  await mkdir(join(folder, 'entries'));
  for (const name of PACKAGES) {
    const entries = everyEntry(name, await installed(name));
    assert.match(entries, /\/(schema|conformance)';/);
    await writeFile(join(folder, 'entries', `${name}.ts`), entries);
  }
  await cp(new URL('../widget/types', import.meta.url), join(folder, 'frameworks'), { recursive: true });

  await t.test('the oldest is the one that the site names', async () => {
    const page = await readFile(new URL('../../demo/site/pages/en/application.md', import.meta.url), 'utf8');
    const [, oldest] = /TypeScript (\d+\.\d+) or newer/.exec(page) ?? [];
    assert.ok((await installed('typescript-oldest')).version.startsWith(`${oldest}.`));
  });

  for (const compiler of ['typescript-oldest', 'typescript'])
    for (const resolution of ['Bundler', 'NodeNext'] as const)
      await t.test(`${compiler}, ${resolution}`, () =>
        compile(folder, compiler, resolution, ['entries', 'frameworks']),
      );

  await t.test('the oldest Preact that its types name', async () => {
    const source = await readFile(new URL('../../src/widget/types/preact.ts', import.meta.url), 'utf8');
    const [, oldest] = /Preact (\d+\.\d+) or newer/.exec(source) ?? [];
    await runIn(folder, 'npm', 'install', `preact@~${oldest}.0`, '--no-audit', '--no-fund');
    await compile(folder, 'typescript-oldest', 'Bundler', ['frameworks/preact.types.tsx']);
  });
});
