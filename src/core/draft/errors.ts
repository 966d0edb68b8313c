// The rules for the answers of a draft: the errors of each step.

import { addressErrors } from './addresses.ts';
import { questionErrors } from './given-answers.ts';
import { partsOf } from './parts.ts';
import type { Draft, FieldError, StepId } from './types.ts';
import { placeWithoutAddress } from './places.ts';
import { own } from '../own.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { codePoints } from '../report/storable-text.ts';

// Deliberately loose: a plausible address is never refused, only what could not be one.
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function whereErrors(draft: Draft): FieldError[] {
  const { where, page } = draft.answers;
  if (where === 'none') return placeWithoutAddress(draft) ? [] : [{ field: 'service', code: 'place' }];
  if (where !== 'elsewhere')
    // A page that is not on the web has no address to report.
    return where && page ? [] : [{ field: 'where', code: 'where' }];
  const errors = addressErrors(draft);
  return errors.length > 0 ? errors : linkErrors(draft);
}

/** Links that do not fit into the reports of a draft: the last ones. */
function linkErrors(draft: Draft): FieldError[] {
  const { reports = 1 } = own(draft.settings);
  const parts = partsOf(draft);
  const { links } = parts[reports - 1] ?? parts[0];
  const further = parts[reports];
  if (further && further.links !== links) return [{ field: 'addresses.0', code: 'url.many', n: links.end }];
  return parts.some(({ isTooLong }) => isTooLong) ? [{ field: 'addresses.0', code: 'too-large' }] : [];
}

/** Whether all that was answered fits into the reports of a draft. */
function fits(draft: Draft): boolean {
  const { reports = 1 } = own(draft.settings);
  const parts = partsOf(draft);
  return parts.length <= reports && !parts.some(({ isTooLong }) => isTooLong);
}

function detailsErrors(draft: Draft): FieldError[] {
  const { answers, settings } = draft;
  const errors = questionErrors(draft);
  if (settings.fields.includes('details') && codePoints(answers.details.trim()) > TEXT_LIMITS.description)
    errors.push({ field: 'details', code: 'details.long' });
  if (answers.reply === 'yes' && settings.fields.includes('reply')) {
    const email = answers.email.trim();
    if (!email) errors.push({ field: 'email', code: 'email.empty' });
    else if (!EMAIL.test(email) || codePoints(email) > TEXT_LIMITS.email)
      errors.push({ field: 'email', code: 'email.format' });
  }
  return errors;
}

/** The errors that prevent this step from being left, in the order of the fields on screen; none for the check step. */
export function errorsOf(draft: Draft, step: StepId = draft.step): readonly FieldError[] {
  if (step === 'what') return draft.answers.category ? [] : [{ field: 'category', code: 'category' }];
  if (step === 'where') return whereErrors(draft);
  if (step === 'check') return [];
  const errors = [
    ...(step === 'page' ? [...errorsOf(draft, 'what'), ...errorsOf(draft, 'where')] : []),
    ...detailsErrors(draft),
  ];
  return errors.length > 0 || fits(draft) ? errors : [{ field: 'details', code: 'too-large' }];
}
