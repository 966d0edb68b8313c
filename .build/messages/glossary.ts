// The glossary of a language: one word for one thing, in src/words/glossary/<tag>.json, and the words that were given up.

import { readFileSync } from 'node:fs';
import { sourceOf } from './texts.ts';

/** The things that have one word each, in the order in which a translator meets them. */
export const CONCEPTS = ['link', 'content', 'report', 'author', 'self', 'hotline'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** The word for one thing. */
export interface Term {
  /** The word, as a dictionary has it. */
  readonly term: string;
  /** Beginnings of its forms in texts; by default the term alone. */
  readonly forms?: readonly string[];
  /** Beginnings of words that no text uses for this thing any more. */
  readonly givenUp: readonly string[];
  /** Keys of texts in which such a word means something else. */
  readonly except: readonly string[];
  /** For translators, in one sentence. */
  readonly note?: string;
}

export type Glossary = Readonly<Record<Concept, Term>>;

/** The glossary of a language. */
export const glossaryOf = (tag: string): Glossary =>
  JSON.parse(
    readFileSync(new URL(`../../src/words/glossary/${tag}.json`, import.meta.url), 'utf8'),
  ) as Glossary;

/** Whether a text has a word, or words, with this beginning. */
export function hasWord(text: string, beginning: string): boolean {
  const escaped = beginning.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{M}])${escaped}`, 'iu').test(text);
}

/** The words given up that a text uses, each as a sentence without its subject. */
export const givenUpIn = (glossary: Glossary, key: string, text: string): readonly string[] =>
  CONCEPTS.flatMap((concept) => {
    const { term, givenUp, except } = glossary[concept];
    if (except.includes(key)) return [];
    return givenUp
      .filter((word) => hasWord(text, word))
      .map((word) => `says « ${word} », which was given up for « ${term} »`);
  });

/** The terms that the source of a string has, with those of a language: « lien = Link ». */
export function termsFor(tag: string, key: string): readonly string[] {
  const [french, own] = [glossaryOf('fr'), glossaryOf(tag)];
  return CONCEPTS.filter((concept) => {
    const { term, forms = [term] } = french[concept];
    return forms.some((form) => sourceOf(key).french.includes(form));
  }).map((concept) => {
    const { term, note } = own[concept];
    return `${french[concept].term} = ${term}${note === undefined ? '' : ` (${note.replace(/\.$/, '')})`}`;
  });
}
