// Every field of a report, filled from the vocabularies. Most answers are `no`, so that the report alerts nobody.

import type { CategoryId } from '../../core/report/categories.ts';
import { LIST_LIMITS } from '../../core/report/limits.ts';
import type { Report } from '../../core/report/report.ts';
import {
  ACCESS_NEEDS,
  AGE_CHECKS,
  CONTENT_TYPES,
  HARASSMENT_TARGETS,
  HATE_AIMS,
  HATE_GROUNDS,
  IDENTIFIER_TYPES,
  KINDS,
  MAX_KINDS,
  PAYMENT_METHODS,
  URL_FLAGS,
} from '../../core/report/vocabulary.ts';

const TEXT = 'conformance test';
const ADDRESS = 'https://example.com/conformance-test';

/** The parts that do not depend on the category, as full as they can be. */
export const FULL_PARTS = {
  danger: { immediate: 'no', helpShown: true },
  locations: [
    {
      id: 'L1',
      place: 'social_network',
      service: TEXT,
      url: {
        value: ADDRESS,
        asEntered: 'example.com/conformance-test',
        kind: 'http',
        changes: ['trimmed', 'scheme_added'],
        flags: URL_FLAGS.slice(0, LIST_LIMITS.flags),
      },
      identifiers: IDENTIFIER_TYPES.slice(0, LIST_LIMITS.identifiers).map((type) => ({ type, value: TEXT })),
      pinpoint: TEXT,
      foundVia: { how: 'search', url: { value: ADDRESS, kind: 'http' } },
      access: {
        needs: ACCESS_NEEDS.slice(1, 1 + LIST_LIMITS.needs),
        username: TEXT,
        password: TEXT,
        credentialsPublished: true,
        paid: 'no',
        paymentMethods: PAYMENT_METHODS.slice(0, LIST_LIMITS.paymentMethods),
      },
      observedAt: { date: '2026-01-31', time: '23:59', timeZone: 'Europe/Paris', precision: 'minute' },
      stillOnline: 'unknown',
    },
    { id: 'L2', place: 'other', identifiers: [{ type: 'other', value: TEXT }] },
  ],
  content: {
    types: CONTENT_TYPES.slice(0, LIST_LIMITS.contentTypes),
    aiGenerated: 'unknown',
    language: 'fr-FR',
  },
  personsConcerned: { minor: 'no', apparentAge: 'unknown', known: 'not_known', areaHint: TEXT },
  reportedAccounts: [
    {
      service: TEXT,
      handle: TEXT,
      accountId: TEXT,
      displayName: TEXT,
      profileUrl: { value: ADDRESS, kind: 'http' },
      relation: 'author',
      knownToReporter: 'no',
      locationIds: ['L1', 'L2'],
    },
  ],
  reporter: {
    role: 'witness',
    ageBand: 'adult',
    country: 'FR',
    anonymous: false,
    followUp: 'email',
    contact: { email: 'conformance-test@example.com', name: TEXT },
  },
  priorReports: {
    platform: 'no',
    police: 'no',
    otherHotline: 'yes',
    references: [{ to: TEXT, reference: 'TEST-0000' }],
  },
  source: { placement: 'conformance-test', hostOrigin: 'https://example.com' },
} satisfies Pick<
  Report,
  'danger' | 'locations' | 'content' | 'personsConcerned' | 'reportedAccounts' | 'reporter'
> & {
  priorReports: Report['priorReports'];
  source: Partial<Report['source']>;
};

type DetailsOf<Id extends CategoryId> = NonNullable<Extract<Report, { category: Id }>['details']>;

const kindsOf = <Id extends CategoryId>(category: Id): (typeof KINDS)[Id][number][] =>
  KINDS[category].slice(0, MAX_KINDS[category]);

/** All answers to the questions of each category. */
export const FULL_DETAILS: { readonly [Id in CategoryId]: Required<DetailsOf<Id>> } = {
  child_sexual_abuse: {
    kinds: kindsOf('child_sexual_abuse'),
    selfProduced: 'no',
    blackmail: 'no',
    adultAskingMinor: 'no',
    meetingPlanned: 'no',
    abuseOngoing: 'no',
  },
  terrorism_bomb_making: {
    kinds: kindsOf('terrorism_bomb_making'),
    specificThreat: 'no',
    targetHint: TEXT,
    whenHint: TEXT,
  },
  hate_violence_discrimination: {
    kinds: kindsOf('hate_violence_discrimination'),
    grounds: HATE_GROUNDS.slice(0, LIST_LIMITS.grounds),
    aimedAt: HATE_AIMS[0],
    callToAct: 'no',
    fearNow: 'no',
  },
  crimes_against_humanity: { kinds: kindsOf('crimes_against_humanity'), eventHint: TEXT },
  shocking_content_minors: {
    kinds: kindsOf('shocking_content_minors'),
    ageCheck: AGE_CHECKS[0],
    minorExposed: 'no',
    aimedAtMinors: 'no',
  },
  procuring: {
    kinds: kindsOf('procuring'),
    minorSuspected: 'no',
    constraintSigns: 'no',
    severalPersonsSameContact: 'no',
    areaHint: TEXT,
  },
  suicide_incitement: {
    kinds: kindsOf('suicide_incitement'),
    personAtRiskNow: 'no',
    targetIsMinor: 'no',
    personKnown: 'no',
  },
  sexual_harassment: {
    kinds: kindsOf('sexual_harassment'),
    target: HARASSMENT_TARGETS[0],
    targetIsMinor: 'no',
    repeated: 'no',
    severalAuthors: 'no',
    blackmail: 'no',
    authorKnown: 'no',
    evidenceKept: 'no',
    fearNow: 'no',
  },
  unsure: { kinds: kindsOf('unsure'), fearNow: 'no' },
};
