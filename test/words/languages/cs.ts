// Czech: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, three dots, a space before a mark, a spaced hyphen, a breaking space after a preposition of one letter or i.
  typography: /['"”«»‘’‚]|\.\.\.|[ \u00a0](?:[,;:?…]|\.(?!onion))| - |(?<![\p{L}\p{N}])[ksvzouiKSVZOUI] /u,
  quotes: ['„', '“'],
  // please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:prosím\p{L}*|omlouváme|omluvte|promiňte|lituj\p{L}*|bohužel|ups|(?:ne)?platn[ýáéíě]\p{L}*|dětsk\p{L}*\spornografi\p{L}*|pornografi\p{L}*\ss\sdětmi|sp[áa]ch\p{L}*\ssebevražd\p{L}*|sebevra[hž](?!d)\p{L}*|oběť\p{L}*|oběti|obětí|obětem|obětech|obětmi|protiprávn\p{L}*|nedovolen\p{L}*)(?!\p{L})/iu,
  // forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:zakáz\p{L}*|zakaz\p{L}*|nezákonn\p{L}*|nelegáln\p{L}*|nesprávn\p{L}*|chybn\p{L}*|špatn\p{L}*|selhal\p{L}*|nepodařil\p{L}*|povinn\p{L}*|musíte)(?!\p{L})/iu,
  // The informal address; and the past of one man or one woman.
  address:
    /(?<!\p{L})(?:ty|tebe|tě|tobě|tebou|tv(?:ůj|ého|ému|ém|ým|oje|oji|ou|á|é|ých|ými)|jsi|bys|\p{L}{2,}[eíá]š|jste\s\p{L}+la?|\p{L}+la?\sjste|jist(?:ý|á|i))(?!\p{L})/iu,
};
