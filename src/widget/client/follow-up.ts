// Asks what became of a report, and adds a report that answers a question of the hotline. Never with a code: its locator.

import {
  readFollowUpAnswer,
  type FollowUpAnswer,
  type FollowUpRequest,
} from '../../core/follow-up/answer.ts';
import { readJson } from './request.ts';
import { pause } from './retry.ts';

/** Why nothing was learnt: `wait`, if the address takes no more questions now; else `failed`. */
export type FollowUpFault = 'failed' | 'wait';

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * Asks once. Nothing of the question is kept by the browser.
 * @param address absolute; the caller has checked that locators may go there
 * @param its.proof proof of work (ALTCHA v2 payload, base64), which an address may ask of a crowd
 * @param its.signal ends the question: it is then `failed`. Once aborted, nothing is asked
 * @returns the answer, or why there is none; never rejects
 */
export async function askFollowUp(
  address: string,
  question: FollowUpRequest,
  its: { readonly proof?: string | undefined; readonly signal?: AbortSignal } = {},
): Promise<FollowUpAnswer | FollowUpFault> {
  if (its.signal?.aborted) return 'failed';
  const stop = new AbortController();
  const ask = async (): Promise<FollowUpAnswer | FollowUpFault> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        accept: 'application/json, application/problem+json',
        'content-type': 'application/json',
        ...(its.proof && { altcha: its.proof }),
      },
      body: JSON.stringify(question),
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: stop.signal,
      // An answer to the hotline is joined also where the page goes meanwhile.
      keepalive: question.adds !== undefined,
    });
    if (response.status === 429) return 'wait';
    return (response.ok && readFollowUpAnswer(await readJson(response))) || 'failed';
  };
  try {
    // A race, because a host page's own `fetch` may ignore the signal.
    return await Promise.race([
      ask(),
      pause(TIMEOUT_MS, its.signal, stop.signal).then((): FollowUpFault => 'failed'),
    ]);
  } catch {
    return 'failed';
  } finally {
    stop.abort();
  }
}
