// The locations of a report: addresses, the page that carries the form, or a place without an address, each with the
// answers that apply to all.

import { normaliseAddress } from '../address/address.ts';
import { pageAddress } from '../address/page-address.ts';
import { own } from '../own.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../report/limits.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';
import { ACCESS_NEEDS, FOUND_VIA, PAYMENT_METHODS } from '../report/vocabulary.ts';
import { addressLocations } from './addresses.ts';
import { textOf, type Given } from './given-answers.ts';
import { distinct, namesIn, placeWithoutAddress } from './places.ts';
import { isExclusive, type QuestionAnswer } from './questions.ts';
import { choiceOf, choicesOf, filled, yesNoOf } from './report-answers.ts';
import type { Draft, FoundLocation } from './types.ts';

type Location = Report['locations'][number];
type Access = NonNullable<Location['access']>;

/** The clock of the reporter's device. */
export interface Clock {
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** Minutes from the reporter's clock to UTC, as `getTimezoneOffset` counts; by default from this device. */
  readonly timeZoneOffset?: number;
}

const DAY_MS = 86_400_000;

/** When the content was seen, in the reporter's calendar; undefined if not known. */
function momentOf(seenOn: QuestionAnswer | undefined, clock: Clock): Location['observedAt'] {
  const { now, timeZoneOffset = new Date(now).getTimezoneOffset() } = own(clock);
  const dayOf = (daysAgo: number): string =>
    new Date(now - timeZoneOffset * 60_000 - daysAgo * DAY_MS).toISOString().slice(0, 10);
  if (seenOn === 'today') return { date: dayOf(0), precision: 'day' };
  if (seenOn === 'yesterday') return { date: dayOf(1), precision: 'day' };
  if (seenOn === 'this_month') return { date: `${dayOf(0).slice(0, 7)}-01`, precision: 'month' };
  return seenOn === 'before' ? { precision: 'unknown' } : undefined;
}

/** The password that is sent: only one that the reporter says was published, since it might be the reporter's own. */
export const publishedPassword = (given: Given): string =>
  given['passwordPublished'] === 'yes' ? storable(textOf(given['password']), TEXT_LIMITS.credential) : '';

/** What the content requires. A password never replaces the address's own. */
function accessOf(given: Given, found: Access): Access | undefined {
  const access = own(found);
  const needs = [...new Set([...(access.needs ?? []), ...choicesOf(ACCESS_NEEDS, given['needs'])])];
  // « Rien » contradicts any other need, such as an account.
  const real = needs.filter((need) => !isExclusive(need));
  const password = publishedPassword(given);
  return filled<Access>({
    paid: yesNoOf(given['paid']),
    paymentMethods: choicesOf(PAYMENT_METHODS, given['paymentMethods']),
    ...(password && { password, credentialsPublished: true }),
    ...access,
    needs: (real.length > 0 ? real : needs).slice(0, LIST_LIMITS.needs),
  });
}

/** A location with the answers that apply to all. If an image search named the page, it was found by that search. */
function completeLocation(found: FoundLocation, given: Given, clock: Clock): FoundLocation {
  const location = own(found);
  const foundAt = textOf(given['foundAt']);
  const page = normaliseAddress(foundAt);
  const how = choiceOf(FOUND_VIA, given['foundVia']);
  // A text that is not an address still helps to find the content, and so does a page beside that of the search.
  const others =
    page.kind === 'identifier'
      ? namesIn(foundAt, page.identifier.type)
      : page.kind === 'address' && location.foundVia
        ? namesIn(page.url.value)
        : [];
  const identifiers = distinct([...(location.identifiers ?? []), ...others]);
  const answers = filled<Omit<FoundLocation, 'place'>>({
    identifiers,
    pinpoint: storable(textOf(given['pinpoint']), TEXT_LIMITS.pinpoint),
    foundVia: location.foundVia ?? (how && { how, ...(page.kind === 'address' && { url: page.url }) }),
    access: accessOf(given, location.access ?? {}),
    observedAt: momentOf(given['seenOn'], clock),
    stillOnline: yesNoOf(given['stillOnline']),
  });
  return { ...location, ...answers };
}

/** The page that carried the form when the reporter chose it. Its address needs no parsing. */
function locationHere(value: string): FoundLocation {
  return /^[^/]+\/\/[^/]+\.onion(?:[:/]|$)/.test(value)
    ? { place: 'tor', url: { value, kind: 'onion' } }
    : { place: 'website', url: { value, kind: 'http' } };
}

function foundLocations(draft: Draft): FoundLocation[] {
  const { where, page = '' } = draft.answers;
  if (where === 'elsewhere') return addressLocations(draft);
  return where === 'none' ? [placeWithoutAddress(draft) ?? []].flat() : [locationHere(pageAddress(page))];
}

/** The locations, or a part of them, numbered. None where the step « where » has an error left. */
export const locationsOf = (
  draft: Draft,
  given: Given,
  clock: Clock,
  part?: { readonly start: number; readonly end: number },
): Location[] =>
  foundLocations(draft)
    .slice(part?.start, part?.end)
    .map((location, index) => ({ id: `L${index + 1}`, ...completeLocation(location, given, clock) }));
