// Parameters that tell who shared or read a link, as data: one row for each site. Only what names a person, an e-mail
// or one click is here. sharer-sources.ts has the source of each row, and the parameters left on purpose.
import { withoutParameters } from './query.ts';
import { onSites } from './sites.ts';
import type { AddressChange } from './types.ts';

/** Any host. */
const ANY = '[^/]+(?=/)';

/**
 * Sites, written as in sites.ts, with the patterns of their parameters. A pattern is that of a whole name; one that
 * goes on with `(?==…)` also reads the value. Lookaheads on a site read its path and query.
 */
export const SHARERS: readonly (readonly [sites: string, parameters: string])[] = [
  [
    'tiktok.com(?!/api/)',
    '_[dtr]|u_code|user_id|sec_u(?:ser_)?id|share_(?!(?:comment|item)_id\\b)\\w+|(?:sender|sharer)_\\w+|social_shar\\w+|web_id|checksum|referer_\\w+|is_from_webapp|tt_from|ug(?:_|biz_)\\w+|preview_pb|link_reflow_\\w+|source|timestamp',
  ],
  ['(ies)?douyin.com', 'iid|did|u_code|share_\\w+|with_sec_did|timestamp|ts'],
  ['instagram.com|threads.(com|net)', 'ig(?:sh|shid|si|_rid|_mid)|stkn|xmt|slof'],
  [
    'facebook.com|fb.watch',
    '__(?:cft|xts)__\\[\\d+\\]|__tn__|extid|mibextid|rdid|share_url|lst|notif_(?:id|t)|eid(?==AR)|acontext|_ft_|hc_ref|(?:comment_)?tracking|action_history|wtsid',
  ],
  ['facebook.com(?!/[^#]*download/)', 'eav|paipv'],
  ['(x|twitter).com(?!/i/redirect)', '[st]|cxt|ref_?src|ref_url|uid|iid|nid|sig|cn|al|autoactions'],
  ['youtube(-nocookie)?.com|youtu.be', 'si|is|pp|feature|source_ve_path|embeds_\\w+'],
  [
    'linkedin.com',
    'rcm|lipi|licu|trackingId|refId|trackingCode|trk\\w*|mid(?:Token|Sig)|eid|otpToken|loginToken|mcid|original_?[Rr]eferer',
  ],
  ['reddit.com', 'share_id|correlation_id|target_user|rdt|ref_source'],
  ['snapchat.com', 'share_id|sid|invite_id|sc_referrer|sc_ua'],
  ['pinterest.(com?.)?[a-z]{2,3}', 'invite_code|sender|rcpt|e_t|news_hub_id|od|user_id'],
  ['substack.com', 'r|token|isFreemail'],
  ['spotify.com', 'si|pi|dlsi|sp_cid'],
  ['(docs|drive).google.com', 'ouid'],
  ['google.(com?.)?[a-z]{2,3}', 'authuser'],
  [
    'google.(com?.)?[a-z]{2,3}/search',
    's?ei|ve[dt]|gs_(?:lc?r?p|ssp)|sca_\\w+|sxsrf|iflsig|fbs|rlz|oq|aqs|visit_id',
  ],
  ['xiaohongshu.com', 'shareRedId|appuid|share_id|apptime|wechatWid|xhsshare'],
  ['bilibili.com', 'vd_source|buvid|bbid|share_session_id|unique_k'],
  ['bilibili.com/video', 'mid'],
  ['mp.weixin.qq.com', 'uin|key|pass_ticket|exportkey|sessionid|devicetype'],
  ['quora.com', 'share(?==[\\da-f]{6})|srid'],
  ['medium.com', 'source(?==email-)'],
  ['nextdoor.com', '\\w+_source_user_id|auto_token|ct|ec'],
  ['soundcloud.com', 'si'],
  ['wetransfer.com', 't_(?:rid|lsid)'],
  ['sharepoint.com', 'ovuser|xsdata|sdata|clickparams'],
  ['github.com', 'notification_referrer_id|email_token'],
  ['roblox.com', 'rbxp'],
  ['ebay.(com?.)?[a-z]{2,3}', 'ssuid'],
  ['temu.com', 'refer_share_\\w+|_x_sessn_id'],
  ['change.org', 'recruit(?:er|ed_by_id)|share_id'],
  ['twitch.tv', 'tt_\\w+|sr'],
  ['vk.(com|ru)', 'trackcode'],
  [ANY, 'fbclid|vk_user_id'],
  // The launch of a VK Mini App: its signature goes with the number of its reader.
  [`${ANY}(?=[^#]*[?&]vk_user_id=)`, 'sign|vk_ts'],
  [`${ANY}(?=[^#]*[?&]actCampaignType=)`, 'act(?:Id|CampaignType|Source)'],
  // On these pages, the parameter is the mail that is shown.
  [`${ANY}(?![^#]*(?:unsubscribe|emailWebview))`, 'mkt_tok'],
  [`${ANY}(?<!hive.co)(?!/email/)`, 'h_s(?:id|lt)'],
  [`${ANY}(?<!comcast.com)`, 'elq'],
];

/** Clicks on advertisements and in mails, on any site. Only the `utm_` family is known in any letter case. */
export const TRACKERS =
  '[Uu][Tt][Mm]_[^=]*|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|mc_[ce]id|(?:y[sm]?|sy)clid|_hsenc|_hsmi|__hs\\w+|hsCtaTracking|_ke|_kx|klaviyo_id|vero_(?:id|conv)|ns_email|__s(?==[A-Za-z\\d]{6})|oly_(?:anon|enc)_id|rb_clickid|ml_sub\\w*|ck_subscriber_id|_bhlid|bbeml|omnisendContactID|ss_email_id|user_email_address|_cldee?|vgo_ee|(?:bsft|sfmc)_\\w+|et_rid|dm_i|elq(?:Track(?:Id)?|aid)|sp(?:User|Mailing|Job|Report)I[Dd]|trk_(?:contact|msg)|os_ehash|sc_(?:uid|eh|customer)|at_recipient_\\w+|mindbox-message-key|sms_(?:click|source|uph)|oft_\\w+|_g[la]|guce_\\w+|irclickid|srsltid|_openstat|_branch_\\w+|S[cs]Cid|sccid|rdt_cid|epik|tgclid|unicorn_click_id|wickedid|mtm_cid|pk_[cv]id|fb_action_ids|igshid';

/** Sites whose parameters are parts of other addresses, or of their own signature: nothing is removed there. */
const UNTOUCHED = onSites('(urldefense|axs).com', true);

const parameter = (names: string): RegExp => new RegExp(`^(?:${names})(?==|$)`);

const ROWS = SHARERS.map(([sites, names]) => [onSites(sites, true), parameter(names)] as const);
const TRACKING = parameter(TRACKERS);

/** The launch of a Telegram Mini App: the name and number of its reader, signed. */
const LAUNCH = /^#tgWebAppData=.*/s;

/**
 * Query and fragment of an address without what tells who shared or read it.
 * @param site host, path and query, as the parser and the reporter wrote them
 * @param note is told of each removal
 */
export function withoutSharer(
  site: string,
  query: string,
  fragment: string,
  note: (change: AddressChange) => void = () => {},
): readonly [query: string, fragment: string] {
  if (UNTOUCHED.test(site)) return [query, fragment];
  const rows = query ? ROWS.filter(([sites]) => sites.test(site)) : [];
  const kept = withoutParameters(query, (text) => {
    const isSharer = rows.some(([, names]) => names.test(text));
    const isTelling = isSharer || TRACKING.test(text);
    if (isTelling) note(isSharer ? 'sharer_id_removed' : 'tracking_removed');
    return isTelling;
  });
  const open = fragment.replace(LAUNCH, '');
  if (open !== fragment) note('sharer_id_removed');
  return [kept, open];
}
