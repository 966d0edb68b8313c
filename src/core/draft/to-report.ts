// Turns a finished draft into a report. The report is right by construction: the browser needs no schema to check it.

import { pageAddress } from '../address/page-address.ts';
import { own } from '../own.ts';
import type { Answers, Draft, FoundLocation, Role } from './types.ts';
import { addressLocations } from './addresses.ts';
import { completeReport, type ReportContext } from './report-answers.ts';
import { roleOf } from './role.ts';
import { MAX_DETAILS, MAX_EMAIL } from './errors.ts';
import { placeWithoutAddress } from './places.ts';
import { SCHEMA_VERSION } from '../report/protocol.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';

/** Version of `s4.faith` that a report names: plus one with each change of wording. 1 did not define good faith. */
const FAITH_VERSION = 3;

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

function reporterOf(draft: Draft): Report['reporter'] {
  const { reply, email }: Answers = draft.answers;
  const common = { role: ROLES[roleOf(draft) ?? 'none'] };
  return reply === 'yes' && draft.settings.fields.includes('reply')
    ? { ...common, anonymous: false, followUp: 'email', contact: { email: storable(email, MAX_EMAIL) } }
    : { ...common, anonymous: true, followUp: 'none' };
}

/** The page that carried the form when the reporter chose it. Its address needs no parsing. */
function locationHere(value: string): FoundLocation {
  return /^[^/]+\/\/[^/]+\.onion(?:[:/]|$)/.test(value)
    ? { place: 'tor', url: { value, kind: 'onion' } }
    : { place: 'website', url: { value, kind: 'http' } };
}

/** The locations, numbered. None if the step « where » has an error left. */
export function locationsOf(draft: Draft): Report['locations'] {
  const { where, page = '' } = draft.answers;
  const found =
    where === 'elsewhere'
      ? addressLocations(draft)
      : [
          where === 'none' ? (placeWithoutAddress(draft.answers) ?? []) : locationHere(pageAddress(page)),
        ].flat();
  return found.map((location, index) => ({ id: `L${index + 1}`, ...location }));
}

/**
 * The report of a draft whose steps have no error left.
 * @throws {Error} if the category is missing, which the steps do not let happen
 */
export function reportOf(draft: Draft, given: ReportContext): Report {
  const context = own(given);
  const { category, details, where } = draft.answers;
  if (!category) throw new Error('A report needs a category: lead the draft through its steps first.');
  const description = draft.settings.fields.includes('details') ? storable(details, MAX_DETAILS) : '';
  // « Je suis la personne visée » already says who is targeted.
  const isTarget = category === 'sexual_harassment' && roleOf(draft) === 'target';
  const language = context.locale.split('-')[0]?.toLowerCase() ?? 'fr';
  const report = {
    schemaVersion: SCHEMA_VERSION,
    submissionId: context.submissionId,
    supersedes: context.supersedes,
    submittedAt: minuteOf(context.now),
    locale: context.locale,
    category,
    // The emergency numbers stand on the first step, so every reporter has seen them.
    danger: { immediate: 'unknown', helpShown: true },
    locations: locationsOf(draft),
    content: { description },
    ...(isTarget && { details: { target: 'me' } }),
    reporter: reporterOf(draft),
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
    // The compiler cannot see which details belong to which category; a test checks random drafts against the schema.
  } as Report;
  return completeReport(report, draft, context);
}
