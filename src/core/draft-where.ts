// Where the content is, as it was given: the page that carries the form, or a place that has no address.
// Typed addresses are read by draft-elsewhere.ts.

import type { Draft, DraftSettings } from './draft.ts';
import { TEXT_LIMITS } from './limits.ts';
import { pageAddress } from './page-address.ts';
import type { Report } from './report.ts';
import { storable } from './storable-text.ts';

/** A location of the report, before it has its number. */
export type FoundLocation = Omit<Report['locations'][number], 'id'>;

/** Longest description of a place without an address, in code points: the limit of an identifier on the wire. */
export const MAX_PLACE = TEXT_LIMITS.identifier;

/** The address that « Sur cette page » stands for, without what would tell who looked at it. */
export const reportedPage = ({ pageUrl, location, canonical }: DraftSettings): string =>
  pageAddress(pageUrl ?? location, pageUrl ? undefined : canonical);

/**
 * A place that has no address, from what was written about it; nothing where that is nothing.
 * What was written in the fields of one kind of place is read by the chunk that shows them.
 */
export function placeWithoutAddress({ answers, further }: Draft): FoundLocation | undefined {
  if (further) return further.locationOf(answers);
  const value = storable(answers.place, MAX_PLACE);
  return value ? { place: 'other', identifiers: [{ type: 'other', value }] } : undefined;
}
