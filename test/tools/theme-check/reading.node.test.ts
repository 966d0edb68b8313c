// Style sheets in any condition: broken, nested, enormous, hostile. Nothing throws, and each skipped part is reported
// with its place.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { checkTheme } from '../../../src/tools/theme-check/check-theme.ts';
import type { FuzzOrder } from './fuzz.ts';

const find = (css: string): string[] =>
  checkTheme(css).findings.map(
    ({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`,
  );

const labels = (css: string): string[] => checkTheme(css).themes.map(({ label }) => label);

const broken: readonly (readonly [css: string, ...findings: string[]])[] = [
  // A skipped rule of the page is a warning; a skipped rule for the widget is an error.
  [
    'a {\n  color red;\n}',
    'warning 2:9 “color red;” cannot be read (colon is expected), so browsers skip it',
  ],
  [
    ':root {\r\n  --cs-accent red;\r\n}',
    'error 2:15 “--cs-accent red;” cannot be read (colon is expected), so browsers skip it',
  ],
  [
    'a { b: c } } :root { --cs-accent: red }',
    'error 1:12 “} :root” cannot be read (selector is expected), so browsers skip it',
  ],
  [
    ':root { --cs-radius: 1px; /* no end } ',
    'warning 1:27 This comment is never closed, so browsers skip it',
  ],
  [
    ':root { --cs-radius: 1px; /* no end }\n.x { --cs-accent: red }',
    'error 1:27 This comment is never closed, so browsers skip it',
  ],
  [':root {\n  --cs-radius: 1px;\n', 'error 1:7 “{” is never closed, so browsers skip it'],
  [
    ':root { --cs-accent: rgb(1 2 3; }\n.x { --cs-radius: 1px }',
    'error 1:9 --cs-accent takes a colour, such as #1f4fd8; “rgb(1 2 3; } .x { --cs-radius: 1px })” is none, so #1f4fd8 is used',
    'error 1:22 “(” is never closed, so browsers skip it',
  ],
  [':root { --cs-font: "Arial; }\n', 'error 1:20 This string is never closed, so browsers skip it'],
  [
    ':root {\n  ({}) { --cs-accent: red }\n}',
    'error 2:3 “({})” cannot be read (selector is expected), so browsers skip it',
  ],
  ['@import url("theirs.css") layer(x);', 'warning 1:1 “theirs.css” is not followed: check that file too'],
  ['* { *zoom: 1; filter: progid:DXImageTransform.Microsoft.gradient(a="#1") }'],
  // Browsers ignore a semicolon too many, and comments at the end of a value.
  [':root { --cs-accent: #0b5cff /* ours */; /* no more */; }'],
  [
    ':root { --cs-accent: red) }',
    'error 1:25 “--cs-accent: red)” cannot be read (it is no value), so browsers skip it',
  ],
  [
    'a >> b, &c { d: e }',
    'warning 1:4 “a >> b, &c” cannot be read (selector is expected), so browsers skip it',
  ],
  ['> a { b: c }', 'warning 1:1 “> a” cannot be read (selector is expected), so browsers skip it'],
  [
    '@media print { --cs-accent: red }',
    'error 1:16 “--cs-accent: red” cannot be read (selector is expected), so browsers skip it',
  ],
  [''],
  ['/* --cs-accent: blu */ <!-- -->'],
];

for (const [css, ...findings] of broken) {
  test(`${JSON.stringify(css)} is told of with its place, or is fine`, () => {
    assert.deepEqual(
      find(css).map((finding) => finding.replaceAll(/\s+/g, ' ')),
      findings,
    );
  });
}

test('rules are found wherever they are nested, with and without &', () => {
  assert.deepEqual(
    labels(`
      main { cliquez-signalez { --cs-accent: red } .a & { --cs-accent: red } &.b { --cs-accent: red } }
      a, b { > cliquez-signalez { --cs-accent: red } }
      @supports (color: red) { @layer x { @media print { :root { --cs-accent: red } } } }
      @container (width > 1px) { .c { @media screen { --cs-accent: red } } }
      :root { --cs-accent: blue; /* ; } */ --x: { a: b; }; --cs-radius: 1px }`),
    [
      ':root',
      'main cliquez-signalez',
      '.a main',
      'main.b',
      ':is(a, b) > cliquez-signalez',
      '@supports (color: red) @layer x @media print :root',
      '@container (width > 1px) @media screen .c',
    ],
  );
});

test('whatever the text, nothing is thrown, and it ends', async () => {
  const current = new SharedArrayBuffer(4 + 2 * 1_000);
  const order: FuzzOrder = { runs: 20_000, current };
  const thread = new Worker(new URL('fuzz.ts', import.meta.url), { workerData: order });
  const outcome = await Promise.race([
    once(thread, 'exit').then(([code]: number[]) => code),
    delay(120_000, 'it never ends', { ref: false }),
  ]);
  await thread.terminate();
  const units = new Uint16Array(current, 4, new Int32Array(current, 0, 1)[0]);
  assert.equal(outcome, 0, JSON.stringify(String.fromCharCode(...units)));
});

test('a block that the file ends in is a value', () => {
  assert.deepEqual(find('a{--cs-space: ('), [
    'error 1:3 --cs-space takes a length, such as 12px; “()” is none, so 4px is used',
    'error 1:15 “(” is never closed, so browsers skip it',
  ]);
});

test('what is made to cost much costs little', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, index) => `--l${index + 1}: var(--l${index}) var(--l${index});`,
  );
  const hostile = [
    `:root { --l0: ; ${doubling.join(' ')} --cs-accent: var(--l40) }`,
    `${'a{&&{'.repeat(30)}--cs-accent:red${'}}'.repeat(30)}`,
    'a{'.repeat(50_000),
    `a { ${'b { --cs-accent: red } '.repeat(5_000)} }`,
    `:root { --cs-accent: ${'('.repeat(50_000)} }`,
    `:is(${'cliquez-signalez '.repeat(60)}x) { --cs-accent: red }`,
    `:root { --cs-accent: ${'calc('.repeat(5_000)}1${')'.repeat(5_000)} }`,
    Array.from(
      { length: 300 },
      (_, index) => `.c${index}{--cs-accent:#${100_000 + index}} ::part(hint){color:#777}`,
    ).join('\n'),
  ];
  for (const css of hostile) {
    const started = performance.now();
    checkTheme(css);
    assert.ok(performance.now() - started < 10_000, css.slice(0, 80));
  }
});

test('a file of one megabyte is read to its end', () => {
  const filler = '.some-rule-of-the-page > li:nth-child(2n + 1) { color: #333; margin: 0 auto; }\n'.repeat(
    13_000,
  );
  const css = `:root { --cs-accent: #0b5cff }\n${filler}.last { --cs-acent: red }`;
  assert.ok(css.length > 1_000_000);
  const started = performance.now();
  assert.deepEqual(find(css), [
    'warning 13002:9 --cs-acent is not a property of the widget: did you mean --cs-accent?',
  ]);
  assert.ok(performance.now() - started < 10_000);
});
