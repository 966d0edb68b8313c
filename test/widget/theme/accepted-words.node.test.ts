// Accepted words of attributes in files that can import none: the presets in guides, all of them in Hugo's templates.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LOOKS, THEMES } from '../../../src/widget/attributes/looks.ts';
import { WORDS } from '../../../src/widget/attributes/settings.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';
import { PRESET_NAMES } from '../../../src/widget/theme/presets.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

for (const language of ['fr', 'en'])
  test(`the guide has a row for each preset (${language})`, () => {
    const path = `demo/site/pages/${language}/theme.md`;
    const [, table = ''] = /^\| Pr[^\n]+\n\| --- \| --- \|\n((?:\|.*\n)+)/m.exec(read(path)) ?? [];
    const named = [...table.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(named, PRESET_NAMES, path);
  });

test('Hugo’s template takes each look, each flow and each category', () => {
  const path = 'src/plugins/hugo/layouts/shortcodes/cliquez-signalez.html';
  const taken = (name: string): (string | undefined)[] => {
    const [, list = ''] = new RegExp(`^ +"${name}" \\(slice ([^)]+)\\)`, 'm').exec(read(path)) ?? [];
    return [...list.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  };
  const expected = {
    ...THEMES,
    // A button that floats has a setting of its own: it is for all pages.
    variant: LOOKS.variant.filter((variant) => variant !== 'floating'),
    size: LOOKS.size,
    mode: LOOKS.mode,
    view: LOOKS.view,
    flow: WORDS.flow,
    category: CATEGORIES.map(({ id }) => id),
  };
  for (const [name, words] of Object.entries(expected))
    assert.deepEqual(taken(name), words, `${path}: ${name}`);
});
