// How many reports a draft makes: each has as many links and accounts as a report may have, and as fit once it is sealed.

import { toJson } from '../report/json.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../report/limits.ts';
import { MAX_REPORT_BYTES } from '../report/protocol.ts';
import { reportOf, type Range, type ReportContext, type ReportPart } from './to-report.ts';
import type { Draft } from './types.ts';

/** A group of links or of accounts. */
interface Group extends Range {
  /** Their size, with a comma after each. */
  readonly bytes: number;
}

/** What one report has of a draft. */
export interface Part extends ReportPart {
  readonly links: Group;
  readonly accounts: Group;
  /** Whether it is too long to be sent all the same: other answers take the room. */
  readonly isTooLong: boolean;
}

/** What a report has besides the answers, each as long as it may be. */
const LONGEST: ReportContext = {
  submissionId: 'x'.repeat(36),
  supersedes: 'x'.repeat(36),
  followUp: { hash: 'x'.repeat(43) },
  now: 0,
  locale: 'x'.repeat(TEXT_LIMITS.locale),
  embed: 'browser_extension',
  widgetVersion: 'x'.repeat(TEXT_LIMITS.version),
  partnerId: 'x'.repeat(64),
};

const sizeOf = (value: unknown): number => new TextEncoder().encode(toJson(value)).length;

/** Cuts a list into groups of at most `limit` items, and of at most `room` bytes where one item does not need more. */
function groupsOf(items: readonly unknown[], limit: number, room: number): readonly [Group, ...Group[]] {
  const groups: Group[] = [];
  let group: Group = { start: 0, end: 0, bytes: 0 };
  for (const item of items) {
    const { start, end } = group;
    const size = sizeOf(item) + 1;
    const isFull = end - start === limit || group.bytes + size > room;
    if (isFull && end > start) groups.push(group);
    group =
      isFull && end > start
        ? { start: end, end: end + 1, bytes: size }
        : { start, end: end + 1, bytes: group.bytes + size };
  }
  const [first, ...others] = [...groups, group];
  return [first, ...others];
}

/**
 * The parts of a draft, in their order: one, or more where the links or the accounts do not fit into one report. The
 * last group of the shorter list stands in each further report.
 */
export function partsOf(draft: Draft): readonly [Part, ...Part[]] {
  const { answers } = draft;
  // On one page, the category may still be missing.
  const chosen = answers.category
    ? draft
    : { ...draft, answers: { ...answers, category: 'unsure' as const } };
  const { locations, reportedAccounts = [], ...others } = reportOf(chosen, LONGEST);
  const room = MAX_REPORT_BYTES - sizeOf({ ...others, locations: [], reportedAccounts: [] });
  const accounts = groupsOf(reportedAccounts, LIST_LIMITS.accounts, room / 2);
  const taken = Math.max(...accounts.map(({ bytes }) => bytes));
  const links = groupsOf(locations, LIST_LIMITS.locations, room - taken);
  const part = (index: number): Part => {
    const its = { links: links[index] ?? links.at(-1)!, accounts: accounts[index] ?? accounts.at(-1)! };
    return { ...its, isTooLong: its.links.bytes + its.accounts.bytes > room };
  };
  const [, ...further] = links.length > accounts.length ? links : accounts;
  return [part(0), ...further.map((_, index) => part(index + 1))];
}
