// The name of a country in the language of a form.

import type { Locale } from './locale.ts';
import { broughtBy, tagOf } from './names.ts';

/** @param code ISO 3166-1 alpha-2 */
export const countryName = (locale: Locale, code: string): string =>
  broughtBy(locale)?.countries[code] ?? new Intl.DisplayNames(tagOf(locale), { type: 'region' }).of(code)!;
