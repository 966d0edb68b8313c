// « Chantage » among the kinds. Apart from questions.ts, because step 1 loads it and not the questions.

/**
 * The first box of the kinds, if the category knows blackmail. It is no kind of the report: it answers the question
 * `blackmail`.
 */
export const BLACKMAIL_BOX = 'blackmail';
