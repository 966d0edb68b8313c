// Onion addresses of version 3: valid ones from another implementation of SHA-3, and damaged ones.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isOnionKey } from '../../src/core/address/onion.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The onion label of a key, built as rend-spec-v3 says, with Node's digest. */
function labelOf(key: Uint8Array, version = 3): string {
  const digest = createHash('sha3-256').update('.onion checksum').update(key).update(Uint8Array.of(version));
  const bytes = [...key, ...digest.digest().subarray(0, 2), version];
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => ALPHABET[parseInt(five, 2)] ?? '');
}

/** The key in a label. */
function keyIn(label: string): Uint8Array {
  const bits = [...label].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from({ length: 32 }, (_, index) => parseInt(bits.slice(index * 8, index * 8 + 8), 2));
}

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('knows addresses that exist', () => {
  for (const label of [
    'duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad',
    'facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd',
    '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid',
  ]) {
    assert.ok(isOnionKey(label), label);
  }
});

test('agrees with another implementation on any key', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      assert.ok(isOnionKey(labelOf(bytes)));
    }),
    { numRuns: 300, examples: [[new Uint8Array(32)], [new Uint8Array(32).fill(255)]] },
  );
});

test('notices one wrong character wherever it stands', () => {
  const label = labelOf(new Uint8Array(32).fill(7));
  for (let i = 0; i < label.length; i++) {
    const other = ALPHABET[(ALPHABET.indexOf(label[i] ?? '') + 1) % 32];
    assert.ok(!isOnionKey(`${label.slice(0, i)}${other}${label.slice(i + 1)}`), `${i}`);
  }
  fc.assert(
    fc.property(key, fc.nat(55), fc.constantFrom(...ALPHABET), (bytes, i, letter) => {
      const whole = labelOf(bytes);
      const changed = whole.slice(0, i) + letter + whole.slice(i + 1);
      // One change in 65,536 leads to another address that exists: the checksum has 16 bits.
      assert.equal(isOnionKey(changed), labelOf(keyIn(changed)) === changed);
    }),
    {
      numRuns: 300,
      // This change leads to another address.
      examples: [
        [Uint8Array.from(Buffer.from('aI1TU3LsIQRcWDcFBf4AjARk1gMcBcMAAgfF/dMlMQU=', 'base64')), 3, 'p'],
      ],
    },
  );
});

test('knows version 3 only, 56 characters only, base32 only', () => {
  const bytes = new Uint8Array(32).fill(7);
  const label = labelOf(bytes);
  for (const wrong of [
    labelOf(bytes, 2),
    labelOf(bytes, 4),
    label.slice(1),
    label.slice(0, -1),
    `${label}a`,
    `a${label}`,
    label.toUpperCase(),
    label.replace(/./, '1'),
    label.replace(/./, 'é'),
    label.replace(/./, '-'),
    `${label}\n`,
    '',
  ]) {
    assert.equal(isOnionKey(wrong), false, wrong);
  }
});
