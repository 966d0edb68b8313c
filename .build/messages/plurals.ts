// Plural forms as gettext writes them: the categories of `Intl.PluralRules`, numbered in their order, and the expression
// that finds the number of a category. gettext knows whole numbers only.

import { categoriesOf } from './texts.ts';

const ONE = 'n != 1';
const MILLIONS = 'n != 0 && n % 1000000 == 0';
const FROM_2_TO_4 = 'n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)';
const ENDS_IN_1 = 'n % 10 == 1 && n % 100 != 11';

/** The number of the category of `n`. A test compares each with `Intl.PluralRules`. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  ar: 'n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5',
  cs: 'n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 3',
  es: `n == 1 ? 0 : ${MILLIONS} ? 1 : 2`,
  'fr-simple': `n == 0 || n == 1 ? 0 : ${MILLIONS} ? 1 : 2`,
  ga: 'n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4',
  hr: `${ENDS_IN_1} ? 0 : ${FROM_2_TO_4} ? 1 : 2`,
  it: `n == 1 ? 0 : ${MILLIONS} ? 1 : 2`,
  lt: 'n % 100 >= 11 && n % 100 <= 19 ? 3 : n % 10 == 1 ? 0 : n % 10 >= 2 ? 1 : 3',
  lv: `n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 0 : ${ENDS_IN_1} ? 1 : 2`,
  mt: 'n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : n % 100 >= 11 && n % 100 <= 19 ? 3 : 4',
  pl: `n == 1 ? 0 : ${FROM_2_TO_4} ? 1 : 2`,
  pt: `n == 0 || n == 1 ? 0 : ${MILLIONS} ? 1 : 2`,
  ro: 'n == 1 ? 0 : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? 1 : 2',
  sk: 'n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 3',
  sl: 'n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3',
  uk: `${ENDS_IN_1} ? 0 : ${FROM_2_TO_4} ? 1 : 2`,
};

/** The header `Plural-Forms` of a language. */
export const pluralForms = (tag: string): string =>
  `nplurals=${categoriesOf(tag).length}; plural=(${EXPRESSIONS[tag] ?? ONE});`;
