// The person that help is for: taken from the answers, or from the part of them kept after a report.

import { givenAnswers } from '../../core/draft/given-answers.ts';
import { isProfessional } from '../../core/draft/professional.ts';
import type { HelpNeed } from '../../core/help/choice.ts';
import type { MessageKey } from '../../words/messages.ts';
import type { FormView } from './form-view.ts';
import { confirmedIn } from './screen.ts';

export function helpNeed({ screen, draft }: FormView): HelpNeed {
  const { category, role } = draft.answers;
  return confirmedIn(screen)?.context ?? { category, role, questions: givenAnswers(draft) };
}

/** Whether the reporter says to report for their work. */
export const isForWork = ({ screen, draft }: Pick<FormView, 'screen' | 'draft'>): boolean =>
  isProfessional((confirmedIn(screen)?.context ?? draft.answers).role);

/**
 * The key of a text; for those who report for their work, of its variant that says « la personne », not « vous ». Not every
 * text has one, and a language may lack it.
 */
export function keyFor(form: Pick<FormView, 'screen' | 'draft' | 'text'>, key: MessageKey): MessageKey {
  const variant = `${key}.person` as MessageKey;
  return isForWork(form) && form.text(variant) ? variant : key;
}
