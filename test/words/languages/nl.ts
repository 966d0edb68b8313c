// Dutch: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space inside them, a space before a mark, dots or an ellipsis without its space, a hyphen or long dash as a dash.
  typography: /['"“”„‚«»‹›—]|‘\s|\s’|\s[?!:;,.](?!onion)|\.\.|(?<!\u00a0)…|\s-\s/u,
  quotes: ['‘', '’'],
  // Please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:alstublieft|alsjeblieft|a\.u\.b\.|gelieve|graag|sorry|excuses|helaas|het spijt|oeps|oei|(?:on)?geldige?|kinderporno\p{L}*|zelfmoord\p{L}*|slachtoffer\p{L}*|onrechtmatige?|onwettige?|wederrechtelijke?|ongeoorloofde?)(?!\p{L})/iu,
  neverInErrors:
    /(?<!\p{L})(?:verboden|illegale?|onjuiste?|incorrecte?|verkeerde?|foute?|fouten|foutief|foutieve|mislukte?|gefaald|verplichte?|vereiste?)(?!\p{L})/iu,
  // The informal address.
  address: /(?<!\p{L})(?:je|jij|jou|jouw|jouwe|jezelf|jullie|ge|gij|uwe)(?!\p{L})/iu,
  // The proper name of a French help line.
  except: ['help.116006'],
};
