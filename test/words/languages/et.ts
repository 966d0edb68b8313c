// Estonian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space before a stop, a hyphen for a dash, a dash between spaces, grouped thousands.
  typography: /['"”«»‹›‘’`´\u00a0\u202f]|\s[,;:?!…]|\s\.(?!onion)|\s-\s|—|\s–\s|\d[,.]\d{3}|[,;:](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '“'],
  // Words that beg, scold or label, in any message: please, sorry, unfortunately, oops, valid, child pornography, commit suicide, victim.
  never:
    /(?<!\p{L})(?:palun|vabanda\p{L}*|andeks|kahju(?:ks|ga)?|kahetse\p{L}*|ups|oih|(?:kehti|kehte)(?:v|tu|va|tud)\p{L}*|lapsporno\p{L}*|lasteporno\p{L}*|(?:soorita\p{L}*|tee(?:b|d|n)|tegema|tegi|teha) enesetap\p{L}*|ohvr\p{L}*|ohver\p{L}*|lubamatu\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors: forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:keela\p{L}*|keeld\p{L}*|keelu\p{L}*|ebaseadusli\p{L}*|vigane|viga(?:se|st)\p{L}*|vale\p{L}*|ebaõi\p{L}*|ebaõnnestu\p{L}*|nurju\p{L}*|kohustusli\p{L}*)(?!\p{L})/iu,
  // The address that is not used: the singular pronouns and verb forms („Kopeeri link“ is quoted from other apps).
  address:
    /(?<!\p{L})(?:sa|sina|sind|su|sinu|sul|sulle|sult|sinul|sinule|sinult|sinuga|sinust|sinusse|sinuni|oled|saad|näed|nägid|soovid|tahad|võid|kirjutad|kirjutasid|tead|teatad|teatasid|arvad|usaldad|proovid|jääd|sulged|vastad|tunned|muretsed|kahtled|tegutsed|mõtlesid|leidsid|tühistasid|(?<!(?<!\p{L})(?:ei|pole) )(?:ära|vali|hoia|saada|kasuta|kirjuta|helista|teata|teavita|vaata|oota|proovi|loe|eemalda|kustuta|sulge|jätka|jäta|jää|muuda|kleebi|salvesta|prindi|tühista|alusta|lahku|pane|räägi|ütle|nimeta|vajuta|kontrolli|vasta|lisa|jaga|otsi|maksa|blokeeri|kirjelda|liitu|tee)|(?<!„)kopeeri)(?!\p{L})/iu,
};
