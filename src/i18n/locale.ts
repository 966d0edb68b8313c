// What a language is: its strings, part by part, and what a browser may not know of it.

import type { FirstMessages, LaterMessages, LauncherMessages } from './messages.ts';

/** The strings of the form in one language: those of its first step, and a loader for those of the later steps. */
export interface FormTexts {
  readonly first: FirstMessages;
  readonly later: () => Promise<LaterMessages>;
}

/** Names for a language of which a browser has no data, where `Intl` would give those of another language. */
export interface CalendarNames {
  /** The days, Monday first. */
  readonly weekdays: readonly string[];
  /** The months, January first, as they stand after the day's number. */
  readonly months: readonly string[];
  /** Countries with help lines, by ISO 3166-1 alpha-2 code. */
  readonly countries: Readonly<Record<string, string>>;
}

/** One language. The button's strings are available at once; the others load when they are needed. */
export interface Locale {
  /** Language tag (BCP 47), such as `fr` or `pt-BR`. */
  readonly tag: string;
  /** The language's name in itself, such as `Gaeilge`; where absent, the browser's name for it. */
  readonly name?: string;
  /** Language tag for dates and hours, where `tag` does not say enough, such as `en-GB`; `tag` if absent. */
  readonly dateTag?: string;
  /** Names that stand in for those of a browser without data for this language. */
  readonly names?: CalendarNames;
  /** Writing direction; left to right where absent. */
  readonly dir?: 'ltr' | 'rtl';
  /** Whether no native speaker has read all of its strings yet. Developers are told; reporters are not. */
  readonly isDraft?: boolean;
  readonly launcher: LauncherMessages;
  readonly form: () => Promise<FormTexts>;
}
