// Moves of a draft to an earlier step. The way forward is in errors.ts.

import { stepsOf } from './draft.ts';
import type { Draft, StepId } from './types.ts';

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
