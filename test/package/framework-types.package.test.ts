// The types of the elements in five frameworks, compiled as an application that installs the package and them sees them;
// and the types of the examples.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../../demo/frameworks/packages.ts';

/** What TypeScript says of a project. */
const compile = (project: string): string =>
  spawnSync('node_modules/.bin/tsc', ['-p', project], { encoding: 'utf8' }).stdout;

/** An application with the published package, the frameworks, and the tests of the types. */
function application(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'framework-types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const modules = join(folder, 'node_modules');
  cpSync('dist/packages/cliquez-signalez', join(modules, 'cliquez-signalez'), { recursive: true });
  const link = (name: string, from: string): void => {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(from, name), join(modules, name));
  };
  const frameworks = fileURLToPath(installPackages());
  for (const name of ['preact', 'solid-js', 'svelte', 'vue']) link(name, frameworks);
  for (const name of ['lit', 'zod', '@types/react']) link(name, resolve('node_modules'));
  cpSync('test/widget/types', join(folder, 'types'), { recursive: true });
  return folder;
}

test('the elements have types in each framework, and mistakes are found', (t) => {
  const folder = application(t);
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    jsx: 'react-jsx',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['types'] }));
  assert.equal(compile(folder), '');
});

test('the examples of frameworks have no mistake of types', () => {
  installPackages();
  assert.equal(compile('demo/frameworks'), '');
});
