// Report 1.0: zod, the generated JSON Schema and the given one must agree on every document.

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { type Report, reportJsonSchema, reportSchema } from '../../src/core/schema.ts';
import { drawnOf } from '../setup/every.ts';
import { type JsonObject, validReport } from './report-arbitrary.ts';
import { breakReport, changes, edgesOf } from './report-breaking.ts';
import { FULL_REPORT, MINIMAL_REPORT } from './report-examples.ts';
import { GIVEN_FIELDS, openedSchema, slotsOf } from './report-given.ts';

// `required` and `properties` at different levels are deliberate: a condition names fields defined elsewhere.
const byGenerated = new Ajv2020({ strict: true, strictRequired: false }).compile(reportJsonSchema());
// The given schema escapes a quotation mark, which Unicode mode forbids in a pattern.
const byGiven = new Ajv2020({ strictRequired: false, strictTypes: false, unicodeRegExp: false }).compile(
  openedSchema(),
);

const verdictsOn = (document: unknown) => ({
  zod: reportSchema.safeParse(document).success,
  generated: byGenerated(document),
  given: byGiven(document),
});

const ACCEPTED = { zod: true, generated: true, given: true };
const REFUSED = { zod: false, generated: false, given: false };

// Fixed for reproducible runs; FC_SEED sets another seed.
const SEED = Number(process.env['FC_SEED'] ?? 20_261_124);

test('zod, the generated JSON Schema and the given one agree on thousands of documents', (context) => {
  const counts = { valid: 0, broken: 0, stillStanding: 0 };
  fc.assert(
    fc.property(validReport, changes, (valid, drawn) => {
      assert.deepEqual(verdictsOn(valid), ACCEPTED);
      const verdicts = verdictsOn(breakReport(valid, drawn));
      assert.deepEqual(verdicts, verdicts.given ? ACCEPTED : REFUSED);
      counts[verdicts.given ? 'stillStanding' : 'broken']++;
      counts.valid++;
    }),
    { numRuns: drawnOf(10_100), seed: SEED },
  );
  context.diagnostic(JSON.stringify(counts));
  assert.ok(
    counts.valid > drawnOf(5_000) && counts.broken > drawnOf(5_000),
    'both kinds of document in number',
  );
  assert.ok(counts.stillStanding > drawnOf(500), 'some changes leave a report valid');
});

test('they agree with every field dropped, and one step inside and outside of every limit', (context) => {
  const tried = new Map<string, number>();
  for (const report of fc.sample(validReport, { numRuns: 600, seed: SEED })) {
    for (const [name, make] of edgesOf(report)) {
      const times = tried.get(name) ?? 0;
      if (times >= TRIES) continue;
      tried.set(name, times + 1);
      const document = make();
      const verdicts = verdictsOn(document);
      assert.deepEqual(verdicts, verdicts.given ? ACCEPTED : REFUSED, `${name}: ${JSON.stringify(document)}`);
    }
  }
  context.diagnostic(`${tried.size} edges`);
  const limited = [...GIVEN_FIELDS].filter(([, field]) => 'maxLength' in field || 'maxItems' in field);
  const untried = limited.filter(([path]) => ![...tried.keys()].some((name) => name.startsWith(`${path} `)));
  assert.deepEqual(untried, []);
});

// At its limit, a field with a pattern matches it for some values only, so the test tries several.
const TRIES = 6;

test('the generated reports use every field and every word of the given schema', () => {
  const said = new Set<string>();
  for (const report of fc.sample(validReport, { numRuns: 3000, seed: SEED })) {
    for (const { path, value } of slotsOf(report)) said.add(path).add(`${path} ${JSON.stringify(value)}`);
  }
  const sayable = [...GIVEN_FIELDS].flatMap(([path, { enum: vocabulary }]) => [
    path,
    ...(Array.isArray(vocabulary) ? vocabulary.map((word) => `${path} ${JSON.stringify(word)}`) : []),
  ]);
  assert.ok(sayable.length > 300);
  assert.deepEqual(
    sayable.filter((phrase) => phrase !== '' && !said.has(phrase)),
    [],
  );
});

test('the two examples of the specification are accepted', () => {
  assert.deepEqual(verdictsOn(MINIMAL_REPORT), ACCEPTED);
  assert.deepEqual(verdictsOn(FULL_REPORT), ACCEPTED);
});

test('a report comes out of the schema as it went in', () => {
  assert.deepEqual(reportSchema.parse(FULL_REPORT), FULL_REPORT);
});

test('the JSON Schema has a condition for each category, and one for those of later versions', () => {
  const { properties, allOf } = reportJsonSchema() as { properties?: JsonObject; allOf?: unknown[] };
  assert.deepEqual(
    (properties!['category'] as JsonObject)['examples'],
    CATEGORIES.map(({ id }) => id),
  );
  assert.equal(allOf?.length, CATEGORIES.length + 1);
});

/** The full example as plain JSON, so that a test may change any part of it. */
const hostile = (change: (report: Loose) => void): Loose => {
  const report = JSON.parse(JSON.stringify(FULL_REPORT)) as Loose;
  change(report);
  return report;
};

/** Any field of any part; tests replace it with any value. */
interface Loose {
  [key: string]: unknown;
  locations: Record<string, unknown>[];
  reporter: Record<string, unknown>;
}

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

/** SHA-256 of the empty text, in base64url. */
const HASH = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';

const HOSTILE: Readonly<Record<string, (report: Loose) => void>> = {
  'an attachment': (report) => (report['attachments'] = [PICTURE]),
  'a field of the partner': (report) => (report['metadata'] = { visitor: 42 }),
  'a field called __proto__': (report) =>
    Object.defineProperty(report, '__proto__', { value: { isAdmin: true }, enumerable: true }),
  'a picture in the place of an address': ({ locations: [first] }) =>
    (first!['url'] = { value: PICTURE, kind: 'other' }),
  'a script as an address': ({ locations: [first] }) =>
    (first!['url'] = { value: 'JaVaScRiPt:alert(1)', kind: 'other' }),
  'a file of the reporter as an address': ({ locations: [first] }) =>
    (first!['url'] = { value: 'FILE:///home/me/secret.jpg', kind: 'other' }),
  'a picture behind white space in what was typed': ({ locations: [first] }) =>
    (first!['url'] = { value: 'https://example.org/', asEntered: `\n ${PICTURE}`, kind: 'http' }),
  'an address with markup in it': ({ locations: [first] }) =>
    (first!['url'] = { value: 'https://example.org/"><script>', kind: 'http' }),
  'an address without a scheme': ({ locations: [first] }) =>
    (first!['url'] = { value: 'example.org', kind: 'http' }),
  'the typed address once a sharer was removed from it': ({ locations: [first] }) =>
    (first!['url'] = {
      value: 'https://youtu.be/x',
      asEntered: 'https://youtu.be/x?si=me',
      kind: 'http',
      changes: ['sharer_id_removed'],
    }),
  'a password that was not published': ({ locations: [, second] }) =>
    (second!['access'] = { needs: ['password'], password: 'mine' }),
  'a password said not to be published': ({ locations: [, second] }) =>
    (second!['access'] = { password: 'mine', credentialsPublished: false }),
  'a place without any address or identifier': ({ locations: [first] }) => {
    delete first!['url'];
    delete first!['identifiers'];
  },
  'no place at all': (report) => (report.locations = []),
  'twenty-one places': (report) =>
    (report.locations = Array.from({ length: 21 }, () => report.locations[1]!)),
  'an hour without a day': ({ locations: [first] }) =>
    (first!['observedAt'] = { time: '21:40', timeZone: 'Europe/Paris', precision: 'minute' }),
  'a thirteenth month': ({ locations: [first] }) =>
    (first!['observedAt'] = { date: '2026-13-01', precision: 'day' }),
  'the name of an anonymous reporter': ({ reporter }) => (reporter['contact'] = { email: 'me@example.org' }),
  'a reporter who is not anonymous and gives no contact': ({ reporter }) => (reporter['anonymous'] = false),
  'an anonymous reporter who wants an e-mail': ({ reporter }) => (reporter['followUp'] = 'email'),
  'an exact age': (report) => (report['personsConcerned'] = { minor: 'yes', age: 12 }),
  'the name of a victim': (report) => (report['personsConcerned'] = { name: 'Someone' }),
  'details as a list': (report) => (report['details'] = []),
  'a category that is no word': (report) => (report['category'] = 'Spam!'),
  'the name of a method as a category': (report) => (report['category'] = 'toString'),
  'a moment to the second': (report) => (report['submittedAt'] = '2026-11-24T13:50:07Z'),
  'a moment with a line end after it': (report) => (report['submittedAt'] = '2026-11-24T13:50:00Z\n'),
  'a UUID of version 1': (report) => (report['submissionId'] = '3f1c2b6e-8a54-1d0a-9c1e-5b7f0a2d9e11'),
  'bad faith': (report) =>
    (report['attestation'] = { goodFaith: false, textId: 'good-faith.fr.1', method: 'submit' }),
  'the path of the page': (report) =>
    (report['source'] = {
      embed: 'npm',
      widgetVersion: '1.0.0',
      prefilled: false,
      hostOrigin: 'https://a.fr/secret',
    }),
  'a later version': (report) => (report['schemaVersion'] = '1.1'),
  'a follow-up code in place of its hash': (report) =>
    Object.assign(report, { followUp: { hash: '7K4M2QXD7K4M2QXD' } }),
  'a locator beside the hash': (report) => Object.assign(report, { followUp: { hash: HASH, locator: HASH } }),
  'a description of 2,001 code points': (report) => (report['content'] = { description: '😀'.repeat(2001) }),
  'an account without a name': (report) =>
    (report['reportedAccounts'] = [{ service: 'Telegram', relation: 'author' }]),
  'the same identifier twice, its keys in another order': ({ locations: [first] }) =>
    (first!['identifiers'] = [
      { type: 'post_id', value: '1' },
      { value: '1', type: 'post_id' },
    ]),
};

for (const [name, change] of Object.entries(HOSTILE)) {
  test(`refuses ${name}`, () => assert.deepEqual(verdictsOn(hostile(change)), REFUSED));
}

test('takes the hash of a follow-up code', () => {
  assert.deepEqual(verdictsOn({ ...MINIMAL_REPORT, followUp: { hash: HASH } }), ACCEPTED);
});

test('refuses what is not an object', () => {
  for (const document of [null, [], '', 'report', 0, true, [MINIMAL_REPORT]]) {
    assert.deepEqual(verdictsOn(document), REFUSED);
  }
});

test('counts code points: 2,000 astral characters are a description, and three of any kind no address', () => {
  const described = hostile((report) => (report['content'] = { description: '😀'.repeat(2000) }));
  assert.deepEqual(verdictsOn(described), ACCEPTED);
  const at = (value: string) =>
    hostile(({ locations: [first] }) => (first!['url'] = { value, kind: 'other' }));
  assert.deepEqual(verdictsOn(at('a:😀')), REFUSED);
  assert.deepEqual(verdictsOn(at('a:😀b')), ACCEPTED);
});

test('says where a rule is broken, and with which code', () => {
  const faultsAfter = (change: (report: Loose) => void) =>
    reportSchema
      .safeParse(hostile(change))
      .error?.issues.map((issue) => [
        `/${issue.path.join('/')}`,
        issue.code === 'custom' ? issue.params?.['code'] : issue.code,
      ]);
  assert.deepEqual(faultsAfter(HOSTILE['a script as an address']!), [
    ['/locations/0/url/value', 'bad_scheme'],
  ]);
  assert.deepEqual(faultsAfter(HOSTILE['an hour without a day']!), [
    ['/locations/0/observedAt', 'incomplete'],
  ]);
  assert.deepEqual(faultsAfter(HOSTILE['a place without any address or identifier']!), [
    ['/locations/0/url', 'missing'],
  ]);
  assert.deepEqual(faultsAfter(HOSTILE['the typed address once a sharer was removed from it']!), [
    ['/locations/0/url/asEntered', 'identifying'],
  ]);
  assert.deepEqual(faultsAfter(HOSTILE['a description of 2,001 code points']!), [
    ['/content/description', 'too_big'],
  ]);
  assert.deepEqual(
    faultsAfter((report) => (report['content'] = { types: ['text', 'text'] })),
    [['/content/types', 'repeated']],
  );
  assert.deepEqual(
    faultsAfter((report) => (report['details'] = { kinds: ['An advert'] })),
    [['/details/kinds/0', 'invalid_format']],
  );
});

test('never lets a pattern loose on a text that is too long', () => {
  // This pattern takes 2 s on 60,000 characters of this kind, and four times as long on twice as many.
  const email = `a@${'.'.repeat(60_000)}@`;
  const { error } = reportSchema.safeParse({
    ...MINIMAL_REPORT,
    reporter: { role: 'witness', anonymous: false, followUp: 'email', contact: { email } },
  });
  assert.deepEqual(
    error?.issues.map(({ path, code }) => [path.at(-1), code]),
    [['email', 'custom']],
  );
});

test('tells the categories apart in the type of a report', () => {
  const readDetails = (report: Report): string | undefined => {
    if (report.category === 'terrorism_bomb_making') return report.details?.targetHint;
    // @ts-expect-error -- only reports of one category have this field
    return report.details?.targetHint;
  };
  const readContact = ({ reporter }: Report): string =>
    reporter.anonymous ? reporter.followUp : reporter.contact.email;
  assert.equal(readDetails(FULL_REPORT), undefined);
  assert.equal(readContact(FULL_REPORT), 'code');
});
