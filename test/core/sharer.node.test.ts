// Parameters that tell who shared or read a link are removed on their own sites; others are left.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type AddressResult, normaliseAddress } from '../../src/core/address/address.ts';
import { pageAddress } from '../../src/core/address/page-address.ts';
import { SHARERS, TRACKERS } from '../../src/core/address/sharer.ts';
import {
  LEFT_ON_PURPOSE,
  READ_ON,
  SHARER_SOURCES,
  TRACKER_SOURCES,
} from '../../src/core/address/sharer-sources.ts';
import { readSharedText } from '../../src/core/address/shared-text.ts';

function found(text: string): Extract<AddressResult, { kind: 'address' }> {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', text);
  return result;
}

/** The alternatives of a pattern, cut at each `|` outside of brackets. */
function alternatives(pattern: string): string[] {
  let depth = 0;
  return [...pattern]
    .map((sign) => {
      depth += Number(sign === '(' || sign === '[') - Number(sign === ')' || sign === ']');
      return sign === '|' && depth === 0 ? '\n' : sign;
    })
    .join('')
    .split('\n');
}

/** The parameters of an address, as `name=value`. */
const parametersOf = (address: string): string[] =>
  (/\?([^#]*)/.exec(address)?.[1] ?? '').split('&').map(decodeURIComponent);

test('each row has its sources, its day, an address that becomes shorter and one that stays', () => {
  assert.deepEqual(
    SHARER_SOURCES.map(({ sites }) => sites),
    SHARERS.map(([sites]) => sites),
  );
  assert.match(READ_ON, /^\d{4}-\d\d-\d\d$/);
  for (const { sites, read, removed, kept } of SHARER_SOURCES) {
    assert.ok(read.length > 0 && read.every((source) => source.length > 5), sites);
    assert.ok(Object.keys(removed).length > 0 && kept.length > 0, sites);
  }
});

for (const { sites, removed, kept } of SHARER_SOURCES) {
  test(`${sites}: what tells who shared goes, and nothing else`, () => {
    for (const [address, left] of Object.entries(removed)) {
      const { url, isStripped } = found(address);
      assert.equal(url.value, left, address);
      assert.ok(isStripped && url.changes?.includes('sharer_id_removed'));
      assert.ok(!url.asEntered);
      assert.equal(found(left).isStripped, false, left);
      assert.equal(pageAddress(address), new URL(left).href, address);
      assert.equal(readSharedText({ text: address }).addresses[0]!.value, left);
      // Not on a host that only resembles it, nor where the site is part of the path.
      if (sites.startsWith('[^/]')) continue;
      const { host } = new URL(address);
      for (const stranger of [
        address.replace(host, host.replace(/^(?:.*\.)?([^.]+\.[^.]+)$/, 'x$1')),
        address.replace(host, `${host}.exemple.fr`),
        address.replace(host, `exemple.fr/${host}`),
      ]) {
        const other = found(stranger);
        // A session is one on any site.
        const { changes = [] } = (other.withSession ?? other).url;
        assert.ok(!changes.includes('sharer_id_removed') || /fbclid/.test(stranger), stranger);
      }
    }
    for (const address of kept) {
      assert.equal(found(address).url.value, address);
      assert.equal(found(address).isStripped, false, address);
    }
  });
}

test('each name of the table is in an address of its row', () => {
  for (const [index, [sites, names]] of SHARERS.entries()) {
    const given = Object.keys(SHARER_SOURCES[index]!.removed).flatMap(parametersOf);
    for (const name of alternatives(names)) {
      const pattern = new RegExp(`^(?:${name})(?==|$)`);
      assert.ok(
        given.some((parameter) => pattern.test(parameter)),
        `${sites}: ${name}`,
      );
    }
  }
});

test('removes clicks and readers of mails on any site, each name from a list that was read', () => {
  const names = TRACKER_SOURCES.flatMap(([group]) => group.split(' '));
  for (const name of names) {
    const { url } = found(`https://exemple.fr/x?a=1&${name.includes('=') ? name : `${name}=z`}&b=2#c`);
    const value = 'https://exemple.fr/x?a=1&b=2#c';
    assert.deepEqual(url, { value, kind: 'http', changes: ['tracking_removed'] }, name);
    // Other letters are another name, but for `utm_`.
    if (/^utm_/i.test(name)) continue;
    const other = `https://exemple.fr/x?a=1&x${name}z=1&${name.toUpperCase().replace('SCCID', 'x')}_=2`;
    assert.equal(found(other).url.value, other);
  }
  for (const pattern of alternatives(TRACKERS))
    assert.ok(
      names.some((name) => new RegExp(`^(?:${pattern})(?==|$)`).test(name)),
      pattern,
    );
  for (const [, ...read] of TRACKER_SOURCES) assert.ok(read.length > 0);
  const drip = 'https://univis.uni.example/form?__s=2&_k=3&ke=4';
  assert.equal(found(drip).url.value, drip);
});

test('removes the launch of a Telegram Mini App, which names its reader, and no other fragment', () => {
  const launch =
    'https://jeu.exemple.io/x#tgWebAppData=query_id%3DAA%26user%3D%257B%2522id%2522&tgWebAppVersion=7';
  const { url } = found(launch);
  assert.deepEqual(url, { value: 'https://jeu.exemple.io/x', kind: 'http', changes: ['sharer_id_removed'] });
  assert.equal(pageAddress(launch), 'https://jeu.exemple.io/x');
  assert.equal(found('https://jeu.exemple.io/x#tgWebApp').url.value, 'https://jeu.exemple.io/x#tgWebApp');
});

for (const [reason, ...kept] of LEFT_ON_PURPOSE) {
  test(`leaves on purpose: ${reason}`, () => {
    for (const address of kept) {
      const { url, isStripped, withSession } = found(address);
      assert.equal(url.value, address);
      assert.ok(!isStripped && !withSession, address);
      assert.deepEqual(readSharedText({ url: address }).addresses[0]?.removed, []);
    }
  });
}

test('unwraps the redirect of a mail of X, and keeps it whole if it hides its target', () => {
  const target = encodeURIComponent('https://x.com/exemple/status/1?t=1&s=2&uid=3');
  const { url } = found(`https://twitter.com/i/redirect?url=${target}&t=1&cn=a&sig=b&uid=4`);
  assert.equal(url.value, 'https://x.com/exemple/status/1');
  assert.equal(found('https://x.com/i/redirect?t=1&s=2').url.value, 'https://x.com/i/redirect?t=1&s=2');
});

test('nothing that is built loads the sources', () => {
  const src = new URL('../../src/', import.meta.url);
  const files = globSync('**/*.ts', { cwd: src });
  assert.ok(files.length > 300);
  for (const file of files)
    assert.doesNotMatch(readFileSync(new URL(file, src), 'utf8'), /from '[^']*sharer-sources/, file);
});
