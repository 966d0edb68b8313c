// One location of a report as an element of `internetDetails` in a CyberTipline report.

import { entryOf } from '../../core/report/later-words.ts';
import type { InternetDetails } from './cybertipline-report.ts';
import { INCIDENTS } from './cybertipline-vocabulary.ts';
import { isEmail, isPhone, isUrl, nameOf } from './cybertipline-limits.ts';
import { locationFacts, type Location } from './location-facts.ts';

type Incident = keyof InternetDetails;

/** The element of a location; undefined for one that only `additionalInfo` can describe. */
export function internetDetails(location: Location): InternetDetails | undefined {
  const incident = entryOf(INCIDENTS, location.place, location.url && 'webPageIncident');
  return incident && { [incident]: compact(FIELDS[incident](location)) };
}

// If a field may be cut or left out, `additionalInfo` has its value in full.
const FIELDS: { readonly [Name in Incident]: (location: Location) => Optional<InternetDetails[Name]> } = {
  webPageIncident: (location) => {
    const url = location.url && isUrl(location.url.value) ? [location.url.value] : undefined;
    return { url, additionalInfo: url ? lines(location, 'address') : lines(location) };
  },
  emailIncident: (location) => ({
    emailAddress: fitting(location, 'email_address', isEmail),
    additionalInfo: lines(location),
  }),
  chatImIncident: (location) => ({
    chatClient: nameOf('chatClient', location.service),
    chatRoomName: nameOf('chatRoomName', first(location, 'group_name', 'group_id', 'server_name')),
    additionalInfo: lines(location),
  }),
  onlineGamingIncident: (location) => ({
    gameName: nameOf('gameName', location.service ?? first(location, 'game_id')),
    additionalInfo: lines(location),
  }),
  cellPhoneIncident: (location) => ({
    phoneNumber: fitting(location, 'phone_number', isPhone)?.[0],
    additionalInfo: lines(location),
  }),
  peer2peerIncident: (location) => ({
    client: nameOf('client', location.service),
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

/** The identifiers of a type that NCMEC takes in their field. */
function fitting(
  location: Location,
  type: IdentifierType,
  fits: (value: string) => boolean,
): string[] | undefined {
  const values = valuesOf(location, type)?.filter(fits) ?? [];
  return values.length > 0 ? values : undefined;
}

/** The first identifier of these types, in the order of the types. */
const first = (location: Location, ...types: IdentifierType[]): string | undefined =>
  types.flatMap((type) => valuesOf(location, type) ?? [])[0];

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
