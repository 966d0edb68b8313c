// Requests a file that did not load once more, under another address. For the life of a page, Firefox and WebKit
// remember that a module did not load, and never request its address again (tried in Firefox 140 and WebKitGTK 2.50).

import type { Plugin } from 'vite';

/**
 * Whether one of the page's import maps has hashes. No browser would check the other address against them, and a file
 * that was refused for its hash must not load that way.
 */
const HAS_HASHES = `[...document.querySelectorAll('[type=importmap]')].some((map) => map.text.includes('integrity'))`;

/** Requests a file, by its address relative to this chunk, and once more if it did not load. */
const HELPER = `const importAgain = (file) => import(file).catch((error) => {
  if (${HAS_HASHES}) throw error;
  return import(file + '?again=' + Math.random());
});
`;

/** Rewrites each `import()` of a file that the form needs. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code, { name }) {
    // The files that the later part imports came with the form, or are optional.
    if (name === 'later') return null;
    const changed = code.replace(
      /\bimport\((["'`]\.\/(?:frame-|app-)?(?:[a-z]{2}-)?(?:form|first|later|isolated|sealing)[^"'`]*\.js["'`])\)/g,
      'importAgain($1)',
    );
    return changed === code ? null : { code: HELPER + changed, map: null };
  },
};
