// Suggestions for mistyped e-mail addresses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggestEmail } from '../../src/core/draft/email-suggestion.ts';

const SLIPS: readonly (readonly [typed: string, meant: string])[] = [
  ['nom@gmial.com', 'nom@gmail.com'],
  ['nom@gmai.com', 'nom@gmail.com'],
  ['nom@gmaill.com', 'nom@gmail.com'],
  ['nom@gmail.con', 'nom@gmail.com'],
  ['nom@gmail.cmo', 'nom@gmail.com'],
  ['nom@gmailcom', 'nom@gmail.com'],
  ['nom@gmail,com', 'nom@gmail.com'],
  ['nom@gmial.con', 'nom@gmail.com'],
  [' Nom.Prénom+x@HOTMIAL.FR ', 'Nom.Prénom+x@hotmail.fr'],
  ['nom@hotmail.co', 'nom@hotmail.com'],
  ['nom@orage.fr', 'nom@orange.fr'],
  ['nom@wanado.fr', 'nom@wanadoo.fr'],
  ['nom@laposte.ner', 'nom@laposte.net'],
  ['nom@yahooo.fr', 'nom@yahoo.fr'],
  ['nom@outlok.com', 'nom@outlook.com'],
  ['nom@mairie-exemple.con', 'nom@mairie-exemple.com'],
  ['nom@orange.rf', 'nom@orange.fr'],
  ['nom@gamil.com', 'nom@gmail.com'],
  ['nom@gnail.com', 'nom@gmail.com'],
];

for (const [typed, meant] of SLIPS) {
  test(`${typed} was meant to be ${meant}`, () => assert.equal(suggestEmail(typed), meant));
}

test('nothing is suggested for an address that looks right, or is none', () => {
  const right =
    'gmail.com GMAIL.com mail.com ymail.com free.fr tree.fr live.fr yahoo.de gmx.de outlook.it exemple.fr cabinet.conseil.fr';
  for (const domain of right.split(' ')) assert.equal(suggestEmail(`nom@${domain}`), undefined, domain);
  for (const text of [
    '',
    '@',
    'nom',
    'gmial.com',
    'nom@',
    '@gmial.com',
    'a b@gmial.com',
    'a@b@gmial.com',
    'a@gmial.com b',
  ])
    assert.equal(suggestEmail(text), undefined, text);
});

/** The providers of most people in France. */
const PROVIDERS =
  'gmail.com hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr yahoo.com yahoo.fr orange.fr wanadoo.fr free.fr sfr.fr laposte.net icloud.com proton.me protonmail.com bbox.fr neuf.fr gmx.fr gmx.com mail.com ymail.com'.split(
    ' ',
  );

test('a slip leads back to the provider that was meant, and never to another', () => {
  for (const meant of PROVIDERS) {
    assert.equal(suggestEmail(`nom@${meant}`), undefined, meant);
    for (let at = 1; at < meant.length; at += 1) {
      const [start, letter, end] = [meant.slice(0, at), meant[at]!, meant.slice(at + 1)];
      const slips = [start + end, start + letter + letter + end, `${start}q${end}`];
      if (end) slips.push(start + end[0]! + letter + end.slice(1));
      for (const slip of slips.filter((one) => !PROVIDERS.includes(one) && !one.endsWith('.')))
        assert.equal(suggestEmail(`nom@${slip}`), `nom@${meant}`, slip);
    }
  }
});

test('a suggestion is a plausible address, differs from what was typed, and asks for no other', () => {
  const near = fc
    .tuple(
      fc.constantFrom('gmail.com', 'orange.fr', 'laposte.net', 'x.con'),
      fc.nat(11),
      fc.string({ maxLength: 1 }),
    )
    .map(([domain, at, letter]) => `nom@${domain.slice(0, at)}${letter}${domain.slice(at + 1)}`);
  let suggested = 0;
  fc.assert(
    fc.property(fc.oneof(near, fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
      const suggestion = suggestEmail(text);
      if (suggestion === undefined) return;
      suggested += 1;
      assert.match(suggestion, /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
      assert.notEqual(suggestion, text.trim());
      assert.equal(suggestEmail(suggestion), undefined);
    }),
    { numRuns: 5_000 },
  );
  assert.ok(suggested > 300, `only ${suggested} suggestions`);
});
