// Help lines, as data, by country. Their names stand in the locale files, under `help.<id>`; where and when each was
// read, in help-sources.ts.
// A number is shown only where it works: without a country, only those that are answered all over the European Union.

import type { OpeningHours } from './opening-hours.ts';

export { emergencyNumbers } from './emergency-numbers.ts';
export type { OpeningHours } from './opening-hours.ts';

/** One help line: a number to call, or a site. */
export interface HelpResource {
  /** Identifier; the name shown stands in the locale files as `help.<id>`, unless `name` gives it. */
  readonly id: string;
  /** Number as it is written for people, spaces included. */
  readonly number?: string;
  /** Address of a site, for what has no number. */
  readonly url?: string;
  /** Address at which the line answers in writing. */
  readonly chat?: string | undefined;
  /** Name shown, for lines that a partner adds. */
  readonly name?: string;
  readonly hours?: OpeningHours | undefined;
  /** Time zone of the hours, as its IANA name; without it, it is not said whether the line answers now. */
  readonly zone?: string;
}

/** A line with a telephone; without an identifier of its own it goes by its number, without the space. */
const phone = (
  number: string,
  hours?: OpeningHours,
  id = number.replace(' ', ''),
  chat?: string,
): HelpResource => ({
  id,
  number,
  hours,
  zone: 'Europe/Paris',
  chat,
});

const site = (id: string, url: string): HelpResource => ({ id, url });

const FRANCE: readonly HelpResource[] = [
  phone('3018', [1, 7, 9, 23], '3018', 'https://3018.fr'),
  phone('119', 'always', '119', 'https://www.allo119.gouv.fr'),
  phone('3114', 'always'),
  phone('3919', 'always'),
  // Sources differ on its hours, so none are shown.
  phone('116 006'),
  // The hours of its telephone were not found.
  phone('39 28', undefined, '3928', 'https://www.antidiscriminations.fr'),
  phone('0 800 005 696', [1, 5, 9, 18], 'radicalisation'),
  phone('0 800 05 95 95', [1, 5, 10, 19], 'rape'),
  phone('0 800 235 236', [1, 7, 9, 23], 'youth'),
  phone('0 806 23 10 63', [1, 5, 9, 17], 'stop'),
  site('cyber', 'https://17cyber.gouv.fr'),
  site('police', 'https://arretonslesviolences.gouv.fr'),
  site('pharos', 'https://www.internet-signalement.gouv.fr'),
  site('takeitdown', 'https://takeitdown.ncmec.org'),
  site('stopncii', 'https://stopncii.org'),
  site('disrupt', 'https://pointdecontact.net/disrupt'),
];

const EUROPE: readonly HelpResource[] = [
  // Opening hours differ from country to country, so none are shown.
  phone('116 111'),
  phone('116 000', 'always'),
];

const IN_EUROPE = /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)?$/;

/**
 * The help lines of a country: of France its own, in the rest of the European Union and without a country those of
 * the Union, elsewhere none, because those numbers reach nobody there.
 * @param country ISO 3166-1 alpha-2
 */
export function linesOf(country = ''): readonly HelpResource[] {
  const code = country.toUpperCase();
  if (code === 'FR') return FRANCE;
  return IN_EUROPE.test(code) ? EUROPE : [];
}

/** One line by its identifier, where the country has it. */
export const helpLine = (id: string, country?: string): HelpResource | undefined =>
  linesOf(country).find((line) => line.id === id);
