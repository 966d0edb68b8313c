// Gives the isolated mode and the diagnosis copies of small modules that the form has too. A file that imports another one
// cannot be asked for again if the other did not come: Firefox and WebKit remember that for the life of a page
// (import-again.ts). So each file that a page loads without the form, or after it, holds all that it needs.

import type { Plugin } from 'vite';

interface Copy {
  /** The modules that get copies; the imports of a copy do too. */
  readonly into: RegExp;
  readonly of: RegExp;
  /** Query that tells the copy from the module itself. */
  readonly query: string;
}

const COPIES: readonly Copy[] = [
  // Loads instead of the form.
  { into: /\/src\/isolated\//, of: /\/src\/(page|attributes)\//, query: '?isolated' },
  // Loads without the form, or after it.
  { into: /\/src\/diagnosis\//, of: /\/src\/(attributes\/|core\/report\/protocol)/, query: '?diagnosis' },
];

/** For builds in which the form and the isolated mode are files of their own. */
export const ownCopies: Plugin = {
  name: 'own-copies',
  enforce: 'pre',
  async resolveId(source, importer) {
    const copy = COPIES.find(
      ({ into, query }) => importer && (into.test(importer) || importer.endsWith(query)),
    );
    if (!importer || !copy) return null;
    const found = await this.resolve(source, importer.replace(copy.query, ''), { skipSelf: true });
    return found && copy.of.test(found.id) ? `${found.id}${copy.query}` : found;
  },
};
