// Joins modules of a page's script into one text without imports, which a page can carry in itself.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * The code of modules as one script: types are removed, imports and exports too. No two modules may have a name of their
 * own in common.
 * @param modules their files, TypeScript, an imported one before the one that imports it
 */
export const joinModules = (modules: readonly URL[]): string =>
  modules.map((file) => withoutImports(withoutTypes(readFileSync(file, 'utf8')))).join('\n');

const withoutImports = (code: string): string =>
  code
    .replaceAll(/^import\b[^;]*;$/gm, '')
    .replaceAll(/^export /gm, '')
    .replaceAll(/^\s*\/\/.*$|^\s*\/\*\*[^]*?\*\/$/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n');

/** Node warns that this function is experimental. A user of the program can do nothing about that. */
function withoutTypes(code: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}
