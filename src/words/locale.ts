// The type of a language: its strings, part by part, and names that a browser may lack.

import type { ExtraMessages, FirstMessages, LaterMessages, LauncherMessages } from './messages.ts';

/** The strings of the form in one language: those of its first step, and loaders for the others. */
export interface FormTexts {
  readonly first: FirstMessages;
  readonly later: () => Promise<LaterMessages>;
  /** Those that few people open; if absent, `later` has them too, or nobody can open their content. */
  readonly extra?: () => Promise<ExtraMessages>;
}

/** Replacement for `Intl` if a browser has no data for a language, and would write in another one. */
export interface OwnNames {
  /** A date with the name of its month, and with hours and minutes if asked for. */
  readonly date: (date: Date, timeStyle?: 'short') => string;
  /** The name of a day, from 1 for Monday to 7. */
  readonly weekday: (day: number) => string;
  /** A full hour, from 0 to 24. */
  readonly hour: (hour: number) => string;
  readonly list: (texts: readonly string[]) => string;
  /** The name of a country with help lines, by its ISO 3166-1 alpha-2 code. */
  readonly country: (code: string) => string | undefined;
}

/** One language. The button's strings are available at once; the others load when they are needed. */
export interface Locale {
  /** Language tag (BCP 47), such as `fr` or `pt-BR`. */
  readonly tag: string;
  /** The language's name in itself, such as `Gaeilge`; where absent, the browser's name for it. */
  readonly name?: string;
  /** Language tag for dates and hours, if `tag` does not say enough, such as `en-GB`; `tag` if absent. */
  readonly dateTag?: string;
  /** Names and dates, if this browser has none in this language. */
  readonly names?: OwnNames | undefined;
  /** Writing direction; left to right if absent. */
  readonly dir?: 'ltr' | 'rtl';
  /** Whether no native speaker has read all of its strings yet. Developers are told; reporters are not. */
  readonly isDraft?: boolean;
  readonly launcher: LauncherMessages;
  readonly form: () => Promise<FormTexts>;
}
