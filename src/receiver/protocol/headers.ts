// Headers of every answer: which pages may read it (CORS), and that it must be neither kept nor run.

/** Origins whose pages may send reports: exact ones (scheme, host, port), or `*` for the pages of any site. */
export type AllowedOrigins = '*' | readonly string[];

/** An entry of `origins` is not an origin. */
export class OriginError extends Error {
  override readonly name = 'OriginError';
}

/**
 * Checks the list once, at the start, because an entry that never matches would silently refuse every report.
 * @throws {OriginError} naming the entry and what to write instead
 */
export function checkOrigins(origins: AllowedOrigins): void {
  for (const entry of origins === '*' ? [] : origins) {
    const origin = URL.parse(entry)?.origin ?? 'null';
    if (origin === entry && origin !== 'null') continue;
    const advice = origin === 'null' ? 'https://www.example.org' : origin;
    throw new OriginError(
      `« ${entry} » is not an origin. Write scheme, host and port alone, such as ${advice}`,
    );
  }
}

/**
 * Whether the origin of a request is allowed. A request without an `Origin` header comes from no web page (but a relay,
 * an app, a command line), and no list of origins can bind it. `null` is an anonymous page, never on a list.
 */
export function isOriginAllowed(origins: AllowedOrigins, origin: string | null): boolean {
  return origins === '*' || origin === null || origins.includes(origin);
}

/**
 * Whether a request is of a kind that scripts make with CORS in force. Links, forms and requests that may not read
 * their answer are not. Browsers refuse those JSON anyway, but once failed to (`sendBeacon`). Programs send no
 * `Sec-Fetch-Mode`.
 */
export function isFetch(headers: Headers): boolean {
  return /^(cors|same-origin)?$/.test(headers.get('sec-fetch-mode') ?? '');
}

const FIXED_HEADERS = {
  // Unless it is exposed, Retry-After reads null in every engine.
  'Access-Control-Expose-Headers': 'Retry-After, RateLimit, RateLimit-Policy',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Completes the headers of an answer. Only an allowed origin may read it, and never with credentials. */
export function setCommonHeaders(headers: Headers, origins: AllowedOrigins, origin: string | null): void {
  for (const [name, value] of Object.entries(FIXED_HEADERS)) if (!headers.has(name)) headers.set(name, value);
  if (origins === '*') headers.set('Access-Control-Allow-Origin', '*');
  else if (origin !== null && origins.includes(origin)) headers.set('Access-Control-Allow-Origin', origin);
}

/** Headers that a preflight answer adds. Browsers cache them for two hours, the longest that Chromium accepts. */
export const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'content-type, idempotency-key, altcha',
  'Access-Control-Max-Age': '7200',
} as const;
