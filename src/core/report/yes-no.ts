// The answers to a yes-or-no question. This list has its own file because the form needs it before the other lists.

/** Answers to a question that may stay open. If it was not asked, or the answer is not known: `unknown`, never `no`. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
