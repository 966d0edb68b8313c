// Moves of a draft between its steps: forward, back, and to one answer.

import { stepsOf } from './draft.ts';
import { errorsOf } from './errors.ts';
import { keepApplicable } from './given-answers.ts';
import type { Draft, StepId } from './types.ts';

/**
 * The draft at its next step, or unchanged if an answer is missing (`errorsOf` says which). Answers to questions that
 * are no longer asked, because another category or kind was chosen, are dropped.
 */
export function advance(answered: Draft): Draft {
  if (errorsOf(answered).length > 0) return answered;
  const draft = keepApplicable(answered);
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
export const revise = (draft: Draft, step: StepId): Draft => ({
  ...draft,
  step: stepsOf(draft).includes(step) ? step : 'page',
  isRevising: step !== 'check',
});
