// Two typed reports, a minimal and an almost complete one; a fault in either fails to compile.

import type { Report } from '../../src/core/report/report.ts';

/** The required fields alone. */
export const MINIMAL_REPORT: Report = {
  schemaVersion: '1.0',
  submissionId: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11',
  submittedAt: '2026-11-24T13:50:00Z',
  locale: 'fr',
  category: 'hate_violence_discrimination',
  danger: {
    immediate: 'no',
    helpShown: false,
  },
  locations: [
    {
      id: 'L1',
      place: 'website',
      url: {
        value: 'https://example.org/forum/t/42#post-7',
        kind: 'http',
      },
    },
  ],
  reporter: {
    role: 'witness',
    anonymous: true,
    followUp: 'none',
  },
  attestation: {
    goodFaith: true,
    textId: 'good-faith.fr.1',
    method: 'submit',
  },
  source: {
    partnerId: 'ville-exemple',
    embed: 'script',
    widgetVersion: '1.0.0',
    prefilled: false,
  },
};

/** Nearly every field of the report. */
export const FULL_REPORT: Report = {
  schemaVersion: '1.0',
  submissionId: 'b2a7c0d4-1e6f-4c3b-8f0d-6a9e2c5b7d31',
  submittedAt: '2026-11-24T13:52:00Z',
  locale: 'fr-FR',
  category: 'child_sexual_abuse',
  danger: {
    immediate: 'unknown',
    helpShown: true,
  },
  locations: [
    {
      id: 'L1',
      place: 'messaging',
      service: 'Telegram',
      url: {
        value: 'https://t.me/example_channel/1234',
        asEntered: 'hxxps://t[.]me/example_channel/1234',
        kind: 'http',
        changes: ['refanged'],
        flags: ['app_deep_link'],
      },
      identifiers: [
        {
          type: 'group_name',
          value: 'Example channel',
        },
        {
          type: 'message_id',
          value: '1234',
        },
      ],
      foundVia: {
        how: 'link',
        url: {
          value: 'https://forum.example/thread/9',
          kind: 'http',
        },
      },
      access: {
        needs: ['account', 'payment'],
        paid: 'yes',
        paymentMethods: ['crypto'],
      },
      observedAt: {
        date: '2026-11-23',
        time: '21:40',
        timeZone: 'Europe/Paris',
        precision: 'hour',
      },
      stillOnline: 'yes',
    },
    {
      id: 'L2',
      place: 'file_host',
      service: 'Example file host',
      url: {
        value: 'https://files.example/f/abc#key',
        kind: 'http',
        flags: ['private_link'],
      },
      access: {
        needs: ['password'],
        password: 'published-with-the-link',
        credentialsPublished: true,
      },
    },
  ],
  content: {
    types: ['link', 'video'],
    aiGenerated: 'unknown',
    language: 'fr',
    description: 'Le message annonce un dossier et donne un lien et un mot de passe.',
  },
  personsConcerned: {
    minor: 'yes',
    apparentAge: 'child',
    known: 'not_known',
  },
  details: {
    kinds: ['sale_or_exchange'],
    selfProduced: 'unknown',
    blackmail: 'no',
    adultAskingMinor: 'unknown',
    abuseOngoing: 'unknown',
  },
  reportedAccounts: [
    {
      service: 'Telegram',
      handle: '@example_seller',
      relation: 'author',
      knownToReporter: 'no',
      locationIds: ['L1'],
    },
  ],
  reporter: {
    role: 'witness',
    ageBand: 'adult',
    country: 'FR',
    anonymous: true,
    followUp: 'code',
  },
  priorReports: {
    platform: 'yes',
    police: 'no',
    otherHotline: 'no',
  },
  attestation: {
    goodFaith: true,
    textId: 'good-faith.fr.1',
    method: 'submit',
  },
  source: {
    partnerId: 'example-isp',
    placement: 'footer',
    hostOrigin: 'https://www.example-isp.fr',
    embed: 'wordpress',
    widgetVersion: '1.0.0',
    prefilled: false,
  },
};
