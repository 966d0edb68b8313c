// The `details` of a report: answers to the questions that only one category asks, made from the table of questions.

import * as z from 'zod/mini';
import { detailQuestions } from '../draft/question-table.ts';
import { isChoice, reportedOptions, type Question } from '../draft/questions.ts';
import { CATEGORIES, type CategoryId } from './categories.ts';
import { open } from './report-other-members.ts';
import { answer } from './report-parts.ts';
import { list, text, word } from './report-rules.ts';
import { ANSWERS } from './vocabulary.ts';

function answerTo(question: Question): z.ZodMiniType {
  if (!isChoice(question)) return text(question.limit);
  if (question.options === ANSWERS) return answer;
  const words = word(reportedOptions(question));
  return question.kind === 'choice' ? words : list(words, question.limit);
}

const detailsIn = (category: CategoryId): z.ZodMiniObject =>
  open(
    z.partial(
      z.strictObject(
        Object.fromEntries(detailQuestions(category).map((question) => [question.id, answerTo(question)])),
      ),
    ),
  );

/** The `details` of a report, by category. A member of another category is one that this category does not know. */
export const DETAILS = Object.fromEntries(CATEGORIES.map(({ id }) => [id, detailsIn(id)])) as Readonly<
  Record<CategoryId, z.ZodMiniObject>
>;
