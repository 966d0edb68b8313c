// Finds where the reporter can correct a refused report: the step, and the answers to check.

import type { SubmitError } from '../client/errors.ts';
import type { Answers, StepId } from '../../core/draft/types.ts';
import type { ShownError } from './shown.ts';

/** The step to go back to, and the errors shown there. */
export interface Mending {
  readonly step: StepId;
  readonly errors: readonly ShownError[];
}

// Keyed by the first key of the pointer, in the order of the steps. An empty name: the second key names a question.
const FIELDS: Readonly<Record<string, string>> = {
  category: 'category',
  locations: 'where',
  details: '',
  personsConcerned: '',
  content: 'details',
  reporter: 'email',
  reportedAccounts: 'questions.accounts',
  priorReports: 'questions.priorReports',
};
/** The only reference that the form sends: that of the reporter's own file. */
const REFERENCE_FIELD = 'questions.ownReference';
const STEPS: Readonly<Record<string, StepId>> = { category: 'what', locations: 'where' };

/** The step that holds the first refused answer, with its errors; undefined if the failure concerns no answer. */
export function mendingOf(
  { code, pointers = [] }: SubmitError,
  { details, where }: Answers,
): Mending | undefined {
  if (code === 'too-large') {
    return details.trim() || where !== 'elsewhere'
      ? { step: 'details', errors: [{ field: 'details', code }] }
      : { step: 'where', errors: [{ field: 'addresses.0', code }] };
  }
  const refused = pointers.map(({ pointer }) => pointer.split('/'));
  const group = Object.keys(FIELDS).find((name) => refused.some(([, its]) => its === name));
  if (!group) return undefined;
  const fields = refused
    .filter(([, its]) => its === group)
    .map(([, , key]) => (key === 'references' && REFERENCE_FIELD) || FIELDS[group] || `questions.${key}`);
  return {
    step: STEPS[group] ?? 'details',
    errors: [...new Set(fields)].map((field) => ({ field, code: 'field' })),
  };
}
