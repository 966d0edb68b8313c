// The doubts of a draft's authors: src/words/drafts/<tag>.json, by key. <tag>.md explains their choices.

import { existsSync, readFileSync } from 'node:fs';

/** A doubt, as its file has it. */
interface Doubt {
  readonly why: string;
  /** Another wording. */
  readonly alternative: string;
}

/** The doubt about each string, and other wordings; the most doubtful first. */
export function doubtsOf(tag: string): Readonly<Record<string, string>> {
  const file = new URL(`../../src/words/drafts/${tag}.json`, import.meta.url);
  if (!existsSync(file)) return {};
  const doubts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Doubt>>;
  return Object.fromEntries(
    Object.entries(doubts).map(([key, { why, alternative }]) => [
      key,
      `${why.trim().replace(/\.?$/, '.')} Or: ${alternative.trim()}`,
    ]),
  );
}
