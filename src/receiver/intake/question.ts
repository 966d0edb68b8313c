// From a request to a question: what became of a report, asked by a holder of its code.
import { followUpRequestSchema } from '../../core/follow-up/answer-schema.ts';
import { hashOf } from '../../core/follow-up/locator.ts';
import { checkMediaType, checkSingleKeys, invalid, parseBody, readBytes } from './json-body.ts';

/** A question. The locator is forgotten: what it is found by is its hash. */
export interface Question {
  /** `hashOf` the locator. */
  readonly hash: string;
  /** `submissionId` of a report to add. */
  readonly adds: string | undefined;
}

/** Largest body of a question, in bytes: ours have about 120. */
export const MAX_QUESTION_BYTES = 1_024;

/**
 * Reads and checks a question.
 * @throws {Refusal} for the first reason found not to answer it
 */
export async function readQuestion(request: Request): Promise<Question> {
  checkMediaType(request.headers);
  const { value, stringCount } = parseBody(await readBytes(request, MAX_QUESTION_BYTES));
  const { data, error } = followUpRequestSchema.safeParse(value);
  if (error) throw invalid(error.issues);
  checkSingleKeys(stringCount, value);
  return { hash: await hashOf(data.locator), adds: data.adds };
}
