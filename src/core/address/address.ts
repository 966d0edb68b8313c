// Addresses as people paste them, repaired and cleaned without a network.
import { hides, type Reading, type Written } from './clean.ts';
import { otherAddress, webAddress } from './parts.ts';
import { classifyName } from './names.ts';
import { asLine, repaired } from './repair.ts';
import * as rules from './rules.ts';
import { trimmed } from './trim.ts';
import { codePoints } from '../report/storable-text.ts';
import type { AddressChange, AddressFound, AddressResult, ShownAddress } from './types.ts';

export type { AddressResult } from './types.ts';

// In code points: the limit of the form, and the limit of the wire, which leaves room for encoded spaces.
const MAX_TYPED_LENGTH = 2_048;
const MAX_VALUE_LENGTH = 4_096;

/** Longest text that is read at once, in UTF-16 units: patterns may be quadratic. */
const MAX_READ_LENGTH = 20_500;

/** Whether a part is gone from the address that the typed text may still have. */
const isHiding = ({ changes = [], flags = [] }: Written['url']): boolean =>
  hides(changes) || /unwrapped|userinfo/.test([...changes, ...flags].join());

/** Whether a text is read as this address, with nothing left to remove. */
function readsAs(text: string, { value }: Written['url'], hasSession: boolean): boolean {
  const again = read(text);
  if (!('found' in again)) return false;
  const { url, withSession } = again.found;
  const one = hasSession && withSession ? withSession.url : url;
  return [value, `${value}#`].includes(one.value) && !isHiding(one);
}

/**
 * Keeps the typed text, if the address differs from it by more than the parts removed on purpose, which are never kept.
 * The wire takes no typed text beside a change that hides something: the text is without it, so the change goes.
 */
function keepTyped({ url, typed, open }: Written, { withSession }: AddressFound): void {
  const isOwn = (text: string): boolean => readsAs(text, url, url === withSession?.url);
  const kept = isHiding(url)
    ? open()
        .flatMap((text) => [text, `${text}#`])
        .find(isOwn)
    : typed;
  // An empty fragment keeps the end of an address, as `shielded` does, and loses nothing.
  const isSame = !kept || [kept, `${kept}#`].includes(url.value);
  if (isSame || codePoints(kept) > MAX_VALUE_LENGTH) return;
  url.asEntered = kept;
  const changes = url.changes?.filter((change) => !hides([change])) ?? [];
  if (changes.length > 0) url.changes = changes;
  else delete url.changes;
}

/**
 * Reads one address as it was typed or pasted: repairs it, and takes out what tracks people. Works on the text alone:
 * nothing is contacted, resolved or looked up. A text that is not an address becomes an identifier, so that no report
 * is lost. Only pictures, scripts, addresses of this device and texts longer than the form takes are refused.
 * Reading a `value` again gives the same `value`.
 */
export function normaliseAddress(text: string): AddressResult {
  const reading = read(text);
  if (!('found' in reading)) return reading;
  for (const written of reading.written) keepTyped(written, reading.found);
  return reading.found;
}

/** Reads one address, without the typed text. */
function read(text: string): Reading | Exclude<AddressResult, AddressFound> {
  // NUL and halves of surrogate pairs cannot be stored: they become U+FFFD here as in the whole report.
  const entered = text
    .slice(0, MAX_READ_LENGTH)
    .replace(/\0|\p{Cs}/gu, '\ufffd')
    .trim();
  const changes = new Set<AddressChange>();
  let address = repaired(entered, changes);
  if (/^(?:https?:\/\/)?$/.test(address)) return { kind: 'refused', code: 'url.empty' };
  const refused = rules.REFUSED.exec(address);
  if (refused) return { kind: 'refused', code: refused[1] ? 'url.data' : 'url.local' };

  const bare = rules.BARE_HOST.exec(address.replace(/^:?\/\//, ''));
  if (bare) {
    changes.add('scheme_added');
    address = `http${/\.onion\b(?!\.\w)/i.test(bare[0]) ? '' : 's'}://${bare.input}`;
  }
  address = address.replace(rules.TELEGRAM_LINK, (_, name: string, post?: string) =>
    [`https://t.me/${name}`, ...(post ? [post] : [])].join('/'),
  );
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(\S+)$/i.exec(address) ?? [];
  const name = scheme.toLowerCase();
  const reading = /^(?:https?|ftp)$/.test(name)
    ? webAddress(`${name}:${rest.replace(/^[/\\]*/, '//')}`, changes, entered)
    : otherAddress(name, rest, changes, entered);

  const length = codePoints(entered);
  const isStorable = ({ url }: ShownAddress, limit: number): boolean => codePoints(url.value) <= limit;
  const { found } = reading ?? {};
  if (found?.withSession && !isStorable(found.withSession, MAX_VALUE_LENGTH)) delete found.withSession;
  const limit = length <= MAX_TYPED_LENGTH ? MAX_VALUE_LENGTH : MAX_TYPED_LENGTH;
  if (reading && isStorable(reading.found, limit)) return reading;
  // A sentence around one address, if the caller did not use splitAddresses.
  const [only = '', another] = splitAddresses(entered);
  if (only.length < entered.length && !another) return read(only);
  // The bytes of a picture, pasted without their `data:`.
  if (!reading && /[a-z\d+/]{201}/i.test(entered)) return { kind: 'refused', code: 'url.data' };
  if (length > MAX_TYPED_LENGTH) return { kind: 'refused', code: 'url.long' };
  const value = asLine(entered);
  if (!value) return { kind: 'refused', code: 'url.empty' };
  return { kind: 'identifier', identifier: { type: classifyName(value), value } };
}

/** The address in a word of a sentence: it names its scheme, or has a path, `www.` or `.onion`. */
function addressIn(word: string): string | undefined {
  const [host] = rules.BARE_HOST.exec(word) ?? [];
  const isPlain = host && (host !== word || /^www\.|\.onion$/i.test(host));
  if (isPlain || rules.REFUSED.test(word)) return word;
  const schemed = rules.SCHEMED_ADDRESS.exec(word)?.[0];
  return schemed && trimmed(schemed);
}

/**
 * Cuts a paste into the addresses it holds, each as it was typed. A list gives its addresses; a sentence with
 * addresses gives those that name a scheme, a path or `www.`, without the sentence; any other text stays whole.
 * @returns one text or more; none for a blank one
 */
export const splitAddresses = (text: string): string[] => [...new Set(inParts(text).flatMap(addressesIn))];

/** A text in parts that can be read at once, cut at blanks. No address is longer: a word that is loses its end. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > MAX_READ_LENGTH) {
    const part = rest.slice(0, MAX_READ_LENGTH);
    const blank = part.search(/\s\S*$/);
    parts.push(blank < 0 ? part : part.slice(0, blank).trim());
    rest = (blank < 0 ? rest.slice(MAX_READ_LENGTH).replace(/^\S+/, '') : rest.slice(blank)).trim();
  }
  return rest ? [...parts, rest] : parts;
}

function addressesIn(whole: string): string[] {
  const isBare = (word: string): boolean => rules.BARE_HOST.test(word);
  const words = whole
    // Spaces after the scheme or around a dot in brackets belong to the address, and so do those of `="deux mots"`.
    .replace(/(:\/\/)\s+|\s*([[({](?:\.|dot|point)[\])}])\s*/g, '$1$2')
    .replace(rules.GLUED_ADDRESS, '\n')
    .match(/(?:="[^"\n]{0,200}"|\S)+/g)!
    .flatMap((word) => {
      const parts = word.split(/[,;]/).map(trimmed);
      return parts.every(isBare) ? parts : trimmed(word);
    });
  const isList = words.every((word) => addressIn(word) || isBare(word) || !/\p{L}/u.test(word));
  const found = new Set(words.flatMap((word) => addressIn(word) ?? (isList && isBare(word) ? word : [])));
  // `https://a.example/my files/1.jpg` is an address with spaces, not an address before a sentence.
  const last = words.at(-1) ?? '';
  const hasSpaces =
    found.size === 1 &&
    found.has(words[0] ?? '') &&
    /[/=&.]\w+$/.test(last) &&
    !addressIn(last) &&
    !isBare(last);
  // A lone address keeps what surrounds it: three full stops after it show that it was cut.
  const isAlone = found.has(trimmed(whole));
  return isAlone || hasSpaces || found.size === 0 || rules.REFUSED.test(trimmed(whole))
    ? [whole]
    : [...found];
}
