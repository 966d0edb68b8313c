// Model of addresses as people paste them: cleaned once and for all, leading where they led, without what tells who shared.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseAddress, splitAddresses } from '../../src/core/address/address.ts';
import { pageAddress } from '../../src/core/address/page-address.ts';
import { readSharedText } from '../../src/core/address/shared-text.ts';
import { SHARER_SOURCES } from '../../src/core/address/sharer-sources.ts';
import { anyText } from '../core/address-arbitrary.ts';
import { assertLeads, found, SECRET, typedAddress, type TypedAddress } from '../core/typed-address.ts';
import { modelOf } from './model.ts';

/** An address of a known site as it is shared, with parameters of the page itself between the others. */
interface Shared {
  readonly shared: string;
  /** Parameters of the page, each with its place among those of the shared address. */
  readonly own: readonly (readonly [place: number, parameter: string])[];
  readonly isCanonical: boolean;
}

type Case =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'typed'; readonly typed: TypedAddress }
  | { readonly kind: 'shared'; readonly shared: Shared };

/** Addresses as they are shared, and what stays of them. */
const SHARED = new Map(SHARER_SOURCES.flatMap(({ removed }) => Object.entries(removed)));

/** Parameters that no row knows, with letters that stay as they are. */
const ownParameter = fc
  .tuple(
    fc.constantFrom('v', 'n0', 'clef', 'Q'),
    fc.string({ unit: fc.constantFrom(...'abc019-._~%20é'), maxLength: 6 }),
  )
  .map(([name, value]) => `${name}=${value.replaceAll('%', '%25')}x`);

const cases: fc.Arbitrary<Case> = fc.oneof(
  { weight: 3, arbitrary: anyText.map((text) => ({ kind: 'text', text }) as const) },
  { weight: 3, arbitrary: typedAddress.map((typed) => ({ kind: 'typed', typed }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        shared: fc.constantFrom(...SHARED.keys()),
        own: fc.array(fc.tuple(fc.nat(20), ownParameter), { maxLength: 4 }),
        isCanonical: fc.boolean(),
      })
      .map((shared) => ({ kind: 'shared', shared }) as const),
  },
);

/** Nothing is thrown, a second reading changes nothing, and no part of a paste is blank. */
function assertStable(text: string): void {
  const result = normaliseAddress(text);
  if (result.kind === 'address') {
    const { url, withSession, unwrappedFrom } = result;
    for (const { value, asEntered } of [url, unwrappedFrom ?? url]) {
      assert.equal(found(value).url.value, value);
      assert.equal(found(value).isStripped, false, value);
      if (asEntered !== undefined) assert.equal(found(asEntered).isStripped, false, asEntered);
    }
    if (withSession) assert.equal(found(withSession.url.value).withSession?.url.value, withSession.url.value);
  }
  for (const part of splitAddresses(text)) assert.notEqual(part.trim(), '');
  const page = pageAddress(text);
  assert.equal(pageAddress(page), page);
  const { addresses } = readSharedText({ text });
  assert.ok(addresses.length <= 20);
}

/** Of an address as people write it, nothing that tells is left, whichever way it comes. */
function assertTyped(typed: TypedAddress): void {
  const { text } = assertLeads(typed);
  const page = pageAddress(text);
  assert.ok(!page.includes(SECRET), page);
  // The form reads again what a share gives it: it asks about passwords and sessions.
  for (const { given } of readSharedText({ url: text }).addresses) {
    const { url, display } = found(given);
    assert.ok(!JSON.stringify([url, display]).includes(SECRET), given);
  }
}

/** An address with parameters added to its query. */
function withOwn(address: string, own: Shared['own'], isKept: (parameter: string) => boolean): string {
  const [, start = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
  const parameters = query.split('&').filter(Boolean);
  for (const [place, parameter] of own) parameters.splice(Math.min(place, parameters.length), 0, parameter);
  const kept = parameters.filter(isKept);
  return start + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment;
}

/** Of a shared address, the parameters of the page stay, in their order. The others go, with any value. */
function assertShared({ shared, own, isCanonical }: Shared): void {
  const left = SHARED.get(shared);
  assert.ok(left !== undefined, shared);
  const names = new Set((left.split('#', 1)[0]?.split('?')[1] ?? '').split('&'));
  const added = new Set(own.map(([, parameter]) => parameter));
  const typed = withOwn(shared, own, () => true);
  const expected = withOwn(shared, own, (parameter) => names.has(parameter) || added.has(parameter));
  // A fragment that signs its reader goes with the parameters.
  const wanted = left.includes('#') ? expected : (expected.split('#', 1)[0] ?? '');
  const { url, isStripped } = found(typed);
  assert.equal(url.value, wanted);
  assert.ok(isStripped, typed);
  if (isCanonical) assert.equal(pageAddress(typed), pageAddress(wanted));
}

function check(given: Case): void {
  if (given.kind === 'text') assertStable(given.text);
  else if (given.kind === 'typed') assertTyped(given.typed);
  else assertShared(given.shared);
}

export const model = modelOf<Case>({ name: 'address', runs: 400, property: fc.property(cases, check) });
