// Removes the indentation from our sources before they are bundled: within a template, it would be shipped.

import type { Plugin } from 'vite';

/** White space at the start of a line means nothing in TypeScript. In HTML, one line break equals many spaces. */
export const flushLeft: Plugin = {
  name: 'flush-left',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts(\?\w+)?$/ },
    handler: (code) => ({ code: code.replace(/\n\s+/g, '\n'), map: null }),
  },
};
