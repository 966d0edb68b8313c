// Gives `import()` the exports of a chunk as a plain object with getters. The bundler's own helper is a separate file,
// and so a separate request. It also breaks on pages that put properties on `Object.prototype`, because it uses `for …
// in`.

import type { Plugin } from 'vite';

const HELPER = '__exportAll';

/** `__exportAll({ a: () => b })` → `{ get a() { return b } }`. */
const withGetters = (code: string): string =>
  code.replace(new RegExp(`${HELPER}\\((\\{[^}]*\\})\\)`, 'g'), (_, members: string) =>
    members.replace(/(\w+): \(\) => ([\w$]+)/g, 'get $1() { return $2 }'),
  );

const importOfHelper = new RegExp(`^import \\{ t as ${HELPER} \\} from "[^"]*";\n`, 'm');

/** Rewrites the exports of chunks, before the pass that minifies them. */
export const plainNamespaces: Plugin = {
  name: 'plain-namespaces',
  renderChunk: (code) => ({ code: withGetters(code).replace(importOfHelper, ''), map: null }),
  generateBundle(_, bundle) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (chunk.name === 'rolldown-runtime') delete bundle[file];
      else chunk.imports = chunk.imports.filter((name) => !name.startsWith('rolldown-runtime'));
    }
  },
};
