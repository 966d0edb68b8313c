// Groups reports of the same content, and puts what is urgent first.
import type { ShownReport } from './types.ts';

/** Reports of the same content. */
export interface Group {
  readonly key: string;
  /** Those that are urgent first, then the newest; what was added to a report follows it. */
  readonly reports: readonly ShownReport[];
}

const RANKS = { urgent: 0, unread: 1, normal: 2 } as const;

/** The rank of reports: that of the most urgent one. What is not opened may be urgent. */
const rankOf = (reports: readonly ShownReport[]): number =>
  Math.min(...reports.map(({ priority }) => RANKS[priority]));

/**
 * The groups of reports: with an urgent one first, then those that nobody could open, then the others; the newest first.
 * @param reports in the order of arrival
 */
export function groupsOf(reports: readonly ShownReport[]): Group[] {
  const newestFirst = reports.toReversed();
  const byReference = new Map(newestFirst.map((report) => [report.reference, report]));
  const byKey = new Map<string, ShownReport[]>();
  for (const report of newestFirst) {
    // An addition is grouped with the report that it adds to, also where it names another address.
    const { groupKey } = byReference.get(report.addsTo ?? '') ?? report;
    const others = byKey.get(groupKey);
    if (others) others.push(report);
    else byKey.set(groupKey, [report]);
  }
  return Array.from(byKey, ([key, members]) => ({ key, reports: inOrder(members) })).toSorted(
    (one, other) => rankOf(one.reports) - rankOf(other.reports),
  );
}

function inOrder(members: readonly ShownReport[]): ShownReport[] {
  if (members.length === 1) return [...members];
  const present = new Set(members.map(({ reference }) => reference));
  const isAddition = ({ addsTo = '' }: ShownReport): boolean => present.has(addsTo);
  return members
    .filter((report) => !isAddition(report))
    .toSorted((one, other) => RANKS[one.priority] - RANKS[other.priority])
    .flatMap((report) => [report, ...members.filter(({ addsTo }) => addsTo === report.reference)]);
}
