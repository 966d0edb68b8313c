// The victim's door: the answers of somebody who is threatened with intimate images.

import { own } from '../own.ts';
import type { CategoryId } from '../report/categories.ts';
import { BLACKMAIL_BOX } from './blackmail-box.ts';
import { isProfessional } from './professional.ts';
import type { Answers, Draft } from './types.ts';

const CATEGORY: CategoryId = 'sexual_harassment';

/** The answers that the door gives; others stay. The reporter can change each of them. */
export const threatened = ({
  settings: { flow },
  answers: { questions },
}: Pick<Draft, 'settings' | 'answers'>): Partial<Answers> => ({
  category: CATEGORY,
  // The one-page form asks for the role, where the others ask whether it happens to the reporter.
  ...(flow === 'page' && { role: 'target' }),
  questions: own({
    ...questions,
    self: 'yes',
    kinds: [...new Set([BLACKMAIL_BOX, ...(questions['kinds'] ?? [])])],
  }),
});

/** Whether the reporter is threatened: « Chantage » is ticked, and it does not happen to somebody else. */
export const isThreatened = ({ category, role, questions: { kinds = [], self } }: Answers): boolean =>
  category === CATEGORY && kinds.includes(BLACKMAIL_BOX) && self !== 'no' && !isProfessional(role);
