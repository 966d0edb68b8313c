// The victim's door: the answers of somebody who is threatened with intimate images.

import { own } from '../own.ts';
import type { CategoryId } from '../report/categories.ts';
import type { Answers } from './types.ts';

/**
 * The first box of the kinds, if the category knows blackmail. It is no kind of the report: it answers the question
 * `blackmail`, because receivers of 1.0 refuse kinds that they do not know.
 */
export const BLACKMAIL_BOX = 'blackmail';

const CATEGORY: CategoryId = 'sexual_harassment';

/** The answers with those that the door gives. The reporter can change each of them. */
export const threatened = ({ questions }: Answers): Pick<Answers, 'category' | 'questions'> => ({
  category: CATEGORY,
  questions: own({
    ...questions,
    self: 'yes',
    kinds: [...new Set([BLACKMAIL_BOX, ...(questions['kinds'] ?? [])])],
  }),
});

/** Whether the answers are those of the door. */
export const isThreatened = ({ category, questions: { kinds = [] } }: Answers): boolean =>
  category === CATEGORY && kinds.includes(BLACKMAIL_BOX);
