// Polish: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Foreign or straight quotation marks, three dots, a space before a mark, a spaced hyphen, a breaking space after a word of one letter.
  typography: /['"“«»‘’‚]|\.\.\.|[ \u00a0](?:[,;:?…]|\.(?!onion))| - |(?<![\p{L}\p{N}])[aiouwzAIOUWZ] /u,
  quotes: ['„', '”'],
  // please, sorry, oops, valid, child pornography, commit suicide, victim, illicit.
  never:
    /(?<!\p{L})(?:prosz[ęą]|prosimy|przepraszam\p{L}*|przykro|u?ups|(?:nie)?ważn[yae]\p{L}*|(?:nie)?prawidłow\p{L}*|(?:nie)?poprawn\p{L}*|pornografi\p{L}*\s(?:dziecięc\p{L}*|z\sdziećmi)|dziecięc\p{L}*\spornografi\p{L}*|pope[łl]ni\p{L}*\ssamobójstw\p{L}*|samobój(?:ca|cy|czyni\p{L}*)|ofiar\p{L}*|bezprawn\p{L}*|niedozwolon\p{L}*)(?!\p{L})/iu,
  // forbidden, illegal, incorrect, wrong, failed, mandatory.
  neverInErrors:
    /(?<!\p{L})(?:zabron\p{L}*|zakaz\p{L}*|nielegaln\p{L}*|błędn\p{L}*|źle|zł[yae]|nie\sudał\p{L}*|nie\spowiodł\p{L}*|niepowodzeni\p{L}*|obowiązk\p{L}*|wymagan\p{L}*|musisz)(?!\p{L})/iu,
  // Pan, Pani, Państwo; and the past and conditional forms of the second person, which name a gender.
  address:
    /(?<!\p{L})(?:pan(?:a|u|em|i|ią|ie|ów|om)?|panowie|państw(?:o|a|u|em)|\p{L}*[łl][ea]ś|\p{L}*ł[ae]?byś|pew(?:ien|ny|na)|powinieneś|powinnaś)(?!\p{L})/iu,
};
