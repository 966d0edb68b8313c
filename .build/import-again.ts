// Requests a file that did not load once more, under another address. For the life of a page, Firefox and WebKit
// remember that a module did not load, and never request its address again (tried in Firefox 140 and WebKitGTK 2.50). A
// request that hangs is the same for every import of its address, so a later attempt takes another address too. If the
// file imports another one, that one keeps its address, and the attempt fails again: so each file that a page loads
// without the form, or after it, holds copies of the small modules that it shares with the form.

import type { Plugin } from 'vite';

/**
 * Whether one of the page's import maps has hashes. No browser would check the other address against them, and a file
 * that was refused for its hash must not load that way.
 */
const HAS_HASHES = `[...document.querySelectorAll('[type=importmap]')].some((map) => map.text.includes('integrity'))`;

/** A request under way for longer hangs: a little less than the form's own wait (src/widget/arrival.ts). */
const HANGS_MS = 7_000;

/** Requests a file, by its address relative to this chunk, and once more if it did not load, or hangs. */
const HELPER = `const asked = new Map(), arrived = new Map();
const importAgain = (file) => {
  if (arrived.has(file)) return Promise.resolve(arrived.get(file));
  const hangs = performance.now() - asked.get(file) > ${HANGS_MS};
  if (!asked.has(file)) asked.set(file, performance.now());
  const again = (error) => {
    if (${HAS_HASHES}) {
      if (error) throw error;
      return import(file);
    }
    return import(file + '?again=' + Math.random());
  };
  return (hangs ? again() : import(file).catch(again)).then((module) => {
    arrived.set(file, module);
    return module;
  });
};
`;

/** The files that the form needs. Those that the later part imports came with the form, but for those that are opened. */
const filesOf = (chunk: string): string =>
  chunk === 'later'
    ? 'abroad|extra|follow-up|page-flow'
    : 'form|first|later|extra|isolated|sealing|practice|simple|pictures';

/** Rewrites each `import()` of such a file. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code, { name }) {
    const changed = code.replace(
      new RegExp(
        `\\bimport\\((["'\`]\\./(?:frame-|app-)?(?:[a-z]{2}-)?(?:${filesOf(name)})[^"'\`]*\\.js["'\`])\\)`,
        'g',
      ),
      'importAgain($1)',
    );
    return changed === code ? null : { code: HELPER + changed, map: null };
  },
};

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
export const importAgainWithCopies: Plugin = {
  ...importAgain,
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
