// Maltese: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Straight and foreign quotation marks, spaces on the wrong side, a space after the hyphen of the article or after f’, b’, x’, m’.
  typography:
    /['"«»„‘`‹›—]|“\s|\s”|\s[,;?:.…](?!onion)|[,;](?![\s\d])|(?<!\p{L})\p{L}{1,4}-\s|(?<!\p{L})[fbxmFBXM]’\s|[\u00A0\u202F]/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['“', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /jekk jogħġb|nitolbuk|(?<!\p{L})skuż(?:i|ana|ani)(?!\p{L})|jiddispjaċ|jisgħobbi|sfortunatament|(?<!\p{L})(?:in)?valid(?:u|a|i)?(?!\p{L})|illeċit|pornografija (?:tat|bit|mat|fuq it)-tfal|pedopornograf|ikkommett\p{L}* suwiċidju|jikkommett\p{L}* suwiċidju|vittm/iu,
  // Words of blame, in errors.
  neverInErrors:
    /projbit|illegali|ħażin|żbaljat|inkorrett|skorrett|(?<!\p{L})fall(?:a|ut|iet|uta|uti)(?!\p{L})|obbligatorj|mandatorj|trid (?:bilfors|neċessarjament)/iu,
  // The address that is not used: the plural.
  address:
    /(?<!\p{L})(?:intom|tagħkom|lilkom|għalikom|għandkom|tistgħu|tridu|kontu|rajtu (?:kontenut|il-kontenut)|agħżlu|iktbu|ibagħtu|waħħlu (?:l-|indirizz)|stennew|ċemplu|agħlqu|komplu)(?!\p{L})/iu,
};
