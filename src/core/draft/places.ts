// The location of content in a place without an address. Typed addresses are read by addresses.ts.

import type { Draft, FoundLocation, Remark } from './types.ts';
import { readIdentifier, type IdentifierType } from './identifiers.ts';
import { normaliseAddress } from '../address/address.ts';
import { oneLine } from '../address/repair.ts';
import type { Service } from '../address/named-services.ts';
import { own } from '../own.ts';
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

/** What a draft says of a place without an address. */
type Said = Pick<Draft, 'answers' | 'settings'>;

/** The service that is named, if it is known. A kind that the reporter chose stands: nothing typed goes from sight. */
export const knownService = ({ answers, settings }: Said): Service | undefined =>
  answers.placeKind ? undefined : own(settings).serviceNamed?.(answers.service);

/** The kind of place and its fields: those of the known service, else of the kind that was chosen. */
export function placeAsked(said: Said): Service {
  const { placeKind: place = 'other' } = said.answers;
  return knownService(said) ?? { place, fields: PLACE_FIELDS[place] };
}

/** The identifiers typed in the fields of the place. */
const identifiersIn = (said: Said): Identifier[] =>
  distinct(
    placeAsked(said).fields.map((type) => ({
      type,
      value: readIdentifier(type, said.answers.identifiers[type] ?? '').value,
    })),
  );

/**
 * A place without an address: the identifiers from its fields, and the description as one more identifier.
 * The name of the service alone is an identifier too, because a location needs one.
 */
export function placeWithoutAddress(said: Said): FoundLocation | undefined {
  const { answers } = said;
  const service = storable(answers.service, TEXT_LIMITS.service);
  const found = identifiersIn(said);
  const words = storable(answers.place, TEXT_LIMITS.identifier) || (found.length > 0 ? '' : service);
  const identifiers = distinct([...found, { type: 'other', value: words }]);
  return identifiers.length > 0
    ? { place: placeAsked(said).place, ...(service && { service }), identifiers }
    : undefined;
}

/** Whether the name of the service is all that was said, and is no address either. */
const isNowhere = (said: Said): boolean =>
  !said.answers.place.trim() &&
  identifiersIn(said).length === 0 &&
  normaliseAddress(said.answers.service).kind === 'identifier';

/** Remarks about a place without an address: an identifier looks like something else, or nothing finds the content. */
export function placeRemarks(said: Said): Remark[] {
  const { fields } = placeAsked(said);
  const { identifiers } = said.answers;
  const remarks = fields.flatMap((type): Remark[] => {
    const text = identifiers[type]?.trim() ?? '';
    const { problem } = readIdentifier(type, text);
    return text && problem ? [{ field: `identifiers.${type}`, code: problem, text }] : [];
  });
  const [first] = fields;
  return isNowhere(said)
    ? [...remarks, { field: first ? `identifiers.${first}` : 'place', code: 'nowhere', text: '' }]
    : remarks;
}
