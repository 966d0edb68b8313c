// Checks of what the follow-up address refuses.
import { PROBLEMS, type ProblemCode } from '../../../core/report/protocol.ts';
import { isTaken, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, type Finding } from '../finding.ts';
import type { Questions } from '../questions.ts';
import type { Session } from '../session.ts';
import { judgeRefusal } from './refusals.ts';

/** Most bytes of a question. */
const MAX_QUESTION_BYTES = 1_024;

/** A check of a refusal, without what all checks of the address share. */
interface RefusalCheck extends Pick<Check, 'id' | 'title' | 'why' | 'isRaw'> {
  run(session: Session, questions: Questions): Promise<Finding>;
}

function refusal(
  check: Pick<Check, 'id' | 'title' | 'why'>,
  code: ProblemCode,
  mend: string,
  post: (questions: Questions, body: string) => Promise<Answer>,
): RefusalCheck {
  return {
    ...check,
    async run(_session, questions) {
      const { locator } = await questions.followed();
      const answer = await post(questions, JSON.stringify({ locator }));
      return judgeRefusal(answer, { statuses: [PROBLEMS[code]], code, mend });
    },
  };
}

/** The checks of refusals. They ask with the locator of a report, so that an answer may betray it. */
export const followUpRefusals = (address: URL): readonly RefusalCheck[] => [
  refusal(
    {
      id: 'follow-up-text-plain',
      title: 'A question in text/plain is refused',
      why: 'Any web page may post text/plain without asking.',
    },
    'media-type',
    'Take application/json alone, and answer 415 to anything else.',
    (questions, body) => questions.post('a question in text/plain', body, { 'content-type': 'text/plain' }),
  ),
  refusal(
    {
      id: 'follow-up-malformed',
      title: 'Half a question is refused',
      why: 'A form must learn that it was not understood, rather than that the code is unknown.',
    },
    'malformed',
    'Catch the parser’s error and answer 400 malformed.',
    (questions, body) => questions.post('half a question', body.slice(0, -2)),
  ),
  refusal(
    {
      id: 'follow-up-too-large',
      title: `A question of more than ${MAX_QUESTION_BYTES.toLocaleString('en')} bytes is refused`,
      why: 'Nobody may fill the memory of an address that answers everybody.',
    },
    'too-large',
    `Answer 413 above ${MAX_QUESTION_BYTES} bytes.`,
    (questions, body) => questions.post('a long question', body.padEnd(MAX_QUESTION_BYTES + 1)),
  ),
  refusal(
    {
      id: 'follow-up-invalid',
      title: 'What is no locator is refused',
      why: 'Whoever sends the code itself must learn that, before it gets into a log.',
    },
    'invalid',
    'Take a locator of 43 characters of base64url and, if you like, adds: a submissionId; answer 422 to anything else.',
    (questions) => questions.post('a short locator', JSON.stringify({ locator: '0000000000000000' })),
  ),
  {
    id: 'follow-up-methods',
    title: 'Only POST asks',
    why: 'A locator in an address would stand in logs and histories.',
    isRaw: true,
    async run(session, questions) {
      const { locator } = await questions.followed();
      const taken: string[] = [];
      for (const [method, query] of [
        ['GET', `?locator=${locator}`],
        ['PUT', ''],
      ] as const) {
        const answer = await session.ask({
          asked: `${method} of a state`,
          address: new URL(query, address),
          method,
          ...(method === 'PUT' && {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ locator }),
          }),
        });
        if (isTaken(answer)) taken.push(`${method}: HTTP ${answer.status}`);
      }
      if (taken.length === 0) return passed('GET and PUT are refused');
      return failed(taken.join(', '), 'Answer 405 with Allow: POST, OPTIONS to every other method.');
    },
  },
];
