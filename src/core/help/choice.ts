// Chooses the help lines to offer, by category and by the person who needs help, and puts an open line first.

import type { CategoryId } from '../report/categories.ts';
import type { AGE_BANDS } from '../report/vocabulary.ts';
import type { Answers } from '../draft/types.ts';
import { own } from '../own.ts';
import type { HelpResource, LineId } from './lines.ts';
import { isOpen } from './opening-hours.ts';

/** The person who needs help: the answers, or the part of them that is kept after sending. */
export interface HelpNeed {
  readonly category?: CategoryId | undefined;
  readonly role?: Answers['role'] | undefined;
  /** The valid answers (`givenAnswers`). */
  readonly questions?: Answers['questions'] | undefined;
}

/**
 * Identifiers of lines, the most fitting first: lines of France, then lines of other countries. Together, the lists of
 * one category name seven lines of one country at most, so that no answer pushes a line out.
 */
interface Wanted {
  /** For everyone. */
  readonly all: readonly LineId[];
  /** For somebody under age. */
  readonly minor: readonly LineId[];
  /** For the person targeted, and after blackmail: a parent can hand these on. */
  readonly target: readonly LineId[];
  /** For the person targeted, if that person is an adult: takes the place of a line that is for minors alone. */
  readonly adult?: readonly LineId[];
}

const WANTED: Readonly<Record<CategoryId, Wanted>> = {
  child_sexual_abuse: {
    all: ['3018', '119', 'child', 'missing', 'online'],
    minor: ['3018', '119', 'child', 'online'],
    target: ['3018', '119', 'takeitdown', 'stopncii', 'disrupt', '116006', 'child', 'victims'],
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
    target: ['116006', 'rape', 'victims'],
  },
  suicide_incitement: {
    all: ['3114', 'listen', '3018', 'youth', 'pharos', 'child'],
    minor: ['3114', 'listen', 'youth', '119', 'child'],
    target: ['3114', 'listen'],
  },
  sexual_harassment: {
    all: ['3018', '119', '3919', 'victims', 'child'],
    minor: ['3018', '119', 'takeitdown', 'child', 'online'],
    target: ['3018', '119', 'takeitdown', 'stopncii', 'police', '3919', 'disrupt', 'victims', 'online'],
    adult: ['116006'],
  },
  unsure: {
    all: ['3018', '119', '116006', 'child', 'victims', 'online'],
    minor: [],
    target: [],
  },
};

/** The country's own hotline: it takes reports, but offers no one to talk to. */
export const HOTLINE = 'hotline' satisfies LineId;

/** StopNCII, which is never offered to a minor: its makers send minors to Take It Down. */
const FOR_ADULTS: string = 'stopncii' satisfies LineId;

/** 119, for children in danger: no use to an adult who is the person concerned. */
const FOR_CHILDREN: string = '119' satisfies LineId;

/** Whether an age band is under age. An undisclosed age is not. */
const UNDER_AGE: Readonly<Record<(typeof AGE_BANDS)[number], boolean>> = {
  under_13: true,
  '13_14': true,
  '15_17': true,
  adult: false,
  prefer_not_to_say: false,
};

/** Whether an answer says that the person concerned is under age. */
export const isUnderAge = (questions: Answers['questions']): boolean =>
  UNDER_AGE[questions['ageBand'] as keyof typeof UNDER_AGE] ||
  ['underAge', 'minorSuspected', 'targetIsMinor'].some((id) => questions[id] === 'yes');

/** Whether the reporter is the person concerned. */
export const isTarget = ({ role, questions = own({}) }: HelpNeed): boolean =>
  role === 'target' ||
  questions['self'] === 'yes' ||
  questions['known'] === 'self' ||
  questions['target'] === 'me';

/** Whether the person concerned says to be an adult. */
export const isAdultTarget = (need: HelpNeed): boolean =>
  isTarget(need) &&
  (need.questions?.['ageBand'] === 'adult' || need.questions?.['underAge'] === 'no') &&
  !isUnderAge(need.questions);

/** Whether somebody answers at the line now; undefined if that is not known. */
export const answersNow = ({ number, hours, zone }: HelpResource, now: number): boolean | undefined =>
  number && hours ? hours === 'always' || isOpen(hours, now, zone) : undefined;

/** Lines that take reports, remove images or lead to the police: other aims than somebody to talk to (aims.ts). */
const NOT_TO_TALK: readonly string[] = [
  'takeitdown',
  'stopncii',
  'disrupt',
  'police',
  'cyber',
  'pharos',
  HOTLINE,
] satisfies readonly LineId[];

/** Whether somebody answers there who listens. */
export const isToTalk = ({ id }: HelpResource): boolean => !NOT_TO_TALK.includes(id);

/** Lines of which the first is closed, with the next open one before it. */
export function openFirst(lines: readonly HelpResource[], now: number): readonly HelpResource[] {
  const [first, ...others] = lines;
  const open = others.find((line) => answersNow(line, now));
  return first && open && answersNow(first, now) === false
    ? [open, first, ...others.filter((line) => line !== open)]
    : lines;
}

/**
 * The lines to offer, seven at most, the most fitting first: lines for minors, then for the person targeted, then for
 * everyone. An answer about age or role only adds lines, except those that it makes unfit. If the first line is closed,
 * an open one comes before it. The country's own hotline comes last.
 * @param lines lines of the reporter's country; if none with a number to call is wanted, all of them are offered
 * @param now in milliseconds since 1970
 */
export function helpLines(
  need: HelpNeed,
  lines: readonly HelpResource[],
  now: number,
): readonly HelpResource[] {
  const { category, questions = own<Answers['questions']>({}) } = own(need);
  // A form without a category offers the lines for `unsure`.
  const { all, minor, target, adult = [] } = WANTED[category ?? 'unsure'];
  const isMinor = isUnderAge(questions);
  const isAdult = isAdultTarget(need);
  const wanted = new Set<string>([
    ...(isMinor ? minor : []),
    ...(isTarget(need) || questions['blackmail'] === 'yes' ? target : []),
    ...all,
    ...(isAdult ? adult : []),
  ]);
  const isUnfit = (id: string): boolean =>
    id === HOTLINE || (isMinor && id === FOR_ADULTS) || (isAdult && id === FOR_CHILDREN);
  const offered = lines.filter(({ id }) => !isUnfit(id));
  const fitting = [...wanted].flatMap((id) => offered.filter((line) => line.id === id));
  const hasNumber = fitting.some(({ number }) => number);
  return [
    ...openFirst(hasNumber ? fitting : [...new Set([...fitting, ...offered])], now),
    ...lines.filter(({ id }) => id === HOTLINE),
  ];
}
