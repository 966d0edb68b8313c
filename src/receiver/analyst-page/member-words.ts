// The names of a report's members, and the values of its closed lists: in the analyst's own words, else as the form asks.
import { answerText, wordsOf } from '../../core/draft/answer-words.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../core/draft/question-table.ts';
import { optionsOf } from '../../core/draft/questions.ts';
import { entryOf } from '../../core/report/later-words.ts';
import type { LocaleWords } from './page-locales.ts';

/** Members whose values are yes, no or not known. */
const YES_OR_NO = /^(?:minor|platform|police|otherHotline|knownToReporter)$/;

const ASKED = [...Object.values(QUESTIONS).flat(), ...COMMON_QUESTIONS];

/** The name of a member, or its key if it has no name. */
export const memberName = ({ report, form }: LocaleWords, key: string, category: string): string =>
  entryOf(report.members, key, '') || wordsOf(form, `o.${key}`, `q.${key}.${category}`, `q.${key}`) || key;

/** A value of a closed list in words; empty for typed text, which is shown as it is. */
export function memberWords({ report, form }: LocaleWords, key: string, value: string): string {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    types: report.otherValues,
    relation: report.otherValues,
    precision: report.precisions,
    kind: report.kinds,
    changes: report.changes,
    flags: report.flags,
  };
  const own = entryOf(entryOf(lists, key, {}), value, '');
  if (own) return own;
  const question = key === 'how' ? 'foundVia' : key;
  if (ASKED.some((asked) => asked.id === question && optionsOf(asked).includes(value)))
    return answerText(form, question, value);
  return YES_OR_NO.test(key) ? form.text(`o.${value}`) : '';
}
