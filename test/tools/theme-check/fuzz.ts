// A thread that examines random style sheets: the test that starts it can stop it, even in an endless loop.
import assert from 'node:assert/strict';
import { workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { checkTheme } from '../../../src/tools/theme-check/check-theme.ts';
import { formatThemeReport } from '../../../src/tools/theme-check/format-report.ts';

/** Number of texts, and room for the current text: its length in UTF-16 units, then the text. */
export interface FuzzOrder {
  readonly runs: number;
  readonly current: SharedArrayBuffer;
}

const words = `{ } ( ) [ ] ; : , & ! \\ /* */ " ' @media @import @layer :root cliquez-signalez ::part( primary --x a{ a:b
  --cs-accent --cs-space var(--x) light-dark( red #fff 12px color opacity outline none url( \u{1F600} \0`;
const token = fc.constantFrom('\n', ...words.split(/\s+/));
// Each text uses a few kinds of tokens: combinations that break a parser are rare among all kinds.
const few = fc.uniqueArray(token, { minLength: 2, maxLength: 8 });
const text = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 1 },
  {
    arbitrary: few
      .chain((kinds) =>
        fc.tuple(fc.array(fc.constantFrom(...kinds), { maxLength: 60 }), fc.constantFrom('', ' ')),
      )
      .map(([tokens, gap]) => tokens.join(gap)),
    weight: 4,
  },
);

const { runs, current } = workerData as FuzzOrder;
const [length, units] = [new Int32Array(current, 0, 1), new Uint16Array(current, 4)];

function examine(css: string): void {
  length[0] = css.length;
  units.set(Array.from(css, (_, index) => css.charCodeAt(index)).slice(0, units.length));
  const printed = formatThemeReport('x.css', checkTheme(css));
  assert.doesNotMatch(printed, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
}

// In such texts, a parser that remembered the text before looped endlessly.
for (const [before, css] of [
  ['(', '[a]){a['],
  ['[', '[]]:('],
  ['{', '{:}}{;aa'],
] as const) {
  examine(before.repeat(60));
  examine(css);
}

fc.assert(fc.property(text, examine), { numRuns: runs });
