// Which reports an export is to write: the options that say it, and what they name that the database does not have.
import { oneOf, readDay } from '../../command-line/arguments.ts';
import { UsageError } from '../../command-line/command.ts';
import { CATEGORIES, type CategoryId } from '../../core/report/categories.ts';
import { nearest } from '../../core/nearest.ts';
import type { ReadOptions } from '../export/reader.ts';
import { toMinute } from '../database/moments.ts';
import { readReference } from '../intake/reference.ts';
import type { DatabaseStore } from '../store/store.ts';

export const CHOICE_OPTIONS = {
  since: { type: 'string' },
  day: { type: 'string' },
  reference: { type: 'string', multiple: true },
  partner: { type: 'string' },
  category: { type: 'string' },
  trust: { type: 'string' },
  priority: { type: 'string' },
} as const;

export const CHOICE_USAGE = `\
  --since DATE           only what arrived since, as 2026-11-24 or 2026-11-24T13:50:00Z (UTC)
  --day DAY              only what arrived on this day, as 2026-11-24 (UTC)
  --reference REFERENCE  only the report with this number, as 7K4M-2QXD or 7k4m2qxd; may be given several times
  --partner ID           only what came from this partner
  --category NAME        only this category, or the one that begins so, as hate; what cannot be read may be of any, and
                         comes along
  --trust LEVEL          only normal, or only low
  --priority LEVEL       only urgent, or only normal; what stays sealed may be either, and comes along. Of a sealed
                         report that is opened, it is that of its content
`;

/** The values of `CHOICE_OPTIONS`. */
export type ChoiceValues = {
  readonly [Name in keyof typeof CHOICE_OPTIONS]?: (Name extends 'reference' ? string[] : string) | undefined;
};

/** The reports that are chosen. */
export type Choice = Pick<
  ReadOptions,
  'since' | 'before' | 'references' | 'partner' | 'category' | 'trust' | 'priority'
>;

/** @throws {UsageError} naming the first option that is not understood */
export function readChoice({
  reference,
  partner,
  category,
  trust,
  priority,
  ...times
}: ChoiceValues): Choice {
  return {
    ...periodIn(times),
    ...(reference && { references: [...new Set(reference.map(referenceIn))] }),
    ...(partner !== undefined && { partner }),
    ...(category !== undefined && { category: categoryIn(category) }),
    ...(trust !== undefined && { trust: oneOf('trust', trust, ['normal', 'low']) }),
    ...(priority !== undefined && { priority: oneOf('priority', priority, ['urgent', 'normal']) }),
  };
}

/** Whether an index leads to the chosen reports, so that an export does not look at every number. */
export const isFew = ({ before, references, partner, priority, trust }: Choice): boolean =>
  [before, references, partner].some((each) => each !== undefined) ||
  priority === 'urgent' ||
  trust === 'low';

/** The chosen references that no report has. */
export async function unknownReferences(
  { references = [] }: Choice,
  { search }: Pick<DatabaseStore, 'search'>,
): Promise<string[]> {
  const unknown: string[] = [];
  // One at a time: the rows hold whole reports.
  for (const reference of references)
    if ((await search.byReference([reference])).length === 0) unknown.push(reference);
  return unknown;
}

const DAY_MS = 86_400_000;

function periodIn({ since, day }: Pick<ChoiceValues, 'since' | 'day'>): Pick<Choice, 'since' | 'before'> {
  const from = since === undefined ? undefined : momentIn(since);
  if (day === undefined) return from === undefined ? {} : { since: from };
  const start = readDay('--day', day).getTime();
  const first = toMinute(new Date(start));
  return {
    since: from !== undefined && from > first ? from : first,
    before: toMinute(new Date(start + DAY_MS)),
  };
}

function momentIn(text: string): string {
  const date = new Date(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text) ? text : Number.NaN);
  // `Date` takes the 30th of February for the 2nd of March.
  const isMoment = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
  if (isMoment) return toMinute(date);
  throw new UsageError('--since must be a day or a moment in UTC, as 2026-11-24 or 2026-11-24T13:50:00Z.');
}

function referenceIn(text: string): string {
  const reference = readReference(text);
  if (reference !== undefined) return reference;
  throw new UsageError(`--reference must be the number of a report, as 7K4M-2QXD, not « ${text} ».`);
}

/** A category by its name or the beginning of it, such as `hate`. */
function categoryIn(text: string): CategoryId {
  const ids = CATEGORIES.map(({ id }) => id);
  const word = text.toLowerCase().replace(/[\s-]+/g, '_');
  const [found, other] = ids.filter((id) => id.startsWith(word));
  if (found && other === undefined) return found;
  const meant = nearest(text, ids);
  throw new UsageError(
    `--category: « ${text} » is no category.${meant ? ` Did you mean ${meant}?` : ''} There are: ${ids.join(', ')}.`,
  );
}
