// The code that partners copy: its hashes match the files, and no text of a partner's can become markup.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleSnippets } from '../../.build/example-snippets.ts';
import { importMap, snippet, type Install, type Integrity } from '../../.build/snippets.ts';
import { VERSION } from '../../src/core/version.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const integrity = JSON.parse(read('dist/cdn/integrity.json')) as Integrity;

test('dist/cdn/snippets.json has every way, with the hashes of the files beside it', () => {
  const snippets = JSON.parse(read('dist/cdn/snippets.json')) as Record<Install | 'version', string>;
  assert.deepEqual(snippets, { version: VERSION, ...exampleSnippets(integrity) });
  assert.ok(snippets.bundle.includes(integrity['cliquez-signalez.bundle.js']!.integrity));
  assert.ok(snippets.embed.includes(integrity['embed.js']!.integrity));
  for (const file of Object.keys(integrity).filter((name) => !/bundle|embed\.js|^locales\//.test(name)))
    for (const way of ['module', 'embed'] as const)
      assert.ok(snippets[way].includes(`/${file}": "${integrity[file]!.integrity}"`), `${way}: ${file}`);
});

test('each way names the languages that a page loads, before its own script, with their hashes and no others', () => {
  const options = { base: '/cs/', attributes: {}, linkText: '', languages: ['de', 'ar'] };
  for (const [install, entry] of [
    ['bundle', 'cliquez-signalez.bundle.js'],
    ['module', 'cliquez-signalez.js'],
  ] as const) {
    const code = snippet(install, integrity, options);
    const scripts = [...code.matchAll(/src="\/cs\/(.*?)"\s+integrity="(.*?)"/g)];
    assert.deepEqual(
      scripts.map(([, file, hash]) => [file, hash]),
      ['locales/de.js', 'locales/ar.js', entry].map((file) => [file, integrity[file]!.integrity]),
      install,
    );
  }
  for (const install of ['bundle', 'module', 'embed'] as const) {
    const listed = snippet(install, integrity, options).match(/"\/cs\/locales\/[^"]+": "sha384-/g) ?? [];
    assert.equal(listed.length, 6, install);
    for (const file of listed)
      assert.match(file, /locales\/(?:de|ar)(?:-(?:later|extra)-[\w-]+)?\.js/, install);
    assert.doesNotMatch(snippet(install, integrity, { ...options, languages: [] }), /locales\//, install);
  }
});

test('no attribute, text or address ends what it stands in', () => {
  const evil = `"></script><img src=x onerror=alert(1)>'`;
  const options = {
    base: `/${evil}/`,
    attributes: { hotline: evil, 'hotline-url': evil },
    linkText: evil,
    nonce: evil,
  };
  for (const install of ['bundle', 'module', 'embed', 'tag manager'] as const)
    assert.doesNotMatch(snippet(install, integrity, options), /<img/, install);
  assert.doesNotMatch(importMap(integrity, options), /<img/);
});

test('an attribute with an empty value is written without a value', () => {
  const options = { base: '/cs/', attributes: { practice: '', country: 'FR' }, linkText: '' };
  for (const install of ['bundle', 'module', 'embed'] as const) {
    const prefix = install === 'embed' ? 'data-' : '';
    assert.ok(
      snippet(install, integrity, options).includes(`\n  ${prefix}practice\n  ${prefix}country="FR"`),
      install,
    );
  }
  assert.match(snippet('tag manager', integrity, options), /setAttribute\("data-practice", ""\)/);
});

test('a file without a hash is an error that names it', () => {
  const options = { base: '/', attributes: {}, linkText: '' };
  assert.throws(() => snippet('bundle', {}, options), /cliquez-signalez\.bundle\.js/);
});
