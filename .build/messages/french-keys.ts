// src/words/french-keys.ts: the keys of French as a type, from which those of the messages are made. The declarations of
// the package have it, so nobody who uses them needs the file of a language.

import { readFileSync, writeFileSync } from 'node:fs';
import { keysIn } from './texts.ts';

const PATH = new URL('../../src/words/french-keys.ts', import.meta.url);

/** The module, as TypeScript. */
export const frenchKeysModule = (): string =>
  `// The keys of locales/fr.json. Written by the build.

/** Name of a string in French. */
export type FrenchKey =
${keysIn('fr')
  .map((key) => `  | '${key}'`)
  .join('\n')};
`;

/** Brings the module up to date. */
export function writeFrenchKeys(): void {
  const text = frenchKeysModule();
  if (readFileSync(PATH, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(PATH, text);
}
