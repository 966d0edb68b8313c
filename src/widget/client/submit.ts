// Sends a report, and returns a receipt or throws an error whose code says whether the report may be stored.

import { own } from '../../core/own.ts';
import { toJson } from '../../core/report/json.ts';
import { MAX_REQUEST_BYTES, type Envelope, type Receipt } from '../../core/report/protocol.ts';
import type { Report } from '../../core/report/report.ts';
import { SubmitError, type SubmitOutcome } from './errors.ts';
import { createAttempt, type Submission } from './request.ts';
import { MAX_ATTEMPTS, pause, retryDelayMs } from './retry.ts';

export type { Submission } from './request.ts';

/** Options for sending. Every option except the endpoint has a default. */
export interface SubmitOptions {
  /** Absolute address. The caller has checked that reports may go there. */
  readonly endpoint: string;
  /** Aborts at once. The endpoint may already have the report. */
  readonly signal?: AbortSignal | undefined;
  /** Outcome of an earlier sending of the same submission: `not-sent` by default. */
  readonly outcome?: SubmitOutcome | undefined;
  /** Proof of work (ALTCHA v2 payload, base64): every attempt carries it in the header `Altcha`. */
  readonly proof?: string | undefined;
  /** Longest wait for the whole answer to one attempt, in milliseconds: 15,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** No attempt starts later than this after the first one, in milliseconds: 30,000 by default. */
  readonly patienceMs?: number | undefined;
  /** Called before each wait, with the number of the next attempt (2 to 6) and the wait in milliseconds. */
  readonly onRetry?: ((retry: { attempt: number; delayMs: number }) => void) | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Random number, in [0, 1). */
  readonly random?: (() => number) | undefined;
  /** Resolves after a time in milliseconds, or as soon as the signal is aborted. */
  readonly wait?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** False only if the device knows that it has no connection. It holds back each submission at most once. */
  readonly isOnline?: (() => boolean) | undefined;
}

/** Serialises a report, or its sealed envelope, once for all attempts. */
export function prepareSubmission(report: Report | Envelope): Submission {
  return { id: report.submissionId, body: toJson(report) };
}

/** Submissions already held back once for lack of a connection: some browsers report this wrongly. */
const heldBack = new WeakSet<Submission>();

/**
 * Sends a submission until the endpoint confirms it, refuses it, or the reporter has waited long enough: the same bytes
 * under the same key, at most six attempts, none earlier than `Retry-After` asks.
 * @returns the endpoint's receipt for this submission
 * @throws {SubmitError} always with an `outcome`: `unconfirmed` once an attempt may have reached the endpoint
 */
export async function sendSubmission(submission: Submission, options: SubmitOptions): Promise<Receipt> {
  // The defaults look up their globals when called: the page, or a test, may replace them at any time.
  const {
    endpoint,
    proof,
    signal,
    timeoutMs = 15_000,
    patienceMs = 30_000,
    onRetry,
    fetch = (...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request),
    now = Date.now,
    random = Math.random,
    wait = pause,
    isOnline = () => navigator.onLine ?? true, // Node has no such property
    outcome: outcomeBefore = 'not-sent',
  } = own(options);
  let outcome = outcomeBefore;

  if (!signal?.aborted) {
    if (new Blob([submission.body]).size > MAX_REQUEST_BYTES)
      throw new SubmitError('too-large', 'not-sent', { retryable: false });
    if (!isOnline() && !heldBack.has(submission)) {
      heldBack.add(submission);
      throw new SubmitError('offline', outcome);
    }
  }

  const startedMs = now();
  const makeAttempt = createAttempt(submission, { endpoint, proof, timeoutMs, signal, fetch, now });
  for (let attempt = 1; !signal?.aborted; attempt++) {
    const result = await makeAttempt();
    const answer = own(result);
    if (!('code' in answer)) return result as Receipt;
    outcome = answer.outcome ?? outcome;
    if (signal?.aborted) break;
    const delayMs = retryDelayMs(attempt, answer.retryAfterSeconds, random);
    // A clock that was set back must not make the reporter wait longer.
    const isLast = attempt === MAX_ATTEMPTS || Math.abs(now() - startedMs) + delayMs > patienceMs;
    if (isLast || answer.retryable !== undefined) throw new SubmitError(answer.code, outcome, answer);
    onRetry?.({ attempt: attempt + 1, delayMs });
    await wait(delayMs, signal);
  }
  throw new SubmitError('aborted', outcome, { cause: signal.reason });
}

/** Sends a report: {@link prepareSubmission}, then {@link sendSubmission}. */
export function submitReport(report: Report, options: SubmitOptions): Promise<Receipt> {
  return sendSubmission(prepareSubmission(report), options);
}
