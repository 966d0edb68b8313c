// The longest texts and lists of the report 1.0, as data without zod, because the browser's form applies them too.

/** Longest texts, in Unicode code points (a browser's `maxlength` counts UTF-16 units, so it refuses earlier). */
export const TEXT_LIMITS = {
  locale: 17,
  address: 4096,
  service: 100,
  identifier: 512,
  pinpoint: 500,
  credential: 128,
  timeZone: 40,
  description: 2000,
  areaHint: 120,
  targetHint: 200,
  whenHint: 100,
  eventHint: 120,
  handle: 256,
  accountId: 128,
  displayName: 256,
  email: 254,
  name: 100,
  reportedTo: 100,
  reference: 64,
  attestationId: 40,
  origin: 260,
  version: 32,
} as const;

/** Longest lists, in items. */
export const LIST_LIMITS = {
  locations: 20,
  identifiers: 20,
  changes: 13,
  flags: 10,
  needs: 6,
  paymentMethods: 6,
  contentTypes: 6,
  grounds: 9,
  accounts: 20,
  references: 5,
} as const;

/** Most reports that one form sends, one after another, of links and accounts that do not fit into one. */
export const MAX_REPORTS = 5;
