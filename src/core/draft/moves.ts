// Moves of a draft between its steps: forward, back, and to one answer.

import { screensOf, stepsOf } from './draft.ts';
import { errorsOf } from './errors.ts';
import { keepApplicable } from './given-answers.ts';
import type { Draft, StepId } from './types.ts';

/**
 * The draft at its next step, or unchanged if an answer is missing (`errorsOf` says which). Answers to questions that
 * are no longer asked, because another category or kind was chosen, are dropped.
 */
export function advance(answered: Draft): Draft {
  if (errorsOf(answered).length > 0) return answered;
  // What is no longer asked is dropped on both sides: the form drops it, not the reporter.
  const { answers: filledIn } = keepApplicable({ ...answered, answers: answered.filledIn });
  const draft = { ...keepApplicable(answered), filledIn };
  const steps = stepsOf(draft);
  // The details and « Modifier » lead back to the review. A change may have made an earlier answer incomplete.
  const wanted = draft.reviewed ? 'check' : (steps[steps.indexOf(draft.step) + 1] ?? draft.step);
  if (wanted !== 'check') return { ...draft, step: wanted };
  const faulty = screensOf(draft).find((step) => errorsOf(draft, step).length > 0);
  return faulty
    ? { ...draft, step: faulty, reviewed: draft.reviewed ?? draft.answers }
    : { ...draft, step: 'check', reviewed: undefined };
}

/** The draft at its previous step; from a step reached by « Modifier », that is the review. */
export function goBack(draft: Draft): Draft {
  const steps = stepsOf(draft);
  const step = draft.reviewed ? 'check' : (steps[steps.indexOf(draft.step) - 1] ?? draft.step);
  return { ...draft, step, reviewed: undefined };
}

/** The draft at one of its earlier steps, or at the details, to change an answer. */
export const revise = (draft: Draft, step: StepId): Draft => ({
  ...draft,
  step: draft.settings.flow === 'page' ? 'page' : step,
  reviewed: step === 'check' ? undefined : draft.answers,
});
