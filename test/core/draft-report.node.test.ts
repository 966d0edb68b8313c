// The report of a draft, for answers that the report transforms. questions.node.test.ts covers those it copies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceNamed } from '../../src/core/address/named-services.ts';
import { serviceInPlaceOfLink } from '../../src/core/draft/addresses.ts';
import { threatened } from '../../src/core/draft/threatened.ts';
import type { Answers, DraftSettings, Role } from '../../src/core/draft/types.ts';
import { reportOf, type ReportContext } from '../../src/core/draft/to-report.ts';
import { keepApplicable } from '../../src/core/draft/given-answers.ts';
import { alarmsOf } from '../../src/core/draft/given-answers.ts';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { advance, revise } from '../../src/core/draft/moves.ts';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import { PLACES } from '../../src/core/report/places.ts';
import type { Report } from '../../src/core/report/report.ts';
import { IDENTIFIER_TYPES } from '../../src/core/report/vocabulary.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { priorityOf } from '../../src/receiver/intake/priority.ts';
import { context, draftWith, reportWith, walk } from './draft-given.ts';

type Questions = Answers['questions'];
const locationWith = (answers: Partial<Answers>): Report['locations'][number] | undefined =>
  reportWith({ where: 'elsewhere', ...answers }).locations[0];

test('what was seen when is told in the calendar of the reporter', () => {
  const observed = (seenOn: string, its: Partial<ReportContext> = {}): unknown =>
    reportOf(walk(draftWith({ category: 'unsure', where: 'here', questions: { seenOn } })), {
      ...context,
      ...its,
    }).locations[0]?.observedAt;
  assert.deepEqual(observed('today'), { date: '2026-11-24', precision: 'day' });
  assert.deepEqual(observed('yesterday'), { date: '2026-11-23', precision: 'day' });
  assert.deepEqual(observed('this_month'), { date: '2026-11-01', precision: 'month' });
  assert.deepEqual(observed('before'), { precision: 'unknown' });
  assert.equal(observed('unknown'), undefined);
  // Half past midnight in Paris on the first of the month is still the month before in UTC, and in New York.
  const now = Date.UTC(2026, 11, 31, 23, 30);
  assert.deepEqual(observed('today', { now }), { date: '2027-01-01', precision: 'day' });
  assert.deepEqual(observed('yesterday', { now }), { date: '2026-12-31', precision: 'day' });
  assert.deepEqual(observed('this_month', { now }), { date: '2027-01-01', precision: 'month' });
  assert.deepEqual(observed('this_month', { now, timeZoneOffset: 300 }), {
    date: '2026-12-01',
    precision: 'month',
  });
  // The first moment of a day belongs to it, and so does its last one.
  const midnight = Date.UTC(2026, 10, 24, 5);
  for (const [moment, today, yesterday] of [
    [midnight, '2026-11-24', '2026-11-23'],
    [midnight - 1, '2026-11-23', '2026-11-22'],
  ] as const) {
    const its = { now: moment, timeZoneOffset: 300 };
    assert.deepEqual(observed('today', its), { date: today, precision: 'day' });
    assert.deepEqual(observed('yesterday', its), { date: yesterday, precision: 'day' });
  }
});

test('a password is sent only where it was published', () => {
  const access = (questions: Questions): unknown =>
    locationWith({ addresses: ['https://a.example/x'], questions })?.access;
  const needs = ['password'];
  assert.deepEqual(access({ needs, password: ' sésame\0 ' }), { needs });
  for (const passwordPublished of ['no', 'unknown'])
    assert.deepEqual(access({ needs, password: 'sésame', passwordPublished }), { needs });
  assert.deepEqual(access({ needs, password: ' sésame\0 ', passwordPublished: 'yes' }), {
    needs,
    password: 'sésame\ufffd',
    credentialsPublished: true,
  });
  assert.deepEqual(access({ needs, passwordPublished: 'yes' }), { needs });
  // The place no longer needs a password.
  assert.deepEqual(access({ needs: ['account'], password: 'sésame', passwordPublished: 'yes' }), {
    needs: ['account'],
  });
});

test('an account that step 2 says is needed is one more need, and « rien » none', () => {
  const needs = (given: string[], login = true): unknown =>
    locationWith({ addresses: ['https://a.example/x'], login, questions: { needs: given } })?.access?.needs;
  assert.deepEqual(needs([]), ['account']);
  assert.deepEqual(needs(['payment', 'account']), ['account', 'payment']);
  assert.deepEqual(needs(['nothing']), ['account']);
  assert.deepEqual(needs(['unknown', 'payment'], false), ['payment']);
  assert.deepEqual(needs(['unknown'], false), ['unknown']);
  assert.deepEqual(needs(['nothing', 'unknown'], false), ['nothing']);
  assert.deepEqual(needs(['nothing'], false), ['nothing']);
  assert.equal(needs([], false), undefined);
  const most = ['account', 'invitation', 'password', 'payment', 'age_check', 'special_app'];
  assert.deepEqual(needs(most), most);
});

test('user name and password of an address are sent only where they were said to be published', () => {
  const access = (credentials?: Answers['credentials']): unknown =>
    locationWith({ addresses: ['https://nom:secret@a.example/x'], ...(credentials && { credentials }) });
  const published = access('published') as Report['locations'][number];
  assert.deepEqual(published.access, { username: 'nom', password: 'secret', credentialsPublished: true });
  for (const given of [access(), access('own')]) assert.doesNotMatch(JSON.stringify(given), /secret|nom/);
  // The answer about another password does not replace it.
  const both = locationWith({
    addresses: ['https://nom:secret@a.example/x', 'https://a.example/y'],
    credentials: 'published',
    login: true,
    questions: { needs: ['password'], password: 'sésame', passwordPublished: 'yes' },
  });
  assert.deepEqual(both?.access, {
    needs: ['account', 'password'],
    username: 'nom',
    password: 'secret',
    credentialsPublished: true,
  });
  // Identifiers go to platforms in notices, and passwords do not.
  assert.equal(both?.identifiers, undefined);
  assert.equal(published.url?.value, 'https://a.example/x');
});

test('how it was found is said with the page, and not over the page that an image search named', () => {
  const found = (address: string, foundAt: string): Report['locations'][number] | undefined =>
    locationWith({ addresses: [address], questions: { foundVia: 'link', foundAt } });
  const page = found('https://a.example/x', 'forum.example/fil?utm_source=y')?.foundVia;
  assert.equal(page?.how, 'link');
  assert.equal(page?.url?.value, 'https://forum.example/fil');
  assert.deepEqual(found('https://a.example/x', '')?.foundVia, { how: 'link' });
  const named = found('https://a.example/x', 'un forum de cuisine');
  assert.deepEqual(named?.foundVia, { how: 'link' });
  assert.deepEqual(named?.identifiers, [{ type: 'other', value: 'un forum de cuisine' }]);
  // What was seen as a name finds nothing anew, and « je ne sais pas » is found nowhere.
  assert.deepEqual(found('un forum de cuisine', 'un forum de cuisine')?.identifiers, [
    { type: 'other', value: 'un forum de cuisine' },
  ]);
  const unknown = locationWith({
    addresses: ['https://a.example/x'],
    questions: { foundVia: 'unknown', foundAt: 'https://b.example/' },
  });
  assert.deepEqual(unknown?.foundVia, { how: 'unknown' });
  const search =
    'https://www.google.com/imgres?imgurl=https%3A%2F%2Fa.example%2F1.jpg&imgrefurl=https%3A%2F%2Fb.example%2Fp';
  const both = found(search, 'https://c.example/');
  assert.equal(both?.foundVia?.url?.value, 'https://b.example/p');
  assert.deepEqual(both?.identifiers, [{ type: 'other', value: 'https://c.example/' }]);
});

test('a story in place of an address is sent whole, from one identifier to the next', () => {
  const storyOf = (length: number): string =>
    Array.from({ length }, (_, n) => `mot${n}`)
      .join(' ')
      .slice(0, length)
      .trim();
  for (const length of [512, 513, 1_300, 2_048]) {
    const story = storyOf(length);
    const beside = { addresses: ['https://a.example/x'], questions: { foundVia: 'link', foundAt: story } };
    for (const answers of [{ addresses: [story] }, beside]) {
      const values = locationWith(answers)?.identifiers?.map(({ value }) => value) ?? [];
      assert.equal(values.join(' '), story);
      assert.ok(values.every((value) => value.length <= 512));
      assert.ok(values.length <= Math.ceil(length / 500), `${values.length}`);
    }
  }
  // What has no blank is cut where it must be, and counted in code points.
  const name = `@${Array.from({ length: 300 }, (_, n) => `${n}🙂`).join('')}`;
  const found = locationWith({ addresses: [name] })?.identifiers ?? [];
  assert.equal(found.map(({ value }) => value).join(''), name);
  assert.deepEqual(
    found.map(({ type, value }) => `${type} ${[...value].length}`),
    ['account_handle 512', 'other 512', 'other 67'],
  );
});

test('accounts are names, or the addresses of their pages', () => {
  const accounts = (text: string): Report['reportedAccounts'] =>
    reportWith({ questions: { accounts: text } }).reportedAccounts;
  const found = accounts('@pseudo\n\n jean.dupont \n@pseudo\nhttps://x.com/pseudo?s=20&t=abc');
  assert.deepEqual(found?.slice(0, 2), [{ handle: '@pseudo' }, { handle: 'jean.dupont' }]);
  assert.equal(found?.[2]?.profileUrl?.value, 'https://x.com/pseudo');
  assert.equal(found?.length, 3);
  assert.equal(accounts(' \n '), undefined);
  assert.deepEqual(accounts('@pseudo\n  \n @pseudo \nPaul'), [{ handle: '@pseudo' }, { handle: 'Paul' }]);
  // With a colon or a slash, but no address.
  assert.deepEqual(accounts('Paul / Pierre\nnom : Paul'), [
    { handle: 'Paul / Pierre' },
    { handle: 'nom : Paul' },
  ]);
});

test('to whom it was reported: only those named are a yes, and nobody is a no to each', () => {
  const prior = (...priorReports: string[]): unknown =>
    reportWith({ questions: { priorReports } }).priorReports;
  assert.deepEqual(prior('police', 'platform'), { platform: 'yes', police: 'yes' });
  assert.deepEqual(prior('otherHotline'), { otherHotline: 'yes' });
  assert.deepEqual(prior('nobody'), { platform: 'no', police: 'no', otherHotline: 'no' });
  assert.deepEqual(prior('nobody', 'police'), { police: 'yes' });
  assert.equal(prior('unknown'), undefined);
});

test('a minor is concerned where an answer says so', () => {
  const minor = (category: Answers['category'] & string, questions: Questions): unknown =>
    reportWith({ category, questions }).personsConcerned?.minor;
  const csam = 'child_sexual_abuse';
  assert.equal(minor(csam, {}), undefined);
  assert.equal(minor(csam, { kinds: ['photo_or_video'] }), 'yes');
  assert.equal(minor(csam, { kinds: ['photo_or_video'], apparentAge: 'adult' }), undefined);
  for (const kind of ['manual_or_text', 'other', 'unknown', 'blackmail'])
    assert.equal(minor(csam, { kinds: [kind] }), undefined);
  assert.equal(minor(csam, { kinds: ['manual_or_text', 'photo_or_video'] }), 'yes');
  for (const said of ['yes', 'no']) {
    assert.equal(minor('procuring', { minorSuspected: said }), said);
    assert.equal(minor('sexual_harassment', { targetIsMinor: said }), said);
    assert.equal(minor('suicide_incitement', { kinds: ['pushing_a_person'], targetIsMinor: said }), said);
  }
  assert.equal(minor('procuring', { minorSuspected: 'unknown' }), undefined);
});

/** Categories in which threats of death are reported. */
const ASK_FEAR = ['hate_violence_discrimination', 'sexual_harassment', 'unsure'] as const;

test('danger is a yes where an answer implies it, and a no only where nobody is at risk', () => {
  const cases: readonly (readonly [Answers['category'] & string, Questions, string])[] = [
    ['child_sexual_abuse', { kinds: ['live_stream'], abuseOngoing: 'yes' }, 'yes'],
    ['child_sexual_abuse', { kinds: ['messages_to_a_minor'], meetingPlanned: 'yes' }, 'yes'],
    ['child_sexual_abuse', { kinds: ['live_stream'], abuseOngoing: 'no' }, 'unknown'],
    // The form no longer asks this question.
    ['child_sexual_abuse', { kinds: ['link_list'], abuseOngoing: 'yes' }, 'unknown'],
    ['terrorism_bomb_making', { kinds: ['threat'], specificThreat: 'yes' }, 'yes'],
    ['procuring', { constraintSigns: 'yes' }, 'yes'],
    ['suicide_incitement', { personAtRiskNow: 'yes' }, 'yes'],
    ['suicide_incitement', { personAtRiskNow: 'no' }, 'no'],
    ['suicide_incitement', { personAtRiskNow: 'unknown' }, 'unknown'],
    ['sexual_harassment', { kinds: ['threat'], blackmail: 'yes' }, 'unknown'],
    ...ASK_FEAR.flatMap((category): typeof cases => [
      [category, { fearNow: 'yes' }, 'yes'],
      // No fear is no answer about danger.
      [category, { fearNow: 'no' }, 'unknown'],
      [category, { fearNow: 'unknown' }, 'unknown'],
    ]),
  ];
  for (const [category, questions, immediate] of cases) {
    const note = `${category} ${JSON.stringify(questions)}`;
    assert.equal(reportWith({ category, questions }).danger.immediate, immediate, note);
    assert.equal(alarmsOf(draftWith({ category, questions })).danger, immediate === 'yes', note);
  }
});

test('fear for one’s life makes a report urgent, whatever the kinds, and is told as it was answered', () => {
  for (const category of ASK_FEAR)
    for (const [fearNow, priority] of [
      ['yes', 'urgent'],
      ['no', 'normal'],
      ['unknown', 'normal'],
    ] as const) {
      const report = reportWith({ category, questions: { fearNow } });
      assert.deepEqual([report.details, priorityOf(report)], [{ fearNow }, priority], category);
    }
});

test('blackmail is an alarm of its own', () => {
  const alarms = (questions: Questions): unknown =>
    alarmsOf(draftWith({ category: 'sexual_harassment', questions }));
  assert.deepEqual(alarms({ kinds: ['threat'], blackmail: 'yes' }), { danger: false, blackmail: true });
  assert.deepEqual(alarms({ blackmail: 'yes' }), { danger: false, blackmail: false });
});

test('whoever is targeted has said who is, unless another answer says else', () => {
  const target = (answers: Partial<Answers>): unknown =>
    (reportWith({ category: 'sexual_harassment', role: 'target', ...answers }).details as { target?: string })
      ?.target;
  assert.equal(target({}), 'me');
  assert.equal(target({ questions: { target: 'group' } }), 'group');
  assert.equal(target({ role: 'witness' }), undefined);
  const other = reportWith({ category: 'procuring', role: 'target' });
  assert.equal(other.details, undefined);
});

test('every role has a name in the report, those of professionals on one page', () => {
  const roleOf = (role: Role): string =>
    reportWith({ category: 'terrorism_bomb_making', role }, { flow: 'page' }).reporter.role;
  assert.equal(roleOf('witness'), 'witness');
  assert.equal(roleOf('child_protection'), 'child_protection_professional');
  assert.equal(roleOf('professional'), 'other_professional');
});

for (const place of PLACES) {
  test(`${place}: what is written about a place without an address arrives`, () => {
    const identifiers = PLACE_FIELDS[place];
    const typed = Object.fromEntries(identifiers.map((type, index) => [type, `abc${index}`]));
    const all = reportWith({
      where: 'none',
      placeKind: place,
      service: 'Exemple',
      identifiers: { ...typed, crypto_address: 'of another kind of place' },
      place: 'un salon',
    }).locations[0];
    assert.equal(all?.place, place);
    assert.equal(all?.service, 'Exemple');
    assert.deepEqual(
      all?.identifiers?.map(({ type }) => type),
      [...identifiers, 'other'],
    );
    assert.equal(all?.identifiers?.at(-1)?.value, 'un salon');
    for (const type of identifiers) {
      const one = reportWith({ where: 'none', placeKind: place, identifiers: { [type]: 'abc' } })
        .locations[0];
      assert.deepEqual(
        one?.identifiers?.map((identifier) => identifier.type),
        [type],
      );
    }
  });
}

test('a place without an address needs one thing that finds it: words, a name, or the service', () => {
  const errors = (answers: Partial<Answers>): unknown =>
    errorsOf(draftWith({ where: 'none', ...answers }), 'where');
  const missing = [{ field: 'service', code: 'place' }];
  assert.deepEqual(errors({}), missing);
  assert.deepEqual(errors({ placeKind: 'game' }), missing);
  assert.deepEqual(errors({ placeKind: 'game', identifiers: { account_handle: ' ' }, place: '\n' }), missing);
  // Identifiers for another kind of place, which the screen does not show.
  assert.deepEqual(errors({ placeKind: 'p2p', identifiers: { account_handle: '@x' } }), missing);
  for (const enough of [{ place: 'x' }, { service: 'x' }, { identifiers: { account_handle: '@x' } }])
    assert.deepEqual(errors({ placeKind: 'game', ...enough }), []);
  const [named] = reportWith({
    where: 'none',
    placeKind: 'game',
    service: 'Exemple',
    identifiers: { account_handle: '@x' },
  }).locations;
  assert.deepEqual(named?.identifiers, [{ type: 'account_handle', value: '@x' }]);
  const [game] = reportWith({ where: 'none', placeKind: 'game', service: 'Exemple' }).locations;
  assert.deepEqual(game, {
    id: 'L1',
    place: 'game',
    service: 'Exemple',
    identifiers: [{ type: 'other', value: 'Exemple' }],
  });
});

test('a place is described by what was written in its fields, each once, and by words beside them', () => {
  const found = (answers: Partial<Answers>): unknown =>
    reportWith({ where: 'none', placeKind: 'live_stream', ...answers }).locations[0]?.identifiers;
  const both = { account_handle: 'abc', stream_id: 'abc' };
  assert.deepEqual(found({ identifiers: both }), [
    { type: 'account_handle', value: 'abc' },
    { type: 'stream_id', value: 'abc' },
  ]);
  assert.deepEqual(found({ identifiers: { stream_id: ' ' }, place: ' abc ', service: 'Exemple' }), [
    { type: 'other', value: 'abc' },
  ]);
  // Without a kind, nothing but the service and the words is asked.
  const unknown = reportWith({ where: 'none', service: 'Exemple', identifiers: both, place: 'un salon' });
  assert.deepEqual(unknown.locations, [
    {
      id: 'L1',
      place: 'other',
      service: 'Exemple',
      identifiers: [{ type: 'other', value: 'un salon' }],
    },
  ]);
});

/** What the form asks for in each place without an address, beside words: the service, and identifiers. */
const ASKED_IN: Readonly<Record<(typeof PLACES)[number], string>> = {
  website: 'service',
  social_network: 'service account_handle profile_url post_id',
  messaging: 'service group_name account_handle invite_link',
  forum: 'service account_handle post_id',
  image_board: 'service post_id',
  game: 'service account_handle server_name',
  live_stream: 'service account_handle stream_id',
  file_host: 'service file_name',
  p2p: 'service info_hash file_name',
  tor: 'service',
  email: 'service email_address',
  sms_rcs: 'service phone_number display_name',
  ai_service: 'service ai_character',
  mobile_app: 'service app_id',
  search_result: 'service',
  other: 'service',
};

test('an analyst gets what finds content in each place', () => {
  for (const place of PLACES) {
    const all = Object.fromEntries(IDENTIFIER_TYPES.map((type, n) => [type, `abc${n}`]));
    const [location] = reportWith({
      where: 'none',
      placeKind: place,
      service: 'x',
      identifiers: all,
      place: 'y',
    }).locations;
    const types = location?.identifiers?.map(({ type }) => type).filter((type) => type !== 'other') ?? [];
    assert.equal([...(location?.service ? ['service'] : []), ...types].join(' '), ASKED_IN[place], place);
  }
});

/** With the services by name, once their part has loaded. */
const known = { serviceNamed };

test('a known service says where the content is, and which fields find it there', () => {
  const found = (answers: Partial<Answers>, its: Partial<DraftSettings> = known): unknown =>
    reportWith({ where: 'none', ...answers }, its).locations[0];
  const identifiers = { account_handle: '@mechant', phone_number: '06 12 34 56 78', post_id: '1' };
  assert.deepEqual(found({ service: ' snap ', identifiers }), {
    id: 'L1',
    place: 'social_network',
    service: 'snap',
    identifiers: [{ type: 'account_handle', value: '@mechant' }],
  });
  assert.deepEqual(found({ service: 'watsapp', identifiers, place: 'un groupe' }), {
    id: 'L1',
    place: 'messaging',
    service: 'watsapp',
    identifiers: [
      { type: 'phone_number', value: '06 12 34 56 78' },
      { type: 'other', value: 'un groupe' },
    ],
  });
  // Before the part has come, and for a name that nobody knows, as without it.
  for (const [service, its] of [
    ['snap', {}],
    ['Exemple', known],
  ] as const)
    assert.deepEqual(found({ service, identifiers }, its), {
      id: 'L1',
      place: 'other',
      service,
      identifiers: [{ type: 'other', value: service }],
    });
});

test('a kind that was chosen stands, whenever the services come: nothing typed goes from the report', () => {
  const answers: Partial<Answers> = {
    where: 'none',
    service: 'Discord',
    placeKind: 'messaging',
    identifiers: { group_name: 'un groupe', invite_link: 'https://discord.gg/abc' },
  };
  assert.deepEqual(reportWith(answers, known).locations, reportWith(answers).locations);
  assert.equal(reportWith(answers, known).locations[0]?.identifiers?.length, 2);
});

test('a known service says the place of a name that stands in place of a link', () => {
  const place = (text: string, service: string, its: Partial<DraftSettings> = known): unknown =>
    reportWith({ where: 'elsewhere', addresses: [text], service }, its).locations[0]?.place;
  assert.equal(place('@pseudo', 'insta'), 'social_network');
  assert.equal(place('+33 6 12 34 56 78', 'Whats App'), 'messaging');
  assert.equal(place('@pseudo', 'insta', {}), 'other');
  assert.equal(place('@pseudo', 'Exemple'), 'other');
  // A name that is of one kind by its form stays what it is.
  assert.equal(place('nom@exemple.fr', 'insta'), 'email');
  assert.equal(place('https://a.example/x', 'insta'), 'website');
});

test('the name of a service in place of a link leads to the fields of that service, once, and loses nothing', () => {
  const asked = (answers: Partial<Answers>, its: Partial<DraftSettings> = known): unknown =>
    serviceInPlaceOfLink(draftWith({ where: 'elsewhere', ...answers }, its));
  const moved = { where: 'none', service: 'Facebook', remarked: ['Facebook'] };
  assert.deepEqual(asked({ addresses: ['Facebook'] }), moved);
  assert.deepEqual(asked({ addresses: ['', ' Facebook ', ' '] }), moved);
  assert.deepEqual(asked({ addresses: ['Facebook'], service: 'Facebook' }), moved);
  for (const answers of [
    { addresses: ['Facebook', 'https://a.example/x'] },
    { addresses: ['Facebook', 'snap'] },
    { addresses: ['Facebook de mon ex'] },
    { addresses: ['facebook.com'] },
    { addresses: ['https://www.facebook.com/exemple'] },
    { addresses: ['@facebook'] },
    { addresses: [''] },
    // Another service was named before: it is not lost.
    { addresses: ['Facebook'], service: 'insta' },
    // The reporter came back to it.
    { addresses: ['Facebook'], remarked: ['Facebook'] },
    { where: 'here' as const, page: 'https://a.example/', addresses: ['Facebook'] },
  ])
    assert.equal(asked(answers), undefined, JSON.stringify(answers));
  assert.equal(asked({ addresses: ['Facebook'] }, {}), undefined);
});

test('a blackmailed boy’s report says where and who, and is urgent', () => {
  const boy = reportWith(
    {
      ...threatened(draftWith({ questions: { underAge: 'yes' } }, known)),
      where: 'none',
      service: 'snap',
      identifiers: { account_handle: 'mechant_123' },
    },
    known,
  );
  assert.equal(boy.category, 'sexual_harassment');
  const [{ place, service, identifiers } = {}] = boy.locations as Partial<Report['locations'][number]>[];
  assert.deepEqual([place, service], ['social_network', 'snap']);
  assert.deepEqual(identifiers, [{ type: 'account_handle', value: 'mechant_123' }]);
  assert.equal(priorityOf(boy), 'urgent');
});

test('the service goes with a name, not with an address', () => {
  const locations = reportWith({
    where: 'elsewhere',
    addresses: ['@pseudo', 'https://a.example/x'],
    service: 'Exemple',
  }).locations;
  assert.equal(locations[0]?.service, 'Exemple');
  assert.deepEqual(locations[0]?.identifiers, [{ type: 'account_handle', value: '@pseudo' }]);
  assert.equal(locations[1]?.service, undefined);
});

test('each line of a field stands for itself: a name beside addresses, several addresses, and blank ones', () => {
  const addresses = ['https://a.example/1\n@pseudo\r\n\n voir https://b.example/2 et https://b.example/3 \n'];
  const { locations } = reportWith({ where: 'elsewhere', addresses });
  assert.deepEqual(
    locations.map(({ url, identifiers }) => url?.value ?? identifiers?.[0]?.value),
    ['https://a.example/1', '@pseudo', 'https://b.example/2', 'https://b.example/3'],
  );
  const split = ['split_from_list'];
  assert.deepEqual(
    locations.map(({ url }) => url?.changes),
    [undefined, undefined, split, split],
  );
});

test('addresses that stood in one field say so', () => {
  const addresses = ['https://a.example/1 https://a.example/2', 'https://a.example/3'];
  const changes = reportWith({ where: 'elsewhere', addresses }).locations.map(({ url }) => url?.changes);
  assert.deepEqual(changes, [['split_from_list'], ['split_from_list'], undefined]);
  const listed = ['exemple.fr/1 https://a.example/2', '@pseudo'];
  const changed = reportWith({ where: 'elsewhere', addresses: listed }).locations;
  assert.deepEqual(changed[0]?.url?.changes, ['scheme_added', 'split_from_list']);
  assert.deepEqual(changed[2], {
    id: 'L3',
    place: 'other',
    identifiers: [{ type: 'account_handle', value: '@pseudo' }],
  });
});

test('an address tells the kind of its place, and what else finds the content there', () => {
  const message = locationWith({ addresses: ['https://t.me/canal_x/12'] });
  assert.equal(message?.place, 'messaging');
  assert.deepEqual(message?.identifiers, [
    { type: 'group_name', value: 'canal_x' },
    { type: 'message_id', value: '12' },
  ]);
  const hash = 'a'.repeat(40);
  assert.deepEqual(locationWith({ addresses: [`magnet:?xt=urn:btih:${hash}`] })?.identifiers, [
    { type: 'info_hash', value: hash },
  ]);
  assert.deepEqual(locationWith({ addresses: ['https://a.example/x'] }), {
    id: 'L1',
    place: 'website',
    url: { value: 'https://a.example/x', kind: 'http' },
  });
  assert.equal(locationWith({ addresses: ['nom@exemple.fr'] })?.place, 'email');
  assert.equal(locationWith({ addresses: ['@pseudo'] })?.place, 'other');
  assert.equal(locationWith({ addresses: ['0123456789abcdef0123456789abcdef01234567'] })?.place, 'p2p');
});

test('another category keeps the answers that still apply, and drops the others', () => {
  const questions: Questions = {
    kinds: ['threat', 'doxxing', 'unknown'],
    targetIsMinor: 'yes',
    blackmail: 'yes',
    repeated: 'yes',
    stillOnline: 'yes',
    needs: ['password', 'payment'],
    password: 'x',
    paid: 'yes',
    paymentMethods: ['card'],
  };
  const checked = walk(draftWith({ category: 'sexual_harassment', where: 'here', questions }));
  assert.deepEqual(checked.answers.questions['kinds'], ['threat', 'doxxing']);
  const hate = advance({
    ...revise(checked, 'what'),
    answers: { ...checked.answers, category: 'hate_violence_discrimination' },
  });
  assert.equal(hate.step, 'check');
  assert.deepEqual(
    { ...hate.answers.questions },
    {
      kinds: ['threat'],
      stillOnline: 'yes',
      needs: ['password', 'payment'],
      password: 'x',
      paid: 'yes',
      paymentMethods: ['card'],
    },
  );
  // Before « Continuer », the report already omits the details of the former category.
  const unsent = { ...checked, answers: { ...checked.answers, category: 'procuring' as const } };
  assert.equal(reportOf(unsent, context).details, undefined);
  // A question falls away with its condition, and so do the questions that depend on it.
  const needs = {
    ...hate,
    answers: { ...hate.answers, questions: { ...hate.answers.questions, needs: ['account'] } },
  };
  assert.deepEqual(Object.keys(keepApplicable(needs).answers.questions), ['kinds', 'stillOnline', 'needs']);
  const blank = draftWith({
    category: 'crimes_against_humanity',
    questions: { eventHint: ' \n', kinds: [] },
  });
  assert.deepEqual({ ...keepApplicable(blank).answers.questions }, {});
});

test('an answer that nothing changed is the same one, so that the same report is sent again', () => {
  const checked = walk(
    draftWith({ category: 'procuring', where: 'here', questions: { kinds: ['advert'], areaHint: 'Lyon' } }),
  );
  assert.equal(advance(revise(checked, 'details')).answers, checked.answers);
});

test('an answer says something, each choice once, and no more of them than the report takes', () => {
  const details = (category: Answers['category'] & string, questions: Questions): unknown =>
    reportWith({ category, questions }).details;
  assert.equal(details('crimes_against_humanity', { eventHint: ' \n' }), undefined);
  assert.deepEqual(details('procuring', { kinds: ['advert', 'advert'] }), { kinds: ['advert'] });
  const kinds = [
    'other',
    'customer_site',
    'travel_or_hosting',
    'pressure_or_threat',
    'organising',
    'recruitment',
  ];
  assert.deepEqual(details('procuring', { kinds }), { kinds: kinds.slice(0, 5) });
});

test('where questions are left out of the form, none is sent', () => {
  const report = reportWith(
    { category: 'procuring', questions: { kinds: ['advert'], minorSuspected: 'yes', stillOnline: 'yes' } },
    { fields: ['role', 'details', 'reply'] },
  );
  assert.equal(report.details, undefined);
  assert.equal(report.personsConcerned, undefined);
  assert.equal(report.locations[0]?.stillOnline, undefined);
});

test('a text that is too long, and accounts that are too many, are named in the order of the screen', () => {
  const errors = errorsOf(
    draftWith({
      category: 'terrorism_bomb_making',
      reply: 'yes',
      details: 'x'.repeat(2_001),
      questions: {
        kinds: ['threat'],
        specificThreat: 'yes',
        targetHint: '🙂'.repeat(201),
        whenHint: '🙂'.repeat(100),
        pinpoint: 'x'.repeat(501),
        foundVia: 'link',
        foundAt: 'data:image/png;base64,AA',
        accounts: Array.from({ length: 21 }, (_, n) => `@compte${n}`).join('\n'),
      },
    }),
    'details',
  );
  assert.deepEqual(
    errors.map(({ field, code }) => `${field} ${code}`),
    [
      'questions.targetHint questions.long',
      'questions.foundAt url.data',
      'questions.pinpoint questions.long',
      'questions.accounts accounts.many',
      'details details.long',
      'email email.empty',
    ],
  );
  const accounts = (text: string): unknown =>
    errorsOf(draftWith({ category: 'unsure', questions: { accounts: text } }), 'details').map(
      ({ code }) => code,
    );
  assert.deepEqual(accounts('x'.repeat(256)), []);
  assert.deepEqual(accounts(`x\n${'x'.repeat(257)}`), ['questions.long']);
  assert.deepEqual(accounts(`${'x'.repeat(257)}\n${'y'.repeat(257)}`), ['questions.long']);
  assert.deepEqual(accounts('data:image/png;base64,AA'), ['url.data']);
  // A colon makes no address of a sentence, nor leave to be longer than a name.
  assert.deepEqual(accounts(`lui : ${'x '.repeat(125)}`), []);
  assert.deepEqual(accounts(`lui : ${'x '.repeat(126)}`), ['questions.long']);
  assert.deepEqual(accounts(`https://exemple.fr/${'x'.repeat(300)}`), []);
  assert.deepEqual(accounts(Array.from({ length: 20 }, (_, n) => `@compte${n}`).join('\n\n')), []);
  assert.deepEqual(accounts(Array.from({ length: 21 }, (_, n) => `@compte${n}`).join('\n')), [
    'accounts.many',
  ]);
  // All of them together have a limit too.
  const many = Array.from({ length: 20 }, (_, n) => String.fromCodePoint(97 + n).repeat(256)).join('\n');
  assert.deepEqual(accounts(many), []);
  assert.deepEqual(accounts(many.replace('\n', '\n'.repeat(20_562))), []);
  assert.deepEqual(accounts(many.replace('\n', '\n'.repeat(20_563))), ['questions.long']);
  // Words in place of an address are as long as an address may be.
  const foundAt = (text: string): unknown =>
    errorsOf(draftWith({ category: 'unsure', questions: { foundVia: 'link', foundAt: text } }), 'details');
  assert.deepEqual(foundAt('un forum '.repeat(50)), []);
  // A text has no lines to count, and no addresses to read.
  const pinpoint = (text: string): unknown =>
    errorsOf(draftWith({ category: 'unsure', questions: { pinpoint: text } }), 'details');
  assert.deepEqual(pinpoint(`data:image/png;base64,AA${'\nx'.repeat(20)}`), []);
});

test('« this page » is the address that the page gives, else its canonical one, and an onion service where it is one', () => {
  const here = (its: Parameters<typeof reportWith>[1]): unknown =>
    reportWith({ where: 'here' }, its).locations;
  const canonical = 'https://forum.example/canonique';
  const found = (value: string, kind = 'http', place = 'website'): unknown => [
    { id: 'L1', place, url: { value, kind } },
  ];
  assert.deepEqual(here({ canonical }), found(canonical));
  assert.deepEqual(
    here({ canonical, pageUrl: 'https://forum.example/donnee?sid=0c43aec2bf3e7fd0be9b6b53a1b3fbd9&n=2' }),
    found('https://forum.example/donnee?n=2'),
  );
  const onion = `http://${'a'.repeat(56)}.onion/fil`;
  assert.deepEqual(here({ location: onion }), found(onion, 'onion', 'tor'));
  for (const location of [
    'https://forum.example/a//b.onion/',
    'https://b.onion.example/',
    'https://forum.example/b.onion',
  ])
    assert.deepEqual(here({ location }), found(location));
});

/** Every wording of the good-faith sentence, by language and version. */
const FAITH: Readonly<Record<string, string>> = {
  'good-faith.fr.2':
    'Envoyez seulement si vous signalez de bonne foi (vous pensez vraiment que c’est illégal). Vous n’avez rien à prouver.',
  'good-faith.en.2':
    'Only send a report in good faith (you really think that it is illegal). You do not have to prove anything.',
  'good-faith.fr.3':
    'Envoyez seulement si vous êtes de bonne foi : vous pensez que vos réponses sont vraies. Vous n’avez rien à prouver.',
  'good-faith.en.3':
    'Only send if you are acting in good faith: you believe that your answers are true. You do not have to prove anything.',
  'good-faith.fr.4':
    'Envoyez si vous pensez que vos réponses sont vraies : c’est cela, la bonne foi. Vous n’avez rien à prouver.',
  'good-faith.en.4':
    'Send this if you believe that your answers are true. That is what ‘good faith’ means. You do not have to prove anything.',
};

test('a report with a follow-up code has its hash; without, it stays as it was', () => {
  const followUp = { hash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' };
  const draft = walk(draftWith({ category: 'unsure', where: 'here' }));
  const without = reportOf(draft, context);
  assert.deepEqual([without.reporter.followUp, 'followUp' in without], ['none', false]);
  const coded = reportOf(draft, { ...context, followUp });
  assert.deepEqual(coded, {
    ...without,
    followUp,
    reporter: { ...without.reporter, followUp: 'code' },
  });
});

test('a report names the wording of good faith that was shown: new words, new version', () => {
  const idFor = (its: Partial<ReportContext>): string =>
    reportOf(walk(draftWith({ category: 'unsure', where: 'here' })), { ...context, ...its }).attestation
      .textId;
  assert.equal(FAITH[idFor({ locale: 'fr-FR' })], fr['s4.faith']);
  assert.equal(FAITH[idFor({ locale: 'en' })], en['s4.faith']);
  assert.equal(idFor({ locale: 'pt-BR' }), 'good-faith.pt.4');
  assert.equal(idFor({ locale: 'fr-simple' }), 'good-faith.fr-simple.4');
  assert.equal(idFor({ hasOwnFaith: true }), 'good-faith.page.1');
  assert.equal(idFor({ locale: '' }), 'good-faith.fr.4');
});

test('a report says whose it is and what it replaces, if anything', () => {
  const draft = walk(draftWith({ category: 'unsure', where: 'here' }));
  const plain = reportOf(draft, context);
  assert.deepEqual(['partnerId' in plain.source, 'supersedes' in plain], [false, false]);
  const supersedes = '0b54bb5c-4d3b-4b8f-9d0e-0d2f5f6b7a81';
  const report = reportOf(draft, { ...context, supersedes, partnerId: 'exemple' });
  assert.deepEqual(report, { ...plain, supersedes, source: { ...plain.source, partnerId: 'exemple' } });
});

test('an answer by e-mail is promised only to who asks for it, and where it is offered', () => {
  const reporter = (answers: Partial<Answers>, its?: Partial<DraftSettings>): unknown =>
    reportWith({ email: ' nom@exemple.fr ', ...answers }, its).reporter;
  const role = 'prefer_not_to_say';
  assert.deepEqual(reporter({ reply: 'yes' }), {
    role,
    anonymous: false,
    followUp: 'email',
    contact: { email: 'nom@exemple.fr' },
  });
  const anonymous = { role, anonymous: true, followUp: 'none' };
  assert.deepEqual(reporter({ reply: 'no' }), anonymous);
  assert.deepEqual(reporter({}), anonymous);
  assert.deepEqual(reporter({ reply: 'yes' }, { fields: ['details'] }), anonymous);
});
