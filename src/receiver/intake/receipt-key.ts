// The hotline's private key for receipts and refusals: read, and used to sign. The form has the public one
// (`receipt-key`).
import type { Receipt } from '../../core/report/protocol.ts';
import {
  importReceiptKey,
  RECEIPT_TYPE,
  REFUSAL_TYPE,
  type RefusalFacts,
  type SignedFacts,
} from '../../core/report/receipt-signature.ts';

/** Signs receipts. */
export interface ReceiptKey {
  /** The public key, as the form's attribute `receipt-key` has it: base64url of 32 bytes. */
  readonly publicKey: string;
  /** The signature of a receipt, as a compact JWS: the same text for the same facts. */
  sign(facts: SignedFacts): Promise<string>;
  /** The signature of a refusal, likewise. */
  signRefusal(facts: RefusalFacts): Promise<string>;
}

/** The private key for receipts cannot be used; the message says what to do. */
export class ReceiptKeyError extends Error {
  override readonly name = 'ReceiptKeyError';
}

/**
 * Reads a private key for receipts.
 * @param text JWK of an Ed25519 key (RFC 8037), as `cliquez-signalez keys --receipts` writes it
 * @throws {ReceiptKeyError}
 */
export async function readReceiptKey(text: string): Promise<ReceiptKey> {
  const { kty, crv, x, d } = parse(text);
  if (kty === 'EC')
    throw new ReceiptKeyError('This is a key that opens sealed reports, which the receiver must never have.');
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || typeof d !== 'string')
    throw new ReceiptKeyError(NO_KEY);
  const key = await crypto.subtle
    .importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign'])
    .catch(() => {
      throw new ReceiptKeyError(NO_KEY);
    });
  const kid = await thumbprintOf(x);
  const signAs =
    (typ: string) =>
    async (facts: SignedFacts | RefusalFacts): Promise<string> => {
      const signed = `${toBase64url({ alg: 'Ed25519', typ, kid })}.${toBase64url(facts)}`;
      const signature = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(signed));
      return `${signed}.${Buffer.from(signature).toString('base64url')}`;
    };
  const sign = signAs(RECEIPT_TYPE);
  await checkPair(await sign(SAMPLE), x);
  return { publicKey: x, sign, signRefusal: signAs(REFUSAL_TYPE) };
}

/** Some engines take the public half of a JWK unseen: a form with it would believe no receipt. */
async function checkPair(jws: string, x: string): Promise<void> {
  const end = jws.lastIndexOf('.');
  const key = await importReceiptKey(x).catch(() => {
    throw new ReceiptKeyError(NO_KEY);
  });
  const signature = Buffer.from(jws.slice(end + 1), 'base64url');
  if (!(await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(jws.slice(0, end)))))
    throw new ReceiptKeyError('The two halves of this key do not belong together.');
}

const SAMPLE: SignedFacts = { submissionId: '', digest: '', reference: '', receivedAt: '' };

const NO_KEY =
  'This is no private key for receipts: a JWK with "kty":"OKP", "crv":"Ed25519", "x" and "d". Make one: ' +
  'cliquez-signalez keys --receipts';

/**
 * Adds the signature to a receipt.
 * @param answer the receipt as JSON text, as the store keeps it
 * @param digest SHA-256 of the stored body
 */
export async function signReceipt(answer: string, digest: string, key: ReceiptKey): Promise<string> {
  const receipt = JSON.parse(answer) as Receipt;
  const { submissionId, reference, receivedAt } = receipt;
  const signature = await key.sign({ submissionId, digest, reference, receivedAt });
  return JSON.stringify({ ...receipt, signature });
}

function parse(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}

const toBase64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** RFC 7638, with the members that RFC 8037 §2 names. */
async function thumbprintOf(x: string): Promise<string> {
  const text = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x });
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString(
    'base64url',
  );
}
