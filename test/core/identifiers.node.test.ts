// Identifiers as people type them: the result of each, and any remark.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIdentifier, type IdentifierType } from '../../src/core/draft/identifiers.ts';
import { TEXT_LIMITS } from '../../src/core/report/limits.ts';
import { IDENTIFIER_TYPES } from '../../src/core/report/vocabulary.ts';

const SHA1 = '0123456789abcdefABCDEF0123456789abcdefAB';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SHA256 = SHA1.slice(0, 32).repeat(2);

/** By type: the typed text, its result, and `?` where the form makes a remark. */
const READ: Readonly<Partial<Record<IdentifierType, readonly (readonly [string, string, '?'?])[]>>> = {
  account_handle: [
    ['toto75', 'toto75'],
    [' @toto.75 ', '@toto.75'],
    ['@@toto', '@toto'],
    ['toto@@75', 'toto@@75'],
    ['@ toto', '@toto'],
    ['@toto@mastodon.social', '@toto@mastodon.social'],
    ['jean  dupont', 'jean dupont'],
  ],
  phone_number: [
    ['0612345678', '0612345678'],
    ['06 12\u00a034 56  78', '06 12 34 56 78'],
    ['06.12.34.56.78', '0612345678'],
    ['+33 (0)6-12-34-56-78', '+33 612345678'],
    ['(0) 6 12', '0 6 12'],
    ['38000', '38000'],
    ['12', '12', '?'],
    ['1234567890123456', '1234567890123456', '?'],
    ['06+12', '06+12', '?'],
    ['AMELI-1', 'AMELI-1', '?'],
  ],
  message_id: [
    ['123', '123'],
    ['# 123', '123'],
    ['n° 123', '123'],
    ['No. 123', '123'],
    ['>>123', '123'],
    ['fil 123', 'fil 123', '?'],
    ['n°', 'n°', '?'],
    ['a123', 'a123', '?'],
    ['12-34', '12-34', '?'],
  ],
  email_address: [
    ['jean@exemple.fr', 'jean@exemple.fr'],
    ['<mailto:jean@exemple.fr>', 'jean@exemple.fr'],
    ['jean+mailto:x@exemple.fr', 'jean+mailto:x@exemple.fr'],
    ['jean@exemple.fr (Paul)', 'jean@exemple.fr (Paul)', '?'],
    ['@exemple.fr', '@exemple.fr', '?'],
    ['jean@exemple', 'jean@exemple', '?'],
    ['jean dupont@exemple.fr', 'jean dupont@exemple.fr', '?'],
  ],
  info_hash: [
    [SHA1, SHA1],
    [BASE32, BASE32],
    [SHA256, SHA256],
    [`magnet:?dn=a&xt=urn:btih:${SHA1}&tr=udp://x`, SHA1],
    [`magnet:?xt=urn:btih:${BASE32}`, BASE32],
    [`magnet:?xt=urn:btmh:1220${SHA256}&dn=a`, SHA256],
    [`${SHA1}0`, `${SHA1}0`, '?'],
    [`${SHA1} ou ${BASE32}`, SHA1],
    [`voir ${SHA1}`, `voir ${SHA1}`, '?'],
    [`${SHA1}.torrent`, SHA1],
    ['mon film', 'mon film', '?'],
  ],
  invite_link: [
    ['t.me/+AbC', 'https://t.me/+AbC'],
    ['https://discord.gg/abc', 'https://discord.gg/abc'],
    ['abc', 'abc', '?'],
    ['Le groupe:abc', 'Le groupe:abc', '?'],
    ['groupe: abc', 'groupe: abc', '?'],
    ['groupe:', 'groupe:', '?'],
    ['signal:abc d', 'signal:abc d', '?'],
    ['web+ap:abc', 'web+ap:abc'],
  ],
  profile_url: [
    ['www.instagram.com/toto?igsh=abc', 'https://www.instagram.com/toto'],
    ['https://a:b@exemple.fr/u/1', 'https://exemple.fr/u/1'],
    ['Jean Dupont', 'Jean Dupont', '?'],
  ],
  group_name: [
    ['  Les \u200bamis\n de  Paul ', 'Les amis de Paul'],
    ['@toto', '@toto'],
  ],
  post_id: [['1abc2d', '1abc2d']],
  other: [['a\0b\ud800', 'a\ufffdb\ufffd']],
};

test('tidies each type, and remarks what looks like something else', () => {
  for (const [type, rows] of Object.entries(READ)) {
    for (const [text, value, problem] of rows) {
      assert.deepEqual(
        readIdentifier(type as IdentifierType, text),
        { value, ...(problem && { problem: 'format' }) },
        `${type} ${text}`,
      );
    }
  }
});

test('remarks nothing about an empty field', () => {
  for (const type of IDENTIFIER_TYPES)
    for (const text of ['', ' \n', '\u200b']) assert.deepEqual(readIdentifier(type, text), { value: '' });
});

test('whatever is typed, gives what a report takes, and the same when read again', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'@+0(1) a#n°<>:.é😀\u200b\ud800\n') }),
    fc.constantFrom(...Object.values(READ).flatMap((rows) => rows.map(([text]) => text))),
    fc.constantFrom('é '.repeat(600), `https://exemple.fr/${'a'.repeat(1_000)}`, ` ${'@'.repeat(600)}`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...IDENTIFIER_TYPES), typed, (type, text) => {
      const { value } = readIdentifier(type, text);
      assert.ok([...value].length <= TEXT_LIMITS.identifier);
      assert.doesNotMatch(value, /[\0-\x1f]|\p{Cs}|^\s|\s$/u);
      assert.equal(readIdentifier(type, value).value, value);
    }),
    { numRuns: 10_000 },
  );
});
