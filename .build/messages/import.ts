// Reads PO files into the languages: examines every text before anything is written.

import { CommandError } from '../../src/command-line/command.ts';
import type { LanguageRules } from '../../test/words/language-rules.ts';
import { changedFiles, type Files } from './locale-files.ts';
import { PoError, readPo, type ReadPo } from './po-file.ts';
import { isDraft, stateOf, withReadings, type Readings } from './review.ts';
import { faultsOf } from './text-rules.ts';
import { KEYS, keysOf, textsOf, TRANSLATED } from './texts.ts';

/** The changes of an import. */
export interface Imported {
  /** The changes made, a line each. */
  readonly said: readonly string[];
  /** Sources of languages. */
  readonly changed: Files;
  /** The readings, if there are new ones. */
  readonly readings?: Readings;
}

/** The rules of a language; English has its own test. */
async function rulesOf(tag: string): Promise<LanguageRules | undefined> {
  if (tag === 'en') return undefined;
  const module = (await import(`../../test/words/languages/${tag}.ts`)) as { readonly rules: LanguageRules };
  return module.rules;
}

/**
 * Examines PO files, and lists their changes.
 * @param files in any order, each of another language
 * @param on the day of the readings
 * @throws {CommandError} with every fault of every file
 */
export async function importPo(
  files: readonly { readonly file: string; readonly text: string }[],
  readings: Readings,
  on: string,
): Promise<Imported> {
  const faults: string[] = [];
  const read = new Map<string, ReadPo>();
  for (const { file, text } of files) {
    try {
      const found = readPo(text, TRANSLATED);
      if (read.has(found.tag))
        faults.push(`${file}: another file is in ${found.tag} too. Import one of them.`);
      read.set(found.tag, found);
      const rules = await rulesOf(found.tag);
      for (const [key, said] of Object.entries(found.texts))
        for (const fault of faultsOf(key, said, rules)) faults.push(`${file}: ${key} ${fault}.`);
    } catch (error) {
      if (!(error instanceof PoError)) throw error;
      faults.push(...error.faults.map((fault) => `${file}: ${fault}`));
    }
  }
  if (faults.length > 0) throw new CommandError(`${faults.join('\n')}\n\nNothing was imported.`);
  let now = readings;
  const changed = new Map<string, string>();
  const said: string[] = [];
  for (const found of read.values()) {
    const { tag, translator, notes } = found;
    const before = textsOf(tag);
    const texts = { ...before, ...found.texts };
    if (translator !== '' && tag !== 'en')
      now = withReadings(now, tag, { by: translator, on, keys: found.read, texts });
    for (const [file, text] of changedFiles(tag, texts, isDraft(now, tag, texts), changed))
      changed.set(file, text);
    const differing = found.keys.filter((key) =>
      keysOf(tag, key).some((name) => before[name] !== texts[name]),
    );
    const recorded = found.read.filter(
      (key) =>
        stateOf(readings, tag, key, texts) !== 'reviewed' && stateOf(now, tag, key, texts) === 'reviewed',
    );
    said.push(
      `${tag}: ${differing.length} strings changed, ${recorded.length} recorded as reviewed${translator === '' ? '' : ` by ${translator}`}.`,
      ...(translator === '' && tag !== 'en'
        ? [`${tag}: the file names no Last-Translator, so no reading is recorded.`]
        : []),
      ...(found.keys.length < KEYS.length
        ? [`${tag}: ${KEYS.length - found.keys.length} strings are not in the file, and stay as they are.`]
        : []),
      ...(found.outdated.length > 0
        ? [
            `${tag}: not recorded as reviewed, because their source has changed since: ${found.outdated.join(', ')}.`,
          ]
        : []),
      ...notes.map(([key, note]) => `${tag}: a note about ${key}, which is kept nowhere: ${note}`),
    );
  }
  return { said, changed, ...(now !== readings && { readings: now }) };
}
