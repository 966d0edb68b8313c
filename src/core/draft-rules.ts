// What the answers of a draft must be like: the errors of each step, and the step that follows.

import { CATEGORIES, type CategoryId } from './categories.ts';
import { stepsOf, type Draft, type Role, type StepId } from './draft.ts';
import { placeWithoutAddress } from './draft-where.ts';
import { TEXT_LIMITS } from './limits.ts';
import { codePoints } from './storable-text.ts';

export { remarksOf, withoutIdentities, type Remark } from './draft-remarks.ts';

/** One answer that keeps a step from being left. Sentences for the codes stand in the locale files, as `err.<code>`. */
export interface FieldError {
  /** Name of the field: a key of the answers, `addresses.<index>` or `questions.<id>`. */
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
    | 'questions.long'
    | 'accounts.many'
    | 'email.empty'
    | 'email.format';
}

/** Longest free text, in code points. */
export const MAX_DETAILS = TEXT_LIMITS.description;
/** Longest e-mail address, in code points. */
export const MAX_EMAIL = TEXT_LIMITS.email;

// Deliberately loose: a plausible address is never refused, only what could not be one.
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether the role is asked: where it changes what the hotline does, and of those who report often. */
export const asksRole = ({ answers, settings }: Draft): boolean =>
  settings.fields.includes('role') &&
  (settings.flow === 'page' || CATEGORIES.some(({ id, asksRole: asks }) => id === answers.category && asks));

/** The answer « C’est moi » to a question, by category. It says the same as the role « je suis la personne visée ». */
export const SELF_ANSWERS: Readonly<
  Partial<Record<CategoryId, { readonly id: string; readonly value: string }>>
> = {
  child_sexual_abuse: { id: 'known', value: 'self' },
  sexual_harassment: { id: 'target', value: 'me' },
};

/** Whether the role need not be asked, because « C’est moi » has said it. */
export function isRoleImplied({ answers: { category, role, questions }, settings }: Draft): boolean {
  const self = category && SELF_ANSWERS[category];
  return (
    !!self && role === undefined && settings.fields.includes('questions') && questions[self.id] === self.value
  );
}

/** In what capacity the reporter writes: as chosen, or as « C’est moi » has said; undefined where neither was answered. */
export const roleOf = (draft: Draft): Role | undefined =>
  asksRole(draft) ? (isRoleImplied(draft) ? 'target' : draft.answers.role) : undefined;

function whereErrors(draft: Draft): FieldError[] {
  const { where, page } = draft.answers;
  if (where === 'none') return placeWithoutAddress(draft) ? [] : [{ field: 'place', code: 'place' }];
  if (where !== 'elsewhere')
    // A page that is not on the web has no address to report.
    return where && page ? [] : [{ field: 'where', code: 'where' }];
  // Whoever leads a draft past this step has fetched what reads addresses; without it none has been read.
  return draft.elsewhere?.addressErrors(draft) ?? [{ field: 'addresses.0', code: 'url.empty' }];
}

function detailsErrors(draft: Draft): FieldError[] {
  const { answers, settings, further } = draft;
  const errors = further?.questionErrors(draft) ?? [];
  if (settings.fields.includes('details') && codePoints(answers.details.trim()) > MAX_DETAILS)
    errors.push({ field: 'details', code: 'details.long' });
  if (answers.reply === 'yes' && settings.fields.includes('reply')) {
    const email = answers.email.trim();
    if (!email) errors.push({ field: 'email', code: 'email.empty' });
    else if (!EMAIL.test(email) || codePoints(email) > MAX_EMAIL)
      errors.push({ field: 'email', code: 'email.format' });
  }
  return errors;
}

/** What keeps this step from being left, in the order of the fields on screen; nothing for the check step. */
export function errorsOf(draft: Draft, step: StepId = draft.step): readonly FieldError[] {
  if (step === 'what') return draft.answers.category ? [] : [{ field: 'category', code: 'category' }];
  if (step === 'where') return whereErrors(draft);
  if (step === 'page')
    return (['what', 'where', 'details'] as const).flatMap((part) => errorsOf(draft, part));
  return step === 'details' ? detailsErrors(draft) : [];
}

/**
 * The draft at its next step, or as it is where an answer is missing (`errorsOf` says which). Answers to questions that
 * are not asked any more, because another category or kind was chosen, are dropped on the way.
 */
export function advance(answered: Draft): Draft {
  if (errorsOf(answered).length > 0) return answered;
  const draft = answered.further?.keepApplicable(answered) ?? answered;
  const steps = stepsOf(draft);
  // After « Modifier » the reporter goes back to the review, unless the change made an earlier answer incomplete.
  const next = draft.isRevising
    ? (steps.find((step) => errorsOf(draft, step).length > 0) ?? 'check')
    : steps[steps.indexOf(draft.step) + 1];
  return { ...draft, step: next ?? draft.step, isRevising: draft.isRevising && next !== 'check' };
}
