// The purposes of well-known sites, as data; each entry is tested. Hosts are plain text with dots: only `()|[]+?*` act
// as in a regular expression. Hosts are anchored, so `notx.com` and `x.com.exemple.fr` do not match X.
import type { AddressFlag } from './types.ts';
import type { PlaceId } from '../report/places.ts';

/**
 * A pattern for the text after `https://`: one of the hosts or its subdomains, then the path of the entry.
 * @param isWhole whether the last label or folder of the entry ends there
 */
export const onSites = (sites: string, isWhole = false): RegExp =>
  new RegExp(`^(?:[\\w-]+\\.)*(?:${sites.replaceAll('.', '\\.')})${isWhole ? '(?![\\w.-])' : ''}`);

/** Flags of links to well-known sites, by host and path. */
export const FLAGGED: readonly (readonly [sites: string, ...AddressFlag[]])[] = [
  // Short links that a site makes for the account that shares.
  [
    'v([mt].tiktok|.douyin).com/[^?#]|(tiktok|snapchat).com/t/|reddit.com/(r|u|user)/[^/]+/s/|(facebook|instagram).com/share/',
    'short_link',
    'sharer_id_possible',
  ],
  [
    '(t.co|bit.ly|tinyurl.com|goo.gl|is.gd|cutt.ly|rb.gy|shorturl.at|lnkd.in|fb.me|fb.watch|instagr.am)/[^?#]',
    'short_link',
  ],
  // Conversations with an assistant, shared by the person who had them.
  [
    '(chatgpt.com|chat.openai.com|claude.ai|gemini.google.com|g.co/gemini|grok.com)/share/',
    'share_link',
    'sharer_id_possible',
  ],
  // Links whose target is visible only to people who have the link or are in the group.
  ['t(elegram)?.me/(c/|[+]|joinchat/)|mega.nz/[^#]*#|(chat.whatsapp.com|discord.gg)/[^?#]', 'private_link'],
  ['facebook.com/groups/|instagram.com/stories/|discord.com/channels/', 'login_wall_likely'],
  [
    'web.archive.org/web/|archive.(ph|today|is|li|vn|fo|md)/[^?#]|webcache.googleusercontent.com/',
    'web_cache_or_archive',
  ],
];

/** The kind of place that a site is, or of the application that a scheme opens; the first match counts. */
export const PLACED: readonly (readonly [PlaceId, sites: string])[] = [
  ['mobile_app', 'play.google.com/store|apps.apple.com'],
  ['live_stream', 'twitch.tv|kick.com|youtube.com/live|tiktok.com/@[^/]+/live'],
  [
    'messaging',
    't(elegram)?.me|wa.me|whatsapp.com|discord.(com|gg)|signal.(me|group)|tg|sgnl|whatsapp|viber|discord',
  ],
  [
    'social_network',
    'facebook.com|fb.(com|me|watch)|instagram.com|threads.(com|net)|tiktok.com|(x|twitter).com|snapchat.com|vk.com|bsky.app|linkedin.com|fb|instagram|twitter|snapchat',
  ],
  ['forum', 'reddit.com|jeuxvideo.com/forums'],
  ['image_board', '4chan.org|8kun.top'],
  ['game', 'roblox.com'],
  [
    'file_host',
    'mega.nz|mediafire.com|wetransfer.com|we.tl|swisstransfer.com|gofile.io|1fichier.com|dropbox.com|drive.google.com|onedrive.live.com',
  ],
  ['ai_service', 'chatgpt.com|chat.openai.com|claude.ai|gemini.google.com|grok.com|character.ai'],
];
