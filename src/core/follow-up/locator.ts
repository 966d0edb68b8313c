// What a follow-up code is asked by, and what a report carries of it: neither leads back to the code, and what a report
// carries does not lead to what it is asked by.

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** Keeps this digest apart from any other of the same text; 1 is the version of the rule. */
const PURPOSE = 'cliquez-signalez follow-up 1\0';

/**
 * The locator of a code: base64url of SHA-256(purpose ‖ NUL ‖ the 16 symbols), 43 characters. Asking what became of a
 * report, and adding to it, present the locator.
 * @param code as `readCode` gives it
 * @throws if the platform has no cryptography (pages over http)
 */
export const locatorOf = async (code: string): Promise<string> =>
  toBase64url(await sha256(encode(PURPOSE + code)));

/**
 * What a report carries (`followUp.hash`): base64url of SHA-256(locator). Who sees it can neither ask nor add.
 * @throws as `locatorOf`
 */
export const hashOf = async (locator: string): Promise<string> => toBase64url(await sha256(encode(locator)));
