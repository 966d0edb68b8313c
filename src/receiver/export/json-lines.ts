// Reports as JSON Lines: the lossless format, one report a line.
import { priorityRuleOf } from '../intake/priority.ts';
import type { ReadReport } from './reader.ts';

/**
 * A line: the receiver's own facts, then `report`. Texts are exact. Without a report, `fault` says why, and
 * `envelope` or `body` holds the received text. `altered` is true if the text differs from the text received.
 * `priorityRule` is the rule by which this version calls the report urgent. Beside `"priority":"normal"` it tells that the
 * row was stored by a version without that rule; an urgent row without it, that another version's rule gave it. Of a
 * sealed report that was opened, `priority` is that of its content: its row says `normal`, whatever is in it.
 * `followUp` has the state of a report whose reporter has a code, and the references of the reports that a holder of the
 * code added; `addsTo`, in the line of such an addition, the reference of the report that it adds to.
 */
export function jsonLine(read: ReadReport): string {
  const { row, report, fault, envelope, isAltered, followUp, addsTo } = read;
  const { sequence, reference, receivedAt, partner, trust, priority, sealed, body } = row;
  const received = envelope === undefined ? { body } : { envelope };
  const content = report ? { report } : { fault, ...received };
  const priorityRule = report && priorityRuleOf(report);
  const altered = isAltered && { altered: true };
  return toLine({
    sequence,
    reference,
    receivedAt,
    partner,
    trust,
    priority,
    ...(priorityRule !== undefined && { priorityRule }),
    sealed,
    ...altered,
    ...(followUp && { followUp }),
    ...(addsTo !== undefined && { addsTo }),
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
