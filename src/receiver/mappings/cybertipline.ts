// A report to the CyberTipline of NCMEC, the American clearing house for sexual exploitation of children.

import type { Report } from '../../core/report/report.ts';
import { isChildBlackmailed } from '../intake/priority.ts';
import { compact, internetDetails } from './cybertipline-incident.ts';
import { incidentTypeOf } from './cybertipline-incident-type.ts';
import type {
  CyberTiplineReport,
  IncidentSummary,
  PersonOrUserReported,
  ReportAnnotations,
  Victim,
} from './cybertipline-report.ts';
import type { IncidentType } from './cybertipline-report.ts';
import { isUrl, nameOf } from './cybertipline-limits.ts';
import {
  additionLines,
  notTaken,
  type FiledReport,
  type Hotline,
  type Mapped,
  type NotTaken,
} from './filed-report.ts';
import { doubtfulAddresses, locationFacts } from './location-facts.ts';
import { describeObservation, observedInstant } from './observation.ts';
import { descriptionLines, detailLines } from './plain-words.ts';
import { concernsMinor, looksAiMade, minorAge, saysYes } from './signs.ts';

/** The options of a CyberTipline report. */
export interface CyberTiplineOptions {
  readonly hotline: Hotline;
}

/** Drafts the report to the CyberTipline, if NCMEC takes such a report. */
export function toCyberTipline(
  filed: FiledReport,
  { hotline }: CyberTiplineOptions,
): Mapped<CyberTiplineReport> | NotTaken {
  const { report } = filed;
  const type = incidentTypeOf(report);
  if (type.incidentType === undefined) return notTaken(type.reason);
  const incidents = report.locations.map(internetDetails).filter((incident) => incident !== undefined);
  const suspect = suspectOf(report);
  const emails = incidents.flatMap(({ emailIncident }) => emailIncident?.emailAddress ?? []);
  const document: CyberTiplineReport = {
    incidentSummary: incidentSummary(filed, type.incidentType),
    ...(incidents.length > 0 && { internetDetails: incidents }),
    // The API requires an agency name, and a report has none. `reportedToLe` would say that the hotline told the police.
    ...(report.priorReports?.police === 'yes' && {
      lawEnforcement: { agencyName: 'Not stated by the person who reported' },
    }),
    reporter: { reportingPerson: { email: [hotline.email] } },
    ...((suspect || emails.length > 0) && {
      personOrUserReported: suspectFields(report, suspect, [...new Set(emails)]),
    }),
    ...(concernsMinor(report) && { victim: [victimOf(report)] }),
    additionalInfo: additionalInfo(filed, suspect),
  };
  return { document, forAnalyst: forAnalyst(report, document) };
}

function incidentSummary({ report, receivedAt }: FiledReport, incidentType: IncidentType): IncidentSummary {
  const observedAt = report.locations.find((location) => location.observedAt?.date)?.observedAt;
  const instant = observedInstant(observedAt, receivedAt);
  const description = observedAt && describeObservation(observedAt);
  const reasons = URGENT.filter(([question]) => question(report)).map(([, reason]) => reason);
  const annotations = annotationsOf(report);
  return {
    incidentType,
    ...(reasons.length > 0 && { escalateToHighPriority: reasons.join('. ') }),
    ...(annotations && { reportAnnotations: annotations }),
    incidentDateTime: instant ?? receivedAt,
    incidentDateTimeDescription: [
      description ? `When the content was seen: ${description}.` : 'When the content was seen is not known.',
      ...(instant === undefined ? ['The date is that on which the hotline received the report.'] : []),
    ].join(' '),
  };
}

const URGENT: readonly (readonly [(report: Report) => boolean, string])[] = [
  [({ danger }) => danger.immediate === 'yes', 'Somebody is said to be in immediate danger'],
  [(report) => saysYes(report, 'abuseOngoing'), 'The abuse is said to be happening now'],
  [(report) => saysYes(report, 'meetingPlanned'), 'A meeting with the child is said to be planned'],
  [(report) => saysYes(report, 'personAtRiskNow'), 'Somebody is said to be in danger of death now'],
  [isChildBlackmailed, 'Somebody who is or may be under age is said to be blackmailed'],
];

function annotationsOf(report: Report): ReportAnnotations | undefined {
  const annotations: ReportAnnotations = {
    ...(saysYes(report, 'blackmail') && { sextortion: {} }),
    ...(saysYes(report, 'adultAskingMinor') && { csamSolicitation: {} }),
    ...(report.category === 'suicide_incitement' && { sadisticOnlineExploitation: {} }),
  };
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

type Account = NonNullable<Report['reportedAccounts']>[number];

// The document has room for one account: the author of the content, else the first.
const suspectOf = ({ reportedAccounts = [] }: Report): Account | undefined =>
  reportedAccounts.find(({ relation }) => relation === 'author') ?? reportedAccounts[0];

function suspectFields(
  report: Report,
  account: Account | undefined,
  emails: readonly string[],
): PersonOrUserReported {
  const { accountId, service, handle, displayName, profileUrl } = account ?? {};
  const shown = nameOf('displayName', displayName);
  const fields = {
    personOrUserReportedPerson: emails.length > 0 ? { email: emails } : undefined,
    espIdentifier: nameOf('espIdentifier', accountId),
    espService: nameOf('espService', service),
    screenName: nameOf('screenName', handle),
    displayName: shown === undefined ? undefined : [shown],
    profileUrl: profileUrl && isUrl(profileUrl.value) ? [profileUrl.value] : undefined,
    groupIdentifier: account && nameOf('groupIdentifier', groupOf(report, account)),
  };
  const cut = [
    [accountId, fields.espIdentifier, 'Account id'],
    [service, fields.espService, 'Service'],
    [handle, fields.screenName, 'Account'],
    [displayName, shown, 'Display name'],
    [profileUrl?.value, fields.profileUrl?.[0], 'Profile'],
  ].flatMap(([whole, kept, name]) => (whole === kept ? [] : [`${name}: ${whole}`]));
  return compact({ ...fields, additionalInfo: cut.length > 0 ? cut.join('\n') : undefined });
}

/** The group in which the account was seen; its location has the name in full. */
const groupOf = ({ locations }: Report, { locationIds }: Account): string | undefined =>
  locations
    .filter(({ id }) => locationIds?.includes(id) ?? true)
    .flatMap(({ identifiers = [] }) => identifiers)
    .find(({ type }) => type === 'group_id' || type === 'group_name')?.value;

function victimOf(report: Report): Victim {
  const age = minorAge(report);
  return { victimPerson: {}, ...(age !== undefined && { additionalInfo: `Apparent age: ${age}` }) };
}

function additionalInfo(filed: FiledReport, suspect: Account | undefined): string {
  const { report, reference, receivedAt } = filed;
  const others = (report.reportedAccounts ?? []).filter((account) => account !== suspect);
  const elsewhere = report.locations.filter((location) => !internetDetails(location));
  return [
    `Report ${reference}, received by the hotline on ${receivedAt}`,
    ...additionLines(filed),
    ...detailLines(report, 'en'),
    ...(looksAiMade(report) ? ['Looks made with AI'] : []),
    ...descriptionLines(report, 'en'),
    ...elsewhere.flatMap((location) => locationFacts(location)),
    ...others.map(({ service, handle, accountId, displayName, profileUrl, relation = 'unknown' }) =>
      [
        `Other account (${relation.replaceAll('_', ' ')})`,
        service,
        handle,
        accountId,
        displayName,
        profileUrl?.value,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    ),
  ].join('\n');
}

const forAnalyst = (
  report: Report,
  { lawEnforcement, personOrUserReported }: CyberTiplineReport,
): string[] => [
  'incidentSummary.incidentType',
  'incidentSummary.incidentDateTime',
  ...doubtfulAddresses(report.locations.filter(internetDetails)).map((index) => `internetDetails[${index}]`),
  ...(lawEnforcement ? ['lawEnforcement.agencyName'] : []),
  ...(personOrUserReported ? ['personOrUserReported'] : []),
  'additionalInfo',
];
