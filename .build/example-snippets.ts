// The code to copy for each way to install, with example addresses: dist/cdn/snippets.json.

import { readFileSync, writeFileSync } from 'node:fs';
import { VERSION } from '../src/core/version.ts';
import { EXAMPLE, FOLDER, snippet, type Install, type Integrity, type SnippetOptions } from './snippets.ts';

/** Options of the snippets. */
const options: SnippetOptions = {
  base: `https://your-site.example/${FOLDER}/`,
  attributes: EXAMPLE,
  linkText: 'Signaler un contenu illégal à Point de Contact',
};

/** Every snippet, complete. */
export function exampleSnippets(integrity: Integrity): Record<Install, string> {
  return {
    bundle: snippet('bundle', integrity, options),
    module: snippet('module', integrity, options),
    embed: snippet('embed', integrity, options),
    'tag manager': snippet('tag manager', integrity, options),
  };
}

/** Writes dist/cdn/snippets.json, with the hashes of the files beside it. */
export function writeSnippets(): void {
  const cdn = new URL('../dist/cdn/', import.meta.url);
  const integrity = JSON.parse(readFileSync(new URL('integrity.json', cdn), 'utf8')) as Integrity;
  const content = { version: VERSION, ...exampleSnippets(integrity) };
  writeFileSync(new URL('snippets.json', cdn), `${JSON.stringify(content, null, 2)}\n`);
}
