// The rules of the address normaliser, as data: how people break an address, and what other sites put into one.
// The lists are short, made for this project, and each entry is tested.
// Patterns on a host are anchored: `evil.example/google.com/url` is not Google.

/**
 * Any spelling of a web scheme: `hxxps[:]//`, `https//`, `http:/`, `ttps://`, `https :\\`, `http://https://`. A second
 * one that has a port or a password after its colon is a host or a user: `http://http:8080/`.
 */
export const WEB_SCHEME =
  /^(?:(?:h+[tx*]{1,3}|tt)p{1,2}(s?)\s*(?:\[?[:;]\]?(?:(?:\s*[/\\]){2,}|(?<=^[^:;]*.\]?)(?:\s*[/\\])?|(?!\d*(?:[/\\?#]|$)|[^/\\?#]*@))|(?:[/\\]\s*){2,})\]?\s*)+/i;

/** A dot in brackets, as a sign or a word, or a dot with the spaces that a phone keyboard adds. */
export const DEFANGED_DOT = /\s*(?:[[({][[({\s]*(?:\.|dot|point)[\])}\s]*[\])}]|\.(?=\s*[a-z\d]))\s*/g;

/** A host at the start of a text without scheme. A text that ends in a file extension is a file name. */
export const BARE_HOST =
  /^(?:localhost|\[[\da-f:.]+\]|\d+(?:\.\d+){3}|(?:[\p{L}\p{N}\p{M}\p{So}_-]+\.)+(?!(?:jpe?g|png|gif|html?|php|pdf|avi|mkv)$)(?:\p{L}[\p{L}\p{M}]+|xn--[\w-]+)\.?)(?::\d{1,5})?(?=[/\\?#]|$)/iu;

/**
 * The start of an address pasted directly after another one; not after `/`, `=`, `:`, an escape, or the `/__` of
 * urldefense.com.
 */
export const GLUED_ADDRESS = /(?<=[\p{L}\d.,;)\]>_-])(?<!%[\da-f]{2}|\/__)(?=h(?:tt|xx)ps?:\/\/)/giu;

/** An address that names its scheme, anywhere in a word. */
export const SCHEMED_ADDRESS =
  /(?:view-source:)?(?:[a-z][a-z\d+.-]{1,20}:\/\/|magnet:\?|https?(?::|\/\/))[^\s/].*/i;

/** Refused schemes: pictures and scripts (group 1), then files of this device alone. « About: a site » is no scheme. */
export const REFUSED = /^(?:(data|javascript):|(?:blob|file|content|about):(?=[^\s%]))/i;

/** Schemes that open an application. Names that people also write as in « Snapchat:pseudo » count only with `//`. */
export const APPLICATION =
  /^(?:tg|intent|(?:discord|snapchat|whatsapp|viber|sgnl|fb|instagram|twitter|snssdk\d+|spotify|youtube)(?=:\/\/)):/;

/** Redirect pages, as host + path. The first web address among their parameters is the target. */
export const REDIRECT =
  /^(?:[\w-]+\.)*(?:lm?\.facebook\.com\/l\.php|l\.instagram\.com\/|google\.(?:com?\.)?[a-z]{2,3}\/url$|safelinks\.protection\.outlook\.com\/|youtube\.com\/redirect|out\.reddit\.com\/|vk\.com\/away|t\.umblr\.com\/redirect|duckduckgo\.com\/l\/|steamcommunity\.com\/linkfilter|tiktok\.com\/link\/|linkedin\.com\/redir|(?:x|twitter)\.com\/i\/redirect)/;

/** Hosts of search engines. */
export const SEARCH_HOST =
  /^(?:(?:www\.|images\.)?google\.(?:com?\.)?[a-z]{2,3}|(?:\w+\.)*(?:bing\.com|search\.yahoo\.com|duckduckgo\.com|qwant\.com|ecosia\.org|search\.brave\.com|startpage\.com|baidu\.com)|(?:www\.)?yandex\.[a-z]{2,3})$/;

/** Marks of a page of search results, in the path or the query. Bing's `/ck/` redirects, but hides its target. */
export const SEARCH_PAGE = /\/(?:.*\/)?search|\/imgres|\/ck\/|[?&](?:q|p|text|wd)=/;

/** Parameters of an image search that hold the image's address. `imgrefurl` holds the page that shows the image. */
export const IMAGE_TARGET = /^(?:imgurl|mediaurl|iai|img_url)$/;

/** Hosts that exist on the reporter's machine or network only; IPv6: ULA (RFC 4193) and link-local (RFC 4291). */
export const LOCAL_HOST =
  /^(?:\[(?:::1?\]|f[cd]\w\w:|fe[89ab]\w:)|(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$)|(?:^|\.)localhost$|\.(?:local|lan|internal|home\.arpa)$/;

/** The label of an onion service (group 1), or of one behind a gateway to Tor, such as `….onion.ws` (group 2). */
export const ONION_HOST = /(?:^|\.)(?:([^.]+)\.onion|([a-z2-7]{16,})\.(?:onion|tor2web)\.[a-z.]+)$/;

/** Telegram's own link to a public message or channel. */
export const TELEGRAM_LINK = /^tg:(?:\/\/)?resolve\/?\?domain=(\w+)(?:&post=(\d+))?$/i;
