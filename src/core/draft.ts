// A report being written: the answers and the step. Pure: every function takes a draft and returns another one.
// What an answer must be like, and so when a step may be left, is in draft-rules.ts, which weighs more.

import type { CategoryId } from './categories.ts';

/** The steps, in order: what was seen, where it is, what one wants to add, and a last look before sending. */
export type StepId = 'what' | 'where' | 'details' | 'check';

/** Parts of the details step that a hotline can leave out. */
export type DetailsField = 'role' | 'details' | 'reply';

/** In what capacity the reporter writes; `none` is « Je préfère ne pas répondre ». */
export type Role = 'witness' | 'target' | 'other' | 'none';

/** Everything the reporter has answered so far, as it was typed. Lives in memory only. */
export interface Answers {
  readonly category?: CategoryId;
  /** On the page that carries the form, somewhere else, or nowhere that has an address. */
  readonly where?: 'here' | 'elsewhere' | 'none';
  /** Addresses as typed, one a field; a field may hold several, which are split. */
  readonly addresses: readonly string[];
  /** In words, where there is no address. */
  readonly place: string;
  /** Whether an account is needed to see the content. */
  readonly login: boolean;
  readonly role?: Role;
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
}

/** A report being written. */
export interface Draft {
  readonly settings: DraftSettings;
  readonly answers: Answers;
  readonly step: StepId;
  /** Whether « Continuer » leads back to the check step, because « Modifier » led here. */
  readonly isRevising: boolean;
  /** Whether the page, not the reporter, gave an address or a category. */
  readonly isPrefilled: boolean;
}

/** Answers that the page gives in advance; the reporter sees them and can change them. */
export interface Prefill {
  readonly category?: CategoryId;
  readonly url?: string;
}

/** Addresses that one report takes. */
export const MAX_ADDRESSES = 10;

const emptyAnswers: Answers = { addresses: [''], place: '', login: false, details: '', email: '' };

/** A new draft at its first step. */
export function createDraft(settings: DraftSettings, prefill: Prefill = {}): Draft {
  const isPrefilled = Boolean(prefill.url || prefill.category);
  const answers: Answers = {
    ...emptyAnswers,
    ...(prefill.category && { category: prefill.category }),
    ...(prefill.url && { where: 'elsewhere', addresses: [prefill.url] }),
    ...(!prefill.url && settings.pageContext === 'here' && { where: 'here' }),
  };
  return { settings, answers, step: 'what', isRevising: false, isPrefilled };
}

/** The steps of this draft. */
export function stepsOf({ settings }: Draft): readonly StepId[] {
  return settings.fields.length > 0 ? ['what', 'where', 'details', 'check'] : ['what', 'where', 'check'];
}

/** Whether the reporter has given anything that closing would lose. */
export function hasAnswers({ answers, settings, isPrefilled }: Draft): boolean {
  const untouched = createDraft(settings).answers;
  const given = (Object.keys(answers) as (keyof Answers)[]).filter(
    (name) => JSON.stringify(answers[name]) !== JSON.stringify(untouched[name]),
  );
  // What the page filled in is not lost by closing: it will fill it in again.
  return given.some((name) => !(isPrefilled && ['category', 'where', 'addresses'].includes(name)));
}

/** The draft with some answers changed. */
export const answer = (draft: Draft, changes: Partial<Answers>): Draft => ({
  ...draft,
  answers: { ...draft.answers, ...changes },
});

/** The draft at its previous step; from a step reached by « Modifier », that is the review. */
export function goBack(draft: Draft): Draft {
  const steps = stepsOf(draft);
  const step = draft.isRevising ? 'check' : (steps[steps.indexOf(draft.step) - 1] ?? draft.step);
  return { ...draft, step, isRevising: false };
}

/** The draft at one of its earlier steps, to change an answer. */
export const revise = (draft: Draft, step: StepId): Draft => ({
  ...draft,
  step,
  isRevising: step !== 'check',
});
