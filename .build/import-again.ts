// Asks once more for a file that did not arrive, under another address: Firefox and WebKit remember, for the life of a page,
// that a module did not load, and never ask for the same address again (tried in Firefox 140 and WebKitGTK 2.50).

import type { Plugin } from 'vite';

/**
 * Where the page has an import map with hashes, be it the second one, no browser would check the other address: a file that was refused for its
 * hash must not come in by it.
 */
const HAS_HASHES = `[...document.querySelectorAll('[type=importmap]')].some((map) => map.text.includes('integrity'))`;

const again = (_: string, file: string): string =>
  `import('${file}').catch((error) => { if (${HAS_HASHES}) throw error; return import('${file}?again=' + Math.random()); })`;

/** Rewrites each `import()` of a file without which there is no form. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code, { name }) {
    // What the later part asks for has come with the form, or is done without.
    if (name === 'later') return null;
    const changed = code.replace(
      /\bimport\(["'`](\.\/(?:frame-)?(?:form|first|later|isolated|sealing)[^"'`]*\.js)["'`]\)/g,
      again,
    );
    return { code: changed, map: null };
  },
};
