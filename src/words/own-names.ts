// Names and dates of a language of which browsers may have no data, for the locale that brings them.

import type { OwnNames } from './locale.ts';

/** The words of such a language, from the Unicode CLDR: names/<tag>.json. */
export interface Words {
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** January first, as they stand after the day's number. */
  readonly months: readonly string[];
  /** Countries with help lines, by ISO 3166-1 alpha-2 code. */
  readonly countries: Readonly<Record<string, string>>;
}

/** Replacement for `Intl`, or undefined if this browser knows the language. */
export function ownNames(tag: string, { weekdays, months, countries }: Words): OwnNames | undefined {
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0) return undefined;
  return {
    date(date, timeStyle) {
      const day = `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
      // In French, hours and minutes are digits alone.
      return timeStyle ? `${day}, ${date.toLocaleTimeString('fr', { timeStyle })}` : day;
    },
    weekday: (day) => weekdays[day - 1] ?? '',
    hour: (hour) => `${hour}:00`,
    list: (texts) => texts.join(', '),
    country: (code) => countries[code],
  };
}
