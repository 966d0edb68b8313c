// A report as lines of plain text for the reader of a notice, in French or in English.

import { detailsOf } from '../../core/report/report-known-members.ts';
import type { Report } from '../../core/report/report.ts';
import { AGE_CHECKS, HATE_AIMS, HATE_GROUNDS, KINDS } from '../../core/report/vocabulary.ts';
import { enWords } from './words-en.ts';
import { frWords } from './words-fr.ts';

/** Languages of a notice. */
export type NoticeLocale = 'fr' | 'en';

/** The words of a language. */
export const WORDS = { fr: frWords, en: enWords } as const;

const KNOWN: readonly string[] = [...Object.values(KINDS), HATE_GROUNDS, HATE_AIMS, AGE_CHECKS].flat();

/** A word that a notice may say: one that this version does not know is something else. */
const toldWord = (word: string): string => (KNOWN.includes(word) ? word : 'other');

/**
 * The answers of a category as lines, such as `Nature : vente ou échange`. Only affirmed answers appear: a « no » is
 * the impression of a reporter who was advised not to look. Answers about the reporter, such as whether the person
 * aimed at is the reporter, have no label and stay out: the author of the content may read a notice.
 */
export function detailLines(report: Report, locale: NoticeLocale): string[] {
  const words = WORDS[locale];
  const lines: string[] = [];
  const facts: string[] = [];
  for (const [question, label] of Object.entries(words.answers)) {
    const given = [detailsOf(report)[question] ?? []].flat() as string[];
    const told = given.filter((answer) => answer !== 'unknown').map((answer) => words.word(toldWord(answer)));
    if (told.length > 0) lines.push(line(locale, label, [...new Set(told)].join(', ')));
  }
  for (const [question, label] of Object.entries(words.hints)) {
    const hint = detailsOf(report)[question];
    if (typeof hint === 'string') lines.push(line(locale, label, hint));
  }
  for (const [question, fact] of Object.entries(words.facts)) {
    if (detailsOf(report)[question] === 'yes') facts.push(fact);
  }
  if (facts.length > 0) lines.push(line(locale, words.factsLabel, facts.join(', ')));
  return lines;
}

/** The reporter's own description, as a line; empty if there is none. */
export const descriptionLines = ({ content }: Report, locale: NoticeLocale): string[] =>
  content?.description === undefined
    ? []
    : [line(locale, WORDS[locale].descriptionLabel, content.description)];

/** A label and its text; French has a no-break space before the colon. */
const line = (locale: NoticeLocale, label: string, text: string): string =>
  `${label}${locale === 'fr' ? '\u00A0' : ''}: ${text}`;
