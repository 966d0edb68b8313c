// Slovenian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, no-break spaces, a space before a mark, a wrong dash, three dots, grouped thousands.
  typography:
    /['"‘’“”„‹›\u00a0\u202f]|\s[,;:?!…]|\s\.(?!onion)|»\s|\s«|\s-\s|—|\.\.|\d[ .]\d{3}|[,;:?!](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['»', '«'],
  // Words that beg, scold or label, in any message.
  never:
    /(?<!\p{L})(?:prosim\p{L}*|žal|obžaluj\p{L}*|oprosti\p{L}*|opravičuje(?:mo|m)|ups|(?:ne)?veljav\p{L}*|žrt[ev]\p{L}*|nedovoljen\p{L}*|nedopust\p{L}*|protizakonit\p{L}*|ilegal\p{L}*|otrošk\p{L}* pornografij\p{L}*|(?:narediti|naredi|naredil|storiti|stori|storil)\p{L}* samomor\p{L}*|samomor\p{L}* (?:narediti|storiti)\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:prepoved\p{L}*|nezakonit\p{L}*|nepraviln\p{L}*|napačn\p{L}*|narobe|neustrezn\p{L}*|neuspe\p{L}*|ni uspel\p{L}*|obvezn\p{L}*|krivd\p{L}*|krivi?|morate)(?!\p{L})/iu,
  // The address that is not used: informal pronouns and verb forms.
  address:
    /(?<!\p{L})(?:ti|tebe|tebi|teboj|tabo|tvoj\p{L}*|nisi|lahko\s+si|moreš|želiš|imaš|veš|misliš|vidiš|moraš|hočeš|klikni|vnesi|vpiši|izberi|preveri ga|napiši|zapiši|pokliči|počakaj|prijavi jo|nikoli ne pošlji)(?!\p{L})/iu,
};
