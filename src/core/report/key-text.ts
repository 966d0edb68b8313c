// The text of a hotline's public key. Separate from the sealing, because the button checks it before any click.

/** Whether a value has the form of a public key for sealing: base64url of an uncompressed P-256 point, 65 bytes. */
export const isKeyText = (given: unknown): given is string =>
  typeof given === 'string' && /^B[\w-]{86}$/.test(given);
