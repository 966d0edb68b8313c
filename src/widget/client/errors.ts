// The failures of a submission: codes, never a sentence.

import { own } from '../../core/own.ts';
import type { PointedError } from '../../core/report/protocol.ts';

/**
 * Why a submission failed.
 * - `offline`: the device has no connection; nothing was tried
 * - `timeout`: no complete answer in time
 * - `network`: no answer: connection, name, certificate, redirect, CORS, a host's policy, or a filter
 *   (browsers do not say which)
 * - `server`: the endpoint is out of order (5xx, 408, 425)
 * - `rate`: the endpoint asks to slow down (429)
 * - `invalid`: the endpoint refuses answers of the report: see `pointers`
 * - `too-large`: the report is larger than a request may be
 * - `version`: the endpoint does not read this version of the report
 * - `seal-key`: the endpoint knows that its hotline cannot open a report sealed for this key
 * - `not-sealed`: the endpoint takes only sealed reports
 * - `refused`: any other refusal
 * - `unconfirmed`: an answer from which nothing can be concluded
 * - `aborted`: the caller's signal fired
 */
export type SubmitErrorCode =
  | 'offline'
  | 'timeout'
  | 'network'
  | 'server'
  | 'rate'
  | 'invalid'
  | 'too-large'
  | 'version'
  | 'seal-key'
  | 'not-sealed'
  | 'refused'
  | 'unconfirmed'
  | 'aborted';

/** The fate of the report: it is certainly not stored, or the client cannot tell. */
export type SubmitOutcome = 'not-sent' | 'unconfirmed';

/** Further details that some failures have. */
export interface SubmitErrorDetails {
  /** Whether the same submission may succeed if it is sent again: true by default. */
  readonly retryable?: boolean | undefined;
  /** How long the endpoint asks the client to wait: whole seconds, 0 to 600. */
  readonly retryAfterSeconds?: number | undefined;
  /** For `invalid`: at most 20 refused fields, of a harmless alphabet, at most 200 characters each. */
  readonly pointers?: readonly PointedError[] | undefined;
  /** The error that `fetch` threw, or the reason of the caller's signal. */
  readonly cause?: unknown;
}

/** A submission that ended without a receipt. Its message is its code, and contains no text from the server. */
export class SubmitError extends Error {
  override readonly name = 'SubmitError';
  readonly code: SubmitErrorCode;
  readonly outcome: SubmitOutcome;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly pointers: readonly PointedError[] | undefined;

  constructor(code: SubmitErrorCode, outcome: SubmitOutcome, given: SubmitErrorDetails = {}) {
    const details = own(given);
    super(code, details);
    this.code = code;
    this.outcome = outcome;
    this.retryable = details.retryable ?? true;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.pointers = details.pointers;
  }
}
