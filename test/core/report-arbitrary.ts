// Random valid reports for property tests. They cover every field and every word of the vocabulary.

import fc from 'fast-check';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { PLACES } from '../../src/core/report/places.ts';
import * as words from '../../src/core/report/vocabulary.ts';

/** Every closed list, by name. */
export { words };

/** Any value that JSON.parse can return. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

// Astral characters, half a surrogate pair, NUL and line ends are all text to the schema.
const character = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...'abcXYZ019 .,-_/@:éœ«»中') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('😀', '𝒳', '\0', '\n', '\u2028', '\ufeff', '\ud800', '"', '<', '\\'),
  },
);

const textUpTo = (maximum: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.string({ unit: character, minLength: 1, maxLength: Math.min(maximum, 20) }) },
    { weight: 1, arbitrary: fc.constantFrom('a', '😀', '\ud800').map((unit) => unit.repeat(maximum)) },
  );

const some = (list: readonly string[], maximum = list.length): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...list], { minLength: 1, maxLength: Math.min(maximum, list.length) });

/** Usually a short list, sometimes one of the maximum length. */
const items = <Item>(item: fc.Arbitrary<Item>, maximum: number): fc.Arbitrary<Item[]> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.array(item, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: maximum, maxLength: maximum }) },
  );

const different = <Item>(item: fc.Arbitrary<Item>, maximum: number): fc.Arbitrary<Item[]> =>
  items(item, maximum).map((all) => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]);

const oneOf = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
const answer = oneOf(words.ANSWERS);
const uuid = fc.uuid({ version: 4 });
const hexadecimal = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const languageTag = fc.constantFrom('fr', 'en-GB', 'pcd', 'zh-Hant-TW', 'fr-FR', 'de-1996-aaaaaaaa');
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((number) => `${number}`.padStart(2, '0'));
const date = fc.tuple(two(1000, 9999), two(1, 12), two(1, 31)).map((parts) => parts.join('-'));
const time = fc.tuple(two(0, 23), two(0, 59)).map((parts) => parts.join(':'));
const timeZone = fc.constantFrom('Europe/Paris', 'UTC', 'Etc/GMT+12', 'America/Argentina/Buenos_Aires');
const slug = fc.constantFrom('ville-exemple', 'a1', '0.b_c', `a${'-'.repeat(63)}`);

/** An object: always the required fields, sometimes the others. */
const fields = <Required extends object, Optional extends object>(
  required: { [Key in keyof Required]: fc.Arbitrary<Required[Key]> },
  optional: { [Key in keyof Optional]: fc.Arbitrary<Optional[Key]> },
): fc.Arbitrary<Required & Partial<Optional>> =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([always, atTimes]) => ({ ...always, ...atTimes }) as Required & Partial<Optional>);

const addressRest = fc.string({
  unit: character.filter((unit) => !/[\s<>"\0]/.test(unit)),
  minLength: 1,
  maxLength: 30,
});

const addressValue = fc.oneof(
  { weight: 12, arbitrary: addressRest.map((rest) => `https://example.org/${rest}`) },
  { weight: 2, arbitrary: hexadecimal(40).map((hash) => `magnet:?xt=urn:btih:${hash}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('ftp', 'ED2K', 'tg', 'x+y.z-1', 'database', 'a'), addressRest)
      .map(([scheme, rest]) => `${scheme}://${rest}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('a', '😀', '\ud800').map((unit) => `http:${unit.repeat(4091)}`) },
);

const hides = (changes: readonly string[] = []) =>
  changes.some((change) => /^(sharer_id|tracking)_removed$/.test(change));

const url = fields(
  { value: addressValue, kind: oneOf(words.URL_KINDS) },
  {
    asEntered: textUpTo(4096).filter((text) => !/^\s*(data|javascript|blob|file|content|about):/i.test(text)),
    changes: some(words.URL_CHANGES, 4),
    flags: some(words.URL_FLAGS, 10),
  },
).map(({ asEntered, ...rest }) =>
  asEntered === undefined || hides(rest.changes) ? rest : { ...rest, asEntered },
);

const observedAt = fc
  .tuple(fc.record({ precision: oneOf(words.TIME_PRECISIONS), date, time, timeZone }), fc.nat(3))
  .map(([{ precision, ...moment }, howMuch]) => ({
    precision,
    ...(howMuch > 0 && { date: moment.date }),
    ...(howMuch > 1 && { timeZone: moment.timeZone }),
    ...(howMuch > 2 && { time: moment.time }),
  }));

const access = fc.oneof(
  fields(
    {},
    { needs: some(words.ACCESS_NEEDS, 6), paid: answer, paymentMethods: some(words.PAYMENT_METHODS, 6) },
  ),
  fields({ credentialsPublished: fc.constant(true) }, { username: textUpTo(128), password: textUpTo(128) }),
);

const locationId = fc.integer({ min: 1, max: 20 }).map((number) => `L${number}`);
const identifiers = different(fc.record({ type: oneOf(words.IDENTIFIER_TYPES), value: textUpTo(512) }), 20);

const aboutLocation = {
  service: textUpTo(100),
  pinpoint: textUpTo(500),
  foundVia: fields({ how: oneOf(words.FOUND_VIA) }, { url }),
  access,
  observedAt,
  stillOnline: answer,
};

const location = fc.oneof(
  fields({ id: locationId, place: oneOf(PLACES), url }, { identifiers, ...aboutLocation }),
  fields({ id: locationId, place: oneOf(PLACES), identifiers }, aboutLocation),
);

/** The names and numbers that identify an account. */
export const accountNames = {
  handle: textUpTo(256),
  accountId: textUpTo(128),
  displayName: textUpTo(256),
  profileUrl: url,
};

const account = fc
  .tuple(
    oneOf(Object.keys(accountNames)),
    fc.record(accountNames),
    fields(
      {},
      {
        ...accountNames,
        service: textUpTo(100),
        relation: oneOf(words.ACCOUNT_RELATIONS),
        knownToReporter: answer,
        locationIds: different(locationId, 20),
      },
    ),
  )
  .map(([key, names, rest]) => ({ ...rest, [key]: names[key as keyof typeof names] }));

const kinds = (category: CategoryId) => some(words.KINDS[category], words.MAX_KINDS[category]);

/** The fields of a category's `details` besides `kinds`. */
export const DETAILS: Record<CategoryId, Record<string, fc.Arbitrary<Json>>> = {
  child_sexual_abuse: {
    selfProduced: answer,
    blackmail: answer,
    adultAskingMinor: answer,
    meetingPlanned: answer,
    abuseOngoing: answer,
  },
  terrorism_bomb_making: { specificThreat: answer, targetHint: textUpTo(200), whenHint: textUpTo(100) },
  hate_violence_discrimination: {
    grounds: some(words.HATE_GROUNDS, 9),
    aimedAt: oneOf(words.HATE_AIMS),
    callToAct: answer,
    fearNow: answer,
  },
  crimes_against_humanity: { eventHint: textUpTo(120) },
  shocking_content_minors: { ageCheck: oneOf(words.AGE_CHECKS), minorExposed: answer, aimedAtMinors: answer },
  procuring: {
    minorSuspected: answer,
    constraintSigns: answer,
    severalPersonsSameContact: answer,
    areaHint: textUpTo(120),
  },
  suicide_incitement: { personAtRiskNow: answer, targetIsMinor: answer, personKnown: answer },
  sexual_harassment: {
    target: oneOf(words.HARASSMENT_TARGETS),
    targetIsMinor: answer,
    repeated: answer,
    severalAuthors: answer,
    blackmail: answer,
    authorKnown: answer,
    evidenceKept: answer,
    fearNow: answer,
  },
  unsure: { fearNow: answer },
};

const aboutReporter = {
  ageBand: oneOf(words.AGE_BANDS),
  country: fc.constantFrom('FR', 'BE', 'CH'),
};

const email = fc.constantFrom(
  'a@b.c',
  'prénom.nom@exemple.fr',
  `${'a'.repeat(248)}@b.org`,
  `${'😀'.repeat(250)}@b.c`,
);

const reporter = fc.oneof(
  fields(
    { role: oneOf(words.ROLES), anonymous: fc.constant(true), followUp: fc.constantFrom('none', 'code') },
    aboutReporter,
  ),
  fields(
    {
      role: oneOf(words.ROLES),
      anonymous: fc.constant(false),
      followUp: oneOf(words.FOLLOW_UPS),
      contact: fields({ email }, { name: textUpTo(100) }),
    },
    aboutReporter,
  ),
);

/** Of the hash, the last of 43 characters has two bits of no use, which must be zero. */
const followUp = fc.oneof(
  fc.constant({}),
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => ({
    followUp: { hash: Buffer.from(bytes).toString('base64url') },
  })),
);

const reportIn = (category: CategoryId) =>
  fields(
    {
      schemaVersion: fc.constant('1.0'),
      submissionId: uuid,
      submittedAt: fc.tuple(date, time).map(([day, hour]) => `${day}T${hour}:00Z`),
      locale: languageTag,
      category: fc.constant(category),
      danger: fc.record({ immediate: answer, helpShown: fc.boolean() }),
      locations: items(location, 20),
      reporter,
      attestation: fc.record({
        goodFaith: fc.constant(true),
        textId: fc.constantFrom('good-faith.fr.1', 'a.b', '0'.repeat(40)),
        method: oneOf(words.ATTESTATION_METHODS),
      }),
      source: fields(
        {
          embed: oneOf(words.EMBEDS),
          widgetVersion: fc.constantFrom('0.1.0', '10.20.30-beta.1', `1.0.0-${'x'.repeat(26)}`),
          prefilled: fc.boolean(),
        },
        {
          partnerId: slug,
          placement: fc.oneof(slug, fc.constant('f')),
          hostOrigin: fc.constantFrom(
            'https://www.example.fr',
            'http://a',
            'http://[::1]:8080',
            `https://${'é'.repeat(252)}`,
          ),
        },
      ),
    },
    {
      supersedes: uuid,
      content: fields(
        {},
        {
          types: some(words.CONTENT_TYPES, 6),
          aiGenerated: answer,
          language: languageTag,
          description: textUpTo(2000),
        },
      ),
      personsConcerned: fields(
        {},
        {
          minor: answer,
          apparentAge: oneOf(words.APPARENT_AGES),
          known: oneOf(words.ACQUAINTANCES),
          areaHint: textUpTo(120),
        },
      ),
      details: fields({}, { kinds: kinds(category), ...DETAILS[category] }),
      reportedAccounts: items(account, 20),
      priorReports: fields(
        {},
        {
          platform: answer,
          police: answer,
          otherHotline: answer,
          references: different(fc.record({ to: textUpTo(100), reference: textUpTo(64) }), 5),
        },
      ),
    },
  );

/** Valid reports, as JSON.parse would return them. */
export const validReport: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.oneof(...CATEGORIES.map(({ id }) => reportIn(id))), followUp)
  .map(([report, followed]) => JSON.parse(JSON.stringify({ ...report, ...followed })) as JsonObject);
