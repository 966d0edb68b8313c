// The README's table of attributes, from the table that the widget reads.

import { ATTRIBUTES, DESCRIPTIONS, LOOKS, TYPES, WORDS, type AttributeName } from '../src/attributes.ts';
import { put, rewriteGuide } from './readme-figures.ts';

const CHOICES: Partial<Record<AttributeName, readonly string[]>> = { ...LOOKS, ...WORDS };

/** The accepted values, where they are words. */
function valuesOf(name: AttributeName): string {
  const isChoice = TYPES[name] === undefined || TYPES[name] === 'list';
  return isChoice ? (CHOICES[name] ?? []).map((word) => `\`${word}\``).join(' ') : '';
}

const rows = (): string =>
  ATTRIBUTES.map((name) => `| \`${name}\` | ${DESCRIPTIONS[name]} | ${valuesOf(name)} |\n`).join('');

/** The README with its attributes. Throws where it has no place for them. */
export const withAttributes = (readme: string): string =>
  put(readme, 'attributes', `| attribute | what it does | words |\n| --- | --- | --- |\n${rows()}`);

/** Brings the README's table up to date. */
export const writeAttributes = (): void => rewriteGuide('README.md', withAttributes);
