// One location of a report as an element of `internetDetails` in a CyberTipline report.

import type { InternetDetails } from './cybertipline-report.ts';
import { INCIDENTS } from './cybertipline-vocabulary.ts';
import { excerpt } from './excerpt.ts';
import { locationFacts, type Location } from './location-facts.ts';

/** Longest name of a client, a room, a game or a group, in characters. */
export const NAME_LIMIT = 255;

type Incident = keyof InternetDetails;

/** The element of a location; undefined for one that only `additionalInfo` can describe. */
export function internetDetails(location: Location): InternetDetails | undefined {
  const incident = INCIDENTS[location.place] ?? (location.url && 'webPageIncident');
  return incident && { [incident]: compact(FIELDS[incident](location)) };
}

// If a field may be cut, `additionalInfo` repeats its value in full.
const FIELDS: { readonly [Name in Incident]: (location: Location) => Optional<InternetDetails[Name]> } = {
  webPageIncident: (location) => ({
    url: location.url && [location.url.value],
    additionalInfo: lines(location, 'address'),
  }),
  emailIncident: (location) => ({
    emailAddress: valuesOf(location, 'email_address'),
    additionalInfo: lines(location),
  }),
  chatImIncident: (location) => ({
    chatClient: location.service,
    chatRoomName: named(location, 'group_name', 'group_id', 'server_name'),
    additionalInfo: lines(location),
  }),
  onlineGamingIncident: (location) => ({
    gameName: location.service ?? named(location, 'game_id'),
    additionalInfo: lines(location),
  }),
  cellPhoneIncident: (location) => ({
    phoneNumber: named(location, 'phone_number'),
    additionalInfo: lines(location),
  }),
  peer2peerIncident: (location) => ({
    client: location.service,
    fileNames: valuesOf(location, 'file_name')?.join('\n'),
    additionalInfo: lines(location),
  }),
};

/** The fields of an element, each of which may be undefined. */
type Optional<Fields> = { [Key in keyof NonNullable<Fields>]-?: NonNullable<Fields>[Key] | undefined };

type IdentifierType = NonNullable<Location['identifiers']>[number]['type'];

function valuesOf({ identifiers = [] }: Location, type: IdentifierType): string[] | undefined {
  const values = identifiers.filter((identifier) => identifier.type === type).map(({ value }) => value);
  return values.length > 0 ? values : undefined;
}

/** The first identifier of these types, in the order of the types, cut to the length that NCMEC accepts. */
function named(location: Location, ...types: IdentifierType[]): string | undefined {
  const value = types.flatMap((type) => valuesOf(location, type) ?? [])[0];
  return value === undefined ? undefined : excerpt(value, NAME_LIMIT);
}

const lines = (
  location: Location,
  ...except: NonNullable<Parameters<typeof locationFacts>[1]>
): string | undefined => locationFacts(location, except).join('\n') || undefined;

/** The fields that have a value, in their order. */
export function compact<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
