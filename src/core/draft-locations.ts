// The locations of a report: where the content of a draft is.

import type { Draft } from './draft.ts';
import { placeWithoutAddress, type FoundLocation } from './draft-where.ts';
import type { Report } from './report.ts';

/** The page that carried the form when it was chosen: an address that needs no reading. */
function locationHere(value: string): FoundLocation {
  return /^[^/]+\/\/[^/]+\.onion(?:[:/]|$)/.test(value)
    ? { place: 'tor', url: { value, kind: 'onion' } }
    : { place: 'website', url: { value, kind: 'http' } };
}

/** The locations, numbered. None where the step « where » has an error left. */
export function locationsOf(draft: Draft): Report['locations'] {
  const { where, page = '' } = draft.answers;
  const found =
    where === 'elsewhere'
      ? (draft.elsewhere?.addressLocations(draft) ?? [])
      : [where === 'none' ? (placeWithoutAddress(draft) ?? []) : locationHere(page)].flat();
  return found.map((location, index) => ({ id: `L${index + 1}`, ...location }));
}
