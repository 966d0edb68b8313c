// Help lines and emergency numbers, as dated data, by country. Their names stand in the locale files, under `help.<id>`.
// A number is shown only where it works: without a country, only those that are answered all over the European Union.

import { CATEGORIES, type CategoryId } from './categories.ts';

/** When a line answers: day and night, or every day between two full hours of its country's time. */
export type OpeningHours = 'always' | { readonly from: number; readonly to: number };

/** One help line. */
export interface HelpResource {
  /** Identifier; the name shown stands in the locale files as `help.<id>`, unless `name` gives it. */
  readonly id: string;
  /** Number as it is written for people, spaces included. */
  readonly number: string;
  /** Name shown, for lines that a partner adds. */
  readonly name?: string;
  readonly hours?: OpeningHours;
  /** Site on which number and hours were read. */
  readonly source: string;
  /** Day on which they were read there: `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

/** Numbers for immediate danger: a call, a second one where there are two, and a text message where that exists. */
export interface EmergencyNumbers {
  readonly first: string;
  readonly second?: string;
  readonly text?: string;
}

interface CountryHelp {
  readonly emergency: EmergencyNumbers;
  /** The child helpline, named in notices. */
  readonly child: string;
  readonly lines: readonly HelpResource[];
}

// Read in the project's research on that day, which names these sites as the sources of numbers and hours.
const checkedOn = '2026-11-24';

const EVERYWHERE: CountryHelp = {
  emergency: { first: '112' },
  child: '116 111',
  lines: [
    // Opening hours differ from country to country, so none are shown.
    { id: '116111', number: '116 111', source: 'https://childhelplineinternational.org', checkedOn },
    {
      id: '116000',
      number: '116 000',
      hours: 'always',
      source: 'https://missingchildreneurope.eu',
      checkedOn,
    },
  ],
};

const COUNTRIES: Readonly<Record<string, CountryHelp>> = {
  FR: {
    emergency: { first: '17', second: '112', text: '114' },
    child: '119',
    lines: [
      {
        id: '3018',
        number: '3018',
        hours: { from: 9, to: 23 },
        source: 'https://solidarites.gouv.fr',
        checkedOn,
      },
      { id: '119', number: '119', hours: 'always', source: 'https://www.allo119.gouv.fr', checkedOn },
      { id: '3114', number: '3114', hours: 'always', source: 'https://3114.fr', checkedOn },
      { id: '3919', number: '3919', hours: 'always', source: 'https://www.tf1info.fr', checkedOn },
      // Sources differ on its hours, so none are shown.
      { id: '116006', number: '116 006', source: 'https://www.service-public.fr', checkedOn },
    ],
  },
};

const helpOf = (country: string | undefined): CountryHelp =>
  COUNTRIES[country?.toUpperCase() ?? ''] ?? EVERYWHERE;

/** The numbers for immediate danger in a country (ISO 3166-1 alpha-2), or 112 where the country is not known. */
export const emergencyNumbers = (country?: string): EmergencyNumbers => helpOf(country).emergency;

/** The child helpline of a country, or the European one. */
export const childHelpline = (country?: string): string => helpOf(country).child;

/** One line by its identifier, where the country has it. */
export const helpLine = (id: string, country?: string): HelpResource | undefined =>
  helpOf(country).lines.find((line) => line.id === id);

/** The lines to offer after a report of this category, the most fitting first. */
export function helpLines(category: CategoryId | undefined, country?: string): readonly HelpResource[] {
  const wanted: readonly string[] = CATEGORIES.find(({ id }) => id === category)?.help ?? [];
  const { lines } = helpOf(country);
  const fitting = wanted.flatMap((id) => lines.filter((line) => line.id === id));
  return fitting.length > 0 ? fitting : lines.slice(0, 2);
}
