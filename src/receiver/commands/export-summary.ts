// The summary that an export prints at its end.
import type { ExportReason, ExportSummary } from '../export/format.ts';
import { countReports, describeNumbers } from './numbers.ts';

const REASONS: Readonly<Record<ExportReason, string>> = {
  sealed: 'sealed, and no private key was given (--key FILE)',
  shape: 'not an envelope',
  header: 'sealed in another way than this version opens',
  decryption: 'sealed for another key than those given, or changed on the way',
  content: 'no report in the envelope',
  identity: 'another report than the envelope says',
  unknown: 'not a report that this version knows',
  altered: 'changed in the database since it was received',
  category: 'the institution does not take this category',
  kind: 'the institution does not take this kind of content',
  no_minor: 'nothing says that a minor is concerned',
  no_images: 'nothing says that there are pictures',
  no_address: 'no address',
};

/** Reasons that lie in the report itself: it is not meant for the institution. */
const EXPECTED = new Set<ExportReason>(['category', 'kind', 'no_minor', 'no_images', 'no_address']);

/** The result of an export, with the state of the database. */
export interface ExportOutcome {
  readonly summary: ExportSummary;
  /** Whether it was stopped before its end. */
  readonly isStopped: boolean;
  /** Numbers of reports that are gone from the database. */
  readonly missing: readonly number[];
  /** References that were asked for, and that no report has. */
  readonly unknown: readonly string[];
  /** Whether the operator asked to leave sealed reports sealed. */
  readonly leaveSealed: boolean;
  /** The cursor from which it began. */
  readonly began: string;
  /** The file that keeps the cursor, if one does. */
  readonly keptIn: string | undefined;
  /** The cursor of the next export; undefined where reports were looked up by their references. */
  readonly next: string | undefined;
}

/** Lines for the operator: reports written and left out, faults, the start of the next export. */
export function describeExport(outcome: ExportOutcome): string {
  const { summary, isStopped, missing, unknown } = outcome;
  const { written, unread, leftOut, altered } = summary;
  const unreadCount = countUnread(outcome);
  return [
    `${written} ${written === 1 ? 'report' : 'reports'} written`,
    ...linesOf(unread, 'of them without content'),
    ...linesOf(leftOut, 'left out'),
    ...(altered.length > 0
      ? [
          `${altered.length} of them changed in the database since it was received: ${describeNumbers(altered)}`,
        ]
      : []),
    ...unknown.map((reference) => `No report ${reference} in the database. Erased, or a wrong reference?`),
    ...(missing.length > 0 ? [describeMissing(missing)] : []),
    ...(unreadCount > 0 ? [describeUnread(unreadCount)] : []),
    ...(isStopped ? ['Stopped before the end.'] : []),
    ...placesOf(outcome),
    '',
  ].join('\n');
}

function placesOf({ began, keptIn, next }: ExportOutcome): string[] {
  if (next === undefined) return [];
  if (keptIn === undefined) return [`The next export goes on with --after ${next}`];
  return [
    `The next export goes on with --cursor ${keptIn}, which is now at ${next}.`,
    `The same again: --after ${began}`,
  ];
}

/** Whether the operator must look at the result, although the export is complete. */
export const needsAttention = (outcome: ExportOutcome): boolean =>
  outcome.summary.altered.length > 0 ||
  outcome.missing.length > 0 ||
  outcome.unknown.length > 0 ||
  countUnread(outcome) > 0;

function countUnread({ summary: { unread, leftOut }, leaveSealed }: ExportOutcome): number {
  let total = 0;
  for (const [reason, count] of [...unread, ...leftOut]) {
    const isExpected = EXPECTED.has(reason) || reason === 'altered' || (leaveSealed && reason === 'sealed');
    if (!isExpected) total += count;
  }
  return total;
}

const describeMissing = (missing: readonly number[]): string =>
  `${countReports(missing.length)} missing: ${describeNumbers(missing)}. ` +
  'No receiver erased what was stored there: look for a backup.';

const describeUnread = (count: number): string =>
  `${countReports(count, ['stays', 'stay'])} unread. Export again from the same place with the right --key FILE, or a ` +
  'newer version; where envelopes are to stay sealed, say --leave-sealed.';

const linesOf = (counts: ReadonlyMap<ExportReason, number>, what: string): string[] =>
  [...counts].map(([reason, number]) => `${number} ${what}: ${REASONS[reason]}`);
