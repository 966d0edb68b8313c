// The person that help is for: taken from the answers, or from the part of them kept after a report.

import { givenAnswers } from '../../core/draft/given-answers.ts';
import type { HelpNeed } from '../../core/help/choice.ts';
import type { FormView } from './form-view.ts';
import { confirmedIn } from './screen.ts';

export function helpNeed({ screen, draft }: FormView): HelpNeed {
  const { category, role } = draft.answers;
  return confirmedIn(screen)?.context ?? { category, role, questions: givenAnswers(draft) };
}
