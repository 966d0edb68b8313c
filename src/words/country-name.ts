// The name of a country in the language of a form.

import type { Locale } from './locale.ts';
import { tagOf } from './names.ts';

/** @param code ISO 3166-1 alpha-2 */
export const countryName = (locale: Locale, code: string): string =>
  locale.names?.country(code) ?? new Intl.DisplayNames(tagOf(locale), { type: 'region' }).of(code)!;
