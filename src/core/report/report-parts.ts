// The parts of the report that occur in several places, and those that say where the content is.

import * as z from 'zod/mini';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { PLACES } from './places.ts';
import { open } from './report-other-members.ts';
import { list, named, text, withDependents, withOneOf, withRule, word } from './report-rules.ts';
import {
  ACCESS_NEEDS,
  ACCOUNT_RELATIONS,
  ANSWERS,
  FORBIDDEN_SCHEMES,
  FOUND_VIA,
  HIDING_CHANGES,
  IDENTIFIER_TYPES,
  PAYMENT_METHODS,
  TIME_PRECISIONS,
  URL_CHANGES,
  URL_FLAGS,
  URL_KINDS,
} from './vocabulary.ts';

/** UUID version 4 in lower case, made at random on the device. */
export const submissionId = named(
  'submissionId',
  z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)),
);

/** The hash by which a receiver finds the report of a follow-up code: SHA-256, in base64url without padding. */
export const followUp = named(
  'followUp',
  z.strictObject({ hash: z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/u)) }),
);

/** `yes`, `no` or `unknown`, so far. */
export const answer = named('answer', word(ANSWERS));

// JSON Schema has no case-insensitive flag, hence [Dd][Aa]…. Browsers skip white space before a scheme, hence \s*.
const anyCase = (scheme: string): string =>
  scheme.replace(/./gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
const forbiddenScheme = new RegExp(`^\\s*(?:${FORBIDDEN_SCHEMES.map(anyCase).join('|')}):`, 'u');

const withoutForbiddenScheme = (schema: z.ZodMiniString): z.ZodMiniString =>
  withRule(schema, {
    keywords: { not: { pattern: forbiddenScheme.source } },
    isMet: (value) => !forbiddenScheme.test(value),
    code: 'bad_scheme',
  });

/** An address: its normalised value, the typed text, the form's changes and observations. */
const url = named(
  'url',
  withRule(
    z.strictObject({
      /** Normalised; has a scheme, no white space. */
      value: withoutForbiddenScheme(
        text(TEXT_LIMITS.address, { minimum: 4, pattern: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\x00-\x1f]+$/u }),
      ),
      /** The address as typed, if it differs from `value` and says nothing about the reporter. */
      asEntered: z.optional(withoutForbiddenScheme(text(TEXT_LIMITS.address))),
      kind: word(URL_KINDS),
      changes: z.optional(list(word(URL_CHANGES), LIST_LIMITS.changes)),
      flags: z.optional(list(word(URL_FLAGS), LIST_LIMITS.flags)),
    }),
    {
      keywords: {
        if: {
          properties: { changes: { type: 'array', contains: { enum: HIDING_CHANGES } } },
          required: ['changes'],
        },
        then: { properties: { asEntered: false } },
      },
      isMet: ({ asEntered, changes }) =>
        asEntered === undefined || !HIDING_CHANGES.some((change) => changes?.includes(change)),
      code: 'identifying',
      path: ['asEntered'],
    },
  ),
);

/** A moment, as precisely as it is known. A time requires a date and a time zone. */
const fuzzyTime = withDependents(
  z.strictObject({
    date: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u))),
    time: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/u))),
    /** IANA name, such as `Europe/Paris`. */
    timeZone: z.optional(
      text(TEXT_LIMITS.timeZone, { minimum: 3, pattern: /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/u }),
    ),
    precision: word(TIME_PRECISIONS),
  }),
  { time: ['date', 'timeZone'] },
);

/** Access to the content. Credentials are those published with it, never the reporter's own. */
const access = withDependents(
  z.partial(
    z.strictObject({
      needs: list(word(ACCESS_NEEDS), LIST_LIMITS.needs),
      username: text(TEXT_LIMITS.credential),
      password: text(TEXT_LIMITS.credential),
      credentialsPublished: z.literal(true),
      paid: answer,
      paymentMethods: list(word(PAYMENT_METHODS), LIST_LIMITS.paymentMethods),
    }),
  ),
  { username: ['credentialsPublished'], password: ['credentialsPublished'] },
);

/** `L1` to `L20`; accounts refer to locations by this id. */
const locationId = named('locationId', z.string().check(z.regex(/^L([1-9]|1\d|20)$/u)));

/** One place where the content is, found by its address or by identifiers. */
export const location = named(
  'location',
  withOneOf(
    open(
      z.strictObject({
        id: locationId,
        place: word(PLACES),
        /** Name of the site, network, messenger or game. */
        service: z.optional(text(TEXT_LIMITS.service)),
        url: z.optional(url),
        identifiers: z.optional(
          list(
            z.strictObject({ type: word(IDENTIFIER_TYPES), value: text(TEXT_LIMITS.identifier) }),
            LIST_LIMITS.identifiers,
          ),
        ),
        /** The place in the page or the file: « third comment », « at 02:15 ». */
        pinpoint: z.optional(text(TEXT_LIMITS.pinpoint)),
        foundVia: z.optional(z.strictObject({ how: word(FOUND_VIA), url: z.optional(url) })),
        access: z.optional(access),
        observedAt: z.optional(fuzzyTime),
        stillOnline: z.optional(answer),
      }),
    ),
    ['url', 'identifiers'],
  ),
);

/** An account that has to do with the content, known by at least one of its names. */
export const account = named(
  'account',
  withOneOf(
    z.partial(
      z.strictObject({
        service: text(TEXT_LIMITS.service),
        handle: text(TEXT_LIMITS.handle),
        accountId: text(TEXT_LIMITS.accountId),
        displayName: text(TEXT_LIMITS.displayName),
        profileUrl: url,
        relation: word(ACCOUNT_RELATIONS),
        knownToReporter: answer,
        locationIds: list(locationId, LIST_LIMITS.locations),
      }),
    ),
    ['handle', 'accountId', 'displayName', 'profileUrl'],
  ),
);
