// A report being written: the answers, the step, and the rules that lead from one step to the next. Pure: every
// function takes a draft and returns another one.

import { normaliseAddress, splitAddresses } from './address.ts';
import { CATEGORIES, type CategoryId } from './categories.ts';

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
  /** Address that « Sur cette page » stands for. */
  readonly pageAddress: string;
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

/** One answer that keeps a step from being left. Sentences for the codes stand in the locale files, as `err.<code>`. */
export interface FieldError {
  /** Name of the field: a key of the answers, or `addresses.<index>`. */
  readonly field: string;
  readonly code:
    | 'category'
    | 'where'
    | 'place'
    | 'url.empty'
    | 'url.data'
    | 'url.local'
    | 'url.long'
    | 'url.many'
    | 'details.long'
    | 'email.empty'
    | 'email.format';
}

/** Addresses that one report takes. */
export const MAX_ADDRESSES = 10;
/** Longest free text, in code points. */
export const MAX_DETAILS = 2000;
/** Longest description of a place without an address, in code points: the limit of an identifier on the wire. */
export const MAX_PLACE = 512;
/** Longest e-mail address, in code points. */
export const MAX_EMAIL = 254;

// Deliberately loose: a plausible address is never refused, only what could not be one.
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Length as people and the wire count it: an emoji is not two. */
export const codePoints = (text: string): number => [...text].length;

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

/** Whether the role is asked: only where it changes what the hotline does. */
export const asksRole = ({ answers, settings }: Draft): boolean =>
  settings.fields.includes('role') && CATEGORIES.some(({ id, asksRole: asks }) => id === answers.category && asks);

/** The addresses given, split and without the empty ones, each with the index of the field that held it. */
export function typedAddresses({ addresses }: Answers): readonly { readonly text: string; readonly index: number }[] {
  return addresses.flatMap((typed, index) =>
    splitAddresses(typed)
      .filter((text) => text.trim())
      .map((text) => ({ text, index })),
  );
}

const whereErrors = ({ answers }: Draft): FieldError[] => {
  if (!answers.where) return [{ field: 'where', code: 'where' }];
  if (answers.where === 'none') {
    return answers.place.trim() ? [] : [{ field: 'place', code: 'place' }];
  }
  if (answers.where === 'here') return [];
  const typed = typedAddresses(answers);
  if (typed.length === 0) return [{ field: 'addresses.0', code: 'url.empty' }];
  if (typed.length > MAX_ADDRESSES) return [{ field: 'addresses.0', code: 'url.many' }];
  return typed.flatMap(({ text, index }) => {
    const result = normaliseAddress(text);
    return result.kind === 'refused' ? [{ field: `addresses.${index}`, code: result.code }] : [];
  });
};

const detailsErrors = ({ answers, settings }: Draft): FieldError[] => {
  const errors: FieldError[] = [];
  if (codePoints(answers.details.trim()) > MAX_DETAILS) errors.push({ field: 'details', code: 'details.long' });
  if (answers.reply === 'yes' && settings.fields.includes('reply')) {
    const email = answers.email.trim();
    if (!email) errors.push({ field: 'email', code: 'email.empty' });
    else if (!EMAIL.test(email) || codePoints(email) > MAX_EMAIL) errors.push({ field: 'email', code: 'email.format' });
  }
  return errors;
};

/** What keeps this step from being left, in the order of the fields on screen; nothing for the check step. */
export function errorsOf(draft: Draft, step: StepId = draft.step): readonly FieldError[] {
  if (step === 'what') return draft.answers.category ? [] : [{ field: 'category', code: 'category' }];
  if (step === 'where') return whereErrors(draft);
  return step === 'details' ? detailsErrors(draft) : [];
}

/** The draft at its next step, or as it is where an answer is missing (`errorsOf` says which). */
export function advance(draft: Draft): Draft {
  if (errorsOf(draft).length > 0) return draft;
  const steps = stepsOf(draft);
  // After « Modifier » the reporter goes back to the review, unless the change made an earlier answer incomplete.
  const next = draft.isRevising
    ? (steps.find((step) => errorsOf(draft, step).length > 0) ?? 'check')
    : steps[steps.indexOf(draft.step) + 1];
  return { ...draft, step: next ?? draft.step, isRevising: draft.isRevising && next !== 'check' };
}

/** The draft at its previous step; from a step reached by « Modifier », that is the review. */
export function goBack(draft: Draft): Draft {
  const steps = stepsOf(draft);
  const step = draft.isRevising ? 'check' : (steps[steps.indexOf(draft.step) - 1] ?? draft.step);
  return { ...draft, step, isRevising: false };
}

/** The draft at one of its earlier steps, to change an answer. */
export const revise = (draft: Draft, step: StepId): Draft => ({ ...draft, step, isRevising: step !== 'check' });
