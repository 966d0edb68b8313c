// The closed lists of the report 1.0 for the `details` of a single category, as data without zod.

export { KINDS, MAX_KINDS } from './kinds.ts';

/** Grounds of hatred (`details.grounds`). */
export const HATE_GROUNDS = [
  'origin',
  'skin_colour',
  'ethnicity_or_nation',
  'religion',
  'sex',
  'sexual_orientation',
  'gender_identity',
  'disability',
  'other',
  'unknown',
] as const;

/** Targets of hatred (`details.aimedAt`). */
export const HATE_AIMS = ['person', 'group', 'both', 'unknown'] as const;

/** Barriers between minors and shocking content (`details.ageCheck`). */
export const AGE_CHECKS = ['none', 'click_only', 'real_check', 'unknown'] as const;

/** Targets of harassment (`details.target`). */
export const HARASSMENT_TARGETS = [
  'me',
  'my_child',
  'someone_i_know',
  'someone_else',
  'group',
  'prefer_not_to_say',
] as const;
