// Danish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space before a mark, dots or an ellipsis without its space, a hyphen or long dash as a dash.
  typography: /['"‘’‚“„«»‹›—]|\s[?!:;,.](?!onion)|\.\.|(?<!\u00a0)…|\s-\s/u,
  quotes: ['”', '”'],
  // Please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:venligst|vær (?:så )?venlig\p{L}*|vær så god|undskyld\p{L}*|beklager\p{L}*|desværre|ups|hovsa|u?gyldigt?|u?gyldige|børneporn\p{L}*|begår? selvmord|begået selvmord|offer\p{L}*|ofre\p{L}*|retsstridig\p{L}*|uretmæssig\p{L}*)(?!\p{L})/iu,
  neverInErrors:
    /(?<!\p{L})(?:forbudt\p{L}*|ulovlig\p{L}*|illegal\p{L}*|forkert\p{L}*|ukorrekt\p{L}*|fejlagtig\p{L}*|mislyk\p{L}*|fejlede|obligatorisk\p{L}*|påkrævet\p{L}*|påkrævede|krævet)(?!\p{L})/iu,
  // The formal address: De, Dem, Deres. At the start of a sentence, De is also "they".
  address: /(?<!\p{L})(?:Dem|Deres)(?!\p{L})|(?<=[\p{L},] )De(?!\p{L})/u,
  // The proper name of a French help line.
  except: ['help.116006'],
};
