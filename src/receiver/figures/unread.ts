// Reports counted without being read: sealed, altered or no report.
import type { ReadReport } from '../export/reader.ts';

/**
 * Why: no key was given for a sealed report; no key opens it, or it is not a report; its text is not the one that was
 * received.
 */
export type UnreadReason = 'sealed' | 'unreadable' | 'altered';

/** How many there are, by reason. */
export type UnreadCounts = Record<UnreadReason, number>;

/** Why the content of a report is not known. */
export function unreadReason({ isAltered, fault }: ReadReport): UnreadReason {
  if (isAltered) return 'altered';
  return fault === 'sealed' ? 'sealed' : 'unreadable';
}
