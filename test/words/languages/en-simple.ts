// Easy English: the typography and the words that a message must not use. How easy it is: readability.node.test.ts.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  typography: /['"“”«»\u00a0\u202f]|\.\.|\d \d/,
  quotes: ['‘', '’'],
  never:
    /\bplease\b|\bsorry\b|\b(?:in)?valid\b|\boops\b|child porn|commit(?:ted|ting|s)? suicide|\bvictims?\b|\billicit\b/i,
  neverInErrors: /forbid|illegal|incorrect|wrong|fail|must not|mandatory/i,
  // English has one form of address.
  address: /(?!)/,
  except: ['help.116006'],
};
