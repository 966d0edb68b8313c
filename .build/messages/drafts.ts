// What the authors of a draft are not sure of: src/i18n/drafts/<tag>.json, by key. <tag>.md says what was decided.

import { existsSync, readFileSync } from 'node:fs';

/** For each doubtful string why it is in doubt, and what else it could be; the most doubtful first. */
export function doubtsOf(tag: string): Readonly<Record<string, string>> {
  const file = new URL(`../../src/i18n/drafts/${tag}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}
