// The report in words: the names of its members and the values of its closed lists, from the strings of a language.

import { own } from '../own.ts';
import { answerText, wordsOf, type TextSource } from './answer-words.ts';
import { COMMON_QUESTIONS, OWN_REFERENCE, QUESTIONS } from './question-table.ts';
import { optionsOf } from './questions.ts';

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
export function memberName(source: TextSource, key: string, category: string): string {
  const question = own(QUESTION_OF)[key] ?? key;
  return wordsOf(source, `payload.${key}`, `o.${key}`, `q.${question}.${category}`, `q.${question}`) || key;
}

/** A value of a closed list in words; empty for typed text, which is shown as it is. */
export function memberWords(source: TextSource, key: string, value: string): string {
  const question = key === 'how' ? 'foundVia' : key;
  if (ASKED.some((asked) => asked.id === question && optionsOf(asked).includes(value)))
    return answerText(source, question, value);
  if (key === 'changes') return source.text(`changed.${changeOf(value)}`);
  if (value === 'other' && /^(?:kind|embed|type)$/.test(key)) return source.text('o.other');
  const name = key === 'role' ? (own(ROLES)[value] ?? value) : value;
  return wordsOf(source, `${WORDS[key]}.${name}`, `v.${key}.${value}`);
}

/** The review's sentence about a change. Minor changes share one sentence. */
function changeOf(change: string): 'private' | 'unwrapped' | 'scheme' | 'repaired' {
  if (/(?:tracking|id)_removed/.test(change)) return 'private';
  if (change.includes('unwrapped')) return 'unwrapped';
  return change.includes('scheme') ? 'scheme' : 'repaired';
}
