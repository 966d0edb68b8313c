// How many reports a draft makes: no part is longer than fits sealed, and no link or account is left out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { partsOf } from '../../src/core/draft/parts.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Answers } from '../../src/core/draft/types.ts';
import { toJson } from '../../src/core/report/json.ts';
import { MAX_REPORT_BYTES } from '../../src/core/report/protocol.ts';
import { context, draftWith } from './draft-given.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const short = (index: number): string => `https://a.example/${index}`;
/** As long as the form takes, and sent both as typed and as mended. */
const long = (index: number): string => `hxxps://a.example/${index}/`.padEnd(2_048, 'x');
const accented = (index: number): string => `hxxps://a.example/${index}/`.padEnd(2_048, 'é');
/** Four bytes a letter. */
const astral = (index: number): string => `hxxps://a.example/${index}/${'\u{1F642}'.repeat(2_000)}`;

const draftOf = (addresses: string, its: Partial<Answers> = {}) =>
  draftWith({ category: 'unsure', where: 'elsewhere', addresses: [addresses], ...its });

const groupsOf = (parts: ReturnType<typeof partsOf>, list: 'links' | 'accounts'): string[] =>
  parts.map((part) => `${part[list].start}–${part[list].end}`);

test('a draft makes one report up to twenty links, and one more for each further twenty', () => {
  const groups = (count: number): string[] => groupsOf(partsOf(draftOf(lines(count, short))), 'links');
  assert.deepEqual(groups(1), ['0–1']);
  assert.deepEqual(groups(20), ['0–20']);
  assert.deepEqual(groups(21), ['0–20', '20–21']);
  assert.deepEqual(groups(31), ['0–20', '20–31']);
  assert.deepEqual(groups(101), ['0–20', '20–40', '40–60', '60–80', '80–100', '100–101']);
  // Somewhere that has no address is one place.
  const nowhere = draftWith({ category: 'unsure', where: 'none', place: 'Un salon' });
  assert.deepEqual(groupsOf(partsOf(nowhere), 'links'), ['0–1']);
});

for (const [name, link] of Object.entries({ long, accented, astral }))
  test(`no report of ${name} links is longer than fits sealed, and none is shorter than it must be`, () => {
    const addresses = Array.from({ length: 20 }, (_, index) => link(index));
    const bytesOf = (some: readonly string[]): number =>
      Buffer.byteLength(toJson(reportOf(draftOf(some.join('\n')), context)));
    const parts = partsOf(draftOf(addresses.join('\n')));
    assert.ok(parts.length > 1);
    let next = 0;
    for (const { links, isTooLong } of parts) {
      assert.equal(links.start, next);
      next = links.end;
      assert.equal(isTooLong, false);
      assert.ok(bytesOf(addresses.slice(links.start, links.end)) <= MAX_REPORT_BYTES);
      // What the form adds, such as the hash of a code, takes less than a link.
      if (links.end < addresses.length)
        assert.ok(bytesOf(addresses.slice(links.start, links.end + 1)) > MAX_REPORT_BYTES - 1_000);
    }
    assert.equal(next, addresses.length);
  });

test('the other answers take room from each report', () => {
  const addresses = lines(10, long);
  const count = (its: Partial<Answers> = {}): number => partsOf(draftOf(addresses, its))[0].links.end;
  assert.equal(count(), 9);
  assert.equal(count({ details: '\u{1F642}'.repeat(2_000) }), 7);
  // An answer that stands in each place.
  const foundAt = `https://a.example/${'x'.repeat(2_000)}`;
  assert.equal(count({ questions: { foundVia: 'link', foundAt } }), 6);
});

test('accounts are twenty a report; the links go with each, and the last links with what is left', () => {
  const accounts = (count: number) => ({ questions: { accounts: lines(count, (n) => `@compte${n}`) } });
  const parts = partsOf(draftOf(short(1), accounts(41)));
  assert.deepEqual(groupsOf(parts, 'accounts'), ['0–20', '20–40', '40–41']);
  assert.deepEqual(groupsOf(parts, 'links'), ['0–1', '0–1', '0–1']);
  const both = partsOf(draftOf(lines(31, short), accounts(41)));
  assert.deepEqual(groupsOf(both, 'accounts'), ['0–20', '20–40', '40–41']);
  assert.deepEqual(groupsOf(both, 'links'), ['0–20', '20–31', '20–31']);
  // Few accounts stand in each report.
  const few = partsOf(draftOf(lines(31, short), accounts(3)));
  assert.deepEqual(groupsOf(few, 'accounts'), ['0–3', '0–3']);
});

test('accounts with long addresses leave room for links', () => {
  const parts = partsOf(draftOf(lines(20, long), { questions: { accounts: lines(20, accented) } }));
  for (const { isTooLong } of parts) assert.equal(isTooLong, false);
  const last = parts.at(-1)!;
  assert.deepEqual([last.links.end, last.accounts.end], [20, 20]);
});

test('what is too long whatever is left out is said so', () => {
  const foundAt = '\u{1F642}'.repeat(2_000);
  const draft = draftOf(astral(1), {
    details: '\u{1F642}'.repeat(2_000),
    questions: { foundVia: 'link', foundAt, accounts: lines(15, (n) => '\u{1F642}'.repeat(250) + n) },
  });
  const [{ isTooLong }, further] = partsOf(draft);
  assert.deepEqual([isTooLong, further], [true, undefined]);
  assert.deepEqual(errorsOf(draft, 'where'), [{ field: 'addresses.0', code: 'too-large' }]);
  const here = draftWith({ ...draft.answers, where: 'here', details: '', questions: {} });
  assert.deepEqual(errorsOf(here, 'details'), []);
});

test('links are refused where they make a second report, on the step that asks for them', () => {
  const errors = (count: number, link: (index: number) => string): unknown =>
    errorsOf(draftOf(lines(count, link)), 'where');
  assert.deepEqual(errors(20, short), []);
  assert.deepEqual(errors(21, short), [{ field: 'addresses.0', code: 'url.many', n: 20 }]);
  assert.deepEqual(errors(9, long), []);
  assert.deepEqual(errors(10, long), [{ field: 'addresses.0', code: 'url.many', n: 9 }]);
  // A refused link is named first, once a field.
  assert.deepEqual(
    errors(30, () => 'data:image/png;base64,AA'),
    [{ field: 'addresses.0', code: 'url.data' }],
  );
});

test('details are too long where they no longer fit beside the links', () => {
  const draft = draftOf(lines(9, long), { details: '\u{1F642}'.repeat(2_000) });
  assert.deepEqual(errorsOf(draft, 'details'), [{ field: 'details', code: 'too-large' }]);
  // On one page, the links are named, and nothing twice.
  const page = draftWith(draft.answers, { flow: 'page' });
  assert.deepEqual(errorsOf(page, 'page'), [{ field: 'addresses.0', code: 'url.many', n: 7 }]);
});
