// The columns of the CSV export: the receiver's own facts, then every field of the report, in a fixed order.
import { detailQuestions } from '../../core/draft/question-table.ts';
import { CATEGORIES } from '../../core/report/categories.ts';
import { knownPart } from '../../core/report/report-known-members.ts';
import { priorityRuleOf } from '../intake/priority.ts';
import type { ReadReport } from './reader.ts';

/**
 * Columns that are no field of the report. `sealed` is `no`, `opened`, or `yes` if no field of the report can be shown;
 * `altered` is `yes` if the text differs from the one received.
 */
const OWN: Readonly<Record<string, (read: ReadReport) => unknown>> = {
  sequence: ({ row }) => row.sequence,
  reference: ({ row }) => row.reference,
  receivedAt: ({ row }) => row.receivedAt,
  trust: ({ row }) => row.trust,
  priority: ({ row }) => row.priority,
  partner: ({ row }) => row.partner,
  sealed: ({ row, report }) => (row.sealed ? (report ? 'opened' : 'yes') : 'no'),
  fault: ({ fault }) => fault,
  altered: ({ isAltered }) => (isAltered ? 'yes' : undefined),
  'followUp.hash': ({ report }) => report?.followUp?.hash,
  outcome: ({ followUp }) => followUp?.state,
  outcomeSince: ({ followUp }) => followUp?.since,
  additions: ({ followUp }) => followUp?.additions,
  addsTo: ({ addsTo }) => addsTo,
  priorityRule: ({ report }) => report && priorityRuleOf(report),
};

/**
 * Names of the columns that have their place: programs read columns by number. Fields of the report stand by their path.
 * A path that leads through a list has one line for each item in its cell, so that the lines of neighbouring columns match.
 */
export const PLACED: readonly string[] = `
  sequence reference receivedAt trust priority partner sealed fault
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
  altered followUp.hash outcome outcomeSince additions addsTo priorityRule
  details.kinds details.abuseOngoing details.meetingPlanned details.blackmail details.adultAskingMinor
  details.selfProduced details.specificThreat details.targetHint details.whenHint details.fearNow details.grounds
  details.aimedAt details.callToAct details.eventHint details.ageCheck details.aimedAtMinors details.minorExposed
  details.minorSuspected details.constraintSigns details.severalPersonsSameContact details.areaHint
  details.personAtRiskNow details.targetIsMinor details.personKnown details.target details.repeated
  details.severalAuthors details.authorKnown details.evidenceKept
`
  .trim()
  .split(/\s+/);

/** Names of the columns, in their order: a question or a fact that has no place yet comes last. */
export const COLUMNS: readonly string[] = [
  ...new Set([
    ...PLACED,
    ...Object.keys(OWN),
    ...CATEGORIES.flatMap(({ id }) => detailQuestions(id)).map(({ id }) => `details.${id}`),
  ]),
];

/** Values of the columns: plain values, lists of them, or lists of lists; undefined if there is none. */
export function valuesOf(read: ReadReport): unknown[] {
  const known = read.report && knownPart(read.report);
  return COLUMNS.map((column) => {
    const own = OWN[column];
    return own ? own(read) : pick(known, column.split('.'));
  });
}

function pick(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, path));
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  return pick((value as Readonly<Record<string, unknown>>)[key], rest);
}
