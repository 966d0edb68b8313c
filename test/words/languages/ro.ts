// Romanian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotes, the letters with cedilla, spaces around signs, thousands not grouped by a full stop.
  typography:
    /['"“«»‘’`]|[şŞţŢ]|\s(?:[;:,?!…]|\.(?!onion))|„\s|\s”|\d[ ,\u00a0\u202f]\d{3}|(?<![\d.])\d{4}(?!\d)/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /(?<!\p{L})(?:rugăm|vă rog|te rog|rugămint\p{L}*|scuze|scuzați|ne pare rău|regretăm|ups|hopa|(?:in|ne)?valid\p{L}*|ilicit\p{L}*|victim(?:ă|a|e|ei|ele|elor))(?!\p{L})|pornografi\p{L}* (?:infantil|cu copii|cu minori)|(?:se|s-a|s-au|vă) sinucid|sinucis/iu,
  // Words of blame, in errors.
  neverInErrors: /interzis|ilegal|incorect|greșit|greșeal|eșuat|eșec|nereușit|obligatori/iu,
  // The address that is not used: informal singular.
  address:
    /(?<!\p{L})(?:tu|ție|ți-\p{L}+|tine|tău|ta|tăi|tale|ești|vrei|poți|știi|ai văzut|alege|apasă|sună|așteaptă|lipește|raportează|folosește|încearcă|dumneata|dvs)(?!\p{L})/iu,
};
