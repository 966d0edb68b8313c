// Addresses as people write them, part by part, with what must not be sent in any place; and what holds for each.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { normaliseAddress } from '../../src/core/address/address.ts';
import type { AddressFound } from '../../src/core/address/types.ts';

/** The address that is read from a text, which must be one. */
export function found(text: string): AddressFound {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', shown(text));
  return result;
}

/** A text in a message. */
export const shown = (text: string): string => JSON.stringify(text);

/** The text of an address that lacks what was removed, and is read as the same address. */
export function assertKept(url: AddressFound['url'], text: string): void {
  assert.ok(url.asEntered, shown(text));
  const again = found(url.asEntered);
  // An empty fragment leads nowhere else.
  assert.equal(again.url.value.replace(/#$/, ''), url.value.replace(/#$/, ''), shown(text));
  assert.equal(again.isStripped, false, url.asEntered);
}

/** Part of each text that must not be sent. */
export const SECRET = 'canari';
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

/** An address part by part, with what surrounds it. */
export const typedAddress = fc.record({
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
  fragment: fc.constantFrom(
    '',
    '',
    '#p3',
    '#S.A.',
    '#x)',
    '#a:~:text=des%20mots',
    `#access_token=${SECRET}`,
    `#/p?access_token=${SECRET}`,
  ),
  after: fc.constantFrom('', '', '', ' ', ')', '"', '.', ' »', '>', "'", ').', '...'),
});

/** The parameters of a query, decoded, however they are separated. */
const parametersOf = (query: string): string[] =>
  query
    .replace(/^\?/, '')
    .split(/&(?:amp;)*|;(?=[^=&;]+=)/)
    .filter(Boolean)
    .map((text) => decodeURIComponent(text));

/** An address part by part. */
export type TypedAddress = typeof typedAddress extends fc.Arbitrary<infer Typed> ? Typed : never;

/**
 * Holds that a typed address is read as one that leads where it led, or is kept as it was typed, and that nothing is left
 * of what must not be sent.
 */
export function assertLeads(its: TypedAddress): AddressFound & { readonly text: string } {
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
  const result = found(text);
  const { url, withSession } = result;
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
  }
  if (withSession) {
    assert.ok(withSession.url.value.includes(SECRET));
    assert.equal(found(withSession.url.value).withSession?.url.value, withSession.url.value);
  }
  return { ...result, text };
}
