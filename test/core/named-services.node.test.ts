// The services by name: as people type them, each with one kind of place and with fields; and what is no service.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../src/core/address/place.ts';
import { folded, serviceNamed, SERVICES } from '../../src/core/address/named-services.ts';
import { READ_ON, SERVICE_SOURCES } from '../../src/core/address/named-services-sources.ts';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import { PLACES, type PlaceId } from '../../src/core/report/places.ts';
import { IDENTIFIER_TYPES } from '../../src/core/report/vocabulary.ts';

const ROWS = SERVICES.map(([names, where, ...fields]) => ({ names: names.split(' '), where, fields }));
const firstOf = ({ names }: (typeof ROWS)[number]): string => names[0]!;

const address = (host: string): PlaceId => placeOf({ kind: 'http', value: `https://${host}` });

/** Names as people type them, by the service that they mean. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  snapchat: [
    'snap',
    'snape',
    'Snap',
    'SNAPCHAT',
    'snap chat',
    'Snap-chat',
    ' snapchat ',
    'snapchat.com',
    'sur snap',
    'appli snap',
    'l’appli Snapchat',
    "l'application snapchat",
    'snapchat app',
    'سناب شات',
    'снапчат',
  ],
  instagram: [
    'insta',
    'Instagramme',
    'instragram',
    'compte insta',
    'instagram account',
    'ínstagram',
    'إنستغرام',
  ],
  facebook: ['fb', 'FB', 'face book', 'Facebook.com', 'facebok', 'Фейсбук'],
  messenger: ['messenger', 'facebook messenger', 'Messenger de Facebook', 'fb messenger'],
  whatsapp: [
    'whatsap',
    'watsapp',
    'Whats App',
    'what’s app',
    'groupe whatsapp',
    'whatsapp group',
    'واتس آب',
    'ватсап',
  ],
  telegram: ['télégram', 'Telegramme', 'canal Telegram', 'telegram channel', 'телеграм'],
  signal: ['signal', 'Signal app', 'messagerie signal'],
  discord: ['discorde', 'serveur discord', 'Discord server', 'Дискорд'],
  tiktok: ['tik tok', 'Tik-Tok', 'tictoc', 'tik', 'ticktock'],
  x: ['x', 'X', 'x.com', 'twitter'],
  kik: ['kik', 'Kik Messenger'],
  kick: ['kick', 'Kick.com'],
  line: ['line', 'LINE'],
  fortnite: ['fortnight', 'fornite', 'jeu fortnite', 'le jeu Fortnite'],
  roblox: ['roblox', 'Robloxe', 'the game roblox'],
  playstation: ['ps5', 'PS 4', 'play station', 'PSN'],
  xbox: ['xbox', 'X-Box', 'xbox live'],
  jeuxvideo: ['jeuxvideo.com', 'jvc', 'jeux vidéo.com'],
  email: ['e-mail', 'Mail', 'gmail', 'courriel'],
  sms: ['SMS', 'texto'],
  characterai: ['character.ai', 'Character AI'],
};

for (const [name, typed] of Object.entries(TYPED))
  test(`${name} is known however it is typed`, () => {
    const { names, where, fields } = ROWS.find((row) => firstOf(row) === name)!;
    const place = where.includes('.') ? address(where) : (where as PlaceId);
    const expected = { place, fields: fields.length > 0 ? fields : PLACE_FIELDS[place] };
    for (const text of [...typed, ...names]) assert.deepEqual(serviceNamed(text), expected, text);
  });

test('some eighty services are known', () => assert.ok(ROWS.length >= 80, String(ROWS.length)));

test('a boy’s services ask for what finds somebody there, the most useful first', () => {
  const asked = (text: string): string =>
    [serviceNamed(text)?.place, ...(serviceNamed(text)?.fields ?? [])].join(' ');
  assert.equal(asked('snap'), 'social_network account_handle');
  assert.equal(asked('insta'), 'social_network account_handle profile_url post_id');
  assert.equal(asked('whatsapp'), 'messaging phone_number display_name group_name');
  assert.equal(asked('telegram'), 'messaging group_name account_handle invite_link');
  assert.equal(asked('discord'), 'messaging server_name account_handle invite_link');
  assert.equal(asked('roblox'), 'game account_handle server_name');
  assert.equal(asked('fortnite'), 'game account_handle server_name');
  assert.equal(asked('ps5'), 'game account_handle');
  assert.equal(asked('xbox'), 'game account_handle');
});

test('a word, a sentence or a person is no service', () => {
  for (const text of [
    '',
    ' ',
    '.',
    'x y',
    'site x',
    'un site X',
    'sur x',
    'le site de mon école',
    'mon école',
    'on line',
    'online',
    'a signal',
    'un signal',
    'signaler',
    'signalement',
    'kicks',
    'kick him',
    'the line',
    'en ligne',
    'liner',
    'tornade',
    'steamer',
    'xylophone',
    'snapshot de moi',
    'megan',
    'mégane',
    'insta et snap',
    'snapchat et instagram',
    'télé',
    'disco',
    'face',
    'appli',
    'app',
    'jeu',
    'le jeu',
    'l’appli',
    'application',
    'site',
    'groupe',
    'message',
    'messages',
    'internet',
    'un groupe de mon lycée',
    'tg mec',
    'https://www.snapchat.com/add/exemple',
    '@snapchat_fan',
    '@facebook',
    'snap_chat',
    'snapchat_fan',
    'facebook.com/exemple',
    'constructor',
    '__proto__',
    'toString',
    `snapchat${' '.repeat(70)}.`,
    'x'.repeat(5_000),
  ])
    assert.equal(serviceNamed(text), undefined, text);
});

test('« Snapchat », letter by letter, keeps the fields that « snap » brought', () => {
  for (const word of ['snapchat', 'instagram', 'whatsapp', 'tiktok', 'instagramme']) {
    const first = [...word].findIndex((_, at) => serviceNamed(word.slice(0, at + 1)));
    for (let end = first + 1; end <= word.length; end++)
      assert.deepEqual(serviceNamed(word.slice(0, end)), serviceNamed(word), word.slice(0, end));
  }
});

test('each name is written as names are compared, belongs to one service, and leads to it', () => {
  const all = ROWS.flatMap(({ names }) => names);
  assert.deepEqual(
    all.filter((name, at) => all.indexOf(name) < at),
    [],
  );
  for (const { names } of ROWS)
    for (const name of names) {
      assert.equal(folded(name), name);
      // No other row takes a beginning of it.
      for (let end = 1; end <= name.length; end++) {
        const part = name.slice(0, end);
        const rows = ROWS.filter(
          (row) =>
            row.names.some((short) => part.startsWith(short)) &&
            row.names.some((full) => full.startsWith(part)),
        );
        assert.ok(rows.length <= 1, `${part}: ${rows.map(firstOf).join(' ')}`);
      }
      assert.ok(serviceNamed(name), name);
    }
});

test('the kind of a service is that of its site, which sites.ts alone knows', () => {
  for (const row of ROWS) {
    const { names, where } = row;
    if (where.includes('.')) assert.notEqual(address(where), 'website', where);
    else {
      assert.ok(PLACES.includes(where as PlaceId), where);
      // No second copy of what sites.ts says of a site of this name, or of an application that opens by it.
      for (const name of names)
        for (const ending of ['com', 'tv', 'gg', 'org', 'me', 'app', 'ai'])
          assert.ok([where, 'website'].includes(address(`${name}.${ending}`)), `${name}.${ending}`);
    }
  }
});

test('fields are three at most, of types that exist, each once, and never « other », which is said in words', () => {
  for (const { names, fields } of ROWS) {
    assert.ok(fields.length <= 3, names[0]);
    assert.equal(new Set(fields).size, fields.length, names[0]);
    for (const type of fields) assert.ok(IDENTIFIER_TYPES.includes(type) && type !== 'other', names[0]);
  }
});

test('each service has a source, and fields of its own have one that says by what it is searched', () => {
  assert.match(READ_ON, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(Object.keys(SERVICE_SOURCES).toSorted(), ROWS.map(firstOf).toSorted());
  for (const row of ROWS) {
    const { foundBy, exists } = SERVICE_SOURCES[firstOf(row)]!;
    assert.ok(foundBy ?? exists, firstOf(row));
    if (row.fields.length > 0) assert.ok(foundBy, `${firstOf(row)} has fields of its own without a source`);
  }
});
