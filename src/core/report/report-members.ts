// The members of a report that every category has.

import * as z from 'zod/mini';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { guarded } from './report-other-members.ts';
import { SCHEMA_VERSIONS } from './protocol.ts';
import { account, answer, followUp, location, submissionId } from './report-parts.ts';
import { list, named, text, word } from './report-rules.ts';
import {
  ACQUAINTANCES,
  AGE_BANDS,
  ANONYMOUS_FOLLOW_UPS,
  APPARENT_AGES,
  ATTESTATION_METHODS,
  CONTENT_TYPES,
  EMBEDS,
  FOLLOW_UPS,
  ROLES,
} from './vocabulary.ts';

/** BCP 47 language tag; the language itself in lower case. */
const languageTag = named(
  'languageTag',
  text(TEXT_LIMITS.locale, { minimum: 2, pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u }),
);

const content = z.partial(
  z.strictObject({
    types: list(word(CONTENT_TYPES), LIST_LIMITS.contentTypes),
    aiGenerated: answer,
    language: languageTag,
    description: text(TEXT_LIMITS.description),
  }),
);

/** The persons seen in the content or aimed at by it: never a name, never an exact age. */
const personsConcerned = z.partial(
  z.strictObject({
    minor: answer,
    apparentAge: word(APPARENT_AGES),
    known: word(ACQUAINTANCES),
    areaHint: text(TEXT_LIMITS.areaHint),
  }),
);

const aboutReporter = {
  role: word(ROLES),
  ageBand: z.optional(word(AGE_BANDS)),
  /** ISO 3166-1 alpha-2, as the reporter said it; never from the IP address. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/u))),
};

const contact = z.strictObject({
  email: text(TEXT_LIMITS.email, { minimum: 3, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u }),
  name: z.optional(text(TEXT_LIMITS.name)),
});

/** The reporter: anonymous, without contact or e-mail follow-up; or not anonymous, with a contact. */
const reporter = z.discriminatedUnion('anonymous', [
  z.strictObject({ ...aboutReporter, anonymous: z.literal(true), followUp: z.enum(ANONYMOUS_FOLLOW_UPS) }),
  z.strictObject({ ...aboutReporter, anonymous: z.literal(false), followUp: z.enum(FOLLOW_UPS), contact }),
]);

/** To whom the reporter already reported the content. */
const priorReports = z.partial(
  z.strictObject({
    platform: answer,
    police: answer,
    otherHotline: answer,
    references: list(
      z.strictObject({ to: text(TEXT_LIMITS.reportedTo), reference: text(TEXT_LIMITS.reference) }),
      LIST_LIMITS.references,
    ),
  }),
);

/** Which good-faith sentence was shown, and how it was affirmed. */
const attestation = z.strictObject({
  goodFaith: z.literal(true),
  textId: text(TEXT_LIMITS.attestationId, { minimum: 3, pattern: /^[a-z0-9][a-z0-9.-]*$/u }),
  method: word(ATTESTATION_METHODS),
});

/** The origin of the form. It says nothing else about the page, and nothing about the device. */
const source = z.strictObject({
  partnerId: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u))),
  placement: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/u))),
  hostOrigin: z.optional(text(TEXT_LIMITS.origin, { pattern: /^https?:\/\/[^/?#@\s]+$/u })),
  embed: word(EMBEDS),
  widgetVersion: text(TEXT_LIMITS.version, { pattern: /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/u }),
  /** Whether the page, not the reporter, supplied the address. */
  prefilled: z.boolean(),
});

/** The members of a report of any category, besides the category and its answers. */
export const SHARED = {
  schemaVersion: z.enum(SCHEMA_VERSIONS),
  /** The idempotency key. */
  submissionId,
  /** The unconfirmed submission that these edited answers replace. */
  supersedes: z.optional(submissionId),
  /** With it, the reporter can ask what became of the report. */
  followUp: z.optional(followUp),
  /** RFC 3339, UTC, to the minute, so that it cannot be matched to a server log by the second. */
  submittedAt: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/u)),
  /** Language of the form, for the answer. */
  locale: languageTag,
  danger: z.strictObject({ immediate: answer, helpShown: z.boolean() }),
  locations: z.array(guarded(location)).check(z.minLength(1), z.maxLength(LIST_LIMITS.locations)),
  content: z.optional(content),
  personsConcerned: z.optional(personsConcerned),
  reportedAccounts: z.optional(z.array(account).check(z.minLength(1), z.maxLength(LIST_LIMITS.accounts))),
  reporter,
  priorReports: z.optional(priorReports),
  attestation,
  source,
};
