// The receiver's options about the hotline's keys. Imports no package: the command loads this file before any.

/** Options about sealing. The keys themselves are elsewhere. */
export interface SealingOptions {
  /**
   * Thumbprints of the public keys whose reports the hotline can open (RFC 7638, SHA-256, base64url), as
   * `cliquez-signalez keys` prints them; several while keys change. A report sealed for another key, or without a key
   * name, is then refused. Without this option every envelope is stored, even one that can never be opened.
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

/** Base64url of the raw point, as in the form's attribute `public-key`. */
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
    // The message shows only the start: the mistaken entry may be a private key.
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
