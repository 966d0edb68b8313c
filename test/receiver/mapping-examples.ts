// One full report of each category for the mappings, and the canaries that no mapping may pass on.

import type { CategoryId } from '../../src/core/report/categories.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { FiledReport, Hotline } from '../../src/receiver/index.ts';
import { FULL_REPORT, MINIMAL_REPORT } from '../core/report-examples.ts';

/** Stands in every field that a mapping must not pass on. */
export const CANARY = 'canary7f3a';

/** The hotline that forwards the report. */
export const HOTLINE: Hotline = { name: 'Hotline', email: 'analyst@hotline.example' };

/** The report with its number and time, and with extra fields that a careless caller might add. */
export const filed = (report: Report): FiledReport => {
  const row = {
    report,
    reference: '7K4M-2QXD',
    receivedAt: '2026-11-24T13:53:00Z',
    answer: CANARY,
    partner: CANARY,
  };
  return row;
};

const shared: Omit<Report, 'category' | 'details'> = {
  ...MINIMAL_REPORT,
  locale: 'en',
  danger: { immediate: 'no', helpShown: true },
  locations: [
    {
      id: 'L1',
      place: 'social_network',
      service: 'Network',
      url: {
        value: 'https://network.example/posts/9',
        asEntered: `https://network.example/posts/9#${CANARY}`,
        kind: 'http',
        flags: ['share_link'],
      },
      identifiers: [{ type: 'post_id', value: '9' }],
      pinpoint: 'third comment',
      observedAt: { date: '2026-11-23', precision: 'day' },
      stillOnline: 'yes',
    },
  ],
  content: { types: ['text', 'image'], aiGenerated: 'no', description: 'What I saw.' },
  personsConcerned: { minor: 'no', apparentAge: 'adult', known: 'self', areaHint: CANARY },
  reporter: {
    role: 'victim',
    ageBand: 'adult',
    country: 'FR',
    anonymous: false,
    followUp: 'email',
    contact: { email: `${CANARY}@example.org`, name: CANARY },
  },
  source: {
    partnerId: CANARY,
    placement: CANARY,
    hostOrigin: `https://${CANARY}.example`,
    embed: 'script',
    widgetVersion: '1.0.0',
    prefilled: false,
  },
};

/** Full reports, by category. */
export const EXAMPLES: { readonly [Id in CategoryId]: Extract<Report, { category: Id }> } = {
  child_sexual_abuse: {
    ...shared,
    ...FULL_REPORT,
    category: 'child_sexual_abuse',
    details: {
      kinds: ['messages_to_a_minor', 'sale_or_exchange'],
      selfProduced: 'no',
      blackmail: 'yes',
      adultAskingMinor: 'yes',
      meetingPlanned: 'yes',
      abuseOngoing: 'unknown',
    },
    reporter: shared.reporter,
    source: shared.source,
  },
  terrorism_bomb_making: {
    ...shared,
    category: 'terrorism_bomb_making',
    details: {
      kinds: ['recruitment', 'threat'],
      specificThreat: 'yes',
      targetHint: 'a station',
      whenHint: 'Sunday',
    },
  },
  hate_violence_discrimination: {
    ...shared,
    category: 'hate_violence_discrimination',
    details: {
      kinds: ['call_to_discrimination', 'call_to_violence'],
      grounds: ['religion', 'sex'],
      aimedAt: 'group',
      callToAct: 'yes',
    },
  },
  crimes_against_humanity: {
    ...shared,
    category: 'crimes_against_humanity',
    details: { kinds: ['denial'], eventHint: 'a genocide' },
  },
  shocking_content_minors: {
    ...shared,
    category: 'shocking_content_minors',
    details: {
      kinds: ['pornography', 'dangerous_challenge'],
      ageCheck: 'click_only',
      minorExposed: 'yes',
      aimedAtMinors: 'yes',
    },
  },
  procuring: {
    ...shared,
    category: 'procuring',
    details: {
      kinds: ['advert', 'travel_or_hosting'],
      minorSuspected: 'yes',
      constraintSigns: 'yes',
      severalPersonsSameContact: 'yes',
      areaHint: 'a town',
    },
  },
  suicide_incitement: {
    ...shared,
    category: 'suicide_incitement',
    details: {
      kinds: ['pushing_a_person'],
      personAtRiskNow: 'yes',
      targetIsMinor: 'yes',
      personKnown: 'yes',
    },
  },
  sexual_harassment: {
    ...shared,
    category: 'sexual_harassment',
    details: {
      kinds: ['repeated_messages', 'intimate_image_shared'],
      target: 'me',
      targetIsMinor: 'yes',
      repeated: 'yes',
      severalAuthors: 'yes',
      blackmail: 'yes',
      authorKnown: 'yes',
      evidenceKept: 'yes',
    },
  },
  unsure: { ...shared, category: 'unsure', details: { kinds: ['unknown'] } },
};
