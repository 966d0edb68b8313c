// Dates, hours and lists in the language of a form, as `Intl` has them, or as the locale does if the browser has not
// got the language (own-names.ts).

import { withFirstDay } from '../core/first-day.ts';
import type { Locale } from './locale.ts';

export const tagOf = ({ tag, dateTag = tag }: Locale): string => dateTag;

/** A date with the name of its month, in the reporter's time zone; with hours and minutes if asked for. */
export const longDate = (locale: Locale, date: Date, timeStyle?: 'short'): string =>
  locale.names?.date(date, timeStyle) ??
  withFirstDay(locale.tag, date.toLocaleString(tagOf(locale), { dateStyle: 'long', timeStyle }));

// The first of January 2024 is a Monday.
const told = (locale: Locale, options: Intl.DateTimeFormatOptions, day: number, hour = 0): string =>
  new Date(Date.UTC(2024, 0, day, hour)).toLocaleString(tagOf(locale), { timeZone: 'UTC', ...options });

/** The name of a day of the week, from 1 for Monday to 7, as within a sentence. */
export function weekday(locale: Locale, day: number): string {
  const name = locale.names?.weekday(day) ?? told(locale, { weekday: 'long' }, day);
  // For these languages, browsers have a capital, as on a calendar.
  return ['lv', 'mt'].includes(locale.tag) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name;
}

/** “12 am” and “12 pm” are often read the wrong way round. */
const TWELVE_IN_ENGLISH: Readonly<Record<number, string>> = { 0: 'midnight', 12: 'midday', 24: 'midnight' };

/** A full hour, from 0 to 24: with minutes, unless the language has a word or a letter for hours. */
export function fullHour(locale: Locale, hour: number): string {
  const own = locale.names?.hour(hour) ?? (locale.tag.startsWith('en') ? TWELVE_IN_ENGLISH[hour] : undefined);
  if (own) return own;
  const text = told(locale, { hour: 'numeric' }, 1, hour);
  return (
    (/\p{L}/u.test(text) ? text : told(locale, { timeStyle: 'short' }, 1, hour))
      .replace(/^0\B/, '')
      // The end of a day is not its beginning, on a clock of 24 hours.
      .replace(/^0(?!\d)/, hour === 24 ? '24' : '0')
      .replaceAll(' ', '\u00a0')
  );
}

/** Several texts as a list. */
export const inList = (locale: Locale, texts: readonly string[]): string =>
  locale.names?.list(texts) ?? new Intl.ListFormat(tagOf(locale), { type: 'unit' }).format(texts);

/** The name of a language in itself, with a capital, as in a list. */
export function ownName({
  tag,
  name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!,
}: Pick<Locale, 'tag' | 'name'>): string {
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The name of a language, as within a sentence; its own name for it where browsers lack the form's language. */
export const languageName = (locale: Locale, tag: string): string =>
  new Intl.DisplayNames(locale.names ? tag : tagOf(locale), { type: 'language' }).of(tag)!;
