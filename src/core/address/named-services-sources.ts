// The source and day of each row of named-services.ts. No reporter needs it: the browser never loads it. Tests hold that each
// row has one, and that a row with fields of its own has one that says by what an account or a conversation is found there.
// The public lists give facts, never their text. The slips are those of people who type on a phone: no list has them.

/** Day on which all of it was read: `YYYY-MM-DD`. */
export const READ_ON = '2026-12-01';

/** Pages of accounts by the account's name; the first list also says what kind of site each is. */
const WHATSMYNAME = 'WebBreacher/WhatsMyName wmn-data.json, e62338e';
const SHERLOCK = 'sherlock-project/sherlock sherlock_project/resources/data.json, 4e2a4f6';
/** Sites by maker and kind: games, communication, files, assistants. */
const DOMAINS = 'v2fly/domain-list-community data/, c975cce';
/** Names of services, each with its maker's page. */
const ICONS = 'simple-icons/simple-icons data/simple-icons.json, 34c2250';
/** The name is an everyday word for the kind of place. */
const KIND = 'the kind of place itself';

/** What was read about one service. */
export interface ServiceSource {
  /** By what an account or a conversation is found there. */
  readonly foundBy?: string;
  /** That it exists, and of which kind it is; the fields are those of its kind. */
  readonly exists?: string;
}

const account: ServiceSource = { foundBy: WHATSMYNAME };
const accountToo: ServiceSource = { foundBy: SHERLOCK };
const domain: ServiceSource = { exists: DOMAINS };
const name: ServiceSource = { exists: ICONS };
const kind: ServiceSource = { exists: KIND };

/** The sources, by the first name of each row. */
export const SERVICE_SOURCES: Readonly<Record<string, ServiceSource>> = {
  // The user name, which Snap's « Law Enforcement Guide » asks for too (snapchat.com/lawenforcement).
  snapchat: account,
  instagram: account,
  facebook: account,
  // A conversation is with an account of Facebook, which can be reported.
  messenger: { foundBy: 'https://www.messenger.com/help/1165699260192280' },
  // `wa.me/<number>` opens the conversation with a number.
  whatsapp: { foundBy: 'dartsidedev/whatsapp_unilink README.md' },
  // Public names of accounts, groups and channels, and links that invite.
  telegram: { foundBy: 'https://corefork.telegram.org/api/invites' },
  // Numbers are hidden by default; a conversation shows the name of the profile, and may have begun with a user name.
  signal: { foundBy: 'https://signal.org/blog/phone-number-privacy-usernames/' },
  // Members of servers (“guilds”), each with a user name.
  discord: { foundBy: 'https://docs.discord.com/developers/resources/user' },
  tiktok: account,
  x: account,
  threads: account,
  bluesky: account,
  mastodon: account,
  linkedin: accountToo,
  pinterest: account,
  tumblr: account,
  bereal: name,
  vk: account,
  odnoklassniki: name,
  weibo: account,
  yubo: { exists: 'https://www.horizonm.fr/2021/06/09/yubo-le-reseau-social-francais/' },
  tellonym: account,
  wattpad: account,
  vsco: account,
  likee: domain,
  truthsocial: account,
  gettr: account,
  tinder: account,
  badoo: name,
  onlyfans: domain,
  mym: account,
  fansly: account,
  // A number, or in a community the name of the profile alone.
  viber: {
    foundBy: 'https://viber.com/en/blog/2019-02-17/spark-safer-conversations-with-hidden-number-chats',
  },
  // A telephone number, or the e-mail address of an Apple account.
  imessage: { foundBy: 'https://support.apple.com/kb/HT3529' },
  wechat: name,
  line: account,
  kakaotalk: name,
  zalo: name,
  threema: name,
  kik: account,
  skype: domain,
  botim: domain,
  sms: kind,
  email: kind,
  twitch: account,
  kick: account,
  bigo: account,
  chaturbate: accountToo,
  stripchat: account,
  cam4: domain,
  reddit: account,
  jeuxvideo: account,
  quora: account,
  '4chan': name,
  roblox: account,
  // A display name that nobody else has.
  fortnite: { foundBy: 'https://www.epicgames.com/battlebreakers/en-US/news/new-displaynames' },
  minecraft: accountToo,
  playstation: account,
  xbox: account,
  steam: account,
  nintendo: domain,
  // One player ID for all of its games.
  clashroyale: { foundBy: 'https://supercell.com/en/supercell-id/jp/learn-more-about-player-id/' },
  leagueoflegends: domain,
  callofduty: domain,
  gta: name,
  eafc: domain,
  freefire: domain,
  pubg: domain,
  genshinimpact: domain,
  overwatch: domain,
  vrchat: domain,
  habbo: account,
  youtube: account,
  dailymotion: account,
  vimeo: account,
  rumble: account,
  odysee: accountToo,
  pornhub: account,
  xvideos: account,
  xhamster: account,
  xnxx: account,
  deviantart: account,
  flickr: account,
  imgur: account,
  mega: domain,
  googledrive: name,
  dropbox: domain,
  wetransfer: name,
  onedrive: domain,
  mediafire: name,
  chatgpt: domain,
  // The name of the character, which a report there asks for.
  characterai: { exists: 'https://safechildguide.com/apps/character-ai/report' },
  grok: domain,
  torrent: kind,
  tor: kind,
  google: domain,
};
