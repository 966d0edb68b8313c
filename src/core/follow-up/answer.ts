// The exchange of the follow-up address: what is asked with a locator, and the closed list of states that answers it.
// Plain data and functions, without zod, because the browser's form imports it (answer-schema.ts has the schemas).

import { own } from '../own.ts';
import { isReference } from '../report/protocol.ts';

/**
 * What became of a report, a closed list: it names neither the content nor the police to somebody else who holds the paper.
 * - `received`, `reading`: the hotline has it, and reads it
 * - `passed_on`: passed on to those who can act
 * - `removed`, `gone`: the content was removed, or was no longer there
 * - `not_illegal`: not manifestly illegal
 * - `not_ours`: not for this hotline
 * - `question`: the hotline asks something (`question`)
 */
export const FOLLOW_UP_STATES = [
  'received',
  'reading',
  'passed_on',
  'removed',
  'gone',
  'not_illegal',
  'not_ours',
  'question',
] as const;

export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** The questions of a hotline, a closed list. `link`: the link does not lead to the content; where is it? */
export const FOLLOW_UP_QUESTIONS = ['link'] as const;

export type FollowUpQuestion = (typeof FOLLOW_UP_QUESTIONS)[number];

/** How many reports may be added while a question stands. */
export const MAX_ADDITIONS = 3;

/** The body of a request, as JSON: it asks what became of a report, or also adds a report that answers its question. */
export interface FollowUpRequest {
  /** `locatorOf` the code: 43 characters of base64url. */
  readonly locator: string;
  /** `submissionId` of a report that the endpoint has already acknowledged. */
  readonly adds?: string;
}

/** An answer: status 200, for known and unknown codes alike, always of `FOLLOW_UP_BYTES` bytes. */
export interface FollowUpAnswer {
  /** `unknown` if no report is known by this locator. */
  readonly state: FollowUpState | 'unknown';
  /** Day of the state, `2026-11-24`; absent for an unknown code. */
  readonly since?: string;
  /** Only with the state `question`. */
  readonly question?: FollowUpQuestion;
  /** How many reports may still be added, 0 to 3. Only with the state `question`. */
  readonly left?: number;
  /** Whether the report of `adds` is added, now or by an earlier request; absent if none was to be. */
  readonly added?: boolean;
  /** Number of the report that was asked about, so that its reporter keeps one number. Only if `added` is true. */
  readonly reference?: string;
  /** For how many days after its report was erased a state is kept. */
  readonly days: number;
  /** Spaces, which make every answer as long. */
  readonly pad?: string;
}

/** The length of every answer, in bytes. */
export const FOLLOW_UP_BYTES = 256;

/** An answer as it travels: JSON of constant length. */
export function writeFollowUpAnswer(answer: Omit<FollowUpAnswer, 'pad'>): string {
  const bare = JSON.stringify({ ...answer, pad: '' });
  return JSON.stringify({ ...answer, pad: ' '.repeat(FOLLOW_UP_BYTES - bare.length) });
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads an answer. Everything that an address sends is untrusted: nothing of it is shown but a day, whole numbers, and a
 * report’s number as a receipt has it.
 * @returns undefined if it is none
 */
export function readFollowUpAnswer(value: unknown): FollowUpAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { state, since, question, left, added, reference, days } = own(value as Record<string, unknown>);
  if (!isWhole(days, 36_500)) return undefined;
  if (state === 'unknown') return { state, days };
  const known = FOLLOW_UP_STATES.find((one) => one === state);
  if (!known || typeof since !== 'string' || !DAY.test(since) || Number.isNaN(Date.parse(since)))
    return undefined;
  const asked = FOLLOW_UP_QUESTIONS.find((one) => one === question);
  if (known === 'question' && !(asked && isWhole(left, MAX_ADDITIONS))) return undefined;
  return {
    state: known,
    since,
    days,
    ...(known === 'question' && asked && { question: asked, left: left as number }),
    ...(typeof added === 'boolean' && { added }),
    ...(added === true && isReference(reference) && { reference }),
  };
}

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
