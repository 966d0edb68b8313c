// The figures of a year: the reports of a database, joined with the hotline's decisions.
import { CATEGORIES, type CategoryId } from '../../core/report/categories.ts';
import { categoryOf } from '../../core/report/report-known-members.ts';
import type { ReadReport } from '../export/reader.ts';
import {
  isNotice,
  NOTICE_ACTIONS,
  OTHER_OUTCOMES,
  type Decision,
  type NoticeAction,
  type OtherOutcome,
} from './decisions.ts';
import { unreadReason, type UnreadCounts } from './unread.ts';

/** The category of a report, or of a notice: `unknown` if nobody here can read the report. */
export type KnownCategory = CategoryId | 'unknown';

/** All categories, in the order of the form, then `unknown`. */
export const KNOWN_CATEGORIES: readonly KnownCategory[] = [...CATEGORIES.map(({ id }) => id), 'unknown'];

/** How long something took, in days: the median of those that are known. */
export interface Delay {
  /** `unknown` where no day is known. A half where two days share the middle. */
  readonly median: number | 'unknown';
  readonly known: number;
  readonly unknown: number;
}

/** Notices that have something in common. */
export interface NoticeGroup {
  readonly total: number;
  readonly byAction: Readonly<Record<NoticeAction, number>>;
  /** From the notice to the day on which the provider acted or refused. */
  readonly toAnswer: Delay;
}

/** The figures of a year. Nothing in it names a person, an address or a report. */
export interface YearlyFigures {
  readonly year: number;
  /** Day of the oldest report in the database; undefined if there is none. */
  readonly oldest: string | undefined;
  /** Reports that arrived in the year (UTC). */
  readonly reports: {
    readonly total: number;
    readonly byCategory: Readonly<Record<KnownCategory, number>>;
    /** Of these, the reports that no decision names, of whatever year. */
    readonly undecided: Readonly<Record<KnownCategory, number>>;
  };
  /** Notices of the year. Those without a date count in the year of their report. */
  readonly notices: NoticeGroup & {
    /** The provider with most notices first; those of an unknown provider last, under undefined. */
    readonly byProvider: readonly (NoticeGroup & { readonly provider: string | undefined })[];
    readonly byCategory: Readonly<Record<KnownCategory, NoticeGroup>>;
    /** From the report to the notice. */
    readonly fromReport: Delay;
  };
  /** Other outcomes of reports in the year. */
  readonly outcomes: Readonly<Record<OtherOutcome, { readonly total: number; readonly fromReport: Delay }>>;
  readonly remarks: Remarks;
}

/** Gaps of the figures, and lines for the hotline to check. Lines are those of its file. */
export interface Remarks {
  /** Reports of the year whose category is unknown, by reason. */
  readonly unread: Readonly<UnreadCounts>;
  /** Lines of the year that name a report which is not in the database. */
  readonly withoutReport: readonly number[];
  /** Lines of the year without a date. */
  readonly withoutDate: readonly number[];
  /** Lines that are left out: neither a date nor a report says of which year they are. */
  readonly leftOut: readonly number[];
  /** Lines of another year, by their date, or by that of their report; they do not count. */
  readonly otherYear: readonly number[];
  /** Lines of the year dated before their report; they count, but not for a median. */
  readonly beforeReport: readonly number[];
  /** Lines that name a provider beside an outcome that is no notice. */
  readonly providerWithoutNotice: readonly number[];
  /** Lines that say the same as an earlier one; each counts. */
  readonly repeated: readonly number[];
}

/** The facts kept of a report that a decision names. */
export interface Known {
  readonly day: string;
  readonly category: KnownCategory;
}

/** The counts so far. */
export interface YearCounts {
  readonly byCategory: Record<KnownCategory, number>;
  readonly undecided: Record<KnownCategory, number>;
  readonly unread: UnreadCounts;
  /** Reports that a decision names, by their references. */
  readonly known: Map<string, Known>;
}

/** The counts of a year of which no report was read yet. */
export const startCounts = (): YearCounts => ({
  byCategory: zeros(KNOWN_CATEGORIES),
  undecided: zeros(KNOWN_CATEGORIES),
  unread: { sealed: 0, unreadable: 0, altered: 0 },
  known: new Map(),
});

/**
 * Counts a year. Reports are read once, and none is kept.
 * @param reads every report of the year, and of other years those that a decision names, in any order
 * @param decisions every row of the hotline's file, of whatever years
 * @param oldest day of the oldest report in the database
 * @param counts of the reports that were read before, by a count that was cut off; reports are added to it
 */
export async function countYear(
  reads: AsyncIterable<ReadReport>,
  decisions: readonly Decision[],
  year: number,
  oldest: string | undefined,
  counts = startCounts(),
): Promise<YearlyFigures> {
  const named = new Set(decisions.map(({ reference }) => reference));
  const { byCategory, undecided, unread, known } = counts;
  for await (const read of reads) {
    const { reference, receivedAt } = read.row;
    const day = receivedAt.slice(0, 10);
    const category = categoryRead(read);
    if (named.has(reference)) known.set(reference, { day, category });
    if (!isIn(year, day)) continue;
    byCategory[category]++;
    if (!named.has(reference)) undecided[category]++;
    if (category === 'unknown') unread[unreadReason(read)]++;
  }
  const rows = decisions.filter((row) => isOf(year, row, known) === true);
  return {
    year,
    oldest,
    reports: { total: sum(byCategory), byCategory, undecided },
    notices: countNotices(rows.filter(isNotice), known),
    outcomes: countOutcomes(rows, known),
    remarks: { unread, ...remarksOn(decisions, year, known) },
  };
}

const isIn = (year: number, day: string): boolean => day.startsWith(`${year}-`);

/** A report that was changed in the database is not the reporter's. */
const categoryRead = ({ report, isAltered }: ReadReport): KnownCategory =>
  report && !isAltered ? categoryOf(report) : 'unknown';

type Notice = Decision & { readonly action: NoticeAction };

function countNotices(
  notices: readonly Notice[],
  known: ReadonlyMap<string, Known>,
): YearlyFigures['notices'] {
  const byProvider = groupBy(notices, ({ provider }) => provider);
  const byCategory = groupBy(
    notices,
    ({ category, reference }) => category ?? known.get(reference)?.category ?? 'unknown',
  );
  return {
    ...groupOf(notices),
    byProvider: [...byProvider]
      .map(([provider, group]) => ({ provider, ...groupOf(group) }))
      .toSorted(
        (one, other) =>
          Number(one.provider === undefined) - Number(other.provider === undefined) ||
          other.total - one.total ||
          (one.provider ?? '').localeCompare(other.provider ?? '', 'en'),
      ),
    byCategory: record(KNOWN_CATEGORIES, (category) => groupOf(byCategory.get(category) ?? [])),
    fromReport: delayOf(notices.map((notice) => sinceReport(notice, known))),
  };
}

function groupOf(notices: readonly Notice[]): NoticeGroup {
  const byAction = zeros(NOTICE_ACTIONS);
  for (const { action } of notices) byAction[action]++;
  const answered = notices.filter(({ action }) => action !== 'no_answer' && action !== 'unknown');
  return {
    total: notices.length,
    byAction,
    toAnswer: delayOf(answered.map(({ date, answered: day }) => daysBetween(date, day))),
  };
}

const countOutcomes = (
  rows: readonly Decision[],
  known: ReadonlyMap<string, Known>,
): YearlyFigures['outcomes'] =>
  record(OTHER_OUTCOMES, (outcome) => {
    const of = rows.filter(({ action }) => action === outcome);
    return { total: of.length, fromReport: delayOf(of.map((row) => sinceReport(row, known))) };
  });

/** Whether a decision is of the year: by its date, else by its report; undefined where neither is known. */
function isOf(
  year: number,
  { date, reference }: Decision,
  known: ReadonlyMap<string, Known>,
): boolean | undefined {
  const day = date ?? known.get(reference)?.day;
  return day === undefined ? undefined : isIn(year, day);
}

function remarksOn(
  decisions: readonly Decision[],
  year: number,
  known: ReadonlyMap<string, Known>,
): Omit<Remarks, 'unread'> {
  const rowsThat = (are: boolean | undefined): Decision[] =>
    decisions.filter((row) => isOf(year, row, known) === are);
  const rows = rowsThat(true);
  const lines = (of: readonly Decision[]): number[] => of.map(({ line }) => line);
  const seen = new Set<string>();
  const isRepeated = ({ line: _, ...row }: Decision): boolean => {
    const text = JSON.stringify(row);
    return seen.has(text) || !seen.add(text);
  };
  return {
    withoutReport: lines(rows.filter(({ reference }) => !known.has(reference))),
    withoutDate: lines(rows.filter(({ date }) => date === undefined)),
    leftOut: lines(rowsThat(undefined)),
    otherYear: lines(rowsThat(false)),
    beforeReport: lines(rows.filter((row) => isBefore(row.date, known.get(row.reference)?.day))),
    providerWithoutNotice: lines(rows.filter((row) => !isNotice(row) && row.provider !== undefined)),
    repeated: lines(rows.filter(isRepeated)),
  };
}

const DAY_MS = 86_400_000;

/** Whole days; undefined if one of them is unknown. */
const daysBetween = (from: string | undefined, to: string | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Reports are dated in UTC, decisions where the hotline is: a day of difference may be the clock's. */
const isBefore = (date: string | undefined, reported: string | undefined): boolean =>
  (daysBetween(reported, date) ?? 0) < -1;

function sinceReport({ reference, date }: Decision, known: ReadonlyMap<string, Known>): number | undefined {
  const reported = known.get(reference)?.day;
  const days = daysBetween(reported, date);
  return days === undefined || isBefore(date, reported) ? undefined : Math.max(0, days);
}

function delayOf(days: readonly (number | undefined)[]): Delay {
  const known = days.filter((each) => each !== undefined);
  return { median: medianOf(known), known: known.length, unknown: days.length - known.length };
}

function medianOf(values: readonly number[]): number | 'unknown' {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? 'unknown' : (low + high) / 2;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const record = <Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;

const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, number> => record(keys, () => 0);

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);
