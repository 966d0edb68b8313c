// What a report says, in words: its names and the values of its closed lists. Nothing here renders, so the demo's inbox
// reads with the same words.

import type { Draft } from '../../../core/draft/types.ts';
import { dangerUntold } from '../../../core/draft/report-details.ts';
import { givenAnswers, questionsOf } from '../../../core/draft/given-answers.ts';
import { asksRole } from '../../../core/draft/role.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../../core/draft/question-table.ts';
import type { FormView } from '../../form-view.ts';
import { answerText, wordsOf } from '../details/question-text.ts';

/** Where strings are read. */
type Texts = Pick<FormView, 'text'>;

/** The report's own lists whose words stand elsewhere, by key: what precedes the value in the name of its message. */
const WORDS: Readonly<Record<string, string>> = {
  category: 'cat',
  place: 'place',
  type: 'id',
  immediate: 'o',
  minor: 'o',
  platform: 'o',
  police: 'o',
  otherHotline: 'o',
  role: 's3.role',
};

/** What the form calls the roles of the report. */
const ROLES: Readonly<Record<string, string>> = {
  victim: 'target',
  relative_or_friend: 'other',
  prefer_not_to_say: 'none',
  child_protection_professional: 'child_protection',
  other_professional: 'professional',
};

const ASKED = [...Object.values(QUESTIONS).flat(), ...COMMON_QUESTIONS];

/** The name of a member of the report; its key where it has none. */
export const memberName = (form: Texts, key: string, category: string): string =>
  wordsOf(form, `payload.${key}`, `o.${key}`, `q.${key}.${category}`, `q.${key}`) || key;

/** A value of a closed list in words; empty for what was typed, which is shown as it is. */
export function memberWords(form: Texts, key: string, value: string): string {
  const question = key === 'how' ? 'foundVia' : key;
  if (ASKED.some(({ id, options }) => id === question && options?.includes(value)))
    return answerText(form, question, value);
  if (key === 'changes') return form.text(`changed.${changeOf(value)}`);
  if (value === 'other' && /^(?:kind|embed|type)$/.test(key)) return form.text('o.other');
  const name = key === 'role' ? (ROLES[value] ?? value) : value;
  return wordsOf(form, `${WORDS[key]}.${name}`, `v.${key}.${value}`);
}

/** The sentence of the review that says what a change was; the lesser ones share one. */
function changeOf(change: string): 'private' | 'unwrapped' | 'scheme' | 'repaired' {
  if (/(?:tracking|id)_removed/.test(change)) return 'private';
  if (change.includes('unwrapped')) return 'unwrapped';
  return change.includes('scheme') ? 'scheme' : 'repaired';
}

/** What stands in the report for an answer that was not given, in the words of the review; empty for all else. */
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
