// Turns a finished draft into a report. The report is right by construction: the browser needs no schema to check it.

import { normaliseAddress } from '../address/address.ts';
import { own } from '../own.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { SCHEMA_VERSION, type FollowUp } from '../report/protocol.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';
import { AGE_BANDS } from '../report/vocabulary.ts';
import { givenAnswers, isAddress, linesOf, textOf, type Given } from './given-answers.ts';
import { choiceOf, filled, yesNoOf } from './report-answers.ts';
import { dangerOf, personsOf, subjectOf } from './report-details.ts';
import { locationsOf, type Clock } from './report-locations.ts';
import { roleOf } from './role.ts';
import type { Draft, Role } from './types.ts';

/** Version of `s4.faith` that a report names: plus one with each change of wording. 1 did not define good faith. */
const FAITH_VERSION = 4;

const ROLES: Readonly<Record<Role, Report['reporter']['role']>> = {
  witness: 'witness',
  target: 'victim',
  other: 'relative_or_friend',
  none: 'prefer_not_to_say',
  child_protection: 'child_protection_professional',
  professional: 'other_professional',
};

/** A random UUID. `crypto.randomUUID` is missing on http pages, `getRandomValues` is not. */
export function createSubmissionId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  // A loop: pages with an old Prototype have an `Array.from` that ignores its second argument.
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Times are rounded down to the minute, so that a report cannot be matched to a partner's logs by its second. */
const minuteOf = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}:00Z`;

/** Neighbours in a list: from the first to the one before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What one of several reports has of a draft's links and accounts. All else that was answered is in each. */
export interface ReportPart {
  readonly links: Range;
  readonly accounts: Range;
}

/** What a report contains in addition to the answers. */
export interface ReportContext extends Clock {
  /** Which of the draft's links and accounts it carries; all of them by default. */
  readonly part?: ReportPart;
  /** From `createSubmissionId`. */
  readonly submissionId: string;
  /** Id of an unconfirmed submission that these edited answers replace. */
  readonly supersedes?: string | undefined;
  /** Of the code with which the reporter can ask what became of the report. */
  readonly followUp?: FollowUp | undefined;
  /** Language of the form. */
  readonly locale: string;
  /** Whether the page replaces the form's good-faith sentence with its own. */
  readonly hasOwnFaith?: boolean;
  /** How the form got onto the page. */
  readonly embed: Report['source']['embed'];
  readonly widgetVersion: string;
  /** Public id of the partner site. */
  readonly partnerId?: string | undefined;
}

function reporterOf(draft: Draft, given: Given, hasCode: boolean): Report['reporter'] {
  const { reply, email } = draft.answers;
  const ageBand = choiceOf(AGE_BANDS, given['ageBand']);
  const common = { role: ROLES[roleOf(draft) ?? 'none'], ...(ageBand && { ageBand }) };
  return reply === 'yes' && draft.settings.fields.includes('reply')
    ? {
        ...common,
        anonymous: false,
        followUp: 'email',
        contact: { email: storable(email, TEXT_LIMITS.email) },
      }
    : { ...common, anonymous: true, followUp: hasCode ? 'code' : 'none' };
}

function contentOf({ answers, settings }: Draft, given: Given): Report['content'] {
  const isAsked = settings.fields.includes('details');
  return filled<NonNullable<Report['content']>>({
    types: undefined,
    aiGenerated: yesNoOf(given['aiGenerated']),
    language: undefined,
    description: isAsked ? storable(answers.details, TEXT_LIMITS.description) : undefined,
  });
}

/** Accounts by name or by the address of their page. */
const accountsOf = (given: Given, part: Range | undefined): NonNullable<Report['reportedAccounts']> =>
  linesOf(given['accounts'])
    .slice(part?.start, part?.end)
    .map((line) => {
      const result = isAddress(line) && normaliseAddress(line);
      return result && result.kind === 'address'
        ? { profileUrl: result.url }
        : { handle: storable(line, TEXT_LIMITS.handle) };
    });

/** The holder of a reference that is the reporter's own, in `priorReports.references`. */
export const OWN_FILE = 'own file';

/** To whom the content was reported; « à personne » is a no to each. The reference of the reporter's own file is one of it. */
function priorReportsOf({ priorReports = [], ownReference }: Given): Report['priorReports'] {
  const toNobody = priorReports.includes('nobody');
  const answer = (to: string): 'yes' | 'no' | undefined =>
    toNobody ? 'no' : priorReports.includes(to) ? 'yes' : undefined;
  const reference = storable(textOf(ownReference), TEXT_LIMITS.reference);
  return filled<NonNullable<Report['priorReports']>>({
    platform: answer('platform'),
    police: answer('police'),
    otherHotline: answer('otherHotline'),
    references: reference ? [{ to: OWN_FILE, reference }] : undefined,
  });
}

/**
 * The report of a draft whose steps have no error left.
 * @throws {Error} if the category is missing, which the steps do not let happen
 */
export function reportOf(draft: Draft, facts: ReportContext): Report {
  const context = own(facts);
  const { category, where } = draft.answers;
  if (!category) throw new Error('A report needs a category: lead the draft through its steps first.');
  const given = givenAnswers(draft);
  // An easy language has a sentence of its own.
  const language = /^[a-z]+(?:-simple)?/.exec(context.locale.toLowerCase())?.[0] ?? 'fr';
  const content = contentOf(draft, given);
  const personsConcerned = personsOf(category, given);
  const reportedAccounts = accountsOf(given, context.part?.accounts);
  const priorReports = priorReportsOf(given);
  return {
    schemaVersion: SCHEMA_VERSION,
    submissionId: context.submissionId,
    ...(context.supersedes && { supersedes: context.supersedes }),
    ...(context.followUp && { followUp: context.followUp }),
    submittedAt: minuteOf(context.now),
    locale: context.locale,
    ...subjectOf(category, given, draft),
    // The emergency numbers stand on the first step, so every reporter has seen them.
    danger: { immediate: dangerOf(draft, given), helpShown: true },
    locations: locationsOf(draft, given, context, context.part?.links),
    ...(content && { content }),
    ...(personsConcerned && { personsConcerned }),
    ...(reportedAccounts.length > 0 && { reportedAccounts }),
    reporter: reporterOf(draft, given, context.followUp !== undefined),
    ...(priorReports && { priorReports }),
    attestation: {
      goodFaith: true,
      textId: `good-faith.${context.hasOwnFaith ? 'page.1' : `${language}.${FAITH_VERSION}`}`,
      method: 'submit',
    },
    source: {
      ...(context.partnerId && { partnerId: context.partnerId }),
      embed: context.embed,
      widgetVersion: context.widgetVersion,
      prefilled: draft.isPrefilled || where === 'here',
    },
  };
}
