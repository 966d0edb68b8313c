// Hungarian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, no-break spaces, a space before a mark, an ungrouped dash, three dots, grouped thousands.
  typography:
    /['"‘’“«»‹›\u00a0\u202f]|\s[,;:?!…]|\s\.(?!onion)|„\s|\s”|\s-\s|—|\.\.|\d[ .]\d{3}|[,;:?!](?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '”'],
  // Words that beg, scold or label, in any message.
  never:
    /(?<!\p{L})(?:kérjük|kérem|legyen szíves|sajnál\p{L}*|sajnos|elnézés\p{L}*|bocsánat\p{L}*|hopp\p{L}*|érvény\p{L}*|áldozat\p{L}*|jogellenes\p{L}*|jogsértő\p{L}*|gyer[me]\p{L}*pornográf\p{L}*|pedofil\p{L}*|öngyilkosságot\s+(?:követ|elkövet)\p{L}*)(?!\p{L})/iu,
  // Words of blame, in errors.
  neverInErrors:
    /(?<!\p{L})(?:tilos|tilt\p{L}*|megtilt\p{L}*|illegális\p{L}*|törvénytelen\p{L}*|törvénybe ütköz\p{L}*|helytelen\p{L}*|hibás\p{L}*|téves\p{L}*|rossz\p{L}*|sikertelen\p{L}*|nem sikerült|kötelező\p{L}*|kudarc\p{L}*)(?!\p{L})/iu,
  // The address that is not used: informal pronouns and verb forms.
  address:
    /(?<!\p{L})(?:te|téged|neked|veled|rólad|tőled|hozzád|nálad|benned|rajtad|miattad|ellened|tied|tiéd|magad\p{L}*|láttál|láttad|tudsz|tudod|akarsz|akarod|szeretnél|szeretnéd|lehetsz|kaptál|írd|írj|küldd|küldj|jelentsd|jelents|kattints|válaszd|válassz|nézd|nézz|próbáld|töröld|törölj|nyisd|oszd|ossz|mentsd|ments|másold|másolj|illeszd|hívd|hívj|add|adj|használd|várj|őrizd|fizess|válaszolj|telefonálj|maradj|beszélj)(?!\p{L})/iu,
};
