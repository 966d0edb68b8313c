// Slovak: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, three dots, a space before a mark, a spaced hyphen, a breaking space after a preposition of one letter or i.
  typography: /['"”«»‘’‚]|\.\.\.|[ \u00a0](?:[,;:?…]|\.(?!onion))| - |(?<![\p{L}\p{N}])[ksvzouiKSVZOUI] /u,
  quotes: ['„', '“'],
  // please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:prosím\p{L}*|ospravedlňujeme|ospravedlňte|prepáčte|ľutuj\p{L}*|bohužiaľ|žiaľ|ups|(?:ne)?platn[ýáéí]\p{L}*|detsk\p{L}*\spornografi\p{L}*|pornografi\p{L}*\ss\sdeťmi|spách\p{L}*\ssamovražd\p{L}*|samovra[hž](?!d)\p{L}*|obe[ťt](?:e|i|í|iam|iach|ami|ou)?|protiprávn\p{L}*|nedovolen\p{L}*)(?!\p{L})/iu,
  // forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:zakáz\p{L}*|zakaz\p{L}*|nezákonn\p{L}*|nelegáln\p{L}*|nesprávn\p{L}*|chybn\p{L}*|zl[ýáéeí]\p{L}*|zlyhal\p{L}*|nepodaril\p{L}*|povinn\p{L}*|musíte)(?!\p{L})/iu,
  // The informal address; the past of one man or one woman; a slip into Czech.
  address:
    /(?<!\p{L})(?:ty|teba|ťa|tebe|tebou|tvoj\p{L}*|tvoj|by\ssi|\p{L}{2,}[eíáa]š|ste\s\p{L}+la?|\p{L}+la?\sste|ist(?:ý|á|í))(?!\p{L})|[ěřů]/iu,
};
