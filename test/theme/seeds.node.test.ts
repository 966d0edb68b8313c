// The seeds are written down in several places: one list of names, of types, of defaults.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PRESETS } from '../../src/theme/presets.ts';
import { registerSeeds } from '../../src/theme/register-seeds.ts';
import { SEEDS } from '../../src/theme/seeds.ts';

const names = Object.values(SEEDS).flatMap((seeds) => Object.keys(seeds));

/** Colours that the form derives once, typed so that a browser computes them once. */
const DERIVED = ['fill', 'onFill', 'edge', 'accentText', 'paper', 'text', 'textQuiet', 'border'];

test('the properties that are registered are the seeds that have a type, with that type, and colours derived from them', (t) => {
  const registered: PropertyDefinition[] = [];
  Object.assign(globalThis, {
    CSS: { registerProperty: (definition: PropertyDefinition) => registered.push(definition) },
  });
  t.after(() => Reflect.deleteProperty(globalThis, 'CSS'));
  registerSeeds();
  const expected = Object.entries(SEEDS).flatMap(([syntax, seeds]) =>
    syntax === '*'
      ? []
      : [...Object.keys(seeds), ...(syntax === '<color>' ? DERIVED : [])].map((name) => ({
          name: `--_cs-${name}`,
          syntax,
          inherits: true,
        })),
  );
  assert.deepEqual(
    registered.map(({ initialValue: _, ...rest }) => rest),
    expected,
  );
});

test('nothing is thrown where properties cannot be registered', () => {
  assert.doesNotThrow(() => registerSeeds());
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
  const manifest = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
  const documented = [...manifest.matchAll(/"name": "--cs-([\w-]+)"/g)].map(([, name]) => name!);
  const layout = ['z', 'offset-block', 'offset-inline', 'dialog-width'];
  assert.deepEqual(new Set(documented), new Set([...names, ...layout]));
});
