// `Retry-After`: seconds, or a date as HTTP sends it today (RFC 9110, 10.2.3 and 5.6.7), and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRetryAfter } from '../../src/core/report/retry-after.ts';

const NOW = Date.parse('2026-11-24T13:50:00Z');

for (const [what, seconds, texts] of [
  ['seconds', 120, ['120', '0120']],
  ['no second', 0, ['0', '000']],
  ['more seconds than a number has digits for', Infinity, ['9'.repeat(400)]],
  ['a date', 30, ['Tue, 24 Nov 2026 13:50:30 GMT']],
  ['a day of one digit', 7 * 86_400, ['Tue, 01 Dec 2026 13:50:00 GMT']],
  ['a date that has passed', 0, ['Tue, 24 Nov 2026 13:00:00 GMT', 'Sun, 06 Nov 1994 08:49:37 GMT']],
  [
    'a date in a form that HTTP sends no more',
    undefined,
    ['Tuesday, 24-Nov-26 13:50:30 GMT', 'Tue Nov 24 13:50:30 2026', 'Tue Dec  1 13:50:00 2026'],
  ],
  ['a fraction', undefined, ['1.5', '1,5', '1.0', '.5', '5.', '1e3', '1/2']],
  ['a sign', undefined, ['-5', '+5', '-0', '−5']],
  ['other numbers', undefined, ['0x10', '1_000', '٣', '５', 'Infinity', 'NaN', '1 000', "1'000"]],
  ['a unit', undefined, ['5s', '5 seconds', 'PT5S', 'P1D']],
  ['several values', undefined, ['120, 120', '120,', '120;120', '5 5']],
  ['nothing', undefined, [null, '', ' ', 'null', 'undefined', 'soon']],
  [
    'a date of another kind',
    undefined,
    [
      '2026-11-24',
      '2026-11-24T13:50:30Z',
      '2026-11-24 13:50:30',
      '24/11/2026',
      'Nov 24, 2026',
      '24 Nov 2026 13:50:30 GMT',
      'Tue, 24 Nov 2026',
      'Tue, 24 Nov 2026 13:50 GMT',
      'Tue, 24 Nov 26 13:50:30 GMT',
      'Tue, 24-Nov-2026 13:50:30 GMT',
      'Tue, 24 November 2026 13:50:30 GMT',
      'Tuesday, 24 Nov 2026 13:50:30 GMT',
      'Tue Nov 24 2026 13:50:30 GMT+0000 (UTC)',
      'Tue Nov 24 13:50:30 2026 GMT',
      'Tue Nov 24 13:50:30 UTC 2026',
      'mar., 24 nov. 2026 13:50:30 GMT',
    ],
  ],
  [
    'another zone',
    undefined,
    [
      'Tue, 24 Nov 2026 13:50:30 UTC',
      'Tue, 24 Nov 2026 13:50:30 +0000',
      'Tue, 24 Nov 2026 13:50:30 CET',
      'Tue, 24 Nov 2026 13:50:30',
      'Tue, 24 Nov 2026 13:50:30 gmt',
    ],
  ],
  [
    'a date that no calendar has',
    undefined,
    [
      'Sat, 31 Feb 2026 13:50:30 GMT',
      'Tue, 31 Nov 2026 13:50:30 GMT',
      'Tue, 00 Dec 2026 13:50:30 GMT',
      'Tue, 32 Dec 2026 13:50:30 GMT',
      'Tue, 24 Foo 2026 13:50:30 GMT',
      'Tue, 24 Nov 2026 24:00:00 GMT',
      'Tue, 24 Nov 2026 13:60:00 GMT',
      'Tue, 24 Nov 2026 13:50:60 GMT',
      'Mon, 24 Nov 2026 13:50:30 GMT',
      'Foo, 24 Nov 2026 13:50:30 GMT',
    ],
  ],
  [
    'more than a date',
    undefined,
    ['Tue, 24 Nov 2026 13:50:30 GMT, 5', 'Tue,  24 Nov 2026 13:50:30 GMT', 'Tue, 24 Nov 2026 13:50:30 GMT\n'],
  ],
] as const satisfies readonly (readonly [string, number | undefined, readonly (string | null)[]])[])
  test(`${what}: ${seconds === undefined ? 'no wait that was asked for' : `${seconds} s`}`, () => {
    for (const text of texts) assert.equal(readRetryAfter(text, NOW), seconds, `${text}`);
  });

test('a part of a second counts as a whole one: never too early', () => {
  assert.equal(readRetryAfter('Tue, 24 Nov 2026 13:50:30 GMT', NOW + 1), 30);
});

test('every moment of four thousand years is read to the second', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(NOW), max: new Date('5999-12-31T23:59:59Z'), noInvalidDate: true }),
      (date) => {
        const wait = Math.ceil((Math.floor(date.getTime() / 1_000) * 1_000 - NOW) / 1_000);
        assert.equal(readRetryAfter(date.toUTCString(), NOW), Math.max(0, wait));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('whatever stands in the header, the wait is undefined or 0 seconds or more', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map(String), fc.double().map(String)),
      (text) => {
        const seconds = readRetryAfter(text, NOW);
        assert.ok(seconds === undefined || seconds >= 0);
      },
    ),
    { numRuns: 5_000 },
  );
});
