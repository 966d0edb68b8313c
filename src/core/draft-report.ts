// The report that a finished draft amounts to. Right by construction, so that the browser needs no schema to check it.

import { normaliseAddress } from './address.ts';
import type { Answers, Draft, Role } from './draft.ts';
import { asksRole, MAX_PLACE, reportedPage, typedAddresses } from './draft-rules.ts';
import { SCHEMA_VERSION } from './protocol.ts';
import type { Report } from './report.ts';

/** What a report says besides the answers. */
export interface ReportContext {
  /** From `createSubmissionId`. */
  readonly submissionId: string;
  /** Id of an unconfirmed submission that these edited answers replace. */
  readonly supersedes?: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** Language of the form. */
  readonly locale: string;
  /** How the form got onto the page. */
  readonly embed: Report['source']['embed'];
  readonly widgetVersion: string;
  /** Public id of the partner site. */
  readonly partnerId?: string;
}

type Location = Report['locations'][number];

const ROLES: Readonly<Record<Role, Report['reporter']['role']>> = {
  witness: 'witness',
  target: 'victim',
  other: 'relative_or_friend',
  none: 'prefer_not_to_say',
};

/** A random UUID. `crypto.randomUUID` is missing on http pages, `getRandomValues` is not. */
export function createSubmissionId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  // A loop: pages with an old Prototype have an `Array.from` that does not heed its second argument.
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Text as it can be stored anywhere: databases refuse NUL, and half a surrogate pair is not text. */
const storable = (text: string): string => text.trim().replace(/\0|\p{Surrogate}/gu, '\ufffd');

/** A place in words; the field takes no more than this, so that nothing is cut here that could be seen. */
const inWords = (place: string): string => [...storable(place)].slice(0, MAX_PLACE).join('');

/** Times are rounded down to the minute, so that a report cannot be matched to a partner's logs by its second. */
const minuteOf = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}:00Z`;

const PLACE_OF_KIND: Readonly<Record<string, Location['place']>> = {
  onion: 'tor',
  magnet: 'p2p',
  ed2k: 'p2p',
};

/** One address as the location it stands for: a kind of place, and what finds the content there. */
function locate(text: string, isSplit = false): Omit<Location, 'id'> {
  const result = normaliseAddress(storable(text));
  if (result.kind === 'identifier') return { place: 'other', identifiers: [result.identifier] };
  if (result.kind === 'refused')
    return { place: 'other', identifiers: [{ type: 'other', value: storable(text) }] };
  const { url, unwrappedFrom } = result;
  return {
    place: PLACE_OF_KIND[url.kind] ?? 'website',
    url: isSplit ? { ...url, changes: [...(url.changes ?? []), 'split_from_list'] } : url,
    ...(unwrappedFrom && { foundVia: { how: 'search', url: unwrappedFrom } }),
  };
}

function locationsOf({ answers, settings }: Draft): Location[] {
  const found = {
    here: () => [locate(reportedPage(settings))],
    elsewhere: () => typedAddresses(answers).map(({ text, isSplit }) => locate(text, isSplit)),
    none: () => [
      { place: 'other' as const, identifiers: [{ type: 'other' as const, value: inWords(answers.place) }] },
    ],
  }[answers.where ?? 'here']();
  return found.map((location, index) => ({
    id: `L${index + 1}`,
    ...location,
    ...(answers.login && answers.where === 'elsewhere' && { access: { needs: ['account' as const] } }),
  }));
}

function reporterOf(draft: Draft): Report['reporter'] {
  const { role, reply, email }: Answers = draft.answers;
  const common = { role: ROLES[(asksRole(draft) && role) || 'none'] };
  return reply === 'yes' && draft.settings.fields.includes('reply')
    ? { ...common, anonymous: false, followUp: 'email', contact: { email: storable(email) } }
    : { ...common, anonymous: true, followUp: 'none' };
}

/**
 * The report of a draft whose steps have no error left.
 * @throws {Error} where the category is missing, which the steps do not let happen
 */
export function reportOf(draft: Draft, context: ReportContext): Report {
  const { category, details, where } = draft.answers;
  if (!category) throw new Error('A report needs a category: lead the draft through its steps first.');
  const description = draft.settings.fields.includes('details') ? storable(details) : '';
  const language = context.locale.split('-')[0]?.toLowerCase() ?? 'fr';
  return {
    schemaVersion: SCHEMA_VERSION,
    submissionId: context.submissionId,
    ...(context.supersedes && { supersedes: context.supersedes }),
    submittedAt: minuteOf(context.now),
    locale: context.locale,
    category,
    // The emergency numbers stand on the first step, so every reporter has seen them.
    danger: { immediate: 'unknown', helpShown: true },
    locations: locationsOf(draft),
    ...(description && { content: { description } }),
    reporter: reporterOf(draft),
    attestation: { goodFaith: true, textId: `good-faith.${language}.1`, method: 'submit' },
    source: {
      ...(context.partnerId && { partnerId: context.partnerId }),
      embed: context.embed,
      widgetVersion: context.widgetVersion,
      prefilled: draft.isPrefilled || where === 'here',
    },
  };
}
