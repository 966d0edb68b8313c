// Writes texts into the files of a language, in the format of the house. Only the texts change: keys, order and comments
// of a file stay.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, type FormatConfig } from 'oxfmt';
import { PARTS, type Texts } from './texts.ts';

const root = new URL('../../', import.meta.url);

/** Where the languages are. */
const LOCALES = fileURLToPath(new URL('src/i18n/locales', root));

/** A key and its text, as oxfmt writes them. */
const PROPERTY = /('[\w.-]+'):(\s*)('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** The same source with other texts. */
export async function withTexts(file: string, source: string, texts: Texts): Promise<string> {
  const written = source.replaceAll(PROPERTY, (property, name: string, space: string) => {
    const text = texts[name.slice(1, -1)];
    return text === undefined ? property : `${name}:${space}${quoted(text)}`;
  });
  const config = JSON.parse(readFileSync(new URL('.oxfmtrc.json', root), 'utf8')) as FormatConfig;
  const { code, errors } = await format(file, written, config);
  if (errors.length > 0) throw new Error(`${file} cannot be formatted: ${errors[0]!.message}`);
  return code;
}

/** The keys of a source. */
const keysIn = (source: string): readonly string[] =>
  [...source.matchAll(PROPERTY)].map(([, name = '']) => name.slice(1, -1));

/** The line that says that a language is a draft, and the one before it. */
const DRAFT = '  isDraft: true,\n';
const TAG = /^ {2}tag: '[\w-]+',\n/m;

/** What the files of a language become with these texts. @param folder of all languages */
export async function changedFiles(
  tag: string,
  texts: Texts,
  isDraft: boolean,
  folder: string = LOCALES,
): Promise<ReadonlyMap<string, string>> {
  const changed = new Map<string, string>();
  const left = new Set(Object.keys(texts));
  for (const part of PARTS) {
    const file = `${folder}/${tag}/${part}.ts`;
    const source = readFileSync(file, 'utf8');
    for (const key of keysIn(source)) left.delete(key);
    const written = await withTexts(file, source, texts);
    if (written !== source) changed.set(file, written);
  }
  // No text is lost without a word.
  if (left.size > 0) throw new Error(`The files of ${tag} have no place for ${[...left].join(', ')}.`);
  // English is finished, and has no entry of its own.
  if (tag === 'en') return changed;
  const file = `${folder}/${tag}/index.ts`;
  const source = readFileSync(file, 'utf8');
  if (isDraft === source.includes(DRAFT)) return changed;
  changed.set(file, isDraft ? source.replace(TAG, (line) => line + DRAFT) : source.replace(DRAFT, ''));
  return changed;
}

/** Writes files. */
export function writeFiles(files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) writeFileSync(file, text);
}
