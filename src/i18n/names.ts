// Dates, hours, lists and names of countries in the language of a form, as `Intl` has them. Chromium has none in Irish and in
// Maltese, and would give those of the device's language: such a locale brings its own names.

import type { CalendarNames, Locale } from './locale.ts';

const tagOf = ({ tag, dateTag = tag }: Locale): string => dateTag;

/** The names that the locale brings, where the browser has none. */
const brought = ({ tag, names }: Locale): CalendarNames | undefined =>
  Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? undefined : names;

/** A date with the name of its month, in the reporter's time zone. */
export function longDate(locale: Locale, date: Date): string {
  const names = brought(locale);
  return names
    ? `${date.getDate()} ${names.months[date.getMonth()]} ${date.getFullYear()}`
    : date.toLocaleDateString(tagOf(locale), { dateStyle: 'long' });
}

/** The same with hours and minutes. */
export function longDateAndTime(locale: Locale, date: Date): string {
  return brought(locale)
    ? `${longDate(locale, date)}, ${date.toLocaleTimeString('fr', { timeStyle: 'short' })}`
    : date.toLocaleString(tagOf(locale), { dateStyle: 'long', timeStyle: 'short' });
}

/** The name of a day of the week, from 1 for Monday to 7. */
export function weekday(locale: Locale, day: number): string {
  return brought(locale)?.weekdays[day - 1] ?? told(locale, day, 0, { weekday: 'long' });
}

/** A full hour, from 0 to 24: with minutes, unless the language has a word or a letter for hours. */
export function fullHour(locale: Locale, hour: number): string {
  if (brought(locale)) return `${hour % 24}:00`;
  const text = told(locale, 1, hour, { hour: 'numeric' });
  return (/\p{L}/u.test(text) ? text : told(locale, 1, hour, { hour: 'numeric', minute: '2-digit' }))
    .replace(/^0\B/, '')
    .replaceAll(' ', '\u00a0');
}

// The first of January 2024 is a Monday.
const told = (locale: Locale, day: number, hour: number, options: Intl.DateTimeFormatOptions): string =>
  new Date(Date.UTC(2024, 0, day, hour)).toLocaleString(tagOf(locale), { timeZone: 'UTC', ...options });

/** Several texts as a list. */
export const inList = (locale: Locale, texts: readonly string[]): string =>
  brought(locale) ? texts.join(', ') : new Intl.ListFormat(tagOf(locale), { type: 'unit' }).format(texts);

/** The name of a language in itself, with a capital, as in a list. */
export function ownName({ tag, name }: Locale): string {
  const known = name ?? new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;
  return known.charAt(0).toLocaleUpperCase(tag) + known.slice(1);
}

/** The name of a country. @param code ISO 3166-1 alpha-2 */
export const countryName = (locale: Locale, code: string): string =>
  brought(locale)?.countries[code] ?? new Intl.DisplayNames(tagOf(locale), { type: 'region' }).of(code)!;
