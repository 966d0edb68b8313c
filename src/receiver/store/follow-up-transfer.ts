// Copies follow-ups from one database to another. What the target has later stays.
import { sql, type Kysely } from 'kysely';
import { MAX_ADDITIONS } from '../../core/follow-up/answer.ts';
import { erasedMark } from './erased.ts';
import { mayReplace } from './follow-up-outcomes.ts';
import {
  addOutcomes,
  historiesOf,
  lockedFollowUps,
  nextVersion,
  type FollowUpRow,
  type PlacedOutcome,
  type RowLock,
} from './follow-up-rows.ts';
import type { FollowUpAddition, FollowUpPlace, FollowUpRecord, Outcome } from './follow-ups.ts';
import type { Tables } from '../database/tables.ts';

const PAGE = 200;

/** Reads the follow-ups of reports after a number, then those that changed after a change. */
export async function* changedSince(
  database: Kysely<Tables>,
  { sequence, version }: FollowUpPlace,
): AsyncGenerator<FollowUpRecord[]> {
  for (let after = sequence; ;) {
    const rows = await database
      .selectFrom('followUp')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    if (rows.length === 0) break;
    yield recordsOf(database, rows);
    after = rows.at(-1)!.sequence!;
  }
  for (let [afterVersion, afterHash] = [version, '\uffff']; ;) {
    const rows = await database
      .selectFrom('followUp')
      .selectAll()
      // The words of the index, or it is not used.
      .where('version', '>', sql.lit(0))
      .where((where) =>
        where.or([
          where('version', '>', afterVersion),
          where.and([where('version', '=', afterVersion), where('hash', '>', afterHash)]),
        ]),
      )
      .where('version', '>=', afterVersion)
      .orderBy('version')
      .orderBy('hash')
      .limit(PAGE)
      .execute();
    if (rows.length === 0) return;
    yield recordsOf(database, rows);
    ({ version: afterVersion, hash: afterHash } = rows.at(-1)!);
  }
}

async function recordsOf(database: Kysely<Tables>, rows: readonly FollowUpRow[]): Promise<FollowUpRecord[]> {
  const hashes = rows.map(({ hash }) => hash);
  const histories = await historiesOf(database, hashes);
  const additions = await additionsOf(database, hashes);
  return rows.map(({ hash, reference, arrivedOn, state, since, erasedOn }) => ({
    hash,
    reference,
    arrivedOn,
    state,
    since,
    erasedOn: erasedOn ?? undefined,
    history: histories.get(hash)!,
    additions: additions.get(hash)!,
  }));
}

async function additionsOf(
  open: Kysely<Tables>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FollowUpAddition[]>> {
  const additions = new Map<string, FollowUpAddition[]>(hashes.map((hash) => [hash, []]));
  const rows = await open.selectFrom('followUpAddition').selectAll().where('hash', 'in', hashes).execute();
  for (const { hash, reference, day } of rows) additions.get(hash)!.push({ reference, day });
  return additions;
}

/** Takes follow-ups, within a transaction. @returns how many are new here, or have another state now */
export async function takeIn(
  open: Kysely<Tables>,
  records: readonly FollowUpRecord[],
  rowLock: RowLock,
): Promise<number> {
  const hashes = records.map(({ hash }) => hash);
  const here = await hereOf(open, records, rowLock);
  const histories = await historiesOf(open, hashes);
  const additions = await additionsOf(open, hashes);
  let count = 0;
  const changed: string[] = [];
  for (const record of records) {
    if (here.ended.has(record.hash)) continue;
    const present = here.followUps.get(record.hash);
    // A hash leads to the report that came first with it.
    if (present && present.reference !== record.reference) continue;
    const sequence = here.sequences.get(record.reference);
    const isNew = !present && (await insertNew(open, record, sequence));
    if (!present && !isNew) continue;
    if (present && sequence !== undefined) await attach(open, present, sequence);
    const history = histories.get(record.hash)!;
    const outcomes = laterOutcomes(record, present && { ...present, history });
    await addOutcomes(open, placed(record.hash, history.length + 1, outcomes));
    const added = await addAdditions(open, record, additions.get(record.hash)!);
    if (isNew || outcomes.length > 0) count++;
    if (isNew || added > 0) changed.push(record.hash);
  }
  if (changed.length > 0)
    await open
      .updateTable('followUp')
      .set({ version: await nextVersion(open) })
      .where('hash', 'in', changed)
      .execute();
  return count;
}

async function hereOf(open: Kysely<Tables>, records: readonly FollowUpRecord[], rowLock: RowLock) {
  const hashes = records.map(({ hash }) => hash);
  const references = records.map(({ reference }) => reference);
  const rows = await lockedFollowUps(open, 'hash', hashes, rowLock);
  const reports = await open
    .selectFrom('report')
    .select(['reference', 'sequence'])
    .where('reference', 'in', references)
    .execute();
  const marks = new Map(hashes.map((hash) => [erasedMark(hash), hash]));
  const marked = await open
    .selectFrom('erasedReport')
    .select('mark')
    .where('mark', 'in', [...marks.keys()])
    .execute();
  return {
    followUps: new Map<string, FollowUpRow>(rows.map((row) => [row.hash, row])),
    sequences: new Map(reports.map(({ reference, sequence }) => [reference, sequence])),
    /** Those that were ended here by hand. */
    ended: new Set(marked.map(({ mark }) => marks.get(mark)!)),
  };
}

/** Writes a follow-up without its states. @returns whether it belongs here: its report is here, or is gone there too */
async function insertNew(
  open: Kysely<Tables>,
  { hash, reference, arrivedOn, erasedOn }: FollowUpRecord,
  sequence: number | undefined,
): Promise<boolean> {
  if (sequence === undefined && erasedOn === undefined) return false;
  const { numInsertedOrUpdatedRows: inserted = 0n } = await open
    .insertInto('followUp')
    .values({
      hash,
      sequence: sequence ?? null,
      reference,
      arrivedOn,
      state: 'received',
      since: arrivedOn,
      erasedOn: sequence === undefined ? erasedOn! : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted > 0n;
}

/** A report that was gone, and was put back by the copy, has its follow-up again. */
async function attach(
  open: Kysely<Tables>,
  { hash, erasedOn }: FollowUpRow,
  sequence: number,
): Promise<void> {
  if (erasedOn === null) return;
  await open.updateTable('followUp').set({ erasedOn: null, sequence }).where('hash', '=', hash).execute();
}

/** The outcomes that a record has beyond those here: the rest of the same list, or its last one if that is later. */
function laterOutcomes(
  { history }: FollowUpRecord,
  present: (Outcome & { readonly history: readonly Outcome[] }) | undefined,
): readonly Outcome[] {
  if (!present) return history;
  const isContinued = present.history.every(
    ({ state, since }, index) => history[index]?.state === state && history[index].since === since,
  );
  if (isContinued) return history.slice(present.history.length);
  const last = history.at(-1);
  return last && last.since > present.since && mayReplace(present, last) ? [last] : [];
}

const placed = (hash: string, first: number, outcomes: readonly Outcome[]): PlacedOutcome[] =>
  outcomes.map(({ state, since }, index) => ({ hash, place: first + index, state, since }));

async function addAdditions(
  open: Kysely<Tables>,
  { hash, additions }: FollowUpRecord,
  here: readonly FollowUpAddition[],
): Promise<number> {
  const known = new Set(here.map(({ reference }) => reference));
  const fresh = additions
    .filter(({ reference }) => !known.has(reference))
    .slice(0, Math.max(0, MAX_ADDITIONS - known.size));
  if (fresh.length === 0) return 0;
  await open
    .insertInto('followUpAddition')
    .values(fresh.map(({ reference, day }) => ({ hash, reference, day })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return fresh.length;
}
