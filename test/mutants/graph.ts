// Which tests reach a source: by imports, and by paths that a test gives to a process.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const PATH = /['"`](\.{1,2}\/[^'"`$]*\.ts)['"`]/g;

const known = new Map<string, readonly string[]>();

/** The files that a file names. */
function namedIn(file: string): readonly string[] {
  const before = known.get(file);
  if (before) return before;
  const named = [...readFileSync(file, 'utf8').matchAll(PATH)]
    .map(([, path = '']) => relative('.', join(dirname(file), path)))
    .filter((path) => existsSync(path));
  known.set(file, named);
  return named;
}

/** How far each file is that a test reaches, in steps. */
function distancesFrom(test: string): ReadonlyMap<string, number> {
  const distances = new Map([[test, 0]]);
  const waiting = [test];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const distance = distances.get(file)! + 1;
    for (const other of namedIn(file)) {
      if (distances.has(other)) continue;
      distances.set(other, distance);
      waiting.push(other);
    }
  }
  return distances;
}

/** The tests in Node that reach each source, the nearest first. */
export function testsBySource(): (source: string) => readonly string[] {
  const tests = globSync('test/**/*.node.test.ts').map((test) => ({ test, distances: distancesFrom(test) }));
  return (source) =>
    tests
      .filter(({ distances }) => distances.has(source))
      .toSorted((one, other) => one.distances.get(source)! - other.distances.get(source)!)
      .map(({ test }) => test);
}
