// The single message about an address: the change, and the part before an @.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, warningOf } from '../../src/core/address/warnings.ts';
import { normaliseAddress, splitAddresses } from '../../src/core/address/address.ts';

const warning = (typed: string): string | undefined => warningOf(normaliseAddress(typed), typed);

test('gives each kind of trouble its message, and no message where there is none', () => {
  for (const [code, texts] of Object.entries({
    local: ['http://localhost/x', 'http://192.168.1.1', 'http://[fe80::1]/x'],
    credentials: ['https://a:b@exemple.fr/x', 'https://a@exemple.fr', 'rtsp://a:b@exemple.fr/x'],
    cut: [
      'https://exemple.fr/abc…',
      'https://exemple.fr/abc%E2%80%A6',
      'https://exemple.fr/abc...',
      '(https://exemple.fr/abc…)',
      'https://exemple.fr/x?a=1&',
      'https://exemple.fr/x?v=',
      'https://exemple.fr/x?a=1&v= ',
      'exemple.fr...',
    ],
    onion: ['http://exemple.onion/x', '3g2upl4pq6kufc4m.onion'],
    search: ['https://www.google.fr/search?q=a'],
    short: ['https://bit.ly/a', 'https://vm.tiktok.com/a/'],
    share: ['https://chatgpt.com/share/a'],
    home: ['exemple.fr', 'https://exemple.fr/'],
    undefined: [
      'https://exemple.fr/a…b',
      'https://exemple.fr/?a=&b=2',
      'https://exemple.fr/x',
      'https://exemple.fr/x?a=b=',
      'https://exemple.fr/x?a=YWI=',
      'https://exemple.fr/x?',
      'https://exemple.fr/x.',
      'https://exemple.fr/x..',
      'https://exemple.fr/a…b',
      'https://exemple.fr/x#a=',
      'https://@exemple.fr/x',
      'https://t.me/c/1/2',
      'https://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion.ws/x',
      'Jean Dupont…',
      '@toto&',
      'data:x…',
      '',
    ],
  })) {
    for (const text of texts) assert.equal(`${warning(text)}`, code, text);
  }
});

test('says what helps most, where several things could be said', () => {
  for (const [text, code] of Object.entries({
    'http://a:b@localhost/x…': 'local',
    'https://a:b@exemple.fr/x…': 'credentials',
    'http://exemple.onion/x…': 'cut',
    'http://exemple.onion/': 'onion',
    'https://www.google.fr/search?q=': 'cut',
    'https://duckduckgo.com/?q=a': 'search',
  })) {
    assert.equal(warning(text), code, text);
  }
});

test('still sees that an address was cut when it was split off', () => {
  const [only = ''] = splitAddresses(' https://exemple.fr/abc... ');
  assert.equal(warning(only), 'cut');
});

test('says in one word what was changed, what was private first', () => {
  for (const [change, texts] of Object.entries({
    private: [
      'https://exemple.fr/x?utm_source=a',
      'instagram.com/p/x?igsh=a',
      'https://a:b@exemple.fr/x',
      'rtsp://a:b@exemple.fr/x',
      `https://l.facebook.com/l.php?u=${encodeURIComponent('https://exemple.fr/x?fbclid=a')}`,
    ],
    unwrapped: [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fexemple.fr%2Fx',
      'l.facebook.com/l.php?u=https%3A%2F%2Fexemple.fr%2Fx',
      'https://www.google.fr/imgres?imgurl=https%3A%2F%2Fexemple.fr%2Fx',
    ],
    scheme: ['exemple.fr/x', 'exemple[.]fr/x'],
    repaired: [
      'hxxps://exemple[.]fr/x',
      '(https://exemple.fr/x)',
      'view-source:https://exemple.fr/x',
      'https://exemple.fr/x#:~:text=a',
    ],
    undefined: [
      'https://exemple.fr/x',
      'https://EXEMPLE.fr/x',
      'https://exemple.fr:443/x',
      'https://éco.fr/x',
      'gopher://exemple.fr/x',
      'magnet:?xt=urn:btih:1',
    ],
  })) {
    for (const text of texts) {
      const result = normaliseAddress(text);
      assert.equal(`${result.kind === 'address' && changeOf(result)}`, change, text);
    }
  }
});

test('hands over what stood before an @, decoded, apart from the address', () => {
  for (const [text, value, credentials] of [
    ['https://a:b@exemple.fr/x', 'https://exemple.fr/x', { username: 'a', password: 'b' }],
    ['https://a@exemple.fr/x', 'https://exemple.fr/x', { username: 'a' }],
    ['https://:b@exemple.fr/x', 'https://exemple.fr/x', { password: 'b' }],
    ['https://@exemple.fr/x', 'https://exemple.fr/x', undefined],
    ['https://:@exemple.fr/x', 'https://exemple.fr/x', undefined],
    ['https://a:b:c@d@exemple.fr:81', 'https://exemple.fr:81', { username: 'a', password: 'b:c@d' }],
    ['https://%C3%A9:%E9%40@exemple.fr/x', 'https://exemple.fr/x', { username: 'é', password: '%E9%40' }],
    ['ftp://a:%00@exemple.fr/x', 'ftp://exemple.fr/x', { username: 'a', password: '\ufffd' }],
    ['rtsp://a:b@exemple.fr/x', 'rtsp://exemple.fr/x', { username: 'a', password: 'b' }],
    ['hxxps://a:b@exemple[.]fr/x', 'https://exemple.fr/x', { username: 'a', password: 'b' }],
    ['rtsp://(a@exemple.fr/x)', 'rtsp://exemple.fr/x)#', { username: '(a' }],
    ['https://(a@exemple.fr/x)', 'https://exemple.fr/x)#', { username: '(a' }],
    ['https://(a@exemple.fr)', 'https://exemple.fr', { username: '(a' }],
    // Text that only resembles a password, and the address that it hides.
    ['https://@http://exemple.fr/x', 'http://exemple.fr/x', undefined],
    ['https://exemple.fr/a:b@c', 'https://exemple.fr/a:b@c', undefined],
  ] as const) {
    const result = normaliseAddress(text);
    assert.ok(result.kind === 'address', text);
    assert.equal(result.url.value, value);
    assert.equal(result.display, value);
    assert.deepEqual(result.credentials, credentials, text);
    assert.equal(
      Boolean(result.url.flags?.includes('userinfo_present')),
      value !== text && !text.endsWith('c'),
    );
  }
  const long = normaliseAddress(`https://${'é'.repeat(200)}@exemple.fr/x`);
  assert.ok(long.kind === 'address' && [...(long.credentials?.username ?? '')].length === 128);
});

test('whatever the address, sends nothing of user name and password with it', () => {
  const mark = fc.constantFrom('CanaryA', 'canary%20b', 'canàry', 'canary.c', 'canary[.]d', 'canary@e');
  const before = fc.constantFrom(
    'https://',
    'http:',
    'hxxps://',
    'ftp://',
    '(https://',
    'rtsp://',
    'x https://',
  );
  const after = fc.constantFrom(
    'exemple.fr/x',
    'Exemple.fr',
    'localhost:81/?utm_source=a',
    '[::1]/x#y',
    'a.onion',
  );
  fc.assert(
    fc.property(before, mark, mark, after, (start, username, password, end) => {
      for (const text of [`${start}${username}:${password}@${end}`, `${start}${password}@${end} `]) {
        for (const result of [text, ...splitAddresses(text)].map(normaliseAddress)) {
          assert.ok(result.kind === 'address', text);
          assert.ok(result.credentials);
          assert.doesNotMatch(JSON.stringify({ ...result, credentials: undefined }), /can.{0,6}ry/i);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
