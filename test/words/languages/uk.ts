// Ukrainian: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Straight and foreign quotation marks, wrong apostrophes, the long dash, spaces on the wrong side, Russian and Latin look-alike letters.
  typography:
    /['"“”„‘`ʼ‹›—]|«\s|\s»|\s[,;?:.…](?!onion)|,(?!\s)|[ыэъё]|(?<=\p{Script=Cyrillic})\p{Script=Latin}|\p{Script=Latin}(?=\p{Script=Cyrillic})|’(?!\p{L})|(?<!\p{L})’|[\u00A0\u202F]/iu,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['«', '»'],
  // Words that beg, scold or label, in any message.
  never:
    /будь ласка|прохання|вибачте|вибачаємо|пробачте|на жаль|перепрошуємо|(?<!\p{L})ой(?!\p{L})|(?<!\p{L})(?:не)?дійсн(?:ий|а|е|і|им|ого)(?!\p{L})|протиправн|дитяч\p{L}* порнограф|(?:вчинити|скоїти|вчиняти) самогубство|покінчити|самогубц|жертв|потерпіл/iu,
  // Words of blame, in errors.
  neverInErrors:
    /заборон|незаконн|неправильн|невірн|помилков|хибн|некоректн|невдал|провал|обов’язков|мусите|повинні/iu,
  // The address that is not used: the informal singular.
  address:
    /(?<!\p{L})(?:ти|тебе|тобі|тобою|твій|твоя|твоє|твої|твого|твоєї|твоєму|твоїх|вибери|введи|напиши|скопіюй|встав|зачекай|збережи|спробуй|дзвони|перевір|надішли)(?!\p{L})/iu,
};
