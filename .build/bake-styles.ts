// Puts the finished text of a style sheet in the place of the module that makes it: colours are derived while building,
// not on every visitor's device, and what derives them is not shipped.

import { CSSResult } from 'lit';
import type { Plugin } from 'vite';
import { shrinkCss } from './minify-templates.ts';

/** The above, for modules that export nothing but style sheets. */
export const bakeStyles: Plugin = {
  name: 'bake-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.styles\.ts$/ },
    async handler(_, id) {
      const sheets = Object.entries((await import(id)) as Record<string, unknown>);
      if (!sheets.every(([, sheet]) => sheet instanceof CSSResult)) return null;
      const lines = sheets.map(
        ([name, sheet]) =>
          `export const ${name} = unsafeCSS(${JSON.stringify(shrinkCss(String(sheet)).trim())});`,
      );
      return { code: `import { unsafeCSS } from 'lit';\n${lines.join('\n')}\n`, map: null };
    },
  },
};
