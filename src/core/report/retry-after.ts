// `Retry-After`, as RFC 9110 (10.2.3) allows it: whole seconds, or one of three forms of a date. Anything else counts as
// no wait that was asked for.

const TIME = '(?<time>\\d\\d:\\d\\d:\\d\\d)';

/** The forms of a date in HTTP (RFC 9110, 5.6.7): today's, and two obsolete ones that recipients must accept. */
const DATES = [
  `[A-Z][a-z]{2}, (?<day>\\d\\d) (?<month>\\w{3}) (?<year>\\d{4}) ${TIME} GMT`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-(?<month>\\w{3})-(?<year>\\d\\d) ${TIME} GMT`,
  `[A-Z][a-z]{2} (?<month>\\w{3}) (?<day>[ 1-3]\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/**
 * The wait that an endpoint asks for.
 * @param text value of the header
 * @returns whole seconds from now, 0 or more; undefined if there is no value, or one that the RFC does not allow
 */
export function readRetryAfter(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const ms = readDate(text, nowMs);
  return ms === undefined ? undefined : Math.max(0, Math.ceil((ms - nowMs) / 1_000));
}

function readDate(text: string, nowMs: number): number | undefined {
  const fields = DATES.map((form) => form.exec(text)?.groups).find((groups) => groups);
  if (!fields) return undefined;
  const { day = '', month, year = '', time } = fields;
  const date = `${text.slice(0, 3)}, ${day.replace(' ', '0')} ${month} ${fullYear(year, nowMs)} ${time} GMT`;
  const ms = Date.parse(date);
  // Parsers accept the 31st of February and a wrong day of the week, each engine its own.
  return new Date(ms).toUTCString() === date ? ms : undefined;
}

/** A year of two digits is not more than 50 years ahead (RFC 9110, 5.6.7). */
function fullYear(year: string, nowMs: number): number {
  if (year.length === 4) return Number(year);
  const now = new Date(nowMs).getUTCFullYear();
  const full = now - (now % 100) + Number(year);
  return full > now + 50 ? full - 100 : full;
}
