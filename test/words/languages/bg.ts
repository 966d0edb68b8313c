// Bulgarian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotes, spaces around signs, Latin letters inside a Cyrillic word, grouped thousands.
  typography:
    /['"”«»‘’`]|\s(?:[;:,?!…]|\.(?!onion))|„\s|\s“|\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}|\d[.,\u00a0\u202f]\d{3}/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['„', '“'],
  // Words that beg, scold or label, in any message.
  never:
    /(?<!\p{L})(?:моля|молим|извинете|извинявайте|съжалява\p{L}*|опа|упс)(?!\p{L})|валид|детск\p{L}* порнограф|порнография с деца|самоуби(?!йств)|извърш\p{L}* самоубийство|жертв|пострадал|неправомерн/iu,
  // Words of blame, in errors.
  neverInErrors: /забран|незакон|противозакон|неправилн|грешн|сгреш|погрешн|неуспе|провал|задължител/iu,
  // The address that is not used: informal singular (and the polite pronoun without its capital).
  address:
    /(?<!\p{L})(?:[Тт]и|[Тт]еб|[Тт]ебе|[Тт]во[йяеи]\p{L}*|ви|вие|вас|ваш\p{L}*|видя|искаш|можеш|имаш|знаеш|избери|напиши|изпрати|копирай|постави|провери|опитай|обади)(?!\p{L})/u,
};
