// Reports as JSON Lines: the lossless format, one report a line.
import type { ReadReport } from './reader.ts';

/**
 * A line: what the receiver knows, then `report`. Texts are exact. Where there is no report, `fault` says why, and
 * `envelope` or `body` is what was received. `altered` is true where its text is another one than was received.
 */
export function jsonLine({ row, report, fault, envelope, isAltered }: ReadReport): string {
  const { sequence, reference, receivedAt, partner, trust, priority, sealed, body } = row;
  const received = envelope === undefined ? { body } : { envelope };
  const content = report ? { report } : { fault, ...received };
  const altered = isAltered && { altered: true };
  return toLine({
    sequence,
    reference,
    receivedAt,
    partner,
    trust,
    priority,
    sealed,
    ...altered,
    ...content,
  });
}

/**
 * A value as one line of JSON. What some readers take for the end of a line, what steers a terminal and what turns
 * text round is escaped, which leaves every text as it is.
 */
export const toLine = (value: unknown): string => `${JSON.stringify(value).replace(UNSAFE, escaped)}\n`;

// JSON.stringify has escaped what is below U+0020, and halves of surrogate pairs.
const UNSAFE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
