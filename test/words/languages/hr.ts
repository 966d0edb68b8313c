// Croatian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, no-break spaces, a space before a mark, a wrong dash, three dots, grouped thousands.
  typography:
    /['"‘’“«»‹›\u00a0\u202f]|\s[,;:?!…]|\s\.(?!onion)|„\s|\s”|\s-\s|—|\.\.|\d[ .]\d{3}|[,;:?!](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /(?<!\p{L})(?:molim\p{L}*|žao|nažalost|žali\p{L}*|oprosti\p{L}*|ispričava\p{L}*|ups|(?:ne)?valjan\p{L}*|(?:ne)?važeć\p{L}*|žrtv\p{L}*|žrtav\p{L}*|nedopušten\p{L}*|nedozvoljen\p{L}*|protuzakonit\p{L}*|ilegal\p{L}*|dječj\p{L}* pornografij\p{L}*|(?:počini\p{L}*|izvrši\p{L}*) samoubojstv\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:zabran\p{L}*|nezakonit\p{L}*|netočn\p{L}*|neispravn\p{L}*|pogreš\p{L}*|kriv\p{L}*|loš\p{L}*|neuspje\p{L}*|neuspio|nije uspje\p{L}*|obvez\p{L}*|obavez\p{L}*|morate)(?!\p{L})/iu,
  // The address that is not used: informal pronouns and verb forms.
  address:
    /(?<!\p{L})(?:ti|tebe|tebi|tobom|tvoj\p{L}*|jesi|nisi|možeš|želiš|imaš|znaš|misliš|vidiš|trebaš|moraš|si (?:vidio|vidjela)|(?:vidio|vidjela) si|nemoj|klikni|unesi|upiši|odaberi|provjeri|napiši|nazovi|pričekaj|prijavi ga|zapiši)(?!\p{L})/iu,
};
