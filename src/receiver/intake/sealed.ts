// Opens sealed reports on the machine that holds the private key: it reads reports, and does not receive them.
import * as z from 'zod/mini';
import type { Envelope } from '../../core/report/protocol.ts';
import { envelopeSchema } from '../../core/report/protocol-schema.ts';
import { reportSchema, type Report } from '../../core/report/report.ts';
import { hasExactNumbers } from './json-shape.ts';
import { readSealHeader } from './seal-header.ts';

/**
 * Why an envelope could not be opened, in the order of the values: it is not an envelope; its header is not one of this
 * version; it was sealed for another key, or changed on its way; its content is not a report; its report is another one
 * than the envelope says.
 */
export type SealedFault = 'shape' | 'header' | 'decryption' | 'content' | 'identity';

/** An envelope that could not be opened. The error reveals nothing of its content. */
export class SealedError extends Error {
  override readonly name = 'SealedError';
  readonly fault: SealedFault;

  constructor(fault: SealedFault, options?: ErrorOptions) {
    super(MESSAGES[fault], options);
    this.fault = fault;
  }
}

const MESSAGES: Readonly<Record<SealedFault, string>> = {
  shape: 'This is not an envelope.',
  header: 'The envelope is sealed in another way than this version seals.',
  decryption: 'The envelope is sealed for another key, or was changed on its way.',
  content: 'What is sealed in the envelope is not a report.',
  identity: 'The report in the envelope is another one than the envelope says.',
};

/** The private key cannot be used; the message describes a usable one. */
export class PrivateKeyError extends Error {
  override readonly name = 'PrivateKeyError';
}

const privateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' };

/**
 * Reads the private key that `cliquez-signalez keys` wrote.
 * @param text JWK (RFC 7517) of a private key on the curve P-256, as JSON
 * @returns a key that cannot be exported from the process
 * @throws {PrivateKeyError} if it is something else
 */
export async function readPrivateKey(text: string): Promise<CryptoKey> {
  try {
    const { kty, crv, x, y, d } = privateJwk.parse(JSON.parse(text));
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, AGREEMENT, false, ['deriveBits']);
  } catch {
    // Without a cause: it may quote the key.
    throw new PrivateKeyError(
      'This is not a private key made by « cliquez-signalez keys » (JWK, EC, P-256).',
    );
  }
}

/**
 * Opens an envelope. Needs jose.
 * @param envelope an envelope, as the JSON value that was received; it is checked again here
 * @param privateKey from `readPrivateKey`
 * @throws {SealedError} if it cannot be opened, or its content is not the report that the envelope announces
 */
export async function openSealed(envelope: unknown, privateKey: CryptoKey): Promise<Report> {
  const { data } = envelopeSchema.safeParse(envelope);
  if (!data) throw new SealedError('shape');
  if (!readSealHeader(data.sealed)) throw new SealedError('header');
  const report = reportIn(await decrypt(data, privateKey));
  // A relay could write its own hash into an envelope, and ask in place of the reporter.
  if (
    report.submissionId !== data.submissionId ||
    report.source.partnerId !== data.partnerId ||
    report.followUp?.hash !== data.followUp?.hash
  ) {
    throw new SealedError('identity');
  }
  return report;
}

async function decrypt({ sealed }: Envelope, privateKey: CryptoKey): Promise<Uint8Array> {
  const { compactDecrypt } = await import('jose');
  try {
    const { plaintext } = await compactDecrypt(sealed, privateKey, {
      // Without these lists jose takes any algorithm that the sender names.
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return plaintext;
  } catch (cause) {
    throw new SealedError('decryption', { cause });
  }
}

function reportIn(plaintext: Uint8Array): Report {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
    if (hasExactNumbers(text)) return reportSchema.parse(JSON.parse(text));
  } catch {
    // Without a cause: it may quote the report.
  }
  throw new SealedError('content');
}
