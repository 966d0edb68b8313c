// A report that only the hotline can open: a compact JWE (RFC 7516), made by the platform's own cryptography.

import type { Envelope } from './protocol.ts';
import type { Report } from './report.ts';

/** A sealed report is padded to a multiple of this size, in bytes: its length reveals nothing more precise. */
export const SEALED_STEP_BYTES = 4_096;

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const toBase64url = (bytes: Uint8Array): string => {
  let binary = '';
  // One byte at a time: a report has more bytes than a call may have arguments.
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** P-256 (NIST SP 800-186): the points (x, y) with y² = x³ - 3x + b, modulo p. */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8_aa3a93e7_b3ebbd55_769886bc_651d06b0_cc53b0f6_3bce3c3e_27d2604bn;

// Not every platform checks the point: WebKitGTK imports any two numbers.
function isOnCurve(point: Uint8Array): boolean {
  const numberAt = (start: number): bigint =>
    point.subarray(start, start + 32).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const x = numberAt(1);
  const y = numberAt(33);
  return x < P && y < P && (y ** 2n - x ** 3n + 3n * x - B) % P === 0n;
}

/**
 * The hotline's public key.
 * @param text base64url of the uncompressed point on P-256, 65 bytes
 * @throws if the platform has no cryptography (pages over http), or the text is no such point
 */
export async function importPublicKey(text: string): Promise<CryptoKey> {
  const point = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
    character.charCodeAt(0),
  );
  // Some platforms also accept other encodings of a point.
  if (point.length !== 65 || point[0] !== 4 || !isOnCurve(point))
    throw new TypeError('Not a point on P-256.');
  return crypto.subtle.importKey('raw', point, CURVE, true, []);
}

/** The public members of a key, for a header and for a thumbprint, in the order of RFC 7638. */
async function pointOf(key: CryptoKey): Promise<{ crv: string; kty: string; x: string; y: string }> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  return { crv: 'P-256', kty: 'EC', x, y };
}

const thumbprintOf = async (key: CryptoKey): Promise<string> =>
  toBase64url(await sha256(encode(JSON.stringify(await pointOf(key)))));

/**
 * The name of a public key on the wire (`kid`) and in the receiver's `SEAL_KEYS`: its RFC 7638 thumbprint, SHA-256, in
 * base64url.
 * @param publicKey see {@link importPublicKey}
 */
export const thumbprint = async (publicKey: string): Promise<string> =>
  thumbprintOf(await importPublicKey(publicKey));

/** The key of one message: Concat KDF (NIST SP 800-56A) with the inputs of RFC 7518 §4.6.2 for ECDH-ES with A256GCM. */
async function contentKey(secret: ArrayBuffer): Promise<CryptoKey> {
  const rounds = [0, 0, 0, 1];
  const algorithm = [0, 0, 0, 7, ...encode('A256GCM')];
  // Both parties are unnamed. The key has 256 bits.
  const parties = [0, 0, 0, 0, 0, 0, 0, 0];
  const length = [0, 0, 1, 0];
  const input = [...rounds, ...new Uint8Array(secret), ...algorithm, ...parties, ...length];
  return crypto.subtle.importKey('raw', await sha256(Uint8Array.from(input)), 'AES-GCM', false, ['encrypt']);
}

/**
 * Seals a report.
 * @param text the report's JSON
 * @param publicKey see {@link importPublicKey}
 */
export async function sealReport(report: Report, text: string, publicKey: string): Promise<Envelope> {
  const { schemaVersion, submissionId, source, followUp } = report;
  return {
    schemaVersion,
    submissionId,
    ...(source.partnerId && { partnerId: source.partnerId }),
    ...(followUp && { followUp }),
    sealed: await sealText(text, publicKey),
  };
}

/**
 * Seals JSON text as a compact JWE. Spaces, which JSON ignores, pad the text, so that its length reveals little.
 * @param publicKey see {@link importPublicKey}
 */
export async function sealText(text: string, publicKey: string): Promise<string> {
  const { subtle } = crypto;
  const recipient = await importPublicKey(publicKey);
  const ephemeral = await subtle.generateKey(CURVE, true, ['deriveBits']);
  const secret = await subtle.deriveBits({ name: 'ECDH', public: recipient }, ephemeral.privateKey, 256);
  const header = {
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    // Names the hotline's key. A receiver that knows the keys refuses an envelope that none of them opens.
    kid: await thumbprintOf(recipient),
    epk: await pointOf(ephemeral.publicKey),
  };
  const authenticated = toBase64url(encode(JSON.stringify(header)));
  const written = encode(text);
  const padded = new Uint8Array(Math.ceil(written.length / SEALED_STEP_BYTES) * SEALED_STEP_BYTES).fill(32);
  padded.set(written);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(
    await subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: encode(authenticated) },
      await contentKey(secret),
      padded,
    ),
  );
  // The second part, the encrypted key, is empty: the key is agreed on directly.
  const parts = [authenticated, '', iv, sealed.subarray(0, -16), sealed.subarray(-16)];
  return parts.map((part) => (typeof part === 'string' ? part : toBase64url(part))).join('.');
}
