// The single source of the report 1.0: types, JSON Schema and the OpenAPI document all come from `reportSchema`.
// The browser's form never loads this file. It is right by construction, and may use vocabulary.ts and limits.ts.

import * as z from 'zod/mini';
import { CATEGORIES, type CategoryId } from './categories.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { SCHEMA_VERSIONS } from './protocol.ts';
import { DETAILS } from './report-details.ts';
import { account, answer, followUp, location, submissionId } from './report-parts.ts';
import { list, named, text } from './report-rules.ts';
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
    types: list(z.enum(CONTENT_TYPES), LIST_LIMITS.contentTypes),
    aiGenerated: answer,
    language: languageTag,
    description: text(TEXT_LIMITS.description),
  }),
);

/** The persons seen in the content or aimed at by it: never a name, never an exact age. */
const personsConcerned = z.partial(
  z.strictObject({
    minor: answer,
    apparentAge: z.enum(APPARENT_AGES),
    known: z.enum(ACQUAINTANCES),
    areaHint: text(TEXT_LIMITS.areaHint),
  }),
);

const aboutReporter = {
  role: z.enum(ROLES),
  ageBand: z.optional(z.enum(AGE_BANDS)),
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
  method: z.enum(ATTESTATION_METHODS),
});

/** The origin of the form. It says nothing else about the page, and nothing about the device. */
const source = z.strictObject({
  partnerId: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u))),
  placement: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/u))),
  hostOrigin: z.optional(text(TEXT_LIMITS.origin, { pattern: /^https?:\/\/[^/?#@\s]+$/u })),
  embed: z.enum(EMBEDS),
  widgetVersion: text(TEXT_LIMITS.version, { pattern: /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/u }),
  /** Whether the page, not the reporter, supplied the address. */
  prefilled: z.boolean(),
});

const shared = {
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
  locations: z.array(location).check(z.minLength(1), z.maxLength(LIST_LIMITS.locations)),
  content: z.optional(content),
  personsConcerned: z.optional(personsConcerned),
  reportedAccounts: z.optional(z.array(account).check(z.minLength(1), z.maxLength(LIST_LIMITS.accounts))),
  reporter,
  priorReports: z.optional(priorReports),
  attestation,
  source,
};

const reportIn = <Id extends CategoryId>(category: Id) =>
  z.strictObject({ ...shared, category: z.literal(category), details: z.optional(DETAILS[category]) });

type CategoryReport = { [Id in CategoryId]: ReturnType<typeof reportIn<Id>> }[CategoryId];

/** The report. Unknown keys are refused everywhere: this keeps out attachments and partners' additions. */
export const reportSchema = z.discriminatedUnion(
  'category',
  CATEGORIES.map(({ id }) => reportIn(id)) as unknown as readonly [CategoryReport, ...CategoryReport[]],
);

/** A report on the wire: one shape per category. `category` determines what `details` holds. */
export type Report = z.infer<typeof reportSchema>;
