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
  readonly chat?: string;
  /** Name shown, for lines that a partner adds. */
  readonly name?: string;
  readonly hours?: OpeningHours;
  /** Time zone of the hours, as its IANA name; without it, it is not said whether the line answers now. */
  readonly zone?: string;
  /** Not offered to somebody under age. */
  readonly isForAdults?: boolean;
}

const hours = 'always';
const zone = 'Europe/Paris';

const FRANCE: readonly HelpResource[] = [
  {
    id: '3018',
    number: '3018',
    hours: [{ from: 9, to: 23 }],
    zone,
    chat: 'https://3018.fr',
  },
  {
    id: '119',
    number: '119',
    hours,
    chat: 'https://www.allo119.gouv.fr',
  },
  { id: '3114', number: '3114', hours },
  { id: '3919', number: '3919', hours },
  // Sources differ on its hours, so none are shown.
  { id: '116006', number: '116 006' },
  // The hours of its telephone were not found.
  {
    id: '3928',
    number: '39 28',
    chat: 'https://www.antidiscriminations.fr',
  },
  {
    id: 'radicalisation',
    number: '0 800 005 696',
    hours: [{ days: [1, 5], from: 9, to: 18 }],
    zone,
  },
  {
    id: 'rape',
    number: '0 800 05 95 95',
    hours: [{ days: [1, 5], from: 10, to: 19 }],
    zone,
  },
  {
    id: 'youth',
    number: '0 800 235 236',
    hours: [{ from: 9, to: 23 }],
    zone,
  },
  {
    id: 'stop',
    number: '0 806 23 10 63',
    hours: [{ days: [1, 5], from: 9, to: 17 }],
    zone,
    isForAdults: true,
  },
  { id: 'cyber', url: 'https://17cyber.gouv.fr' },
  { id: 'police', url: 'https://arretonslesviolences.gouv.fr' },
  { id: 'pharos', url: 'https://www.internet-signalement.gouv.fr' },
  { id: 'takeitdown', url: 'https://takeitdown.ncmec.org' },
  { id: 'stopncii', url: 'https://stopncii.org', isForAdults: true },
  { id: 'disrupt', url: 'https://pointdecontact.net/disrupt' },
];

const EUROPE: readonly HelpResource[] = [
  // Opening hours differ from country to country, so none are shown.
  { id: '116111', number: '116 111' },
  { id: '116000', number: '116 000', hours },
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

/** The number for children: a country's own line, or the European one. */
export const childHelpline = (country?: string): string | undefined =>
  (helpLine('119', country) ?? helpLine('116111', country))?.number;
