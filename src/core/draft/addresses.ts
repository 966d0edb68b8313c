// Reads the addresses of a draft, and gives their errors, their remarks and their locations.

import { identifiersOf, PLACE_OF_NAME, placeOf } from '../address/place.ts';
import { changeOf, warningOf, type AddressRemark } from '../address/warnings.ts';
import { normaliseAddress, splitAddresses, type AddressResult } from '../address/address.ts';
import type { Answers, Draft, FieldError, FoundLocation, Remark } from './types.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import type { IdentifierType } from './identifiers.ts';
import { namesIn } from './places.ts';
import { own } from '../own.ts';
import { storable } from '../report/storable-text.ts';

/** One address as it was given, with the result of reading it. */
export interface ReadAddress {
  readonly text: string;
  /** Index of the field that held it. */
  readonly index: number;
  /** Whether its line held others too. */
  readonly isSplit: boolean;
  readonly result: AddressResult;
}

/** Reads one address. Its session is in it only if the reporter says that it was published. */
function readWith({ session }: Answers, text: string): AddressResult {
  const result = normaliseAddress(text);
  const isPublished = session === 'published' && result.kind === 'address';
  return isPublished ? { ...result, ...result.withSession } : result;
}

/** What was read of answers, for as long as they are held: a list of a hundred is read once. */
const readOf = new WeakMap<Answers, readonly ReadAddress[]>();

/** The given addresses, split and read, without empty ones; none if the answer is not « elsewhere ». */
export function readAddresses({ answers }: Pick<Draft, 'answers'>): readonly ReadAddress[] {
  const read = readOf.get(answers) ?? readAll(answers);
  readOf.set(answers, read);
  return read;
}

const readAll = (answers: Answers): readonly ReadAddress[] =>
  answers.where === 'elsewhere'
    ? answers.addresses.flatMap((typed, index) =>
        // Each line for itself: a name beside addresses is no word of a sentence.
        typed.split('\n').flatMap((line) =>
          splitAddresses(line).map((text, _, { length }) => ({
            text,
            index,
            isSplit: length > 1,
            result: readWith(answers, text),
          })),
        ),
      )
    : [];

/** How many addresses were found, if a line held several; else 0. */
export function splitCount(draft: Draft): number {
  const read = readAddresses(draft);
  return read.some(({ isSplit }) => isSplit) ? read.length : 0;
}

/** The errors that prevent the addresses from being sent, each by itself: one a field. */
export function addressErrors(draft: Draft): FieldError[] {
  const read = readAddresses(draft);
  if (read.length === 0) return [{ field: 'addresses.0', code: 'url.empty' }];
  const errors = new Map<number, FieldError>();
  for (const { result, index } of read)
    if (result.kind === 'refused' && !errors.has(index))
      errors.set(index, { field: `addresses.${index}`, code: result.code });
  return [...errors.values()];
}

/** The questions about an address or a name, in this order. */
export function questionsAbout(result: AddressResult): ('service' | 'credentials' | 'session')[] {
  if (result.kind === 'identifier') return ['service'];
  if (result.kind === 'refused') return [];
  return [
    ...(result.credentials ? (['credentials'] as const) : []),
    ...(result.withSession ? (['session'] as const) : []),
  ];
}

/** Remarks about the addresses: at most one each. */
export function addressRemarks(draft: Draft): Remark[] {
  const { answers } = draft;
  const { remarked, service } = answers;
  const read = readAddresses(draft);
  const names = read.filter(({ result }) => result.kind === 'identifier');
  // One question for all the names, asked once.
  const [named] = service.trim() || names.some(({ text }) => remarked.includes(text)) ? [] : names;
  return read.flatMap((typed) => {
    const { text, index, result } = typed;
    const warning = typed === named ? 'service' : warningOf(result, text);
    const isAnswered = (warning === 'credentials' || warning === 'session') && answers[warning];
    const code = isAnswered
      ? questionsAbout(result).find((asked) => asked !== 'service' && !answers[asked])
      : warning;
    return code ? [{ field: `addresses.${index}`, code, text }] : [];
  });
}

/** For each given address, in order: the code of its `changed.<code>` sentence, if a change deserves one. */
export const changesOf = (draft: Draft): readonly (AddressRemark | undefined)[] =>
  readAddresses(draft).map(({ result }) => (result.kind === 'address' ? changeOf(result) : undefined));

/**
 * What the draft becomes where the name of a known service stands alone in place of a link: nobody has a link there, and
 * the fields of that service ask more. Once: a reporter who comes back keeps the name where it is.
 */
export function serviceInPlaceOfLink({ answers, settings }: Draft): Partial<Answers> | undefined {
  const [only, another] = readAddresses({ answers });
  if (!only || another || only.result.kind !== 'identifier') return undefined;
  const { text: service } = only;
  const isFree = !answers.service.trim() || answers.service.trim() === service;
  if (!isFree || answers.remarked.includes(service)) return undefined;
  return (
    own(settings).serviceNamed?.(service) && {
      where: 'none',
      service,
      remarked: [...answers.remarked, service],
    }
  );
}

/** The location of a text that is no address, with the service that the form asked for. */
function locateName(type: IdentifierType, text: string, { answers, settings }: Draft): FoundLocation {
  const service = storable(answers.service, TEXT_LIMITS.service);
  const place = (PLACE_OF_NAME as Partial<Record<string, FoundLocation['place']>>)[type];
  return {
    place: place ?? own(settings).serviceNamed?.(service)?.place ?? 'other',
    ...(service && { service }),
    identifiers: namesIn(text, type),
  };
}

/** The location of one address: its kind of place, and the identifiers that the address contains. */
function locate(result: AddressResult, text: string, draft: Draft): FoundLocation {
  if (result.kind !== 'address')
    return locateName(result.kind === 'identifier' ? result.identifier.type : 'other', text, draft);
  const { url, unwrappedFrom } = result;
  const identifiers = identifiersOf(url);
  return {
    place: placeOf(url),
    url,
    ...(identifiers.length > 0 && { identifiers }),
    ...(unwrappedFrom && { foundVia: { how: 'search', url: unwrappedFrom } }),
  };
}

/** Access to an address. User name and password are sent only if the reporter says that they were published. */
function accessOf(result: AddressResult, { login, credentials }: Answers): FoundLocation['access'] {
  const published = credentials === 'published' && result.kind === 'address' && result.credentials;
  if (!login && !published) return undefined;
  return {
    ...(login && { needs: ['account'] }),
    ...(published && { ...published, credentialsPublished: true }),
  };
}

/** The locations that the addresses stand for. */
export function addressLocations(draft: Draft): FoundLocation[] {
  return readAddresses(draft).map(({ result, text, isSplit }) => {
    const location = locate(result, text, draft);
    const access = accessOf(result, draft.answers);
    const { url } = location;
    return {
      ...location,
      ...(url && isSplit && { url: { ...url, changes: [...(url.changes ?? []), 'split_from_list'] } }),
      ...(access && { access }),
    };
  });
}
