// The texts of a report that have one form: what a receiver takes, and the nearest that it refuses.
import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORBIDDEN_SCHEMES } from '../../src/core/report/vocabulary.ts';
import { reportJsonSchema, reportSchema } from '../../src/core/schema.ts';
import { FULL_REPORT, MINIMAL_REPORT } from './report-examples.ts';

/** SHA-256 of the empty text, in base64url. */
const HASH = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
const ID = MINIMAL_REPORT.submissionId;

type Loose = Record<string, unknown>;

/** A member at any depth, replaced in a report that the schema takes. */
function reportWith(path: string, value: unknown): unknown {
  const report = JSON.parse(JSON.stringify(FULL_REPORT)) as Loose;
  if (path.startsWith('reporter/'))
    report['reporter'] = {
      role: 'witness',
      anonymous: false,
      followUp: 'email',
      contact: { email: 'me@example.org' },
    };
  if (path.startsWith('followUp')) Object.assign(report, { followUp: {} });
  const names = path.split('/');
  const holder = names.slice(0, -1).reduce((part, name) => part[name] as Loose, report);
  holder[names.at(-1)!] = value;
  return report;
}

const byJsonSchema = new Ajv2020({ strict: true, strictRequired: false }).compile(reportJsonSchema());

/** Whether the receiver takes it, as the published JSON Schema says. */
function takes(path: string, value: unknown): boolean {
  const report = reportWith(path, value);
  const { success } = reportSchema.safeParse(report);
  assert.equal(byJsonSchema(report), success, `the JSON Schema on ${path}: ${JSON.stringify(value)}`);
  return success;
}

const URL_VALUE = 'locations/0/url/value';

const FIELDS: Readonly<Record<string, { right: readonly string[]; wrong: readonly string[] }>> = {
  submissionId: {
    right: [ID],
    wrong: [`0${ID}`, `${ID}0`, ` ${ID}`, `${ID}\n`, ID.toUpperCase(), ID.replaceAll('-', '')],
  },
  supersedes: { right: [ID], wrong: [`0${ID}`, `${ID}0`] },
  'followUp/hash': {
    right: [HASH],
    wrong: [`A${HASH}`, `${HASH}A`, `${HASH}=`, HASH.slice(1), HASH.replace(/U$/, 'V')],
  },
  submittedAt: {
    right: ['2026-11-24T13:50:00Z'],
    wrong: [
      '12026-11-24T13:50:00Z',
      '2026-11-24T13:50:00Z0',
      '2026-11-24T13:50:01Z',
      '2026-11-24T13:50Z',
      '2026-11-24T13:50:00+00:00',
    ],
  },
  locale: {
    right: ['fr', 'gsw', 'fr-FR', 'zh-Hans-CN'],
    wrong: ['', 'f', 'FR', 'Afr', 'fr_FR', 'fr-', 'fr-F', '-fr', 'fr-abcdefghi'],
  },
  'content/language': { right: ['fr'], wrong: ['Français', 'français'] },
  [URL_VALUE]: {
    right: [
      'a:bc',
      'https://example.org/',
      'svn+ssh://example.org/x',
      'x-a.1:b',
      'metadata:x',
      'https://example.org/é',
    ],
    wrong: [
      'a:b',
      'abc',
      ':abc',
      'a:  ',
      '1a:bc',
      '+a:bc',
      ' https://example.org/',
      'https://example.org/ x',
      'https://example.org/\n',
      'https://example.org/\u00a0',
      'https://example.org/<',
      'https://example.org/>',
      'https://example.org/"',
      'https://example.org/\x01',
    ],
  },
  'locations/0/url/asEntered': {
    right: ['x', 'exemple .fr', 'see data: nothing'],
    wrong: ['', ' \tdata:x', 'dAtA:x'],
  },
  'locations/0/id': {
    right: ['L1', 'L9', 'L10', 'L19', 'L20'],
    wrong: ['L0', 'L01', 'L21', 'L100', 'L200', 'l1', 'AL1', 'L', '1'],
  },
  'locations/0/observedAt/date': {
    right: ['2026-01-01', '2026-09-30', '2026-10-31', '2026-12-19'],
    wrong: ['12026-01-01', '2026-01-011', '2026-00-01', '2026-13-01', '2026-01-00', '2026-01-32', '2026-1-1'],
  },
  'locations/0/observedAt/time': {
    right: ['00:00', '19:59', '23:59'],
    wrong: ['24:00', '12:60', '112:00', '12:000', '1:00', '12:00:00'],
  },
  'locations/0/observedAt/timeZone': {
    right: ['UTC', 'Europe/Paris', 'Etc/GMT+1', 'America/Argentina/Buenos_Aires'],
    wrong: ['ab', '/Paris', 'Europe/', '1Europe/Paris', 'Europe/Paris ', 'Europe//Paris', '+01:00'],
  },
  'reporter/country': { right: ['FR'], wrong: ['F', 'FRA', 'fr', 'xFR', 'FR '] },
  'reporter/contact/email': {
    right: ['a@b.c', 'jean.b+c@mail.example.org'],
    wrong: ['@b.c', 'a@.c', 'a@b.', 'a@b', 'ab.c', 'x a@b.c', 'a@b.c x', 'a@b@c.d', 'a@b.c\n'],
  },
  'attestation/textId': {
    right: ['abc', '1.2', 'good-faith.fr.1'],
    wrong: ['ab', '.ab', '-ab', 'Good', 'good_faith', 'good ', 'é-good'],
  },
  'source/partnerId': {
    right: ['ab', '1_', 'ville-exemple.fr', 'a'.repeat(64)],
    wrong: ['a', 'a'.repeat(65), '-ab', 'Ville', 'ville exemple', 'ville/'],
  },
  'source/placement': {
    right: ['a', 'a'.repeat(64)],
    wrong: ['', 'a'.repeat(65), '_a', 'Footer', 'footer ', 'a/'],
  },
  'source/hostOrigin': {
    right: ['http://a', 'https://www.example.org:8443'],
    wrong: [
      'https://',
      'https://a/',
      'https://a?b',
      'https://a#b',
      'https://a@b',
      'https://a b',
      'xhttps://a',
      'ftp://a',
    ],
  },
  'source/widgetVersion': {
    right: ['1.0.0', '10.20.30', '1.0.0-beta.1'],
    wrong: ['.0.0', '1..0', '1.0', '1.0.', 'v1.0.0', '1.0.0-', '1.0.0.0', '1.0.0+x'],
  },
};

for (const [path, { right, wrong }] of Object.entries(FIELDS))
  test(`${path} has one form`, () => {
    for (const text of right) assert.ok(takes(path, text), JSON.stringify(text));
    for (const text of wrong) assert.ok(!takes(path, text), JSON.stringify(text));
  });

test('no address of a picture, a script or a device is taken, in any case of letters, also behind blanks', () => {
  for (const scheme of FORBIDDEN_SCHEMES)
    for (const word of [scheme, scheme.toUpperCase(), scheme[0]!.toUpperCase() + scheme.slice(1)]) {
      assert.ok(!takes(URL_VALUE, `${word}:abc`), word);
      for (const blank of ['', ' ', '\n\t '])
        assert.ok(!takes('locations/0/url/asEntered', `${blank}${word}:abc`), word);
      assert.ok(takes(URL_VALUE, `x${word}:abc`), word);
      assert.ok(takes(URL_VALUE, `${word}x:abc`), word);
    }
});

test('the shortest texts and lists have one item, and the code says what is too short', () => {
  const faultOf = (path: string, value: unknown): unknown => {
    const { error } = reportSchema.safeParse(reportWith(path, value));
    return error?.issues.map((issue) => [
      issue.path.join('/'),
      issue.code === 'custom' ? issue.params?.['code'] : issue.code,
    ]);
  };
  const tooShort = (path: string): unknown => [[path, 'too_small']];
  for (const path of ['content/description', 'locations/0/service', 'locations/0/pinpoint']) {
    assert.equal(faultOf(path, 'x'), undefined);
    assert.deepEqual(faultOf(path, ''), tooShort(path));
  }
  assert.deepEqual(faultOf(URL_VALUE, 'a:b'), tooShort(URL_VALUE));
  assert.deepEqual(faultOf('locale', 'f'), tooShort('locale'));
  assert.deepEqual(faultOf('reporter/contact/email', 'ab'), tooShort('reporter/contact/email'));
  assert.deepEqual(faultOf('reporter/contact/email', 'a@b'), [['reporter/contact/email', 'invalid_format']]);
  assert.equal(faultOf('content/types', ['text']), undefined);
  assert.deepEqual(faultOf('content/types', []), tooShort('content/types'));
  assert.deepEqual(faultOf('schemaVersion', '1.0'), undefined);
});

test('a hidden change beside others keeps the typed address out too', () => {
  const url = (changes?: readonly string[]): unknown => ({
    value: 'https://example.org/x',
    asEntered: 'example.org/x?utm_id=1',
    kind: 'http',
    ...(changes && { changes }),
  });
  assert.ok(takes('locations/0/url', url()));
  assert.ok(takes('locations/0/url', url(['scheme_added'])));
  for (const hiding of ['tracking_removed', 'sharer_id_removed'])
    for (const changes of [[hiding], ['scheme_added', hiding], [hiding, 'trimmed']])
      assert.ok(!takes('locations/0/url', url(changes)), changes.join());
});

test('a password or a user name goes with the word that it was published, a time with its day and zone', () => {
  const access = 'locations/0/access';
  for (const name of ['username', 'password']) {
    assert.ok(!takes(access, { [name]: 'x' }));
    assert.ok(takes(access, { [name]: 'x', credentialsPublished: true }));
  }
  assert.ok(takes(access, { credentialsPublished: true }));
  const when = (its: object): boolean => takes('locations/0/observedAt', { precision: 'minute', ...its });
  const [time, date, timeZone] = ['21:40', '2026-11-23', 'Europe/Paris'];
  assert.ok(when({}));
  assert.ok(when({ date }));
  assert.ok(!when({ time, date }));
  assert.ok(!when({ time, timeZone }));
  assert.ok(when({ time, date, timeZone }));
});

test('an account is known by any one of its names', () => {
  const account = (its: object): boolean => takes('reportedAccounts/0', its);
  assert.ok(!account({ service: 'Telegram', relation: 'author', knownToReporter: 'no' }));
  for (const name of ['handle', 'accountId', 'displayName']) assert.ok(account({ [name]: 'x' }), name);
  assert.ok(account({ profileUrl: { value: 'https://example.org/x', kind: 'http' } }));
});

test('the parts that occur in several places have names in the JSON Schema, for generated types', () => {
  const { $defs = {} } = reportJsonSchema() as { $defs?: object };
  assert.deepEqual(Object.keys($defs).toSorted(), [
    'account',
    'answer',
    'followUp',
    'languageTag',
    'location',
    'locationId',
    'other',
    'submissionId',
    'url',
  ]);
});
