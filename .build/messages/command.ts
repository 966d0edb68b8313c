// `npm run messages -- <what>`: the strings as PO files, their readings, their state.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readOptions } from '../../src/command-line/arguments.ts';
import { CommandError, UsageError } from '../../src/command-line/command.ts';
import { nearest } from '../../src/core/nearest.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { localeFaults } from './check.ts';
import { writeFrenchKeys } from './french-keys.ts';
import { importPo } from './import.ts';
import { changedFiles, writeFiles } from './locale-files.ts';
import { doubtsOf } from './drafts.ts';
import { writePo } from './po-file.ts';
import { countStates, isDraft, readReadings, withReadings, writeReadings } from './review.ts';
import { KEYS, textsOf, TRANSLATED } from './texts.ts';

const USAGE = `Usage: npm run messages -- <what> [options]

export --lang <tag> [--format po] [--out FILE]
    Writes the strings of a language as a PO file, to FILE or to the output: French as the source, the English text,
    where each is seen, its limit and its doubts as comments. What nobody has reviewed is marked fuzzy.
import FILE...
    Writes the texts of PO files into src/words/locales/<tag>.json. Refuses a file that breaks a rule, and then changes nothing.
    Entries that are not fuzzy are recorded as reviewed by the file's Last-Translator, if it names one.
review --lang <tag> --by <name> [--keys <key,key…>]
    Records in src/words/review.json that somebody has read strings: all of the language, or those named.
check
    Says which keys or places of the files are missing, unknown or wrong, as the build does, and writes the keys of French
    as a type.
status
    How many strings of each language are reviewed, unreviewed, or changed since (stale).
`;

/** The tag of a language that can be translated. */
function languageFrom(tag: string | undefined, tags: readonly string[]): string {
  if (tag === undefined) throw new UsageError(`--lang is missing.\n\n${USAGE}`);
  if (tag === 'fr') throw new UsageError('French is the source: it is written in src/words/locales/fr.json.');
  if (!tags.includes(tag))
    throw new UsageError(`There is no language ${tag} here. There are: ${tags.join(', ')}.`);
  return tag;
}

async function runExport(args: readonly string[]): Promise<void> {
  const options = {
    lang: { type: 'string' },
    format: { type: 'string', default: 'po' },
    out: { type: 'string' },
  } as const;
  const { lang, format, out } = readOptions(args, options, USAGE);
  const tag = languageFrom(lang, TRANSLATED);
  if (format !== 'po') throw new UsageError(`--format must be po, not « ${format} ».`);
  const text = writePo(tag, textsOf(tag), readReadings());
  if (out === undefined) return void process.stdout.write(text);
  if (existsSync(out)) throw new CommandError(`${out} exists. Name another file: --out FILE`);
  writeFileSync(out, text);
}

async function runImport(files: readonly string[]): Promise<void> {
  const option = files.find((file) => file.startsWith('-'));
  if (option !== undefined) throw new UsageError(`import has no option ${option}.\n\n${USAGE}`);
  if (files.length === 0) throw new UsageError(`Name a PO file: import FILE\n\n${USAGE}`);
  const texts = files.map((file) => ({ file, text: readText(file) }));
  const { said, changed, readings } = await importPo(texts, readReadings(), today());
  writeFiles(changed);
  if (readings) writeReadings(readings);
  process.stdout.write(said.map((line) => `${line}\n`).join(''));
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new UsageError(
      error instanceof TypeError
        ? `${file} is not in UTF-8. Save it so.`
        : `${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
}

async function runReview(args: readonly string[]): Promise<void> {
  const options = { lang: { type: 'string' }, by: { type: 'string' }, keys: { type: 'string' } } as const;
  const { lang, by = '', keys } = readOptions(args, options, USAGE);
  const tag = languageFrom(lang, FURTHER_LANGUAGES);
  if (by.trim() === '' || by.includes('@'))
    throw new UsageError('--by needs the name or the initials of the reviewer, without an e-mail address.');
  const named = keys?.split(/[\s,]+/).filter(Boolean) ?? KEYS;
  const unknown = named.find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, KEYS);
    throw new UsageError(`There is no string ${unknown}.${meant ? ` Did you mean ${meant}?` : ''}`);
  }
  const texts = textsOf(tag);
  const readings = withReadings(readReadings(), tag, { by: by.trim(), on: today(), keys: named, texts });
  writeReadings(readings);
  writeFiles(changedFiles(tag, texts, isDraft(readings, tag, texts)));
  process.stdout.write(
    `${tag}: ${countStates(readings, tag, texts).reviewed} of ${KEYS.length} strings are reviewed.\n`,
  );
}

async function runCheck(args: readonly string[]): Promise<void> {
  readOptions(args, {}, USAGE);
  const faults = localeFaults();
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  writeFrenchKeys();
  process.stdout.write(`${TRANSLATED.length + 1} languages have their ${KEYS.length} strings.\n`);
}

async function runStatus(args: readonly string[]): Promise<void> {
  readOptions(args, {}, USAGE);
  const readings = readReadings();
  const row = (cells: readonly (string | number)[]): string =>
    `${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : String(cell).padStart(12))).join('')}\n`;
  process.stdout.write(row(['language', 'reviewed', 'unreviewed', 'stale', 'in doubt']));
  for (const tag of FURTHER_LANGUAGES) {
    const { reviewed, unreviewed, stale } = countStates(readings, tag, textsOf(tag));
    process.stdout.write(row([tag, reviewed, unreviewed, stale, Object.keys(doubtsOf(tag)).length]));
  }
}

/** The day where the command runs, such as `2027-03-02`. */
const today = (): string => new Date().toLocaleDateString('sv');

const RUNS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  export: runExport,
  import: runImport,
  review: runReview,
  check: runCheck,
  status: runStatus,
};

/** Runs the command. */
async function run([what = '', ...args]: readonly string[]): Promise<void> {
  if ([what, ...args].some((word) => word === '--help' || word === '-h'))
    return void process.stdout.write(USAGE);
  const found = Object.hasOwn(RUNS, what) ? RUNS[what] : undefined;
  if (!found) {
    const meant = nearest(what, Object.keys(RUNS));
    const complaint =
      what === '' ? '' : `messages cannot « ${what} ».${meant ? ` Did you mean ${meant}?` : ''}\n\n`;
    throw new UsageError(complaint + USAGE);
  }
  return found(args);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isTold = error instanceof UsageError || error instanceof CommandError;
  console.error(isTold ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
