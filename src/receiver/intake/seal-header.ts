// The header of a sealed report: a closed list of members, checked before any cryptography.
import * as z from 'zod/mini';

// 32 bytes: the last of 43 characters has four bits to spare, which must be zero.
const coordinate = z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/u));

/** Nothing else is allowed: another algorithm, compression, extensions or a private key would be an experiment. */
const headerSchema = z.strictObject({
  alg: z.literal('ECDH-ES'),
  enc: z.literal('A256GCM'),
  /** The sender's half of the agreement, made for this report alone. */
  epk: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  /** Which of its keys the hotline needs: the RFC 7638 thumbprint, if the sender follows the contract. */
  kid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
});

/** The members of a header. */
export type SealHeader = z.infer<typeof headerSchema>;

/**
 * Reads the header of a compact JWE. Nothing is decrypted: only the holder of the private key can find out whether the
 * rest opens.
 * @param sealed any text
 * @returns undefined if this version neither makes nor opens such a header
 */
export function readSealHeader(sealed: string): SealHeader | undefined {
  const [encoded = ''] = sealed.split('.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(encoded));
    const header: unknown = JSON.parse(text);
    // The header must stay the same when written again: JSON.parse drops one of two equal names.
    return JSON.stringify(header) === text ? headerSchema.safeParse(header).data : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
