// What the answers of a draft must be like: the errors of each step, and the step that follows.

import { normaliseAddress, pageAddress, splitAddresses } from './address.ts';
import { CATEGORIES } from './categories.ts';
import {
  MAX_ADDRESSES,
  stepsOf,
  type Answers,
  type Draft,
  type DraftSettings,
  type StepId,
} from './draft.ts';

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

/** How many addresses were found in fields that held several; 0 where none did. */
export function splitCount(answers: Answers): number {
  const typed = answers.where === 'elsewhere' ? typedAddresses(answers) : [];
  return typed.some(({ isSplit }) => isSplit) ? typed.length : 0;
}

/** The address that « Sur cette page » stands for, without what would tell who looked at it. */
export const reportedPage = ({ pageUrl, location, canonical }: DraftSettings): string =>
  pageUrl ?? pageAddress(location, canonical);

/** Whether the role is asked: only where it changes what the hotline does. */
export const asksRole = ({ answers, settings }: Draft): boolean =>
  settings.fields.includes('role') &&
  CATEGORIES.some(({ id, asksRole: asks }) => id === answers.category && asks);

/** One address as it was given. */
export interface TypedAddress {
  readonly text: string;
  /** Index of the field that held it. */
  readonly index: number;
  /** Whether the field held others too. */
  readonly isSplit: boolean;
}

/** The addresses given, split and without the empty ones. */
export const typedAddresses = ({ addresses }: Answers): readonly TypedAddress[] =>
  addresses.flatMap((typed, index) =>
    splitAddresses(typed).map((text, _, pieces) => ({ text, index, isSplit: pieces.length > 1 })),
  );

const whereErrors = ({ answers, settings }: Draft): FieldError[] => {
  if (!answers.where) return [{ field: 'where', code: 'where' }];
  if (answers.where === 'none') {
    return answers.place.trim() ? [] : [{ field: 'place', code: 'place' }];
  }
  // A page that is not on the web has no address to report.
  if (answers.where === 'here') return reportedPage(settings) ? [] : [{ field: 'where', code: 'where' }];
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
  if (codePoints(answers.details.trim()) > MAX_DETAILS)
    errors.push({ field: 'details', code: 'details.long' });
  if (answers.reply === 'yes' && settings.fields.includes('reply')) {
    const email = answers.email.trim();
    if (!email) errors.push({ field: 'email', code: 'email.empty' });
    else if (!EMAIL.test(email) || codePoints(email) > MAX_EMAIL)
      errors.push({ field: 'email', code: 'email.format' });
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
