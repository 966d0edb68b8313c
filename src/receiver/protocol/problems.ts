// Refusals: why a report is not taken, and the answer that says so (RFC 9457). No byte of the request is repeated.
import { PROBLEM_PREFIX, PROBLEMS, type Problem, type ProblemCode } from '../../core/report/protocol.ts';

/** The details of a problem: the rejected fields, the versions that are read, a signature. */
export type ProblemDetails = Pick<Problem, 'errors' | 'acceptedVersions' | 'signature'>;

/**
 * A limit: the number of low-trust reports, the disk up to its reserve, or questions about what became of reports (not
 * reports: they have limits of their own).
 */
export type LimitReason = 'budget' | 'reserve' | 'follow-up';

/** Thrown by any step that finds a reason not to take a request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  /** Seconds until another try makes sense, if they are known better than by the code. */
  readonly retryAfterS: number | undefined;
  /** For the event alone: which limit was reached. */
  readonly reason: LimitReason | undefined;
  /** SHA-256 of the body, in hexadecimal, once all of it was read. */
  digest: string | undefined;

  constructor(code: ProblemCode, details: ProblemDetails = {}, retryAfterS?: number, reason?: LimitReason) {
    super(TITLES[code]);
    this.code = code;
    this.details = details;
    this.retryAfterS = retryAfterS;
    this.reason = reason;
  }
}

/** Problem type → a sentence for developers. Reporters see the form's own sentences. */
export const TITLES: Readonly<Record<ProblemCode, string>> = {
  'key-mismatch': 'The Idempotency-Key header is missing or differs from submissionId.',
  malformed: 'The body is not one JSON object in UTF-8 without duplicate keys.',
  partner: 'Requests are not taken from pages of this origin, or not by this kind of request.',
  'in-progress': 'The same report is being stored by another request.',
  version: 'This version of the report is not read here.',
  'too-large': 'The body is larger than what is taken here.',
  'media-type': 'The body must be application/json, without a content encoding.',
  invalid: 'The body does not follow its schema.',
  'key-reused': 'Another report was stored under this submissionId.',
  'not-sealed': 'Only sealed reports are taken here.',
  'seal-key': 'The report is sealed for a key that is not, or no longer, one of the hotline, or names none.',
  'slow-down': 'Too many requests; try again later.',
  unavailable: 'The report could not be stored, or the question answered; try again later.',
  storage: 'No room is left to store the report.',
};

// Seconds. A failed step is worth another try while the reporter waits; a full disk waits for a person.
const RETRY_AFTER_S: Partial<Record<ProblemCode, number>> = { unavailable: 5, storage: 60 };

/**
 * The answer to a report that is not taken: a closed list of types, each with its status.
 * @param retryAfterS seconds to wait, if they are known better than by the code. Sent as seconds, never as a date,
 * which would depend on the clock of the reporter's device
 */
export function problemResponse(
  code: ProblemCode,
  details: ProblemDetails = {},
  retryAfterS = RETRY_AFTER_S[code],
): Response {
  return answer(
    { type: PROBLEM_PREFIX + code, title: TITLES[code], status: PROBLEMS[code], ...details },
    retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) },
  );
}

const HTTP_TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
} as const;

/** The answer to a request that is not even a report: nothing is known beyond the status. */
export function httpProblemResponse(
  status: keyof typeof HTTP_TITLES,
  headers: Record<string, string> = {},
): Response {
  return answer({ type: 'about:blank', title: HTTP_TITLES[status], status }, headers);
}

function answer(problem: Problem, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}
