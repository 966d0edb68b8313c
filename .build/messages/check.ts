// Faults in the files of the languages: a key too few, too many or twice, a place that the source does not have.
// Types cannot tell, so the build looks first.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nearest } from '../../src/core/nearest.ts';
import { FALLBACK, FIRST, LAUNCHER } from '../../src/words/parts.ts';
import { BAR } from '../listed-messages.ts';
import { placeFaults } from './text-rules.ts';
import { keysIn, localeFile, mayLack, textsFrom, TRANSLATED } from './texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The keys as they are written. JSON silently takes the last of two values that have the same key. */
const writtenKeys = (source: string): readonly string[] =>
  [...source.matchAll(/^ *"([^"]+)":/gm)].map(([, key = '']) => key);

/** The faults of one language's file, each a sentence that names the file and the key. */
export function faultsIn(tag: string, source: string): readonly string[] {
  const file = localeFile(tag);
  const texts = textsFrom(file, source);
  const [wanted, found] = [keysIn(tag), writtenKeys(source)];
  const unknown = (key: string): string => {
    const meant = nearest(
      key,
      wanted.filter((name) => !found.includes(name)),
    );
    return `${file} has « ${key} », which is no string of the form.${meant ? ` Did you mean « ${meant} »?` : ''}`;
  };
  return [
    ...wanted
      .filter((key) => !found.includes(key) && !mayLack(tag, key))
      .map((key) => `${file} lacks « ${key} ».`),
    ...found.filter((key) => !wanted.includes(key)).map(unknown),
    ...found.filter((key, at) => found.indexOf(key) < at).map((key) => `${file} has « ${key} » twice.`),
    ...Object.entries(texts)
      .filter(([key]) => wanted.includes(key))
      .flatMap(([key, text]) => textFaults(key, text).map((fault) => `${file}: « ${key} » ${fault}.`)),
  ];
}

const textFaults = (key: string, text: unknown): readonly string[] =>
  typeof text !== 'string'
    ? ['is no text']
    : [
        ...placeFaults(key, text),
        // In files for script tags, strings stand in a list.
        ...(text.includes(BAR) ? [`has a ${BAR}, which built files have between strings`] : []),
      ];

/** The faults of all of them. */
export function localeFaults(): readonly string[] {
  const known = ['fr', ...TRANSLATED].map(localeFile);
  const files = readdirSync(`${root}src/words/locales`).map((name) => `src/words/locales/${name}`);
  const french = keysIn('fr');
  return [
    ...known
      .filter((file) => !files.includes(file))
      .map((file) => `src/words/languages.ts has a row for ${file}, which is not there.`),
    ...files
      .filter((file) => !known.includes(file))
      .map((file) => `${file} has no row in src/words/languages.ts.`),
    ...[...LAUNCHER, ...FALLBACK, ...FIRST]
      .filter((key) => !french.includes(key))
      .map((key) => `src/words/parts.ts names « ${key} », which ${localeFile('fr')} does not have.`),
    ...['fr', ...TRANSLATED]
      .filter((tag) => files.includes(localeFile(tag)))
      .flatMap((tag) => faultsIn(tag, readFileSync(root + localeFile(tag), 'utf8'))),
  ];
}
