// What to keep first as proof, by category: the screen too, but only where such a copy is lawful. In doubt, it is link,
// account and date. Sources: aims-sources.ts.

import type { CategoryId } from '../report/categories.ts';
import { own } from '../own.ts';
import { type HelpNeed, isAdultTarget, isUnderAge } from './choice.ts';

/** Link, account and date, or these and a screenshot. */
export type Proof = 'facts' | 'screen';

const PROOFS: Readonly<Record<CategoryId, Proof | 'screen of an adult'>> = {
  child_sexual_abuse: 'facts',
  terrorism_bomb_making: 'facts',
  hate_violence_discrimination: 'screen',
  crimes_against_humanity: 'screen',
  shocking_content_minors: 'facts',
  procuring: 'facts',
  suicide_incitement: 'facts',
  // Images of minors may be among the messages.
  sexual_harassment: 'screen of an adult',
  unsure: 'facts',
};

/** Whether the person concerned is known to be under age. */
export const isMinorConcerned = ({ questions }: HelpNeed): boolean => isUnderAge(questions ?? own({}));

/** Whether the person concerned is known to be an adult: the reporter, or the one whom the report is about. */
export const isAdultConcerned = (need: HelpNeed): boolean =>
  isAdultTarget(need) || (need.questions?.['targetIsMinor'] === 'no' && !isMinorConcerned(need));

/** What to keep first. An unknown age counts as a minor's. */
export function proofOf(need: HelpNeed): Proof {
  const proof = PROOFS[need.category ?? 'unsure'];
  if (proof === 'screen of an adult') return isAdultConcerned(need) ? 'screen' : 'facts';
  return proof;
}
