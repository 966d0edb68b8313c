// The route that tells the holder of a code what became of the report. Known and unknown codes get answers of one length,
// one set of headers and one duration, and nobody counts who asks.
import { writeFollowUpAnswer, type FollowUpAnswer } from '../../core/follow-up/answer.ts';
import type { Admission } from '../admission/admission.ts';
import { readQuestion, type Question } from '../intake/question.ts';
import type { LogEvent } from '../events/request-event.ts';
import type { KnownFollowUp } from '../store/follow-ups.ts';
import type { ReportStore } from '../store/store.ts';
import { checkFollowUpDays } from './follow-up-days.ts';
import { isFetch } from '../protocol/headers.ts';
import { Refusal } from '../protocol/problems.ts';

/**
 * Answers leave in steps of this time after their question. A look takes a few milliseconds, and an addition waits for the
 * disk: without the step, the difference would tell a known code from an unknown one.
 */
const STEP_MS = 50;

/**
 * Questions that are answered at once. Each takes a step, and a server has room for a thousand requests that wait for their
 * answer: most of it stays for reports.
 */
const MOST_AT_ONCE = 400;

/** What a question needs. */
export interface FollowUpOptions {
  readonly followUps: NonNullable<ReportStore['followUps']>;
  readonly admission: Pick<Admission, 'ask'>;
  readonly days: number;
}

/**
 * Makes the function that answers questions.
 * @throws {FollowUpDaysError} if `days` is wrong
 */
export function createAnswerer({
  followUps,
  admission,
  days,
}: FollowUpOptions): (request: Request, address: string | undefined) => Promise<Response> {
  checkFollowUpDays(days);
  let underWay = 0;
  const answer = async (question: Question, startedAt: number): Promise<Response> => {
    const text = writeFollowUpAnswer({ ...(await look(followUps, question)), days });
    await nextStep(startedAt);
    return new Response(text, { headers: { 'Content-Type': 'application/json' } });
  };
  return async (request, address) => {
    const startedAt = performance.now();
    if (!isFetch(request.headers)) throw new Refusal('partner');
    const admit = await admission.ask(address, request.headers);
    const question = await readQuestion(request);
    await admit(JSON.stringify(question));
    if (underWay >= MOST_AT_ONCE) throw new Refusal('slow-down', {}, 1, 'follow-up');
    underWay++;
    try {
      return await answer(question, startedAt);
    } finally {
      underWay--;
    }
  };
}

async function look(
  followUps: FollowUpOptions['followUps'],
  { hash, adds }: Question,
): Promise<Omit<FollowUpAnswer, 'days' | 'pad'>> {
  const added = adds === undefined ? undefined : await followUps.link(hash, adds);
  const known = await followUps.find(hash);
  return {
    ...(known ? stateOf(known) : { state: 'unknown' }),
    ...(added !== undefined && { added }),
    ...(added && { reference: (await followUps.referenceOf(hash))! }),
  };
}

const stateOf = ({ state, since, left }: KnownFollowUp): Omit<FollowUpAnswer, 'days' | 'pad'> =>
  state === 'question' ? { state, since, question: 'link', left } : { state, since };

const nextStep = (startedAt: number): Promise<void> =>
  new Promise((resolve) => {
    const elapsed = performance.now() - startedAt;
    // Timers drop fractions.
    setTimeout(resolve, Math.ceil(STEP_MS - (elapsed % STEP_MS)));
  });

/** Whether a question is an event: faults, and limits that were reached. Nothing says that somebody has asked. */
export const isEmitted = ({ code, status }: Pick<LogEvent, 'code' | 'status'>): boolean =>
  status >= 500 || code === 'slow-down';
