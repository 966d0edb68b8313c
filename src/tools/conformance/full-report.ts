// Every field of a report, filled from the vocabularies. Most answers are `no`, so that the report alerts nobody.

import { detailQuestions, type Details } from '../../core/draft/question-table.ts';
import { isChoice, reportedOptions, type Question } from '../../core/draft/questions.ts';
import { CATEGORIES, type CategoryId } from '../../core/report/categories.ts';
import { LIST_LIMITS } from '../../core/report/limits.ts';
import type { Report } from '../../core/report/report.ts';
import {
  ACCESS_NEEDS,
  CONTENT_TYPES,
  IDENTIFIER_TYPES,
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

function fullAnswer(question: Question): string | readonly string[] {
  if (!isChoice(question)) return TEXT;
  if (question.kind === 'choices') return reportedOptions(question).slice(0, question.limit);
  return question.options.includes('no') ? 'no' : question.options[0]!;
}

const fullDetails = (category: CategoryId): object =>
  Object.fromEntries(detailQuestions(category).map((question) => [question.id, fullAnswer(question)]));

/** All answers to the questions of each category. */
export const FULL_DETAILS = Object.fromEntries(CATEGORIES.map(({ id }) => [id, fullDetails(id)])) as {
  readonly [Id in CategoryId]: Required<Details<Id>>;
};
