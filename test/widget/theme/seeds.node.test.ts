// The seeds are listed in several places: all have the same names, types and defaults.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STYLES } from '../../../src/widget/isolated/channel.ts';
import { PRESETS } from '../../../src/widget/theme/presets.ts';
import { accentStyles } from '../../../src/widget/theme/accent.styles.ts';
import { SEEDS } from '../../../src/widget/theme/seeds.ts';
import { tokenStyles } from '../../../src/widget/theme/tokens.styles.ts';
import { typeStyles } from '../../../src/widget/theme/types.styles.ts';

const names = Object.values(SEEDS).flatMap((seeds) => Object.keys(seeds));

test('every property of ours that is set has a type, except fonts, and a height that nobody else sets', () => {
  const typed = [...typeStyles.cssText.matchAll(/@property --_cs-([\w-]+)\{syntax:'(<\w+>)';inherits:true/g)];
  const syntaxes = new Map(typed.map(([, name = '', syntax = '']) => [name, syntax]));
  const set = [...(accentStyles.cssText + tokenStyles.cssText).matchAll(/--_cs-([\w-]+):/g)].map(
    ([, name = '']) => name,
  );
  const untyped = new Set(set.filter((name) => !syntaxes.has(name)));
  assert.deepEqual([...untyped].toSorted(), ['font', 'font-heading', 'height']);
  assert.deepEqual(
    [...syntaxes.keys()].filter((name) => !set.includes(name)),
    [],
  );
  for (const [syntax, seeds] of Object.entries(SEEDS)) {
    if (syntax === '*') continue;
    for (const name of Object.keys(seeds)) assert.equal(syntaxes.get(name), syntax, name);
  }
});

test('presets set seeds alone', () => {
  for (const [preset, seeds] of Object.entries(PRESETS)) {
    assert.deepEqual(
      Object.keys(seeds).filter((name) => !names.includes(name)),
      [],
      preset,
    );
  }
});

test('the manifest documents every seed, and no other but those of the layout', () => {
  const manifest = readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
  const documented = [...manifest.matchAll(/"name": "--cs-([\w-]+)"/g)].map(([, name]) => name!);
  const layout = ['z', 'offset-block', 'offset-inline', 'dialog-width', 'frame-height'];
  assert.deepEqual(new Set(documented), new Set([...names, ...layout]));
});

test('the isolated mode carries every seed, and the width of the dialog', () => {
  assert.deepEqual(new Set(STYLES), new Set([...names, 'dialog-width']));
});
