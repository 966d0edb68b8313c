// The examination runs wherever fetch exists: it loads no package and no platform module.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** The modules that a module imports, directly or through others. */
function loadedBy(module: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(module.href)) return seen;
  seen.add(module.href);
  const code = readFileSync(module, 'utf8');
  for (const [, specifier = ''] of code.matchAll(/^(?:import|export) (?!type\b)[^;]*?\bfrom '([^']+)'/gm)) {
    if (specifier.startsWith('.')) loadedBy(new URL(specifier, module), seen);
    else seen.add(specifier);
  }
  return seen;
}

test('the conformance entry loads no package, and nothing of Node', () => {
  const modules = [...loadedBy(new URL('../../../src/tools/conformance/index.ts', import.meta.url))];
  assert.ok(modules.length > 20);
  assert.deepEqual(
    modules.filter((module) => !module.startsWith('file:')),
    [],
  );
});
