// Findings for rules with `::part()`: each rule that sets a colour is flagged, and is an error where level AA is
// missed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTheme, type ThemeCheckOptions } from '../../../src/tools/theme-check/check-theme.ts';

const find = (css: string, options?: ThemeCheckOptions): string[] =>
  checkTheme(css, options).findings.map(({ severity, message }) => `${severity}: ${message}`);

/** One declaration of one part, in a light-only page. */
const findPart = (part: string, declarations: string, states = ''): string[] =>
  find(`cliquez-signalez::part(${part})${states} { ${declarations} }`, { schemes: ['light'] });

const cases: readonly (readonly [part: string, declarations: string, ...expected: string[]])[] = [
  [
    'hint',
    'color: #888',
    'error: color of ::part(hint): #888888 on #f7f7f7 in light is 3.30:1, under the 4.5:1 of level AA',
  ],
  [
    'hint',
    'color: #666',
    'warning: color of ::part(hint): #666666 on #f7f7f7 in light is 5.35:1, level AA holds, our 7:1 does not',
  ],
  [
    'hint',
    'color: #000',
    'warning: color of ::part(hint): #000000 on #f7f7f7 in light is 19.60:1, fine now, but nothing keeps it so',
  ],
  // The other colour comes from the widget, or from the same rule.
  [
    'primary',
    'background: #777',
    'error: background of ::part(primary): #ffffff on #777777 in light is 4.47:1, under the 4.5:1 of level AA',
  ],
  [
    'primary',
    'background: #ffe; color: #111',
    'warning: background of ::part(primary): #111111 on #ffffee in light is 18.69:1, fine now, but nothing keeps it so',
    'warning: color of ::part(primary): #111111 on #ffffee in light is 18.69:1, fine now, but nothing keeps it so',
  ],
  // The worst contrast of all texts on it counts.
  [
    'dialog',
    'background-color: #9f9f9f',
    'error: background-color of ::part(dialog): #494949 on #9f9f9f in light is 3.40:1, under the 4.5:1 of level AA',
  ],
  // The colour is half transparent.
  [
    'label',
    'color: rgb(0 0 0 / .4)',
    'error: color of ::part(label): #949494 on #f7f7f7 in light is 2.83:1, under the 4.5:1 of level AA',
  ],
  [
    'primary',
    'opacity: 50%',
    'error: opacity of ::part(primary): #ffffff on #8ea5e7 in light is 2.41:1, under the 4.5:1 of level AA',
  ],
  ['primary', 'opacity: 1'],
  // Marks and lines need less contrast.
  [
    'launcher-icon',
    'color: #999',
    'error: color of ::part(launcher-icon): #999999 on #1d4bce in light is 2.49:1, under the 3:1 of level AA',
  ],
  [
    'input',
    'border: 1px solid #ccc',
    'error: border of ::part(input): #cccccc on #f7f7f7 in light is 1.49:1, under the 3:1 of level AA',
  ],
  [
    'input',
    'border-inline-color: #767676',
    'warning: border-inline-color of ::part(input): #767676 on #f7f7f7 in light is 4.23:1, fine now, but nothing keeps it so',
  ],
  [
    'input',
    'outline: 2px solid #eee',
    'error: outline of ::part(input): #eeeeee on #f7f7f7 in light is 1.08:1, under the 3:1 of level AA',
  ],
  [
    'input',
    'outline: none',
    'error: outline of ::part(input): it takes the focus ring away, which level AA asks for',
  ],
  // These colours cannot be computed.
  ['hint', 'color: currentcolor', 'warning: color of ::part(hint): only a browser knows this colour'],
  ['hint', 'color: var(--theirs)', 'warning: color of ::part(hint): --theirs is not set in this file'],
  [
    'body',
    'background: linear-gradient(red, blue)',
    'warning: background of ::part(body): contrast with an image cannot be computed',
  ],
  [
    'body',
    'background: url(x.png) #fff',
    'warning: background of ::part(body): contrast with an image cannot be computed',
  ],
  [
    'launcher',
    'background: rgb(0 0 0 / .5)',
    'warning: background of ::part(launcher): its contrast depends on what it stands on in the page',
  ],
  [
    'launcher',
    'border-color: red',
    'warning: border-color of ::part(launcher): its contrast depends on what it stands on in the page',
  ],
  [
    'input',
    'font-family: Georgia',
    'warning: font-family of ::part(input): it has no effect: what is typed, and the number, keep generic fonts',
  ],
  [
    'launcher',
    'color: red',
    'warning: color of ::part(launcher): it has no effect: what is inside has colours of its own',
  ],
  [
    'header',
    'border-block-end: 1px solid red',
    'warning: border-block-end of ::part(header): it is decoration here, of which no contrast is asked',
  ],
  ['title', 'filter: invert(1)', 'warning: filter of ::part(title): what it does cannot be computed'],
  ['title', 'filter: none; mix-blend-mode: normal'],
  [
    'hint',
    'font-size: 13px',
    'warning: font-size of ::part(hint): text is smaller than 16 px, which some cannot read',
  ],
  [
    'hint',
    'font: italic 0.8em/1.2 Arial',
    'warning: font of ::part(hint): text may come out smaller than 16 px',
  ],
  // These properties affect no colour.
  [
    'primary',
    'border-radius: 0; padding: 1em; font-weight: 400; font-size: 18px; border: none; letter-spacing: 1px',
  ],
];

for (const [part, declarations, ...expected] of cases) {
  test(`::part(${part}) { ${declarations} }`, () => {
    assert.deepEqual(findPart(part, declarations), expected);
  });
}

test('rules about the same part meet', () => {
  const [message, ...others] = find(
    `::part(primary) { background: #ffe } cliquez-signalez::part(primary):hover { color: #111 } ::part(primary) { color: #ff0 }`,
    { schemes: ['light'] },
  );
  assert.match(message!, /^error: background of ::part\(primary\): #ffff00 on #ffffee/);
  assert.match(others[0]!, /^warning: color of ::part\(primary\): #111111 on #ffffee/);
});

test('a part is looked at in the themes in which its rule applies', () => {
  const css = `
    .dark-blue { --cs-accent: #00008b } .yellow { --cs-accent: #ffcc00 }
    .dark-blue::part(launcher-label) { color: #fff }`;
  assert.deepEqual(
    find(css).map((message) => message.slice(0, 7)),
    ['warning'],
  );
  assert.match(
    find(`${css} ::part(launcher-label) { color: #fff }`)[1]!,
    /^error: color .* #ffffff on #ffdd95/,
  );
});

test('with one accent in light and another in dark, each is looked at in its own', () => {
  const css = `
    :root { --cs-accent: #00008b } ::part(launcher-label) { color: light-dark(#fff, #000) }
    @media (prefers-color-scheme: dark) { :root { --cs-accent: #ffcc00 } }`;
  assert.deepEqual(
    find(css).map((message) => message.slice(0, 7)),
    ['warning'],
  );
});

test('a page that has one scheme alone can say so', () => {
  const css = '::part(dialog) { background: #fff }';
  assert.match(find(css)[0]!, /^error: .* in dark/);
  assert.match(find(css, { schemes: ['light'] })[0]!, /^warning/);
});

test('a part that the widget does not have is told, but not those of other elements', () => {
  assert.deepEqual(find('cliquez-signalez::part(lable) { margin: 0 }'), [
    'warning: The widget has no part “lable”: did you mean “label”?',
  ]);
  assert.deepEqual(find('sl-button::part(label), .x::part(base) { color: #888 }'), []);
});
