// The rules for the answers of a draft: the errors of each step.

import { addressErrors } from './addresses.ts';
import { questionErrors } from './given-answers.ts';
import type { Draft, FieldError, StepId } from './types.ts';
import { placeWithoutAddress } from './places.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { codePoints } from '../report/storable-text.ts';

/** Longest free text, in code points. */
export const MAX_DETAILS = TEXT_LIMITS.description;
/** Longest e-mail address, in code points. */
export const MAX_EMAIL = TEXT_LIMITS.email;

// Deliberately loose: a plausible address is never refused, only what could not be one.
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function whereErrors(draft: Draft): FieldError[] {
  const { where, page } = draft.answers;
  if (where === 'none') return placeWithoutAddress(draft) ? [] : [{ field: 'service', code: 'place' }];
  if (where !== 'elsewhere')
    // A page that is not on the web has no address to report.
    return where && page ? [] : [{ field: 'where', code: 'where' }];
  return addressErrors(draft);
}

function detailsErrors(draft: Draft): FieldError[] {
  const { answers, settings } = draft;
  const errors = questionErrors(draft);
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

/** The errors that prevent this step from being left, in the order of the fields on screen; none for the check step. */
export function errorsOf(draft: Draft, step: StepId = draft.step): readonly FieldError[] {
  if (step === 'what') return draft.answers.category ? [] : [{ field: 'category', code: 'category' }];
  if (step === 'where') return whereErrors(draft);
  if (step === 'page')
    return (['what', 'where', 'details'] as const).flatMap((part) => errorsOf(draft, part));
  return step === 'details' ? detailsErrors(draft) : [];
}
