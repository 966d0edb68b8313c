// Answers signed by the hotline: any other proves nothing, neither that a report is stored nor that it is not.
// A chunk of its own, only with `receipt-key`.

import { readJson } from '../client/request.ts';
import { own } from '../../core/own.ts';
import {
  digestOf,
  hasEd25519,
  holds,
  holdsRefusal,
  importReceiptKey,
} from '../../core/report/receipt-signature.ts';
import type { RefusalFacts, SignedFacts } from '../../core/report/receipt-signature.ts';
import { warnOf } from './bad-values.ts';

/**
 * Removes from an answer every part that the hotline has not signed for this very body.
 * @param response answer to a report
 * @param body the report as it was sent
 * @returns the answer, or one that proves nothing. On an engine without Ed25519, always the answer
 */
export async function confirmed(host: Element, response: Response, body: string): Promise<Response> {
  const { status } = response;
  // Other answers prove nothing anyway.
  if ((status > 201 && status < 400) || !(await hasEd25519())) return response;
  const facts = await readJson(response.clone()).catch(() => undefined);
  const keys = await keysOf(host);
  const digest = await digestOf(body);
  const isHeld = status < 400 ? await isReceipt(facts, digest, keys) : await isRefusal(facts, digest, keys);
  return isHeld ? response : withoutProof(response);
}

function isReceipt(facts: unknown, digest: string, keys: readonly CryptoKey[]): Promise<boolean> {
  const { signature, ...receipt } = own((facts ?? {}) as { signature?: unknown } & SignedFacts);
  return holds(signature, { ...receipt, digest }, keys);
}

function isRefusal(facts: unknown, digest: string, keys: readonly CryptoKey[]): Promise<boolean> {
  const {
    signature,
    type,
    errors = [],
  } = own((facts ?? {}) as { signature?: unknown } & Partial<RefusalFacts>);
  return holdsRefusal(signature, { digest, type: `${type}`, errors }, keys);
}

/** An answer that settles nothing: tried again as late as the other one asked. */
function withoutProof({ status, headers }: Response): Response {
  const wait = headers.get('retry-after');
  const isBusy = status === 429 || status >= 500;
  return new Response(null, {
    status: isBusy ? 503 : 200,
    ...(wait && { headers: { 'retry-after': wait } }),
  });
}

async function keysOf(host: Element): Promise<CryptoKey[]> {
  const text = host.getAttribute('receipt-key') ?? '';
  try {
    return await Promise.all(text.trim().split(/\s+/).map(importReceiptKey));
  } catch {
    warnOf(host, [{ attribute: 'receipt-key', value: text }]);
    return [];
  }
}
