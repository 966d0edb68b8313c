// Lithuanian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, apostrophes, a space before a mark, an em dash, a hyphen used as a dash.
  typography: /['"”‘’«»`—]|\s(?:[,;:?!]|\.(?!onion))|\.{3}|\s-\s|[,;?](?=\p{L})|:(?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '“'],
  // Words that beg, scold or label.
  never:
    /(?<!\p{L})(?:prašom|prašome|prašau|atsiprašo\p{L}*|deja|oi|negaliojan\p{L}*|galiojan\p{L}*|netinkam\p{L}*|auka|aukos|auką|aukų|aukai|aukoms|aukomis|nusižud\p{L}*|žudosi|žudytis)(?!\p{L})|(?:įvykd\p{L}*|padar\p{L}*)\s+savižud|vaikų\s+pornograf|(?<!\p{L})nelegal/iu,
  // Words of blame, in errors.
  neverInErrors: /draudžia|draudim|neteisėt|neteising|netaisykling|klaiding|nepavyk|nepavyko|privalo|būtin/iu,
  // The informal address: pronouns and imperatives of the singular.
  address:
    /(?<!\p{L})(?:tu|tavęs|tau|tave|tavimi|tavyje|tavo|(?:į|pa|nu|iš|ne|per|at|su|pri|už)?(?:rašyk|spausk|rinkis|rink|klijuok|kopijuok|siųsk|saugok|sidalyk|skambink|tikrink|trink|lauk|palauk|bandyk|naudok|naudokis|rodyk|verk|ieškok|daryk|žiūrėk|skaityk))(?!\p{L})/iu,
};
