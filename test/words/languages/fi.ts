// Finnish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space before a stop, a hyphen for a dash, a dash between spaces, English thousands.
  typography: /['"“„«»‹›‘`´\u202f]|\s[,;:?!…]|\s\.(?!onion)|\s-\s|—|\s–\s|\d[,.]\d{3}|[,;:](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['”', '”'],
  // Words that beg, scold or label, in any message: please, sorry, unfortunately, oops, valid, child pornography, commit suicide, victim.
  never:
    /(?<!\p{L})(?:ole(?:tte)? hyvä|olkaa hyv\p{L}+|kiitos,? että|anteeksi|pahoittele\p{L}*|valitettavasti|valitamme|hups|oho|kelvo(?:lli|t)\p{L}*|kelpaa(?:ma|va)\p{L}*|lapsiporno\p{L}*|te(?:hdä|kee|ki|hnyt|kemään) itsemurha\p{L}*|uhr(?:i|ej|ie)\p{L}*|luvat(?:on|tom)\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors: forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:kielle\p{L}*|laito(?:n|nta)|laittom\p{L}*|virheelli\p{L}*|väär(?:i|ä)\p{L}*|epäonnistu\p{L}*|pakolli\p{L}*|vaaditaan)(?!\p{L})/iu,
  // The address that is not used: the formal pronouns, possessives and verb forms.
  address:
    /(?<!\p{L})(?:te|teitä|teidän|teidät|teille|teiltä|teillä|teihin|teissä|teistä|(?!(?:sinne|minne|tänne|jonne|aikaa|paikkaa|raakaa|liikaa|jatkaa|kanssa)(?!\p{L}))\p{L}+(?:nne|tte|kaa|kää|ttako|ttekö))(?!\p{L})/iu,
};
