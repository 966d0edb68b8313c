// Portuguese: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Other quotation marks, apostrophes, spaces inside “ ” or before a sign, inverted signs, no-break spaces.
  typography: /['"«»‘’„¿¡]|“\s|\s”|\s[?!:;,.](?!\p{L})|[\u00a0\u202f]/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['“', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /por favor|se faz favor|(?<!\p{L})(?:desculp\p{L}*|lamentamos|sentimos muito|[uo]ps|(?:in)?v[aá]lid[oa]s?|il[ií]cit\p{L}*|v[ií]timas?|suicidar(?:-se)?)(?!\p{L})|pornografia infantil|comet\p{L}+ (?:o )?suic[ií]dio/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:proibi\p{L}*|ilega\p{L}*|incorre[tc]\p{L}*|errad\p{L}*|errou|falh\p{L}*|mal|obrigat[oó]ri\p{L}*)(?!\p{L})/iu,
  // The address that is not used: informal pronouns and verb forms, and "você", which is blunt in Portugal.
  address:
    /(?<!\p{L})(?:tu|te|ti|contigo|teus?|tuas?|vós|vosso\p{L}*|vocês?|tens|podes|queres|viste|és|estás|fazes|partilhes|guardes|apagues|precisas|conheces|achas)(?!\p{L})|(?:^|[.?:”,] )(?:Escolhe|Escreve|Cola|Envia|Partilha|Guarda|Liga|Espera)(?!\p{L})/iu,
};
