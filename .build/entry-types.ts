// The declarations of the package's entries, under the names that `exports` promises: the compiler writes each under the
// name of its source.

import { mkdirSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const FRAMEWORKS = ['effect', 'preact', 'react', 'solid', 'svelte', 'vue'];

/** The source of each entry, both without their endings: below `dist` and below `src`. */
const SOURCES: Readonly<Record<string, string>> = {
  index: 'widget/index',
  define: 'widget/define',
  'define-form': 'widget/define-form',
  schema: 'core/schema',
  ...Object.fromEntries(FRAMEWORKS.map((name) => [`types/${name}`, `widget/types/${name}`])),
};

/** Writes `dist/<entry>.d.ts` for each entry. */
export function writeEntryTypes(): void {
  mkdirSync(`${dist}types`);
  for (const [entry, source] of Object.entries(SOURCES)) {
    const path = posix.relative(posix.dirname(entry), source);
    writeFileSync(
      `${dist}${entry}.d.ts`,
      `export * from '${path.startsWith('.') ? path : `./${path}`}.ts';\n`,
    );
  }
}
