// Latvian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, apostrophes, a space before a mark, an em dash, a hyphen used as a dash.
  typography: /['"“‘’«»`—]|\s(?:[,;:?!]|\.(?!onion))|\.{3}|\s-\s|[,;?](?=\p{L})|:(?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '”'],
  // Words that beg, scold or label.
  never:
    /(?<!\p{L})(?:lūdzu|lūdzam|atvain\p{L}*|piedod\p{L}*|diemžēl|ups|(?:ne)?derīg\p{L}*|upur(?:is|i|a|im|u|iem)|cietuš\p{L}*)(?!\p{L})|bērnu\s+pornogr|izdar\p{L}*\s+pašnāv|pašnāvniek|nelikumīg|pretlikumīg/iu,
  // Words of blame, in errors.
  neverInErrors: /aizlieg|nelegāl|nepareiz|kļūdain|neizdevās|neizdodas|neveiksm|(?<!ne)obligāt|jābūt/iu,
  // The informal address: pronouns and imperatives of the singular.
  address:
    /(?<!\p{L})(?:tu|tev|tevi|tevis|tevī|tav(?:s|a|u|i|as|ā|am|ai|iem|ām|os|ās)|nospied|izvēlies|neraksti|mēģini|nesūti|nedodi|saglabā|nesaglabā|zvani|sūti|ielīmē|pārbaudi|norādi|nemaksā|neatbildi|turpini)(?!\p{L})/iu,
};
