// The answers to the questions, put into the report.

import { normaliseAddress } from '../address/address.ts';
import { own } from '../own.ts';
import type { Draft, QuestionAnswer } from './types.ts';
import { distinct } from './places.ts';
import { dangerOf, detailsOf, filled, personsOf } from './report-details.ts';
import { accountLines, givenAnswers, isAddress, textOf } from './given-answers.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../report/limits.ts';
import { isExclusive } from './questions.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';

/** The facts that a report has in addition to the answers. */
export interface ReportContext {
  /** From `createSubmissionId`. */
  readonly submissionId: string;
  /** Id of an unconfirmed submission that these edited answers replace. */
  readonly supersedes?: string | undefined;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** Language of the form. */
  readonly locale: string;
  /** Whether the page replaces the form's good-faith sentence with its own. */
  readonly hasOwnFaith?: boolean;
  /** How the form got onto the page. */
  readonly embed: Report['source']['embed'];
  readonly widgetVersion: string;
  /** Public id of the partner site. */
  readonly partnerId?: string | undefined;
  /** Minutes from the reporter's clock to UTC, as `getTimezoneOffset` counts; by default from this device. */
  readonly timeZoneOffset?: number;
}

type Location = Report['locations'][number];
type Access = NonNullable<Location['access']>;
type Via = NonNullable<Location['foundVia']>;
type Answer = NonNullable<Location['stillOnline']>;

/** The valid answers. A choice is always one of the question's options: any other value is already dropped. */
interface Given extends Readonly<Record<string, QuestionAnswer>> {}

const DAY_MS = 86_400_000;

/** When the content was seen, in the reporter's calendar; undefined if not known. */
function momentOf(seenOn: QuestionAnswer | undefined, context: ReportContext): Location['observedAt'] {
  const { now, timeZoneOffset = new Date(now).getTimezoneOffset() } = own(context);
  const dayOf = (daysAgo: number): string =>
    new Date(now - timeZoneOffset * 60_000 - daysAgo * DAY_MS).toISOString().slice(0, 10);
  if (seenOn === 'today') return { date: dayOf(0), precision: 'day' };
  if (seenOn === 'yesterday') return { date: dayOf(1), precision: 'day' };
  if (seenOn === 'this_month') return { date: `${dayOf(0).slice(0, 7)}-01`, precision: 'month' };
  return seenOn === 'before' ? { precision: 'unknown' } : undefined;
}

/** The access that the content requires. A published password never replaces the address's own. */
function accessOf(given: Given, found: Access): Access | undefined {
  const access = own(found);
  const needs = [
    ...new Set([...(access.needs ?? []), ...((given['needs'] ?? []) as NonNullable<Access['needs']>)]),
  ];
  // « Rien » contradicts any other need, such as an account.
  const real = needs.filter((need) => !isExclusive(need));
  const password =
    given['passwordPublished'] === 'yes' && storable(textOf(given['password']), TEXT_LIMITS.credential);
  return filled<Access>({
    paid: given['paid'] as Answer | undefined,
    paymentMethods: given['paymentMethods'] as Access['paymentMethods'],
    ...(password && { password, credentialsPublished: true }),
    ...access,
    needs: (real.length > 0 ? real : needs).slice(0, LIST_LIMITS.needs),
  });
}

/** A location with the answers that apply to all. If an image search named the page, it was found by that search. */
function completeLocation(found: Location, given: Given, context: ReportContext): Location {
  const location = own(found);
  const { foundVia, foundAt, pinpoint } = given;
  const page = normaliseAddress(textOf(foundAt));
  // A text that is not an address still helps to find the content.
  const identifiers = distinct([
    ...(location.identifiers ?? []),
    ...(page.kind === 'identifier' ? [page.identifier] : []),
  ]);
  return filled<Location>({
    ...location,
    identifiers,
    pinpoint: storable(textOf(pinpoint), TEXT_LIMITS.pinpoint),
    foundVia:
      location.foundVia ??
      (foundVia
        ? { how: foundVia as Via['how'], ...(page.kind === 'address' && { url: page.url }) }
        : undefined),
    access: accessOf(given, location.access ?? {}),
    observedAt: momentOf(given['seenOn'], context),
    stillOnline: given['stillOnline'] as Answer | undefined,
  }) as Location;
}

/** Accounts by name or by the address of their page. */
const accountsOf = (given: Given): NonNullable<Report['reportedAccounts']> =>
  accountLines(given)
    .slice(0, LIST_LIMITS.accounts)
    .map((line) => {
      const result = isAddress(line) && normaliseAddress(line);
      return result && result.kind === 'address'
        ? { profileUrl: result.url }
        : { handle: storable(line, TEXT_LIMITS.handle) };
    });

const AUTHORITIES = ['platform', 'police', 'otherHotline'] as const;

/** To whom the content was reported; « à personne » is a no to each. */
function priorReportsOf({ priorReports = [] }: Given): Report['priorReports'] {
  const answer = priorReports.includes('nobody') ? 'no' : 'yes';
  const named = AUTHORITIES.filter((authority) => answer === 'no' || priorReports.includes(authority));
  return filled(Object.fromEntries(named.map((authority) => [authority, answer])));
}

/** The report with the answers to the questions. */
export function completeReport(begun: Report, draft: Draft, context: ReportContext): Report {
  const report = own(begun);
  const given = givenAnswers(draft);
  const { category } = report;
  // The compiler cannot see which details belong to which category.
  return filled<object>({
    ...report,
    danger: { ...report.danger, immediate: dangerOf(draft, given) },
    locations: report.locations.map((location) => completeLocation(location, given, context)),
    content: filled({ ...report.content, aiGenerated: given['aiGenerated'] as Answer | undefined }),
    personsConcerned: personsOf(category, given),
    details: filled<object>({ ...report.details, ...detailsOf(category, given) }),
    reportedAccounts: accountsOf(given),
    reporter: filled<object>({ ...report.reporter, ageBand: given['ageBand'] }),
    priorReports: priorReportsOf(given),
  }) as Report;
}
