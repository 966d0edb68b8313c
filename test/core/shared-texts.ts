// Shares as applications hand them over, written after the way in which each application shares, with what is expected.
// Names, codes and numbers are invented.

import type { LeftOutReason, SharedText } from '../../src/core/address/shared-text.ts';

/** One share, with its expected reading. */
export interface SharedExample {
  /** The application, and what is particular. */
  readonly from: string;
  readonly shared: SharedText;
  readonly addresses: readonly string[];
  /** Names of the removed parameters. */
  readonly removed?: readonly string[];
  readonly leftOut?: readonly (readonly [address: string, reason: LeftOutReason])[];
  /** No word stands around the addresses. */
  readonly isBare?: true;
}

const TWENTY_ONE = Array.from({ length: 21 }, (_, index) => `https://forum.exemple.fr/sujet/${index + 1}`);

export const SHARED_TEXTS: readonly SharedExample[] = [
  {
    from: 'Instagram, a reel',
    shared: { text: 'https://www.instagram.com/reel/DAbCdEfGhIj/?igsh=MzRlODBiNWFlZA==' },
    addresses: ['https://www.instagram.com/reel/DAbCdEfGhIj/'],
    removed: ['igsh'],
    isBare: true,
  },
  {
    from: 'Instagram, a profile with words',
    shared: {
      text: 'Suis @un.compte sur Instagram !\nhttps://www.instagram.com/un.compte?igsh=MWc0&utm_source=qr',
    },
    addresses: ['https://www.instagram.com/un.compte'],
    removed: ['igsh', 'utm_source'],
  },
  {
    from: 'Instagram, a story',
    shared: { text: 'https://www.instagram.com/stories/un.compte/3141592653?igsh=Zm9v&story_media_id=31' },
    addresses: ['https://www.instagram.com/stories/un.compte/3141592653?story_media_id=31'],
    removed: ['igsh'],
    isBare: true,
  },
  {
    from: 'Threads',
    shared: { text: 'https://www.threads.com/@un.compte/post/DAbC?xmt=AQF0&slof=1' },
    addresses: ['https://www.threads.com/@un.compte/post/DAbC'],
    removed: ['xmt', 'slof'],
    isBare: true,
  },
  {
    from: 'TikTok, a short link',
    shared: { text: 'https://vm.tiktok.com/ZGeAbCdEf/' },
    addresses: ['https://vm.tiktok.com/ZGeAbCdEf/'],
    isBare: true,
  },
  {
    from: 'TikTok, a long link with what names the sharer',
    shared: {
      text: 'https://www.tiktok.com/@un.compte/video/7312345678901234567?_r=1&u_code=d1&sec_user_id=MS4w&share_link_id=5f-6a&sharer_language=fr&social_share_type=0&timestamp=1700000000&user_id=681&ug_btm=b87',
    },
    addresses: ['https://www.tiktok.com/@un.compte/video/7312345678901234567'],
    removed: [
      '_r',
      'u_code',
      'sec_user_id',
      'share_link_id',
      'sharer_language',
      'social_share_type',
      'timestamp',
      'user_id',
      'ug_btm',
    ],
    isBare: true,
  },
  {
    from: 'TikTok Lite, with its advertising link',
    shared: {
      text: 'https://vm.tiktok.com/ZSHabcdef/ This post is shared via TikTok Lite. Download TikTok Lite to enjoy more posts: https://www.tiktok.com/tiktoklite',
    },
    addresses: ['https://vm.tiktok.com/ZSHabcdef/'],
    leftOut: [['https://www.tiktok.com/tiktoklite', 'advertisement']],
  },
  {
    from: 'TikTok Lite, its advertising link first',
    shared: {
      title: 'TikTok Lite',
      text: 'TikTok Lite (https://lite.tiktok.com/t/get): regarde https://lite.tiktok.com.exemple.fr/x et https://vt.tiktok.com/ZSab/',
    },
    addresses: ['https://lite.tiktok.com.exemple.fr/x', 'https://vt.tiktok.com/ZSab/'],
    leftOut: [['https://lite.tiktok.com/t/get', 'advertisement']],
  },
  {
    from: 'YouTube, a video',
    shared: {
      title: 'Regarder « Titre de la vidéo » sur YouTube',
      text: 'https://youtu.be/dQw4w9WgXcQ?si=0a1B2c3D4e5F6g7H',
    },
    addresses: ['https://youtu.be/dQw4w9WgXcQ'],
    removed: ['si'],
  },
  {
    from: 'YouTube, a comment and a time',
    shared: { text: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgxAb&t=42s&feature=shared&si=x' },
    addresses: ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgxAb&t=42s'],
    removed: ['feature', 'si'],
    isBare: true,
  },
  {
    from: 'X, a post',
    shared: { text: 'https://x.com/un_compte/status/1790000000000000000?t=AbCdEf_gh&s=19' },
    addresses: ['https://x.com/un_compte/status/1790000000000000000'],
    removed: ['t', 's'],
    isBare: true,
  },
  {
    from: 'X, a post with its words',
    shared: {
      text: 'Un compte (@un_compte) a posté : « Des mots https://t.co/AbCdEf » https://twitter.com/un_compte/status/179?s=20',
    },
    addresses: ['https://t.co/AbCdEf', 'https://twitter.com/un_compte/status/179'],
    removed: ['s'],
  },
  {
    from: 'Facebook, a share link',
    shared: { text: 'https://www.facebook.com/share/p/1AbCdEfGhI/?mibextid=wwXIfr' },
    addresses: ['https://www.facebook.com/share/p/1AbCdEfGhI/'],
    removed: ['mibextid'],
    isBare: true,
  },
  {
    from: 'Facebook, a group, with what follows people',
    shared: {
      text: 'https://m.facebook.com/groups/123/permalink/456/?rdid=aB&share_url=https%3A%2F%2Fx&fbclid=Iw',
    },
    addresses: ['https://m.facebook.com/groups/123/permalink/456/'],
    removed: ['rdid', 'share_url', 'fbclid'],
    isBare: true,
  },
  {
    from: 'WhatsApp, a message with a link',
    shared: { text: '*Regarde* ça c’est horrible 😡 https://exemple.fr/video/12 , tu peux signaler ?' },
    addresses: ['https://exemple.fr/video/12'],
  },
  {
    from: 'WhatsApp, an invitation to a group',
    shared: {
      text: 'Ouvrez ce lien pour rejoindre mon groupe WhatsApp : https://chat.whatsapp.com/AbCdEfGhIjK',
    },
    addresses: ['https://chat.whatsapp.com/AbCdEfGhIjK'],
  },
  {
    from: 'WhatsApp, its advertising link',
    shared: { text: 'Vu sur https://exemple.fr/a?b=1\n\nRejoins-moi : https://whatsapp.com/dl/code=AbC' },
    addresses: ['https://exemple.fr/a?b=1'],
    leftOut: [['https://whatsapp.com/dl/code=AbC', 'advertisement']],
  },
  {
    from: 'Telegram, a message',
    shared: { text: 'https://t.me/une_chaine/1234?single' },
    addresses: ['https://t.me/une_chaine/1234?single'],
    isBare: true,
  },
  {
    from: 'Telegram, a forwarded text without scheme',
    shared: { text: 'La chaîne :\nt.me/une_chaine\nà signaler' },
    addresses: ['https://t.me/une_chaine'],
  },
  {
    from: 'Snapchat, Spotlight',
    shared: {
      text: 'Regarde ce Spotlight sur Snapchat https://www.snapchat.com/spotlight/W7_EDlX?share_id=a-b&sid=c1&locale=fr-FR',
    },
    addresses: ['https://www.snapchat.com/spotlight/W7_EDlX?locale=fr-FR'],
    removed: ['share_id', 'sid'],
  },
  {
    from: 'Snapchat, an account',
    shared: { title: 'Snapchat', text: 'https://www.snapchat.com/add/un.compte?invite_id=xY1&sc_referrer=z' },
    addresses: ['https://www.snapchat.com/add/un.compte'],
    removed: ['invite_id', 'sc_referrer'],
  },
  {
    from: 'Snapchat, a short link',
    shared: { text: 'https://snapchat.com/t/AbCdEfGh' },
    addresses: ['https://snapchat.com/t/AbCdEfGh'],
    isBare: true,
  },
  {
    from: 'Discord, a message',
    shared: { text: 'https://discord.com/channels/111111111111111111/222222222222222222/333333333333333333' },
    addresses: ['https://discord.com/channels/111111111111111111/222222222222222222/333333333333333333'],
    isBare: true,
  },
  {
    from: 'Discord, an invitation',
    shared: { text: 'Join my server on Discord! discord.gg/AbCdEf' },
    addresses: ['https://discord.gg/AbCdEf'],
  },
  {
    from: 'Reddit, the application',
    shared: { text: 'https://www.reddit.com/r/un_sujet/s/AbCdEfGhIj' },
    addresses: ['https://www.reddit.com/r/un_sujet/s/AbCdEfGhIj'],
    isBare: true,
  },
  {
    from: 'Reddit, a long link',
    shared: {
      title: 'Un titre',
      text: 'Un titre https://www.reddit.com/r/un_sujet/comments/1abcd/un_titre/?share_id=xYz&utm_content=1&utm_medium=ios_app&utm_name=ioscss&utm_source=share&utm_term=1&rdt=42',
    },
    addresses: ['https://www.reddit.com/r/un_sujet/comments/1abcd/un_titre/'],
    removed: ['share_id', 'utm_content', 'utm_medium', 'utm_name', 'utm_source', 'utm_term', 'rdt'],
  },
  {
    from: 'Douyin, between signs and codes',
    shared: {
      text: '7.99 复制打开抖音，看看【小明的作品】今天的风景 # 旅行 https://v.douyin.com/iRNBho5m/ 02/14 X@m.QK zTl:/ ',
    },
    addresses: ['https://v.douyin.com/iRNBho5m/'],
  },
  {
    from: 'Douyin, the next sentence directly after the link',
    shared: { text: '小明发布的作品https://v.douyin.com/iRNBho5m/复制此链接，打开Dou音搜索，直接观看视频！' },
    addresses: ['https://v.douyin.com/iRNBho5m/'],
  },
  {
    from: 'Douyin, the page of the share',
    shared: {
      text: 'https://www.iesdouyin.com/share/video/7123/?region=CN&mid=71&u_code=1&did=MS4&iid=MS5&with_sec_did=1&share_sign=a&ts=17',
    },
    addresses: ['https://www.iesdouyin.com/share/video/7123/?region=CN&mid=71'],
    removed: ['u_code', 'did', 'iid', 'with_sec_did', 'share_sign', 'ts'],
    isBare: true,
  },
  {
    from: 'Xiaohongshu, a wide comma directly after the link',
    shared: {
      text: '63 小红发布了一篇小红书笔记，快来看吧！ http://xhslink.com/a/AbCdEf，复制本条信息，打开【小红书】App查看',
    },
    addresses: ['http://xhslink.com/a/AbCdEf'],
  },
  {
    from: 'any application, a wide comma directly after the link',
    shared: { text: '看https://exemple.fr/a，复制' },
    addresses: ['https://exemple.fr/a'],
  },
  {
    from: 'Twitch, a clip',
    shared: {
      text: 'https://www.twitch.tv/un_compte/clip/AbCd?sr=a&tt_medium=mobile_web_share&tt_content=clip',
    },
    addresses: ['https://www.twitch.tv/un_compte/clip/AbCd'],
    removed: ['sr', 'tt_medium', 'tt_content'],
    isBare: true,
  },
  {
    from: 'LinkedIn',
    shared: { text: 'https://www.linkedin.com/posts/un-compte_activity-71-AbC?utm_source=share&rcm=ACoAA' },
    addresses: ['https://www.linkedin.com/posts/un-compte_activity-71-AbC'],
    removed: ['utm_source', 'rcm'],
    isBare: true,
  },
  {
    from: 'Pinterest',
    shared: { text: 'Découvrez ceci https://www.pinterest.fr/pin/123/?invite_code=ab&sender=456' },
    addresses: ['https://www.pinterest.fr/pin/123/'],
    removed: ['invite_code', 'sender'],
  },
  {
    from: 'Chrome, a page: its title, and its address in the text',
    shared: { title: 'Un article – Exemple', text: 'https://exemple.fr/article?id=12#commentaire-3' },
    addresses: ['https://exemple.fr/article?id=12#commentaire-3'],
  },
  {
    from: 'Chrome, a selection',
    shared: {
      title: 'Un article',
      text: '"des mots choisis"\n https://exemple.fr/article?id=12#:~:text=des%20mots%20choisis',
    },
    addresses: ['https://exemple.fr/article?id=12'],
  },
  {
    from: 'a browser that fills in the field of the address',
    shared: { title: 'Un article', text: 'Un article', url: 'https://exemple.fr/article?utm_source=share' },
    addresses: ['https://exemple.fr/article'],
    removed: ['utm_source'],
  },
  {
    from: 'a browser that says the address twice',
    shared: { text: 'Un article https://exemple.fr/article', url: 'https://exemple.fr/article?utm_source=x' },
    addresses: ['https://exemple.fr/article'],
    removed: ['utm_source'],
  },
  {
    from: 'an application with the address in the title',
    shared: { title: 'https://exemple.fr/profil/42', text: '' },
    addresses: ['https://exemple.fr/profil/42'],
    isBare: true,
  },
  {
    from: 'the search application, a result',
    shared: { text: 'https://www.google.com/url?q=https%3A%2F%2Fexemple.fr%2Fvideo&sa=U&ved=2ahUKE&usg=AOv' },
    addresses: ['https://exemple.fr/video'],
    isBare: true,
  },
  {
    from: 'mail, with the signature of Outlook',
    shared: {
      title: 'TR : à voir',
      text: 'Bonjour,\nvoici : <https://exemple.fr/message/9>.\nObtenir Outlook pour Android<https://aka.ms/AAb9ysg>',
    },
    addresses: ['https://exemple.fr/message/9'],
    leftOut: [['https://aka.ms/AAb9ysg', 'advertisement']],
  },
  {
    from: 'mail, with the signature of Yahoo and a protected link',
    shared: {
      text: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.fr%2Fx&data=05%7C01\nYahoo Mail : https://mail.onelink.me/107872968?pid=x https://overview.mail.yahoo.com/?.src=iOS',
    },
    addresses: ['https://exemple.fr/x'],
    leftOut: [
      ['https://mail.onelink.me/107872968?pid=x', 'advertisement'],
      ['https://overview.mail.yahoo.com/?.src=iOS', 'advertisement'],
    ],
  },
  {
    from: 'mail, with the signature of Proton',
    shared: {
      text: 'https://exemple.fr/y\nSent with Proton Mail (https://proton.me/mail/home) secure email.',
    },
    addresses: ['https://exemple.fr/y'],
    leftOut: [['https://proton.me/mail/home', 'advertisement']],
  },
  {
    from: 'SMS, an address without scheme in a sentence',
    shared: { text: 'Va voir www.exemple.fr/photos?album=3. Et rappelle-moi au 06 12 34 56 78' },
    addresses: ['https://www.exemple.fr/photos?album=3'],
  },
  {
    from: 'SMS, two addresses',
    shared: { text: 'le site https://exemple.fr/1 et sa copie https://copie.exemple.org/1' },
    addresses: ['https://exemple.fr/1', 'https://copie.exemple.org/1'],
  },
  {
    from: 'an application that adds where it is installed',
    shared: {
      text: 'https://exemple.fr/z\nhttps://play.google.com/store/apps/details?id=fr.exemple https://apps.apple.com/fr/app/id1 https://telegram.org/dl https://aka.ms/o0ukef https://aka.ms/ghei36',
    },
    addresses: ['https://exemple.fr/z'],
    leftOut: [
      ['https://play.google.com/store/apps/details?id=fr.exemple', 'advertisement'],
      ['https://apps.apple.com/fr/app/id1', 'advertisement'],
      ['https://telegram.org/dl', 'advertisement'],
      ['https://aka.ms/o0ukef', 'advertisement'],
      ['https://aka.ms/ghei36', 'advertisement'],
    ],
    isBare: true,
  },
  {
    from: 'a store, the page of an application alone',
    shared: { title: 'Une application', text: 'https://play.google.com/store/apps/details?id=fr.exemple' },
    addresses: ['https://play.google.com/store/apps/details?id=fr.exemple'],
  },
  {
    from: 'an address with a user name: kept, because the form asks whose it is',
    shared: { text: 'https://moi:secret@exemple.fr/prive' },
    addresses: ['https://moi:secret@exemple.fr/prive'],
    isBare: true,
  },
  {
    from: 'a gallery that shares a picture of the device',
    shared: { text: 'content://media/external/images/media/31' },
    addresses: [],
    leftOut: [['content://media/external/images/media/31', 'refused']],
    isBare: true,
  },
  {
    from: 'an application that shares no address',
    shared: { title: 'Contact', text: 'jean@exemple.fr, 06 12 34 56 78' },
    addresses: [],
  },
  { from: 'an application that shares nothing', shared: {}, addresses: [], isBare: true },
  {
    from: 'a list that is longer than a report',
    shared: { text: TWENTY_ONE.join('\n') },
    addresses: TWENTY_ONE.slice(0, 20),
    leftOut: [[TWENTY_ONE[20]!, 'too_many']],
    isBare: true,
  },
];
