// A report being written: the answers and the step. Pure: every function takes a draft and returns another one.
// The rules for answers, and so for leaving a step, are in errors.ts.

import { namedPage } from '../address/named-page.ts';
import { own } from '../own.ts';
import { threatened } from './threatened.ts';
import type { Answers, Draft, DraftSettings, Prefill, StepId } from './types.ts';

const emptyAnswers: Answers = {
  category: undefined,
  where: undefined,
  page: undefined,
  credentials: undefined,
  session: undefined,
  placeKind: undefined,
  role: undefined,
  reply: undefined,
  addresses: [''],
  remarked: [],
  service: '',
  identifiers: own({}),
  place: '',
  login: false,
  questions: own({}),
  details: '',
  email: '',
};

/** The page that « Sur cette page » stands for, as it names itself; empty if it has no address. */
export const pageOf = ({ pageContext, pageUrl, location, canonical }: DraftSettings): string =>
  pageContext === 'elsewhere' ? '' : namedPage(pageUrl ?? location, pageUrl ? undefined : canonical);

/** A new draft at its first step. */
export function createDraft(settings: DraftSettings, given: Prefill = {}): Draft {
  const prefill = own(given);
  const isPrefilled = Boolean(prefill.url || prefill.category || prefill.isThreatened);
  const { pageContext, pageUrl, canonical, location } = settings;
  // An opener next to the page's own title passes the page itself.
  const isThisPage = prefill.url
    ? pageContext !== 'elsewhere' && [pageUrl, canonical, location].includes(prefill.url)
    : pageContext === 'here';
  const answers: Answers = {
    ...emptyAnswers,
    // Frequent reporters have a link.
    ...(settings.flow === 'page' && { where: 'elsewhere', role: prefill.role }),
    ...(prefill.category && { category: prefill.category }),
    ...(prefill.isThreatened && threatened({ settings, answers: emptyAnswers })),
    ...(isThisPage
      ? { where: 'here', page: pageOf(settings) }
      : prefill.url && { where: 'elsewhere', addresses: [prefill.url] }),
  };
  return {
    settings,
    answers,
    filledIn: answers,
    step: firstStep(settings),
    reviewed: undefined,
    isPrefilled,
    earlierPage: undefined,
  };
}

const firstStep = ({ flow }: DraftSettings): StepId => (flow === 'page' ? 'page' : 'what');

/** The steps of this draft, in order. The optional details are none of them: they open from the review. */
export const stepsOf = ({ settings }: Draft): readonly StepId[] =>
  settings.flow === 'page' ? ['page', 'check'] : ['what', 'where', 'check'];

/** The screens of this draft: its steps, then the optional details, if the review offers any. */
export const screensOf = (draft: Draft): readonly StepId[] =>
  hasDetails(draft) ? [...stepsOf(draft), 'details'] : stepsOf(draft);

/** The number of the present step, from 1. The optional details belong to the review. */
export const stepNumber = (draft: Draft): number =>
  stepsOf(draft).indexOf(draft.step === 'details' ? 'check' : draft.step) + 1;

/** Whether the review offers further details, on a screen of their own. */
export const hasDetails = ({ settings }: Draft): boolean =>
  settings.flow !== 'page' && settings.fields.length > 0;

/** Whether closing would lose an answer of the reporter: one that is not as it was filled in. */
export const hasAnswers = ({ answers, filledIn }: Draft): boolean =>
  (Object.keys(answers) as (keyof Answers)[]).some((name) => !isSame(answers[name], filledIn[name]));

/** Compares texts directly, because it runs at every keystroke. Only objects and lists are serialised. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && filledParts(one) === filledParts(other));

/** The parts of a list or an object, without the empty ones: a field that was emptied is as before. */
const filledParts = (given: unknown): string =>
  JSON.stringify(Object.entries(given as Answers['questions']).filter(([, part]) => part.length > 0));

/** The draft as the reporter sends it: every answer is theirs now, also those that the page filled in. */
export const confirmAnswers = (draft: Draft): Draft => ({ ...draft, filledIn: emptyAnswers });

/** The draft with some answers changed; « Sur cette page » stores the page's current address. */
export function answer(draft: Draft, changes: Partial<Answers>): Draft {
  const { where } = own(changes);
  return {
    ...draft,
    answers: {
      ...draft.answers,
      ...(where && { page: where === 'here' ? pageOf(draft.settings) : undefined }),
      ...changes,
    },
  };
}

/**
 * The draft on a page that has changed, or on another page. The reporter's answers are kept. The page's own answers are
 * kept too, once the first step is left.
 */
export function withSettings(draft: Draft, settings: DraftSettings, prefill: Prefill): Draft {
  const [first] = stepsOf(draft);
  if (draft.step === first && draft.answers === draft.filledIn) return createDraft(settings, prefill);
  const { where, page } = draft.answers;
  const changed: Draft = {
    ...draft,
    settings,
    earlierPage: where === 'here' && page !== pageOf(settings) ? page : draft.earlierPage,
  };
  return { ...changed, step: screensOf(changed).find((step) => step === draft.step) ?? firstStep(settings) };
}
