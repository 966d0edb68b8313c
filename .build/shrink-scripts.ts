// The last pass over the scripts for script tags: Vite's own minifier, which Vite skips when it builds modules for
// libraries.

import { minify, type Plugin } from 'vite';

/**
 * Chunks whose functions nearly all run at once. With the hint, V8 compiles the whole chunk off the main thread while
 * it arrives (Chromium 136; other engines see a comment). Otherwise V8 compiles each function at its first call, on
 * the main thread.
 */
const RUN_AT_ONCE = /^(entry|form)$/;
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** Minifies each chunk. Runs before file names are hashed. */
export const shrinkScripts: Plugin = {
  name: 'shrink-scripts',
  async renderChunk(code, { fileName, name }, { format }) {
    const isModule = format === 'es';
    const shrunk = await minify(fileName, code, { module: isModule, sourcemap: true });
    const { map } = shrunk as { map: { mappings: string } };
    if (!isModule || !RUN_AT_ONCE.test(name)) return { code: shrunk.code, map: map as never };
    // The hint adds one line at the start, so the mappings need one more semicolon.
    return {
      code: COMPILE_HINT + shrunk.code,
      map: { ...map, mappings: `;${map.mappings}` } as never,
    };
  },
};
