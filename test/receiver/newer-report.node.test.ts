// A report that is newer than its receiver: what this version does not know is stored and shown, and decides nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PROBLEM_PREFIX } from '../../src/core/report/protocol.ts';
import { reportJsonSchema, reportSchema, type Report } from '../../src/core/schema.ts';
import { showReport } from '../../src/receiver/analyst-page/shown-report.ts';
import { csvRecord } from '../../src/receiver/export/csv.ts';
import { COLUMNS, valuesOf } from '../../src/receiver/export/csv-columns.ts';
import { jsonLine } from '../../src/receiver/export/json-lines.ts';
import { readReports, type ReadReport } from '../../src/receiver/export/reader.ts';
import { openApiDocument } from '../../src/receiver/http/openapi.ts';
import { priorityOf, priorityRuleOf } from '../../src/receiver/intake/priority.ts';
import { toCyberTipline, toDsaNotice, toIccam } from '../../src/receiver/index.ts';
import { storeOf } from './export-given.ts';
import { filed, HOTLINE } from './mapping-examples.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

type Loose = Record<string, unknown>;

const PLACE = { id: 'L1', place: 'website', url: { value: 'https://example.org/x', kind: 'http' } };
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

/** Where a report takes members that its receiver does not know. */
const PARTS: Readonly<Record<string, (members: object) => Loose>> = {
  'the top': (members) => sampleReport({ ...members }),
  details: (members) => sampleReport({ details: { callToAct: 'yes', ...members } }),
  'details of a later category': (members) =>
    sampleReport({ category: 'later_category', details: { ...members } }),
  'a place': (members) => sampleReport({ locations: [{ ...PLACE, ...members }] }),
};

const TAKEN: Readonly<Record<string, object>> = {
  'a truth': { newOne: true },
  'a number': { newOne: -12.5, other: 1e300 },
  'a text': { newOne: 'Un « mot » et 😀' },
  'a text of 200 code points': { newOne: '😀'.repeat(200) },
  'an empty text': { newOne: '' },
  'a list': { newOne: ['a', 1, true] },
  'a list of 20': { newOne: Array<string>(20).fill('a') },
  'a name of 40 characters': { [`a${'9'.repeat(39)}`]: 'x' },
  'names of Object.prototype': {
    constructor: 'x',
    toString: 'y',
    valueOf: 1,
    hasOwnProperty: ['z'],
    toJSON: 'j',
  },
  'words about data': { newOne: 'Ses données, « data: tout »' },
};

const REFUSED: Readonly<Record<string, object>> = {
  'nothing (null)': { newOne: null },
  'an object': { newOne: { a: 1 } },
  'a list of lists': { newOne: [['a']] },
  'a list of 21': { newOne: Array<string>(21).fill('a') },
  'a text of 201 code points': { newOne: 'x'.repeat(201) },
  'a text too long in a list': { newOne: ['x'.repeat(201)] },
  'a picture': { newOne: PICTURE },
  'a picture in a list': { newOne: ['x', ` DATA:${PICTURE.slice(5)}`] },
  'a picture behind words': { newOne: `voir ${PICTURE}` },
  'a name of 41 characters': { [`a${'9'.repeat(40)}`]: 'x' },
  'a name with a hyphen': { 'new-one': 'x' },
  'a name that begins with a digit': { '1a': 'x' },
  'no name': { '': 'x' },
};

const byJsonSchema = new Ajv2020({ strict: true, strictRequired: false }).compile(reportJsonSchema());
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  validateFormats: false,
  allowUnionTypes: true,
});
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(openApiDocument(), 'openapi');
const byOpenApi = ajv.compile({ $ref: 'openapi#/components/schemas/Report' });

const verdictsOn = (report: unknown): boolean[] => [
  reportSchema.safeParse(report).success,
  byJsonSchema(report),
  byOpenApi(report),
];

for (const [part, make] of Object.entries(PARTS))
  test(`members that it does not know, in ${part}: stored byte for byte within the limits, refused beyond`, async (t) => {
    const { post, store } = await startReceiver(t);
    const bodies: string[] = [];
    for (const [name, members] of Object.entries(TAKEN)) {
      const body = JSON.stringify(make(members), null, 1);
      assert.deepEqual(verdictsOn(JSON.parse(body)), [true, true, true], name);
      assert.equal((await post(body)).status, 201, name);
      bodies.push(body);
    }
    for (const [name, members] of Object.entries(REFUSED)) {
      const report = make(members);
      assert.deepEqual(verdictsOn(report), [false, false, false], name);
      const { status, text } = await post(report);
      assert.equal(status, 422, name);
      assert.equal((JSON.parse(text) as Loose)['type'], `${PROBLEM_PREFIX}invalid`);
      assert.doesNotMatch(text, /new.?One|999|base64/, 'a refusal repeats nothing');
    }
    assert.deepEqual(
      (await store.list({ limit: 100 })).map(({ body }) => body),
      bodies,
    );
  });

test('a name of `__proto__` is refused in every part', async (t) => {
  const { post, store } = await startReceiver(t);
  for (const [part, make] of Object.entries(PARTS)) {
    const body = JSON.stringify(make({ newOne: 'x' })).replace('"newOne"', '"__proto__"');
    assert.deepEqual(verdictsOn(JSON.parse(body)), [false, false, false], part);
    assert.equal((await post(body)).status, 422, part);
  }
  assert.deepEqual(await store.list(), []);
});

test('2,048 bytes a report, names included, wherever they stand', async (t) => {
  const { post } = await startReceiver(t);
  const long = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`n${at}`, 'é'.repeat(100)]));
  // Each is 207 bytes: two for the name, two for its quotation marks, one for the colon, two more, and 200.
  const rest = 2_048 - 9 * 207;
  const withRest = (bytes: number): Loose =>
    sampleReport({
      a: 'x'.repeat(bytes - 6),
      details: { ...long },
      locations: [PLACE],
    });
  assert.equal((await post(withRest(rest))).status, 201);
  const { status, text } = await post(withRest(rest + 1));
  assert.equal(status, 422);
  assert.deepEqual((JSON.parse(text) as Loose)['errors'], [{ pointer: '', code: 'too_big' }]);
});

test('envelope, reporter, contact and every other part stay strict', async (t) => {
  const { post } = await startReceiver(t);
  const contact = { email: 'a@b.c' };
  const reporter = { role: 'witness', anonymous: false, followUp: 'email', contact };
  for (const members of [
    { reporter: { ...reporter, newOne: 'x' } },
    { reporter: { ...reporter, contact: { ...contact, newOne: 'x' } } },
    { reporter: { ...reporter, followUp: 'carrier_pigeon' } },
    { danger: { immediate: 'no', helpShown: true, newOne: 'x' } },
    { content: { description: 'x', newOne: 'x' } },
    { source: { embed: 'npm', widgetVersion: '1.0.0', prefilled: true, newOne: 'x' } },
    { locations: [{ ...PLACE, url: { ...PLACE.url, newOne: 'x' } }] },
    { attachments: [PICTURE] },
    { attachment: { name: 'a.png' } },
  ]) {
    const report = sampleReport(members);
    assert.deepEqual(verdictsOn(report), [false, false, false], JSON.stringify(members));
    assert.equal((await post(report)).status, 422, JSON.stringify(members));
  }
  const { status } = await post({
    schemaVersion: '1.0',
    submissionId: crypto.randomUUID(),
    newOne: 'x',
    sealed: `${'A'.repeat(20)}..${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`,
  });
  assert.equal(status, 422);
});

test('a number that loses digits, is none, or a name that comes twice is refused', async (t) => {
  const { post, store } = await startReceiver(t);
  const postText = (members: string) => post(JSON.stringify(sampleReport()).replace(/}$/, `,${members}}`));
  for (const written of [
    '12345678901234567890',
    '9007199254740993',
    '0.1234567890123456789',
    '1e999',
    '-1e999',
    '1e-999',
  ])
    assert.equal((await postText(`"newOne":${written}`)).status, 422, written);
  assert.deepEqual(await store.list(), []);
  for (const written of ['0', '-1.50', '1e21', '0.30000000000000004', '9007199254740991', '5e-324'])
    assert.equal((await postText(`"newOne":${written}`)).status, 201, written);
  for (const twice of ['"newOne":1,"newOne":2', '"newOne":"a","newOne":"b"'])
    assert.equal((await postText(twice)).status, 400, twice);
});

/** A report that is stored and read again. */
async function readAfter(t: Parameters<typeof startReceiver>[0], members: object): Promise<ReadReport> {
  const store = await storeOf(t, []);
  const { post } = await startReceiver(t, { store });
  assert.equal((await post(sampleReport({ ...members }))).status, 201);
  for await (const read of readReports(store)) return read;
  throw new Error('nothing was stored');
}

const HIDDEN = 'Un secret inconnu';
const OTHERS = {
  newFact: HIDDEN,
  details: { kinds: ['call_to_hatred'], petName: [HIDDEN, 7], targetHint: HIDDEN, minorSuspected: 'yes' },
  locations: [{ ...PLACE, constructor: HIDDEN, roomTemperature: 21.5 }],
};

test('at the desk they are one folded text under « Autres éléments »; JSON Lines have them as they are', async (t) => {
  const read = await readAfter(t, OTHERS);
  const { fields, places } = showReport(read, 'fr');
  assert.deepEqual(
    fields.find(({ label }) => label === 'Autres éléments'),
    {
      label: 'Autres éléments',
      kind: 'told',
      text: [
        `newFact: "${HIDDEN}"`,
        `details.petName: ["${HIDDEN}",7]`,
        `details.targetHint: "${HIDDEN}"`,
        'details.minorSuspected: "yes"',
        `locations.0.constructor: "${HIDDEN}"`,
        'locations.0.roomTemperature: 21.5',
      ].join('\n'),
    },
  );
  const shownElsewhere = JSON.stringify([places, fields.filter(({ label }) => label !== 'Autres éléments')]);
  assert.doesNotMatch(shownElsewhere, /secret|newFact|petName|roomTemperature|21\.5/);
  assert.ok(
    showReport(read, 'en').fields.some(({ label, kind }) => label === 'Other members' && kind === 'told'),
  );
  assert.deepEqual((JSON.parse(jsonLine(read)) as { report: unknown }).report, JSON.parse(read.row.body));
  assert.ok(
    !showReport(await readAfter(t, {}), 'fr').fields.some(({ label }) => label === 'Autres éléments'),
  );
});

test('hostile text in them is disarmed, and cannot look like a line of its own', async (t) => {
  const read = await readAfter(t, { newOne: 'a\ndetails.kinds: "x"\u202e https://evil.example/' });
  const told = showReport(read, 'fr').fields.find(({ label }) => label === 'Autres éléments')!;
  assert.equal(told.text, 'newOne: "a\\ndetails.kinds: \\"x\\"⟨U+202E⟩ hxxps://evil[.]example/"');
});

test('CSV and notices have nothing of them, not even under the name of another category', async (t) => {
  const read = await readAfter(t, OTHERS);
  assert.doesNotMatch(csvRecord(read), /secret|newFact|petName|roomTemperature|21\.5/);
  const cell = (column: string): unknown => valuesOf(read)[COLUMNS.indexOf(column)];
  assert.deepEqual(
    [cell('details.kinds'), cell('details.targetHint'), cell('details.minorSuspected')],
    [['call_to_hatred'], undefined, undefined],
  );
  const notices = (report: Report): string =>
    JSON.stringify([
      toDsaNotice(filed(report), { hotline: HOTLINE }),
      toCyberTipline(filed(report), { hotline: HOTLINE }),
      toIccam(filed(report)),
    ]);
  const { newFact: _, ...plain } = OTHERS;
  const { kinds } = plain.details;
  const without = {
    ...plain,
    submissionId: read.report!.submissionId,
    details: { kinds },
    locations: [PLACE],
  };
  assert.equal(notices(read.report!), notices(reportSchema.parse(sampleReport(without))));
});

test('they decide nothing: blackmail in a category without that question is not urgent', () => {
  const parsed = (members: Loose): Report => reportSchema.parse(sampleReport(members));
  const details = { blackmail: 'yes', personAtRiskNow: 'yes' };
  assert.equal(priorityOf(parsed({ category: 'sexual_harassment', details })), 'urgent');
  for (const category of ['procuring', 'unsure', 'later_category'])
    assert.equal(priorityOf(parsed({ category, details })), 'normal', category);
});

/** Words that no list has: one that looks like any other, and those of Object.prototype that have the shape of one. */
const LATER_WORDS = ['later_word', 'constructor', '__proto__'];

test('later words of every list are taken, and shown as they came', async (t) => {
  for (const word of LATER_WORDS) {
    const read = await readAfter(t, {
      category: word,
      danger: { immediate: 'no', helpShown: false },
      locations: [
        {
          id: 'L1',
          place: word,
          url: { value: 'https://example.org/x', kind: word, changes: [word], flags: [word] },
          identifiers: [{ type: word, value: '42' }],
          foundVia: { how: word },
          access: { needs: [word], paid: word, paymentMethods: [word] },
          observedAt: { date: '2026-11-23', precision: word },
          stillOnline: word,
        },
      ],
      content: { types: [word], aiGenerated: word },
      personsConcerned: { minor: word, apparentAge: word, known: word },
      reportedAccounts: [{ handle: 'x', relation: word, knownToReporter: word }],
      priorReports: { platform: word, police: word, otherHotline: word },
      reporter: { role: word, ageBand: word, anonymous: true, followUp: 'none' },
      attestation: { goodFaith: true, textId: 'good-faith.fr.1', method: word },
      source: { embed: word, widgetVersion: '1.0.0', prefilled: false },
    });
    const { category, role, places, fields } = showReport(read, 'fr');
    assert.deepEqual([category, role, places[0]!.title], [word, word, word]);
    const shown = [...places[0]!.fields, ...fields];
    assert.equal(shown.find(({ label }) => label === word)?.text, '42');
    for (const { label, text } of shown)
      assert.doesNotMatch(`${label} ${text}`, /native code|\[object|undefined/, label);
    assert.ok(shown.filter(({ text }) => text === word).length >= 14, word);
    assert.match(csvRecord(read), new RegExp(`"${word}"`));
  }
});

test('the receiver decides on what it knows: a later category counts as « Je ne sais pas », in notices too', async (t) => {
  for (const word of LATER_WORDS) {
    const read = await readAfter(t, {
      category: word,
      details: { kinds: [word, 'photo_or_video'] },
      locations: [{ ...PLACE, place: word }],
      content: { types: [word] },
    });
    const unsure = { ...read.report!, category: 'unsure', details: undefined } as Report;
    assert.deepEqual(
      toDsaNotice(filed(read.report!), { hotline: HOTLINE }),
      toDsaNotice(filed(unsure), { hotline: HOTLINE }),
    );
    assert.deepEqual(toIccam(filed(read.report!)), toIccam(filed(unsure)));
    assert.deepEqual(
      toCyberTipline(filed(read.report!), { hotline: HOTLINE }),
      toCyberTipline(filed(unsure), { hotline: HOTLINE }),
    );
  }
});

test('each mapping has a default for a later place, kind and identifier', () => {
  for (const word of LATER_WORDS) {
    const report = reportSchema.parse(
      sampleReport({
        category: 'child_sexual_abuse',
        details: { kinds: [word] },
        personsConcerned: { apparentAge: word },
        content: { types: [word] },
        locations: [
          {
            ...PLACE,
            place: word,
            identifiers: [{ type: word, value: '42' }],
            access: { paid: word, paymentMethods: [word] },
            observedAt: { date: '2026-11-23', precision: word },
          },
        ],
      }),
    );
    for (const locale of ['fr', 'en'] as const) {
      const { document } = toDsaNotice(filed(report), { hotline: HOTLINE, locale });
      assert.match(document.explanation, locale === 'fr' ? /Nature\u00a0: autre/ : /Nature: other/);
      assert.deepEqual(document.contentTypes, ['CONTENT_TYPE_OTHER']);
      assert.deepEqual(document.keywords, ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL']);
    }
    const iccam = toIccam(filed(report));
    assert.deepEqual(
      iccam.document && [
        iccam.document.sourceUrlSiteType.name,
        iccam.document.sourceUrlCommerciality.name,
        iccam.document.sourceUrlPaymentMethods.map(({ name }) => name),
        iccam.document.ageHint,
      ],
      ['Not Determined', 'Not Determined', ['Other'], undefined],
    );
    const tipline = toCyberTipline(filed(report), { hotline: HOTLINE });
    assert.deepEqual(tipline.document?.internetDetails, [
      {
        webPageIncident: {
          url: [PLACE.url.value],
          additionalInfo: `${word.replaceAll('_', ' ')}: 42\nSeen: 2026-11-23 (not certain)`,
        },
      },
    ]);
  }
});

test('a later word about danger is urgent at low trust, and alerts nobody', async (t) => {
  const asked: string[] = [];
  const store = await storeOf(t, []);
  const { post, log } = await startReceiver(t, {
    store,
    channelsOf: ({ priority }) => {
      asked.push(priority);
      return priority === 'urgent' ? ['mail'] : [];
    },
  });
  const danger = (immediate: string): Loose => sampleReport({ danger: { immediate, helpShown: true } });
  for (const [word, priority, trust] of [
    ['yes', 'urgent', 'normal'],
    ['soon', 'urgent', 'low'],
    ['__proto__', 'urgent', 'low'],
    ['unknown', 'normal', 'normal'],
  ] as const) {
    const report = danger(word);
    assert.equal((await post(report)).status, 201);
    const row = (await store.list({ limit: 9 })).at(-1)!;
    assert.deepEqual([row.priority, row.trust], [priority, trust], word);
  }
  assert.deepEqual(asked, ['urgent', 'normal', 'normal', 'normal']);
  assert.deepEqual(
    log.map((event) => ('priority' in event ? event.priority : undefined)),
    ['urgent', undefined, undefined, undefined],
  );
  const rows: ReadReport[] = [];
  for await (const read of readReports(store, { priority: 'urgent' })) rows.push(read);
  assert.deepEqual(
    rows.map(({ report }) => priorityRuleOf(report!)),
    ['danger', 'unclear', 'unclear'],
  );
  const { reason, isLowTrust, fields } = showReport(rows[1]!, 'fr');
  assert.deepEqual([reason, isLowTrust], ['réponse inconnue sur le danger', true]);
  assert.ok(fields.some(({ text }) => text === 'soon'));
});

test('blackmail of a child alerts as ever, whatever word stands for the danger', () => {
  const report = reportSchema.parse(
    sampleReport({
      category: 'sexual_harassment',
      danger: { immediate: 'soon', helpShown: true },
      details: { blackmail: 'yes', targetIsMinor: 'yes' },
    }),
  );
  assert.equal(priorityRuleOf(report), 'blackmail');
});
