// The report to the CyberTipline: the reports that NCMEC accepts, its fields and its XML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { PLACES, type PlaceId } from '../../src/core/report/places.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { KINDS } from '../../src/core/report/vocabulary.ts';
import { cyberTiplineXml, toCyberTipline } from '../../src/receiver/index.ts';
import { MINIMAL_REPORT } from '../core/report-examples.ts';
import { checkDocumented } from './cybertipline-fields.ts';
import { EXAMPLES, filed, HOTLINE } from './mapping-examples.ts';
import { readXml, type XmlElement } from './xml-reader.ts';

const cyberTipline = (report: Report) =>
  toCyberTipline(filed(reportSchema.parse(report)), { hotline: HOTLINE });

const document = (report: Report) => {
  const mapped = cyberTipline(report);
  assert.ok(mapped.document);
  return mapped.document;
};

/** The expected incident type, or the reason for its absence. */
const outcome = (report: object): string => {
  const mapped = cyberTipline(reportSchema.parse({ ...MINIMAL_REPORT, ...report }));
  return mapped.document ? mapped.document.incidentSummary.incidentType : mapped.reason;
};

const PICTURES = 'Child Pornography (possession, manufacture, and distribution)';
const ENTICEMENT = 'Online Enticement of Children for Sexual Acts';
const MOLESTATION = 'Child Sexual Molestation';
const TRAFFICKING = 'Child Sex Trafficking';
const TOURISM = 'Child Sex Tourism';
const SENT = 'Unsolicited Obscene Material Sent to a Child';
const DOMAIN = 'Misleading Domain Name';
const WORDS = 'Misleading Words or Digital Images on the Internet';

/** By kind: with a minor concerned, with pictures, and with content aimed at minors. */
const EXPECTED: Record<CategoryId, Record<string, string>> = {
  child_sexual_abuse: {
    photo_or_video: PICTURES,
    ai_generated: PICTURES,
    drawing_or_3d: PICTURES,
    live_stream: PICTURES,
    messages_to_a_minor: ENTICEMENT,
    sale_or_exchange: PICTURES,
    link_list: PICTURES,
    manual_or_text: PICTURES,
    other: PICTURES,
    unknown: PICTURES,
  },
  terrorism_bomb_making: {},
  hate_violence_discrimination: {},
  crimes_against_humanity: {},
  shocking_content_minors: {
    pornography: WORDS,
    extreme_violence: 'kind',
    dangerous_challenge: 'kind',
    cruelty_or_gore: 'kind',
    degrading: 'kind',
    sexual_content_with_animals: WORDS,
    other: 'kind',
    unknown: 'kind',
  },
  procuring: {
    advert: TRAFFICKING,
    recruitment: TRAFFICKING,
    organising: TRAFFICKING,
    pressure_or_threat: TRAFFICKING,
    travel_or_hosting: TOURISM,
    customer_site: TRAFFICKING,
    other: TRAFFICKING,
    unknown: TRAFFICKING,
  },
  suicide_incitement: {
    pushing_a_person: ENTICEMENT,
    promoting_means: 'kind',
    challenge_or_game: ENTICEMENT,
    sale_of_product: 'kind',
    group_or_forum: 'kind',
    other: 'kind',
    unknown: 'kind',
  },
  sexual_harassment: Object.fromEntries(KINDS.sexual_harassment.map((kind) => [kind, ENTICEMENT])),
  unsure: { other: PICTURES, unknown: PICTURES },
};

for (const { id: category } of CATEGORIES) {
  test(`${category}: every kind has its incident type, or a reason`, () => {
    for (const kind of KINDS[category]) {
      const aimedAtMinors = category === 'shocking_content_minors' && { aimedAtMinors: 'yes' };
      const details = { kinds: [kind], ...aimedAtMinors };
      const report = { category, details, content: { types: ['image'] }, personsConcerned: { minor: 'yes' } };
      assert.equal(outcome(report), EXPECTED[category][kind] ?? 'category', kind);
    }
  });
}

test('nothing but sexual abuse of minors is taken where nothing says that a minor is concerned', () => {
  for (const { id: category } of CATEGORIES) {
    const kinds = category === 'unsure' ? ['other'] : [KINDS[category][0]];
    const refused = Object.keys(EXPECTED[category]).length === 0 ? 'category' : 'no_minor';
    const expected = category === 'child_sexual_abuse' ? PICTURES : refused;
    assert.equal(outcome({ category, details: { kinds } }), expected, category);
  }
  assert.equal(outcome({ category: 'unsure', personsConcerned: { minor: 'yes' } }), 'no_images');
});

test('sexual abuse of minors whose kind is not known is judged by the answers', () => {
  const type = (details: object, known = 'not_known') =>
    outcome({ category: 'child_sexual_abuse', details, personsConcerned: { known } });
  assert.equal(type({ adultAskingMinor: 'yes' }), ENTICEMENT);
  assert.equal(type({ kinds: ['other'], meetingPlanned: 'yes' }), ENTICEMENT);
  assert.equal(type({ kinds: ['unknown'], abuseOngoing: 'yes' }, 'someone_i_know'), MOLESTATION);
  assert.equal(type({ abuseOngoing: 'yes' }, 'self'), MOLESTATION);
  assert.equal(type({ abuseOngoing: 'yes' }), PICTURES);
  assert.equal(type({ abuseOngoing: 'no' }, 'self'), PICTURES);
  assert.equal(
    type({ kinds: ['photo_or_video'], abuseOngoing: 'yes', adultAskingMinor: 'yes' }, 'self'),
    PICTURES,
  );
  assert.equal(type({ kinds: ['messages_to_a_minor', 'photo_or_video'] }), PICTURES);
});

test('obscene content is taken where a child was sent it or is lured to it', () => {
  const type = (details: object, location: object = {}) =>
    outcome({
      category: 'shocking_content_minors',
      details: { kinds: ['pornography'], ...details },
      locations: [{ ...MINIMAL_REPORT.locations[0], ...location }],
    });
  for (const place of ['social_network', 'messaging', 'game', 'email', 'sms_rcs', 'ai_service'])
    assert.equal(type({ minorExposed: 'yes' }, { place }), SENT, place);
  assert.equal(type({ minorExposed: 'yes' }), 'no_minor');
  assert.equal(type({ minorExposed: 'no', aimedAtMinors: 'no' }, { place: 'messaging' }), 'no_minor');
  const home = { url: { value: 'https://example.org/', kind: 'http', flags: ['home_page_only'] } };
  assert.equal(type({ aimedAtMinors: 'yes' }, home), DOMAIN);
  assert.equal(type({ aimedAtMinors: 'yes' }), WORDS);
});

const MEETING = 'A meeting with the child is said to be planned';
const BLACKMAIL = 'Somebody who is or may be under age is said to be blackmailed';

test('a full report', () => {
  assert.deepEqual(cyberTipline(EXAMPLES.child_sexual_abuse), {
    document: {
      incidentSummary: {
        incidentType: ENTICEMENT,
        escalateToHighPriority: `${MEETING}. ${BLACKMAIL}`,
        reportAnnotations: { sextortion: {}, csamSolicitation: {} },
        incidentDateTime: '2026-11-23T20:40:00Z',
        incidentDateTimeDescription:
          'When the content was seen: 2026-11-23 21:40 Europe/Paris (to the hour).',
      },
      internetDetails: [
        {
          chatImIncident: {
            chatClient: 'Telegram',
            chatRoomName: 'Example channel',
            additionalInfo: [
              'Service: Telegram',
              'Address: https://t.me/example_channel/1234',
              'group name: Example channel',
              'message id: 1234',
              'Seen: 2026-11-23 21:40 Europe/Paris (to the hour)',
              'Still online when reported: yes',
              'Reached from: https://forum.example/thread/9',
              'Access needs: account, payment',
              'Paid: crypto',
            ].join('\n'),
          },
        },
        {
          webPageIncident: {
            url: ['https://files.example/f/abc#key'],
            additionalInfo: [
              'Service: Example file host',
              'Access needs: password',
              'Published password: published-with-the-link',
            ].join('\n'),
          },
        },
      ],
      reporter: { reportingPerson: { email: ['analyst@hotline.example'] } },
      personOrUserReported: {
        espService: 'Telegram',
        screenName: '@example_seller',
        groupIdentifier: 'Example channel',
      },
      victim: [{ victimPerson: {}, additionalInfo: 'Apparent age: child' }],
      additionalInfo: [
        'Report 7K4M-2QXD, received by the hotline on 2026-11-24T13:53:00Z',
        'Nature: messages to a minor, sale or exchange',
        'Reported facts: blackmail, an adult asks a minor for pictures or acts, a meeting with the minor is planned',
        'Description: Le message annonce un dossier et donne un lien et un mot de passe.',
      ].join('\n'),
    },
    forAnalyst: [
      'incidentSummary.incidentType',
      'incidentSummary.incidentDateTime',
      'internetDetails[1]',
      'personOrUserReported',
      'additionalInfo',
    ],
  });
});

const seen = (observedAt: Report['locations'][number]['observedAt']) => {
  const locations = [{ ...MINIMAL_REPORT.locations[0]!, ...(observedAt && { observedAt }) }];
  const { incidentDateTime, incidentDateTimeDescription } = document({
    ...EXAMPLES.child_sexual_abuse,
    locations,
  }).incidentSummary;
  return [incidentDateTime, incidentDateTimeDescription];
};

test('a fuzzy time becomes a moment, and the words that say what it is worth', () => {
  const unknown = 'The date is that on which the hotline received the report.';
  const received = '2026-11-24T13:53:00Z';
  for (const [observedAt, instant, description] of [
    [
      { date: '2026-07-01', time: '00:30', timeZone: 'Europe/Paris', precision: 'minute' },
      '2026-06-30T22:30:00Z',
      'When the content was seen: 2026-07-01 00:30 Europe/Paris (to the minute).',
    ],
    [
      { date: '2026-10-25', time: '01:30', timeZone: 'Europe/Paris', precision: 'hour' },
      '2026-10-24T23:30:00Z',
      'When the content was seen: 2026-10-25 01:30 Europe/Paris (to the hour).',
    ],
    [
      { date: '2026-11-01', time: '12:00', timeZone: 'Nowhere/Land', precision: 'hour' },
      '2026-11-01T00:00:00Z',
      'When the content was seen: 2026-11-01 12:00 Nowhere/Land (to the hour).',
    ],
    [
      { date: '2026-11-20', precision: 'day' },
      '2026-11-20T00:00:00Z',
      'When the content was seen: 2026-11-20 (only the day is known).',
    ],
    [
      { date: '2026-11-01', precision: 'month' },
      '2026-11-01T00:00:00Z',
      'When the content was seen: 2026-11 (only the month is known).',
    ],
    [
      { date: '2026-11-25', precision: 'unknown' },
      '2026-11-25T00:00:00Z',
      'When the content was seen: 2026-11-25 (not certain).',
    ],
    [
      { date: '2026-11-26', precision: 'day' },
      received,
      `When the content was seen: 2026-11-26 (only the day is known). ${unknown}`,
    ],
    [
      { date: '2026-02-31', precision: 'day' },
      received,
      `When the content was seen: 2026-02-31 (only the day is known). ${unknown}`,
    ],
    [
      { date: '1989-12-31', precision: 'day' },
      received,
      `When the content was seen: 1989-12-31 (only the day is known). ${unknown}`,
    ],
    [{ precision: 'unknown' }, received, `When the content was seen is not known. ${unknown}`],
    [undefined, received, `When the content was seen is not known. ${unknown}`],
  ] as const) {
    assert.deepEqual(seen(observedAt), [instant, description]);
  }
});

test('what makes a report urgent', () => {
  const reasons = (report: object) =>
    document(reportSchema.parse({ ...MINIMAL_REPORT, category: 'child_sexual_abuse', ...report }))
      .incidentSummary.escalateToHighPriority;
  assert.equal(reasons({}), undefined);
  assert.equal(reasons({ danger: { immediate: 'unknown', helpShown: true } }), undefined);
  assert.equal(
    reasons({
      danger: { immediate: 'yes', helpShown: true },
      details: { abuseOngoing: 'yes', meetingPlanned: 'yes' },
    }),
    'Somebody is said to be in immediate danger. The abuse is said to be happening now. ' + MEETING,
  );
  assert.equal(
    document(EXAMPLES.suicide_incitement).incidentSummary.escalateToHighPriority,
    'Somebody is said to be in danger of death now',
  );
});

test('annotations say what the answers say', () => {
  const annotations = (report: Report) =>
    Object.keys(document(report).incidentSummary.reportAnnotations ?? {});
  assert.deepEqual(annotations(EXAMPLES.suicide_incitement), ['sadisticOnlineExploitation']);
  assert.deepEqual(annotations(EXAMPLES.sexual_harassment), ['sextortion']);
  assert.deepEqual(annotations(EXAMPLES.procuring), []);
});

test('every place has an element', () => {
  const expected: Record<PlaceId, string> = {
    website: 'webPageIncident',
    social_network: 'webPageIncident',
    messaging: 'chatImIncident',
    forum: 'webPageIncident',
    image_board: 'webPageIncident',
    game: 'onlineGamingIncident',
    live_stream: 'webPageIncident',
    file_host: 'webPageIncident',
    p2p: 'peer2peerIncident',
    tor: 'webPageIncident',
    email: 'emailIncident',
    sms_rcs: 'cellPhoneIncident',
    ai_service: 'chatImIncident',
    mobile_app: 'webPageIncident',
    search_result: 'webPageIncident',
    other: 'webPageIncident',
  };
  for (const place of PLACES) {
    const locations = [{ ...MINIMAL_REPORT.locations[0]!, place }];
    const [details] = document({ ...EXAMPLES.child_sexual_abuse, locations }).internetDetails ?? [];
    assert.deepEqual(Object.keys(details ?? {}), [expected[place]]);
    assert.match(JSON.stringify(details), /forum\/t\/42#post-7/);
  }
});

test('identifiers stand where NCMEC looks for them', () => {
  const long = 'g'.repeat(300);
  const incident = (place: PlaceId, service: string | undefined, identifiers: [string, string][]) => {
    const report = reportSchema.parse({
      ...MINIMAL_REPORT,
      category: 'child_sexual_abuse',
      locations: [
        {
          id: 'L1',
          place,
          ...(service && { service }),
          identifiers: identifiers.map(([type, value]) => ({ type, value })),
        },
      ],
    });
    return document(report).internetDetails?.map((details) => {
      const [fields = {}] = Object.values(details) as Record<string, unknown>[];
      assert.equal(fields['additionalInfo'] === undefined, false);
      return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'additionalInfo'));
    })[0];
  };
  assert.deepEqual(
    incident('email', undefined, [
      ['email_address', 'a@example.org'],
      ['email_address', 'b@example.org'],
    ]),
    { emailAddress: ['a@example.org', 'b@example.org'] },
  );
  assert.deepEqual(incident('sms_rcs', undefined, [['phone_number', '+33 1']]), { phoneNumber: '+33 1' });
  assert.deepEqual(incident('game', 'Game', [['account_handle', 'x']]), { gameName: 'Game' });
  assert.deepEqual(incident('game', undefined, [['game_id', 'g1']]), { gameName: 'g1' });
  assert.deepEqual(
    incident('p2p', 'Client', [
      ['file_name', 'a'],
      ['info_hash', 'b'],
      ['file_name', 'c'],
    ]),
    { client: 'Client', fileNames: 'a\nc' },
  );
  assert.deepEqual(
    incident('messaging', undefined, [
      ['server_name', 's'],
      ['group_id', 'i'],
      ['group_name', long],
    ]),
    { chatRoomName: `${'g'.repeat(254)}…` },
  );
  assert.deepEqual(incident('ai_service', 'Bot', [['server_name', 's']]), {
    chatClient: 'Bot',
    chatRoomName: 's',
  });
  assert.deepEqual(incident('website', undefined, [['other', 's']]), {});
});

test('a location that no element describes is told in words', () => {
  const report = document({
    ...EXAMPLES.child_sexual_abuse,
    locations: [{ id: 'L1', place: 'other', service: 'Fax', identifiers: [{ type: 'other', value: 'x1' }] }],
  });
  assert.equal(report.internetDetails, undefined);
  assert.match(report.additionalInfo, /^Service: Fax\nother: x1$/m);
});

test('the author is the suspect, and the other accounts are told in words', () => {
  const report = document({
    ...EXAMPLES.child_sexual_abuse,
    reportedAccounts: [
      { service: 'Network', handle: 'second', relation: 'buyer_or_client' },
      {
        accountId: '42',
        handle: 'first',
        displayName: 'First',
        profileUrl: { value: 'https://network.example/first', kind: 'http' },
        relation: 'author',
        locationIds: ['L2'],
      },
    ],
  });
  assert.deepEqual(report.personOrUserReported, {
    espIdentifier: '42',
    screenName: 'first',
    displayName: ['First'],
    profileUrl: ['https://network.example/first'],
  });
  assert.match(report.additionalInfo, /^Other account \(buyer or client\), Network, second$/m);
  assert.doesNotMatch(report.additionalInfo, /first/);
  assert.equal(document(EXAMPLES.procuring).personOrUserReported, undefined);
});

test('every example is as NCMEC documents it', () => {
  for (const { id } of CATEGORIES) {
    const mapped = cyberTipline(EXAMPLES[id]);
    if (mapped.document) checkDocumented(readXml(cyberTiplineXml(mapped.document)));
  }
});

test('what NCMEC takes in no field stands in full among the notes', () => {
  const long = `https://files.example/${'a'.repeat(2_100)}`;
  const magnet = 'magnet:?xt=urn:btih:abc';
  const handle = '😀'.repeat(200);
  const report = reportSchema.parse({
    ...MINIMAL_REPORT,
    category: 'child_sexual_abuse',
    locations: [
      { id: 'L1', place: 'file_host', url: { value: long, kind: 'http' } },
      { id: 'L2', place: 'website', url: { value: magnet, kind: 'other' } },
      {
        id: 'L3',
        place: 'email',
        identifiers: [
          { type: 'email_address', value: 'a@example.org' },
          { type: 'email_address', value: 'The name that was shown' },
        ],
      },
      { id: 'L4', place: 'sms_rcs', identifiers: [{ type: 'phone_number', value: '0'.repeat(51) }] },
    ],
    reportedAccounts: [{ service: 'é'.repeat(100), handle, profileUrl: { value: long, kind: 'http' } }],
  });
  const { internetDetails = [], personOrUserReported } = document(report);
  assert.deepEqual(internetDetails, [
    { webPageIncident: { additionalInfo: `Address: ${long}` } },
    { webPageIncident: { additionalInfo: `Address: ${magnet}` } },
    {
      emailIncident: {
        emailAddress: ['a@example.org'],
        additionalInfo: 'email address: a@example.org\nemail address: The name that was shown',
      },
    },
    { cellPhoneIncident: { additionalInfo: `phone number: ${'0'.repeat(51)}` } },
  ]);
  assert.deepEqual(personOrUserReported, {
    personOrUserReportedPerson: { email: ['a@example.org'] },
    espService: 'é'.repeat(100),
    screenName: `${'😀'.repeat(127)}…`,
    additionalInfo: `Account: ${handle}\nProfile: ${long}`,
  });
  checkDocumented(readXml(cyberTiplineXml(document(report))));
});

test('the sender of an e-mail is the person reported, where no account is', () => {
  const locations = [
    {
      id: 'L1',
      place: 'email' as const,
      identifiers: [{ type: 'email_address' as const, value: 'a@example.org' }],
    },
  ];
  const { personOrUserReported } = document(
    reportSchema.parse({ ...MINIMAL_REPORT, category: 'child_sexual_abuse', locations }),
  );
  assert.deepEqual(personOrUserReported, { personOrUserReportedPerson: { email: ['a@example.org'] } });
});

test('that the police know is said, without naming a service', () => {
  const withPolice = (police: 'yes' | 'no') => ({ ...EXAMPLES.procuring, priorReports: { police } });
  assert.deepEqual(document(withPolice('yes')).lawEnforcement, {
    agencyName: 'Not stated by the person who reported',
  });
  assert.ok(cyberTipline(withPolice('yes')).document);
  assert.equal(document(withPolice('no')).lawEnforcement, undefined);
});

test('of the child, only how old they seem', () => {
  const victim = (personsConcerned: Report['personsConcerned']) =>
    document({ ...EXAMPLES.child_sexual_abuse, ...(personsConcerned && { personsConcerned }) }).victim;
  assert.deepEqual(victim({ apparentAge: 'teen', areaHint: 'a town', known: 'self' }), [
    { victimPerson: {}, additionalInfo: 'Apparent age: teen' },
  ]);
  for (const apparentAge of ['adult', 'mixed', 'unknown'] as const)
    assert.deepEqual(victim({ apparentAge }), [{ victimPerson: {} }]);
  const lured = reportSchema.parse({
    ...MINIMAL_REPORT,
    category: 'shocking_content_minors',
    details: { kinds: ['pornography'], aimedAtMinors: 'yes' },
  });
  assert.equal(document(lured).victim, undefined);
});

test('the XML is that of NCMEC, in its order', () => {
  const { incidentSummary, ...rest } = document(EXAMPLES.child_sexual_abuse);
  const xml = cyberTiplineXml({
    ...rest,
    lawEnforcement: { reportedToLe: true, agencyName: 'Police & <co>' },
    incidentSummary,
  });
  assert.ok(
    xml.startsWith(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
        ' xsi:noNamespaceSchemaLocation="https://report.cybertip.org/ispws/xsd">' +
        `<incidentSummary><incidentType>${ENTICEMENT}</incidentType>` +
        `<escalateToHighPriority>${MEETING}. ${BLACKMAIL}</escalateToHighPriority>` +
        '<reportAnnotations><sextortion/><csamSolicitation/></reportAnnotations>' +
        '<incidentDateTime>2026-11-23T20:40:00Z</incidentDateTime>' +
        '<incidentDateTimeDescription>',
    ),
  );
  assert.ok(
    xml.includes(
      '<lawEnforcement><agencyName>Police &amp; &lt;co&gt;</agencyName><reportedToLe>true</reportedToLe></lawEnforcement>' +
        '<reporter><reportingPerson><email>analyst@hotline.example</email></reportingPerson></reporter>' +
        '<personOrUserReported><espService>Telegram</espService><screenName>@example_seller</screenName>' +
        '<groupIdentifier>Example channel</groupIdentifier></personOrUserReported>' +
        '<victim><victimPerson/><additionalInfo>Apparent age: child</additionalInfo></victim><additionalInfo>',
    ),
  );
  assert.deepEqual(namesIn(readXml(xml)), [
    'incidentSummary',
    'internetDetails',
    'internetDetails',
    'lawEnforcement',
    'reporter',
    'personOrUserReported',
    'victim',
    'additionalInfo',
  ]);
});

/** The order of elements within each parent, as NCMEC documents it. */
const ORDER: Record<string, string[]> = {
  incidentSummary: [
    'incidentType',
    'escalateToHighPriority',
    'reportAnnotations',
    'incidentDateTime',
    'incidentDateTimeDescription',
  ],
  reportAnnotations: ['sextortion', 'csamSolicitation', 'sadisticOnlineExploitation'],
  webPageIncident: ['url', 'additionalInfo'],
  emailIncident: ['emailAddress', 'additionalInfo'],
  chatImIncident: ['chatClient', 'chatRoomName', 'additionalInfo'],
  onlineGamingIncident: ['gameName', 'additionalInfo'],
  cellPhoneIncident: ['phoneNumber', 'additionalInfo'],
  peer2peerIncident: ['client', 'fileNames', 'additionalInfo'],
  personOrUserReported: [
    'espIdentifier',
    'espService',
    'screenName',
    'displayName',
    'profileUrl',
    'groupIdentifier',
  ],
};

test('every element of the XML stands in the order of the schema, however the keys come', () => {
  const all = {
    additionalInfo: 'end',
    personOrUserReported: Object.fromEntries(
      ORDER['personOrUserReported']!.toReversed().map((name) => [name, name]),
    ),
    reporter: { reportingPerson: { email: ['a@b.example'] } },
    internetDetails: Object.keys(ORDER)
      .filter((name) => name.endsWith('Incident'))
      .map((incident) => ({
        [incident]: Object.fromEntries(ORDER[incident]!.toReversed().map((name) => [name, name])),
      })),
    incidentSummary: {
      ...Object.fromEntries(ORDER['incidentSummary']!.toReversed().map((name) => [name, name])),
      reportAnnotations: Object.fromEntries(
        ORDER['reportAnnotations']!.toReversed().map((name) => [name, {}]),
      ),
    },
    forAnalyst: ['never written'],
  };
  const xml = cyberTiplineXml(all as unknown as Parameters<typeof cyberTiplineXml>[0]);
  assert.doesNotMatch(xml, /never/);
  const check = (element: XmlElement): void => {
    if (ORDER[element.name]) assert.deepEqual(namesIn(element), ORDER[element.name]);
    if (typeof element.content !== 'string') element.content.forEach(check);
  };
  const root = readXml(xml);
  check(root);
  assert.equal(namesIn(root).filter((name) => name === 'internetDetails').length, 6);
});

const namesIn = ({ content }: XmlElement): string[] =>
  typeof content === 'string' ? [] : content.map(({ name }) => name);

test('what XML cannot hold is replaced, and everything else comes back as it was', () => {
  const text = (description: string) => {
    const xml = cyberTiplineXml({ ...document(EXAMPLES.child_sexual_abuse), additionalInfo: description });
    const root = readXml(xml);
    return typeof root.content === 'string' ? assert.fail() : root.content.at(-1)?.content;
  };
  const kept = '<a href="x">&amp; \'é\' 😀 ]]> \t\r\n\u007f\ufffd</a>';
  assert.equal(text(kept), kept);
  assert.equal(text('a\0b\u0001c\u000bd\u001be\ud800f\udc00g\ufffeh\uffff'), 'a�b�c�d�e�f�g�h�');
});
