// A report being written: the answers and the step. Pure: every function takes a draft and returns another one.
// What an answer must be like, and so when a step may be left, is in draft-rules.ts, which weighs more.

import type { CategoryId } from './categories.ts';
import type { Elsewhere } from './draft-elsewhere.ts';
import type { Further } from './draft-further.ts';
import { pageAddress } from './page-address.ts';
import type { PlaceId } from './places.ts';

/**
 * The steps, in order: what was seen, where it is, what one wants to add, and a last look before sending.
 * `page` stands for the first three at once, for those who report often.
 */
export type StepId = 'what' | 'where' | 'details' | 'page' | 'check';

/** Parts of the details step that a hotline can leave out. */
export type DetailsField = 'questions' | 'role' | 'details' | 'reply';

/** In what capacity the reporter writes; `none` is « Je préfère ne pas répondre ». The last two: on one page only. */
export type Role = 'witness' | 'target' | 'other' | 'none' | 'child_protection' | 'professional';

/** Answer to a question of the details step: one choice or a text, or several choices. */
export type QuestionAnswer = string | readonly string[];

/** Everything the reporter has answered so far, as it was typed. Lives in memory only. */
export interface Answers {
  readonly category?: CategoryId;
  /** On the page that carries the form, somewhere else, or nowhere that has an address. */
  readonly where?: 'here' | 'elsewhere' | 'none';
  /**
   * The address that « Sur cette page » stood for when it was chosen, as the choice showed it: what the page says of
   * itself afterwards does not change it.
   */
  readonly page?: string;
  /** Addresses as typed, one a field; a field may hold several, which are split. */
  readonly addresses: readonly string[];
  /** Texts about which something was remarked: it is said once, and never keeps a step from being left again. */
  readonly remarked: readonly string[];
  /** Whose user name and password stood in an address: published with it, or the reporter's own. */
  readonly credentials?: 'published' | 'own';
  /** Site, application or game; asked for a place without an address and for a name typed in place of one. */
  readonly service: string;
  /** Kind of place, where there is no address. */
  readonly placeKind?: PlaceId;
  /** What finds the content in such a place, as typed, by type of identifier. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** In words, where there is no address. */
  readonly place: string;
  /** Whether an account is needed to see the content. */
  readonly login: boolean;
  readonly role?: Role;
  /** Answers to the questions of the category and to those of every category, by question (questions.ts). */
  readonly questions: Readonly<Record<string, QuestionAnswer>>;
  readonly details: string;
  readonly reply?: 'no' | 'yes';
  readonly email: string;
}

/** What the page decides about a draft. */
export interface DraftSettings {
  /** Address of the page that carries the form. */
  readonly location: string;
  /** The address that this page calls its own, where it does. */
  readonly canonical?: string | undefined;
  /** Address that « Sur cette page » stands for, where the page says so; otherwise it is found from the two above. */
  readonly pageUrl?: string | undefined;
  /** Whether « Sur cette page » is offered, or is already the answer, or is not. */
  readonly pageContext: 'ask' | 'here' | 'elsewhere';
  /** Parts of the details step; with none of them the step falls away. */
  readonly fields: readonly DetailsField[];
  /** One question a screen, as where it is absent, or the first three steps on one page. */
  readonly flow?: 'steps' | 'page';
}

/** A report being written. */
export interface Draft {
  readonly settings: DraftSettings;
  readonly answers: Answers;
  readonly step: StepId;
  /** Whether « Continuer » leads back to the check step, because « Modifier » led here. */
  readonly isRevising: boolean;
  /** The answers as the page filled them in: the very same object as `answers` until somebody answers. */
  readonly filledIn: Answers;
  /** Whether the page, not the reporter, gave an address or a category. */
  readonly isPrefilled: boolean;
  /** The page that « Sur cette page » was answered on, where the form has since moved to another one: still offered. */
  readonly earlierPage?: string | undefined;
  /** The rules of what only few open, from the first answer that is given once they are there: none needs them before. */
  readonly further?: Further | null | undefined;
  /** What reads typed addresses, once somebody has chosen to type one. */
  readonly elsewhere?: Elsewhere | null | undefined;
}

/** Answers that the page gives in advance; the reporter sees them and can change them. */
export interface Prefill {
  readonly category?: CategoryId;
  readonly url?: string;
}

/** Addresses that one report takes. */
export const MAX_ADDRESSES = 10;

const emptyAnswers: Answers = {
  addresses: [''],
  remarked: [],
  service: '',
  identifiers: {},
  place: '',
  login: false,
  questions: {},
  details: '',
  email: '',
};

/** The address that « Sur cette page » stands for, without what would tell who looked at it; empty where it has none. */
export const reportedPage = ({ pageContext, pageUrl, location, canonical }: DraftSettings): string =>
  pageContext === 'elsewhere' ? '' : pageAddress(pageUrl ?? location, pageUrl ? undefined : canonical);

/** A new draft at its first step. */
export function createDraft(settings: DraftSettings, prefill: Prefill = {}): Draft {
  const isPrefilled = Boolean(prefill.url || prefill.category);
  const { pageContext, pageUrl, canonical, location } = settings;
  // An opener beside the page's own title gives the page itself.
  const isThisPage = prefill.url
    ? pageContext !== 'elsewhere' && [pageUrl, canonical, location].includes(prefill.url)
    : pageContext === 'here';
  const answers: Answers = {
    ...emptyAnswers,
    ...(prefill.category && { category: prefill.category }),
    ...(isThisPage
      ? { where: 'here', page: reportedPage(settings) }
      : prefill.url && { where: 'elsewhere', addresses: [prefill.url] }),
  };
  return { settings, answers, filledIn: answers, step: firstStep(settings), isRevising: false, isPrefilled };
}

const firstStep = ({ flow }: DraftSettings): StepId => (flow === 'page' ? 'page' : 'what');

/** The steps of this draft. */
export function stepsOf({ settings }: Draft): readonly StepId[] {
  if (settings.flow === 'page') return ['page', 'check'];
  return settings.fields.length > 0 ? ['what', 'where', 'details', 'check'] : ['what', 'where', 'check'];
}

/** Whether the reporter has given anything that closing would lose. */
export function hasAnswers({ answers, settings, isPrefilled }: Draft): boolean {
  const untouched = createDraft(settings).answers;
  // The page is no answer of its own: it goes with « Sur cette page ».
  const given = (Object.keys(answers) as (keyof Answers)[]).filter(
    (name) => name !== 'page' && !isSame(answers[name], untouched[name]),
  );
  // What the page filled in is not lost by closing: it will fill it in again.
  return given.some((name) => !(isPrefilled && ['category', 'where', 'addresses'].includes(name)));
}

/** Texts as they are, asked at every key, and only what is made of parts in writing. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

/** The draft with some answers changed; « Sur cette page » is answered with the page's address of this moment. */
export const answer = (draft: Draft, changes: Partial<Answers>): Draft => ({
  ...draft,
  answers: {
    ...draft.answers,
    ...(changes.where === 'here' && { page: reportedPage(draft.settings) }),
    ...changes,
  },
});

/**
 * The draft on a page that has changed, or on another one. What was answered stands, and so do the page's own answers
 * once its first step was left.
 */
export function withSettings(draft: Draft, settings: DraftSettings, prefill: Prefill): Draft {
  const [first] = stepsOf(draft);
  if (draft.step === first && draft.answers === draft.filledIn) return createDraft(settings, prefill);
  const { where, page } = draft.answers;
  const changed: Draft = {
    ...draft,
    settings,
    earlierPage: where === 'here' && page !== reportedPage(settings) ? page : draft.earlierPage,
  };
  const steps = stepsOf(changed);
  return { ...changed, step: steps.find((step) => step === draft.step) ?? firstStep(settings) };
}

/** The draft at its previous step; from a step reached by « Modifier », that is the review. */
export function goBack(draft: Draft): Draft {
  const steps = stepsOf(draft);
  const step = draft.isRevising ? 'check' : (steps[steps.indexOf(draft.step) - 1] ?? draft.step);
  return { ...draft, step, isRevising: false };
}

/** The draft at one of its earlier steps, to change an answer. */
export const revise = (draft: Draft, step: StepId): Draft => ({
  ...draft,
  step: stepsOf(draft).includes(step) ? step : 'page',
  isRevising: step !== 'check',
});
