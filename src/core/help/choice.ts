// Chooses the help lines to offer, by category and by the person who needs help.

import type { CategoryId } from '../report/categories.ts';
import type { AGE_BANDS } from '../report/vocabulary.ts';
import type { Answers } from '../draft/types.ts';
import type { HelpResource, LineId } from './lines.ts';

/** What is known about the person who needs help: the answers, or the part of them that is kept after sending. */
export interface HelpNeed {
  readonly category?: CategoryId | undefined;
  readonly role?: Answers['role'] | undefined;
  readonly questions?: Answers['questions'] | undefined;
}

/** Identifiers of lines, the most fitting first: lines of France, then lines of other countries. */
interface Wanted {
  /** For everyone. */
  readonly all: readonly LineId[];
  /** For somebody under age. */
  readonly minor: readonly LineId[];
  /** For the person targeted. */
  readonly target: readonly LineId[];
}

const WANTED: Readonly<Record<CategoryId, Wanted>> = {
  child_sexual_abuse: {
    all: ['119', '3018', 'child', 'missing', 'online'],
    minor: ['3018', '119', 'child', 'online'],
    target: ['119', '116006', 'takeitdown', 'disrupt', 'child', 'victims'],
  },
  terrorism_bomb_making: {
    all: ['radicalisation', 'pharos'],
    minor: ['119', '3018', 'child'],
    target: ['116006', 'victims'],
  },
  hate_violence_discrimination: {
    all: ['3928', '116006', 'pharos', 'victims'],
    minor: ['3018', 'child', 'online'],
    target: ['cyber', '3928', 'victims'],
  },
  crimes_against_humanity: {
    all: ['3928', 'pharos', 'victims'],
    minor: ['3018', 'child', 'online'],
    target: ['116006', 'victims'],
  },
  shocking_content_minors: {
    all: ['3018', '119', 'youth', 'child', 'online'],
    minor: ['3018', 'youth', 'child', 'online'],
    target: ['3018', 'child', 'online'],
  },
  procuring: {
    all: ['116006', '3919', '119', 'victims', 'child', 'missing'],
    minor: ['119', 'child', 'missing'],
    target: ['116006', 'victims'],
  },
  suicide_incitement: {
    all: ['3114', '3018', 'youth', 'pharos', 'child'],
    minor: ['3114', 'youth', '119', 'child'],
    target: ['3114'],
  },
  sexual_harassment: {
    all: ['3018', '3919', 'rape', '116006', 'victims', 'child'],
    minor: ['3018', '119', 'takeitdown', 'child', 'online'],
    target: ['police', '3919', 'stopncii', 'disrupt', 'victims', 'online'],
  },
  unsure: {
    all: ['3018', '119', '116006', 'child', 'victims', 'online'],
    minor: [],
    target: [],
  },
};

/** Most lines that a panel shows: a longer choice helps less. */
const MAX_LINES = 4;

/** The country's own hotline: it takes reports, but offers no one to talk to. */
export const HOTLINE = 'hotline' satisfies LineId;

/** StopNCII, which is never offered to a minor. */
const FOR_ADULTS = 'stopncii' satisfies LineId;

/** Whether an age band is under age. An undisclosed age is not. */
const UNDER_AGE: Readonly<Record<(typeof AGE_BANDS)[number], boolean>> = {
  under_13: true,
  '13_14': true,
  '15_17': true,
  adult: false,
  prefer_not_to_say: false,
};

const isUnderAge = ({ ageBand, minorSuspected, targetIsMinor }: Answers['questions']): boolean =>
  UNDER_AGE[ageBand as keyof typeof UNDER_AGE] || minorSuspected === 'yes' || targetIsMinor === 'yes';

/**
 * The lines to offer, four at most, the most fitting first: lines for minors, then for the person targeted, then for
 * everyone. The country's own hotline comes last.
 * @param lines lines of the reporter's country; if none of them is wanted, all of them are offered
 */
export function helpLines(
  { category, role, questions = {} }: HelpNeed,
  lines: readonly HelpResource[],
): readonly HelpResource[] {
  // A form without a category offers the lines for `unsure`.
  const { all, minor, target } = WANTED[category ?? 'unsure'];
  const isMinor = isUnderAge(questions);
  const isTarget = role === 'target' || questions['known'] === 'self' || questions['target'] === 'me';
  const wanted = new Set<string>([...(isMinor ? minor : []), ...(isTarget ? target : []), ...all]);
  const offered = lines.filter(({ id }) => id !== HOTLINE && !(isMinor && id === FOR_ADULTS));
  const fitting = [...wanted].flatMap((id) => offered.filter((line) => line.id === id));
  return [
    ...(fitting.length > 0 ? fitting : offered).slice(0, MAX_LINES),
    ...lines.filter(({ id }) => id === HOTLINE),
  ];
}
