// How many reports a draft makes: no part is longer than fits sealed, and no link or account is left out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAddresses } from '../../src/core/draft/addresses.ts';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { partsOf } from '../../src/core/draft/parts.ts';
import { withPart } from '../../src/core/draft/with-part.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Answers } from '../../src/core/draft/types.ts';
import { toJson } from '../../src/core/report/json.ts';
import { MAX_REPORT_BYTES } from '../../src/core/report/protocol.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { address } from './draft-arbitrary.ts';
import { context, draftWith } from './draft-given.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const short = (index: number): string => `https://a.example/${index}`;
/** As long as the form takes, and sent both as typed and as mended. */
const long = (index: number): string => `hxxps://a.example/${index}/`.padEnd(2_048, 'x');
const accented = (index: number): string => `hxxps://a.example/${index}/`.padEnd(2_048, 'é');
/** Four bytes a letter. */
const astral = (index: number): string => `hxxps://a.example/${index}/${'\u{1F642}'.repeat(2_000)}`;

const draftOf = (addresses: string, its: Partial<Answers> = {}, reports = 1) =>
  draftWith({ category: 'unsure', where: 'elsewhere', addresses: [addresses], ...its }, { reports });

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

test('where a draft may make five reports, what does not fit into them is refused, and the number that fits is named', () => {
  const errors = (
    addresses: string,
    its: Partial<Answers> = {},
    step: 'where' | 'details' = 'where',
  ): unknown => errorsOf(draftOf(addresses, its, 5), step);
  assert.deepEqual(errors(lines(100, short)), []);
  assert.deepEqual(errors(lines(101, short)), [{ field: 'addresses.0', code: 'url.many', n: 100 }]);
  assert.deepEqual(errors(lines(45, long)), []);
  assert.deepEqual(errors(lines(46, long)), [{ field: 'addresses.0', code: 'url.many', n: 45 }]);
  const accounts = (count: number) => ({ questions: { accounts: lines(count, (n) => `@compte${n}`) } });
  assert.deepEqual(errors(short(1), accounts(100), 'details'), []);
  assert.deepEqual(errors(short(1), accounts(101), 'details'), [
    { field: 'questions.accounts', code: 'accounts.many', n: 100 },
  ]);
  // They are no fault of the links.
  assert.deepEqual(errors(short(1), accounts(101)), []);
});

test('each report of a draft has its part, numbered from one, and all else that was answered', () => {
  const draft = draftOf(`${lines(31, short)}\n@pseudo`, {
    details: 'Un mot',
    questions: { accounts: lines(23, (n) => `@compte${n}`), seenOn: 'today' },
  });
  const reports = partsOf(draft).map((part) => reportOf(draft, { ...context, part }));
  const whole = reportOf(draft, context);
  assert.equal(reports.length, 2);
  assert.deepEqual(
    reports.flatMap(({ locations }) => locations.map(({ id: _, ...location }) => location)),
    whole.locations.map(({ id: _, ...location }) => location),
  );
  assert.deepEqual(
    reports.flatMap(({ reportedAccounts }) => reportedAccounts),
    whole.reportedAccounts,
  );
  for (const report of reports) {
    assert.equal(reportSchema.safeParse(report).success, true);
    assert.equal(report.locations[0]?.id, 'L1');
    assert.deepEqual(
      { ...report, locations: [], reportedAccounts: [] },
      { ...whole, locations: [], reportedAccounts: [] },
    );
  }
});

test('a draft with a part of its links is the one whose report is that part', () => {
  const questions = { accounts: lines(45, (n) => `@compte${n}`) };
  for (const addresses of [
    [lines(45, (index) => (index % 9 ? short(index) : `@pseudo${index}`))],
    Array.from({ length: 20 }, (_, index) => `${short(index)} ${short(index + 100)}`),
  ]) {
    const draft = draftWith({ category: 'unsure', where: 'elsewhere', addresses, questions });
    for (const part of partsOf(draft)) {
      const { locations, reportedAccounts } = reportOf(withPart(draft, part), context);
      const wanted = reportOf(draft, { ...context, part });
      const said = ({ url, identifiers }: (typeof locations)[number]): unknown => [url?.value, identifiers];
      assert.deepEqual(locations.map(said), wanted.locations.map(said));
      assert.deepEqual(reportedAccounts, wanted.reportedAccounts);
    }
  }
  // A place without links stays as it is.
  const nowhere = draftWith({ category: 'unsure', where: 'none', place: 'Un salon' });
  assert.deepEqual(withPart(nowhere, partsOf(nowhere)[0]).answers, nowhere.answers);
});

test('an address that is taken from a list is read as it was in it', () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 5 }), (some) => {
      const given = draftOf(some.join('\n'));
      const again = withPart(given, { links: { start: 0, end: 99 }, accounts: { start: 0, end: 99 } });
      assert.deepEqual(
        readAddresses(again).map(({ result }) => result),
        readAddresses(given).map(({ result }) => result),
      );
    }),
    { numRuns: 500 },
  );
});
