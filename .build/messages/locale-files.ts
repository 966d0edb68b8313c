// Writes the sources of a language: its file, and whether its row says that it is a draft.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FURTHER } from '../../src/words/languages.ts';
import { keysIn, localeFile, type Texts } from './texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Contents of files, by path from the root of the repository. */
export type Files = ReadonlyMap<string, string>;

/** Has a row for each further language. */
const ROWS = 'src/words/languages.ts';

/**
 * The sources of a language that change with these texts.
 * @param pending files that change anyway, and are not written yet
 */
export function changedFiles(tag: string, texts: Texts, isDraft: boolean, pending: Files = new Map()): Files {
  const read = (file: string): string => pending.get(file) ?? readFileSync(root + file, 'utf8');
  const named = Object.fromEntries(keysIn(tag).map((key) => [key, texts[key]]));
  const written = new Map([[localeFile(tag), `${JSON.stringify(named, null, 2)}\n`]]);
  // English is finished, and has no row.
  if (Object.hasOwn(FURTHER, tag)) written.set(ROWS, withDraft(read(ROWS), tag, isDraft));
  return new Map([...written].filter(([file, text]) => text !== read(file)));
}

/** The rows, with one language marked as a draft or not. */
const withDraft = (rows: string, tag: string, isDraft: boolean): string =>
  rows.replace(new RegExp(`^(  '?${tag}'?: .*isDraft: )\\w+`, 'm'), `$1${isDraft}`);

/** Writes files. */
export function writeFiles(files: Files): void {
  for (const [file, text] of files) writeFileSync(root + file, text);
}
