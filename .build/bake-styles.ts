// Replaces each module that computes a style sheet, and the presets, by the finished text. Colours are derived during the
// build, not on every visitor's device, and the code that derives them is not shipped.

import { CSSResult } from 'lit';
import type { Plugin } from 'vite';

/** Removes comments, white space around punctuation, and quotes around a word: a style sheet does not need them. */
const shrinkCss = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>!]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;\}/g, '}')
    .replace(/(?<=[\d)]) \* (?=[\d(v.-])/g, '*')
    .replace(/(?<![\w.#-])0(?=\.\d)/g, '')
    .replace(/=(['"])([a-z]\w*)\1\]/g, '=$2]');

/** Bakes the modules that export nothing but style sheets. */
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

/** Bakes the table of presets: who needs their names alone gets no seeds. */
export const bakePresets: Plugin = {
  name: 'bake-presets',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/widget\/theme\/presets\.ts(?:\?|$)/ },
    async handler(_, id) {
      const values = Object.entries((await import(id)) as Record<string, unknown>);
      const lines = values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { code: lines.join('\n'), map: null };
    },
  },
};
