// Findings of the examination of a page's style sheet: about seeds, about parts, about unreadable text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { accentStyles } from '../../../src/widget/theme/accent.styles.ts';
import { PRESETS } from '../../../src/widget/theme/presets.ts';
import { tokenStyles } from '../../../src/widget/theme/tokens.styles.ts';
import { checkTheme, type ThemeReport } from '../../../src/tools/theme-check/check-theme.ts';
import { PARTS } from '../../../src/tools/theme-check/parts.ts';
import { RANGES } from '../../../src/tools/theme-check/seed-ranges.ts';
import { SEED_PROPERTIES } from '../../../src/tools/theme-check/seed-types.ts';

const said = ({ findings }: ThemeReport): string[] =>
  findings.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);

/** The findings for a style sheet. */
const find = (css: string): string[] => said(checkTheme(css));

const messages = (css: string): string[] => checkTheme(css).findings.map(({ message }) => message);

const sentences = (css: string): string[][] =>
  checkTheme(css).themes.map(({ adjustments }) => adjustments.map(({ sentence }) => sentence));

test('no preset, written as a page’s own CSS, gives an alarm', () => {
  for (const [name, seeds] of Object.entries(PRESETS)) {
    const lines = Object.entries(seeds).map(([seed, value]) => `  --cs-${seed}: ${value};\n`);
    // « nuit » is dark, and says so, as in our own style sheet.
    if (name === 'nuit') lines.push('  color-scheme: dark;\n');
    const report = checkTheme(`cliquez-signalez.${name} {\n${lines.join('')}}`);
    assert.deepEqual(said(report), [], name);
    assert.ok(report.isFine);
    // The default sets no seed: a rule without one is no theme.
    assert.equal(report.themes.length, lines.length === 0 ? 0 : 1, name);
    for (const { pairs } of report.themes.flatMap(({ schemes }) => schemes)) {
      assert.equal(pairs.length, 26);
      assert.ok(pairs.every(({ ratio, minimum }) => ratio >= minimum));
    }
  }
});

test('each colour that is shown for another one is told, with where', () => {
  assert.deepEqual(
    sentences(':root { --cs-accent: #0b5cff; --cs-surface: #fff; --cs-danger: oklch(60% 0.4 30) }'),
    [
      [
        '#0b5cff → #074bd3 on buttons: their labels read at 7:1',
        '#0b5cff → #053db1 in light, in links and marks: readable at 7:1',
        '#0b5cff → #bfc7ff in dark, in links and marks: readable at 7:1',
        '#ffffff → #303030 in dark, as paper: texts on it read at 7:1',
        '#ff0000 → #970000 in light, in errors: readable at 7:1',
        '#ff0000 → #ffb8b8 in dark, in errors: readable at 7:1',
      ],
    ],
  );
});

test('the rules of a page add up, and each that changes a colour is a theme', () => {
  const { themes, findings } = checkTheme(`
    cliquez-signalez { --cs-accent: var(--brand) }
    :root { --brand: #0b5cff; --cs-accent: red; --unused: 1 }
    @layer base { cliquez-signalez { --cs-accent: lime } }
    @media (prefers-color-scheme: dark) { :root { --brand: #ffcc00; --cs-accent: lime } }
    .kid { --cs-surface: light-dark(#fffaf3, #1c1726) }
    .other { --unused: 2; color: red }
    [data-theme='dark'] { color-scheme: dark; & cliquez-signalez { --cs-danger: #ff8080 } }
    @keyframes pulse { from { --cs-accent: blue } }
  `);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    themes.map(({ label, line, schemes }) => [label, line, ...schemes.map(({ scheme }) => scheme)]),
    [
      [':root, cliquez-signalez', 3, 'light', 'dark'],
      ['@media (prefers-color-scheme: dark) :root', 5, 'dark'],
      ['.kid', 6, 'light', 'dark'],
      ["[data-theme='dark'] cliquez-signalez", 8, 'light', 'dark'],
    ],
  );
  const [page, dark, kid] = themes;
  assert.equal(page!.adjustments[0]!.asked, '#0b5cff');
  assert.deepEqual(dark!.adjustments, []);
  assert.deepEqual(kid!.adjustments, [], 'only what differs from the page is told again');
});

test('a measure outside of its range is a warning, with what is used instead', () => {
  const report = checkTheme(`:root {
  --cs-space: 20px;
  --cs-border-width: 0;
  --cs-focus-width: calc(1px * 20);
  --cs-font-size: .75rem;
  --cs-elevation: -1;
  --wide: 1cm;
}
.a { --cs-space: var(--wide); --cs-radius: -1px; --cs-motion: 0; --cs-font-size: 1.2em }`);
  assert.deepEqual(said(report), [
    'warning 2:3 --cs-space goes from 2px to 8px; “20px” is outside, so the form uses 8px',
    'warning 3:3 --cs-border-width goes from 1px to 4px; “0” is outside, so the form uses 1px',
    'warning 5:3 --cs-font-size is at least 16px; “.75rem” is outside, so the form uses 16px',
    'warning 6:3 --cs-elevation is at least 0; “-1” is outside, so the form uses 0',
    'warning 9:6 --cs-space goes from 2px to 8px; “1cm” is outside, so the form uses 8px',
    'warning 9:31 --cs-radius is at least 0px; “-1px” is outside, so the form uses 0px',
  ]);
  assert.ok(report.isFine);
  assert.deepEqual(find(':root { --cs-space: 2px; --cs-focus-width: 8px; --cs-font-size: 1rem }'), []);
});

test('the ranges are those that the style sheets keep, and the documents name', () => {
  const { cssText } = tokenStyles;
  const guide = readFileSync(new URL('../../../src/widget/theme/README.md', import.meta.url), 'utf8');
  const described = (name: string): string => new RegExp(`\\| \`--cs-${name}\` .*`).exec(guide)?.[0] ?? '';
  for (const [name, { least, most }] of Object.entries(RANGES)) {
    // A luminance needs no clamp: beyond 0 and 1, labels are as they are there (test/widget/theme/palette.test.ts).
    if (most === undefined || name === 'black-from') continue;
    assert.ok(cssText.includes(`clamp(${least}px, var(--_cs-${name}), ${most}px)`), name);
    assert.match(described(name), new RegExp(` ${least} to ${most} px\\.`), name);
  }
  assert.ok(cssText.includes('max(0px, var(--_cs-radius))'));
  assert.match(accentStyles.cssText, /max\(16px, 1rem, var\(--_cs-font-size\)\)/);
  assert.match(described('font-size'), /never under 16 px/);
});

test('a value that is not of its type is an error, with what is used instead', () => {
  assert.deepEqual(
    find(`:root {
  --cs-accent: #12;
  --cs-surface: light-dark(#fff, 12px);
  --cs-font-size: 18;
  --cs-space: 4 px;
  --cs-radius: 50%;
  --cs-elevation: 1px;
  --cs-font: 12px Arial;
  --cs-font-heading: ;
  --cs-danger: var(--loop);
  --loop: var(--loop);
}`),
    [
      'error 2:3 --cs-accent takes a colour, such as #1f4fd8; “#12” is none, so #1f4fd8 is used',
      'error 3:3 --cs-surface takes a colour, such as #1f4fd8; “12px” is none, so #12161f is used',
      'error 4:3 --cs-font-size takes a length, such as 12px; “18” is none, so 1rem is used',
      'error 5:3 --cs-space takes a length, such as 12px; “4 px” is none, so 4px is used',
      'error 6:3 --cs-radius takes a length, such as 12px; “50%” is none, so 12px is used',
      'error 7:3 --cs-elevation takes a number without a unit, such as 1; “1px” is none, so 1 is used',
      'error 8:3 --cs-font takes names of fonts, such as Georgia, serif; “12px Arial” is none, so system-ui,sans-serif is used',
      'error 9:3 --cs-font-heading takes names of fonts, such as Georgia, serif; “” is none, so that of the text is used',
      'error 10:3 --cs-danger: --loop is made of itself, so #c8102e is used',
    ],
  );
});

test('what is of its type is no error, however it is written', () => {
  const css = `:root {
    --cs-accent: color-mix(in oklch, rebeccapurple 80%, hsl(none 50% 50% / 50%));
    --cs-surface: oklch(from #FFF l c h);
    --cs-danger: var(--none, var(--red, #C00)); --red: rgb(200, 0, 0);
    --cs-font: "Fira Sans", system-ui, sans-serif; --cs-font-heading: inherit;
    --cs-font-size: calc(1rem + 1px); --cs-space: 0.5e1px; --cs-radius: 0; --cs-border-width: .1em;
    --cs-focus-width: clamp(2px, 1vw, 4px); --cs-elevation: 0; --cs-motion: calc(1 / 2);
    --cs-black-from: .5;
    --cs-z: 5; --cs-offset-block: 0; --cs-offset-inline: 10vw; --cs-dialog-width: 40rem; --cs-frame-height: 40rem;
  }`;
  assert.deepEqual(find(css), []);
  assert.ok(SEED_PROPERTIES.every((name) => css.includes(name)));
});

test('what only a browser knows is a warning, and nothing is computed from it', () => {
  const css = ':root {\n--cs-accent: currentcolor;\n--cs-surface: var(--theirs);\n--cs-danger: env(red)}';
  assert.deepEqual(find(css), [
    'warning 2:1 --cs-accent: only a browser knows currentcolor, so nothing is computed from it',
    'warning 3:1 --cs-surface: --theirs is not set in this file, so nothing is computed from it',
    'warning 4:1 --cs-danger: only a browser knows env(), so nothing is computed from it',
  ]);
  assert.deepEqual(checkTheme(css).themes[0]!.schemes[0]!.pairs, []);
});

test('a property that the widget does not have is a warning, with what was probably meant', () => {
  assert.deepEqual(find('a{--cs-acent: red; --CS-RADIUS: 1px; --cs-zzzzzzzz: 1; --css-accent: red}'), [
    'warning 1:3 --cs-acent is not a property of the widget: did you mean --cs-accent?',
    'warning 1:20 --CS-RADIUS is not a property of the widget: did you mean --cs-radius?',
    'warning 1:38 --cs-zzzzzzzz is not a property of the widget, so it has no effect',
  ]);
});

test('the parts are those of the manifest', () => {
  const manifest = readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
  const { modules } = JSON.parse(manifest) as {
    modules: { declarations?: { tagName?: string; name: string; cssParts?: { name: string }[] }[] }[];
  };
  const parts = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
  assert.deepEqual(new Set(Object.keys(PARTS)), new Set(parts));
});

test('a paper that is dark alone is explained, unless the page says that it is dark', () => {
  const seeds = '--cs-accent: #7aa2ff; --cs-surface: #14161c';
  for (const selector of [':root', 'cliquez-signalez', '.forum cliquez-signalez']) {
    const [message = '', ...more] = messages(`${selector} { ${seeds} }`);
    assert.deepEqual(more, [], selector);
    assert.match(message, /^--cs-surface is dark, but nothing says that the page is/);
    assert.match(message, /color-scheme: dark in :root, or scheme="dark" on the element/);
    assert.match(message, /light-dark\(#ffffff, #14161c\)$/);
  }
  assert.deepEqual(messages(`:root { color-scheme: dark; ${seeds} }`), []);
  assert.deepEqual(messages(`:root { color-scheme: dark } cliquez-signalez { ${seeds} }`), []);
  assert.deepEqual(messages(`:root { color-scheme: dark } .forum cliquez-signalez { ${seeds} }`), []);
  assert.deepEqual(messages(`@media (prefers-color-scheme: dark) { :root { ${seeds} } }`), []);
  assert.deepEqual(messages('cliquez-signalez { --cs-surface: light-dark(#fff, #14161c) }'), []);
  // A page of both schemes, and one that is light, do not hide it.
  for (const scheme of ['light dark', 'light', 'normal'])
    assert.equal(messages(`:root { color-scheme: ${scheme}; ${seeds} }`).length, 1, scheme);
});

test('a page that is dark alone is measured in dark alone', () => {
  const { themes } = checkTheme(':root { color-scheme: dark; --cs-surface: #14161c }');
  assert.deepEqual(
    themes.map(({ schemes }) => schemes.map(({ scheme }) => scheme)),
    [['dark']],
  );
});

test('`--cs-black-from` counts: its label, its range, its type', () => {
  const adjusted = (css: string): string[] =>
    checkTheme(css, { schemes: ['light'] }).themes.flatMap(({ adjustments }) =>
      adjustments.map(({ sentence }) => sentence),
    );
  assert.ok(
    adjusted('cliquez-signalez { --cs-accent: #0d6efd }').includes(
      '#0d6efd → #0751bf on buttons: their labels read at 7:1',
    ),
  );
  assert.ok(
    adjusted('cliquez-signalez { --cs-accent: #0d6efd; --cs-black-from: 0 }').includes(
      '#0d6efd → #6d91fd on buttons: their labels read at 7:1',
    ),
  );
  assert.match(messages('cliquez-signalez { --cs-black-from: 2 }')[0]!, /goes from 0 to 1/);
  assert.match(messages('cliquez-signalez { --cs-black-from: #000 }')[0]!, /takes a number without a unit/);
  assert.deepEqual(messages('cliquez-signalez { --cs-black-from: 1 }'), []);
});
