// Converts text to a form that is safe in a spreadsheet, and back: nothing runs, hides, becomes a link or is lost.

/**
 * Writes a text so that no spreadsheet does anything with it but show it (OWASP ASVS 5.0, 1.2.10). Three changes, all
 * undone by `fromSpreadsheetText`:
 * 1. Characters that do not show, or that would end a cell (controls, line ends, bidirectional and other format
 *    characters, halves of surrogate pairs, `|`), are written as `⟨U+202E⟩`; so is `⟨` itself. The joiners U+200C and
 *    U+200D stay, because scripts and emoji need them.
 * 2. `http://` and `https://` are written `hxxp://` and `hxxps://`, so that nothing becomes a link.
 * 3. An apostrophe stands before what a spreadsheet would calculate (`= + - @`, also full-width, also behind blanks),
 *    and before an apostrophe of the text: at the beginning, and after `, ; "`, which begin a cell where another
 *    separator is usual. It also stands before a text that would become a number, a date or a truth value, and lose
 *    digits or its form: `06 12 34`, `12E5`, `1/2`, `true`.
 */
export const toSpreadsheetText = (text: string): string =>
  text
    .replace(HIDDEN, (character) => named(character))
    .replace(HXX, (_, h: string, x: string) => h + named(x))
    .replace(LINK, (_, h: string, tt: string) => h + tt.replaceAll('t', 'x').replaceAll('T', 'X'))
    .replace(COMMAND, "$&'")
    .replace(CONVERTED, "'$&");

/** Undoes `toSpreadsheetText`: the exact text. */
export const fromSpreadsheetText = (text: string): string =>
  text
    .replace(/(^|[,;"])'/g, '$1')
    .replace(DEFANGED, (_, h: string, xx: string) => h + xx.replaceAll('x', 't').replaceAll('X', 'T'))
    .replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}|⟨]|(?![\u200c\u200d])\p{Cf}/gu;

const named = (character: string): string =>
  `⟨U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`;

const LINK = /(h)(tt)(?=ps?:\/\/)/gi;
const DEFANGED = /(h)(xx)(?=ps?:\/\/)/gi;
/** Protects a text that its writer has defanged, so that it is restored unchanged. */
const HXX = /(h)(x)(?=xps?:\/\/)/gi;

/**
 * The start of a text that a spreadsheet calculates. Blanks are those that spreadsheets trim, and characters without
 * width. The signs are those of ASVS with their full-width and small forms, and the mathematical minus.
 */
const COMMAND = /(?:^|[,;"])(?='|(?:\s|\u200c|\u200d|[\ufe00-\ufe0f])*[=+\-@＝＋－＠﹦﹢﹣﹫\u2212])/g;

/** A text that a spreadsheet takes for a number, an amount, a date, an hour or a truth value. */
const CONVERTED = /^(?=.*\p{Nd})[\p{Nd}\s.,:/%$€£¥()e+-]+$|^(?:true|false|vrai|faux)$/iu;
