// The module graph of `src` has no cycle, type imports and `import()` included. oxlint's own rule ignores both.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The modules that a source imports: values, types, and those by `import()`. */
function importsOf(file: string, source: string): string[] {
  const code = source.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.[^']+\.ts)'/g)].map(([, specifier = '']) =>
    normalize(join(dirname(file), specifier)),
  );
}

/** The cycles of a graph: its strongly connected components of more than one module (Tarjan). */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const visit = (module: string): void => {
    const own = index.size;
    index.set(module, own);
    lowest.set(module, own);
    path.push(module);
    for (const next of graph.get(module) ?? []) {
      if (!index.has(next)) visit(next);
      if (path.includes(next)) lowest.set(module, Math.min(lowest.get(module)!, lowest.get(next)!));
    }
    if (lowest.get(module) !== own) return;
    const component = path.splice(path.indexOf(module));
    if (component.length > 1) cycles.push(component.toSorted());
  };
  for (const module of graph.keys()) if (!index.has(module)) visit(module);
  return cycles;
}

test('the modules of src have no cycle, types and import() counted', () => {
  const files = globSync('src/**/*.ts', { cwd: root });
  const graph = new Map(
    files.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))] as const),
  );
  assert.ok(files.length > 200);
  for (const [file, imports] of graph)
    for (const name of imports) assert.ok(graph.has(name), `${file} imports ${name}, which is not there`);
  assert.deepEqual(cyclesOf(graph), []);
});

test('a cycle is found: of types alone, by import() alone, through a third module', () => {
  const importing = (source: string): string[] => importsOf('src/a.ts', source);
  assert.deepEqual(importing(`import type { B } from './b.ts';`), ['src/b.ts']);
  assert.deepEqual(importing(`const b = (): unknown => import('./b.ts');`), ['src/b.ts']);
  assert.deepEqual(importing(`export type B = import('./b.ts').B;`), ['src/b.ts']);
  assert.deepEqual(importing(`// import './b.ts'\nimport './c.ts';`), ['src/c.ts']);
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', []],
  ]);
  assert.deepEqual(cyclesOf(graph), [['a', 'b', 'c']]);
});
