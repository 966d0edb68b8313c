// The fields of a report in words: its places, and every value that has no line of its own.
import { QUESTIONS } from '../../core/draft/question-table.ts';
import { isChoice } from '../../core/draft/questions.ts';
import { OWN_FILE } from '../../core/draft/to-report.ts';
import { entryOf, type LaterWord } from '../../core/report/later-words.ts';
import type { Report } from '../../core/report/report.ts';
import { legible, legibleAddress } from './legible.ts';
import { memberName, memberWords } from './member-words.ts';
import type { LocaleWords } from './page-locales.ts';
import type { ShownField, ShownPlace } from './script/types.ts';

/** Paths of a place that have a line of their own below. */
const LOCATION_LINES = /^(id|place|service|pinpoint|identifiers|url)\b/;

/** Answers in which the reporter writes freely. */
const TOLD: readonly string[] = Object.values(QUESTIONS)
  .flat()
  .flatMap((question) => (isChoice(question) ? [] : [question.id]));

/** The fields of one place. */
export function showLocation(
  location: Report['locations'][number],
  category: Report['category'],
  words: LocaleWords,
): ShownPlace {
  const { place, service, url, identifiers = [], pinpoint } = location;
  const { report: labels } = words;
  const { lines } = labels;
  const named = (key: string): string => memberName(words, key, category);
  return {
    title: entryOf(labels.places, place, place),
    fields: compact([
      { label: lines.service, text: legible(service) },
      { label: lines.address, text: legibleAddress(url?.value), kind: 'address' },
      { label: named('asEntered'), text: legible(url?.asEntered), kind: 'address' },
      { label: named('changes'), text: inWords(url?.changes, labels.changes) },
      { label: named('flags'), text: inWords(url?.flags, labels.flags) },
      ...identifiers.map(({ type, value }) => ({
        label: entryOf(labels.identifiers, type, type),
        text: legible(value),
      })),
      { label: lines.pinpoint, text: legible(pinpoint), kind: 'told' },
      ...listLeaves(location, { except: LOCATION_LINES, category, words }),
    ]),
  };
}

const inWords = <Id extends string>(
  ids: readonly (Id | LaterWord)[] | undefined,
  names: Readonly<Record<Id, string>>,
): string => (ids ?? []).map((id) => entryOf<Id, string>(names, id, id)).join(', ');

/** The fields that have a text. */
export const compact = (fields: readonly ShownField[]): ShownField[] =>
  fields.filter(({ text }) => text !== '');

/** A value of the report in words. A value without a label stays as it was written. */
function valueText(key: string, value: unknown, words: LocaleWords): string {
  const { report: labels, form, names } = words;
  if (typeof value === 'boolean') return form.text(value ? 'o.yes' : 'o.no');
  const text = String(value);
  if (key === 'to' && text === OWN_FILE) return labels.ownFile;
  if (key === 'language' || key === 'country') return legible(names[key](text));
  return memberWords(words, key, text) || legible(text);
}

interface Listing {
  /** Paths that already have a line of their own: `reporter.role`. */
  readonly except: RegExp;
  readonly category: string;
  readonly words: LocaleWords;
}

/** Lists the leaf values of a JSON value, each under its path. Lists of plain values share a line. */
export function listLeaves(value: unknown, listing: Listing, path = ''): ShownField[] {
  const { except, category, words } = listing;
  if (except.test(path)) return [];
  const isPlain = (part: unknown): boolean => typeof part !== 'object' || part === null;
  const key = path.replace(/^.*\.(?=\D)|\.\d+$/g, '');
  const known = memberName(words, key, category);
  const label: Omit<ShownField, 'text'> = known === key ? { label: path, kind: 'key' } : { label: known };
  if (isPlain(value))
    return [
      { ...label, text: valueText(key, value, words), ...(TOLD.includes(key) && { kind: 'told' as const }) },
    ];
  if (Array.isArray(value) && value.every(isPlain))
    return [{ ...label, text: value.map((one) => valueText(key, one, words)).join(', ') }];
  return Object.entries(value as object).flatMap(([name, part]) =>
    listLeaves(part, listing, path ? `${path}.${name}` : name),
  );
}
