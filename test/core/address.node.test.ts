// Addresses as people paste them: the result for each, and the properties that hold for any text.

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { identifiersOf, placeOf } from '../../src/core/address/place.ts';
import { changeOf, warningOf } from '../../src/core/address/warnings.ts';
import { type AddressResult, normaliseAddress, splitAddresses } from '../../src/core/address/address.ts';
import { pageAddress } from '../../src/core/address/page-address.ts';
import { readIdentifier } from '../../src/core/draft/identifiers.ts';
import { anyText } from './address-arbitrary.ts';

const RUNS = { numRuns: 3_000 };
const ONION = `${'abcdefghijklmnopqrstuvwxyz234567'.repeat(2).slice(0, 55)}d.onion`;
const KEY = 'duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad';
const MD5 = '0c43aec2bf3e7fd0be9b6b53a1b3fbd9';
const encode = encodeURIComponent;

/** The value of an address, short enough for one table row: else `=identifier`, `@handle`, `!code`. */
function outcome(text: string): string {
  const result = normaliseAddress(text);
  if (result.kind === 'address') return result.url.value;
  if (result.kind === 'refused') return `!${result.code}`;
  return `${result.identifier.type === 'account_handle' ? '' : '='}${result.identifier.value}`;
}

function found(text: string): Extract<AddressResult, { kind: 'address' }> {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', text);
  return result;
}

function becomes(rows: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(rows)) assert.equal(outcome(text), expected, text);
}

function stay(addresses: readonly string[]): void {
  for (const address of addresses) {
    const { url } = found(address);
    assert.equal(url.value, address);
    assert.equal(url.changes, undefined, address);
    assert.equal(url.asEntered, undefined, address);
  }
}

test('keeps a well-formed address byte for byte: path, query, order, escapes, fragment', () => {
  stay([
    'https://exemple.fr',
    'http://exemple.fr/',
    'https://www.exemple.fr/Dossier/Page.HTML?b=2&a=1&a=0#Post-7',
    'https://www.jeuxvideo.com/forums/42-51-73512345-1-0-1-0-titre-du-sujet.htm#post_1234567',
    'https://forum.exemple.fr/viewtopic.php?f=3&t=1234&start=20#p5678',
    'https://fr.wikipedia.org/wiki/Pr%C3%A9sident_(Vienne)',
    'https://fr.wikipedia.org/wiki/Crêpe',
    'https://fa.wikipedia.org/wiki/می\u200cخواهم',
    'https://exemple.fr/👨\u200d👩\u200d👧/x',
    'https://mega.nz/folder/AbCdEfGh#0123456789abcdefABCDEF',
    'https://exemple.fr/#!/route/12?x=1',
    'https://exemple.fr/a//b/./c/../d;v=1,2',
    'https://exemple.fr/%7Euser/%e9?q=%20+a%2Bb&&x=&=y',
    'https://exemple.fr/recherche?q=a?b=c',
    'https://exemple.fr/x?',
    'https://exemple.fr/x?&',
    'https://exemple.fr/a[1]',
    "https://exemple.fr/l'avis!(1)*~$@:",
    'https://exemple.fr:8443/x',
    'http://exemple.fr:443/x',
    'https://exemple.fr./x',
    'https://exemple.fr\\x',
    'https://ex%61mple.fr/x',
    'https://xn--exmple-cua.fr/x',
    'http://203.0.113.9/x',
    'http://[2001:db8::1]:8080/x',
    'https://web.archive.org/web/20240101000000/https://exemple.fr/x',
    'https://lemonde.fr/article,1-0.html',
    'https://exemple.fr/?url=https://autre.fr/x',
    'https://boards.exemple.org/b/thread/123456#p123789',
    'https://exemple.fr/view-source:x',
    'https://exemple.fr/data:x',
    `http://${ONION}/x#y`,
  ]);
});

test('removes what surrounds an address in a sentence', () => {
  becomes({
    '  https://exemple.fr/x \n': 'https://exemple.fr/x',
    '<https://exemple.fr/x>': 'https://exemple.fr/x',
    '"https://exemple.fr/x"': 'https://exemple.fr/x',
    "'https://exemple.fr/x'": 'https://exemple.fr/x',
    '« https://exemple.fr/x »': 'https://exemple.fr/x',
    '«\u00a0https://exemple.fr/x\u00a0».': 'https://exemple.fr/x',
    '“https://exemple.fr/x”': 'https://exemple.fr/x',
    '(https://exemple.fr/x).': 'https://exemple.fr/x',
    'https://exemple.fr/x),': 'https://exemple.fr/x',
    'https://exemple.fr/x.': 'https://exemple.fr/x',
    'https://exemple.fr/x;': 'https://exemple.fr/x',
    'https://exemple.fr/x_(y)': 'https://exemple.fr/x_(y)',
    '(https://exemple.fr/x_(y))': 'https://exemple.fr/x_(y)',
    'https://exemple.fr/f(a(b))': 'https://exemple.fr/f(a(b))',
    'https://exemple.fr/«_x_»': 'https://exemple.fr/«_x_»',
    '\u200bhttps://exem\u00adple.fr/a\u200e\u202eb\ufeff': 'https://exemple.fr/ab',
    'https://exemple.fr/x]': 'https://exemple.fr/x',
    // What only begins like a quotation is whole.
    '"https://exemple.fr/a"b': 'https://exemple.fr/a%22b',
    'https://exemple.fr/a\u200db': 'https://exemple.fr/ab',
    'https://exemple.fr/a\u200c\u200db': 'https://exemple.fr/ab',
    'https://exemple.fr/é\u200d\u200db': 'https://exemple.fr/éb',
    'https://exemple.fr/b\u200d\u200dé': 'https://exemple.fr/bé',
    'https://exemple.fr/é\u200d\u200dé': 'https://exemple.fr/é\u200d\u200dé',
    'https://exemple.fr/é\u200d\u200d': 'https://exemple.fr/é',
    'https://exemple.fr/a\n  b\tc': 'https://exemple.fr/a%20%20bc',
  });
  assert.deepEqual(found('(https://exemple.fr/x).').url.changes, ['trimmed']);
  // White space around an address is removed without a message.
  assert.deepEqual(found(' https://exemple.fr/x ').url, { value: 'https://exemple.fr/x', kind: 'http' });
});

test('adds https, or http before an onion', () => {
  becomes({
    'exemple.fr': 'https://exemple.fr',
    'www.exemple.fr/x?y#z': 'https://www.exemple.fr/x?y#z',
    'Exemple.FR/X': 'https://exemple.fr/X',
    'exemple.fr:8080/x': 'https://exemple.fr:8080/x',
    'exemple.fr?x=1': 'https://exemple.fr?x=1',
    '//exemple.fr/x': 'https://exemple.fr/x',
    '://exemple.fr/x': 'https://exemple.fr/x',
    'data.gouv.fr/x': 'https://data.gouv.fr/x',
    'about.me/x': 'https://about.me/x',
    '203.0.113.9:81/x': 'https://203.0.113.9:81/x',
    '[2001:db8::1]/x': 'https://[2001:db8::1]/x',
    'localhost:3000': 'https://localhost:3000',
    'web.archive.org/web/2024/https://exemple.fr': 'https://web.archive.org/web/2024/https://exemple.fr',
    [ONION]: `http://${ONION}`,
    [`${ONION.toUpperCase()}/X`]: `http://${ONION}/X`,
    [`https://${ONION}/`]: `https://${ONION}/`,
  });
  assert.deepEqual(found('exemple.fr/x').url, {
    value: 'https://exemple.fr/x',
    kind: 'http',
    changes: ['scheme_added'],
    asEntered: 'exemple.fr/x',
  });
  assert.equal(found(ONION).url.kind, 'onion');
});

test('repairs a scheme that was broken or disarmed', () => {
  becomes({
    'hxxp://exemple.fr/x': 'http://exemple.fr/x',
    'hXXps://exemple.fr/x': 'https://exemple.fr/x',
    'hxxps[:]//exemple[.]fr/x': 'https://exemple.fr/x',
    'hxxps[://]exemple.fr/x': 'https://exemple.fr/x',
    'h**ps://exemple.fr/x': 'https://exemple.fr/x',
    'htp://exemple.fr/x': 'http://exemple.fr/x',
    'htttps://exemple.fr/x': 'https://exemple.fr/x',
    'hhttps://exemple.fr/x': 'https://exemple.fr/x',
    'ttps://exemple.fr/x': 'https://exemple.fr/x',
    'https//exemple.fr/x': 'https://exemple.fr/x',
    'https:/exemple.fr/x': 'https://exemple.fr/x',
    'https:///exemple.fr/x': 'https://exemple.fr/x',
    'http:exemple.fr/x': 'http://exemple.fr/x',
    'https;//exemple.fr/x': 'https://exemple.fr/x',
    'https : // exemple.fr/x': 'https://exemple.fr/x',
    'https:\\\\exemple.fr\\x': 'https://exemple.fr\\x',
    'http://https://exemple.fr/x': 'https://exemple.fr/x',
    'https://http//exemple.fr/x': 'http://exemple.fr/x',
    'HTTPS://exemple.fr/x': 'https://exemple.fr/x',
    'https://http.cat/404': 'https://http.cat/404',
    'https://https.cio.gov/x': 'https://https.cio.gov/x',
    'exemple.fr/http:/x': 'https://exemple.fr/http:/x',
    'xp://exemple.fr/x': 'xp://exemple.fr/x',
  });
  assert.deepEqual(found('https//exemple.fr/x').url.changes, ['refanged']);
  // A capital first letter from a phone keyboard is not reported as a change.
  assert.equal(found('Https://exemple.fr/x').url.changes, undefined);
});

test('re-arms the dots of a host, and past the host only where the host was disarmed', () => {
  becomes({
    'exemple[.]fr/x': 'https://exemple.fr/x',
    'exemple(.)fr': 'https://exemple.fr',
    'exemple {.} fr': 'https://exemple.fr',
    'exemple[dot]fr/x[.]html': 'https://exemple.fr/x.html',
    'exemple (dot) fr': 'https://exemple.fr',
    'www [point] exemple [point] fr': 'https://www.exemple.fr',
    'www. exemple. fr/x': 'https://www.exemple.fr/x',
    'exemple .fr': 'https://exemple.fr',
    'https://exemple.fr/x[.]y(dot)z': 'https://exemple.fr/x[.]y(dot)z',
    'https://en.wikipedia.org/wiki/Dot_(dot)': 'https://en.wikipedia.org/wiki/Dot_(dot)',
  });
  assert.deepEqual(found('hxxps://exemple[.]fr/x').url.changes, ['refanged']);
  assert.equal(found('hxxps://exemple[.]fr/x').url.asEntered, 'hxxps://exemple[.]fr/x');
});

test('refuses pictures, scripts, addresses of this device and emptiness, with the code of the field', () => {
  becomes({
    'data:image/png;base64,iVBORw0KGgo=': '!url.data',
    ' DATA:text/html,<a href="https://exemple.fr">x</a>': '!url.data',
    'javascript:alert(1)': '!url.data',
    'java\u200bscript:alert(1)': '!url.data',
    '"JavaScript:alert(1)"': '!url.data',
    'view-source:javascript:alert(1)': '!url.data',
    [`iVBORw0KGgo${'A/b+'.repeat(60)}==`]: '!url.data',
    'blob:https://exemple.fr/550e8400-e29b': '!url.local',
    'file:///C:/Users/moi/photo.jpg': '!url.local',
    'content://media/external/images/1': '!url.local',
    'about:blank': '!url.local',
    '': '!url.empty',
    ' \u200b\n ': '!url.empty',
    '""': '!url.empty',
    'https://': '!url.empty',
  });
  // A sentence that starts with such a word is no address.
  becomes({ 'content: des images choquantes': '=content: des images choquantes' });
  // Long runs of letters are common in true addresses.
  stay([`https://news.exemple.fr/rss/${'CBMiAbcd'.repeat(40)}`]);
});

test('takes 2,048 code points and no more, unless cleaning brings it below', () => {
  const start = 'https://exemple.fr/';
  assert.equal(found(start + '😀'.repeat(2_048 - start.length)).url.value.length, 4_077);
  assert.equal(outcome(`${start}${'a'.repeat(2_049 - start.length)}`), '!url.long');
  assert.equal(outcome('a b '.repeat(600)), '!url.long');
  assert.equal(outcome('é'.repeat(2_049)), '!url.long');
  assert.equal(outcome('é'.repeat(2_048)), `=${'é'.repeat(512)}`);
  assert.equal(outcome('a'.repeat(30) + ' é'.repeat(1_000_000)), '!url.long');
  assert.equal(outcome(`${start}x?id=1&fbclid=${'a'.repeat(3_000)}`), `${start}x?id=1`);
  // The scheme and the escapes that we add never make a valid address too long.
  const bare = `exemple.fr/${'a'.repeat(2_037)}`;
  assert.deepEqual([bare.length, outcome(bare)], [2_048, `https://${bare}`]);
  // The escapes bring it to the limit of the wire, and no further.
  const escaped = (letters: number): string => `${start}${'<'.repeat(1_100)}${'x'.repeat(letters)}`;
  assert.equal(found(escaped(777)).url.value.length, 4_096);
  assert.equal(outcome(escaped(778)), `=${escaped(778).slice(0, 512)}`);
  // The typed text goes with it up to the same limit.
  const quoted = (letters: number): string | undefined =>
    found(`${start}x#:~:text=${'a'.repeat(letters)}`).url.asEntered;
  assert.equal(quoted(4_096 - start.length - 10)?.length, 4_096);
  assert.equal(quoted(4_097 - start.length - 10), undefined);
});

test('reads twenty thousand characters of one word, and nothing after them', () => {
  const start = 'https://exemple.fr/x?fbclid=';
  const text = `${start}${'a'.repeat(20_500 - start.length - 4)}&b=23`;
  assert.equal(text.length, 20_501);
  assert.equal(outcome(text), 'https://exemple.fr/x?b=2');
  assert.deepEqual(splitAddresses(text), [text.slice(0, -1)]);
});

test('reads a paste of any length: no address is lost, cut or read twice where one part ends', () => {
  for (const length of [24, 81, 2_048]) {
    const list = Array.from({ length: Math.ceil(50_000 / length) }, (_, n) =>
      `https://a.example/${n}/`.padEnd(length, 'x'),
    );
    for (const between of ['\n', ' ', ', ', '\r\n\r\n'])
      assert.deepEqual(splitAddresses(list.join(between)), list, `${length} ${JSON.stringify(between)}`);
    // The same again, in a later part.
    assert.deepEqual(splitAddresses([...list, ...list].join('\n')), list);
  }
  // A word that is longer than a part is no address, and takes none with it.
  const long = `https://a.example/${'x'.repeat(50_000)}`;
  assert.deepEqual(splitAddresses(`https://b.example/1 ${long} https://c.example/2`), [
    'https://b.example/1',
    long.slice(0, 20_500),
    'https://c.example/2',
  ]);
  assert.deepEqual(splitAddresses(' '.repeat(50_000)), []);
});

test('keeps what is no address as an identifier', () => {
  becomes({
    'Jean Dupont sur Insta': '=Jean Dupont sur Insta',
    'mon site est exemple.fr': '=mon site est exemple.fr',
    'Snapchat : toto75': '=Snapchat : toto75',
    'snapchat:toto75': '=snapchat:toto75',
    'jean@exemple.fr': '=jean@exemple.fr',
    'user:pass@exemple.fr': '=user:pass@exemple.fr',
    'mailto:jean@exemple.fr': '=mailto:jean@exemple.fr',
    'photo.jpg': '=photo.jpg',
    'film.avi': '=film.avi',
    '06 12 34 56 78': '=06 12 34 56 78',
    'https://exemple.fr:99999/': '=https://exemple.fr:99999/',
    'https://é%22b.fr/x': '=https://é%22b.fr/x',
    'tg:': '=tg:',
    'toto:a//b': '=toto:a//b',
    "https://'@'": "=https://'@'",
    'a\tb\n\u200b c\0': '=a b c\ufffd',
    '(:toto:)': '=(:toto:)',
    '@toto.75': '@toto.75',
    ' «@toto» ': '«@toto»',
    '@toto@mastodon.social': '@toto@mastodon.social',
    '\x01': '!url.empty',
  } as const satisfies Record<string, string>);
  const long = normaliseAddress('é '.repeat(600));
  assert.ok(long.kind === 'identifier' && long.identifier.value.length === 512);
});

test('knows other schemes', () => {
  for (const [address, kind, value = address] of [
    ['magnet:?xt=urn:btih:0123456789abcdef&dn=a+b&tr=udp://t.exemple:80', 'magnet'],
    ['MAGNET:?xt=urn:btih:ABC', 'magnet', 'magnet:?xt=urn:btih:ABC'],
    ['ed2k://|file|mon film.avi|123|ABC|/', 'ed2k', 'ed2k://|file|mon%20film.avi|123|ABC|/'],
    ['ftp://Exemple.fr:21/Pub/x', 'ftp', 'ftp://exemple.fr/Pub/x'],
    ['tg://resolve?domain=x&post=3', 'http', 'https://t.me/x/3'],
    ['TG:resolve?domain=x', 'http', 'https://t.me/x'],
    ['tg://resolve?domain=x&start=3', 'app_link'],
    ['tg://join?invite=x', 'app_link'],
    ['snapchat://add/toto', 'app_link'],
    ['discord://discord.com/channels/1/2', 'app_link'],
    ['intent://exemple.fr/#Intent;scheme=https;end', 'app_link'],
    ['gopher://exemple.fr/1/x', 'other'],
    ['svn+ssh://exemple.fr/x', 'other'],
    ['x-tg://exemple.fr/x', 'other'],
    ['x-tg://resolve?domain=x', 'other'],
    ['tg://resolve?domain=', 'app_link'],
    ['snssdk1128://aweme/detail/1', 'app_link'],
    ['snssdk://aweme/detail/1', 'other'],
    ['sftp://exemple.fr/x', 'other'],
    ['ftps://exemple.fr/x', 'other'],
    ['xhttp://exemple.fr/x', 'other'],
    ['IPFS://bafy/x', 'other', 'ipfs://bafy/x'],
  ] as const) {
    const { url, display } = found(address);
    assert.deepEqual([url.kind, url.value, display], [kind, value, value]);
  }
});

test('lower-cases the host, writes it in Punycode, and shows it as it was typed', () => {
  for (const [text, value, display, changes] of [
    ['https://WWW.Exemple.FR/X', 'https://www.exemple.fr/X', 'https://www.exemple.fr/X', ['host_lowercased']],
    ['https://éco.fr/é', 'https://xn--co-9ia.fr/é', 'https://éco.fr/é', ['punycode']],
    ['ÉCO.fr', 'https://xn--co-9ia.fr', 'https://éco.fr', ['scheme_added', 'host_lowercased', 'punycode']],
    [
      'موقع.وزارة-الاتصالات.مصر/x',
      'https://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/x',
      'https://موقع.وزارة-الاتصالات.مصر/x',
      ['scheme_added', 'punycode'],
    ],
    ['i❤️.ws/x', 'https://xn--i-7iq.ws/x', 'https://i❤️.ws/x', ['scheme_added', 'punycode']],
    [
      'http://пример.рф:80/x',
      'http://xn--e1afmkfd.xn--p1ai/x',
      'http://пример.рф/x',
      ['punycode', 'default_port_removed'],
    ],
    ['https://exemple.fr:443/x', 'https://exemple.fr/x', 'https://exemple.fr/x', ['default_port_removed']],
    ['https://exemple.fr:/x', 'https://exemple.fr/x', 'https://exemple.fr/x', ['default_port_removed']],
  ] as const) {
    const result = found(text);
    assert.deepEqual([result.url.value, result.display, result.url.changes], [value, display, changes]);
    assert.equal(result.url.asEntered, text);
  }
});

test('removes tracking parameters where they stand', () => {
  const names =
    'utm_source utm_x UTM_Campaign gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id mc_cid mc_eid yclid _hsenc _hsmi';
  for (const name of names.split(' ')) {
    const { url } = found(`https://exemple.fr/x?a=1&${name}=z&b=2#c`);
    assert.deepEqual(url, {
      value: 'https://exemple.fr/x?a=1&b=2#c',
      kind: 'http',
      changes: ['tracking_removed'],
    });
  }
  becomes({
    'https://exemple.fr/x?utm_source=a': 'https://exemple.fr/x',
    'https://exemple.fr?fbclid=1': 'https://exemple.fr',
    'https://exemple.fr?fbclid=1&b=2': 'https://exemple.fr?b=2',
    'https://exemple.fr/x?utm_source=a#b': 'https://exemple.fr/x#b',
    'https://exemple.fr/x?utm_source=a&b=2': 'https://exemple.fr/x?b=2',
    'https://exemple.fr/x?b=2&utm_source': 'https://exemple.fr/x?b=2',
    'https://exemple.fr/x?utm_source=a&gclid=b&': 'https://exemple.fr/x',
    'https://exemple.fr/x?a=1&utm_source=b&': 'https://exemple.fr/x?a=1&',
    'https://exemple.fr/x?a=1&amp;utm_source=b&amp;c=2': 'https://exemple.fr/x?a=1&amp;c=2',
    'https://exemple.fr/x?gclid=1&amp;c=2': 'https://exemple.fr/x?c=2',
    'https://exemple.fr/x?GCLID=1&xutm_a=2&gclid2=3': 'https://exemple.fr/x?GCLID=1&xutm_a=2&gclid2=3',
    'https://exemple.fr/x?a=1;utm_source=b': 'https://exemple.fr/x?a=1',
    'https://exemple.fr/x?utm_source=a;b=2;utm_id=c;d&e=3': 'https://exemple.fr/x?b=2&e=3',
    'https://exemple.fr/x?a=1&utm_id=5;b=2': 'https://exemple.fr/x?a=1;b=2',
    'https://exemple.fr/utm_source=a/x#utm_source=b': 'https://exemple.fr/utm_source=a/x#utm_source=b',
    // The empty fragment stops a second reading from removing the full stop as the end of a sentence.
    'https://fr.wikipedia.org/wiki/S.A.R.L.?utm_source=x': 'https://fr.wikipedia.org/wiki/S.A.R.L.#',
  });
});

test('removes what tells who shared a link, on the host where it does', () => {
  for (const [host, names] of [
    ['www.instagram.com', 'igsh igshid'],
    ['www.youtube.com', 'si pp feature'],
    ['m.youtube.com', 'si'],
    ['youtu.be', 'si feature'],
    ['open.spotify.com', 'si'],
    ['www.tiktok.com', '_t _r is_from_webapp sender_device share_app_id share_link_id'],
    ['x.com', 's t'],
    ['mobile.twitter.com', 's t'],
    ['www.facebook.com', 'mibextid rdid share_url fbclid'],
    ['exemple.fr', 'fbclid'],
  ] as const) {
    for (const name of names.split(' ')) {
      const { url } = found(`https://${host}/x?${name}=z&v=2`);
      assert.deepEqual(
        url,
        { value: `https://${host}/x?v=2`, kind: 'http', changes: ['sharer_id_removed'] },
        name,
      );
    }
  }
  stay([
    'https://exemple.fr/x?igsh=1&si=2&s=3&t=4&_t=5&feature=6&share_id=7&mibextid=8',
    'https://www.youtube.com/watch?v=abc&t=42s&list=x',
    'https://notx.com/x?s=1',
    'https://x.com.exemple.fr/x?s=1',
    'https://exemple.fr/youtube.com?si=1',
    'https://x.com/x?S=1&ss=2',
  ]);
  assert.equal(outcome('https://X.com./a/status/1?s=20&t=b'), 'https://x.com./a/status/1');
});

test('unwraps redirects, and drops the wrapper', () => {
  const target = 'https://exemple.fr/x?a=b%20c&d=1#e';
  const it = encode(target);
  for (const wrapper of [
    `https://l.facebook.com/l.php?u=${it}&h=AT0xyz`,
    `https://lm.facebook.com/l.php?h=AT0&u=${it}`,
    `https://l.instagram.com/?u=${it}&e=AT1`,
    `https://l.instagram.com?u=${it}`,
    `https://www.google.com/url?q=${it}&sa=D`,
    `https://www.google.fr/url?sa=t&q=&url=${it}&ved=1`,
    `https://www.google.co.uk/url?url=${it}`,
    `https://eur03.safelinks.protection.outlook.com/?url=${it}&data=05%7C&reserved=0`,
    `https://www.youtube.com/redirect?event=comments&redir_token=x&q=${it}`,
    `https://out.reddit.com/t3_abc?url=${it}&token=x`,
    `https://vk.com/away.php?to=${it}&cc_key=`,
    `https://t.umblr.com/redirect?z=${it}&t=x`,
    `https://duckduckgo.com/l/?uddg=${it}&rut=x`,
    `https://steamcommunity.com/linkfilter/?url=${it}`,
    `https://www.tiktok.com/link/v2?aid=1&target=${it}`,
    `l.facebook.com/l.php?u=${it}`,
  ]) {
    const result = found(wrapper);
    assert.equal(result.url.value, target, wrapper);
    assert.ok(result.url.changes?.includes('redirect_unwrapped'));
    assert.equal(result.url.asEntered, undefined);
    assert.equal(result.unwrappedFrom, undefined);
  }
  becomes({
    [`https://l.facebook.com/l.php?u=${encode('https://Exemple.fr:443/x?fbclid=1#:~:text=a')}`]:
      'https://exemple.fr/x',
    [`https://l.facebook.com/l.php?u=${encode('http://exemple.fr/S.A.')}&h=1`]: 'http://exemple.fr/S.A.#',
    [`https://l.facebook.com/l.php?u=${encode(`http://${ONION}/`)}`]: `http://${ONION}/`,
  });
  stay([
    `https://google.com.exemple.fr/url?q=${it}`,
    `https://exemple.fr/google.com/url?q=${it}`,
    `https://docs.exemple.fr/l.facebook.com/l.php?u=${it}`,
    'https://l.facebook.com/l.php?u=javascript%3Aalert(1)',
    `https://l.facebook.com/l.php?u=${encode('ftp://exemple.fr/')}${it}`,
    'https://l.facebook.com/l.php?u=https%3A%2F%2F',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fa%',
    `https://exemple.fr/?u=${it}`,
  ]);
});

test('unwraps three levels; what nests deeper stays whole', () => {
  const wrap = (address: string): string => `https://l.facebook.com/l.php?u=${encode(address)}`;
  const third = wrap(wrap(wrap('https://exemple.fr/x')));
  assert.equal(outcome(third), 'https://exemple.fr/x');
  stay([wrap(third), wrap(wrap(third))]);
});

test('takes the image out of an image search, with the page that shows it', () => {
  const image = encode('https://cdn.exemple.fr/i.jpg?w=1');
  const page = encode('https://exemple.fr/galerie?utm_source=g&n=2');
  const google = found(`https://www.google.fr/imgres?imgrefurl=${page}&q=mots&imgurl=${image}&ved=1`);
  assert.deepEqual(google.url, {
    value: 'https://cdn.exemple.fr/i.jpg?w=1',
    kind: 'http',
    changes: ['search_result_unwrapped'],
  });
  assert.deepEqual(google.unwrappedFrom, {
    value: 'https://exemple.fr/galerie?n=2',
    kind: 'http',
    changes: ['tracking_removed'],
  });
  becomes({
    [`https://www.google.com/imgres?imgrefurl=${encode('https://exemple.fr/g')}`]: 'https://exemple.fr/g',
    [`https://www.bing.com/images/search?view=detailV2&mediaurl=${image}&q=mots`]:
      'https://cdn.exemple.fr/i.jpg?w=1',
    [`https://duckduckgo.com/?q=mots&ia=images&iai=${image}`]: 'https://cdn.exemple.fr/i.jpg?w=1',
    [`https://yandex.ru/images/search?img_url=${image}&text=mots`]: 'https://cdn.exemple.fr/i.jpg?w=1',
  });
  for (const search of [
    `https://duckduckgo.com/?iai=${image}`,
    `https://www.google.com/imgres?imgrefurl=${image}`,
  ])
    assert.deepEqual(found(search).url.changes, ['search_result_unwrapped']);
  stay([
    `https://www.google.fr/imgres?ximgurl=${image}&imgurlx=${image}`,
    `https://www.google.fr/imgres?ximgrefurl=${page}&imgrefurlx=${page}`,
    `https://www.bing.com/images/search?q=mots&source=${image}`,
    `https://www.google.fr.exemple.org/imgres?imgurl=${image}`,
  ]);
});

test('removes view-source and the text fragment, and no other fragment', () => {
  const source = found('view-source:https://exemple.fr/x');
  assert.deepEqual(
    [source.url.value, source.url.changes, source.url.asEntered],
    ['https://exemple.fr/x', ['view_source_removed'], 'view-source:https://exemple.fr/x'],
  );
  const quoted = found('https://exemple.fr/x#:~:text=un%20mot,fin&text=autre');
  assert.deepEqual(
    [quoted.url.value, quoted.url.changes],
    ['https://exemple.fr/x', ['text_fragment_removed']],
  );
  becomes({
    'https://exemple.fr/x#s2:~:text=mot': 'https://exemple.fr/x#s2',
    'https://exemple.fr/x#text=mot': 'https://exemple.fr/x#text=mot',
    'View-Source:view-source:exemple.fr/x': 'https://exemple.fr/x',
  });
});

test('flags what deserves a soft message', () => {
  for (const [flag, addresses] of Object.entries({
    home_page_only:
      'https://exemple.fr https://exemple.fr/ https://exemple.fr/?utm_source=a https://exemple.fr:81/#',
    search_engine_page:
      'https://www.google.fr/search?q=a https://google.com/search?q=https://exemple.fr/x https://www.google.com/imgres?x=1 https://www.bing.com/search?q=a https://www.bing.com/ck/a?!&&u=a1aHR0 https://fr.search.yahoo.com/search?p=a https://duckduckgo.com/?q=a https://www.qwant.com/?q=a&t=web https://www.ecosia.org/search?q=a https://yandex.ru/search/?text=a https://search.brave.com/search?q=a https://www.startpage.com/do/search?query=a https://www.baidu.com/s?wd=a',
    local_or_private_host:
      'http://localhost/x http://127.0.0.1/x http://10.1.2.3/x http://192.168.1.1/x http://172.16.0.1/x http://172.31.0.1/x http://[::1]/x http://[::]/x http://nas.local/x http://0x7f.1/x http://0.0.0.0/x http://169.254.1.2/x http://[fd12:3456::1]/x http://[fc00::1]/x http://[fe80::1]/x http://[febf::1]/x http://a.localhost/x http://x.lan/x http://x.internal/x http://x.home.arpa/x',
    userinfo_present:
      'https://user:pass@exemple.fr/x https://a@b@exemple.fr/x https://@exemple.fr/x rtsp://a:b@exemple.fr/x',
    very_long: `https://exemple.fr/${'a'.repeat(990)}`,
    tor_gateway: `https://${KEY}.onion.ws/x https://www.${KEY}.onion.pet/x https://${KEY}.tor2web.org/x`,
    onion_v2: 'http://3g2upl4pq6kufc4m.onion/x http://www.3g2upl4pq6kufc4m.onion:81/x',
    onion_checksum_failed: `http://${KEY.slice(1)}.onion/x http://${ONION}/x http://exemple.onion/x`,
    app_deep_link: 'tg://join?invite=x discord://x snapchat://x intent://x',
  })) {
    for (const address of addresses.split(' ')) assert.deepEqual(found(address).url.flags, [flag], address);
  }
  for (const address of [
    `https://exemple.fr/${'a'.repeat(989)}`,
    'https://exemple.fr/x',
    'https://exemple.fr/?x',
    'https://exemple.fr/#/x',
    'https://www.google.com/maps/place/x',
    'https://docs.google.com/document/search?q=a',
    'https://exemple.fr/search?q=a',
    'http://10.exemple.fr/x',
    'http://110.1.2.3/x',
    'http://x.local.exemple.fr/x',
    'https://exemple.onion.fr/x',
    'https://www.google.fr.exemple.org/search?q=a',
    'http://172.32.0.1/x',
    'http://11.0.0.1/x',
    'http://localhost.exemple.fr/x',
    'http://[fc::1]/x',
    'http://[fec0::1]/x',
    'http://[2001:fd12::1]/x',
    'http://169.255.1.2/x',
    'https://exemple.fr/localhost',
    'http://local/x',
    'http://malocalhost/x',
    `http://${KEY}.onion/x`,
    `http://www.${KEY}.onion./x`,
    'https://onion.exemple.fr/x',
    'https://www.onion.ws/x',
    `https://exemple.fr/${KEY}.onion.ws`,
    `https://exemple.fr/${'a'.repeat(900)}`,
  ]) {
    assert.equal(found(address).url.flags, undefined, address);
  }
});

test('encodes only the characters that no value may hold', () => {
  becomes({
    'https://exemple.fr/mon dossier/a "b" <c>.html?d=é f':
      'https://exemple.fr/mon%20dossier/a%20%22b%22%20%3Cc%3E.html?d=é%20f',
    'https://exemple.fr/a\u00a0b\u3000c\u2028d\x01e': 'https://exemple.fr/a%C2%A0b%E3%80%80c%E2%80%A8d%01e',
    'https://exemple.fr/a\ud800b\0': 'https://exemple.fr/a\ufffdb\ufffd',
  });
  const { url } = found('https://exemple.fr/a b');
  assert.deepEqual([url.changes, url.asEntered], [undefined, 'https://exemple.fr/a b']);
});

test('finds the one address of a sentence that comes without having been split', () => {
  becomes({
    'Regarde ça : https://vm.tiktok.com/ZMabc/ incroyable': 'https://vm.tiktok.com/ZMabc/',
    'Lien:https://www.instagram.com/p/abc/?igsh=xyz': 'https://www.instagram.com/p/abc/',
    '[titre](https://exemple.fr/x)': 'https://exemple.fr/x',
    'https://exemple.fr est un site': 'https://exemple.fr',
  });
});

test('splits a paste into the addresses it holds', () => {
  for (const [text, ...expected] of [
    ['https://exemple.fr/x', 'https://exemple.fr/x'],
    ['  exemple.fr  ', 'exemple.fr'],
    ['https://a.fr/x\nhttps://b.fr/y', 'https://a.fr/x', 'https://b.fr/y'],
    ['https://a.fr/xhttps://b.fr/y', 'https://a.fr/x', 'https://b.fr/y'],
    ['https://a.fr/x,https://b.fr/y;http://c.fr', 'https://a.fr/x', 'https://b.fr/y', 'http://c.fr'],
    ['https://a.fr/x, https://b.fr/y ; https://a.fr/x', 'https://a.fr/x', 'https://b.fr/y'],
    ['a.fr b.fr/x', 'a.fr', 'b.fr/x'],
    ['a.fr,b.fr;c.fr', 'a.fr', 'b.fr', 'c.fr'],
    ['- a.fr\n- b.fr', 'a.fr', 'b.fr'],
    ['1. https://a.fr/x\r\n2. https://b.fr/y', 'https://a.fr/x', 'https://b.fr/y'],
    ['1) hxxps://a[.]fr/x 2) hxxp://b[.]fr', 'hxxps://a[.]fr/x', 'hxxp://b[.]fr'],
    ['magnet:?xt=urn:btih:1 tg://resolve?domain=x', 'magnet:?xt=urn:btih:1', 'tg://resolve?domain=x'],
    ['Titre de la page https://exemple.fr/a?b=c', 'https://exemple.fr/a?b=c'],
    ['Titre – exemple.fr\nhttps://exemple.fr/a', 'https://exemple.fr/a'],
    ['Regarde ça : https://vm.tiktok.com/xyz/', 'https://vm.tiktok.com/xyz/'],
    ['Regarde ça :https://vm.tiktok.com/xyz/', 'https://vm.tiktok.com/xyz/'],
    ['“extrait du texte”\n https://exemple.fr/a#:~:text=extrait', 'https://exemple.fr/a#:~:text=extrait'],
    [
      'Découvrez cette vidéo de @toto ! #pourtoi https://www.tiktok.com/@toto/video/1?_r=1',
      'https://www.tiktok.com/@toto/video/1?_r=1',
    ],
    ['(voir https://fr.wikipedia.org/wiki/X_(y))', 'https://fr.wikipedia.org/wiki/X_(y)'],
    ['Titre<https://exemple.fr/x>', 'https://exemple.fr/x'],
    ['c’est sur www.exemple.fr', 'www.exemple.fr'],
    ['regarde exemple.fr/forum/12 stp', 'exemple.fr/forum/12'],
    [`sur ${ONION} par exemple`, ONION],
    ['https://a.fr/x via l’application Exemple', 'https://a.fr/x'],
    ['https://https://a.fr/x', 'https://https://a.fr/x'],
    ['https:// a.fr/x', 'https://a.fr/x'],
    ['hxxps://a [.] fr/x', 'hxxps://a[.]fr/x'],
    // A single text, even if it resembles several.
    ['my site is example.org', 'my site is example.org'],
    ['exemple.fr est un site horrible', 'exemple.fr est un site horrible'],
    ['Jean Dupont', 'Jean Dupont'],
    ['@toto', '@toto'],
    ['www. exemple . fr', 'www. exemple . fr'],
    ['vu sur exemple.www.fr hier', 'vu sur exemple.www.fr hier'],
    ['vu sur exemple.onion.fr hier', 'vu sur exemple.onion.fr hier'],
    ['a.fr,b', 'a.fr,b'],
    ['https://a.fr/x []/y', 'https://a.fr/x []/y'],
    ['voir svn+ssh://a.fr/x ici', 'svn+ssh://a.fr/x'],
    ['https://a.fr/x dans mes favoris/', 'https://a.fr/x'],
    ['https://a.fr/x sur a/b?', 'https://a.fr/x'],
    ['https://a.fr/x...', 'https://a.fr/x...'],
    ['(https://a.fr/x).', '(https://a.fr/x).'],
    ['https://a.fr/mon dossier/photo 1.jpg', 'https://a.fr/mon dossier/photo 1.jpg'],
    ['https://a.fr/?q=a b&p=2', 'https://a.fr/?q=a b&p=2'],
    ['https://a.fr/?url=https://b.fr', 'https://a.fr/?url=https://b.fr'],
    ['https://wa.me/?text=Voir%20https://b.fr', 'https://wa.me/?text=Voir%20https://b.fr'],
    ['https://web.archive.org/web/2024/https://b.fr/y', 'https://web.archive.org/web/2024/https://b.fr/y'],
    ['web.archive.org/web/2024/https://b.fr/y', 'web.archive.org/web/2024/https://b.fr/y'],
    ['https://lemonde.fr/article,1-0.html', 'https://lemonde.fr/article,1-0.html'],
    ['view-source:https://a.fr/x', 'view-source:https://a.fr/x'],
    // A refused text stays whole, so that the refusal applies to all of it.
    ['data:text/html,<a href="https://a.fr">x</a>', 'data:text/html,<a href="https://a.fr">x</a>'],
    ['blob:https://a.fr/1', 'blob:https://a.fr/1'],
    [''],
    [' \n '],
  ] as const) {
    assert.deepEqual(splitAddresses(text), expected, text);
  }
  assert.deepEqual(splitAddresses('voir https://a.fr/x et file:///C:/x.jpg'), [
    'https://a.fr/x',
    'file:///C:/x.jpg',
  ]);
});

test('gives the page its own canonical address, if it is one of the same site', () => {
  const page = 'https://forum.exemple.fr/sujet/12?utm_source=a&page=2#p34';
  for (const [canonical, expected] of [
    ['https://forum.exemple.fr/sujet/12', 'https://forum.exemple.fr/sujet/12'],
    ['/sujet/12?page=2&zenid=1', 'https://forum.exemple.fr/sujet/12?page=2'],
    ['https://exemple.fr/sujet/12', undefined],
    ['http://forum.exemple.fr/sujet/12', undefined],
    ['https://forum.exemple.fr/', undefined],
    ['/?page=2', 'https://forum.exemple.fr/?page=2'],
    ['http://[', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const) {
    assert.equal(pageAddress(page, canonical), expected ?? 'https://forum.exemple.fr/sujet/12?page=2#p34');
  }
});

test('takes sessions, trackers and credentials out of the address of a page, and nothing else', () => {
  for (const [page, expected] of [
    ['https://moi:secret@exemple.fr/x', 'https://exemple.fr/x'],
    ['https://exemple.fr/t.jsp;jsessionid=0A1B?id=2', 'https://exemple.fr/t.jsp?id=2'],
    ['https://exemple.fr/(S(abc123))/t.aspx', 'https://exemple.fr/t.aspx'],
    ['https://exemple.fr/t?PHPSESSID=1&id=2&fbclid=3', 'https://exemple.fr/t?id=2'],
    [
      `https://exemple.fr/t?sid=${MD5}&session_id=9f86d081884c7d65&phpbb3_sid=${MD5}&access_token=4&sesskey=5`,
      'https://exemple.fr/t',
    ],
    // Numbers of stories, articles and talks.
    ...[
      'https://exemple.fr/viewstory.php?sid=14578&chapter=2',
      'https://exemple.fr/modules.php?name=News&file=article&sid=155',
      'https://exemple.fr/prog?session_id=42&talk_sid=3',
    ].map((same) => [same, same] as const),
    ['https://www.tiktok.com/@a/video/1?_r=1&user_id=2&lang=fr', 'https://www.tiktok.com/@a/video/1?lang=fr'],
    ['https://exemple.fr/x?_ke=eyJrbF9&mkt_tok=a&id=1', 'https://exemple.fr/x?id=1'],
    [`https://exemple.fr/t?s=${MD5}&t=3`, 'https://exemple.fr/t?t=3'],
    [
      'https://exemple.fr/?s=mot&session=2024&token=1&side=2',
      'https://exemple.fr/?s=mot&session=2024&token=1&side=2',
    ],
    ['https://exemple.fr/x#access_token=1&state=2', 'https://exemple.fr/x'],
    ['https://exemple.fr/x#p34', 'https://exemple.fr/x#p34'],
    ['https://exemple.fr/wiki/S.A.R.L.', 'https://exemple.fr/wiki/S.A.R.L.'],
    ['http://localhost:5173/demo/', 'http://localhost:5173/demo/'],
    ['about:srcdoc', ''],
    ['xhttps://exemple.fr/x', ''],
    ['file:///C:/x.html', ''],
    ['', ''],
  ] as const) {
    assert.equal(pageAddress(page), expected, page);
  }
});

const isStorable = (text: string): boolean => !/\0|\p{Cs}/u.test(text);
const schema = JSON.parse(readFileSync(new URL('report-1.0.schema.json', import.meta.url), 'utf8')) as {
  $defs: { url: object };
};
// The patterns of the schema escape the quotation mark, which the `u` flag does not allow.
const isValid = new Ajv2020({ strict: false, unicodeRegExp: false }).compile(schema.$defs.url);

test('whatever is typed, throws nothing and yields what the schema accepts', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const result = normaliseAddress(text);
      if (result.kind === 'address') {
        for (const url of [result.url, result.unwrappedFrom ?? result.url]) {
          assert.ok(isValid(url), JSON.stringify([url, isValid.errors]));
          assert.ok(isStorable(url.value + (url.asEntered ?? '')));
        }
      }
      if (result.kind === 'identifier') {
        const { value } = result.identifier;
        assert.ok(value && isStorable(value) && [...value].length <= 512);
      }
      for (const part of splitAddresses(text)) assert.ok(part.trim());
      pageAddress(text, text);
    }),
    RUNS,
  );
});

test('whatever is typed, gives asEntered only where it differs, and nothing telling with it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const result = normaliseAddress(text);
      if (result.kind !== 'address') return;
      const { value, asEntered, changes = [] } = result.url;
      if (asEntered === undefined) return;
      assert.notEqual(asEntered, value);
      // The wire refuses both together.
      assert.ok(!changes.some((change) => /(?:tracking|id)_removed/.test(change)));
      const again = found(asEntered);
      assert.equal(again.url.value.replace(/#$/, ''), value.replace(/#$/, ''));
      assert.ok(!again.isStripped && !again.credentials && !again.withSession);
    }),
    RUNS,
  );
});

test('whatever is typed, reading a value again changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const result = normaliseAddress(text);
      if (result.kind !== 'address') return;
      const again = found(result.url.value);
      assert.equal(again.url.value, result.url.value);
      assert.equal(again.url.kind, result.url.kind);
      // The value no longer contains the part before an @.
      const stable = (flags: readonly string[] = []): string[] =>
        flags.filter((flag) => flag !== 'userinfo_present');
      assert.deepEqual(stable(again.url.flags), stable(result.url.flags));
    }),
    RUNS,
  );
});

/** Text of the characters that a browser keeps in an address bar; the last one cannot end a sentence. */
const part = (extra: string): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...`abcXYZ019-._~!$'()*+,;:@é中%/${extra}`) })
    .map((text) => (text ? `${text}x` : ''));

test('never touches the path, the unknown parameters or the fragment of a well-formed address', () => {
  const parameter = fc
    .tuple(fc.constantFrom('v', 'id', 'q', 'S', 't', 'ref', 'Fbclid'), part('?'))
    .map((pair) => pair.join('='));
  const tracker = fc.constantFrom('utm_source=a', 'UTM_b', 'gclid=c%20d', 'fbclid=', 'mc_cid=é?');
  fc.assert(
    fc.property(
      fc.constantFrom(
        'https://exemple.fr',
        'http://www.exemple.co.uk:8080',
        'https://a@exemple.fr',
        'https://[2001:db8::1]',
      ),
      part(''),
      fc.array(
        fc.oneof(
          parameter,
          tracker.map((text) => ({ text })),
        ),
      ),
      part('?&=#'),
      (origin, path, query, fragment) => {
        const build = (parameters: readonly string[]): string =>
          `${origin}/${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}${fragment && `#${fragment}`}`;
        const open = origin.replace('a@', '');
        const kept = query.filter((one) => typeof one === 'string');
        const { url } = found(build(query.map((one) => (typeof one === 'string' ? one : one.text))));
        assert.equal(url.value, build(kept).replace(origin, open));
        if (kept.length === query.length) assert.equal(url.changes, undefined);
      },
    ),
    RUNS,
  );
});

test('finds every address of a list, and a single one untouched', () => {
  const address = fc
    .tuple(
      fc.constantFrom('https://a.fr', 'http://www.b.org:81', `http://${ONION}`),
      part('').map((text) => text.replace(/[,;()]/g, '')),
    )
    .map(([origin, path]) => `${origin}/${path}`);
  const separator = fc.constantFrom(' ', '\n', '\r\n', ', ', ' ; ', ',', ';', '\n- ');
  fc.assert(
    fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 6 }), separator, (addresses, between) => {
      assert.deepEqual(splitAddresses(addresses.join(between)), addresses);
    }),
    RUNS,
  );
});

test('contacts nothing', (context) => {
  const asked: unknown[] = [];
  const trap = (...given: unknown[]): never => {
    asked.push(given);
    throw new Error('asked for something');
  };
  context.mock.method(dns, 'lookup', trap);
  context.mock.method(dns.promises, 'lookup', trap);
  context.mock.method(Socket.prototype, 'connect', trap);
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'Request', 'Image'] as const) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value: trap, configurable: true, writable: true });
    context.after(() => {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
  fc.assert(
    fc.property(anyText, (text) => {
      for (const one of splitAddresses(text)) {
        const result = normaliseAddress(one);
        warningOf(result, one);
        if (result.kind === 'address') {
          changeOf(result);
          [placeOf, identifiersOf].forEach((read) => read(result.url));
        }
        for (const type of ['profile_url', 'account_handle', 'other'] as const) readIdentifier(type, one);
      }
      pageAddress(text, text);
    }),
    RUNS,
  );
  assert.deepEqual(asked, []);
});

test('stays quick on a huge or a hostile paste', () => {
  const units = [
    ' ',
    '\n',
    ';',
    ')',
    '(',
    '"),',
    'a.',
    'http:',
    '[.]',
    'é\u200d',
    ' /',
    '&amp;',
    'a+',
    'a.fr ',
    'A',
  ];
  for (const unit of units) {
    const text = `https://a.fr/?${unit.repeat(1_000_000)}x`;
    const before = performance.now();
    normaliseAddress(text);
    splitAddresses(text);
    // The slowest takes two or three seconds, most take milliseconds; without a length limit they would take hours.
    assert.ok(performance.now() - before < 20_000, JSON.stringify(unit));
  }
});
