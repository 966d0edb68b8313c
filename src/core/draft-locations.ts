// The locations of a report: where the content of a draft is.

import type { Draft } from './draft.ts';
import { placeWithoutAddress, reportedPage, type FoundLocation } from './draft-where.ts';
import type { Report } from './report.ts';

/** The page that carries the form: an address that needs no reading. */
function locationHere({ settings }: Draft): FoundLocation {
  const value = reportedPage(settings);
  return /^[^/]+\/\/[^/]+\.onion(?:[:/]|$)/.test(value)
    ? { place: 'tor', url: { value, kind: 'onion' } }
    : { place: 'website', url: { value, kind: 'http' } };
}

/** The locations, numbered. None where the step « where » has an error left. */
export function locationsOf(draft: Draft): Report['locations'] {
  const { where } = draft.answers;
  const found =
    where === 'elsewhere'
      ? (draft.elsewhere?.addressLocations(draft) ?? [])
      : [where === 'none' ? (placeWithoutAddress(draft) ?? []) : locationHere(draft)].flat();
  return found.map((location, index) => ({ id: `L${index + 1}`, ...location }));
}
