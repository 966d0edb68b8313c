// Turns a report into what an analyst reads. Text from reporters may be hostile: it leaves here as plain text, with
// invisible characters spelt out and addresses disarmed, and the page never parses it.
import { createHash } from 'node:crypto';
import { answerText } from '../../core/draft/answer-words.ts';
import { dangerUntold } from '../../core/draft/report-details.ts';
import { categoryOf, detailsOf, knownPart, othersOf } from '../../core/report/report-known-members.ts';
import { entryOf } from '../../core/report/later-words.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReadReport } from '../export/reader.ts';
import { isChildBlackmailed, isUnclear } from '../intake/priority.ts';
import { minorAge, saysYes } from '../mappings/signs.ts';
import { legible, legibleAddress } from './legible.ts';
import { LOCALES, type LocaleWords } from './page-locales.ts';
import type { PageLocale } from './page-words.ts';
import type { ShownReport } from './script/types.ts';
import { compact, listLeaves, showLocation } from './shown-fields.ts';

/** Reads a stored report for the analyst. */
export function showReport(read: ReadReport, locale: PageLocale): ShownReport {
  const { row, report, fault, isAltered, followUp, addsTo } = read;
  const words = LOCALES[locale];
  const { reference, receivedAt, trust } = row;
  return {
    reference,
    receivedAt,
    ...(trust === 'low' && { isLowTrust: true }),
    ...(isAltered && { isAltered: true }),
    ...(followUp && { followUp }),
    ...(addsTo !== undefined && { addsTo }),
    ...(report
      ? { priority: row.priority, ...urgency(report, row.priority, words), ...content(report, words) }
      : {
          priority: 'unread',
          fault: words.report.faults[fault ?? 'unknown'],
          category: words.report.unread,
          where: '',
          groupKey: reference,
          places: [],
          fields: [],
        }),
  };
}

/** Why a report is urgent, by the rules of `priorityOf`. */
function urgency(report: Report, priority: 'urgent' | 'normal', words: LocaleWords): { reason?: string } {
  const { reasons } = words.report;
  if (priority !== 'urgent') return {};
  const reason = [
    ...(report.danger.immediate === 'yes' ? [reasons.danger] : []),
    ...(isChildBlackmailed(report) ? [reasons.blackmail] : []),
    ...(isUnclear(report) ? [reasons.unclear] : []),
  ].join(', ');
  return reason === '' ? {} : { reason };
}

// Paths that have a line of their own below, or tell an analyst nothing. Every other value is listed under its path.
const REPORT_LINES =
  /^(schemaVersion|submissionId|submittedAt|locale|category|danger|locations|content\.description|attestation|source|followUp|reporter\.(role|anonymous|followUp|contact))\b/;

type Content = Pick<ShownReport, 'category' | 'where' | 'groupKey' | 'role' | 'age' | 'places' | 'fields'>;

function content(report: Report, words: LocaleWords): Content {
  const known = knownPart(report);
  const { category, locations, content: seen, reporter, source } = known;
  const { report: labels, form, names } = words;
  const { lines } = labels;
  const contact = reporter.anonymous ? undefined : reporter.contact;
  const role =
    reporter.role === 'prefer_not_to_say' ? '' : entryOf(labels.roles, reporter.role, reporter.role);
  const age = ageOf(report, words);
  return {
    category: form.text(`cat.${category}`) || category,
    where: whereText(locations, labels),
    groupKey: groupKeyOf(report),
    ...(role !== '' && { role }),
    ...(age !== '' && { age }),
    places: locations.map((location) => showLocation(location, category, words)),
    fields: compact([
      { label: lines.description, text: legible(seen?.description), kind: 'told' },
      { label: lines.danger, text: dangerText(report, words) },
      { label: lines.role, text: role },
      { label: lines.answer, text: labels.followUps[reporter.followUp] },
      { label: lines.email, text: legible(contact?.email), kind: 'address' },
      { label: lines.name, text: legible(contact?.name) },
      { label: lines.partner, text: legible(source.partnerId ?? labels.noPartner) },
      {
        label: lines.language,
        text: legible(names.language(report.locale)),
      },
      ...listLeaves(known, { except: REPORT_LINES, category, words }),
      { label: lines.others, text: othersText(report), kind: 'told' },
    ]),
  };
}

/** What this version does not know, as it came: a line for each member. JSON keeps a text from looking like several. */
const othersText = (report: Report): string =>
  legible(
    othersOf(report)
      .map(({ path, value }) => `${path}: ${JSON.stringify(value)}`)
      .join('\n'),
  );

/** Whether somebody is in danger now. Where the report has no answer, the text gives the reason. */
function dangerText(report: Report, { report: labels, form }: LocaleWords): string {
  const { immediate } = report.danger;
  if (immediate !== 'unknown') return form.text(`o.${immediate}`) || immediate;
  const why = dangerUntold(categoryOf(report), detailsOf(report));
  return why === 'unknown' ? form.text('o.unknown') : labels[why];
}

/** Age of the person concerned, where the report tells it; that of the reporter where they are that person. */
function ageOf(report: Report, { report: labels, form }: LocaleWords): string {
  const { personsConcerned: persons, reporter } = report;
  const apparent = persons?.apparentAge;
  if (apparent !== undefined && apparent !== 'unknown') return answerText(form, 'apparentAge', apparent);
  const isReporter =
    reporter.role === 'victim' || persons?.known === 'self' || detailsOf(report)['target'] === 'me';
  const band = reporter.ageBand;
  if (isReporter && band !== undefined && band !== 'prefer_not_to_say')
    return answerText(form, 'ageBand', band);
  const isMinor =
    persons?.minor === 'yes' ||
    minorAge(report) !== undefined ||
    saysYes(report, 'minorSuspected') ||
    saysYes(report, 'targetIsMinor');
  return isMinor ? labels.minor : '';
}

/** The first place, and how many more there are. */
function whereText([place, ...others]: Report['locations'], labels: LocaleWords['report']): string {
  const found =
    legibleAddress(place?.url?.value) || legible(place?.service ?? place?.identifiers?.[0]?.value);
  return [
    found || (place ? entryOf(labels.places, place.place, place.place) : ''),
    others.length > 0 ? `(+\u00a0${others.length})` : '',
  ]
    .join(' ')
    .trim();
}

/**
 * A digest of the first address, which the form made canonical; else of service and identifiers; else of the report alone.
 * No address stands in the page as it was reported.
 */
const groupKeyOf = (report: Report): string =>
  createHash('sha256').update(subjectOf(report)).digest('base64url').slice(0, 16);

function subjectOf({ locations, submissionId }: Report): string {
  const address = locations.find(({ url }) => url)?.url?.value;
  if (address !== undefined) return address;
  const [place] = locations;
  const identifiers = (place?.identifiers ?? []).map(({ type, value }) => `${type}=${value}`);
  if (place?.service === undefined || identifiers.length === 0) return submissionId;
  return JSON.stringify([place.service.toLowerCase(), ...identifiers.toSorted()]);
}
