// The package as published, packed and checked by publint and « are the types wrong ».
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const folder = mkdtempSync(join(tmpdir(), 'publish-'));
after(() => rmSync(folder, { recursive: true }));

const [{ filename, files }] = JSON.parse(
  // Without scripts, because they would build.
  execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
const tarball = new Uint8Array(readFileSync(join(folder, filename)));
const paths = files.map(({ path }) => path);

test('what is packed is what is meant to be', () => {
  for (const path of [
    'LICENSE',
    'README.md',
    'custom-elements.json',
    'dist/index.js',
    'dist/web-types.json',
    'dist/vscode.html-custom-data.json',
    'dist/types/react.d.ts',
  ])
    assert.ok(paths.includes(path), path);
  const foreign = paths.filter((path) => /^(src|test|demo|node_modules)\/|(^|\/)\./.test(path));
  // The guides that the README links to.
  assert.deepEqual(foreign, ['src/receiver/README.md', 'src/theme/README.md']);
});

test('publint has nothing to say, not even a suggestion', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

/** This package has ES modules alone: older TypeScript and `require` are not supported. */
const NOT_FOR_MODULES = new Set(['node10', 'node16-cjs']);

test('its types are right for everybody who imports it', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  assert.ok(analysis.types, 'it has types');
  for (const entry of ['.', './define', './receiver', './types/react', './types/vue', './types/svelte']) {
    const resolutions = analysis.entrypoints[entry]?.resolutions;
    assert.match(resolutions?.['node16-esm'].resolution?.fileName ?? '', /\.d\.ts$/, entry);
    assert.match(resolutions?.bundler.resolution?.fileName ?? '', /\.d\.ts$/, entry);
  }
  const wrong = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem && NOT_FOR_MODULES.has(problem.resolutionKind)),
  );
  assert.deepEqual(wrong, []);
});
