// The README's ways to install: the code to copy, and how the widget works under the policies of pages, as a test has
// measured it in each engine.

import { readFileSync, writeFileSync } from 'node:fs';
import { VERSION } from '../src/version.ts';
import { put, rewriteGuide } from './readme-figures.ts';
import { snippet, type Install, type Integrity, type SnippetOptions } from './snippets.ts';

/** Result on a page: a report arrives, with or without reports of violations; or the reporter sees a link. */
export type Outcome = 'works' | 'works, and is reported' | 'link' | 'link after a tap' | 'link in the form';

/** A row of test/hosts/policies.json. */
export interface Measured {
  readonly name: string;
  /** The headers of the page, with places such as `{endpoint}`. */
  readonly header: string;
  /** By way to install and by engine. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
}

/** Placeholder values that the README shows instead of a partner's own. */
const PLACES: Readonly<Record<string, string>> = {
  scripts: 'https://your-site.example/cs/',
  endpoint: 'https://hotline.example',
  nonce: '…',
  hash: 'sha384-…',
};

const ENGINES: Readonly<Record<string, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

const SIGNS: Readonly<Record<Outcome, string>> = {
  works: '✓',
  'works, and is reported': '✓, reported',
  link: 'link',
  'link after a tap': 'button, then link',
  'link in the form': 'form, then link',
};

const WAYS: Readonly<Record<string, string>> = {
  module: 'module',
  bundle: 'one file',
  embed: '`embed.js`',
};

/** One outcome where the engines agree, otherwise one for each engine. */
function cell(outcomes: Readonly<Record<string, Outcome>>): string {
  const signs = Object.entries(outcomes).map(([engine, outcome]) => [engine, SIGNS[outcome]] as const);
  const [first] = signs;
  return signs.every(([, sign]) => sign === first?.[1])
    ? (first?.[1] ?? '')
    : signs.map(([engine, sign]) => `${ENGINES[engine]}: ${sign}`).join('; ');
}

const filled = (header: string): string =>
  header.replace(/\{(\w+)\}/g, (place, name: string) => PLACES[name] ?? place);

/** The table of policies, after the header that a partner needs, with every header at its end. */
function policies(rows: readonly Measured[]): string {
  const [recipe] = rows;
  if (!recipe) throw new Error('test/hosts/policies.json has no row.');
  const ways = Object.keys(recipe.outcomes);
  const table = [
    ['The page’s policy', ...ways.map((way) => WAYS[way])],
    ['---', ...ways.map(() => '---')],
    ...rows.map(({ name, outcomes }) => [name, ...ways.map((way) => cell(outcomes[way] ?? {}))]),
  ];
  const headers = rows
    .filter(({ header }) => header)
    .map(({ name, header }) => `# ${name}\n${filled(header)}`);
  return `\`\`\`
${filled(recipe.header)}
\`\`\`

${table.map((row) => `| ${row.join(' | ')} |\n`).join('')}
<details><summary>The header of each row</summary>

\`\`\`
${headers.join('\n\n').replaceAll('`', '')}
\`\`\`

</details>
`;
}

/** Options of the snippets in the README and in dist/cdn/snippets.json. */
const example = (version: string): SnippetOptions => ({
  base: `https://your-site.example/cs/${version}/`,
  attributes: {
    endpoint: 'https://hotline.example/v1/reports',
    hotline: 'Point de Contact',
    'hotline-url': 'https://hotline.example/signaler',
    country: 'FR',
  },
  linkText: 'Signaler un contenu illégal à Point de Contact',
});

/** Every snippet, complete. */
export function exampleSnippets(integrity: Integrity, version: string): Record<Install, string> {
  const options = example(version);
  return {
    bundle: snippet('bundle', integrity, options),
    module: snippet('module', integrity, options),
    embed: snippet('embed', integrity, options),
    'tag manager': snippet('tag manager', integrity, options),
  };
}

const TITLES: Readonly<Record<Install, string>> = {
  bundle: '**One file, checked**: the browser runs it only as it was published. The safest way to install',
  module: '**Module, checked**: the import map lists every file that is ever loaded',
  embed: '**One tag**: `embed.js` makes the element itself, from its `data-` attributes',
  'tag manager': '**Tag manager**: it may drop the attributes of a tag, so a script makes the tag',
};

/** The snippets without their hashes, which change with every build: readers take the hashes from the files. */
function snippets(integrity: Integrity, version: string): string {
  const short = (code: string): string =>
    code.replace(/(?<="integrity": )\{.*?\n {2}\}/s, '{ … }').replaceAll(/sha384-[\w+/=]+/g, 'sha384-…');
  const all = Object.entries(exampleSnippets(integrity, version)) as [Install, string][];
  return all.map(([way, code]) => `${TITLES[way]}:\n\n\`\`\`html\n${short(code)}\n\`\`\`\n`).join('\n');
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** The README with its snippets and its table of policies. Throws where it has no place for one. */
export function withInstall(readme: string): string {
  const integrity = read('dist/cdn/integrity.json') as Integrity;
  const rows = read('test/hosts/policies.json') as Measured[];
  return put(put(readme, 'snippets', snippets(integrity, VERSION)), 'policies', policies(rows));
}

/** Writes dist/cdn/snippets.json, and brings the README up to date. */
export function writeInstall(): void {
  const integrity = read('dist/cdn/integrity.json') as Integrity;
  const content = { version: VERSION, ...exampleSnippets(integrity, VERSION) };
  const path = new URL('../dist/cdn/snippets.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  rewriteGuide('README.md', withInstall);
}
