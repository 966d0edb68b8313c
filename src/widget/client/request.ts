// One attempt: the request that is sent, and what its answer proves.

import { own } from '../../core/own.ts';
import {
  MAX_ANSWER_BYTES,
  PROBLEM_PREFIX,
  readReceipt,
  type PointedError,
  type ProblemCode,
  type Receipt,
} from '../../core/report/protocol.ts';
import type { SubmitErrorCode, SubmitErrorDetails, SubmitOutcome } from './errors.ts';
import { pause, requestedWait } from './retry.ts';

/** A report ready to leave: every attempt sends this text under this key. */
export interface Submission {
  /** The report's `submissionId`: the `Idempotency-Key`, which a receipt must echo. */
  readonly id: string;
  /** The JSON text of the report. */
  readonly body: string;
}

/**
 * An attempt without a receipt. Without an `outcome` it proves nothing, and the earlier outcome still holds. With a
 * `retryable` no automatic attempt follows, because it would fail too; only the reporter may send again.
 */
export interface Failure extends SubmitErrorDetails {
  readonly code: SubmitErrorCode;
  readonly outcome?: SubmitOutcome | undefined;
}

/** Settings of an attempt. */
export interface AttemptSettings {
  readonly endpoint: string;
  readonly proof: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/**
 * A `keepalive` request outlives its page, but browsers refuse it when the host page already has 64 KiB of such
 * requests in flight. Only its timing distinguishes that refusal from a network failure: it takes no round trip.
 * The limit is generous, for slow phones: a wrong guess costs one more request with the same key.
 */
const AT_ONCE_MS = 1_000;

/**
 * Prepares the attempts of one submission.
 * @returns a function that makes one attempt per call, and never rejects
 */
export function createAttempt(
  { id, body }: Submission,
  { endpoint, proof, timeoutMs, signal, fetch, now }: AttemptSettings,
): () => Promise<Receipt | Failure> {
  let keepalive = true;
  /** Set once the fallback was tried: the request before it may have arrived. */
  let outcomeBefore: SubmitOutcome | undefined;

  async function post(attemptSignal: AbortSignal): Promise<Response> {
    const request = (isKeptAlive: boolean): Promise<Response> =>
      fetch(endpoint, {
        method: 'POST',
        headers: {
          accept: 'application/json, application/problem+json',
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(proof && { altcha: proof }),
        },
        body,
        mode: 'cors',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        cache: 'no-store',
        signal: attemptSignal,
        keepalive: isKeptAlive,
      });
    const startedMs = now();
    try {
      return await request(keepalive);
    } catch (error) {
      if (outcomeBefore || !(error instanceof TypeError) || now() - startedMs > AT_ONCE_MS) throw error;
      // Once is enough: if the plain request fails as well, the network is down and `keepalive` was not to blame.
      outcomeBefore = 'unconfirmed';
      const response = await request(false);
      keepalive = false;
      return response;
    }
  }

  return async () => {
    const controller = new AbortController();
    const outcome = 'unconfirmed';
    try {
      // A race, because a host page's own `fetch` may ignore the signal.
      return await Promise.race([
        post(controller.signal).then((response) => readAnswer(response, id, now(), outcomeBefore)),
        pause(timeoutMs, signal, controller.signal).then((): Failure => ({ code: 'timeout', outcome })),
      ]);
    } catch (cause) {
      return { code: 'network', outcome, cause };
    } finally {
      // Clears the timer, and stops the request or an unfinished download of the answer.
      controller.abort();
    }
  };
}

/** Codes for the endpoint's own problem types. Any other refusal may come from an intermediary. */
const REFUSALS = new Map<unknown, SubmitErrorCode>(
  Object.entries({
    invalid: 'invalid',
    'too-large': 'too-large',
    version: 'version',
    'seal-key': 'seal-key',
    'not-sealed': 'not-sealed',
    'key-mismatch': 'refused',
    malformed: 'refused',
    'media-type': 'refused',
    partner: 'refused',
    // The endpoint holds other bytes under this key.
    'key-reused': 'unconfirmed',
  } satisfies Partial<Record<ProblemCode, SubmitErrorCode>>).map(([problem, code]) => [
    PROBLEM_PREFIX + problem,
    code,
  ]),
);

/** @param outcome the outcome of earlier requests, if this answer proves nothing about them */
async function readAnswer(
  response: Response,
  id: string,
  nowMs: number,
  outcome: SubmitOutcome | undefined,
): Promise<Receipt | Failure> {
  const { status } = response;
  const retryAfterSeconds = requestedWait(response.headers, nowMs);
  if (status === 429) return { code: 'rate', outcome, retryAfterSeconds };
  if (status >= 500 || status === 408 || status === 425) {
    return { code: 'server', outcome: 'unconfirmed', retryAfterSeconds };
  }

  const value = await readJson(response).catch(() => undefined);
  const receipt = status < 202 && readReceipt(value, id);
  if (receipt) return receipt;

  const { type, errors } = own((value ?? {}) as Record<string, unknown>);
  const known = REFUSALS.get(type);
  if (status < 400 || (status === 409 && known !== 'version')) {
    return { code: 'unconfirmed', outcome: 'unconfirmed', retryAfterSeconds };
  }
  return {
    code: known ?? (status === 413 ? 'too-large' : 'refused'),
    outcome: known && known !== 'unconfirmed' ? outcome : 'unconfirmed',
    // Without a known problem type, a proxy may have refused the request. The next network may not have that proxy.
    retryable: !known && status !== 413,
    pointers: known === 'invalid' ? readPointers(errors) : undefined,
  };
}

/**
 * Reads a JSON body. Stops if the body is longer than an answer may be.
 * Chromium's network panel calls a `no-store` answer that is read in this way aborted, although all of it has come
 * (test/widget/client/ended-requests).
 */
export async function readJson({ headers, body }: Response): Promise<unknown> {
  if (!body || !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(`${headers.get('content-type')}`))
    return undefined;
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let bytesLeft = MAX_ANSWER_BYTES; bytesLeft >= 0;) {
    const { done, value } = await reader.read();
    if (done) return new Response(new Blob(parts)).json();
    bytesLeft -= value.length;
    parts.push(value);
  }
  return undefined;
}

/** Takes the entries of `errors` that have the form of a JSON Pointer and a code. */
const readPointers = (errors: unknown): PointedError[] =>
  (Array.isArray(errors) ? errors.slice(0, 20) : []).flatMap((error: unknown) => {
    const { pointer, code } = own((error ?? {}) as Record<string, unknown>);
    return typeof pointer === 'string' &&
      typeof code === 'string' &&
      /^(\/[\w~/-]{0,199})?$/.test(pointer) &&
      /^[\w.-]{1,200}$/.test(code)
      ? { pointer, code }
      : [];
  });
