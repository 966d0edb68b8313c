// Opening hours: on the line's local clock, past midnight, over weekends, and across clock changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOpen, type Hours } from '../../src/core/help/opening-hours.ts';
import { hoursIn } from '../../src/core/help/other-clock.ts';
import { TERRITORY_CODES, zoneOverseas } from '../../src/core/help/overseas.ts';

const PARIS = 'Europe/Paris';
const HOUR_MS = 3_600_000;
const at = (instant: string): number => Date.parse(instant);

const told = (hours: Hours, instant: string, zone: string | undefined = PARIS): string => {
  const open = isOpen(hours, at(instant), zone);
  return open === undefined ? 'unknown' : open ? 'open' : 'closed';
};

const daily: Hours = [1, 7, 9, 23];
const weekdays: Hours = [1, 5, 9, 18];

test('the first minute is open and the last hour is not, on the clock of Paris in winter', () => {
  // 2026-11-24 is a Tuesday; Paris is an hour before UTC.
  assert.equal(told(daily, '2026-11-24T07:59:59Z'), 'closed');
  assert.equal(told(daily, '2026-11-24T08:00:00Z'), 'open');
  assert.equal(told(daily, '2026-11-24T21:59:59Z'), 'open');
  assert.equal(told(daily, '2026-11-24T22:00:00Z'), 'closed');
});

test('in summer everything is an hour earlier in UTC', () => {
  assert.equal(told(daily, '2026-07-01T06:59:59Z'), 'closed');
  assert.equal(told(daily, '2026-07-01T07:00:00Z'), 'open');
  assert.equal(told(daily, '2026-07-01T20:59:59Z'), 'open');
  assert.equal(told(daily, '2026-07-01T21:00:00Z'), 'closed');
});

test('on the days when clocks change, the new time counts', () => {
  // Clocks go forward on 29 March 2026 and back on 25 October 2026, at 01:00 UTC.
  assert.equal(told(daily, '2026-03-28T08:00:00Z'), 'open');
  assert.equal(told(daily, '2026-03-29T06:59:59Z'), 'closed');
  assert.equal(told(daily, '2026-03-29T07:00:00Z'), 'open');
  assert.equal(told(daily, '2026-10-24T07:00:00Z'), 'open');
  assert.equal(told(daily, '2026-10-25T07:59:59Z'), 'closed');
  assert.equal(told(daily, '2026-10-25T08:00:00Z'), 'open');
});

test('an hour that happens twice counts twice, and one that does not happen is not there', () => {
  const night: Hours = [1, 7, 2, 3];
  assert.equal(told(night, '2026-10-25T00:30:00Z'), 'open');
  assert.equal(told(night, '2026-10-25T01:30:00Z'), 'open');
  assert.equal(told(night, '2026-10-25T02:00:00Z'), 'closed');
  // On 29 March there is no hour between two and three.
  assert.equal(told(night, '2026-03-29T00:59:59Z'), 'closed');
  assert.equal(told(night, '2026-03-29T01:00:00Z'), 'closed');
});

test('closed from Friday evening to Monday', () => {
  // 2026-11-27 is a Friday.
  assert.equal(told(weekdays, '2026-11-27T16:59:59Z'), 'open');
  assert.equal(told(weekdays, '2026-11-27T17:00:00Z'), 'closed');
  assert.equal(told(weekdays, '2026-11-28T12:00:00Z'), 'closed');
  assert.equal(told(weekdays, '2026-11-29T12:00:00Z'), 'closed');
  assert.equal(told(weekdays, '2026-11-30T07:59:59Z'), 'closed');
  assert.equal(told(weekdays, '2026-11-30T08:00:00Z'), 'open');
});

test('each day of the week is known, from Monday as 1 to Sunday as 7', () => {
  // 2026-11-23 is a Monday.
  for (let day = 1; day <= 7; day++) {
    const open = [1, 2, 3, 4, 5, 6, 7].filter((other) =>
      isOpen([other, other, 9, 18], at('2026-11-22T11:00:00Z') + day * 24 * HOUR_MS, PARIS),
    );
    assert.deepEqual(open, [day]);
  }
});

test('hours over midnight belong to the day on which they begin', () => {
  const saturdayNight: Hours = [6, 6, 20, 2];
  assert.equal(told(saturdayNight, '2026-11-28T18:59:59Z'), 'closed');
  assert.equal(told(saturdayNight, '2026-11-28T19:00:00Z'), 'open');
  assert.equal(told(saturdayNight, '2026-11-29T00:59:59Z'), 'open');
  assert.equal(told(saturdayNight, '2026-11-29T01:00:00Z'), 'closed');
  assert.equal(told(saturdayNight, '2026-11-29T19:00:00Z'), 'closed');
  const sundayNight: Hours = [7, 7, 20, 2];
  assert.equal(told(sundayNight, '2026-11-30T00:30:00Z'), 'open');
  assert.equal(told(sundayNight, '2026-11-29T00:30:00Z'), 'closed');
});

test('midnight itself, as an end and as a beginning', () => {
  assert.equal(told([1, 7, 9, 24], '2026-11-24T22:59:59Z'), 'open');
  assert.equal(told([1, 7, 9, 24], '2026-11-24T23:00:00Z'), 'closed');
  assert.equal(told([1, 7, 9, 0], '2026-11-24T22:59:59Z'), 'open');
  assert.equal(told([1, 7, 9, 0], '2026-11-24T23:00:00Z'), 'closed');
  assert.equal(told([1, 7, 0, 6], '2026-11-24T23:00:00Z'), 'open');
  assert.equal(told([1, 7, 0, 24], '2026-11-24T23:00:00Z'), 'open');
  assert.equal(told([1, 7, 0, 24], '2026-11-24T22:59:59Z'), 'open');
});

test('the clock that counts is the line’s: also where it is off by parts of an hour', () => {
  assert.equal(told(daily, '2026-11-24T12:59:59Z', 'America/Martinique'), 'closed');
  assert.equal(told(daily, '2026-11-24T13:00:00Z', 'America/Martinique'), 'open');
  assert.equal(told(daily, '2026-11-24T03:29:59Z', 'Asia/Kolkata'), 'closed');
  assert.equal(told(daily, '2026-11-24T03:30:00Z', 'Asia/Kolkata'), 'open');
  assert.equal(told(daily, '2026-11-24T03:14:59Z', 'Asia/Kathmandu'), 'closed');
  assert.equal(told(daily, '2026-11-24T03:15:00Z', 'Asia/Kathmandu'), 'open');
});

test('without a zone, and with one that is not known, nothing is said', () => {
  assert.equal(isOpen(daily, at('2026-11-24T12:00:00Z')), undefined);
  assert.equal(told(daily, '2026-11-24T12:00:00Z', 'Europe/Nowhere'), 'unknown');
});

test('the hours on the clock of a place, with its days', () => {
  // 2026-11-26 is a Thursday; Paris is an hour before UTC.
  const noon = at('2026-11-26T11:00:00Z');
  assert.deepEqual(hoursIn('Indian/Reunion', daily, noon, PARIS), [1, 7, 12, 2]);
  assert.deepEqual(hoursIn('America/Guadeloupe', daily, noon, PARIS), [1, 7, 4, 18]);
  assert.deepEqual(hoursIn('Pacific/Noumea', weekdays, noon, PARIS), [1, 5, 19, 4]);
  // Midnight there is the next day.
  assert.deepEqual(hoursIn('Pacific/Noumea', [1, 5, 14, 18], noon, PARIS), [2, 6, 0, 4]);
  assert.deepEqual(hoursIn('Pacific/Tahiti', [1, 5, 11, 18], noon, PARIS), [1, 5, 0, 7]);
  assert.deepEqual(hoursIn('Pacific/Tahiti', weekdays, noon, PARIS), [7, 4, 22, 7]);
  assert.deepEqual(hoursIn('Pacific/Tahiti', [7, 7, 10, 24], noon, PARIS), [6, 6, 23, 13]);
  assert.deepEqual(hoursIn('Pacific/Wallis', [7, 7, 20, 2], noon, PARIS), [1, 1, 7, 13]);
});

test('the hours are as they will be when the line opens next, after a change of its clock too', () => {
  // On Saturday 28 March 2026 the line is closed until Monday, and Paris goes to summer time before.
  const saturday = at('2026-03-28T12:00:00Z');
  assert.deepEqual(hoursIn('Indian/Reunion', weekdays, saturday, PARIS), [1, 5, 11, 20]);
  assert.deepEqual(hoursIn('Indian/Reunion', [6, 6, 9, 18], saturday, PARIS), [6, 6, 12, 21]);
  // It opens once a week, and that was an hour ago.
  assert.deepEqual(hoursIn('Indian/Reunion', [6, 6, 9, 12], saturday, PARIS), [6, 6, 11, 14]);
  // Paris goes to winter time at 03:00 on Sunday 25 October: a line that opens before opens in summer time.
  const night = at('2026-10-24T20:00:00Z');
  assert.deepEqual(hoursIn('Indian/Reunion', [7, 7, 1, 2], night, PARIS), [7, 7, 3, 4]);
  assert.deepEqual(hoursIn('Indian/Reunion', [7, 7, 4, 6], night, PARIS), [7, 7, 7, 9]);
});

test('hours in which a line never opens, and zones that are not known or half an hour apart', () => {
  const noon = at('2026-11-26T11:00:00Z');
  assert.deepEqual(hoursIn('Indian/Reunion', [5, 2, 9, 18], noon, PARIS), [5, 2, 12, 21]);
  assert.equal(hoursIn('Asia/Kolkata', daily, noon, PARIS), undefined);
  assert.equal(hoursIn('Indian/Nowhere', daily, noon, PARIS), undefined);
  assert.equal(hoursIn('Indian/Reunion', daily, noon, 'Europe/Nowhere'), undefined);
  assert.equal(hoursIn('Indian/Reunion', daily, noon), undefined);
});

const CLOCK = new Intl.DateTimeFormat('en', {
  timeZone: PARIS,
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});
const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The hour of the week in Paris, by the names that its days have. */
function hourOfWeek(now: number): number {
  const [weekday = '', hour] = CLOCK.format(now).split(/\W+/);
  assert.ok(WEEK.includes(weekday), weekday);
  return WEEK.indexOf(weekday) * 24 + Number(hour);
}

test('whatever the hours and the instant: open in the hours that are listed, and in no others', () => {
  const hours = fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 24 }),
    )
    .map(([one, other, from, to]): Hours => [Math.min(one, other), Math.max(one, other), from, to]);
  const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
  fc.assert(
    fc.property(hours, instant, (range, now) => {
      const [first, last, from, to] = range;
      // Every hour of the week in which the line is open, listed one by one.
      const listed = new Set<number>();
      const length = from < to ? to - from : 24 - from + to;
      for (let opened = first; opened <= last; opened++)
        for (let since = 0; since < length; since++) listed.add(((opened - 1) * 24 + from + since) % 168);
      assert.equal(isOpen(range, now, PARIS), listed.has(hourOfWeek(now)));
    }),
    { numRuns: 2000 },
  );
});

test('whatever the territory and the instant: while a line is open, it is open by the hours that its place shows', () => {
  // Hours from a day to an earlier one are those of the days between them, one by one.
  const isOpenThere = ([first, last, from, to]: Hours, now: number, place: string): boolean =>
    Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, since) => ((first + since - 1) % 7) + 1).some(
      (day) => isOpen([day, day, from, to], now, place),
    );
  const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
  fc.assert(
    fc.property(
      fc.constantFrom(...TERRITORY_CODES.map((code) => zoneOverseas(code)!)),
      fc.constantFrom(daily, weekdays),
      instant,
      (place, hours, now) => {
        fc.pre(isOpen(hours, now, PARIS) === true);
        assert.ok(isOpenThere(hoursIn(place, hours, now, PARIS)!, now, place));
      },
    ),
    { numRuns: 500 },
  );
});
