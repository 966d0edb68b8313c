// The attributes of both elements: one table, in columns. Each part of the widget imports the columns that it reads; the
// build leaves the others out of its file. The words of `category` and `categories` are those of the report (core).

import { EMBEDS } from './core/report/embeds.ts';

/** Every attribute, in the order of the documentation. */
export const ATTRIBUTES = [
  'endpoint',
  'src',
  'public-key',
  'challenge',
  'receipt-key',
  'hotline',
  'hotline-url',
  'privacy-url',
  'country',
  'lang',
  'languages',
  'variant',
  'theme',
  'size',
  'placement',
  'scheme',
  'mode',
  'categories',
  'category',
  'url',
  'page-context',
  'page-url',
  'fields',
  'flow',
  'exit-url',
  'partner',
  'embed',
  'heading-level',
  'debug',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** The accepted values: a pattern, or a list of words. */
export type Accepted = RegExp | readonly string[];

type Column<Value> = Readonly<Partial<Record<AttributeName, Value>>>;

// Values in more than one column. As constants, because the build keeps a column that reads from another one.
const SIZES = ['s', 'm', 'l'] as const;
const LEVELS = ['2', '3', '4', '5'] as const;
const FLOWS = ['steps', 'page'] as const;
const CONTEXTS = ['ask', 'here', 'elsewhere'] as const;
const COUNTRY = /^[a-z]{2}$/i;

/** Names of the presets. The button looks for its own in its style sheet, and needs no list. */
export const THEMES = {
  theme: ['signal', 'institution', 'nuit', 'contraste', 'discret', 'presse', 'ecole', 'compact'],
} as const satisfies Column<readonly string[]>;

/** Accepted words of attributes that the first step does not read: those that style sheets select by, and `embed`. */
export const LOOKS = {
  variant: ['button', 'floating', 'link', 'icon', 'bar'],
  size: SIZES,
  placement: ['bottom-end', 'bottom-start', 'middle-end', 'middle-start'],
  scheme: ['auto', 'light', 'dark'],
  mode: ['dialog', 'inline'],
  embed: EMBEDS,
} as const satisfies Column<readonly string[]>;

/** A value that cannot be used. */
export interface BadValue {
  readonly attribute: AttributeName;
  readonly value: string;
  /** The accepted words, where the attribute takes words. */
  readonly expected?: readonly string[];
}

/** The values of an element that are not among the accepted words of their attributes. */
export const unknownWords = (element: Element, words: Column<readonly string[]>): BadValue[] =>
  Object.entries(words).flatMap(([name, expected]) => {
    const attribute = name as AttributeName;
    const value = element.getAttribute(attribute);
    return value && !expected.includes(value) ? [{ attribute, value, expected }] : [];
  });

/** Accepted words of the form's settings. */
export const WORDS = {
  'page-context': CONTEXTS,
  fields: ['questions', 'role', 'details', 'reply'],
  flow: FLOWS,
  'heading-level': LEVELS,
} as const satisfies Column<readonly string[]>;

const WEB = /^https?:\/\//i;

/** Patterns of the form's settings that are no fixed list of words. */
export const PATTERNS = {
  'privacy-url': WEB,
  country: COUNTRY,
  'page-url': WEB,
  'exit-url': /^https:\/\//i,
  partner: /^[a-z0-9][a-z0-9._-]{1,63}$/,
} as const satisfies Column<RegExp>;

/** Types other than text and one of `LOOKS` or `WORDS`. A list holds words separated by spaces. */
export const TYPES: Column<'boolean' | 'list' | 'number'> = {
  languages: 'list',
  categories: 'list',
  fields: 'list',
  'heading-level': 'number',
  debug: 'boolean',
};

/** What a value without a fixed list of words is expected to be, for the developer. */
export const EXPECTED: Column<string> & Readonly<Record<keyof typeof PATTERNS, string>> = {
  'public-key': 'the base64url text of an uncompressed P-256 point (65 bytes), on a page over https',
  challenge: 'an address on the server of the endpoint',
  'receipt-key': 'the base64url text of an Ed25519 key (32 bytes), or of several',
  'privacy-url': 'an http or https address',
  country: 'two letters, such as FR',
  'page-url': 'an http or https address',
  'exit-url': 'an https address',
  partner: 'a name of 2 to 64 of a-z 0-9 . _ -',
};

/** Consequence of an invalid value where there is no default, for the developer. */
export const CONSEQUENCES: Column<string> = {
  'public-key': 'the form does not open, because no report may leave unsealed',
  challenge: 'reports go without a proof of work',
  'receipt-key': 'no receipt is believed',
};

/**
 * Attributes that cross from the page to the hotline's frame (isolated mode), with the values that the frame accepts.
 * Only the frame's own markup sets where reports go, in whose name, for which key, and where the exit leads. A hotline
 * may have themes of its own, so their names are open. The page resolves `auto`.
 */
export const CROSSING = {
  lang: /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i,
  languages: /^[a-z\d\s,-]{2,400}$/i,
  country: COUNTRY,
  theme: /^[a-z]{1,20}$/,
  scheme: /^(light|dark)$/,
  size: SIZES,
  'heading-level': LEVELS,
  categories: /^[\w ,]{1,400}$/,
  category: /^\w{1,40}$/,
  fields: /^[a-z ,]{0,60}$/,
  flow: FLOWS,
  'page-context': CONTEXTS,
  url: /^.{1,2048}$/s,
  'page-url': /^https?:\/\/.{1,4000}$/is,
} as const satisfies Column<Accepted>;

/** What each attribute does, as Markdown: the element manifest, and the site's reference, say it in these words. */
export const DESCRIPTIONS: Readonly<Record<AttributeName, string>> = {
  endpoint:
    "Address that reports are posted to: https, the page's own origin, or this machine while you develop. Without a usable one, the button is a link to `hotline-url`.",
  src: "Isolated mode: the address of the hotline's frame page, https, on another origin than the page's. The form then stands there, where the page's scripts cannot read it, and the frame page says where reports go.",
  'public-key':
    "The hotline's public key, as `cliquez-signalez keys` prints it: base64url of an uncompressed P-256 point, 65 bytes. Every report is sealed for it in the browser. With a key that cannot be used, or on a page over http, the form does not open and only links are shown: nothing ever leaves in clear. A hotline that has no such key refuses the report; the form says so, keeps the answers, and shows `hotline-url`.",
  challenge:
    "Address of a proof of work on the endpoint's own server, such as `https://hotline.example/v1/challenge`. The form asks for it after « Envoyer » and solves it unnoticed, within 8 seconds. Where that fails, the report goes without.",
  'receipt-key':
    "The hotline's public key for receipts, as `cliquez-signalez keys --receipts` prints it; several, separated by spaces, while keys change. The form then says « envoyé » only for a receipt that this key has signed for this very report, « pas encore envoyé » only for a refusal that it has signed, and « non confirmé » otherwise: nobody on the way can invent one. Not with `transport`. Browsers without Ed25519 (before Chrome 137, Firefox 129 and Safari 17) take receipts as they do without the key.",
  hotline: 'Name of the hotline, as reporters read it. Without it, they read the host of the endpoint.',
  'hotline-url': "Address of the hotline's own form: the way that is left where ours cannot work.",
  'privacy-url': "Address of the hotline's privacy notice.",
  country:
    'Country of the reporters, two letters (ISO 3166-1), such as `FR`. It decides which help numbers and other services are shown. French territories overseas have codes of their own, such as `RE`. Never guessed: without it, and in a country for which no source was found, 112 alone.',
  lang: 'Language of the widget. Without it, that of the nearest `lang`.',
  languages:
    'Languages that the form offers in their own names, such as `fr en uk ar`, in this order. Each but `fr` and `en` needs its file (`locales/uk.js`). Answers are kept on a change; the report says in which language it was written.',
  variant: 'How the button looks. An unknown value gives the default.',
  theme: 'A preset: seeds chosen together. A seed that the page sets comes before it.',
  size: 'Height of the button: 44, 48 or 56 px; 8 px more where it is round or floats.',
  placement: 'Where the floating button stands.',
  scheme: "Light or dark; `auto` follows the page's `color-scheme`.",
  mode: 'The form in a dialog, or in the page without a button.',
  categories: 'The categories offered: identifiers, separated by spaces.',
  category: 'The category selected in advance: an identifier.',
  url: 'An address filled in in advance.',
  'page-context': 'Whether « Sur cette page » is offered, answered in advance, or not offered.',
  'page-url': 'The address that « Sur cette page » stands for, from when it is chosen on.',
  fields: 'Parts of the details step: some of `questions role details reply`, or none.',
  flow: 'One question a screen, or the first three steps on one page, for teams that report often.',
  'exit-url': 'Where « Quitter vite » leads: https only.',
  partner: 'Your public identifier with the hotline.',
  embed: 'How the widget got onto the page.',
  'heading-level': 'Level of the headings: 2 to 5.',
  debug:
    'For developers: calls `check()` and prints its report in the console. Not for visitors: it sends a request to the endpoint on every view of the page.',
};
