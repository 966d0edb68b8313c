// Requests of the examination, and why one has no answer: the page's own policy, the permissions of the other server, or
// the connection.

import type { PolicyRefusals } from './policy-refusals.ts';

const TIMEOUT_MS = 10_000;

const UNSEEN = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const satisfies RequestInit;

/** Posts JSON as the form does. @throws {TypeError | DOMException} if the page gets no answer */
export const postAsForm = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: {
      accept: 'application/json, application/problem+json',
      'content-type': 'application/json',
      ...headers,
    },
    body,
    mode: 'cors',
    ...UNSEEN,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

/** Why this page got no answer. */
export async function whyUnanswered(
  address: string,
  refusals: PolicyRefusals,
): Promise<'csp' | 'cors' | 'unreachable'> {
  if (await refusals.has('connect-src', new URL(address).origin)) return 'csp';
  // A request that does not read the answer needs no permission. If it succeeds, the server exists but refuses this
  // page.
  return fetch(address, { ...UNSEEN, mode: 'no-cors', signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    () => 'cors',
    () => 'unreachable',
  );
}
