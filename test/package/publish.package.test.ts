// The packages as published, packed and checked by publint and « are the types wrong ».
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const folder = mkdtempSync(join(tmpdir(), 'publish-'));
after(() => rmSync(folder, { recursive: true }));

/** The packages as they are published, and their entries with types. */
const PACKAGES = {
  'cliquez-signalez': [
    '.',
    './define',
    './define-form',
    './schema',
    './types/preact',
    './types/react',
    './types/solid',
    './types/svelte',
    './types/vue',
  ],
  'cliquez-signalez-receiver': ['.', './schema'],
  'cliquez-signalez-tools': ['./conformance', './page-check'],
};

/** This package has ES modules alone: older TypeScript and `require` are not supported. */
const NOT_FOR_MODULES = new Set(['node10', 'node16-cjs']);

/**
 * Most bytes of a package once it is installed. Of the button's, a third are languages: the strings that load after the
 * first step stand there once, for npm and for script tags. Of the receiver's, half are the application's; the page for
 * analysts brings the form's words in French and in English, the program the commands of the tools.
 */
const MAX_UNPACKED = {
  'cliquez-signalez': 3_000_000,
  'cliquez-signalez-receiver': 2_800_000,
  'cliquez-signalez-tools': 520_000,
};

for (const [name, entries] of Object.entries(PACKAGES)) {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', `./dist/packages/${name}`, '--json', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [
    {
      readonly filename: string;
      readonly unpackedSize: number;
      readonly files: readonly { readonly path: string }[];
    },
  ];
  const tarball = new Uint8Array(readFileSync(join(folder, packed.filename)));
  const paths = packed.files.map(({ path }) => path);

  test(`${name}: what is packed is what is meant to be`, () => {
    const needed = {
      'cliquez-signalez': [
        'README.fr.md',
        'custom-elements.json',
        'dist/index.js',
        'dist/web-types.json',
        'dist/vscode.html-custom-data.json',
        'dist/types/react.d.ts',
        'dist/cdn/cliquez-signalez.js',
        'dist/cdn/frame.html',
      ],
      'cliquez-signalez-receiver': [
        'dist/cli.js',
        'dist/openapi.json',
        'dist/deployment/package-lock.json',
        'dist/app/index.html',
        'dist/app/worker.js',
        'dist/app/app.webmanifest',
        'dist/app/neutral-maskable-512.png',
        'dist/app/licences.txt',
      ],
      'cliquez-signalez-tools': ['dist/tools/cli.js', 'dist/tools/licences.txt', 'dist/tools/sbom.json'],
    };
    for (const path of ['LICENSE', 'README.md', 'package.json', ...needed[name as keyof typeof needed]])
      assert.ok(paths.includes(path), path);
    const foreign = paths.filter((path) => /^(src|test|demo|node_modules)\/|(^|\/)\.|\.map$/.test(path));
    // The guide that the README links to.
    assert.deepEqual(foreign, name === 'cliquez-signalez' ? ['src/widget/theme/README.md'] : []);
    assert.ok(
      packed.unpackedSize <= MAX_UNPACKED[name as keyof typeof MAX_UNPACKED],
      `${packed.unpackedSize} bytes`,
    );
  });

  test(`${name}: nobody who installs it runs a script, and no link of its documents is dead`, () => {
    const place = join('dist/packages', name);
    const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as object;
    for (const field of ['scripts', 'devDependencies', 'peerDependencies', 'private'])
      assert.ok(!(field in manifest), field);
    for (const document of paths.filter((path) => path.endsWith('.md')))
      for (const [, target = ''] of readFileSync(join(place, document), 'utf8').matchAll(
        /(?:\]\(|\b(?:src|href)=")(?!https?:|#|mailto:)([^)#\s"]+)/g,
      ))
        assert.ok(existsSync(join(place, dirname(document), target)), `${document}: ${target}`);
  });

  test(`${name}: publint has nothing to say, not even a suggestion`, async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  test(`${name}: its types are right for everybody who imports it`, async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    assert.ok(analysis.types, 'it has types');
    for (const entry of entries) {
      const resolutions = analysis.entrypoints[entry]?.resolutions;
      assert.match(resolutions?.['node16-esm'].resolution?.fileName ?? '', /\.d\.ts$/, entry);
      assert.match(resolutions?.bundler.resolution?.fileName ?? '', /\.d\.ts$/, entry);
    }
    const wrong = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem && NOT_FOR_MODULES.has(problem.resolutionKind)),
    );
    assert.deepEqual(wrong, []);
  });

  // `npm run test:consumers` does the same with a real installation, and with the oldest TypeScript.
  test(`${name}: its types need no package but lit and zod, which it depends on`, () => {
    const application = join(folder, `types-of-${name}`);
    const installed = join(application, 'node_modules', name);
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', installed, '--strip-components=1']);
    const { dependencies = {} } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies?: object;
    };
    for (const dependency of ['lit', 'zod'].filter((each) => each in dependencies))
      symlinkSync(resolve('node_modules', dependency), join(application, 'node_modules', dependency));
    const modules = entries
      .filter((entry) => !entry.startsWith('./types/'))
      .map((entry, index) => `export * as entry${index} from '${name}${entry.slice(1)}';`);
    writeFileSync(join(application, 'entries.ts'), modules.join('\n'));
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'NodeNext',
      typeRoots: [resolve('node_modules/@types')],
      types: ['node'],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(
      join(application, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['entries.ts'] }),
    );
    const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', application], { encoding: 'utf8' });
    assert.equal(stdout, '');
  });
}
