// Where the content is, as it was given, in a place that has no address.
// Typed addresses are read by draft-elsewhere.ts.

import type { Draft } from './draft.ts';
import { TEXT_LIMITS } from './limits.ts';
import type { Report } from './report.ts';
import { storable } from './storable-text.ts';

/** A location of the report, before it has its number. */
export type FoundLocation = Omit<Report['locations'][number], 'id'>;

/** Longest description of a place without an address, in code points: the limit of an identifier on the wire. */
export const MAX_PLACE = TEXT_LIMITS.identifier;

/**
 * A place that has no address, from what was written about it; nothing where that is nothing.
 * What was written in the fields of one kind of place is read by the chunk that shows them.
 */
export function placeWithoutAddress({ answers, further }: Draft): FoundLocation | undefined {
  if (further) return further.locationOf(answers);
  const value = storable(answers.place, MAX_PLACE);
  return value ? { place: 'other', identifiers: [{ type: 'other', value }] } : undefined;
}
