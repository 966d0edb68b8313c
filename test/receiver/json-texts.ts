// JSON on which parsers disagree, judged by RFC 8259: valid, invalid, and valid but unwise to send.
import fc from 'fast-check';

/** A report's text, with « @ » in place of a value and « # » between two tokens. */
export const writeAround = (report: object): ((value: string, between?: string) => string) => {
  const text = JSON.stringify({ ...report, content: { description: '@' } });
  return (value, between = '') =>
    text.replace('"@"', () => value).replace(',"category"', () => `${between},"category"`);
};

/** JSON strings that any parser must accept, without their quotation marks, each with its value. */
export const STRINGS_TAKEN: readonly (readonly [written: string, text: string])[] = [
  ['\\u0061', 'a'],
  ['\\"\\\\\\/\\b\\f\\n\\r\\t', '"\\/\b\f\n\r\t'],
  ['\\ud83d\\ude00', '😀'],
  ['\\uD83D\\uDE00', '😀'],
  ['\\u0000', '\0'],
  ['a\\u0000b', 'a\0b'],
  ['\\ud800', '\ud800'],
  ['\\udc00', '\udc00'],
  ['\\ud800\\ud800', '\ud800\ud800'],
  ['\\udc00\\ud800', '\udc00\ud800'],
  ['\\ud800a', '\ud800a'],
  ['\\ud800\\n', '\ud800\n'],
  ['\\uFFFE\\uffff\\uFDD0', '\ufffe\uffff\ufdd0'],
  ['\u007f\u0080\u009f', '\u007f\u0080\u009f'],
  ['\u2028\u2029', '\u2028\u2029'],
  ['\ufeff', '\ufeff'],
  ['\u{10ffff}\u{e0001}', '\u{10ffff}\u{e0001}'],
  ['/* no comment */ // neither', '/* no comment */ // neither'],
  ['{\\"description\\":1}', '{"description":1}'],
];

/** Invalid JSON strings, without or in place of their quotation marks. */
export const NOT_JSON: readonly string[] = [
  [
    '"\\x41"',
    '"\\u00"',
    '"\\u00g0"',
    '"\\U0041"',
    '"\\a"',
    '"\\0"',
    '"\\\'"',
    '"\\ "',
    '"\\😀"',
    '"\\"',
    '"',
  ],
  ['"a\nb"', '"a\tb"', '"a\0b"', '"a\u001fb"', "'a'", '`a`', '“a”', 'a', '"a" "b"', '"a",', ',"a"', '"a";'],
  ['01', '-01', '+1', '.5', '1.', '1.e1', '1e', '1e+', '0x1', '1_000', '1,5', '- 1', '--1', '1n', '１'],
  ['NaN', 'nan', 'Infinity', '-Infinity', 'undefined', 'None', 'True', 'nul', 'truefalse', 'NULL'],
  [
    '[1,]',
    '[,1]',
    '[1,,2]',
    '[1 2]',
    '[1',
    '1]',
    '[}',
    '{]',
    '{"a":1,}',
    '{,}',
    '{"a"}',
    '{"a":}',
    '{:1}',
    '{a:1}',
  ],
  [
    "{'a':1}",
    '{"a":1 "b":2}',
    '{"a"::1}',
    '{"a",1}',
    '{1:1}',
    '{null:1}',
    '{"a":1',
    '{"a":1}}',
    '(1)',
    '<a>',
    '*',
    '',
  ],
  ['/* a */ "a"', '"a" // a\n', '# a\n"a"', '"a" + "b"', '\\u0022a\\u0022', '&quot;a&quot;', '${1}'],
].flat();

/** Valid JSON of a type other than string. */
export const NOT_TEXTS: readonly string[] = [
  [
    'null',
    'true',
    'false',
    '0',
    '-0',
    '1',
    '-1',
    '1.5',
    '1e400',
    '-1e400',
    '1E-999',
    '1e+2',
    '123456789012345678901',
  ],
  ['[]', '{}', '[[]]', '[null]', '["a"]', '{"a":"b"}', '{"":0}', '{"__proto__":null}', '{"toString":1}'],
  [
    '['.repeat(400) + ']'.repeat(400),
    '{"a":'.repeat(400) + '1' + '}'.repeat(400),
    `[${'1,'.repeat(9_999)}1]`,
  ],
].flat();

/** White space of JSON, and characters that resemble it. */
export const BLANKS: readonly (readonly [blank: string, isJson: boolean])[] = [
  ...[' ', '\t', '\n', '\r', '\r\n', ' \t\n\r '].map((blank) => [blank, true] as const),
  ...['\f', '\v', '\0', '\u0085', '\u00a0', '\u2028', '\u2029', '\u3000', '\ufeff', '\u200b', '\u180e'].map(
    (blank) => [blank, false] as const,
  ),
];

/** Invalid UTF-8 in place of a text. */
export const NOT_UTF8: Readonly<Record<string, readonly number[]>> = {
  'a byte of Latin-1': [0xe9],
  'a continuation without a beginning': [0x80],
  'a beginning without a continuation': [0xc3],
  'two bytes of three': [0xe2, 0x82],
  'three bytes of four': [0xf0, 0x9f, 0x98],
  'an overlong NUL': [0xc0, 0x80],
  'an overlong quotation mark': [0xc0, 0xa2],
  'an overlong slash of three bytes': [0xe0, 0x80, 0xaf],
  'half a pair': [0xed, 0xa0, 0x80],
  'a pair, each half on its own': [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  'more than Unicode has': [0xf4, 0x90, 0x80, 0x80],
  'a byte that no UTF-8 has': [0xff],
  'the mark of UTF-16': [0xfe, 0xff],
};

/** The bytes of a text, damaged: cut, flipped, doubled, inserted or removed. */
export const damaged = (text: string): fc.Arbitrary<Buffer> => {
  const bytes = Buffer.from(text);
  const at = fc.nat(bytes.length - 1);
  const token = fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '0',
    '-',
    'e',
    ' ',
    '\n',
    '\0',
    'null',
    '"a":1,',
    '\ufeff',
  );
  return fc.oneof(
    at.map((end) => bytes.subarray(0, end)),
    fc.tuple(at, fc.nat(7)).map(([index, bit]) => {
      const flipped = Buffer.from(bytes);
      flipped[index] = flipped[index]! ^ (1 << bit);
      return flipped;
    }),
    fc
      .tuple(at, token)
      .map(([index, added]) =>
        Buffer.concat([bytes.subarray(0, index), Buffer.from(added), bytes.subarray(index)]),
      ),
    fc
      .tuple(at, fc.nat(40))
      .map(([index, size]) => Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + size)])),
    fc
      .tuple(at, fc.nat(40))
      .map(([index, size]) => Buffer.concat([bytes.subarray(0, index + size), bytes.subarray(index)])),
    fc.uint8Array({ maxLength: 200 }).map((noise) => Buffer.from(noise)),
  );
};
