// The code that the site shows: HTML ends what it begins, JSON and CSS can be read, TypeScript is compiled against the
// package, scripts and shell lines parse, and excerpts are lines of tested files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EXAMPLE, FOLDER } from '../../.build/snippets.ts';
import { webmasterFiles } from '../../.build/webmaster-archive.ts';
import { readStyleSheet } from '../../src/tools/theme-check/style-sheet.ts';
import { readPolicies } from '../widget/hosts/policies.ts';
import { builtSite, elementsOf, textOf, type BuiltSite } from './site-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Sample {
  readonly page: string;
  readonly kind: string;
  readonly code: string;
}

let site: BuiltSite;
let samples: readonly Sample[];

before(async () => {
  site = await builtSite();
  samples = [...site.pages].flatMap(([page, html]) =>
    elementsOf(html)
      .filter(({ tag }) => tag === 'pre')
      .flatMap(({ inner }) => elementsOf(inner))
      .filter(({ tag, attributes }) => tag === 'code' && attributes['class'] !== undefined)
      .map((element) => ({ page, kind: element.attributes['class']!, code: textOf(element) })),
  );
});
after(() => site.remove());

const ofKind = (kind: string): readonly Sample[] => {
  const found = samples.filter((sample) => sample.kind === kind);
  assert.ok(found.length > 0, `no sample is ${kind}`);
  return found;
};

test('every sample is of a kind that is tested here', () => {
  const kinds = new Set(['html', 'json', 'css', 'ts', 'js', 'sh', 'header', 'excerpt', 'text']);
  assert.deepEqual(
    samples.filter(({ kind }) => !kinds.has(kind)).map(({ page, kind }) => `${page}: ${kind}`),
    [],
  );
});

test('HTML ends what it begins, and its attributes are those of the elements', () => {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
    modules: readonly {
      declarations: readonly { tagName?: string; attributes?: readonly { name: string }[] }[];
    }[];
  };
  const known = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'cliquez-signalez')!
    .attributes!.map(({ name }) => name);
  for (const { page, code } of ofKind('html')) {
    for (const { tag, attributes, isClosed } of elementsOf(code)) {
      assert.ok(isClosed, `${page}: <${tag}> does not end in\n${code}`);
      if (!tag.startsWith('cliquez-signalez')) continue;
      for (const name of Object.keys(attributes)) assert.ok(known.includes(name), `${page}: ${name}`);
    }
  }
});

test('a file that HTML names with a hash has this hash in the site’s own folder', () => {
  const integrity = JSON.parse(readFileSync(join(site.folder, 'cdn/integrity.json'), 'utf8')) as Record<
    string,
    { integrity: string }
  >;
  const scripts = ofKind('html')
    .flatMap(({ code }) => elementsOf(code))
    .filter(({ tag, attributes }) => tag === 'script' && attributes['integrity'] !== undefined);
  assert.ok(scripts.length >= 6);
  for (const { attributes } of scripts)
    assert.equal(
      integrity[attributes['src']!.split('/').at(-1)!]?.integrity,
      attributes['integrity'],
      attributes['src'],
    );
});

test('JSON can be read', () => {
  for (const { code } of ofKind('json')) JSON.parse(code);
});

test('CSS can be read', () => {
  for (const { page, code } of ofKind('css'))
    assert.deepEqual(readStyleSheet(code).problems, [], `${page}:\n${code}`);
});

test('TypeScript is compiled against the package, and scripts parse', () => {
  mkdirSync(join(root, '.screenshots'), { recursive: true });
  // Inside the project: there the package finds itself by its name.
  const folder = mkdtempSync(join(root, '.screenshots', 'site-samples-'));
  try {
    // The receiver's README has the samples of its library.
    const readme = readFileSync(join(root, 'src/receiver/README.md'), 'utf8');
    const library = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = '']) => ({ code }));
    assert.ok(library.length >= 2);
    [...ofKind('ts'), ...library].forEach(({ code }, index) => {
      writeFileSync(join(folder, `sample-${index}.ts`), `${code}\nexport {};\n`);
    });
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: {
          types: ['node'],
          noUnusedLocals: false,
          paths: {
            'cliquez-signalez-receiver': ['../../dist/receiver/index.d.ts'],
            'cliquez-signalez-receiver/schema': ['../../dist/schema.d.ts'],
            'cliquez-signalez-tools/conformance': ['../../dist/tools/conformance/index.d.ts'],
          },
        },
        include: ['*.ts'],
        exclude: [],
      }),
    );
    const run = (command: string, ...args: string[]): void => {
      try {
        execFileSync(command, args, { encoding: 'utf8' });
      } catch (error) {
        assert.fail(`${(error as { stdout: string }).stdout}${(error as { stderr: string }).stderr}`);
      }
    };
    run(join(root, 'node_modules/.bin/tsc'), '-p', folder);
    ofKind('js').forEach(({ code }, index) => {
      const file = join(folder, `sample-${index}.mjs`);
      writeFileSync(file, code);
      run(process.execPath, '--check', file);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('shell lines parse', () => {
  for (const { code } of ofKind('sh')) execFileSync('bash', ['-n'], { input: code });
});

test('a header is the first of those that were measured, and asks no page for Trusted Types', () => {
  // A page that begins to require them breaks scripts that do not know them: test/demo/configurator shows it.
  const [taken] = readPolicies();
  const header = taken!.header.replace('{endpoint}', 'https://hotline.example').replace('{nonce}', '…');
  assert.match(header, /^Content-Security-Policy: .*script-src/);
  assert.doesNotMatch(header, /trusted-types/);
  for (const { page, code } of ofKind('header')) assert.equal(code, header, page);
});

test('an excerpt consists of lines of tested files', () => {
  const guide = new URL('../../demo/frameworks/README.md', import.meta.url);
  const named = [...readFileSync(guide, 'utf8').matchAll(/^```\w+ (\S+)$/gm)].map(
    ([, file = '']) => new URL(file, guide),
  );
  const others = [
    // Its block is run by test/package/tools.package.test.ts.
    '../../src/plugins/cms/README.md',
    '../../src/core/follow-up/code.ts',
    '../../src/plugins/cms/README.md',
    '../../demo/case-management/bridge.ts',
  ].map((file) => new URL(file, import.meta.url));
  const sources = [...named, ...others].map((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  for (const { page, code } of ofKind('excerpt')) {
    const lines = code
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && line !== '…');
    assert.ok(
      sources.some((source) => lines.every((line) => source.includes(line))),
      `${page}:\n${code}`,
    );
  }
});

test('README, site and archive name one folder, and one example of a hotline', () => {
  const pasted = (page: string): string =>
    ofKind('html')
      .filter((sample) => sample.page === page)
      .map(({ code }) => code)
      .join('\n');
  const texts: Readonly<Record<string, string>> = {
    'README.md': readFileSync(join(root, 'README.md'), 'utf8'),
    'README.fr.md': readFileSync(join(root, 'README.fr.md'), 'utf8'),
    'fr/website.html': pasted('fr/website.html'),
    'en/website.html': pasted('en/website.html'),
    'LISEZMOI.txt': webmasterFiles().get('LISEZMOI.txt')!.toString(),
    'README.txt': webmasterFiles().get('README.txt')!.toString(),
  };
  for (const [name, text] of Object.entries(texts)) {
    const folders = [...text.matchAll(/src="[^"]*?\/([^"/]+)\/cliquez-signalez(?:\.bundle)?\.js"/g)];
    assert.deepEqual([...new Set(folders.map(([, folder]) => folder))], [FOLDER], name);
    for (const [attribute, value] of Object.entries(EXAMPLE))
      assert.ok(text.includes(`${attribute}="${value}"`), `${name}: ${attribute}`);
  }
});
