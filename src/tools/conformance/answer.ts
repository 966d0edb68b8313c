// An answer of the endpoint, and what can be concluded from it.

import { PROBLEM_PREFIX, readReceipt, type Receipt } from '../../core/report/protocol.ts';
import type { Submission } from './test-reports.ts';

/** One answer. */
export interface Answer {
  /** The request in words, such as `a report in text/plain`. */
  readonly asked: string;
  readonly method: string;
  readonly address: string;
  /** The submission that was posted, if one was. */
  readonly submission?: Submission | undefined;
  /** HTTP status; 0 for a redirect that a browser hides. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Bytes of the body that were read: reading stops beyond 64 KiB. */
  readonly size: number;
  /** The body as JSON; undefined if it is not JSON. */
  readonly json: unknown;
  readonly durationMs: number;
}

/** Whether a report was taken, according to the status. */
export const isTaken = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Whether the answer sends the request elsewhere; browsers hide the status from pages. */
export const isRedirect = ({ status }: Answer): boolean => status === 0 || (status >= 300 && status < 400);

/** The receipt that a form would believe; undefined if it would not. */
export function receiptOf(answer: Answer): Receipt | undefined {
  const { submission, status, json } = answer;
  return submission && (status === 200 || status === 201) ? readReceipt(json, submission.id) : undefined;
}

/** Code of the problem that an answer names; undefined if it names none of ours. */
export function problemOf({ json }: Answer): string | undefined {
  const type = (json as { type?: unknown } | null | undefined)?.type;
  return typeof type === 'string' && type.startsWith(PROBLEM_PREFIX)
    ? type.slice(PROBLEM_PREFIX.length)
    : undefined;
}

/** Reads a body to its end, but no further than 64 KiB. */
export async function readBody(response: Response): Promise<Pick<Answer, 'text' | 'size' | 'json'>> {
  const { text, size } = await readText(response);
  return { text, size, json: parse(text) };
}

const MAX_READ_BYTES = 65_536;

async function readText({ body }: Response): Promise<{ text: string; size: number }> {
  if (!body) return { text: '', size: 0 };
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const reader = body.getReader();
  while (size <= MAX_READ_BYTES) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), size };
    text += decoder.decode(value, { stream: true });
    size += value.length;
  }
  await reader.cancel();
  return { text, size };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
