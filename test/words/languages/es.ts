// Spanish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Other quotation marks, apostrophes, spaces inside « » or before a sign, a question without its opening sign.
  typography: /['"“”‘’„]|«\s|\s»|\s[?!:;,.](?!\p{L})|^[^¿]*\?|\?[^¿]*\?|¿\s|[\u00a0\u202f]/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['«', '»'],
  // Words that beg, scold or label, in any message.
  never:
    /por favor|lo sentimos|(?<!\p{L})(?:lamentamos|perd[oó]ne?|disculp\p{L}*|ups|vaya|(?:in)?v[aá]lid[oa]s?|il[ií]cit\p{L}*|v[ií]ctimas?|suicidarse|suicidarte)(?!\p{L})|pornograf[ií]a infantil|comet\p{L}+ (?:el |un )?suicidio/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:prohibi\p{L}*|ilegal\p{L}*|incorrect\p{L}*|err[oó]ne\p{L}*|equivoc\p{L}*|fall(?:o|ó|a|ado|ida|ido)|mal|obligatori\p{L}*)(?!\p{L})/iu,
  // The address that is not used: informal pronouns and verb forms.
  address:
    /(?<!\p{L})(?:tú|tus?|te|ti|contigo|tuy[oa]s?|vosotr\p{L}*|vuestr\p{L}*|os|eres|estás|tienes|puedes|quieres|has|viste|compartas|guardes|hagas|necesitas|conoces|crees)(?!\p{L})|(?:^|[.?:»,] )(?:Haz|Elige|Escribe|Pega|Envía|Comparte|Guarda|Llama|Espera)(?!\p{L})/iu,
};
