// The location of content in a place without an address. Typed addresses are read by addresses.ts.

import type { Answers, FoundLocation, Remark } from './types.ts';
import { readIdentifier, type IdentifierType } from './identifiers.ts';
import { oneLine } from '../address/repair.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { PLACE_FIELDS } from './place-fields.ts';
import { storable } from '../report/storable-text.ts';

/** Longest description of a place without an address, in code points: the limit of an identifier on the wire. */
export const MAX_PLACE = TEXT_LIMITS.identifier;

type Identifier = NonNullable<FoundLocation['identifiers']>[number];

/** Identifiers without empty values and without duplicates. */
export const distinct = (identifiers: readonly Identifier[]): Identifier[] =>
  identifiers.filter(
    ({ type, value }, index) =>
      value && identifiers.findIndex((one) => one.type === type && one.value === value) === index,
  );

/**
 * A text as identifiers. What is longer than one may be goes on in the next, from the last blank on.
 * @param type of the first one
 */
export const namesIn = (text: string, type: IdentifierType = 'other'): Identifier[] =>
  (oneLine(text).match(/(?! ).{1,512}(?!\S)|\S{1,512}/gu) ?? []).map((value, index) => ({
    type: index > 0 ? 'other' : type,
    value,
  }));

/** The identifiers typed in the fields of the chosen kind of place. */
const identifiersIn = ({ identifiers, placeKind }: Answers): Identifier[] =>
  distinct(
    PLACE_FIELDS[placeKind ?? 'other'].identifiers.map((type) => ({
      type,
      value: readIdentifier(type, identifiers[type] ?? '').value,
    })),
  );

/**
 * A place without an address: the identifiers from its fields, and the description as one more identifier.
 * The name of the service alone is an identifier too, because a location needs one.
 */
export function placeWithoutAddress(answers: Answers): FoundLocation | undefined {
  const { placeKind: place = 'other', place: words } = answers;
  const service = PLACE_FIELDS[place].service ? storable(answers.service, TEXT_LIMITS.service) : '';
  const found = identifiersIn(answers);
  const said = storable(words, TEXT_LIMITS.identifier) || (found.length > 0 ? '' : service);
  const identifiers = distinct([...found, { type: 'other', value: said }]);
  return identifiers.length > 0 ? { place, ...(service && { service }), identifiers } : undefined;
}

/** Remarks about the identifiers of a place without an address: an identifier looks like something else. */
export function identifierRemarks(answers: Answers): Remark[] {
  return PLACE_FIELDS[answers.placeKind ?? 'other'].identifiers.flatMap((type) => {
    const text = answers.identifiers[type]?.trim() ?? '';
    const { problem } = readIdentifier(type, text);
    return text && problem ? [{ field: `identifiers.${type}`, code: problem, text }] : [];
  });
}
