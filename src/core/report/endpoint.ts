// The addresses that a page gives: an endpoint of reports, and a page to read. Separate from the protocol, because the
// button checks them before any click.

/**
 * An address that a link may lead to: http or https. A quotation mark in it is one that the page meant to write around it.
 * No address has one: it is written `%E2%80%9D`.
 */
export const WEB_ADDRESS = /^https?:\/\/[^"‘-‟«»]+$/i;

/**
 * An endpoint as a page may write it: an address on the web, or a path on its own site, which begins with `/`, `./` or `../`.
 * `hotline.example/v1/reports` would be a path too, and the page means another server.
 */
const ENDPOINT = /^(https?:\/|\.{0,2})\/[^"‘-‟«»]*$/i;

/** The text of an address. A page may set a property to anything: only a text and a URL object name an address. */
export const addressText = (given: unknown): string =>
  typeof given === 'string' ? given.trim() : given instanceof URL ? given.href : '';

/** The names of this machine. */
export const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1])$/;

/**
 * The address that may receive reports: https anywhere, the page's own origin, or a server on this machine if the page
 * itself is on this machine. It has no user name and no password.
 * @param given the address as the page gives it: with its scheme, or from `/`, `./` or `../`
 * @param pageAddress address of the page that carries the form
 * @returns the absolute address, or undefined if reports must not go there
 */
export function usableEndpoint(given: unknown, pageAddress: string): string | undefined {
  const written = addressText(given);
  if (!written) return undefined;
  const question = `${written} ${pageAddress}`;
  if (question !== last?.question) last = { question, answer: read(written, pageAddress) };
  return last.answer;
}

/** Cache of the last check: a page may have a thousand buttons, all with the same address. */
let last: { question: string; answer: string | undefined } | undefined;

function read(written: string, pageAddress: string): string | undefined {
  try {
    if (!ENDPOINT.test(written)) return undefined;
    const page = new URL(pageAddress);
    const { protocol, username, password, origin, hostname, href } = new URL(written, page);
    const isLocal = LOOPBACK.test(hostname) && LOOPBACK.test(page.hostname);
    const mayReceive = protocol === 'https:' || (protocol === 'http:' && (isLocal || origin === page.origin));
    return mayReceive && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}
