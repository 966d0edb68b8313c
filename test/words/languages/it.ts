// Italian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Other quotation marks, straight apostrophes, an apostrophe before a space (but for di’), spaces inside “ ” or before a sign, inverted signs.
  typography: /['"«»‘„¿¡]|(?<![Dd]i)’(?!\p{L})|“\s|\s”|\s[?!:;,.](?!\p{L})|[\u00a0\u202f]/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['“', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /per (?:favore|cortesia|piacere)|(?<!\p{L})(?:prego|scus\p{L}*|spiacent\p{L}*|dispiace|o+ps|valid[oaie]|invalid[oaie]|illecit\p{L}*|vittim\p{L}*|suicidar\p{L}*|pedopornogra\p{L}*)(?!\p{L})|pornografia (?:infantile|minorile)|commett\p{L}+ (?:il |un )?suicidio/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:vietat\p{L}*|proibit\p{L}*|illegal\p{L}*|scorrett\p{L}*|errat\p{L}*|erroneament\p{L}*|sbagli\p{L}*|fallit\p{L}*|obbligatori\p{L}*)(?!\p{L})|non corrett/iu,
  // The address that is not used: formal and plural pronouns and verb forms (this language uses "tu" here).
  address:
    /(?<!\p{L})(?:Lei|voi|vostr\p{L}*|signor\p{L}*|[Ss]celga|[Ss]criva|[Ll]egga|[Aa]ttenda|[Tt]olga|[Pp]rema|[Ii]nserisca|Incolli|Copi|Chiami|Verifichi|Controlli|Aspetti|Usi|Invii|Annoti|Conservi|Riprovi|Selezioni|Vuole|[Ss]cegliete|[Ss]crivete|[Pp]otete|[Aa]vete)(?!\p{L})|, poi (?:riprovi|copi|invii)(?!\p{L})/u,
};
