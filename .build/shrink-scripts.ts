// The last pass over the scripts for script tags: the bundler's own minifier, then terser, which makes them 1 to 2 %
// smaller still.

import { minify as shrink } from 'terser';
import { minify, type Plugin } from 'vite';
import { checkShortNames, shortNames, SHORTENED } from './short-names.ts';

/** The above. Runs before file names are hashed. */
export const shrinkScripts: Plugin = {
  name: 'shrink-scripts',
  buildStart: checkShortNames,
  async renderChunk(code, { fileName, exports }, { format }) {
    // What is imported dynamically is found by the name under which it is exported.
    const exported = exports.find((name) => SHORTENED.test(name));
    if (exported) throw new Error(`“${exported}” is exported: take it out of .build/short-names.ts.`);
    const isModule = format === 'es';
    const once = await minify(fileName, code, { module: isModule, sourcemap: true });
    const twice = await shrink(once.code, {
      module: isModule,
      compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true, hoist_funs: true },
      mangle: { properties: { regex: SHORTENED } },
      nameCache: shortNames(),
      format: { ecma: 2020 },
      sourceMap: { asObject: true, ...(once.map && { content: JSON.stringify(once.map) }) },
    });
    return { code: twice.code ?? once.code, map: twice.map as never };
  },
};
