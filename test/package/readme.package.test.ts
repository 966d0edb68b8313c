// README.md and README.fr.md: short, alike, with the two commands, current figures, and no dead link.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { exampleSnippets } from '../../.build/example-snippets.ts';
import { withLookReference } from '../../.build/readme-look.ts';
import { withSizes } from '../../.build/readme-sizes.ts';
import type { Sizes } from '../../.build/sizes.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { elementsOf } from '../site/site-files.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sizes = JSON.parse(read('dist/sizes.json')) as Sizes;

const MAX_WORDS = 1_300;

const READMES = { en: read('README.md'), fr: read('README.fr.md') };
type Language = keyof typeof READMES;
const LANGUAGES = Object.keys(READMES) as Language[];

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, inner]) => inner ?? whole);

/** The blocks of code, with their language. */
const codeOf = (readme: string): string[] => matches(readme, /^```(\w+\n.*?)^```$/gms);

const picturesOf = (readme: string) => elementsOf(readme).filter(({ tag }) => tag === 'img');

/** Files that a README leads to. */
const targetsOf = (readme: string): string[] => [
  ...matches(readme, /\]\((?!https?:)([^)]+)\)/g),
  ...picturesOf(readme).map(({ attributes }) => attributes['src']!),
];

for (const language of LANGUAGES) {
  const readme = READMES[language];

  test(`${language}: at most ${MAX_WORDS} words`, (t) => {
    const words = readme.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    t.diagnostic(`${words.length} words`);
    assert.ok(words.length <= MAX_WORDS, `${words.length} words`);
  });

  test(`${language}: the two commands, each to copy`, () => {
    const shell = codeOf(readme).filter((code) => code.startsWith('sh\n'));
    assert.deepEqual(shell, ['sh\nnpm ci && npm run demo\n', 'sh\nnpm ci && npm test\n']);
  });

  test(`${language}: every link leads to a file, and every page of the site has one`, () => {
    const targets = targetsOf(readme);
    assert.deepEqual(
      targets.filter((target) => !existsSync(new URL(target, root))),
      [],
    );
    const pages = globSync(`demo/site/pages/${language}/*.md`, { cwd: root });
    assert.ok(pages.length > 10);
    assert.deepEqual(
      pages.filter((page) => !targets.includes(page)),
      [],
    );
  });

  test(`${language}: two pictures of the default look, wide and of a phone, said in words`, () => {
    const pictures = picturesOf(readme);
    assert.deepEqual(
      pictures.map(({ attributes }) => /-(\d+)\.png$/.exec(attributes['src']!)?.[1]),
      ['1280', '390'],
    );
    for (const { attributes } of pictures) {
      assert.ok(basename(attributes['src']!).startsWith(`${PRESET_NAMES[0]}-`), attributes['src']);
      assert.ok(attributes['alt']!.length >= 60, attributes['src']);
    }
  });

  test(`${language}: the sizes are those of the build, and stand in one place`, () => {
    // Compares to a boolean, because the diff of two documents is too long to read.
    assert.ok(readme === withSizes(readme, language, sizes), 'npm run build brings it up to date');
    const block = /<!-- sizes -->.*<!-- \/sizes -->/s;
    assert.match(block.exec(readme)![0], /^\*\*\d+[.,]\d\u00A0k[Bo]\*\* /m);
    assert.doesNotMatch(readme.replace(block, ''), /\d\s?k[Bo]\b/);
  });

  test(`${language}: the code to paste is the element of the ways to install, and its script is built`, () => {
    const [code = ''] = codeOf(readme).filter((block) => block.startsWith('html\n'));
    const { module } = exampleSnippets(
      JSON.parse(read('dist/cdn/integrity.json')) as Parameters<typeof exampleSnippets>[0],
    );
    const element = /<cliquez-signalez\b.*<\/cliquez-signalez>/s;
    assert.equal(element.exec(code)?.[0], element.exec(module)?.[0]);
    const [script] = elementsOf(code).filter(({ tag }) => tag === 'script');
    assert.equal(script?.attributes['type'], 'module');
    assert.ok(existsSync(new URL(`dist/cdn/${basename(script.attributes['src']!)}`, root)));
    for (const { tag, isClosed } of elementsOf(code)) assert.ok(isClosed, tag);
  });
}

test('both have the same sections, code and links', () => {
  /** The parts that a language does not change, in order: headings by level, rows, items, code, pictures, links. */
  const outlineOf = (readme: string): string[] => [
    ...matches(readme, /^(?:#+(?= )|\|(?= )|- (?=\*\*)|<!-- .* -->)/gm),
    ...codeOf(readme),
    ...targetsOf(readme).map((target) =>
      target.replace('/fr/', '/en/').replace(/^README(?:\.fr)?\.md$/, 'the other README'),
    ),
  ];
  assert.deepEqual(outlineOf(READMES.fr), outlineOf(READMES.en));
  assert.ok(targetsOf(READMES.fr).includes('README.md'));
  assert.ok(targetsOf(READMES.en).includes('README.fr.md'));
});

test('the French one keeps its signs on their line', () => {
  const prose = READMES.fr.replaceAll(/^```.*?^```$/gms, '');
  assert.deepEqual(matches(prose, /\S* [:;?!»](?=[\s"*<|.,)]|$)|« /gm), []);
});

test('sizes replace those that are there, and nothing around them', () => {
  const readme = '# Title\n<!-- sizes -->\nold\n<!-- /sizes -->\nThe end.\n';
  for (const language of LANGUAGES) {
    const written = withSizes(readme, language, sizes);
    assert.equal(written.replace(/(?<=-->\n).*\n(?=<!-- \/)/, 'old\n'), readme);
    assert.equal(matches(written, /\d+[.,]\d\u00A0k[Bo]/g).length, 3);
  }
});

test('a README without its marks is an error that says which', () => {
  for (const readme of ['', '# Title\n', '<!-- sizes -->\n', '<!-- /sizes -->\n<!-- sizes -->\n']) {
    assert.throws(() => withSizes(readme, 'en', sizes), /<!-- sizes -->.*<!-- \/sizes -->/);
  }
});

test('the guide for themes says of the look what the manifest says', () => {
  const guide = read('src/widget/theme/README.md');
  assert.equal(guide, withLookReference(guide), 'npm run build brings it up to date');
  for (const said of [
    '`--cs-accent`',
    '`--cs-motion`',
    '`:state(sending)`',
    '`launcher-label`',
    '`bar-title`',
  ])
    assert.ok(withLookReference('<!-- look -->\n<!-- /look -->').includes(said), said);
});
