// What this version knows of a report: its category, its answers and its members. What a later version added is told apart.

import { detailQuestions } from '../draft/question-table.ts';
import { CATEGORIES, type CategoryId } from './categories.ts';
import type { LaterWord } from './later-words.ts';
import { knownIn, othersIn, type OtherMember } from './report-other-members.ts';
import { SHARED } from './report-members.ts';
import { location } from './report-parts.ts';

/** The parts of a report that take members which this version does not know. */
interface Open {
  readonly category: CategoryId | LaterWord;
  readonly details?: object | undefined;
  readonly locations: readonly object[];
}

const MEMBERS = [...Object.keys(SHARED), 'category', 'details'];
const LOCATION_MEMBERS = Object.keys(location.shape);

/** The category, if this version knows it. */
export const knownCategory = (category: unknown): CategoryId | undefined =>
  CATEGORIES.find(({ id }) => id === category)?.id;

/** The category by which a receiver decides: `unsure` for one that this version does not know. */
export const categoryOf = ({ category }: Pick<Open, 'category'>): CategoryId =>
  knownCategory(category) ?? 'unsure';

/** The names of the answers that reports of a category carry in `details`. */
function answerNames({ category }: Open): string[] {
  const known = knownCategory(category);
  return known ? detailQuestions(known).map(({ id }) => id) : [];
}

/** The answers that the category knows. Others are never acted upon, not even under the name of another category's. */
export const detailsOf = (report: Open): Readonly<Record<string, unknown>> =>
  knownIn(report.details ?? {}, answerNames(report)) as Readonly<Record<string, unknown>>;

/** The members of a report that this version does not know. */
export const othersOf = (report: Open): OtherMember[] => [
  ...othersIn(report, MEMBERS),
  ...othersIn(report.details, answerNames(report), 'details.'),
  ...report.locations.flatMap((place, index) => othersIn(place, LOCATION_MEMBERS, `locations.${index}.`)),
];

/** The report without the members that this version does not know. */
export const knownPart = <Report extends Open>(report: Report): Report => ({
  ...knownIn(report, MEMBERS),
  ...(report.details && { details: detailsOf(report) }),
  locations: report.locations.map((place) => knownIn(place, LOCATION_MEMBERS)),
});
