// Turns a report into what an analyst reads. Text from reporters may be hostile: it leaves here as plain text, with
// invisible characters spelt out and addresses disarmed, and the page never parses it.
import type { Report } from '../src/core/report/report.ts';
import { FORBIDDEN_SCHEMES } from '../src/core/report/vocabulary.ts';
import { dangerUntold } from '../src/core/draft/report-details.ts';
import { OWN_FILE } from '../src/core/draft/to-report.ts';
import { memberName, memberWords } from '../src/core/draft/member-words.ts';
import fr from '../src/i18n/locales/fr.json' with { type: 'json' };
import type { DatabaseStore, StoredReport } from '../src/receiver/index.ts';
import * as labels from './inbox-labels.ts';

/** One line of a report: our label, and the value. */
export interface Field {
  readonly label: string;
  readonly text: string;
  /** `address` for a value to read letter by letter; `key` where the label itself is an identifier of the report. */
  readonly kind?: 'address' | 'key';
}

/** A report as the inbox page shows it: texts alone. */
export interface ShownReport {
  readonly category: string;
  /** The place of the content, in one line. */
  readonly where: string;
  /** Time of arrival, in French. */
  readonly received: string;
  /** The places of the content. */
  readonly places: readonly { readonly title: string; readonly fields: readonly Field[] }[];
  /** All other values of the report. */
  readonly fields: readonly Field[];
  /** The report as JSON, its invisible characters escaped: still valid, still whole. */
  readonly raw: string;
}

/** What a report's follow-up code leads to, and what it was added to. */
type Mark = NonNullable<ReturnType<Awaited<ReturnType<DatabaseStore['followUps']['marksOf']>>['get']>>;

/** An entry of /inbox.json. `followUp` and `addsTo` change after it has arrived. */
export interface InboxEntry extends Mark {
  readonly reference: string;
  readonly receivedAt: string;
  readonly priority: 'normal' | 'urgent';
  /** The report as it was received. */
  readonly report: unknown;
  readonly shown: ShownReport;
}

/** Reads a stored report for the analyst. */
export function toInboxEntry({ reference, receivedAt, priority, sealed, body }: StoredReport): InboxEntry {
  const report: unknown = JSON.parse(body);
  const received = new Date(receivedAt).toLocaleString('fr-FR', { dateStyle: 'medium', timeStyle: 'short' });
  const shown = {
    ...(sealed ? SEALED : showReport(report as Report)),
    received,
    raw: JSON.stringify(report, null, 2).replace(UNSEEN, escapeForJson),
  };
  return { reference, receivedAt, priority, report, shown };
}

const SEALED = { category: 'Signalement chiffré', where: '', places: [], fields: [] };

/** The words of the form, as the reporter read them. */
const form = {
  text: (key: string) => (fr as Readonly<Record<string, string>>)[key] ?? '',
};

// A whole emoji comes first, because joiners and selectors are part of it. Invisible characters follow: controls, marks
// that reorder text, fillers, tags, private and unpaired characters. Tab and line feed are layout, so they stay. The
// flag `v` matches sequences of code points; a literal with it would need a newer target.
const UNSEEN = new RegExp(
  String.raw`(\p{RGI_Emoji})|[[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]--[\t\n]]`,
  'gv',
);

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const escapeForJson = (character: string, emoji?: string): string =>
  emoji ??
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** Spells out the characters that would hide or reorder text: `⟨U+202E⟩`. */
export function spellUnseen(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (character, emoji?: string) => emoji ?? `⟨U+${codeOf(character)}⟩`);
}

const WEB_ADDRESS = /(https?|ftp):(\/\/[^\s/?#]*)/gi;
const FORBIDDEN = new RegExp(String.raw`\b(${FORBIDDEN_SCHEMES.join('|')}):(?=\S)`, 'gi');

/** Disarms the addresses in a text, so that no program takes them for links: `hxxps://exemple[.]fr/page`. */
export function defang(text: string): string {
  return text
    .replace(WEB_ADDRESS, (_, scheme: string, host: string) => {
      return `${scheme.replace(/tt/i, 'xx').replace(/^ft/i, 'fx')}:${host.replaceAll('.', '[.]')}`;
    })
    .replace(FORBIDDEN, '$1[:]');
}

const legible = (text = ''): string => spellUnseen(defang(text));

/** Disarms an address of any scheme: `magnet[:]?xt=…`. */
const legibleAddress = (text = ''): string => {
  const defanged = defang(text);
  return spellUnseen(defanged === text ? text.replace(':', '[:]') : defanged);
};

const words = <Id extends string>(
  ids: readonly Id[] | undefined,
  names: Readonly<Record<Id, string>>,
): string => (ids ?? []).map((id) => names[id]).join(', ');

// Paths that have a line of their own below, or tell an analyst nothing. Every other value is listed under its path.
const REPORT_LINES =
  /^(schemaVersion|submissionId|submittedAt|locale|category|danger|locations|content\.description|attestation|source|followUp|reporter\.(role|anonymous|followUp|contact))\b/;
const LOCATION_LINES = /^(id|place|service|pinpoint|identifiers|url)\b/;

/** Whether somebody is in danger now. Where the report has no answer, the text gives the reason. */
function dangerText({ danger, category, ...report }: Report): string {
  if (danger.immediate !== 'unknown') return form.text(`o.${danger.immediate}`);
  const why = dangerUntold(category, 'details' in report ? (report.details ?? {}) : {});
  return {
    unknown: fr['o.unknown'],
    notGiven: fr['s4.value.none'],
    notAsked: fr['payload.notAsked'],
  }[why];
}

/** The first place, and how many more there are. */
function whereText([place, ...others]: Report['locations']): string {
  const found =
    legibleAddress(place?.url?.value) || legible(place?.service ?? place?.identifiers?.[0]?.value);
  return [
    found || (place ? labels.PLACE_LABELS[place.place] : ''),
    others.length > 0 ? `(+ ${others.length})` : '',
  ]
    .join(' ')
    .trim();
}

function showReport(report: Report): Pick<ShownReport, 'category' | 'where' | 'places' | 'fields'> {
  const { category, locations, content, reporter, source, locale } = report;
  const contact = reporter.anonymous ? undefined : reporter.contact;
  return {
    category: fr[`cat.${category}`],
    where: whereText(locations),
    places: locations.map((location) => showLocation(location, category)),
    fields: compact([
      { label: 'Précisions', text: legible(content?.description) },
      { label: 'Danger immédiat', text: dangerText(report) },
      { label: 'Qui signale', text: labels.ROLE_LABELS[reporter.role] },
      { label: 'Réponse', text: labels.FOLLOW_UP_LABELS[reporter.followUp] },
      { label: 'E-mail', text: legible(contact?.email), kind: 'address' },
      { label: 'Nom', text: legible(contact?.name) },
      { label: 'Envoyé depuis', text: legible(source.partnerId ?? 'un site sans identifiant') },
      { label: 'Langue', text: legible(new Intl.DisplayNames('fr', { type: 'language' }).of(locale)) },
      ...listLeaves(report, REPORT_LINES, category),
    ]),
  };
}

function showLocation(
  location: Report['locations'][number],
  category: Report['category'],
): ShownReport['places'][number] {
  const { place, service, url, identifiers = [], pinpoint } = location;
  return {
    title: labels.PLACE_LABELS[place],
    fields: compact([
      { label: 'Service', text: legible(service) },
      { label: 'Adresse', text: legibleAddress(url?.value), kind: 'address' },
      { label: 'Saisie d’origine', text: legible(url?.asEntered), kind: 'address' },
      { label: 'Corrigé par le formulaire', text: words(url?.changes, labels.CHANGE_LABELS) },
      { label: 'À savoir', text: words(url?.flags, labels.FLAG_LABELS) },
      ...identifiers.map(({ type, value }) => ({
        label: labels.IDENTIFIER_LABELS[type],
        text: legible(value),
      })),
      { label: 'Endroit précis', text: legible(pinpoint) },
      ...listLeaves(location, LOCATION_LINES, category),
    ]),
  };
}

const compact = (fields: readonly Field[]): Field[] => fields.filter(({ text }) => text !== '');

/** A value of the report in words. A value without a label stays as it was written. */
function valueText(key: string, value: unknown): string {
  if (typeof value === 'boolean') return form.text(value ? 'o.yes' : 'o.no');
  const text = String(value);
  if (key === 'knownToReporter') return form.text(`o.${text}`);
  if (key === 'to' && text === OWN_FILE) return labels.OWN_FILE_LABEL;
  const others = key === 'types' || key === 'relation' ? (labels.OTHER_VALUES as Words) : {};
  return others[text] || memberWords(form, key, text) || legible(text);
}

type Words = Readonly<Record<string, string>>;

/**
 * Lists the leaf values of a JSON value, each under its path. Lists of plain values share a line.
 * @param except paths that already have a line of their own: `reporter.role`
 */
function listLeaves(value: unknown, except: RegExp, category: string, path = ''): Field[] {
  if (except.test(path)) return [];
  const isPlain = (part: unknown): boolean => typeof part !== 'object' || part === null;
  const key = path.replace(/^.*\.(?=\D)|\.\d+$/g, '');
  const known = labels.MEMBER_LABELS[key] ?? memberName(form, key, category);
  const label: Omit<Field, 'text'> = known === key ? { label: path, kind: 'key' } : { label: known };
  if (isPlain(value)) return [{ ...label, text: valueText(key, value) }];
  if (Array.isArray(value) && value.every(isPlain))
    return [{ ...label, text: value.map((one) => valueText(key, one)).join(', ') }];
  return Object.entries(value as object).flatMap(([name, part]) =>
    listLeaves(part, except, category, path ? `${path}.${name}` : name),
  );
}
