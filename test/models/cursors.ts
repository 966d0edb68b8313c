// Model of an export's cursor: each report comes once, also if reports are written and erased during and between exports.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkCursor, cursorAt, readCursor } from '../../src/receiver/commands/export-cursor.ts';
import { startSummary, writeReports } from '../../src/receiver/export/format.ts';
import { JSON_LINES } from '../../src/receiver/export/formats.ts';
import type { ReadOptions } from '../../src/receiver/export/reader.ts';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { soundRow } from '../receiver/store-given.ts';
import { actionsOn, stepsModel } from './steps.ts';

/** A report that was stored. */
interface Stored {
  readonly reference: string;
  readonly receivedAt: string;
  readonly partner: string | null;
  readonly trust: 'normal' | 'low';
  readonly priority: 'urgent' | 'normal';
  readonly sealed: boolean;
  isErased: boolean;
}

/** Somebody who exports some reports again and again. */
interface Reader {
  readonly wants: ReadOptions;
  cursor: string;
  /** The references that came, in their order. */
  readonly came: string[];
}

interface Known {
  /** In the order of their numbers: the first is number 1. */
  readonly reports: Stored[];
  readonly readers: readonly Reader[];
}

interface Real {
  readonly folder: string;
  readonly url: string;
  store: DatabaseStore;
}

/** Several reports of one kind. */
type Written = readonly [
  count: number,
  kind: {
    minute: number;
    partner: string | null;
    trust: Stored['trust'];
    priority: Stored['priority'];
    sealed: boolean;
  },
];

/** What happens beside an export: reports are stored, those before a minute or with these numbers are erased. */
type Event =
  | readonly ['write', Written]
  | readonly ['erase before', number]
  | readonly ['erase', readonly number[]];

/** A minute of the day on which everything arrives: clocks are set back, and processes have different ones. */
const minute = fc.nat(9);
const momentOf = (its: number): string => `2026-11-24T13:0${its}:00Z`;

const written: fc.Arbitrary<Written> = fc.tuple(
  fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 60 })),
  fc.record({
    minute,
    partner: fc.constantFrom(null, 'a', 'b'),
    trust: fc.constantFrom('normal', 'normal', 'low'),
    priority: fc.constantFrom('normal', 'normal', 'urgent'),
    sealed: fc.boolean(),
  }),
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: written.map((its) => ['write', its] as const) },
  { weight: 1, arbitrary: minute.map((its) => ['erase before', its] as const) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 30 })
      .map((numbers) => ['erase', numbers] as const),
  },
);

/** The exports of a hotline, by what they want. */
const WANTS: readonly ReadOptions[] = [
  {},
  { priority: 'urgent' },
  { trust: 'low' },
  { trust: 'normal' },
  { partner: 'a' },
  { since: momentOf(4) },
  { since: momentOf(2), before: momentOf(6) },
];

function isWanted(
  report: Stored,
  { priority, trust, partner, since = '', before = '9999' }: ReadOptions,
): boolean {
  return (
    report.receivedAt >= since &&
    report.receivedAt < before &&
    report.partner === (partner ?? report.partner) &&
    report.trust === (trust ?? report.trust) &&
    // Whether it is urgent can stand within the seal.
    (report.sealed || report.priority === (priority ?? report.priority))
  );
}

/** One event, in the database and in the model. */
async function happen({ reports }: Known, { store }: Real, [kind, given]: Event): Promise<void> {
  if (kind === 'write') {
    const [count, { minute: its, ...columns }] = given;
    for (let index = 0; index < count; index++) {
      const reference = `R${reports.length + 1}`;
      const report = { reference, receivedAt: momentOf(its), ...columns };
      assert.ok((await store.put(soundRow(`id-${reference}`, report))).stored);
      reports.push({ ...report, isErased: false });
    }
  } else if (kind === 'erase before') {
    await store.erase(momentOf(given));
    for (const report of reports) report.isErased ||= report.receivedAt < momentOf(given);
  } else {
    await store.eraseByNumber(given);
    for (const number of given) {
      const report = reports[number - 1];
      if (report) report.isErased = true;
    }
  }
}

/** An export from where the last one ended, of at most so many reports, with an event after each of the first ones. */
async function read(
  known: Known,
  real: Real,
  reader: Reader,
  most: number,
  meanwhile: readonly Event[] = [],
): Promise<void> {
  const { store } = real;
  const cursor = readCursor(reader.cursor);
  await checkCursor(cursor, store.ledger);
  const { since, before } = reader.wants;
  // As the command does.
  const after =
    since === undefined
      ? cursor.number
      : await store.search.skipTo(cursor.number, { since, ...(before !== undefined && { before }) });
  const options = { ...reader.wants, after };
  const summary = startSummary(options);
  // A report that is erased later may come: an export reads several at a time.
  const gone = new Set(known.reports.filter(({ isErased }) => isErased));
  let count = 0;
  // A row counts as read once the next one is asked for.
  for await (const text of writeReports(store, JSON_LINES, options, summary)) {
    if (count === most) break;
    const { reference } = JSON.parse(text) as { reference: string };
    const report = known.reports.find((each) => each.reference === reference);
    assert.ok(report && isWanted(report, reader.wants), `${reference} was not asked for`);
    assert.ok(!gone.has(report), `${reference} was erased before the export`);
    reader.came.push(reference);
    const next = meanwhile[count];
    if (next) await happen(known, real, next);
    count += 1;
  }
  reader.cursor = await cursorAt(store.ledger, summary.lastSequence);
}

/** What holds of what came: each report once, in the order of arrival. */
function assertOnce({ reports, readers }: Known): void {
  const numberOf = new Map(reports.map(({ reference }, index) => [reference, index]));
  for (const { came, wants } of readers)
    came.reduce((last, reference) => {
      const number = numberOf.get(reference) ?? -1;
      assert.ok(number > last, `${reference} comes twice or late where ${JSON.stringify(wants)} is wanted`);
      return number;
    }, -1);
}

const who = fc.nat(WANTS.length - 1);

const action = actionsOn<Known, Real>();

const actions = {
  happen: action({ given: event, run: happen }),
  read: action({
    given: fc.tuple(who, fc.oneof(fc.nat(5), fc.nat(80)), fc.array(event, { maxLength: 3 })),
    run: (known, real, [reader, most, meanwhile]) =>
      read(known, real, known.readers[reader]!, most, meanwhile),
  }),
  restart: action({
    given: fc.constant(null),
    async run(_, real) {
      await real.store.close();
      real.store = await openStore(real.url);
    },
  }),
};

export const model = stepsModel<Known, Real>({
  name: 'cursors',
  runs: 8,
  most: 20,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'cursors-'));
    const url = `sqlite:${join(folder, 'reports.sqlite')}`;
    const readers = WANTS.map((wants) => ({ wants, cursor: '0', came: [] }));
    return { model: { reports: [], readers }, real: { folder, url, store: await openStore(url) } };
  },
  actions,
  holds: assertOnce,
  /** At last, nothing that is there has not come to each reader who wants it. */
  async ends(known, real) {
    for (const reader of known.readers) {
      await read(known, real, reader, Infinity);
      const left = known.reports.filter(
        (report) =>
          !report.isErased && isWanted(report, reader.wants) && !reader.came.includes(report.reference),
      );
      assert.deepEqual(
        left.map(({ reference }) => reference),
        [],
        `did not come: ${JSON.stringify(reader.wants)}`,
      );
    }
    assertOnce(known);
  },
  async close({ store, folder }) {
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
});
