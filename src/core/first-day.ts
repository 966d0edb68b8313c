// The first day of a month, which is an ordinal in French: « 1er décembre ». Formats of browsers and Node have « 1 ».

/** A date in words, as its format wrote it, with the ordinal where its language has one. @param locale BCP 47 */
export const withFirstDay = (locale: string, date: string): string =>
  /^fr\b/.test(locale) ? date.replace(/^1(?=\s)/, '1er') : date;
