// What the receiver was told of the hotline's keys. Without packages: the command reads it before it knows any.

/** What the hotline says of its keys. The keys themselves are elsewhere. */
export interface SealingOptions {
  /**
   * Thumbprints of the public keys that the hotline can open reports of (RFC 7638, SHA-256, base64url), as
   * `cliquez-signalez keys` prints them; several while keys change. What is sealed for another key, or says none, is
   * then refused. Without them every envelope is stored, also one that nobody can ever open.
   */
  readonly sealKeys?: readonly string[];
  /** Whether reports that are not sealed are refused; false by default. */
  readonly sealedOnly?: boolean;
}

/** The thumbprints of the keys cannot be used as they stand; the message says what to mend. */
export class SealKeysError extends Error {
  override readonly name = 'SealKeysError';
}

// 32 bytes in base64url: the last of 43 characters has two bits to spare, which must be zero.
const THUMBPRINT = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** Base64url of the raw point: what stands in the form's attribute `public-key`. */
const PUBLIC_KEY = /^B[\w-]{86}$/;

/**
 * Checks thumbprints once, at the start: with a slip in one, every report would be refused.
 * @throws {SealKeysError} naming the entry and what to write instead
 */
export function checkSealKeys(keys: unknown): ReadonlySet<string> {
  if (!Array.isArray(keys)) throw new SealKeysError(`What opens is a list of thumbprints. ${ASK}`);
  if (keys.length === 0) {
    throw new SealKeysError(`No key is named. ${ASK} Leave the setting out to take every envelope.`);
  }
  const known = new Set<string>();
  keys.map(String).forEach((key, index) => {
    if (PUBLIC_KEY.test(key)) {
      throw new SealKeysError(
        `« ${key} » is a public key. Its thumbprint is wanted: cliquez-signalez keys --of ${key}`,
      );
    }
    // Not repeated at length: what stands here by mistake may be a private key.
    if (!THUMBPRINT.test(key)) {
      throw new SealKeysError(
        `« ${key.slice(0, 12)}${key.length > 12 ? '…' : ''} » is no thumbprint, which has 43 characters. ${ASK}`,
      );
    }
    if (known.has(key)) throw new SealKeysError(`Thumbprint ${index + 1} stands there twice: « ${key} ».`);
    known.add(key);
  });
  return known;
}

const ASK = 'Ask for it: cliquez-signalez keys --of private-key.json';
