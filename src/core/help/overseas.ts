// Help lines of the French overseas territories, as data: those of France's lines for which a source says that they
// answer there (sources.ts). Their opening hours are on the clock of Paris.

import { FRANCE, type HelpResource, type LineId } from './lines.ts';

/** Sites, which answer wherever there is Internet. */
const SITES: readonly LineId[] = ['takeitdown', 'stopncii', 'disrupt'];

/** Lines by territory (ISO 3166-1 alpha-2). */
const TERRITORIES: Readonly<Record<string, readonly LineId[]>> = {
  GP: ['3018', '119', '3114', '3919', ...SITES],
  MQ: ['119', '3114', '3919', ...SITES],
  GF: ['119', '3114', '3919', ...SITES],
  RE: ['119', '3114', '3919', ...SITES],
  YT: ['119', '3114', '3919', ...SITES],
  BL: ['119', '3114', ...SITES],
  MF: ['119', '3114', ...SITES],
  PM: ['119', '3114', '3919', ...SITES],
};

/** The territories that have lines (ISO 3166-1 alpha-2). */
export const TERRITORY_CODES: readonly string[] = Object.keys(TERRITORIES);

/**
 * The lines of France or of one of its overseas territories; undefined for any other country.
 * @param country ISO 3166-1 alpha-2
 */
export function frenchLines(country = ''): readonly HelpResource[] | undefined {
  const code = country.toUpperCase();
  if (code === 'FR') return FRANCE;
  const ids = Object.hasOwn(TERRITORIES, code) ? TERRITORIES[code] : undefined;
  return ids && FRANCE.filter(({ id }) => (ids as readonly string[]).includes(id));
}

/** Whether the hours of French lines are not on the clock of this country. */
export const isOverseas = (country = ''): boolean => TERRITORY_CODES.includes(country.toUpperCase());
