// The signature of a receipt or of a refusal: a compact JWS (RFC 7515) with Ed25519 (RFC 8037), over its facts and the
// digest of the body that was stored or refused. Made by the platform's own cryptography, wherever fetch types exist.

import type { PointedError, Receipt } from './protocol.ts';

/** The signed facts of a receipt: each of its members, and the digest of the stored body. */
export interface SignedFacts extends Omit<Receipt, 'signature'> {
  /** SHA-256 of the bytes of the report's or the envelope's body, 64 lower-case hexadecimal digits. */
  readonly digest: string;
}

/** `typ` of the header (RFC 8725 §3.11): a signature over anything else, by the same key, is no receipt. */
export const RECEIPT_TYPE = 'cliquez-signalez-receipt';

/** `typ` of the header of a refusal: a signature over a receipt, by the same key, is no refusal. */
export const REFUSAL_TYPE = 'cliquez-signalez-refusal';

/**
 * The signed facts of a refusal. The hotline signs refusals that depend on the body alone (`SIGNED_PROBLEMS`):
 * what it refuses for another reason, such as a limit, it may take in the next minute, or may have taken before.
 */
export interface RefusalFacts {
  /** As of a receipt. */
  readonly digest: string;
  /** `type` of the problem. */
  readonly type: string;
  /** `errors` of the problem; empty if it has none. */
  readonly errors: readonly PointedError[];
}

/** Names of the algorithm: that of RFC 9864, and the older one of RFC 8037, which most libraries write. */
const ALGORITHMS: readonly unknown[] = ['Ed25519', 'EdDSA'];

/** `receivedAt` as it is signed: no finer than the minute. */
const TO_THE_MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/;

const NAMES = ['submissionId', 'digest', 'reference', 'receivedAt'] as const;

/** A public key that is known to be one (RFC 8037, appendix A.1). */
const SAMPLE_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

/**
 * The hotline's public key for receipts.
 * @param text base64url of the 32 bytes of an Ed25519 public key (RFC 8032), as `cliquez-signalez keys --receipts` prints it
 * @throws if the text is no such key, or the platform has no Ed25519
 */
export async function importReceiptKey(text: string): Promise<CryptoKey> {
  // 32 bytes leave two bits of the last character unused, which must be zero.
  if (!/^[\w-]{42}[AEIMQUYcgkosw048]$/.test(text)) throw new TypeError('Not an Ed25519 public key.');
  return crypto.subtle.importKey('raw', fromBase64url(text), 'Ed25519', true, ['verify']);
}

/** Whether the platform can verify a signature: it has Ed25519, and the page is over https. */
export const hasEd25519 = (): Promise<boolean> =>
  importReceiptKey(SAMPLE_KEY).then(
    () => true,
    () => false,
  );

/**
 * Whether a signature is one of these facts, by one of these keys.
 * @param signature the receipt's `signature`
 */
export async function holds(
  signature: unknown,
  facts: SignedFacts,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  if (!TO_THE_MINUTE.test(facts.receivedAt)) return false;
  const said = await verified(signature, RECEIPT_TYPE, keys);
  return !!said && NAMES.every((name) => said[name] === facts[name]);
}

/** Whether a signature is one of this refusal, by one of these keys. @param signature the problem's own */
export async function holdsRefusal(
  signature: unknown,
  { digest, type, errors }: RefusalFacts,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  const said = await verified(signature, REFUSAL_TYPE, keys);
  return (
    !!said &&
    said['digest'] === digest &&
    said['type'] === type &&
    JSON.stringify(said['errors'] ?? []) === JSON.stringify(errors)
  );
}

/** The payload of a compact JWS of this type, if one of these keys has signed it. */
async function verified(
  signature: unknown,
  type: string,
  keys: readonly CryptoKey[],
): Promise<Record<string, unknown> | undefined> {
  if (typeof signature !== 'string') return undefined;
  try {
    const [header = '', payload = '', proof = '', ...others] = signature.split('.');
    const { alg, typ, crit } = parse(header);
    if (others.length > 0 || !ALGORITHMS.includes(alg) || typ !== type || crit !== undefined)
      return undefined;
    const signed = new TextEncoder().encode(`${header}.${payload}`);
    for (const key of keys)
      if (await crypto.subtle.verify('Ed25519', key, fromBase64url(proof), signed)) return parse(payload);
  } catch {
    // Not base64url, or not JSON.
  }
  return undefined;
}

/** SHA-256 of a text's bytes, in hexadecimal: the digest that a signature covers. */
export async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const parse = (part: string): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(fromBase64url(part))) as Record<string, unknown>;

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
