// Swedish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space before a stop, a hyphen for a dash, a dash between spaces, English thousands.
  typography: /['"“„«»‹›‘`´\u202f]|\s[,;:?!…]|\s\.(?!onion)|\s-\s|—|\s–\s|\d[,.]\d{3}|[,;:](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['”', '”'],
  // Words that beg, scold or label, in any message: please, sorry, unfortunately, oops, valid, child pornography, commit suicide, victim.
  never:
    /(?<!\p{L})(?:vänligen|var (?:god|vänlig|snäll)|snälla|tack för att|förlåt|ursäkta|beklag\p{L}*|tyvärr|hoppsan|oj|ogiltig\p{L}*|giltig\p{L}*|barnporr\p{L}*|barnpornogra\p{L}*|beg(?:å|år|ått|ick) självmord|(?:brotts)?off(?:er|ret|ren)|otillåt\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors: forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:förb(?:jud|jöd|ud)\p{L}*|olaglig\p{L}*|felaktig\p{L}*|fel(?!:|\p{L})|inkorrekt\p{L}*|misslyck\p{L}*|obligatorisk\p{L}*|krävs)(?!\p{L})/iu,
  // The address that is not used: the formal pronouns and their possessives.
  address: /(?<!\p{L})(?:ni|er|ert|era|eder|edra|eders)(?!\p{L})/iu,
};
