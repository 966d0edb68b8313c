// Gives lazy files copies of small modules that the form has too. Shared, these modules would be in the form's file, of
// 20 kB, which these files load without, or cost each of them one more request.

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
  {
    into: /\/src\/isolated\//,
    of: /\/src\/(page\/|attributes\.ts)/,
    query: '?isolated',
  },
  // Load without the form, or after it; each file has only the columns of the table that it reads.
  { into: /\/src\/diagnosis\//, of: /\/src\/(attributes|core\/report\/embeds)\.ts/, query: '?diagnosis' },
  { into: /\/src\/form\/later\.ts/, of: /\/src\/attributes\.ts/, query: '?later' },
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
