// Which help lines are offered: by what was reported, and by who needs help.

import { CATEGORIES, type CategoryId } from '../report/categories.ts';
import type { Answers } from '../draft/types.ts';
import { linesOf, type HelpResource } from './lines.ts';

/** What is known of who needs help: the answers, or what is kept of them once they are sent. */
export interface HelpNeed {
  readonly category?: CategoryId | undefined;
  readonly role?: Answers['role'] | undefined;
  readonly questions?: Answers['questions'] | undefined;
}

/**
 * Identifiers of lines, the most fitting first: for everyone, for somebody under age, for the person targeted. Those of
 * France, then those of other countries. One row a category, in their order; the last one has none.
 */
const WANTED: readonly (readonly [all: string, minor: string, target: string])[] = [
  // child_sexual_abuse
  ['119 3018 child missing online', '3018 119 child online', '119 116006 takeitdown disrupt child victims'],
  // terrorism_bomb_making
  ['radicalisation pharos', '119 3018 child', '116006 victims'],
  // hate_violence_discrimination
  ['3928 116006 pharos victims', '3018 child online', 'cyber 3928 victims'],
  // crimes_against_humanity
  ['3928 pharos victims', '3018 child online', '116006 victims'],
  // shocking_content_minors
  ['3018 119 youth child online', '3018 youth child online', '3018 child online'],
  // procuring
  ['116006 3919 119 victims child missing', '119 child missing', '116006 victims'],
  // suicide_incitement
  ['3114 3018 youth pharos child', '3114 youth 119 child', '3114'],
  // sexual_harassment
  [
    '3018 3919 rape 116006 victims child',
    '3018 119 takeitdown child online',
    'police 3919 stopncii disrupt victims online',
  ],
];

/** For a reporter who does not know the category, and where it is not given. */
const UNSURE = ['3018 119 116006 child victims online', '', ''];

/** Rows that a panel shows at most: more to choose from is less help. */
const MAX_LINES = 4;

/** The country's own hotline: it takes reports, and is nobody to talk to. */
export const HOTLINE = 'hotline';

/** StopNCII, which nobody under age is offered. */
const FOR_ADULTS = 'stopncii';

// Of the age bands, only those under age have figures in their names.
const isUnderAge = (questions: Answers['questions']): boolean =>
  /\d/.test(String(questions['ageBand'])) ||
  questions['minorSuspected'] === 'yes' ||
  questions['targetIsMinor'] === 'yes';

/**
 * The lines to offer, the most fitting first, four at most; those for somebody under age come before those for the
 * person targeted, and these before those for everyone. The country's own hotline comes last.
 * @param country ISO 3166-1 alpha-2; where none of the wanted lines exists, all of the country's own are offered
 */
export function helpLines(
  { category, role, questions = {} }: HelpNeed,
  country?: string,
): readonly HelpResource[] {
  const [all, minor, target] = WANTED[CATEGORIES.findIndex(({ id }) => id === category)] ?? UNSURE;
  const isMinor = isUnderAge(questions);
  const isTarget = role === 'target' || questions['known'] === 'self' || questions['target'] === 'me';
  const wanted = new Set(`${isMinor ? minor : ''} ${isTarget ? target : ''} ${all}`.split(' '));
  const lines = linesOf(country).filter(({ id }) => id !== HOTLINE && !(isMinor && id === FOR_ADULTS));
  const fitting = [...wanted].flatMap((id) => lines.filter((line) => line.id === id));
  return [
    ...(fitting.length > 0 ? fitting : lines).slice(0, MAX_LINES),
    ...linesOf(country).filter(({ id }) => id === HOTLINE),
  ];
}
