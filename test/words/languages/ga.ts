// Irish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, an apostrophe outside a word, a space before a mark, an em dash.
  typography: /['"„«»`—‘]|’(?!\p{L})|\s(?:[,;:?!]|\.(?!onion))|\.{3}|\s[-–]\s|[,;?](?=\p{L})|:(?=\p{L})/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['“', '”'],
  // Words that beg, scold or label.
  never:
    /más é do thoil é|le do thoil|(?<!\p{L})(?:tá brón orm|tá brón orainn|ár leithscéal|gabh ár leithscéal|gabh mo leithscéal|ar an drochuair|úps|(?:neamh)?bh?ailí|íospartach\p{L}*|aindleathach|neamhdhlisteanach)(?!\p{L})|p?h?ornagrafaíocht\s+(?:leanaí|páistí)|féinmharú a dhéanamh|lámh a chur ina bhás/iu,
  // Words of blame, in errors.
  neverInErrors:
    /toirmisc|mh?ídhleath|neamhdhleath|mh?ícheart|éagórach|th?eip|éigeantach|cosc(?!\p{L})|ní mór/iu,
  // The address that is not used: the plural.
  address:
    /(?<!\p{L})(?:sibh|sibhse|libh|libhse|agaibh|daoibh|díbh|oraibh|uaibh|fúibh|chugaibh|romhaibh|bhur|\p{L}+(?:aigí|igí|igi))(?!\p{L})/iu,
};
