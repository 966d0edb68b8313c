// The source and day of each row of sharer.ts, with addresses as they are shared, and the parameters left on purpose.
// No reporter needs it: the browser never loads it. Tests hold that each row has a source, an address that becomes shorter
// and one that stays. The public lists give facts, never their text; the platforms' own pages name none of these.

/** The public lists of such parameters that were read, with the version. */
const CLEARURLS = 'ClearURLs/Rules data.min.json, 9317c06';
const ADGUARD = 'AdguardTeam/AdguardFilters TrackParamFilter/sections/specific.txt, 00096a4';
const ADGUARD_ANY = 'AdguardTeam/AdguardFilters TrackParamFilter/sections/general_url.txt, 002b066';
const BRAVE = 'brave/adblock-lists brave-lists/clean-urls.json, 53ba6df';
const BRAVE_ANY = 'brave/adblock-lists brave-lists/query-filter.json, 53ba6df';
const BRAVE_CODE = 'brave/brave-core components/query_filter/utils.cc';
const FIREFOX = 'firefox-source-docs.mozilla.org, anti-tracking/query-stripping';
const SHORTENER = 'DandelionSprout/adfilt LegitimateURLShortener.txt, e315e3c';
const TIDY = 'DrKain/tidy-url data/rules.js, 234e706';
/** Addresses of this shape in public pages and code; their values show what the parameter holds. */
const LIVE = 'public addresses';

/** Day on which all of it was read: `YYYY-MM-DD`. */
export const READ_ON = '2026-11-29';

/** The source of one row, and its effect. */
export interface SharerSource {
  /** The sites of the row, as sharer.ts writes them. */
  readonly sites: string;
  /** The sites' names, in lists; none if the row is for any site, or continues another one. */
  readonly name?: string;
  readonly read: readonly string[];
  /** Addresses before and after the removal. */
  readonly removed: Readonly<Record<string, string>>;
  /** Addresses of the same site, or with the same names elsewhere, that stay as they are. */
  readonly kept: readonly string[];
}

/** The rows of `SHARERS`, in the same order. */
export const SHARER_SOURCES: readonly SharerSource[] = [
  {
    sites: 'tiktok.com(?!/api/)',
    name: 'TikTok',
    // Names that tell when or how a link was made stay removed, as the application has done from the first.
    read: [CLEARURLS, ADGUARD, BRAVE, SHORTENER, TIDY, LIVE],
    removed: {
      'https://www.tiktok.com/@exemple/live?_r=1&user_id=7125561660350640001&sec_user_id=MS4wLjABAAAAabc-DEF&share_iid=75361':
        'https://www.tiktok.com/@exemple/live',
      'https://www.tiktok.com/@exemple?_d=secCgYIASAHKAESPgo8&language=fr&u_code=dk3abc&_t=8':
        'https://www.tiktok.com/@exemple?language=fr',
      'https://m.tiktok.com/@exemple?sec_uid=MS4wLjAB': 'https://m.tiktok.com/@exemple',
      'https://www.tiktok.com/@exemple/video/7346973163185622315?_r=1&checksum=4d19&sharer_language=fr&sender_web_id=73&sender_device=pc&web_id=74&social_share_type=0&social_sharing=v2&share_app_id=1233&tt_from=copy&ug_btm=b87&ugbiz_name=Main&preview_pb=0&link_reflow_popup=1&is_from_webapp=v1&source=h5_m&timestamp=1700000000&referer_url=a&referer_video_id=7':
        'https://www.tiktok.com/@exemple/video/7346973163185622315',
      'https://www.tiktok.com/@exemple/video/7346973163185622315?_d=sec&comment_author_id=6812&share_comment_id=73611&share_item_id=73469':
        'https://www.tiktok.com/@exemple/video/7346973163185622315?comment_author_id=6812&share_comment_id=73611&share_item_id=73469',
    },
    kept: [
      'https://www.tiktok.com/api/user/list/?user_id=12&secUid=MS4w&count=30',
      'https://api.exemple.fr/v1?user_id=12&_d=1&share_id=3',
      'https://www.tiktok.com/search?q=mots&lang=fr',
    ],
  },
  {
    sites: '(ies)?douyin.com',
    name: 'Douyin',
    read: [LIVE, ADGUARD],
    removed: {
      'https://www.iesdouyin.com/share/user/MS4wA?u_code=ki6&did=MS4wB&iid=MS4wC&sec_uid=MS4wA':
        'https://www.iesdouyin.com/share/user/MS4wA?sec_uid=MS4wA',
      'https://www.douyin.com/video/71?share_sign=a&with_sec_did=1&ts=17&timestamp=17':
        'https://www.douyin.com/video/71',
    },
    kept: [
      'https://www.iesdouyin.com/share/user/?sec_uid=MS4wLjABAAAAabc',
      'https://www.douyin.com/user/MS4wA?modal_id=7300000000000000001',
      'https://exemple.fr/?did=12&iid=3',
    ],
  },
  {
    sites: 'instagram.com|threads.(com|net)',
    name: 'Instagram, Threads',
    read: [CLEARURLS, `${CLEARURLS.split(' ')[0]}#316`, ADGUARD, BRAVE, SHORTENER, LIVE],
    removed: {
      'https://www.instagram.com/p/CNHpCexmpl/?igsh=MzRlODBi&igshid=1':
        'https://www.instagram.com/p/CNHpCexmpl/',
      'https://www.instagram.com/reel/Db8u4Rexmpl/?igsi=azBrY2s1abc':
        'https://www.instagram.com/reel/Db8u4Rexmpl/',
      'https://www.instagram.com/exemple?utm_source=qr&stkn=MWxtbW5abc==':
        'https://www.instagram.com/exemple',
      'https://www.instagram.com/p/CNHpCexmpl/?ig_rid=2ffdc8c5-24e6&ig_mid=B814':
        'https://www.instagram.com/p/CNHpCexmpl/',
      'https://www.threads.net/@exemple/post/Cabc?igshid=MzRlODBi':
        'https://www.threads.net/@exemple/post/Cabc',
      'https://www.threads.com/@exemple/post/DRq5?xmt=AQF0cskUx85abc&slof=1':
        'https://www.threads.com/@exemple/post/DRq5',
    },
    kept: [
      'https://www.instagram.com/p/CNHpCexmpl/?img_index=2&hl=fr',
      'https://www.instagram.com/s/aGlnaGxpZ2h0?story_media_id=3614_544',
      'https://boutique.exemple.fr/p?stkn=401c28db011a&igsh=1&xmt=1',
    ],
  },
  {
    sites: 'facebook.com|fb.watch',
    name: 'Facebook',
    read: [CLEARURLS, ADGUARD, BRAVE, SHORTENER, LIVE],
    removed: {
      'https://www.facebook.com/watch/?v=1346180517208000&__cft__[0]=AZXVYHDsy&__tn__=%2CO%2CP-R':
        'https://www.facebook.com/watch/?v=1346180517208000',
      'https://www.facebook.com/watch/?__cft__%5B0%5D=AZX&__xts__%5b12%5d=68&v=1346180517208000':
        'https://www.facebook.com/watch/?v=1346180517208000',
      'https://www.facebook.com/watch/?v=713107836210000&extid=RlGFFzNNTVStUspW':
        'https://www.facebook.com/watch/?v=713107836210000',
      'https://www.facebook.com/profile.php?id=100063690650001&lst=100015031830002%3A100063690650001%3A1667144373':
        'https://www.facebook.com/profile.php?id=100063690650001',
      'https://www.facebook.com/groups/3318/?multi_permalinks=8594&notif_id=1582732527630000&notif_t=group_comment':
        'https://www.facebook.com/groups/3318/?multi_permalinks=8594',
      'https://www.facebook.com/photo.php?fbid=13765&set=a.1&type=3&eid=ARAl1JFtHT':
        'https://www.facebook.com/photo.php?fbid=13765&set=a.1&type=3',
      'https://www.facebook.com/events/9441/?acontext=%7B%22event_action_history%22%3A%5B%5D%7D&_ft_=1&hc_ref=AR&comment_tracking=a&tracking=b&action_history=c&wtsid=rdr_0':
        'https://www.facebook.com/events/9441/',
      'https://fb.watch/abc/?mibextid=a&rdid=b&share_url=c&fbclid=d': 'https://fb.watch/abc/',
    },
    kept: [
      'https://www.facebook.com/permalink.php?story_fbid=12&id=34&comment_id=5&reply_comment_id=6',
      'https://www.facebook.com/media/set/?set=a.12&type=3&collection_token=1%3A2&source=3&ref=4',
      'https://www.facebook.com/event.php?eid=123456789',
      'https://boutique.exemple.fr/?extid=1003921&tracking=2',
    ],
  },
  {
    sites: 'facebook.com(?!/[^#]*download/)',
    read: [CLEARURLS, 'mgziminsky/FacebookTrackingRemoval#65', LIVE],
    removed: {
      'https://m.facebook.com/exemple/photos/a.1/2/?type=3&paipv=0&eav=Afa4SGTnMS91':
        'https://m.facebook.com/exemple/photos/a.1/2/?type=3',
    },
    kept: [
      'https://www.facebook.com/exemple/download/?eav=Afa4SGTnMS91',
      'https://cdn.fbsbx.com/v/t59.jpg?eav=Afa4',
    ],
  },
  {
    sites: '(x|twitter).com(?!/i/redirect)',
    name: 'X',
    read: [CLEARURLS, ADGUARD, BRAVE, BRAVE_ANY, FIREFOX, SHORTENER, LIVE],
    removed: {
      'https://x.com/exemple/status/1790000000000000000?t=AbCdEf_gh&s=19':
        'https://x.com/exemple/status/1790000000000000000',
      'https://twitter.com/exemple/status/1181537299038953000?ref_src=twsrc%5Etfw&ref_url=https%3A%2F%2Fforum.exemple.fr%2Ft%2F12':
        'https://twitter.com/exemple/status/1181537299038953000',
      'https://x.com/exemple/status/65?cxt=HHwWgMCj2Zi2': 'https://x.com/exemple/status/65',
      'https://twitter.com/exemple/status/608341610000000000?t=1&cn=ZmxleGlibGVfcmVjcw&refsrc=email&iid=9b19&uid=39230000&nid=244&sig=a&al=1&autoactions=2':
        'https://twitter.com/exemple/status/608341610000000000',
    },
    kept: [
      'https://x.com/search?q=mots&src=typed_query&f=live',
      'https://x.com/intent/user?user_id=12',
      'https://x.com/i/redirect?t=1&s=2&cn=a',
      'https://exemple.fr/?t=12&s=mot&sig=a&uid=3',
    ],
  },
  {
    sites: 'youtube(-nocookie)?.com|youtu.be',
    name: 'YouTube',
    read: [CLEARURLS, ADGUARD, BRAVE, `${BRAVE.split(' ')[0]}#2944`, SHORTENER],
    removed: {
      'https://youtu.be/dQw4w9WgXcQ?si=0a1B2c3D4e5F6g7H&feature=shared': 'https://youtu.be/dQw4w9WgXcQ',
      'https://youtube.com/shorts/e-yFr4GZKZk?is=kSt8bAbCdEfGhIj1': 'https://youtube.com/shorts/e-yFr4GZKZk',
      'https://www.youtube.com/live/zwYkHS8jvSE?t=4870&is=CZXK&pp=ygUEbW90cw':
        'https://www.youtube.com/live/zwYkHS8jvSE?t=4870',
      'https://www.youtube-nocookie.com/embed/abc?embeds_referring_euri=https%3A%2F%2Fforum.exemple.fr%2F&source_ve_path=OTY0':
        'https://www.youtube-nocookie.com/embed/abc',
    },
    kept: [
      'https://www.youtube.com/watch?v=abc&t=42s&list=x&index=2&lc=Ugx&ab_channel=Nom&app=desktop',
      'https://www.youtube.com/watch?v=abc&clip=U&clipt=E&start=1&end=2',
      'https://cdn.discordapp.com/attachments/1/2/a.png?ex=68f140bb&is=68efef3b&hm=9823',
    ],
  },
  {
    sites: 'linkedin.com',
    name: 'LinkedIn',
    read: [CLEARURLS, ADGUARD, BRAVE, TIDY, 'mozilla-firefox/firefox#6', LIVE],
    removed: {
      'https://www.linkedin.com/posts/exemple_sujet-activity-7332819840673390000-Lb81?utm_source=share&rcm=ACoAAAAjH6YBidN':
        'https://www.linkedin.com/posts/exemple_sujet-activity-7332819840673390000-Lb81',
      'https://www.linkedin.com/pulse/titre-exemple-vmahc/?trackingId=9usczudxr%2B4YTVblYio7lA%3D%3D&lipi=urn%3Ali&licu=a&refId=b&trackingCode=c':
        'https://www.linkedin.com/pulse/titre-exemple-vmahc/',
      'https://www.linkedin.com/comm/jobs/view/4377110300/?midToken=AQEz&midSig=1h1z&trk=a&trkEmail=eml-x&trkInfo=b&eid=35t8t3-mma2&otpToken=MTMwYz&loginToken=c&mcid=d&original_referer=e&originalReferer=f':
        'https://www.linkedin.com/comm/jobs/view/4377110300/',
    },
    kept: [
      'https://www.linkedin.com/jobs/search/?currentJobId=12&keywords=mots&geoId=3',
      'https://www.linkedin.com/feed/update/urn:li:activity:7/?commentUrn=a&dashCommentUrn=b&replyUrn=c',
      'https://radio.exemple.fr/?trk=12&eid=3',
    ],
  },
  {
    sites: 'reddit.com',
    name: 'Reddit',
    read: [CLEARURLS, ADGUARD, BRAVE, SHORTENER],
    removed: {
      'https://www.reddit.com/r/france/comments/1ab2cd/titre/?share_id=okPOBW_OzrDClMSiZSLjV&utm_medium=ios_app&rdt=42&ref_source=link':
        'https://www.reddit.com/r/france/comments/1ab2cd/titre/',
      'https://www.reddit.com/r/france/comments/1ab2cd/?correlation_id=2e1f&post_fullname=t3_1ab2cd&target_user=a':
        'https://www.reddit.com/r/france/comments/1ab2cd/?post_fullname=t3_1ab2cd',
    },
    kept: [
      'https://www.reddit.com/r/france/comments/1ab2cd/titre/abc/?context=3&sort=new&depth=2',
      'https://chat.exemple.com/api/share/content?share_id=0ab',
    ],
  },
  {
    sites: 'snapchat.com',
    name: 'Snapchat',
    // `sid` is in no list: its 32 digits change with each share.
    read: [CLEARURLS, SHORTENER, LIVE],
    removed: {
      'https://www.snapchat.com/add/exemple?share_id=sXxolvhvQSWPjMjEJ7dM&locale=fr_FR&sid=b754a73b596143cb8e30275cab08d830':
        'https://www.snapchat.com/add/exemple?locale=fr_FR',
      'https://www.snapchat.com/p/a986?sc_referrer=https%3A%2F%2Fforum.exemple.fr&sc_ua=a&invite_id=b':
        'https://www.snapchat.com/p/a986',
    },
    kept: [
      'https://www.snapchat.com/spotlight/W7?timestamp=1700000000&locale=fr_FR',
      'https://archive.exemple.fr/viewstory.php?sid=14578',
    ],
  },
  {
    sites: 'pinterest.(com?.)?[a-z]{2,3}',
    name: 'Pinterest',
    read: ['StanleyMasinde/Lnky#45', 'newhouse/url-tracking-stripper#107', 'ClearURLs/Addon#173', LIVE],
    removed: {
      'https://fr.pinterest.com/pin/998814023593080001/sent/?invite_code=ec66d3f1a572&sender=1033365214407560001&sfo=1':
        'https://fr.pinterest.com/pin/998814023593080001/sent/?sfo=1',
      'https://www.pinterest.co.uk/pin/405886985174210000/?rcpt=178314603904630000&e_t=7fa8&news_hub_id=1':
        'https://www.pinterest.co.uk/pin/405886985174210000/',
      'https://www.pinterest.fr/secure/autologin/?user_id=12&od=abc':
        'https://www.pinterest.fr/secure/autologin/',
    },
    kept: [
      'https://app.exemple.com/join-team?invite_code=37fdca85&sender=12',
      'https://pinterest.exemple.fr/?sender=12',
    ],
  },
  {
    sites: 'substack.com',
    name: 'Substack',
    // Decoded: `r` is the number of the account in base 36, the same as in its `token`.
    read: [LIVE, 'brave/adblock-lists#1766', ADGUARD, SHORTENER],
    removed: {
      'https://exemple.substack.com/p/un-article?r=p9e96&utm_campaign=post':
        'https://exemple.substack.com/p/un-article',
      'https://substack.com/app-link/post?publication_id=817132&post_id=167007623&isFreemail=true&token=eyJ1c2VyX2lkIjoxfQ.a.b':
        'https://substack.com/app-link/post?publication_id=817132&post_id=167007623',
    },
    kept: [
      'https://exemple.fr/index.php?r=site/page&id=3',
      'https://video.exemple.net/x.m3u8?token=eyJhbGci',
      'https://exemple.substack.com/p/un-article/comments?giftKey=a',
    ],
  },
  {
    sites: 'spotify.com',
    name: 'Spotify',
    read: [ADGUARD, SHORTENER],
    removed: {
      'https://open.spotify.com/playlist/3PNLOlV1Wh2aHe4s7J0I1l?si=KMfZ&pi=jKU5pszGSaiIN':
        'https://open.spotify.com/playlist/3PNLOlV1Wh2aHe4s7J0I1l',
      'https://open.spotify.com/track/5auJ?go=1&sp_cid=a3fe&t=29&nd=1&dlsi=110f':
        'https://open.spotify.com/track/5auJ?go=1&t=29&nd=1',
    },
    kept: [
      'https://open.spotify.com/playlist/3PNL?pt=abc&highlight=spotify%3Atrack%3A5&context=d&uid=e&uri=f',
      'https://exemple.fr/liste?pi=2&si=3',
    ],
  },
  {
    sites: '(docs|drive).google.com',
    name: 'Google Docs, Google Drive',
    // In no list: 21 digits, the number of the Google account that shares.
    read: [LIVE],
    removed: {
      'https://docs.google.com/document/d/1-GwvMs6/edit?usp=sharing&ouid=106238154602768730000&rtpof=true&sd=true':
        'https://docs.google.com/document/d/1-GwvMs6/edit?usp=sharing&rtpof=true&sd=true',
    },
    kept: [
      'https://drive.google.com/file/d/1ab/view?resourcekey=0-abc&usp=sharing',
      'https://docs.google.com/spreadsheets/d/1ab/edit?gid=12#gid=12',
      'https://exemple.fr/?ouid=12',
    ],
  },
  {
    sites: 'google.(com?.)?[a-z]{2,3}',
    // It may be an e-mail address.
    read: ['lesiki/google-meet-default-account#6', 'GoogleCloudPlatform/google-cloud-eclipse#1589'],
    removed: {
      'https://drive.google.com/file/d/1ab/view?authuser=jean%40exemple.fr':
        'https://drive.google.com/file/d/1ab/view',
    },
    kept: ['https://exemple.fr/?authuser=1', 'https://google.exemple.fr/?authuser=1'],
  },
  {
    sites: 'google.(com?.)?[a-z]{2,3}/search',
    name: 'Google Search',
    read: [CLEARURLS, ADGUARD, BRAVE],
    removed: {
      'https://www.google.fr/search?q=exemple&ei=abc&sei=d&ved=0ahU&vet=1&sxsrf=AD&gs_lp=E&gs_lcp=a&gs_lcrp=b&gs_ssp=c&sca_esv=d&sca_upv=e&iflsig=f&fbs=g&rlz=h&oq=ex&aqs=i&visit_id=j&udm=2':
        'https://www.google.fr/search?q=exemple&udm=2',
    },
    kept: [
      'https://www.google.com/search?q=a&tbm=isch&tbs=b&start=10&hl=fr&gl=fr&cr=c&lr=d&safe=off&nfpr=1&filter=0&ibp=e&tbnid=f&docid=g&ie=utf-8',
      'https://www.google.com/maps/place/x?ei=a&ved=b',
      'https://exemple.fr/search?ei=12&oq=3&rlz=4',
    ],
  },
  {
    sites: 'xiaohongshu.com',
    name: 'Xiaohongshu',
    read: ['ClearURLs/Rules#134', ADGUARD, LIVE],
    removed: {
      'https://www.xiaohongshu.com/discovery/item/67f4ee26?xsec_source=app_share&type=video&xsec_token=CBwKTc=&shareRedId=ODw5OTs4&apptime=1744&share_id=94e0&appuid=5&wechatWid=6&xhsshare=CopyLink':
        'https://www.xiaohongshu.com/discovery/item/67f4ee26?xsec_source=app_share&type=video&xsec_token=CBwKTc=',
    },
    kept: ['https://www.xiaohongshu.com/explore/67f4?xsec_token=AB1&xsec_source=pc_feed'],
  },
  {
    sites: 'bilibili.com',
    name: 'Bilibili',
    read: [CLEARURLS, ADGUARD],
    removed: {
      'https://www.bilibili.com/video/BV1Br4y1h7BW?p=2&vd_source=33a986dae9358e2f&share_session_id=1a&buvid=b&bbid=c&unique_k=d':
        'https://www.bilibili.com/video/BV1Br4y1h7BW?p=2',
    },
    kept: ['https://www.bilibili.com/video/BV1Br4y1h7BW?p=2&t=30', 'https://exemple.fr/?unique_k=1'],
  },
  {
    sites: 'bilibili.com/video',
    read: [CLEARURLS, ADGUARD],
    removed: {
      'https://m.bilibili.com/video/BV1Br4y1h7BW?mid=12&p=2': 'https://m.bilibili.com/video/BV1Br4y1h7BW?p=2',
    },
    kept: ['https://space.bilibili.com/?mid=12', 'https://www.bilibili.com/list?mid=12'],
  },
  {
    sites: 'mp.weixin.qq.com',
    name: 'Weixin',
    read: [ADGUARD, SHORTENER],
    removed: {
      'https://mp.weixin.qq.com/s?__biz=Mz&mid=26&idx=1&sn=ab&uin=MTAx&key=5f&pass_ticket=a&exportkey=b&sessionid=0&devicetype=c':
        'https://mp.weixin.qq.com/s?__biz=Mz&mid=26&idx=1&sn=ab',
    },
    kept: ['https://mp.weixin.qq.com/s?__biz=Mz&mid=26&idx=1&sn=ab', 'https://exemple.fr/?key=5f&uin=1'],
  },
  {
    sites: 'quora.com',
    name: 'Quora',
    read: [`${ADGUARD.split(' ')[0]}#178786`, LIVE],
    removed: {
      'https://fr.quora.com/titre/answer/Exemple?ch=10&oid=24924878&share=c0cdb983&srid=hJabcd&target_type=answer':
        'https://fr.quora.com/titre/answer/Exemple?ch=10&oid=24924878&target_type=answer',
    },
    kept: ['https://www.quora.com/titre?share=1', 'https://carte.exemple.fr/?srid=4326&share=c0cdb983'],
  },
  {
    sites: 'medium.com',
    name: 'Medium',
    read: [CLEARURLS, BRAVE, TIDY, LIVE],
    removed: {
      'https://medium.com/p/titre-3355e82b?source=email-779762a86f00--writer.postDistributed&sk=7c6c':
        'https://medium.com/p/titre-3355e82b?sk=7c6c',
    },
    kept: [
      'https://exemple.medium.com/titre-3355?sk=7c6c&source=friends_link',
      'https://exemple.fr/?source=email-12',
    ],
  },
  {
    sites: 'nextdoor.com',
    name: 'Nextdoor',
    read: [SHORTENER, LIVE],
    removed: {
      'https://nextdoor.com/p/abc?link_source_user_id=17592189600000&auto_token=iFV0&post=12&action_source_user_id=1&ct=a&ec=b':
        'https://nextdoor.com/p/abc?post=12',
    },
    kept: ['https://nextdoor.com/p/abc?post=12', 'https://exemple.fr/?ct=1&ec=2'],
  },
  {
    sites: 'soundcloud.com',
    name: 'SoundCloud',
    read: [SHORTENER],
    removed: {
      'https://soundcloud.com/exemple/piste?si=1a2b&in=exemple/sets/x':
        'https://soundcloud.com/exemple/piste?in=exemple/sets/x',
    },
    kept: ['https://soundcloud.com/exemple/piste?in=exemple/sets/x#t=30', 'https://exemple.fr/?si=1'],
  },
  {
    sites: 'wetransfer.com',
    name: 'WeTransfer',
    // Decoded: base64 of the account that sent.
    read: [`${ADGUARD.split(' ')[0]}#192651`, LIVE],
    removed: {
      'https://wetransfer.com/downloads/b1446cfa/0626bd?t_exp=1773477358&t_lsid=978b&t_rid=ZW1haWx8YWJj&t_ts=1773218158':
        'https://wetransfer.com/downloads/b1446cfa/0626bd?t_exp=1773477358&t_ts=1773218158',
    },
    kept: [
      'https://wetransfer.com/downloads/b1446cfa/978b/0626bd?t_exp=1773477358',
      'https://exemple.fr/?t_rid=1',
    ],
  },
  {
    sites: 'sharepoint.com',
    name: 'SharePoint',
    // Live: tenant and e-mail address of the person who was invited.
    read: [`${ADGUARD.split(' ')[0]}#197415`, LIVE],
    removed: {
      'https://exemple.sharepoint.com/:w:/t/Equipe/IQANIw?e=bLD5hS&ovuser=5a94%2Cjean%40exemple.fr&clickparams=eyJB&xsdata=a&sdata=b':
        'https://exemple.sharepoint.com/:w:/t/Equipe/IQANIw?e=bLD5hS',
    },
    kept: [
      'https://exemple.sharepoint.com/sites/x/Forms/AllItems.aspx?id=%2Fa&web=1&sourcedoc=b',
      'https://onedrive.live.com/?resid=1&authkey=2&cid=3',
    ],
  },
  {
    sites: 'github.com',
    name: 'GitHub',
    read: [BRAVE, `${ADGUARD.split(' ')[0]}#233491`, LIVE],
    removed: {
      'https://github.com/exemple/x/issues/12?notification_referrer_id=NT_kwDOAB&email_token=AB&q=a':
        'https://github.com/exemple/x/issues/12?q=a',
    },
    kept: ['https://github.com/exemple/x?tab=readme-ov-file&ref=a'],
  },
  {
    sites: 'roblox.com',
    name: 'Roblox',
    // In no list: the number of the account that refers, as Roblox's own page writes it.
    read: [LIVE],
    removed: {
      'https://www.roblox.com/catalog/4484418472/x?rbxp=48100000':
        'https://www.roblox.com/catalog/4484418472/x',
    },
    kept: [
      'https://www.roblox.com/games/1/x?privateServerLinkCode=12&gameInstanceId=a&launchData=b',
      'https://www.roblox.com/share?code=12&type=Server',
    ],
  },
  {
    sites: 'ebay.(com?.)?[a-z]{2,3}',
    name: 'eBay',
    read: [ADGUARD, BRAVE],
    removed: {
      'https://www.ebay.fr/itm/265272975000?var=0&ssuid=AbC': 'https://www.ebay.fr/itm/265272975000?var=0',
    },
    kept: ['https://www.ebay.co.uk/sch/i.html?_nkw=mots', 'https://exemple.fr/?ssuid=1'],
  },
  {
    sites: 'temu.com',
    name: 'Temu',
    read: [ADGUARD, LIVE],
    removed: {
      'https://www.temu.com/goods.html?goods_id=6010&refer_share_suin=a&refer_share_id=b&_x_sessn_id=c':
        'https://www.temu.com/goods.html?goods_id=6010',
    },
    kept: ['https://www.temu.com/goods.html?goods_id=6010'],
  },
  {
    sites: 'change.org',
    name: 'Change.org',
    read: [`${ADGUARD.split(' ')[0]}#230239`],
    removed: {
      'https://www.change.org/p/titre?recruiter=24084000&recruited_by_id=1a&share_id=2b':
        'https://www.change.org/p/titre',
    },
    kept: ['https://www.change.org/search?q=mots', 'https://exemple.fr/?recruiter=1'],
  },
  {
    sites: 'twitch.tv',
    name: 'Twitch',
    read: [TIDY, LIVE],
    removed: {
      'https://www.twitch.tv/exemple/clip/AbCd?sr=a&tt_medium=mobile_web_share&tt_content=clip&tt_email_id=b':
        'https://www.twitch.tv/exemple/clip/AbCd',
    },
    kept: ['https://www.twitch.tv/videos/1?t=1h2m&filter=clips&sort=sr'],
  },
  {
    sites: 'vk.(com|ru)',
    name: 'VK',
    read: [ADGUARD],
    removed: { 'https://vk.com/wall-1_2?trackcode=f29a': 'https://vk.com/wall-1_2' },
    kept: ['https://vk.com/exemple?w=wall-1_2&z=photo1&access_key=a&list=b&reply=3&thread=4'],
  },
  {
    sites: '[^/]+(?=/)',
    read: [CLEARURLS, BRAVE_ANY, FIREFOX, 'VKCOM/vk-apps-launch-params'],
    removed: {
      'https://exemple.fr/x?id=1&fbclid=IwAR0': 'https://exemple.fr/x?id=1',
      'https://app.exemple.ru/?vk_app_id=67&vk_user_id=494075': 'https://app.exemple.ru/?vk_app_id=67',
    },
    kept: ['https://exemple.fr/x?Fbclid=1&fbclid2=3&fb_comment_id=4'],
  },
  {
    sites: '[^/]+(?=/)(?=[^#]*[?&]vk_user_id=)',
    read: ['VKCOM/vk-apps-launch-params'],
    removed: {
      'https://app.exemple.ru/?sign=htQF&vk_app_id=67&vk_user_id=494075&vk_ts=16':
        'https://app.exemple.ru/?vk_app_id=67',
    },
    kept: ['https://fichiers.exemple.fr/a.zip?sign=htQF&vk_ts=1'],
  },
  {
    sites: '[^/]+(?=/)(?=[^#]*[?&]actCampaignType=)',
    // Mails of French newspapers; the maker of the mailer is not known.
    read: [LIVE],
    removed: {
      'https://www.liberation.fr/x/?actId=~aZ0rwLtG&actCampaignType=CAMPAIGN_MAIL&actSource=543696':
        'https://www.liberation.fr/x/',
    },
    kept: ['https://legal.exemple.fr/?actId=12'],
  },
  {
    sites: '[^/]+(?=/)(?![^#]*(?:unsubscribe|emailWebview))',
    read: [
      FIREFOX,
      'duckduckgo/privacy-configuration features/tracking-parameters.json, 58293df',
      BRAVE_CODE,
    ],
    removed: { 'https://info.exemple.com/a?mkt_tok=NzY0LUJVS': 'https://info.exemple.com/a' },
    kept: ['https://info.exemple.com/index.php/email/emailWebview?mkt_tok=NzY0'],
  },
  {
    sites: '[^/]+(?=/)(?<!hive.co)(?!/email/)',
    read: [BRAVE, BRAVE_CODE],
    removed: { 'https://billets.exemple.fr/x?h_sid=ab12&h_slt=cd&id=3': 'https://billets.exemple.fr/x?id=3' },
    kept: ['https://app.hive.co/x?h_sid=ab12', 'https://billets.exemple.fr/email/x?h_slt=cd'],
  },
  {
    sites: '[^/]+(?=/)(?<!comcast.com)',
    read: [BRAVE_ANY, SHORTENER],
    removed: { 'https://exemple.fr/x?elq=0c43aec2bf3e&id=1': 'https://exemple.fr/x?id=1' },
    kept: ['https://www.comcast.com/x?elq=0c43aec2bf3e', 'https://xcomcast.com.exemple.fr/?elqx=1'],
  },
];

/** The names of `TRACKERS`, with where they were read. `=` gives a value that the row wants. */
export const TRACKER_SOURCES: readonly (readonly [names: string, ...read: string[]])[] = [
  ['utm_source UTM_Campaign Utm_x', CLEARURLS, ADGUARD_ANY, BRAVE],
  ['gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid', CLEARURLS, BRAVE_ANY, FIREFOX],
  ['mc_cid mc_eid _hsenc _hsmi vero_id vero_conv', BRAVE_ANY, FIREFOX, ADGUARD_ANY],
  ['__hssc __hstc __hsfp hsCtaTracking', FIREFOX, BRAVE_ANY, ADGUARD_ANY],
  // Decoded: base64 of an e-mail address.
  ['_ke', LIVE],
  ['_kx klaviyo_id', ADGUARD_ANY, BRAVE, BRAVE_CODE],
  // Named by the issue that asked for this table; in no list and in no public address.
  ['ns_email', 'our issue 26'],
  ['__s=abc123xyz', FIREFOX, BRAVE_ANY, ADGUARD_ANY],
  ['oly_anon_id oly_enc_id rb_clickid', FIREFOX, BRAVE_ANY, ADGUARD_ANY],
  [
    'ml_subscriber ml_subscriber_hash ml_sub ml_sub_hash ck_subscriber_id _bhlid bbeml',
    BRAVE_ANY,
    ADGUARD_ANY,
  ],
  ['omnisendContactID ss_email_id user_email_address', BRAVE_ANY, ADGUARD_ANY, SHORTENER],
  ['_cldee _clde', ADGUARD_ANY, SHORTENER],
  ['vgo_ee bsft_eid sfmc_id et_rid dm_i os_ehash', BRAVE_ANY, ADGUARD_ANY, CLEARURLS],
  ['elqTrackId elqTrack elqaid spUserID spMailingID spJobID spReportId', BRAVE_ANY, ADGUARD_ANY],
  ['trk_contact trk_msg sc_uid sc_eh sc_customer at_recipient_id at_recipient_list', BRAVE_ANY, ADGUARD_ANY],
  ['mindbox-message-key sms_click sms_source sms_uph', BRAVE, ADGUARD_ANY, SHORTENER],
  ['oft_id oft_ids oft_k oft_lk oft_d oft_c oft_ck oft_sk', BRAVE_ANY],
  ['_gl _ga guce_referrer guce_referrer_sig', BRAVE_ANY, ADGUARD_ANY, CLEARURLS],
  ['irclickid srsltid ysclid ymclid syclid _openstat rdt_cid epik tgclid', BRAVE_ANY, ADGUARD_ANY],
  ['_branch_match_id _branch_referrer unicorn_click_id wickedid', BRAVE_ANY, ADGUARD_ANY],
  ['ScCid sccid SsCid', BRAVE_ANY, 'PostHog/posthog#37368'],
  ['mtm_cid pk_cid pk_vid fb_action_ids igshid', CLEARURLS, ADGUARD_ANY, SHORTENER],
];

/** Parameters left on purpose: the reason, and addresses that stay as they are. */
export const LEFT_ON_PURPOSE: readonly (readonly [reason: string, ...kept: string[]])[] = [
  [
    'the file does not open without its signature',
    'https://scontent.exemple.fna.fbcdn.net/v/t39/a.jpg?_nc_cat=1&oh=2&oe=3&efg=4&stp=5',
    'https://cdn.discordapp.com/attachments/1/2/a.png?ex=68f140bb&is=68efef3b&hm=9823',
    'https://exemple.imgix.net/a.png?w=400&s=def3e221c3f4c4debda091b8e49420ea',
    'https://preview.redd.it/a.jpg?width=640&s=9f86d081884c7d659a2feaa0c55ad0159f86d081',
    'https://s3.exemple.com/a.zip?X-Amz-Signature=1&Expires=2&Key-Pair-Id=3&Policy=4&sig=5&token=6',
  ],
  [
    'it is the key of what was shared',
    'https://vimeo.com/12?h=ab12',
    'https://www.dropbox.com/scl/fi/a/b.pdf?rlkey=c&st=d&dl=0',
    'https://drive.google.com/file/d/1ab/view?resourcekey=0-abc',
    'https://medium.com/p/x?sk=7c6c',
    'https://www.xiaohongshu.com/explore/67f4?xsec_token=AB1&xsec_source=pc_feed',
    'https://vk.com/photo1_2?access_key=a',
    'https://chat.whatsapp.com/AbCdEfGhIjK?mode=ac_t',
    'https://exemple.fr/invitation?code=a&key=b&token=c&auth=d&state=e&hash=f&t=g',
  ],
  [
    'it names a comment, a message or a picture, which may be what is reported',
    'https://www.youtube.com/watch?v=abc&lc=Ugx',
    'https://www.facebook.com/groups/1/posts/2/?comment_id=3&reply_comment_id=4',
    'https://exemple.fr/article?fb_comment_id=1_2',
    'https://www.tiktok.com/@a/video/1?share_comment_id=2&share_item_id=1&comment_author_id=3',
    'https://www.linkedin.com/feed/update/urn:li:activity:7/?commentUrn=a',
    'https://www.reddit.com/r/france/comments/1ab2cd/titre/abc/?context=3',
    'https://t.me/exemple/12?comment=3&thread=4&single&t=5',
  ],
  [
    'a bot or an application does not start without it, though it may name a person who refers',
    'https://t.me/exemple_bot?start=ref123',
    'https://t.me/exemple_bot/jeu?startapp=ref123',
  ],
  [
    'it tells how or from which button a page was opened, and nobody',
    'https://www.facebook.com/exemple?ref=share&fref=nf&refid=17&_rdr&locale2=fr_FR&sfnsn=mo',
    'https://www.lemonde.fr/x.html?xtor=RSS-1&at_medium=a&at_campaign=b&ns_mchannel=c&cmpid=d&ocid=e&mtm_campaign=f',
  ],
  [
    'it names the partner of a seller, which is a trace of who earns',
    'https://boutique.exemple.fr/p?tag=a-21&awc=b&aff_id=c&nats=d&btag=e&campid=f',
  ],
  [
    'other sites use these names for a page',
    'https://exemple.fr/?r=1&s=2&t=3&si=4&is=5&ei=6&ved=7&pp=8&sid=9&u=10&id=11&uid=12&user_id=13&source=14&ref=15&via=16&from=17',
    'https://recherche.exemple.fr/?email=jean%40exemple.fr',
  ],
  [
    'the whole address is that of another page, or is signed',
    'https://urldefense.com/v3/__https://exemple.fr/x?utm_source=a__;!!abc$',
    'https://tix.axs.com/AbC?utm_source=a&fbclid=b',
  ],
];
