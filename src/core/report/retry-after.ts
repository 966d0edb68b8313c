// `Retry-After`, as RFC 9110 (10.2.3) has it: whole seconds, or a date in the one form that HTTP sends (IMF-fixdate, 5.6.7).
// Anything else counts as no wait that was asked for.

const DATE = /^[A-Z][a-z]{2}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * The wait that an endpoint asks for.
 * @param text value of the header
 * @returns whole seconds from now, 0 or more; undefined if there is no value, or one of another form
 */
export function readRetryAfter(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const ms = DATE.test(text) ? Date.parse(text) : NaN;
  // Parsers accept the 31st of February and a wrong day of the week, each engine its own.
  return new Date(ms).toUTCString() === text ? Math.max(0, Math.ceil((ms - nowMs) / 1_000)) : undefined;
}
