// theme-check on our own mappings, with the style sheets of Bootstrap and the DSFR as npm has them: every contrast is
// known and kept, and nothing is misspelt.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkTheme } from '../../../src/tools/theme-check/check-theme.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The rules of a system that set the variables of the whole page: the rest would only take time to parse. */
const rootRules = (css: string): string =>
  (css.match(/^(?::root|\[data-bs-theme)[^{]*\{[^}]*\}/gm) ?? [])
    .filter((rule) => rule.includes('--'))
    .join('\n');

const SYSTEMS: Readonly<Record<string, string>> = {
  bootstrap: rootRules(read('node_modules/bootstrap/dist/css/bootstrap.css')),
  dsfr: rootRules(read('node_modules/@gouvfr/dsfr/dist/dsfr.css')),
  material: `:root { --md-sys-color-primary: #6750a4; --md-sys-color-surface: #fef7ff; --md-sys-color-error: #b3261e;
    --md-ref-typeface-plain: Roboto; --md-ref-typeface-brand: Roboto; --md-sys-shape-corner-medium: 12px }`,
};

for (const [name, css] of Object.entries(SYSTEMS)) {
  test(`the mapping of ${name} is computed whole, and has no fault`, () => {
    assert.match(css, /--/);
    const mapping = read(`src/widget/theme/mappings/${name}.css`);
    const { themes, findings } = checkTheme(`${css}\n${mapping}`);
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
    const measured = themes.flatMap(({ schemes }) => schemes.filter(({ pairs }) => pairs.length > 0));
    assert.ok(measured.length > 0);
    for (const { scheme, pairs } of measured)
      for (const { front, back, ratio, minimum } of pairs)
        assert.ok(ratio >= minimum, `${front} on ${back}, ${scheme}: ${ratio}`);
  });
}
