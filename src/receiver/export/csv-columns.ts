// The columns of the CSV export: the receiver's own facts, then every field of the report, in a fixed order.
import { detailQuestions } from '../../core/draft/question-table.ts';
import { CATEGORIES } from '../../core/report/categories.ts';
import { knownPart } from '../../core/report/report-known-members.ts';
import { priorityRuleOf } from '../intake/priority.ts';
import type { ReadReport } from './reader.ts';

/** The receiver's own columns. `sealed` is `no`, `opened`, or `yes` if no field of the report can be shown. */
const ROW_COLUMNS = {
  sequence: ({ row }) => row.sequence,
  reference: ({ row }) => row.reference,
  receivedAt: ({ row }) => row.receivedAt,
  trust: ({ row }) => row.trust,
  priority: ({ row }) => row.priority,
  partner: ({ row }) => row.partner,
  sealed: ({ row, report }) => (row.sealed ? (report ? 'opened' : 'yes') : 'no'),
  fault: ({ fault }) => fault,
} as const satisfies Record<string, (read: ReadReport) => unknown>;

/**
 * Fields of the report by path. Where a path leads through a list, the cell has one line for each item, so that the
 * lines of neighbouring columns match. New fields go to the end, for programs that read columns by number.
 */
const FIELDS = `
  submissionId supersedes submittedAt locale category danger.immediate danger.helpShown
  locations.id locations.place locations.service
  locations.url.value locations.url.asEntered locations.url.kind locations.url.changes locations.url.flags
  locations.identifiers.type locations.identifiers.value locations.pinpoint
  locations.foundVia.how locations.foundVia.url.value locations.foundVia.url.asEntered locations.foundVia.url.kind
  locations.foundVia.url.changes locations.foundVia.url.flags
  locations.access.needs locations.access.username locations.access.password locations.access.credentialsPublished
  locations.access.paid locations.access.paymentMethods
  locations.observedAt.date locations.observedAt.time locations.observedAt.timeZone locations.observedAt.precision
  locations.stillOnline
  content.types content.aiGenerated content.language content.description
  personsConcerned.minor personsConcerned.apparentAge personsConcerned.known personsConcerned.areaHint
  reportedAccounts.service reportedAccounts.handle reportedAccounts.accountId reportedAccounts.displayName
  reportedAccounts.profileUrl.value reportedAccounts.profileUrl.asEntered reportedAccounts.profileUrl.kind
  reportedAccounts.profileUrl.changes reportedAccounts.profileUrl.flags
  reportedAccounts.relation reportedAccounts.knownToReporter reportedAccounts.locationIds
  reporter.role reporter.ageBand reporter.country reporter.anonymous reporter.followUp reporter.contact.email
  reporter.contact.name
  priorReports.platform priorReports.police priorReports.otherHotline priorReports.references.to
  priorReports.references.reference
  attestation.goodFaith attestation.textId attestation.method
  source.partnerId source.placement source.hostOrigin source.embed source.widgetVersion source.prefilled
`
  .trim()
  .split(/\s+/);

/** Columns of later versions: each version adds its own at the end. `altered` is `yes` if the text differs from the one received. */
const LATER_COLUMNS = {
  altered: ({ isAltered }) => (isAltered ? 'yes' : undefined),
  'followUp.hash': ({ report }) => report?.followUp?.hash,
  outcome: ({ followUp }) => followUp?.state,
  outcomeSince: ({ followUp }) => followUp?.since,
  additions: ({ followUp }) => followUp?.additions,
  addsTo: ({ addsTo }) => addsTo,
  priorityRule: ({ report }) => report && priorityRuleOf(report),
} as const satisfies Record<string, (read: ReadReport) => unknown>;

/** Answers to the questions of the categories. They stand last, so that a new question moves no other column. */
const DETAILS = [
  ...new Set(CATEGORIES.flatMap(({ id }) => detailQuestions(id)).map(({ id }) => `details.${id}`)),
];

/** Names of the columns, in their order. */
export const COLUMNS: readonly string[] = [
  ...Object.keys(ROW_COLUMNS),
  ...FIELDS,
  ...Object.keys(LATER_COLUMNS),
  ...DETAILS,
];

/** Values of the columns: plain values, lists of them, or lists of lists; undefined if there is none. */
export function valuesOf(read: ReadReport): unknown[] {
  const known = read.report && knownPart(read.report);
  return [
    ...Object.values(ROW_COLUMNS).map((valueOf) => valueOf(read)),
    ...FIELDS.map((field) => pick(known, field.split('.'))),
    ...Object.values(LATER_COLUMNS).map((valueOf) => valueOf(read)),
    ...DETAILS.map((field) => pick(known, field.split('.'))),
  ];
}

function pick(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, path));
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  return pick((value as Readonly<Record<string, unknown>>)[key], rest);
}
