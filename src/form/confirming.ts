// Receipts that the hotline has signed: an answer without such a receipt proves nothing. A chunk of its own, only with
// `receipt-key`, which comes while the report is on its way.

import { readJson } from '../client/request.ts';
import { digestOf, hasEd25519, holds, importReceiptKey } from '../core/report/receipt-signature.ts';
import type { SignedFacts } from '../core/report/receipt-signature.ts';
import { warnOf } from './bad-values.ts';

/**
 * Takes the receipt out of an answer if the hotline has not signed it for this very body.
 * @param response answer to a report
 * @param body the report as it was sent
 * @returns the answer, or one that proves nothing. On an engine without Ed25519, always the answer
 */
export async function confirmed(host: Element, response: Response, body: string): Promise<Response> {
  // A refusal has no receipt.
  if (response.status >= 202 || !(await hasEd25519())) return response;
  const facts = await readJson(response.clone()).catch(() => undefined);
  const { signature, ...receipt } = (facts ?? {}) as { signature?: unknown } & SignedFacts;
  const keys = await keysOf(host);
  const isHeld = await holds(signature, { ...receipt, digest: await digestOf(body) }, keys);
  return isHeld ? response : new Response(null, { status: 200 });
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
