// Which help lines are offered: by what was reported, and by who needs help.

import type { CategoryId } from '../report/categories.ts';
import type { AGE_BANDS } from '../report/vocabulary.ts';
import type { Answers } from '../draft/types.ts';
import type { HelpResource, LineId } from './lines.ts';

/** What is known of who needs help: the answers, or what is kept of them once they are sent. */
export interface HelpNeed {
  readonly category?: CategoryId | undefined;
  readonly role?: Answers['role'] | undefined;
  readonly questions?: Answers['questions'] | undefined;
}

/** Identifiers of lines, the most fitting first. Those of France, then those of other countries. */
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

/** Rows that a panel shows at most: more to choose from is less help. */
const MAX_LINES = 4;

/** The country's own hotline: it takes reports, and is nobody to talk to. */
export const HOTLINE = 'hotline' satisfies LineId;

/** StopNCII, which nobody under age is offered. */
const FOR_ADULTS = 'stopncii' satisfies LineId;

/** Whether an age band is under age; one that is not told is not. */
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
 * The lines to offer, the most fitting first, four at most; those for somebody under age come before those for the
 * person targeted, and these before those for everyone. The country's own hotline comes last.
 * @param lines those of the reporter's country; where none of the wanted ones is among them, all of them are offered
 */
export function helpLines(
  { category, role, questions = {} }: HelpNeed,
  lines: readonly HelpResource[],
): readonly HelpResource[] {
  // A reporter who does not know, and a form that was just opened, get the same lines.
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
