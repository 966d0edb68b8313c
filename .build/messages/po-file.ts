// The strings of a language as a PO file, which Poedit, Weblate and other tools of translators read.

import { po, type PoEntry } from 'gettext-parser';
import { doubtsOf } from './drafts.ts';
import { termsFor } from './glossary.ts';
import { PLACES } from './places.ts';
import { pluralForms } from './plurals.ts';
import { stateOf, type Readings } from './review.ts';
import { SCREENS, sightOf } from './screens.ts';
import { mostCharacters, placesOf } from './text-rules.ts';
import { categoriesOf, KEYS, keysOf, mayLack, sourceDigest, sourceOf, textsOf, type Texts } from './texts.ts';

const EASY_ENGLISH = textsOf('en-simple');

/** Before the digest of the source in an entry's comment: import compares it with the source as it is then. */
export const SOURCE_MARK = 'Source: ';

/** A string in easy English, which says what is meant. */
export const easyOf = (key: string): readonly string[] => {
  const text = EASY_ENGLISH[key];
  return text === undefined ? [] : [text];
};

/** Notes on a string for a translator, a line each. */
function commentsOf(tag: string, key: string, doubt: string | undefined): string {
  const { french, english } = sourceOf(key);
  const { screen, state, when } = sightOf(key);
  const most = mostCharacters(key);
  const lines = [
    ...english.map((text) => `English: ${text}`),
    ...easyOf(key).map((text) => `In easy words: ${text}`),
    ...termsFor(tag, key).map((term) => `Glossary: ${term}`),
    `Seen on: ${SCREENS[screen].en}${when === undefined ? '' : `, ${when}`}`,
    `Picture: gallery/state.html?name=${state}&lang=${tag}`,
    ...(most === undefined ? [] : [`A button: at most ${most} characters`]),
    ...[...new Set(placesOf(french))].map((name) => `{${name}}: ${PLACES[name]}`),
    ...(english.length > 1 ? [`Forms: ${categoriesOf(tag).join(', ')}`] : []),
    ...(doubt === undefined ? [] : [`Doubt: ${doubt}`]),
    `${SOURCE_MARK}${sourceDigest(key)}`,
  ];
  return lines.flatMap((line) => line.split('\n')).join('\n');
}

/**
 * The PO file of a language. Strings that nobody has reviewed as they are now are marked `fuzzy`.
 * @param texts all strings of the language
 */
export function writePo(tag: string, texts: Texts, readings: Readings): string {
  const doubts = doubtsOf(tag);
  const entry = (key: string): PoEntry => {
    const { french, one } = sourceOf(key);
    const isReviewed = tag === 'en' || stateOf(readings, tag, key, texts) === 'reviewed';
    return {
      msgctxt: key,
      msgid: one ?? french,
      ...(one !== undefined && { msgid_plural: french }),
      msgstr: keysOf(tag, key).map((name) => texts[name] ?? ''),
      comments: { extracted: commentsOf(tag, key, doubts[key]), ...(!isReviewed && { flag: 'fuzzy' }) },
    };
  };
  const headers = {
    'Project-Id-Version': 'cliquez-signalez',
    'Last-Translator': '',
    Language: tag,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': pluralForms(tag),
  };
  const translations = Object.fromEntries(
    KEYS.map((key) => {
      const written = entry(key);
      return [key, { [written.msgid]: written }];
    }),
  );
  return po
    .compile({
      charset: 'utf-8',
      headers,
      translations: { '': { '': { msgid: '', msgstr: [''] } }, ...translations },
    })
    .toString('utf8');
}

/** A PO file, as far as it is about our strings. */
export interface ReadPo {
  readonly tag: string;
  /** The texts that the file has. */
  readonly texts: Texts;
  /** Keys of the entries that the file has. */
  readonly keys: readonly string[];
  /** Keys of entries that somebody has read against the source as it is now. */
  readonly read: readonly string[];
  /** Keys of entries that are not fuzzy, but whose source has changed since the export. */
  readonly outdated: readonly string[];
  /** The last translator, without an e-mail address; empty if the file does not say. */
  readonly translator: string;
  /** Notes of the translator, which are kept nowhere. */
  readonly notes: readonly (readonly [key: string, note: string])[];
}

/** A PO file that cannot be imported; each fault is a sentence that names the entry. */
export class PoError extends Error {
  override readonly name = 'PoError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '').replace(/;$/, '');

/**
 * Reads a PO file that `writePo` has written and somebody has worked on. What the texts say is examined by the caller.
 * @param tags languages that may be imported
 * @throws {PoError} if it is no PO file, or is about other strings
 */
export function readPo(text: string, tags: readonly string[]): ReadPo {
  const { headers, translations } = parsed(text);
  const tag = headers['Language'] ?? '';
  if (!tags.includes(tag))
    throw new PoError([
      tag === ''
        ? 'The file does not say its language. Its header needs, for example, Language: de'
        : `There is no language ${tag} here. There are: ${tags.join(', ')}.`,
    ]);
  const forms = pluralForms(tag);
  if (withoutSpaces(headers['Plural-Forms'] ?? '') !== withoutSpaces(forms))
    throw new PoError([
      `The plural forms of the file are other ones than those of the export, so texts would stand in wrong places. Its header needs Plural-Forms: ${forms}`,
    ]);
  const entries = Object.entries(translations)
    .filter(([key]) => key !== '')
    .map(([key, byText]) => [key, Object.values(byText)] as const);
  const headless = Object.values(translations[''] ?? {}).filter(({ msgid }) => msgid !== '');
  const faults = [
    ...headless.map(
      ({ msgid }) => `The entry « ${msgid} » has no msgctxt, so nobody can tell which string it is.`,
    ),
    ...entries.flatMap(([key, found]) => structureFaults(tag, key, found)),
  ];
  if (faults.length > 0) throw new PoError(faults);
  return readEntries(tag, entries, headers['Last-Translator'] ?? '');
}

function parsed(text: string): ReturnType<typeof po.parse> {
  try {
    return po.parse(text);
  } catch (error) {
    throw new PoError([`This is no PO file: ${(error as Error).message}.`]);
  }
}

function structureFaults(tag: string, key: string, found: readonly PoEntry[]): readonly string[] {
  if (!KEYS.includes(key))
    return [`${key}: there is no such string. Export again, and work on the new file.`];
  if (found.length !== 1) return [`${key}: stands ${found.length} times in the file. Keep one entry.`];
  const forms = keysOf(tag, key).length;
  const { msgstr } = found[0]!;
  return msgstr.length === forms ? [] : [`${key}: has ${msgstr.length} forms; ${tag} needs ${forms}.`];
}

function readEntries(
  tag: string,
  entries: readonly (readonly [key: string, found: readonly PoEntry[]])[],
  lastTranslator: string,
): ReadPo {
  const texts: Record<string, string> = {};
  const [read, outdated]: [string[], string[]] = [[], []];
  const notes: [string, string][] = [];
  for (const [key, [entry]] of entries) {
    const { msgid, msgstr, comments = {} } = entry!;
    // A string that the language may lack for now, and that nobody has written.
    if (mayLack(tag, key) && msgstr.every((form) => form === '')) continue;
    keysOf(tag, key).forEach((name, index) => {
      texts[name] = msgstr[index]!;
    });
    const { french, one } = sourceOf(key);
    const digest = comments.extracted?.split('\n').find((line) => line.startsWith(SOURCE_MARK));
    const isCurrent =
      msgid === (one ?? french) && (digest === undefined || digest === SOURCE_MARK + sourceDigest(key));
    const isFuzzy = comments.flag?.split(/,\s*/).includes('fuzzy') === true;
    if (!isFuzzy) (isCurrent ? read : outdated).push(key);
    if (comments.translator) notes.push([key, comments.translator]);
  }
  return {
    tag,
    texts,
    keys: entries.map(([key]) => key),
    read,
    outdated,
    translator: lastTranslator.replace(/<[^>]*>|\S+@\S+/g, '').trim(),
    notes,
  };
}
