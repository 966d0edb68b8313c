// Shares of applications: the addresses to report, what was removed from them and what was left out.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSharedText } from '../../src/core/address/shared-text.ts';
import { SHARED_TEXTS } from './shared-texts.ts';

for (const { from, shared, addresses, removed = [], leftOut = [], isBare } of SHARED_TEXTS) {
  test(`reads what is shared by ${from}`, () => {
    const reading = readSharedText(shared);
    assert.deepEqual(
      reading.addresses.map(({ value }) => value),
      addresses,
    );
    assert.deepEqual(
      reading.addresses.flatMap((address) => address.removed),
      removed,
    );
    assert.deepEqual(
      reading.leftOut.map(({ address, reason }) => [address, reason]),
      leftOut,
    );
    assert.equal(reading.hasWords, !isBare);
  });
}

test('tells what was done to a link: who shared it is gone, also where only applications say it', () => {
  const changes = (text: string): readonly string[] => readSharedText({ text }).addresses[0]!.changes;
  assert.deepEqual(changes('https://youtu.be/abc?si=1'), ['sharer_id_removed']);
  assert.deepEqual(changes('https://www.snapchat.com/spotlight/W7?sid=1&utm_source=x'), [
    'sharer_id_removed',
    'tracking_removed',
  ]);
  assert.deepEqual(changes('exemple.fr/a'), ['scheme_added']);
  assert.deepEqual(changes('https://exemple.fr/a'), []);
});

test('keeps the parameters of sites that only resemble the known ones', () => {
  for (const address of [
    'https://notsnapchat.com/a?sid=1',
    'https://snapchat.com.exemple.fr/a?sid=1',
    'https://exemple.fr/snapchat.com?sid=1&rcm=2&ts=3',
    'https://www.snapchat.com/a?side=1',
    'https://www.twitch.tv/videos/1?sort=sr',
  ]) {
    const [read] = readSharedText({ text: address }).addresses;
    assert.equal(read?.value, address);
    assert.deepEqual(read?.removed, []);
  }
});

test('takes a link for an advertisement only on the site itself', () => {
  for (const address of [
    'https://tiktok.com.exemple.fr/tiktoklite',
    'https://www.tiktok.com/@tiktoklite',
    'https://onelink.me/a',
    'https://proton.me/blog',
    'https://aka.ms/autre',
    'https://whatsapp.com/channel/1',
    'magnet:?xt=urn:btih:1&tr=https://mail.onelink.me/a',
  ]) {
    const { addresses } = readSharedText({ text: `https://exemple.fr/x ${address}` });
    assert.equal(addresses[1]?.value, address);
  }
});

test('words that only begin an address are words: nothing is left out for them', () => {
  for (const text of ['http:', 'https://', 'http: https://'])
    assert.deepEqual(readSharedText({ text }), { addresses: [], leftOut: [], hasWords: true }, text);
  const { addresses, leftOut, hasWords } = readSharedText({
    text: 'http: https://exemple.fr/x',
    url: 'http:',
  });
  assert.deepEqual(
    addresses.map(({ value }) => value),
    ['https://exemple.fr/x'],
  );
  assert.deepEqual([leftOut, hasWords], [[], true]);
});

test('two joiners in a word, in an address and between its characters', () => {
  const values = (text: string): string[] => readSharedText({ text }).addresses.map(({ value }) => value);
  assert.deepEqual(values('mot\u200d\u200d https://exemple.fr/a\u200c\u200cb'), ['https://exemple.fr/ab']);
  assert.deepEqual(values('https://exemple.fr/é\u200d\u200db?q=\u200d\u200d'), ['https://exemple.fr/éb?q=']);
});

test('what stood in a redirect tells nothing of its target, whatever else was done', () => {
  const target = encodeURIComponent('https://exemple.fr/x?utm_id=1&v=2');
  const [read] = readSharedText({ text: `https://l.facebook.com/l.php?u=${target}&h=AT0` }).addresses;
  assert.equal(read?.value, 'https://exemple.fr/x?v=2');
  assert.deepEqual(read.changes, ['redirect_unwrapped', 'tracking_removed']);
  assert.deepEqual(read.removed, []);
});

test('nothing after the longest field that is read counts', () => {
  const words = (length: number): boolean => readSharedText({ text: `${' '.repeat(length)}x` }).hasWords;
  assert.deepEqual([words(40_999), words(41_000)], [true, false]);
});

test('whatever is shared: at most twenty addresses, each read again as it is, in time', () => {
  const word = fc.oneof(
    fc.constantFrom(...SHARED_TEXTS.flatMap(({ shared }) => Object.values(shared) as string[])),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'binary' }),
  );
  const field = fc.option(
    fc.array(word, { maxLength: 15 }).map((words) => words.join(' ')),
    { nil: undefined },
  );
  fc.assert(
    fc.property(fc.record({ title: field, text: field, url: field }), (shared) => {
      const { addresses } = readSharedText(JSON.parse(JSON.stringify(shared)));
      assert.ok(addresses.length <= 20);
      assert.equal(new Set(addresses.map(({ value }) => value)).size, addresses.length);
      for (const { value } of addresses) {
        const again = readSharedText({ url: value }).addresses.map((address) => address.value);
        assert.deepEqual(again, [value]);
      }
    }),
    { numRuns: 300, examples: [[{ title: undefined, text: 'http://a.example/#):,', url: undefined }]] },
  );
});

test('reads a share of any length in time, and no more than twice the longest report', () => {
  const startedAt = performance.now();
  for (const text of ['https://a.fr/'.repeat(80_000), 'a'.repeat(1_000_000), '?a=b&'.repeat(200_000)])
    assert.ok(readSharedText({ text, title: text, url: text }).addresses.length <= 20);
  assert.ok(performance.now() - startedAt < 5_000);
});
