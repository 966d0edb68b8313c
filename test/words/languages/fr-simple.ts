// Easy French: the typography and the words that a message must not use. How easy it is: readability.node.test.ts.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Other spaces than those of French, foreign quotation marks, straight apostrophes, feminine endings in brackets.
  typography:
    / [!?;:»]|« |(?<!\u202f)[;!?]|(?<!\u00a0):|(?<!\u00a0)»|«(?!\u00a0)|['"‘“”]|\(e?s?\)|·|\.e\b|\.\.|\d \d/,
  quotes: ['«', '»'],
  never:
    /veuillez|s’il (?:vous|te) pla[iî]t|désolé|(?<!\p{L})(?:in)?valide|(?<!\p{L})oups|illicite|p[ée]dopornogra|victime/iu,
  neverInErrors: /interdi|illégal|incorrect|erroné|échou|échec|obligatoire/i,
  address: /(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
  // The name of an association.
  except: ['help.116006'],
};
