// Replaces the module that joins the script of the analysts' page by the finished text: the package has no sources to join.

import type { Plugin } from 'vite';

/** Bakes the script of the analysts' page. */
export const bakePageScript: Plugin = {
  name: 'bake-page-script',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/receiver\/analyst-page\/script-text\.ts$/ },
    async handler(_, id) {
      const texts = Object.entries((await import(id)) as Record<string, unknown>);
      const lines = texts.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`);
      return { code: `${lines.join('\n')}\n`, map: null };
    },
  },
};
