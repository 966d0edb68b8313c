// What the attributes are, in words for developers: the manifest, the reference, and warnings in the console.

import type { AttributeName, Column } from './names.ts';
import type { PATTERNS } from './settings.ts';

/** Types other than text and lists of words (looks.ts, settings.ts). A list holds words separated by spaces. */
export const TYPES: Column<'boolean' | 'list' | 'number'> = {
  languages: 'list',
  easy: 'boolean',
  categories: 'list',
  fields: 'list',
  'heading-level': 'number',
  practice: 'boolean',
  debug: 'boolean',
};

/** What a value without a fixed list of words is expected to be, for the developer. */
export const EXPECTED: Column<string> & Readonly<Record<keyof typeof PATTERNS, string>> = {
  'public-key': 'the base64url text of an uncompressed P-256 point (65 bytes), on a page over https',
  challenge: 'an address on the server of the endpoint',
  'receipt-key': 'the base64url text of an Ed25519 key (32 bytes), or of several',
  'follow-up': 'an https address, on a page over https',
  'hotline-url': 'an http or https address',
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
  'follow-up': 'reports go without a code',
  'hotline-url': 'there is no other way where a report cannot be sent',
};

/** What each attribute does, as Markdown: the element manifest, and the site's reference, say it in these words. */
export const DESCRIPTIONS: Readonly<Record<AttributeName, string>> = {
  endpoint:
    "Address that reports are posted to: https, the page's own origin, or this machine while you develop. A path on the page's own site begins with `/`, `./` or `../`. Without a usable one, the button is a link to `hotline-url`.",
  src: "Isolated mode: the address of the hotline's frame page, https, on another origin than the page's. The form then stands there, where the page's scripts cannot read it, and the frame page says where reports go.",
  'public-key':
    "The hotline's public key, as `cliquez-signalez keys` prints it: base64url of an uncompressed P-256 point, 65 bytes. Every report is sealed for it in the browser. With a key that cannot be used, or on a page over http, the form does not open and only links are shown: nothing ever leaves in clear. A hotline that has no such key refuses the report; the form says so, keeps the answers, and shows `hotline-url`.",
  challenge:
    "Address of a proof of work on the endpoint's own server, such as `https://hotline.example/v1/challenge`. The form asks for it after « Envoyer » and solves it unnoticed, within 8 seconds. Where that fails, the report goes without.",
  'receipt-key':
    "The hotline's public key for receipts, as `cliquez-signalez keys --receipts` prints it; several, separated by spaces, while keys change. The form then says « envoyé » only for a receipt that this key has signed for this very report, « pas encore envoyé » only for a refusal that it has signed, and « non confirmé » otherwise: nobody on the way can invent one. Not with `transport`. Browsers without Ed25519 (before Chrome 137, Firefox 129 and Safari 17) take receipts as they do without the key.",
  'follow-up':
    "The hotline's follow-up address, such as `https://hotline.example/v1/follow-up`. Each report then has a code, made in the browser and shown once after sending, and « Suivre un signalement » says what became of it in fixed words. Set it once the hotline's endpoint answers codes. Not over http, in `practice`, or with the single-file bundle: reports then go without a code. In the isolated mode, the frame page sets it.",
  hotline: 'Name of the hotline, as reporters read it. Without it, they read the host of the endpoint.',
  'hotline-url': "Address of the hotline's own form: the way that is left where ours cannot work.",
  'privacy-url': "Address of the hotline's privacy notice.",
  country:
    'Country of the reporters, two letters (ISO 3166-1), such as `FR`. It decides which help numbers and other services are shown. French territories overseas have codes of their own, such as `RE`. Never guessed: without it, and in a country for which no source was found, 112 alone.',
  lang: 'Language of the widget. Without it, that of the nearest `lang`.',
  languages:
    'Languages that the form offers in their own names, such as `fr en uk ar`, in this order. Each but `fr` and `en` needs its file (`locales/uk.js`). Answers are kept on a change; the report says in which language it was written.',
  easy: 'Offers French and English in easy words, with pictograms, by one tap: « Français facile », “Easy English”. The form loads the file once it is chosen, and keeps the choice until it is forgotten. The single-file bundle is without: there, include `locales/fr-simple.js` too. `easy="false"` is off.',
  variant: 'How the button looks. An unknown value gives the default.',
  theme: 'A preset: seeds chosen together. A seed that the page sets comes before it.',
  size: 'Height of the button: 44, 48 or 56 px; 8 px more where it is round or floats.',
  placement: 'Where the floating button stands.',
  scheme: "Light or dark; `auto` follows the page's `color-scheme`.",
  mode: 'The form in a dialog, or in the page without a button.',
  view: 'What the form opens on: the report, or the question what became of one (with `follow-up`). Name the button yourself in the slot `label`.',
  categories: 'The categories offered: identifiers, separated by spaces.',
  category: 'The category selected in advance: an identifier.',
  url: 'An address filled in in advance.',
  'page-context':
    'Whether visitors publish on this page: `here` puts « Sur cette page » first and answers it in advance, `ask` puts it last, `elsewhere` does not offer it.',
  'page-url': 'The address that « Sur cette page » stands for, from when it is chosen on.',
  fields:
    'What the form asks beside the category and the place: some of `questions role details reply`, or none. The step « where » follows: without `role`, it does not ask whether it happens to the reporter; without `questions`, it asks for no danger.',
  flow: 'Three steps, or all that comes before the review on one page, for teams that report often.',
  'exit-url': 'Where « Quitter vite » leads: https only.',
  partner: 'Your public identifier with the hotline.',
  embed: 'How the widget got onto the page.',
  'heading-level': 'Level of the headings: 2 to 5.',
  practice:
    'Training: the form works to its last screen, also without `endpoint`, and no report leaves it. A band says so on every view and on paper, the number is `ESSAI-1234`, and `cs-sent` is not fired. The whole form loads at once and then needs no network. Help numbers and links are the real ones. Not for visitors: `check()` warns of it. `practice="false"` is off.',
  debug:
    'For developers: calls `check()` and prints its report in the console. Present when the element comes, it also opens the shadow root, so that accessibility checkers see the form. Not for visitors: it sends a request to the endpoint on every view of the page.',
};
