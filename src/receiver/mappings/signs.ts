// The facts of a report that decide who takes it: kinds, minors, pictures.

import type { CategoryId } from '../../core/report/categories.ts';
import { categoryOf, detailsOf } from '../../core/report/report-known-members.ts';
import type { Report } from '../../core/report/report.ts';
import { KINDS } from '../../core/report/vocabulary.ts';

/** A word of `details.kinds`, of any category or of one. */
export type Kind<Id extends CategoryId = CategoryId> = (typeof KINDS)[Id][number];

/** Something for every kind of every category: a kind without it does not compile. */
export type ByKind<Value> = { readonly [Id in CategoryId]: Readonly<Record<Kind<Id>, Value>> };

/** Whether a question of the category was answered by yes. */
export const saysYes = (report: Report, question: string): boolean => detailsOf(report)[question] === 'yes';

/** The kinds that a report names, in the order of the vocabulary; `unknown` if it names none. */
export function kindsOf(report: Report): readonly Kind[] {
  const named = (detailsOf(report)['kinds'] ?? []) as readonly Kind[];
  const kinds = (KINDS[categoryOf(report)] as readonly Kind[]).filter((kind) => named.includes(kind));
  return kinds.length > 0 ? kinds : ['unknown'];
}

/** The entries of a table for each kind that a report names, without repeats. */
export function forKinds<Value>(table: Partial<ByKind<readonly Value[]>>, report: Report): Value[] {
  const row = table[categoryOf(report)] as Readonly<Partial<Record<Kind, readonly Value[]>>> | undefined;
  return [...new Set(kindsOf(report).flatMap((kind) => row?.[kind] ?? []))];
}

const MINOR_AGES: readonly unknown[] = ['infant', 'child', 'teen'];

/** The apparent age, if it is that of a minor. */
export const minorAge = ({ personsConcerned }: Report): string | undefined =>
  MINOR_AGES.includes(personsConcerned?.apparentAge) ? personsConcerned?.apparentAge : undefined;

const MINOR_REPORTERS: readonly unknown[] = ['under_13', '13_14', '15_17'];

/** Whether the report says that a minor is concerned. False only means that the report does not say so. */
export function concernsMinor(report: Report): boolean {
  const { category, personsConcerned, reporter } = report;
  const concernsReporter =
    reporter.role === 'victim' || personsConcerned?.known === 'self' || detailsOf(report)['target'] === 'me';
  return (
    category === 'child_sexual_abuse' ||
    personsConcerned?.minor === 'yes' ||
    minorAge(report) !== undefined ||
    saysYes(report, 'minorSuspected') ||
    saysYes(report, 'targetIsMinor') ||
    (concernsReporter && MINOR_REPORTERS.includes(reporter.ageBand))
  );
}

const PICTURES: readonly string[] = ['image', 'video', 'live_video', 'drawing'];
const PICTURE_KINDS: readonly Kind[] = ['intimate_image_shared', 'sexual_deepfake'];

/** Whether the report says that the content holds pictures. */
export const showsPictures = (report: Report): boolean =>
  (report.content?.types ?? []).some((type) => PICTURES.includes(type)) ||
  kindsOf(report).some((kind) => PICTURE_KINDS.includes(kind));

const AI_KINDS: readonly Kind[] = ['ai_generated', 'sexual_deepfake'];

/** Whether the report says that the content looks made with AI. */
export const looksAiMade = (report: Report): boolean =>
  report.content?.aiGenerated === 'yes' || kindsOf(report).some((kind) => AI_KINDS.includes(kind));
