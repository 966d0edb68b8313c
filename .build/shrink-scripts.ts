// The last pass over the scripts for script tags: Vite's own minifier, which it leaves out where modules are built for others.

import { minify, type Plugin } from 'vite';

/**
 * Chunks of which nearly everything runs at once. Told so, V8 compiles them whole, off the main thread, while they arrive
 * (Chromium 136; a comment to others): otherwise it would compile each function when it is first called, on it.
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
    // One line more at the start: a semicolon more in the mappings.
    return {
      code: COMPILE_HINT + shrunk.code,
      map: { ...map, mappings: `;${map.mappings}` } as never,
    };
  },
};
