// The answers to a question that is asked of everybody: apart from the other lists, because the form needs it sooner.

/** Answers to a question that may stay open; what was not asked or not known is `unknown`, never `no`. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
