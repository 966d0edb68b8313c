// The locations of a report: where the content of a draft is, each address and each place on its own.

import { identifiersOf, PLACE_OF_NAME, placeOf } from './address-place.ts';
import { normaliseAddress, type AddressResult } from './address.ts';
import type { Answers, Draft } from './draft.ts';
import { placeWithoutAddress, readAddresses, reportedPage, type FoundLocation } from './draft-where.ts';
import { TEXT_LIMITS } from './limits.ts';
import type { Report } from './report.ts';
import { storable } from './storable-text.ts';

/** A name that was typed in place of an address, with the service that was asked for then. */
function locateName(
  identifier: NonNullable<FoundLocation['identifiers']>[number],
  answers: Answers,
): FoundLocation {
  const service = storable(answers.service, TEXT_LIMITS.service);
  return {
    place: (PLACE_OF_NAME as Partial<Record<string, FoundLocation['place']>>)[identifier.type] ?? 'other',
    ...(service && { service }),
    identifiers: [identifier],
  };
}

/** One address as the location it stands for: a kind of place, and what else finds the content there. */
function locate(result: AddressResult, text: string, answers: Answers): FoundLocation {
  if (result.kind === 'identifier') return locateName(result.identifier, answers);
  if (result.kind === 'refused')
    return locateName({ type: 'other', value: storable(text, TEXT_LIMITS.identifier) }, answers);
  const { url, unwrappedFrom } = result;
  const identifiers = identifiersOf(url);
  return {
    place: placeOf(url),
    url,
    ...(identifiers.length > 0 && { identifiers }),
    ...(unwrappedFrom && { foundVia: { how: 'search', url: unwrappedFrom } }),
  };
}

/** What it takes to see an address. User name and password go only where they were said to be published. */
function accessOf(result: AddressResult, { login, credentials }: Answers): FoundLocation['access'] {
  const published = credentials === 'published' && result.kind === 'address' && result.credentials;
  if (!login && !published) return undefined;
  return {
    ...(login && { needs: ['account'] }),
    ...(published && { ...published, credentialsPublished: true }),
  };
}

function locationsElsewhere(draft: Draft): FoundLocation[] {
  return readAddresses(draft).map(({ result, text, isSplit }) => {
    const location = locate(result, text, draft.answers);
    const access = accessOf(result, draft.answers);
    const { url } = location;
    return {
      ...location,
      ...(url && isSplit && { url: { ...url, changes: [...(url.changes ?? []), 'split_from_list'] } }),
      ...(access && { access }),
    };
  });
}

/** The locations, numbered. None where the step « where » has an error left. */
export function locationsOf(draft: Draft): Report['locations'] {
  const { where } = draft.answers;
  const page = reportedPage(draft.settings);
  const found =
    where === 'elsewhere'
      ? locationsElsewhere(draft)
      : where === 'none'
        ? [placeWithoutAddress(draft) ?? []].flat()
        : [locate(normaliseAddress(page), page, draft.answers)];
  return found.map((location, index) => ({ id: `L${index + 1}`, ...location }));
}
