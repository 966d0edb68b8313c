// The code to copy for each way to install, with example addresses: dist/cdn/snippets.json.

import { readFileSync, writeFileSync } from 'node:fs';
import { VERSION } from '../src/version.ts';
import { snippet, type Install, type Integrity, type SnippetOptions } from './snippets.ts';

/** Options of the snippets. */
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

/** Writes dist/cdn/snippets.json, with the hashes of the files beside it. */
export function writeSnippets(): void {
  const cdn = new URL('../dist/cdn/', import.meta.url);
  const integrity = JSON.parse(readFileSync(new URL('integrity.json', cdn), 'utf8')) as Integrity;
  const content = { version: VERSION, ...exampleSnippets(integrity, VERSION) };
  writeFileSync(new URL('snippets.json', cdn), `${JSON.stringify(content, null, 2)}\n`);
}
