// The data of the gallery of translations: a script for each language, because the page's policy lets it load scripts alone.

import { mkdirSync, writeFileSync } from 'node:fs';
import { doubtsOf } from '../../.build/messages/drafts.ts';
import { termsFor } from '../../.build/messages/glossary.ts';
import { readReadings, stateOf } from '../../.build/messages/review.ts';
import { SCREENS, sightOf } from '../../.build/messages/screens.ts';
import { mostCharacters } from '../../.build/messages/text-rules.ts';
import { KEYS, keysOf, sourceOf, textsOf } from '../../.build/messages/texts.ts';
import { FURTHER, FURTHER_LANGUAGES, type FurtherLanguage } from '../../src/words/languages.ts';
import type { Translation, TranslatedString } from './translation.ts';

/** All that is known of a language. */
export function translationOf(tag: FurtherLanguage): Translation {
  const texts = textsOf(tag);
  const readings = readReadings();
  const doubts = doubtsOf(tag);
  const easy = textsOf('en-simple');
  const strings = KEYS.map((key): TranslatedString => {
    const { french, one, english } = sourceOf(key);
    const most = mostCharacters(key);
    const reading = readings[tag]?.[key];
    return {
      key,
      ...sightOf(key),
      french: one === undefined ? [french] : [one, french],
      english,
      // None for a string that this language lacks for now (src/words/pending.json).
      texts: keysOf(tag, key).flatMap((name) => texts[name] ?? []),
      ...(easy[key] !== undefined && { easy: easy[key] }),
      terms: termsFor(tag, key),
      review: stateOf(readings, tag, key, texts),
      ...(reading && { by: reading.by, on: reading.on }),
      ...(doubts[key] !== undefined && { doubt: doubts[key] }),
      ...(most !== undefined && { most }),
    };
  });
  return { tag, dir: FURTHER[tag].dir ?? 'ltr', screens: SCREENS, strings };
}

/** Writes the scripts of all languages into a folder. */
export function writeTranslations(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const tag of FURTHER_LANGUAGES)
    writeFileSync(
      `${folder}/${tag}.js`,
      `export const translation = ${JSON.stringify(translationOf(tag))};\n`,
    );
}
