// Makes each `import()` of a single file a plain import. Otherwise the bundler wraps every module in a function of its
// own, so that it runs at its first use: 3.9 kB of 105, and no file comes later that way.

import type { Plugin } from 'vite';

const IMPORT = /(?<!typeof )\bimport\((['"]\.[^'"]+['"])(?:, \{ with: \{ type: 'json' \} \})?\)/g;

/** `import('./a.ts')` → `Promise.resolve(imported0)`, and `import * as imported0 from './a.ts'` at the end. */
export const allAtOnce: Plugin = {
  name: 'all-at-once',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/src/')) return null;
    const imports: string[] = [];
    const changed = code.replace(IMPORT, (_, file: string) => {
      const name = `imported${imports.length}`;
      imports.push(`import * as ${name} from ${file};`);
      return `Promise.resolve(${name})`;
    });
    return imports.length > 0 ? { code: [changed, ...imports].join('\n'), map: null } : null;
  },
};
