// The report to ICCAM: the reports that it accepts, and its fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { PLACES, type PlaceId } from '../../src/core/report/places.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { APPARENT_AGES, PAYMENT_METHODS } from '../../src/core/report/vocabulary.ts';
import { toIccam } from '../../src/receiver/index.ts';
import { MINIMAL_REPORT } from '../core/report-examples.ts';
import { EXAMPLES, filed } from './mapping-examples.ts';

const iccam = (report: Report) => toIccam(filed(reportSchema.parse(report)));

const document = (report: Report) => {
  const mapped = iccam(report);
  assert.ok(mapped.document);
  return mapped.document;
};

type Location = Report['locations'][number];

const withLocation = (location: Partial<Location>) =>
  document({ ...EXAMPLES.child_sexual_abuse, locations: [{ ...MINIMAL_REPORT.locations[0]!, ...location }] });

test('a full report', () => {
  assert.deepEqual(iccam(EXAMPLES.child_sexual_abuse), {
    document: {
      hotlineReference: '7K4M-2QXD',
      hotlineReceivedDate: '2026-11-24T13:53:00Z',
      memo: [
        'Nature: messages to a minor, sale or exchange',
        'Reported facts: blackmail, an adult asks a minor for pictures or acts, a meeting with the minor is planned',
        'Description: Le message annonce un dossier et donne un lien et un mot de passe.',
        'L1, messaging',
        'Service: Telegram',
        'group name: Example channel',
        'message id: 1234',
        'Seen: 2026-11-23 21:40 Europe/Paris (to the hour)',
        'Still online when reported: yes',
        'Access needs: account, payment',
        'Paid: crypto',
        'L2, file host',
        'Service: Example file host',
        'Address: https://files.example/f/abc#key',
        'Access needs: password',
        'Published password: published-with-the-link',
      ].join('\n'),
      urls: [
        {
          urlString: 'https://t.me/example_channel/1234',
          isSourceUrl: true,
          contentType: { id: 2, name: 'Website' },
        },
        {
          urlString: 'https://files.example/f/abc#key',
          isSourceUrl: false,
          contentType: { id: 2, name: 'Website' },
        },
      ],
      sourceUrlReferrer: 'https://forum.example/thread/9',
      sourceUrlSiteType: { id: 24, name: 'Not Applicable' },
      sourceUrlCommerciality: { id: 2, name: 'Commercial' },
      sourceUrlPaymentMethods: [{ id: 13, name: 'Bitcoin' }],
      ageHint: { id: 3, name: 'Pre-pubescent' },
    },
    forAnalyst: [
      'reportingAnalystName',
      'memo',
      'sourceUrlSiteType',
      'urls[].assessment',
      'urls[].hostingCountryCode',
      'urls[1].urlString',
    ],
  });
});

test('only what may show sexual abuse of a minor is taken', () => {
  const outcome = (category: CategoryId, minor: 'yes' | 'no', type: 'image' | 'text') => {
    const report = { ...MINIMAL_REPORT, category, content: { types: [type] }, personsConcerned: { minor } };
    const mapped = iccam(reportSchema.parse(report));
    return mapped.document ? 'taken' : mapped.reason;
  };
  const ofAMinor = { taken: 'taken', withoutPictures: 'no_images', ofAdults: 'no_minor' };
  const never = { taken: 'category', withoutPictures: 'category', ofAdults: 'category' };
  const always = { taken: 'taken', withoutPictures: 'taken', ofAdults: 'taken' };
  const expected: Record<CategoryId, typeof never> = {
    child_sexual_abuse: always,
    terrorism_bomb_making: never,
    hate_violence_discrimination: never,
    crimes_against_humanity: never,
    shocking_content_minors: never,
    procuring: ofAMinor,
    suicide_incitement: never,
    sexual_harassment: ofAMinor,
    unsure: ofAMinor,
  };
  for (const { id } of CATEGORIES) {
    assert.deepEqual(
      {
        taken: outcome(id, 'yes', 'image'),
        withoutPictures: outcome(id, 'yes', 'text'),
        ofAdults: outcome(id, 'no', 'image'),
      },
      expected[id],
      id,
    );
  }
});

test('what says that a minor is concerned', () => {
  const outcome = (more: object) => {
    const mapped = iccam(
      reportSchema.parse({
        ...MINIMAL_REPORT,
        content: { types: ['video'] },
        category: 'sexual_harassment',
        ...more,
      }),
    );
    return mapped.document !== undefined;
  };
  const reporter = (role: string, ageBand: string) => ({ ...MINIMAL_REPORT.reporter, role, ageBand });
  for (const more of [
    { personsConcerned: { apparentAge: 'infant' } },
    { personsConcerned: { apparentAge: 'child' } },
    { personsConcerned: { apparentAge: 'teen' } },
    { details: { targetIsMinor: 'yes' } },
    { category: 'procuring', details: { minorSuspected: 'yes' } },
    { reporter: reporter('victim', '15_17') },
    { reporter: reporter('victim', '13_14') },
    { reporter: reporter('prefer_not_to_say', 'under_13'), details: { target: 'me' } },
    { reporter: reporter('prefer_not_to_say', 'under_13'), personsConcerned: { known: 'self' } },
  ])
    assert.ok(outcome(more), JSON.stringify(more));
  for (const more of [
    {},
    { personsConcerned: { minor: 'unknown', apparentAge: 'mixed' } },
    { details: { targetIsMinor: 'no' } },
    { reporter: reporter('witness', '15_17') },
    { reporter: reporter('victim', 'adult') },
  ])
    assert.ok(!outcome(more), JSON.stringify(more));
});

test('what says that there are pictures', () => {
  const outcome = (more: object) => {
    const mapped = iccam(
      reportSchema.parse({
        ...MINIMAL_REPORT,
        category: 'sexual_harassment',
        personsConcerned: { minor: 'yes' },
        ...more,
      }),
    );
    return mapped.document !== undefined;
  };
  for (const type of ['image', 'video', 'live_video', 'drawing'])
    assert.ok(outcome({ content: { types: [type] } }));
  for (const kind of ['intimate_image_shared', 'sexual_deepfake'])
    assert.ok(outcome({ details: { kinds: [kind] } }), kind);
  assert.ok(!outcome({ details: { kinds: ['unwanted_sexual_images'] }, content: { types: ['text'] } }));
});

test('a report without an address is not for ICCAM; the first with one is the source', () => {
  const unaddressed: Location = {
    id: 'L1',
    place: 'messaging',
    identifiers: [{ type: 'group_name', value: 'Group' }],
  };
  const report: Report = { ...EXAMPLES.child_sexual_abuse, locations: [unaddressed] };
  assert.deepEqual(iccam(report), { document: undefined, reason: 'no_address' });
  const addressed = EXAMPLES.child_sexual_abuse.locations[1]!;
  const mapped = document({ ...report, locations: [unaddressed, addressed] });
  assert.deepEqual(
    mapped.urls.map(({ urlString, isSourceUrl }) => [urlString, isSourceUrl]),
    [['https://files.example/f/abc#key', true]],
  );
  assert.equal(mapped.sourceUrlPassword, 'published-with-the-link');
  assert.ok(!mapped.memo.includes('published-with-the-link'));
  assert.match(mapped.memo, /L1, messaging\ngroup name: Group/);
});

test('credentials go on only if they were published', () => {
  const access = { username: 'open', password: 'sesame' };
  const published = withLocation({ access: { ...access, credentialsPublished: true } });
  assert.deepEqual([published.sourceUrlUsername, published.sourceUrlPassword], ['open', 'sesame']);
  // These values bypass the schema, which refuses them.
  const kept = toIccam(
    filed({
      ...EXAMPLES.child_sexual_abuse,
      locations: [{ ...EXAMPLES.child_sexual_abuse.locations[0]!, access }],
    }),
  );
  assert.doesNotMatch(JSON.stringify(kept), /open|sesame/);
});

test('every place has a site type', () => {
  const expected: Record<PlaceId, [number, string]> = {
    website: [2, 'Website'],
    social_network: [9, 'Social Networking'],
    messaging: [24, 'Not Applicable'],
    forum: [6, 'Forum'],
    image_board: [5, 'Image board'],
    game: [24, 'Not Applicable'],
    live_stream: [9, 'Social Networking'],
    file_host: [3, 'File host'],
    p2p: [24, 'Not Applicable'],
    tor: [2, 'Website'],
    email: [24, 'Not Applicable'],
    sms_rcs: [24, 'Not Applicable'],
    ai_service: [24, 'Not Applicable'],
    mobile_app: [24, 'Not Applicable'],
    search_result: [18, 'Search provider'],
    other: [2, 'Not Determined'],
  };
  for (const place of PLACES) {
    const { id, name } = withLocation({ place }).sourceUrlSiteType;
    assert.deepEqual([id, name], expected[place], place);
  }
});

test('commerciality and payment methods', () => {
  const expected = {
    card: [8, 'Other'],
    paypal: [5, 'Paypal'],
    bank_transfer: [8, 'Other'],
    crypto: [13, 'Bitcoin'],
    gift_card: [8, 'Other'],
    mobile_or_sms: [10, 'SMS'],
    other: [8, 'Other'],
    unknown: [1, 'Not Determined'],
  } as const satisfies Record<(typeof PAYMENT_METHODS)[number], [number, string]>;
  for (const method of PAYMENT_METHODS) {
    const { sourceUrlPaymentMethods } = withLocation({ access: { paid: 'yes', paymentMethods: [method] } });
    const [id, name] = expected[method];
    assert.deepEqual(sourceUrlPaymentMethods, [{ id, name }]);
  }
  assert.equal(
    withLocation({ access: { paymentMethods: ['card', 'other'] } }).sourceUrlPaymentMethods.length,
    1,
  );
  assert.deepEqual(withLocation({}).sourceUrlPaymentMethods, [{ id: 1, name: 'Not Determined' }]);
  const commerciality = (paid?: 'yes' | 'no' | 'unknown') =>
    withLocation(paid ? { access: { paid } } : {}).sourceUrlCommerciality;
  assert.deepEqual(commerciality('yes'), { id: 2, name: 'Commercial' });
  assert.deepEqual(commerciality('no'), { id: 3, name: 'Non-Commercial' });
  assert.deepEqual(commerciality('unknown'), { id: 1, name: 'Not Determined' });
  assert.deepEqual(commerciality(), { id: 1, name: 'Not Determined' });
});

test('the age is a hint, and only that of a child', () => {
  const expected = {
    infant: { id: 2, name: 'Infant' },
    child: { id: 3, name: 'Pre-pubescent' },
    teen: { id: 4, name: 'Pubescent' },
    adult: undefined,
    mixed: undefined,
    unknown: undefined,
  };
  for (const apparentAge of APPARENT_AGES) {
    const { ageHint } = document({ ...EXAMPLES.child_sexual_abuse, personsConcerned: { apparentAge } });
    assert.deepEqual(ageHint, expected[apparentAge]);
  }
});

test('an address is that of a page, or of the picture itself', () => {
  for (const [address, name] of [
    ['https://a.example/pictures/1.JPG', 'Media'],
    ['https://a.example/v.mp4?t=1', 'Media'],
    ['https://a.example/v.mp4/comments', 'Website'],
    ['https://a.example/page?file=/1.jpg', 'Website'],
    ['https://picture.png', 'Website'],
    ['https://a.example/.png', 'Website'],
  ] as const) {
    const { urls } = withLocation({ url: { value: address, kind: 'http' } });
    assert.equal(urls[0]?.contentType.name, name, address);
  }
});

test('what looks made with AI is said in the memo', () => {
  const { memo } = document({ ...EXAMPLES.child_sexual_abuse, content: { aiGenerated: 'yes' } });
  assert.match(memo, /^Looks made with AI$/m);
  assert.doesNotMatch(document(EXAMPLES.child_sexual_abuse).memo, /AI/);
});
