// Where the content is, as it was given: the page that carries the form, addresses, or a place that has none.

import { normaliseAddress, pageAddress, splitAddresses } from './address.ts';
import type { Answers, Draft, DraftSettings } from './draft.ts';
import { TEXT_LIMITS } from './limits.ts';
import type { Report } from './report.ts';
import { storable } from './storable-text.ts';

/** A location of the report, before it has its number. */
export type FoundLocation = Omit<Report['locations'][number], 'id'>;

/** Longest description of a place without an address, in code points: the limit of an identifier on the wire. */
export const MAX_PLACE = TEXT_LIMITS.identifier;

/** One address as it was given. */
export interface TypedAddress {
  readonly text: string;
  /** Index of the field that held it. */
  readonly index: number;
  /** Whether the field held others too. */
  readonly isSplit: boolean;
}

/** The addresses given, split and without the empty ones. */
export const typedAddresses = ({ addresses }: Answers): readonly TypedAddress[] =>
  addresses.flatMap((typed, index) =>
    splitAddresses(typed).map((text, _, pieces) => ({ text, index, isSplit: pieces.length > 1 })),
  );

/** The addresses given, read; none where the answer is not « elsewhere ». */
export const readAddresses = ({
  answers,
}: Draft): (TypedAddress & { result: ReturnType<typeof normaliseAddress> })[] =>
  answers.where === 'elsewhere'
    ? typedAddresses(answers).map((typed) => ({ ...typed, result: normaliseAddress(typed.text) }))
    : [];

/** How many addresses were found in fields that held several; 0 where none did. */
export function splitCount(answers: Answers): number {
  const typed = answers.where === 'elsewhere' ? typedAddresses(answers) : [];
  return typed.some(({ isSplit }) => isSplit) ? typed.length : 0;
}

/** The address that « Sur cette page » stands for, without what would tell who looked at it. */
export const reportedPage = ({ pageUrl, location, canonical }: DraftSettings): string =>
  pageUrl ?? pageAddress(location, canonical);

/**
 * A place that has no address, from what was written about it; nothing where that is nothing.
 * What was written in the fields of one kind of place is read by the chunk that shows them.
 */
export function placeWithoutAddress({ answers, further }: Draft): FoundLocation | undefined {
  if (further) return further.locationOf(answers);
  const value = storable(answers.place, MAX_PLACE);
  return value ? { place: 'other', identifiers: [{ type: 'other', value }] } : undefined;
}
