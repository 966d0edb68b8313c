// The letter that asks a hotline for its agreement, as the text of a mail.

import { fill } from './paragraphs.ts';
import type { Words } from './words/words.ts';

/** What the letter says; a missing answer stands in brackets. */
export interface LetterFacts {
  readonly site: string;
  /** Address of the page that will have the button. */
  readonly page: string;
  readonly hotline: string;
  readonly version: string;
  /** Addresses of the pages for hotlines. */
  readonly guide: string;
  readonly contract: string;
}

/** The letter, with a subject in its first line. */
export function agreementLetter(facts: LetterFacts, { letter }: Words): string {
  const { unknown, ask, give } = letter;
  const site = facts.site.trim() || unknown.site;
  const address = URL.parse(facts.page.trim());
  const isWeb = address !== null && /^https?:$/.test(address.protocol);
  const page = isWeb ? address.href : unknown.page;
  const values = { ...facts, site, page, origin: isWeb ? address.origin : unknown.origin };
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  return [
    letter.subject,
    letter.start,
    letter.who,
    letter.what,
    letter.before,
    `${letter.askTitle}\n${list(ask)}`,
    `${letter.giveTitle}\n${list(give)}`,
    letter.isolated,
    `${letter.guide}\n${letter.contract}`,
    letter.end,
  ]
    .map((paragraph) => fill(paragraph, values))
    .join('\n\n');
}
