// The readers of each string: src/words/review.json, by language and key. A reading is kept as a fact; its validity is
// computed from the digests of the source and of the text, so a change of either makes the string unreviewed again.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KEYS, mayLack, sourceDigest, textDigest, type Texts } from './texts.ts';

/** One reading of one string by somebody who speaks the language. */
export interface Reading {
  /** Name or initials, as the reviewer gives them. */
  readonly by: string;
  /** The day, such as `2027-03-02`. */
  readonly on: string;
  /** Digest of the French and English texts. */
  readonly source: string;
  /** Digest of the text that was read. */
  readonly text: string;
}

/** Readings by language, then by key. */
export type Readings = Readonly<Record<string, Readonly<Record<string, Reading>>>>;

/**
 * Whether a string has been read: `stale` if it was, and its source or its text has changed since.
 */
export type ReviewState = 'reviewed' | 'unreviewed' | 'stale';

const FILE = fileURLToPath(new URL('../../src/words/review.json', import.meta.url));

/** All readings. @param file another record than that of the repository */
export const readReadings = (file: string = FILE): Readings =>
  JSON.parse(readFileSync(file, 'utf8')) as Readings;

/** The state of one string. */
export function stateOf(readings: Readings, tag: string, key: string, texts: Texts): ReviewState {
  const reading = readings[tag]?.[key];
  if (!reading) return 'unreviewed';
  const holds = reading.source === sourceDigest(key) && reading.text === textDigest(tag, key, texts);
  return holds ? 'reviewed' : 'stale';
}

/** How many strings of a language are in each state. */
export function countStates(
  readings: Readings,
  tag: string,
  texts: Texts,
): Readonly<Record<ReviewState, number>> {
  const counts = { reviewed: 0, unreviewed: 0, stale: 0 };
  for (const key of KEYS) counts[stateOf(readings, tag, key, texts)] += 1;
  return counts;
}

/**
 * Whether a language is a draft: until somebody has read all of its strings as they are now. A string that it lacks for
 * now is shown nowhere, so nobody has to read it.
 */
export const isDraft = (readings: Readings, tag: string, texts: Texts): boolean =>
  KEYS.some(
    (key) => (key in texts || !mayLack(tag, key)) && stateOf(readings, tag, key, texts) !== 'reviewed',
  );

/** The readings with those of some keys, made now. A reading that still holds keeps its name and day. */
export function withReadings(
  readings: Readings,
  tag: string,
  {
    by,
    on,
    keys,
    texts,
  }: { readonly by: string; readonly on: string; readonly keys: readonly string[]; readonly texts: Texts },
): Readings {
  const made = keys
    .filter((key) => stateOf(readings, tag, key, texts) !== 'reviewed')
    .map((key) => [key, { by, on, source: sourceDigest(key), text: textDigest(tag, key, texts) }] as const);
  if (made.length === 0) return readings;
  const all: Readonly<Record<string, Reading>> = { ...readings[tag], ...Object.fromEntries(made) };
  // In the order of the strings; a key that is gone goes here too.
  const ordered = KEYS.flatMap((key) => (all[key] ? [[key, all[key]] as const] : []));
  return { ...readings, [tag]: Object.fromEntries(ordered) };
}

/** Keeps all readings. */
export function writeReadings(readings: Readings, file: string = FILE): void {
  const sorted = Object.fromEntries(Object.entries(readings).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
