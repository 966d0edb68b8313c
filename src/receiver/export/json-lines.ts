// Reports as JSON Lines: the lossless format, one report a line.
import type { ReadReport } from './reader.ts';

/**
 * A line: the receiver's own facts, then `report`. Texts are exact. Without a report, `fault` says why, and
 * `envelope` or `body` holds the received text. `altered` is true if the text differs from the text received.
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
 * A value as one line of JSON. Characters that some readers take for a line end, that control a terminal or that
 * reverse the direction of text are escaped. Escaping does not change the parsed text.
 */
export const toLine = (value: unknown): string => `${JSON.stringify(value).replace(UNSAFE, escaped)}\n`;

// JSON.stringify already escapes characters below U+0020, and halves of surrogate pairs.
const UNSAFE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
