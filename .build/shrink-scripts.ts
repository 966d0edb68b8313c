// The last pass over the scripts for script tags: the bundler's own minifier, then terser, which makes them 1 to 2 %
// smaller still.

import { minify as shrink } from 'terser';
import { minify, type Plugin } from 'vite';
import { checkShortNames, shortNames, SHORTENED } from './short-names.ts';

/**
 * Chunks of which nearly everything runs at once. Told so, V8 compiles them whole, off the main thread, while they arrive
 * (Chromium 136; a comment to others): otherwise it would compile each function when it is first called, on it.
 */
const RUN_AT_ONCE = /^(widget|form)$/;
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/** The above. Runs before file names are hashed. */
export const shrinkScripts: Plugin = {
  name: 'shrink-scripts',
  buildStart: checkShortNames,
  async renderChunk(code, { fileName, name, exports }, { format }) {
    // What is imported dynamically is found by the name under which it is exported.
    const exported = exports.find((one) => SHORTENED.test(one));
    if (exported) throw new Error(`“${exported}” is exported: take it out of .build/short-names.ts.`);
    const isModule = format === 'es';
    const once = await minify(fileName, code, { module: isModule, sourcemap: true });
    const twice = await shrink(once.code, {
      module: isModule,
      compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true, hoist_funs: true },
      mangle: { properties: { regex: SHORTENED } },
      nameCache: shortNames(),
      format: { ecma: 2020, ...(isModule && RUN_AT_ONCE.test(name) && { preamble: COMPILE_HINT }) },
      sourceMap: { asObject: true, ...(once.map && { content: JSON.stringify(once.map) }) },
    });
    return { code: twice.code ?? once.code, map: twice.map as never };
  },
};
