// The report in words: the names of its members and the values of its closed lists. Nothing here renders, so the
// demo's inbox uses these words too.

import type { Draft } from '../../../core/draft/types.ts';
import { dangerUntold } from '../../../core/draft/report-details.ts';
import { givenAnswers, questionsOf } from '../../../core/draft/given-answers.ts';
import { asksRole } from '../../../core/draft/role.ts';
import { COMMON_QUESTIONS, OWN_REFERENCE, QUESTIONS } from '../../../core/draft/question-table.ts';
import { optionsOf } from '../../../core/draft/questions.ts';
import { own } from '../../../core/own.ts';
import type { FormView } from '../../form-view.ts';
import { answerText, wordsOf } from '../details/question-text.ts';

/** Source of the strings. */
type Texts = Pick<FormView, 'text'>;

/** Message prefixes of the report's lists, by key. The value follows the prefix in the message name. */
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

/** The form's names for the roles of the report. */
const ROLES: Readonly<Record<string, string>> = {
  victim: 'target',
  relative_or_friend: 'other',
  prefer_not_to_say: 'none',
  child_protection_professional: 'child_protection',
  other_professional: 'professional',
};

const ASKED = [...Object.values(QUESTIONS).flat(), ...COMMON_QUESTIONS];

/** Members that bear another name than their question. The form sends one reference, that of the reporter's own file. */
const QUESTION_OF: Readonly<Record<string, string>> = { references: OWN_REFERENCE.id };

/** The name of a member of the report, or its key if it has no name. */
export function memberName(form: Texts, key: string, category: string): string {
  const question = own(QUESTION_OF)[key] ?? key;
  return wordsOf(form, `payload.${key}`, `o.${key}`, `q.${question}.${category}`, `q.${question}`) || key;
}

/** A value of a closed list in words; empty for typed text, which is shown as it is. */
export function memberWords(form: Texts, key: string, value: string): string {
  const question = key === 'how' ? 'foundVia' : key;
  if (ASKED.some((asked) => asked.id === question && optionsOf(asked).includes(value)))
    return answerText(form, question, value);
  if (key === 'changes') return form.text(`changed.${changeOf(value)}`);
  if (value === 'other' && /^(?:kind|embed|type)$/.test(key)) return form.text('o.other');
  const name = key === 'role' ? (ROLES[value] ?? value) : value;
  return wordsOf(form, `${WORDS[key]}.${name}`, `v.${key}.${value}`);
}

/** The review's sentence about a change. Minor changes share one sentence. */
function changeOf(change: string): 'private' | 'unwrapped' | 'scheme' | 'repaired' {
  if (/(?:tracking|id)_removed/.test(change)) return 'private';
  if (change.includes('unwrapped')) return 'unwrapped';
  return change.includes('scheme') ? 'scheme' : 'repaired';
}

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
