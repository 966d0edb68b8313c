// Addresses of well-known sites: flags, kinds of place, and names inside them. Each entry of each list is tested once.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifiersOf, placeOf } from '../../src/core/address/place.ts';
import { type AddressResult, normaliseAddress } from '../../src/core/address/address.ts';
import { PLACES } from '../../src/core/report/places.ts';

const KEY = 'duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad';

function found(text: string): Extract<AddressResult, { kind: 'address' }> {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', text);
  return result;
}

/** An address that only resembles a site's: another host with a similar start or end, or the site in the path. */
const strangers = (site: string): readonly string[] => [
  `https://${site.replace(/[^./]+\.[^./]+(?=\/)/, 'x$&')}`,
  `https://exemple.fr/${site}`,
  `https://${site.replace(/^([^/]+)/, '$1.exemple.fr')}`,
];

const FLAGGED: Readonly<Record<string, string>> = {
  'short_link,sharer_id_possible':
    'vm.tiktok.com/ZMabc/ vt.tiktok.com/ZSabc/ v.douyin.com/iRNBho5m/ www.tiktok.com/t/ZTabc/ www.reddit.com/r/france/s/AbC old.reddit.com/u/toto/s/AbC reddit.com/user/toto/s/AbC www.facebook.com/share/p/1Abc/ m.facebook.com/share/1Abc www.instagram.com/share/reel/abc www.snapchat.com/t/abc',
  short_link:
    't.co/abc bit.ly/abc tinyurl.com/abc goo.gl/abc maps.app.goo.gl/abc is.gd/abc cutt.ly/abc rb.gy/abc shorturl.at/abc lnkd.in/abc fb.me/abc fb.watch/abc instagr.am/p/abc',
  'share_link,sharer_id_possible':
    'chatgpt.com/share/abc chat.openai.com/share/abc claude.ai/share/abc gemini.google.com/share/abc g.co/gemini/share/abc grok.com/share/abc',
  private_link:
    't.me/c/123/45 t.me/+AbCd t.me/joinchat/AbC telegram.me/joinchat/AbC mega.nz/folder/abc#key mega.nz/#!abc!key chat.whatsapp.com/AbC discord.gg/abc',
  login_wall_likely:
    'www.facebook.com/groups/123 m.facebook.com/groups/a/posts/1 www.instagram.com/stories/toto/1/ discord.com/channels/1/2/3',
  web_cache_or_archive:
    'web.archive.org/web/2024/https://exemple.fr/x archive.ph/abc archive.today/abc archive.is/abc archive.li/abc archive.vn/abc archive.fo/abc archive.md/abc webcache.googleusercontent.com/search?q=cache:x',
};

test('flags the links of sites that are known, each host and path, and no stranger', () => {
  for (const [flags, sites] of Object.entries(FLAGGED)) {
    for (const site of sites.split(' ')) {
      assert.equal(found(`https://${site}`).url.flags?.join(), flags, site);
      for (const stranger of strangers(site)) assert.equal(found(stranger).url.flags, undefined, stranger);
    }
  }
});

test('leaves alone what the same sites have besides', () => {
  for (const address of [
    'https://youtu.be/abc',
    'https://www.tiktok.com/@toto/video/1',
    'https://www.reddit.com/r/france/comments/1/s/',
    'https://redd.it/abc',
    'https://www.facebook.com/toto/posts/1',
    'https://www.facebook.com/share.php?u=1',
    'https://www.instagram.com/p/abc/',
    'https://www.snapchat.com/add/toto',
    'https://chatgpt.com/c/abc',
    'https://chatgpt.com/g/share',
    'https://g.co/kgs/abc',
    'https://t.me/exemple/12',
    'https://t.me/cinema/12',
    'https://mega.nz/folder/abc',
    'https://discord.com/invite/abc',
    'https://archive.org/details/x',
    'https://bitxly/abc',
  ]) {
    assert.equal(found(address).url.flags, undefined, address);
  }
  assert.deepEqual(found('https://mega.nz#!abc!key').url.flags, ['private_link']);
  for (const host of ['bit.ly', 't.co', 'discord.gg', 'archive.ph'])
    assert.deepEqual(found(`https://${host}/`).url.flags, ['home_page_only']);
});

const PLACED: Readonly<Record<string, string>> = {
  mobile_app: 'play.google.com/store/apps/details?id=x apps.apple.com/fr/app/x/id1',
  live_stream: 'www.twitch.tv/toto kick.com/toto www.youtube.com/live/abc www.tiktok.com/@toto/live',
  messaging:
    't.me/toto telegram.me/toto wa.me/33612345678 chat.whatsapp.com/x www.whatsapp.com/channel/x discord.com/channels/1/2 discord.gg/x signal.me/#p/x signal.group/#x',
  social_network:
    'www.facebook.com/x m.facebook.com/x fb.com/x fb.me/x fb.watch/x www.instagram.com/p/x www.threads.com/@x www.threads.net/@x www.tiktok.com/@x/video/1 vm.tiktok.com/x x.com/x/status/1 mobile.twitter.com/x www.snapchat.com/add/x vk.com/x bsky.app/profile/x fr.linkedin.com/in/x',
  forum: 'www.reddit.com/r/x old.reddit.com/r/x www.jeuxvideo.com/forums/42-51-1-1-0-1-0-x.htm',
  image_board: 'boards.4chan.org/b/thread/1 8kun.top/x',
  game: 'www.roblox.com/games/1',
  file_host:
    'mega.nz/file/x www.mediafire.com/file/x wetransfer.com/downloads/x we.tl/t-x www.swisstransfer.com/d/x gofile.io/d/x 1fichier.com/?x www.dropbox.com/s/x drive.google.com/file/d/x onedrive.live.com/x',
  ai_service:
    'chatgpt.com/share/x chat.openai.com/share/x claude.ai/share/x gemini.google.com/app/x grok.com/share/x character.ai/chat/x',
};

test('tells the kind of place from the host, each one, and takes no stranger for it', () => {
  for (const [place, sites] of Object.entries(PLACED)) {
    for (const site of sites.split(' ')) {
      assert.equal(placeOf(found(`https://${site}`).url), place, site);
      for (const stranger of strangers(site)) assert.equal(placeOf(found(stranger).url), 'website', stranger);
    }
  }
  assert.equal(placeOf(found('https://t.me:8443').url), 'messaging');
  for (const address of [
    'https://exemple.fr/x',
    'https://www.youtube.com/watch?v=x',
    'https://play.google.com/books',
    'https://www.jeuxvideo.com/jeux/x',
    'https://docs.google.com/x',
    'https://apple.com/x',
    'ftp://mega.nz/x',
    'gopher://exemple.fr/x',
  ]) {
    assert.equal(placeOf(found(address).url), 'website', address);
  }
});

test('tells the kind of place from a scheme, an onion, a search', () => {
  for (const [address, place] of Object.entries({
    'tg://join?invite=x': 'messaging',
    'sgnl://x': 'messaging',
    'whatsapp://send?x': 'messaging',
    'viber://x': 'messaging',
    'discord://x': 'messaging',
    'fb://x': 'social_network',
    'instagram://x': 'social_network',
    'twitter://x': 'social_network',
    'snapchat://x': 'social_network',
    'intent://x': 'website',
    'magnet:?xt=urn:btih:x': 'p2p',
    'ed2k://|file|x|1|x|/': 'p2p',
    [`http://${KEY}.onion/x`]: 'tor',
    [`https://${KEY}.onion.ws/x`]: 'tor',
    'https://www.google.fr/search?q=x': 'search_result',
    'https://www.google.fr/maps': 'website',
  })) {
    assert.equal(placeOf(found(address).url), place, address);
  }
});

test('keeps the address of a gateway as it is, and derives that of the onion', () => {
  const address = `https://www.${KEY}.onion.ws/x?y#z`;
  assert.equal(found(address).url.value, address);
  assert.equal(found(`${KEY}.onion.ws/x`).url.value, `https://${KEY}.onion.ws/x`);
  assert.deepEqual(identifiersOf(found(address).url), [{ type: 'other', value: `${KEY}.onion` }]);
});

test('looks at the key behind a gateway too', () => {
  assert.equal(
    found(`https://${KEY.slice(1)}.onion.ws/x`).url.flags?.join(),
    'tor_gateway,onion_checksum_failed',
  );
  assert.equal(found('https://3g2upl4pq6kufc4m.onion.to/x').url.flags?.join(), 'tor_gateway,onion_v2');
});

test('names what an address holds: groups, messages, shared files', () => {
  const hash = '0123456789abcdef0123456789abcdef01234567';
  for (const [address, expected] of Object.entries({
    'https://t.me/exemple/12': 'group_name=exemple message_id=12',
    'https://t.me/s/exemple/12': 'group_name=exemple message_id=12',
    'https://telegram.me/exemple/3/12?single': 'group_name=exemple message_id=12',
    'tg://resolve?domain=exemple&post=12': 'group_name=exemple message_id=12',
    'https://t.me/c/123/45': 'group_id=123 message_id=45',
    'https://t.me/c/123/4/56': 'group_id=123 message_id=56',
    'https://t.me/exemple': '',
    'https://t.me/s/12': '',
    'https://t.me/+33612345678': '',
    'https://t.me/c//12': '',
    'https://exemple.fr/https://t.me/exemple/12': '',
    'https://exemple.fr/https://discord.com/channels/1/2': '',
    'https://exemple.fr/magnet:?xt=urn:btih:abc&dn=x': '',
    'https://exemple.fr/ed2k://|file|a|1|ABC|/': '',
    [`https://exemple.fr/https://${KEY}.onion.ws/x`]: '',
    'magnet:?xt=urn:btih:': '',
    'ed2k://|file||123|ABC|/': '',
    'https://xt.me/exemple/12': '',
    'https://discord.com/channels/1/2/3': 'server_name=1 group_id=2 message_id=3',
    'https://ptb.discord.com/channels/1/2': 'server_name=1 group_id=2',
    'https://discord.com/channels/@me/2/3': 'group_id=2 message_id=3',
    'https://discord.com/invite/1/2': '',
    [`magnet:?dn=Mon+film%20%C3%A9&xt=urn:btih:${hash}&tr=udp://x`]: `info_hash=${hash} file_name=Mon film é`,
    [`magnet:?xt=urn:btmh:1220${hash}`]: `info_hash=${hash}`,
    'magnet:?xt=urn:sha1:x': '',
    'magnet:?dn=%E9': 'file_name=%E9',
    'ed2k://|file|mon film.avi|123|ABC|/': 'file_name=mon film.avi file_hash=ABC',
    'https://exemple.fr/x': '',
  })) {
    const names = identifiersOf(found(address).url).map(({ type, value }) => `${type}=${value}`);
    assert.equal(names.join(' '), expected, address);
  }
});

test('whatever is typed, names a place that exists, and identifiers that fit', () => {
  const piece = fc.constantFrom(
    ...'https:// t.me / c/ 12 discord.com/channels/ @me magnet:? xt=urn:btih: &dn= %00 %E9 + ed2k://|file| | é 😀 .onion .onion.ws'.split(
      ' ',
    ),
    KEY,
    'x'.repeat(600),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 10 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const result = normaliseAddress(typed);
      if (result.kind !== 'address') return;
      assert.ok(PLACES.includes(placeOf(result.url)));
      for (const { value } of identifiersOf(result.url))
        assert.ok(value && !value.includes('\0') && [...value].length <= 512, value);
    }),
    { numRuns: 3_000 },
  );
});

test('tells what a name is by its form', () => {
  for (const [type, names] of Object.entries({
    account_handle: ['@toto', ' «@toto» ', 'u/toto', '/u/toto-7', '@toto sur Insta'],
    email_address: ['jean@exemple.fr', 'mailto:jean@exemple.fr', '<jean.b+c@mail.exemple.fr>'],
    phone_number: [
      '06 12 34 56 78',
      '0612345678',
      '06.12.34.56.78',
      '+33 (0)6 12 34 56 78',
      '0033612345678',
      'tel:+33612345678',
      'sms:0612345678',
      '01234567',
      '0123456789012345',
    ],
    info_hash: ['0123456789abcdef0123456789abcdef01234567', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
    other: [
      'Jean Dupont',
      'user:pass@exemple.fr',
      'u/a b',
      'umm/u/toto',
      'jean@exemple',
      '12/03/2024',
      '1234567890',
      '06 12',
      '0123456789abcdef0123456789abcdef',
      'abcdefghijklmnopqrstuvwxyz234567',
      'toto @ Insta',
      'u/',
      'mailto:@exemple.fr',
      'écrit à jean@exemple.fr',
      'jean@exemple.fr et moi',
      'appelle 0612345678',
      '0612345678 le soir',
      '0123456',
      '01234567890123456',
      '0123456789abcdef0123456789abcdef012345678',
      'xABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ2345672',
    ],
  })) {
    for (const name of names) {
      const result = normaliseAddress(name);
      assert.equal(result.kind === 'identifier' && result.identifier.type, type, name);
    }
  }
});
