// Requests a file that did not load once more, under another address. For the life of a page, Firefox and WebKit
// remember that a module did not load, and never request its address again (tried in Firefox 140 and WebKitGTK 2.50). A
// request that hangs is the same for every import of its address, so a later attempt takes another address too. If the
// file imports another one, that one keeps its address, and the attempt fails again: so each file that a page loads
// without the form, or after it, holds copies of the small modules that it shares with the form.

import type { Plugin } from 'vite';
import { ENTRY_CHUNK } from './entry-is-widget.ts';

/**
 * Whether one of the page's import maps has hashes. No browser would check the other address against them, and a file
 * that was refused for its hash must not load that way.
 */
const HAS_HASHES = `[...document.querySelectorAll('[type=importmap]')].some((map) => map.text.includes('integrity'))`;

/** A request under way for longer hangs: a little less than the form's own wait (src/widget/shared/arrival.ts). */
const HANGS_MS = 7_000;

/**
 * Requests a file, by its address relative to this chunk, and once more if it did not load, or hangs. Says so if it does not
 * come: the diagnosis is such a file too.
 */
const HELPER = `const importedFiles = {};
const importAgain = async (file) => {
  // When it was first asked for, or the module.
  const known = (importedFiles[file] ??= performance.now());
  if (typeof known == 'object') return known;
  const again = () => import(file + (${HAS_HASHES} ? '' : '?again=' + Math.random()));
  try {
    return (importedFiles[file] = await (performance.now() - known > ${HANGS_MS} ? again() : import(file).catch(again)));
  } catch (error) {
    console.warn('cliquez-signalez: no ' + file + '. Copy all files of one version.', error);
    throw error;
  }
};
`;

/** The files that the form needs. Those that the later part imports came with the form, but for those that are opened. */
const filesOf = (chunk: string): string =>
  chunk === 'later'
    ? 'abroad|extra|follow-up|page-flow|named-services'
    : 'form|first|later|extra|isolated|sealing|practice|simple|pictures|floating|diagnos';

/** Rewrites each `import()` of such a file. */
const withCalls = (code: string, chunk: string): string =>
  code.replace(
    new RegExp(
      `\\bimport\\((["'\`]\\./(?:frame-|app-)?(?:[a-z]{2}-)?(?:${filesOf(chunk)})[^"'\`]*\\.js["'\`])\\)`,
      'g',
    ),
    'importAgain($1)',
  );

/** For builds whose chunks know nothing of each other: each has the helper. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code, { name }) {
    const changed = withCalls(code, name);
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
  {
    into: /\/src\/widget\/isolated\//,
    of: /\/src\/widget\/(page\/|attributes\/|theme\/presets|form\/bad-values|shared\/given)/,
    query: '?isolated',
  },
  // Loads without the form, or after it.
  {
    into: /\/src\/widget\/diagnosis\//,
    of: /\/src\/(core\/report\/protocol|widget\/(attributes\/|theme\/presets|shared\/given))/,
    query: '?diagnosis',
  },
];

/**
 * For the build in which the form and the isolated mode are files of their own. They take the helper from the element's class, as
 * they take shared code (entry-is-widget.ts): all files are in one folder.
 */
export const importAgainWithCopies: Plugin = {
  name: 'import-again',
  enforce: 'pre',
  renderChunk(code, { name }) {
    const changed = withCalls(code, name);
    if (name === ENTRY_CHUNK)
      return { code: `${HELPER}${changed}\nReportButton.again = importAgain;`, map: null };
    return changed === code
      ? null
      : { code: `const importAgain = customElements.get('cliquez-signalez').again;\n${changed}`, map: null };
  },
  async resolveId(source, importer) {
    const copy = COPIES.find(
      ({ into, query }) => importer && (into.test(importer) || importer.endsWith(query)),
    );
    if (!importer || !copy) return null;
    const found = await this.resolve(source, importer.replace(copy.query, ''), { skipSelf: true });
    return found && copy.of.test(found.id) ? `${found.id}${copy.query}` : found;
  },
};
