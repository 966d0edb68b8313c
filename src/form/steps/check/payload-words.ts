// What the report says in place of a missing answer, in words: not known, not given, not asked.

import type { Draft } from '../../../core/draft/types.ts';
import { dangerUntold } from '../../../core/draft/report-details.ts';
import { givenAnswers, questionsOf } from '../../../core/draft/given-answers.ts';
import { asksRole } from '../../../core/draft/role.ts';
import type { FormView } from '../../form-view.ts';

/** Source of the strings. */
type Texts = Pick<FormView, 'text'>;

/** The review's words for a value that the report holds in place of a missing answer; empty for other values. */
export function untold(form: Texts, draft: Draft, key: string, value: string): string {
  const { answers, settings } = draft;
  const notAsked = form.text('payload.notAsked');
  const notGiven = form.text('s4.value.none');
  if (key === 'immediate' && value === 'unknown') {
    const given = questionsOf(draft).length > 0 ? givenAnswers(draft) : undefined;
    const why = dangerUntold(answers.category ?? 'unsure', given);
    return why === 'unknown' ? form.text('o.unknown') : why === 'notGiven' ? notGiven : notAsked;
  }
  if (key === 'role' && value === 'prefer_not_to_say' && answers.role !== 'none')
    return asksRole(draft) ? notGiven : notAsked;
  if (key === 'followUp' && value === 'none')
    return settings.fields.includes('reply') ? form.text('s3.contact.no') : notAsked;
  return '';
}
