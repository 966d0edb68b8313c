// Makes the entry the widget itself: a file that only imports another one would cost each visitor a round trip.

import type { Plugin } from 'vite';

/** Name of the chunk with the entry's own code, in the table of chunks. */
export const ENTRY_CHUNK = 'entry';

const SHARED = 'customElements.get("cliquez-signalez").shared';

/** The bundler's entry, which only imports that chunk. */
const FACADE = 'facade.js';

/**
 * Writes the chunk called `entry` to `file`, and lets the other chunks take shared code from the element's class
 * instead of importing it. An import would name `file` without the `?ver=` that content management systems add. To the
 * browser, that address is another module, and its cache may hold an earlier version with other exports. The class
 * that loads a chunk always comes from the build of that chunk.
 */
export const entryIsWidget = (file: string): Plugin => ({
  name: 'entry-is-widget',
  config: () => ({ build: { rolldownOptions: { output: { entryFileNames: FACADE } } } }),
  renderChunk(code, { name, fileName }) {
    if (fileName === FACADE) return null;
    const own = name === ENTRY_CHUNK;
    const changed = own
      ? code.replace(
          /^export \{([^}]*)\};$/m,
          (_, names: string) => `ReportButton.shared = {${swap(names)}};`,
        )
      : code.replace(
          new RegExp(`^import \\{([^}]*)\\} from "\\./${file.replace('.', '\\.')}";$`, 'm'),
          (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = ${SHARED};`,
        );
    if (own && changed === code) this.error(`${file} shares nothing: its exports were not found.`);
    return { code: changed, map: null };
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.imports = chunk.imports.filter((name) => name !== file);
    delete bundle[FACADE];
  },
});

/** `html as b, nothing` → ` b: html, nothing: nothing`. */
const swap = (names: string): string =>
  names
    .split(',')
    .map((pair) => pair.trim().split(' as '))
    .map(([local, exported = local]) => ` ${exported}: ${local}`)
    .join();
