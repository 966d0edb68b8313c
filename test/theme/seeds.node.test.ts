// The seeds are written down in several places: one list of names, of types, of defaults.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PRESETS } from '../../src/theme/presets.ts';
import { SEEDS } from '../../src/theme/seeds.ts';

const names = Object.values(SEEDS).flatMap((seeds) => Object.keys(seeds));

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
  const manifest = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
  const documented = [...manifest.matchAll(/"name": "--cs-([\w-]+)"/g)].map(([, name]) => name!);
  const layout = ['z', 'offset-block', 'offset-inline', 'dialog-width'];
  assert.deepEqual(new Set(documented), new Set([...names, ...layout]));
});
