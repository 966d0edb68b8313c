// The services that people name where they have no link, as data, and the one place that recognises a name. A part of its
// own: it loads when somebody has no link. named-services-sources.ts says where each row was read.
import { PLACE_FIELDS, type PlaceFields } from '../draft/place-fields.ts';
import { placeOf } from './place.ts';
import type { PlaceId } from '../report/places.ts';

/** Its kind of place, or its site where sites.ts knows the kind. */
type Where = PlaceId | `${string}.${string}`;

/**
 * Names with their usual slips, folded as below; then what finds content there, the most useful first. Without these,
 * the fields are those of its kind.
 */
export const SERVICES: readonly (readonly [names: string, where: Where, ...PlaceFields])[] = [
  [
    'snapchat snap snape snapchatt snapchate snapshat snapchap snaptchat snapachat schnapchat sanpchat snpachat سناب سنابشات снапчат снеп',
    'snapchat.com',
    'account_handle',
  ],
  [
    'instagram insta instagramme instagrame instagam intagram instragram istagram ig انستا انستغرام انستقرام انستجرام инстаграм інстаграм инста інста',
    'instagram.com',
  ],
  ['facebook fb facebok facbook faceboook fesbuk فيسبوك فايسبوك феисбук', 'facebook.com'],
  [
    'messenger messanger mesenger fbmessenger facebookmessenger messengerfacebook messengerdefacebook ماسنجر месенджер месинджър',
    'messaging',
    'account_handle',
    'profile_url',
    'group_name',
  ],
  [
    'whatsapp whatsap watsapp watsap wattsapp wattsap whattsapp wathsapp whatapp whats whatsup wasap wazzap guasap zapzap واتساب واتس ватсап вотсап',
    'whatsapp.com',
    'phone_number',
    'display_name',
    'group_name',
  ],
  ['telegram telegramme telegrame telegrm tg تلغرام تيليجرام تليجرام تلجرام телеграм', 't.me'],
  ['signal signalapp', 'signal.me', 'phone_number', 'account_handle', 'display_name'],
  [
    'discord discorde diskord dicord discrod discordgg ديسكورد дискорд',
    'discord.com',
    'server_name',
    'account_handle',
    'invite_link',
  ],
  ['tiktok tictoc tictok tiktoc tiktock ticktock ticktok tiktoke tik تيكتوك тикток тікток', 'tiktok.com'],
  ['x xcom twitter twiter twitteur tweeter twitterx تويتر твитер твіттер', 'x.com'],
  ['threads', 'threads.com'],
  ['bluesky bluski bsky bskyapp', 'bsky.app'],
  ['mastodon', 'social_network'],
  ['linkedin linkdin linkedln', 'linkedin.com'],
  ['pinterest pinteres', 'social_network'],
  ['tumblr tumbler', 'social_network'],
  ['bereal', 'social_network'],
  ['vk vkontakte вк вконтакте', 'vk.com'],
  ['odnoklassniki одноклассники', 'social_network'],
  ['weibo', 'social_network'],
  ['yubo youbo', 'social_network'],
  ['tellonym', 'social_network'],
  ['wattpad watpad', 'social_network'],
  ['vsco', 'social_network'],
  ['likee', 'social_network'],
  ['truthsocial', 'social_network'],
  ['gettr', 'social_network'],
  ['tinder', 'social_network'],
  ['badoo badou', 'social_network'],
  ['onlyfans onlyfan', 'social_network'],
  ['mym mymfans', 'social_network', 'account_handle', 'profile_url'],
  ['fansly', 'social_network', 'account_handle', 'profile_url'],
  ['viber vaiber فايبر ваибер ваибър', 'messaging', 'phone_number', 'display_name', 'group_name'],
  ['imessage imessages', 'messaging', 'phone_number', 'email_address'],
  ['wechat weixin', 'messaging'],
  ['line lineapp', 'messaging'],
  ['kakaotalk kakao', 'messaging'],
  ['zalo', 'messaging'],
  ['threema', 'messaging'],
  ['kik kikmessenger', 'messaging', 'account_handle', 'group_name'],
  ['skype skipe', 'messaging'],
  ['botim', 'messaging'],
  ['sms mms rcs texto textos', 'sms_rcs'],
  ['email emails mail mails courriel gmail outlook hotmail protonmail yahoomail', 'email'],
  ['twitch twich twitchtv', 'twitch.tv'],
  ['kick kickcom', 'kick.com'],
  ['bigo bigolive', 'live_stream'],
  ['chaturbate', 'live_stream'],
  ['stripchat', 'live_stream'],
  ['cam4', 'live_stream'],
  ['reddit redit', 'reddit.com'],
  ['jeuxvideo jeuxvideos jeuxvideocom jvc', 'jeuxvideo.com/forums'],
  ['quora', 'forum'],
  ['4chan', '4chan.org'],
  ['roblox robloxe robloks roblocks roblx روبلوكس роблокс', 'roblox.com'],
  ['fortnite fortnight fornite fortnit fortenite fortnites', 'game'],
  ['minecraft minecraf mincraft mainecraft', 'game'],
  ['playstation playstation4 playstation5 playstationnetwork ps4 ps5 psn', 'game', 'account_handle'],
  ['xbox xboxlive xboxone xboxseries', 'game', 'account_handle'],
  ['steam', 'game', 'account_handle', 'profile_url'],
  ['nintendo nintendoswitch', 'game'],
  ['clashroyale clashofclans clashofclan brawlstars brawlstar supercell', 'game', 'account_handle'],
  ['leagueoflegends leagueoflegend valorant riot riotgames', 'game'],
  ['callofduty cod warzone', 'game'],
  ['gta gta5 gtav gtaonline rockstar', 'game'],
  ['eafc easportsfc fifa', 'game'],
  ['freefire garena', 'game'],
  ['pubg pubgmobile', 'game'],
  ['genshinimpact genshin hoyoverse', 'game'],
  ['overwatch worldofwarcraft battlenet blizzard', 'game'],
  ['vrchat', 'game'],
  ['habbo habbohotel', 'game'],
  ['youtube youtub youtoube yutube ytb yt يوتيوب ютуб ютюб', 'website', 'account_handle'],
  ['dailymotion', 'website', 'account_handle'],
  ['vimeo', 'website', 'account_handle'],
  ['rumble', 'website', 'account_handle'],
  ['odysee', 'website', 'account_handle'],
  ['pornhub', 'website', 'account_handle'],
  ['xvideos xvideo', 'website', 'account_handle'],
  ['xhamster', 'website', 'account_handle'],
  ['xnxx', 'website', 'account_handle'],
  ['deviantart', 'website', 'account_handle'],
  ['flickr', 'website', 'account_handle'],
  ['imgur', 'website', 'account_handle'],
  ['mega', 'mega.nz'],
  ['googledrive', 'drive.google.com'],
  ['dropbox', 'dropbox.com'],
  ['wetransfer', 'wetransfer.com'],
  ['onedrive', 'onedrive.live.com'],
  ['mediafire', 'mediafire.com'],
  ['chatgpt chatgtp openai', 'chatgpt.com'],
  ['characterai', 'character.ai'],
  ['grok', 'grok.com'],
  ['torrent torrents bittorrent utorrent', 'p2p'],
  ['tor torbrowser', 'tor'],
  ['google googleimages', 'search_result'],
];

/** What is known of a service that somebody named. */
export interface Service {
  readonly place: PlaceId;
  readonly fields: PlaceFields;
}

/** A name without what does not matter: capitals, accents, blanks, signs. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Words around a name, and its domain. « Site X » is no name: too little of it is left. */
const AROUND =
  /^(?:https?:\/\/)?(?:www\.)?(?:(?:sur|via) )?(?:(?:l['’]|le |the )?(?:appli|application|app|jeu|game|site|r[ée]seau|compte|groupe|canal|serveur|messagerie) )?(.{4,}?)(?: (?:app|appli|application|account|group|channel|server)|\.com\/?)?$/iu;

/** Longest text that is read as a name, in UTF-16 units. */
const MAX_NAME = 60;

/** The name of an account is none of a service. */
const ACCOUNT = /[@_]/;

/**
 * The service that a text names, if it is known and nothing else is said. A text between a short form and a full name
 * counts too: the fields that « snap » brings stay while « Snapchat » is typed.
 */
export function serviceNamed(text: string): Service | undefined {
  const typed = text.trim();
  if (typed.length > MAX_NAME || ACCOUNT.test(typed)) return undefined;
  const [, bare = ''] = AROUND.exec(typed) ?? [];
  const wanted = [folded(typed), folded(bare)].filter(Boolean);
  const isNamed = (names: readonly string[]): boolean =>
    wanted.some(
      (name) => names.some((short) => name.startsWith(short)) && names.some((full) => full.startsWith(name)),
    );
  const [, where, ...fields] = SERVICES.find(([names]) => isNamed(names.split(' '))) ?? [];
  if (!where) return undefined;
  const place = where.includes('.')
    ? placeOf({ kind: 'http', value: `https://${where}` })
    : (where as PlaceId);
  return { place, fields: fields.length > 0 ? fields : PLACE_FIELDS[place] };
}
