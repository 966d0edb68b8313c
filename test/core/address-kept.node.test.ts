// Nothing typed is lost: an address leads where the typed one led, or what was typed is kept beside it. WHATWG's data
// for URL parsers, and 60,000 addresses as people write them, with what must not be sent in any place.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type AddressResult, normaliseAddress, splitAddresses } from '../../src/core/address/address.ts';
import { hides } from '../../src/core/address/clean.ts';
import { HIDING_CHANGES, URL_CHANGES } from '../../src/core/report/vocabulary.ts';

function found(text: string): Extract<AddressResult, { kind: 'address' }> {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', shown(text));
  return result;
}

const shown = (text: string): string => JSON.stringify(text);

/** Value, what is kept of the typed text, and the changes. */
const outcomeOf = (text: string): unknown => {
  const { value, asEntered, changes } = found(text).url;
  return [value, asEntered, changes?.join()];
};

test('what was typed is kept without what was removed, if anything else changed', () => {
  for (const [text, ...expected] of [
    [
      'https://fr.wikipedia.org/wiki/S.A.?fbclid=1&q=S.A.',
      'https://fr.wikipedia.org/wiki/S.A.?q=S.A',
      'https://fr.wikipedia.org/wiki/S.A.?q=S.A.',
      'trimmed',
    ],
    [
      'https://exemple.fr/x?utm_id=1&q="exact phrase"',
      'https://exemple.fr/x?q=%22exact%20phrase%22',
      'https://exemple.fr/x?q="exact phrase"',
      undefined,
    ],
    ['exemple.fr/x?utm_id=1', 'https://exemple.fr/x', 'exemple.fr/x', 'scheme_added'],
    [
      'https://a:b@Exemple.fr:443/x.',
      'https://exemple.fr/x',
      'https://Exemple.fr:443/x.',
      'trimmed,host_lowercased,default_port_removed',
    ],
    ['hxxps://exemple[.]fr/x?gclid=1', 'https://exemple.fr/x', 'hxxps://exemple[.]fr/x', 'refanged'],
    ['hxxps://exemple.fr/@a/1?gclid=1', 'https://exemple.fr/@a/1', 'hxxps://exemple.fr/@a/1', 'refanged'],
    // With its invisible characters, for an analyst who looks closer.
    ['exem\u00adple.fr/x', 'https://exemple.fr/x', 'exem\u00adple.fr/x', 'trimmed,scheme_added'],
    // The removed part cannot be found in the typed text: the repaired one is kept.
    [
      'https://exemple.fr:443/x?utm_\nid=canari',
      'https://exemple.fr/x',
      'https://exemple.fr:443/x',
      'default_port_removed',
    ],
    // The target of a redirect was typed too.
    [
      `https://l.facebook.com/l.php?h=1&u=${encodeURIComponent('https://exemple.fr:443/S.A.?fbclid=2')}`,
      'https://exemple.fr/S.A.#',
      'https://exemple.fr:443/S.A.#',
      'redirect_unwrapped,default_port_removed',
    ],
    [
      `https://l.facebook.com/l.php?u=${encodeURIComponent('https://exemple.fr/x y?fbclid=1')}`,
      'https://exemple.fr/x%20y',
      'https://exemple.fr/x y',
      'redirect_unwrapped',
    ],
    ['rtsp://a:b@exemple.fr/x.', 'rtsp://exemple.fr/x', 'rtsp://exemple.fr/x.', 'trimmed'],
    // Nothing else changed.
    ['https://exemple.fr/wiki/S.A.?utm_id=1', 'https://exemple.fr/wiki/S.A.#', undefined, 'tracking_removed'],
    ['https://a:b@exemple.fr/x', 'https://exemple.fr/x', undefined, undefined],
    ['https://youtu.be/x?si=1', 'https://youtu.be/x', undefined, 'sharer_id_removed'],
    // The address is left as it is.
    ['https://exemple.fr/x?utm_id=5;b=2', 'https://exemple.fr/x?b=2', undefined, 'tracking_removed'],
    ['https://exemple.fr/x?a=1&utm_id=5;b=2', 'https://exemple.fr/x?a=1;b=2', undefined, 'tracking_removed'],
    ['http://[::ffff:192.0.2.1]/a[.]b', 'http://[::ffff:192.0.2.1]/a[.]b', undefined, undefined],
    ['http://[2001:db8::1]/a[.]b?utm_id=1', 'http://[2001:db8::1]/a[.]b', undefined, 'tracking_removed'],
    [
      'http://[::ffff:192[.]0[.]2[.]1]/a[.]b',
      'http://[::ffff:192.0.2.1]/a.b',
      'http://[::ffff:192[.]0[.]2[.]1]/a[.]b',
      'refanged',
    ],
    ['http://http/x', 'http://http/x', undefined, undefined],
    ['http://http:8080/x', 'http://http:8080/x', undefined, undefined],
    ['http://http:8080', 'http://http:8080', undefined, undefined],
    ['https://ttp:81/?a', 'https://ttp:81/?a', undefined, undefined],
    ['https://http.exemple.fr/x', 'https://http.exemple.fr/x', undefined, undefined],
    ['http://http:exemple.fr/x', 'http://exemple.fr/x', 'http://http:exemple.fr/x', 'refanged'],
    ["https://exemple.fr/l'avis", "https://exemple.fr/l'avis", undefined, undefined],
    ["'https://exemple.fr/l'avis'.", "https://exemple.fr/l'avis", "'https://exemple.fr/l'avis'.", 'trimmed'],
  ] as const)
    assert.deepEqual(outcomeOf(text), expected, shown(text));
  assert.deepEqual(found('http://http:secret@exemple.fr/x').credentials, {
    username: 'http',
    password: 'secret',
  });
});

test('dots in brackets are re-armed in the host alone, not in a password before it', () => {
  const { url, credentials } = found('hxxps://a(.)b:c[.]d@exemple.fr/x[.]y');
  assert.deepEqual(credentials, { username: 'a(.)b', password: 'c[.]d' });
  assert.equal(url.value, 'https://exemple.fr/x[.]y');
});

test('a phrase in quotation marks is part of its address, in a sentence and in a list', () => {
  const address = 'https://exemple.fr/x?q="deux mots"&p=2';
  assert.deepEqual(splitAddresses(address), [address]);
  assert.deepEqual(splitAddresses(`voir ${address} et https://a.fr/x`), [address, 'https://a.fr/x']);
  assert.deepEqual(splitAddresses('<a href="https://a.fr/x" title="deux mots">'), ['https://a.fr/x']);
  const wrapped = 'https://urldefense.com/v3/__https://exemple.fr/x?utm_source=a__;!!abc$';
  assert.deepEqual(splitAddresses(wrapped), [wrapped]);
});

/** The destination of an address: host, port, path and parameters, as the application behind it reads them. */
function targetOf(address: string): unknown {
  const { hostname, port, pathname, search } = new URL(address);
  return { hostname: hostname.replace(/\.$/, ''), port, pathname, search };
}

/** The text of an address that lacks what was removed, and is read as the same address. */
function assertKept(url: Extract<AddressResult, { kind: 'address' }>['url'], text: string): void {
  assert.ok(url.asEntered, shown(text));
  const again = found(url.asEntered);
  // An empty fragment leads nowhere else.
  assert.equal(again.url.value.replace(/#$/, ''), url.value.replace(/#$/, ''), shown(text));
  assert.equal(again.isStripped, false, url.asEntered);
}

test('leads where WHATWG says that an address leads, or keeps what was typed', (t) => {
  const data = JSON.parse(
    readFileSync(new URL('data/urltestdata.json', import.meta.url), 'utf8'),
  ) as readonly (string | { readonly input: string })[];
  let read = 0;
  for (const row of data) {
    if (
      typeof row === 'string' ||
      !URL.canParse(row.input) ||
      !/^(?:https?|ftp):$/.test(new URL(row.input).protocol)
    )
      continue;
    const result = normaliseAddress(row.input);
    if (result.kind !== 'address') continue;
    read += 1;
    const { url } = result;
    assert.equal(found(url.value).url.value, url.value, shown(row.input));
    try {
      // A character that cannot be stored is U+FFFD in the whole report.
      const storable = row.input.replace(/\0|\p{Cs}/gu, '\ufffd');
      assert.deepEqual(targetOf(url.value), targetOf(storable));
    } catch {
      assertKept(url, row.input);
    }
  }
  t.diagnostic(`${read} addresses`);
  assert.ok(read > 150, `${read}`);
});

/** Part of each text that must not be sent. */
const SECRET = 'canari';
const SESSION = `${SECRET}0123456789`;

/** Hosts as they are typed, as the parser reads them, with a name that tells who shared there, if there is one. */
const HOSTS: readonly (readonly [typed: string, host: string, sharer?: string])[] = [
  ['exemple.fr', 'exemple.fr'],
  ['Forum.Exemple.fr.', 'forum.exemple.fr'],
  ['http', 'http'],
  ['https.exemple.fr', 'https.exemple.fr'],
  ['[2001:db8::1]', '[2001:db8::1]'],
  ['[::ffff:192.0.2.1]', '[::ffff:c000:201]'],
  ['203.0.113.9', '203.0.113.9'],
  ['exemple[.]fr', 'exemple.fr'],
  ['éco.fr', 'xn--co-9ia.fr'],
  ['www.tiktok.com', 'www.tiktok.com', 'user_id'],
  ['youtu.be', 'youtu.be', 'si'],
  ['m.facebook.com', 'm.facebook.com', '__cft__[0]'],
  ['www.linkedin.com', 'www.linkedin.com', 'rcm'],
];

/** A part of an address: as it is typed, and after the removal. */
type Part = readonly [typed: string, left: string];
const kept = (...texts: string[]): Part[] => texts.map((text) => [text, text]);

const PATHS: readonly Part[] = [
  ...kept(
    '',
    '/',
    '/x',
    '/wiki/S.A.',
    '/a[.]b',
    "/l'avis",
    "/l'a'",
    '/f(a(b))',
    '/é "x"',
    '/a,b;',
    '/x)',
    '/x/',
  ),
  [`/(S(${SESSION}))/x`, '/x'],
  [`/t.jsp;jsessionid=${SECRET}`, '/t.jsp'],
];

const PARAMETERS: readonly Part[] = [
  ...kept(
    'q="deux mots"',
    'q=S.A.',
    'v=1',
    'b',
    "n='x'",
    'n=l’',
    'id=(3)',
    't1=é)',
    'x=',
    'x="',
    'sid=14578',
    'e=%26',
  ),
  ...[
    `utm_id=${SECRET}`,
    `fbclid=${SECRET}`,
    `_ke=${SECRET}`,
    `PHPSESSID=${SECRET}`,
    `UTM_x=${SECRET}é "a"`,
  ].map((text): Part => [text, '']),
];

const typedAddress = fc.record({
  before: fc.constantFrom('', '', '', ' ', '(', '"', '« ', '<', "'"),
  scheme: fc.constantFrom(
    'https://',
    'http://',
    'HTTPS://',
    'hxxps://',
    'https:/',
    'view-source:https://',
    '',
  ),
  user: fc.constantFrom('', '', '', `${SECRET}:b@`, `http:${SECRET}@`, `a[.]${SECRET}@`, `(${SECRET}@`),
  host: fc.constantFrom(...HOSTS),
  port: fc.constantFrom<Part>(['', ''], ['', ''], [':8080', '8080'], [':', '']),
  path: fc.constantFrom(...PATHS),
  parameters: fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...PARAMETERS), fc.constant('sharer' as const)),
      fc.constantFrom('&', '&', '&', ';', '&amp;'),
    ),
    { maxLength: 5 },
  ),
  fragment: fc.constantFrom('', '', '#p3', '#S.A.', '#x)', '#a:~:text=des%20mots', `#access_token=${SECRET}`),
  after: fc.constantFrom('', '', '', ' ', ')', '"', '.', ' »', '>', "'", ').', '...'),
});

/** The parameters of a query, decoded, however they are separated. */
const parametersOf = (query: string): string[] =>
  query
    .replace(/^\?/, '')
    .split(/&(?:amp;)*|;(?=[^=&;]+=)/)
    .filter(Boolean)
    .map((text) => decodeURIComponent(text));

test('of 60,000 addresses, each leads where it led, or what was typed is kept, and nothing that tells', (t) => {
  const counts = { read: 0, kept: 0, stripped: 0, session: 0 };
  fc.assert(
    fc.property(typedAddress, (its) => {
      const [typedHost, host, sharer] = its.host;
      // Without a scheme, a user name is that of an e-mail address, and one label is no host.
      fc.pre(its.scheme !== '' || (its.user === '' && typedHost.includes('.') && its.port[0] !== ':'));
      // A bracket that the password opens is closed by the one after the address, which is then a part of it.
      fc.pre(!its.user.startsWith('(') || !its.after.includes(')'));
      // A separator that HTML knows only before a name with a value.
      const parameters = its.parameters.map(([part, mark], index): readonly [...Part, mark: string] => {
        const name = sharer ?? 'gclid';
        const [typed, left] = part === 'sharer' ? ([`${name}=${SECRET}`, ''] as const) : part;
        return [typed, left, index === 0 ? '?' : typed.includes('=') ? mark : '&'];
      });
      const query = parameters.map(([typed, , mark]) => mark + typed).join('');
      const address = its.user + typedHost + its.port[0] + its.path[0] + query + its.fragment;
      // The same for a quotation mark: a pair of them is a part of the address.
      fc.pre(!/["']/.test(its.after) || !address.includes(its.after));
      const text = its.before + its.scheme + address + its.after;
      const result = normaliseAddress(text);
      assert.equal(result.kind, 'address', shown(text));
      if (result.kind !== 'address') return;
      const { url, withSession, isStripped } = result;
      assert.ok(!JSON.stringify({ url, display: result.display }).includes(SECRET), shown(text));
      assert.equal(found(url.value).url.value, url.value, shown(text));

      const left = new URL(url.value);
      const wanted = new URL(`https://x${its.path[1]}`);
      const isSame =
        left.hostname.replace(/\.$/, '') === host &&
        left.port === its.port[1] &&
        left.pathname === wanted.pathname &&
        parametersOf(left.search).join('\n') ===
          parameters.flatMap(([, one]) => (one ? [decodeURIComponent(one)] : [])).join('\n');
      if (!isSame) assertKept(url, text);
      if (url.asEntered !== undefined) {
        assertKept(url, text);
        // All that was typed is in it, but for what must not be.
        const entered = decodeURIComponent(url.asEntered.replace(/%(?![\da-f]{2})/gi, '%25'));
        for (const [, one] of [its.path, ...parameters])
          assert.ok(entered.includes(decodeURIComponent(one)), `${text}: ${one}`);
        counts.kept += 1;
      }
      if (withSession) {
        counts.session += 1;
        assert.ok(withSession.url.value.includes(SECRET));
        assert.equal(found(withSession.url.value).withSession?.url.value, withSession.url.value);
      }
      counts.read += 1;
      counts.stripped += Number(isStripped);
    }),
    { numRuns: 60_000 },
  );
  t.diagnostic(JSON.stringify(counts));
  assert.ok(Object.values(counts).every((count) => count > 5_000));
});

test('knows the changes beside which the wire takes no typed text', () => {
  assert.deepEqual(
    URL_CHANGES.filter((change) => hides([change])).toSorted(),
    [...HIDING_CHANGES].toSorted(),
  );
});
