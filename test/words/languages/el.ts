// Greek: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotes, a Latin question mark, spaces around signs, Latin letters inside a Greek word.
  typography:
    /['"“”„‘`?]|\s(?:[;:,!·…]|\.(?!onion))|«\s|\s»|[;:](?=\p{L})|\p{Script=Greek}[A-Za-z]|[A-Za-z]\p{Script=Greek}/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['«', '»'],
  // Words that beg, scold or label, in any message.
  never:
    /παρακαλ|συγγνώμ|συγνώμ|λυπούμαστε|(?<!\p{L})(?:ουπς|ωχ)(?!\p{L})|έγκυρ|άκυρ|παιδικ\p{L}* πορνογραφ|πορνογραφία ανηλίκων|αυτοκτόνησ|αυτοκτονήσ|αυτοκτονεί|(?<!\p{L})(?:θύμα|θύματ|θυμάτ)|αθέμιτ/iu,
  // Words of blame, in errors.
  neverInErrors: /απαγορ|παράνομ|λάθος|λάθη|λανθασμ|εσφαλμ|απέτυχ|αποτυχ|αποτύχ|υποχρεωτικ/iu,
  // The address that is not used: informal singular.
  address:
    /(?<!\p{L})(?:εσύ|εσένα|σου|είσαι|έχεις|θέλεις|μπορείς|ξέρεις|είδες|χρειάζεσαι|κάνε|γράψε|διάλεξε|επίλεξε|στείλε|κράτησε|κράτα|δοκίμασε|πάτησε|αντέγραψε|μίλησε|περίμενε|έλεγξε)(?!\p{L})/iu,
};
