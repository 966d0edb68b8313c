// German: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, a space inside them, a space before a mark, dots or an ellipsis without its space, a hyphen or long dash as a dash.
  typography: /['"‘‚”«»‹›—]|„\s|\s“|\s[?!:;,.](?!onion)|\.\.|(?<!\u00a0)…|\s-\s/u,
  quotes: ['„', '“'],
  // Please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:bitte|sorry|verzeihung|entschuldigung|entschuldigen sie|(?:tut|tun) uns leid|leider|hoppla|u+ps|oje|(?:un)?gültig\p{L}*|kinderporn\p{L}*|selbstmord\p{L}*|freitod\p{L}*|suizid begeh\p{L}*|opfer\p{L}*|rechtswidrig\p{L}*|widerrechtlich\p{L}*)(?!\p{L})/iu,
  neverInErrors:
    /(?<!\p{L})(?:verboten\p{L}*|untersagt\p{L}*|illegal\p{L}*|unzulässig\p{L}*|falsch\p{L}*|fehlerhaft\p{L}*|inkorrekt\p{L}*|fehlgeschlagen\p{L}*|gescheitert\p{L}*|pflicht\p{L}*|\p{L}*pflichtig\p{L}*|erforderlich\p{L}*|zwingend\p{L}*)(?!\p{L})/iu,
  // The informal address.
  address:
    /(?<!\p{L})(?:du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*|hast|bist|kannst|musst|willst|möchtest|machst)(?!\p{L})/iu,
  // The proper name of a French help line.
  except: ['help.116006'],
};
