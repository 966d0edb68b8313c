// Help lines of the French overseas territories, as data: lines of their own, and those of France's lines for which a
// source says that they answer there (sources.ts). The hours of the latter are on the clock of Paris.

import { FRANCE, type HelpResource, type LineId } from './lines.ts';

interface Territory {
  /** IANA name of its time zone; of the largest island, if it has several. */
  readonly zone: string;
  /** Lines of France that answer there. */
  readonly french: readonly LineId[];
  /** Lines of its own. */
  readonly own?: readonly HelpResource[];
}

/** Sites, which answer wherever there is Internet. */
const SITES: readonly LineId[] = ['takeitdown', 'stopncii', 'disrupt'];

/** Territories by code (ISO 3166-1 alpha-2). */
const TERRITORIES: Readonly<Record<string, Territory>> = {
  GP: { zone: 'America/Guadeloupe', french: ['3018', '119', '3114', '3919', ...SITES] },
  MQ: { zone: 'America/Martinique', french: ['119', '3114', '3919', ...SITES] },
  GF: { zone: 'America/Cayenne', french: ['119', '3114', '3919', ...SITES] },
  RE: { zone: 'Indian/Reunion', french: ['119', '3114', '3919', ...SITES] },
  YT: { zone: 'Indian/Mayotte', french: ['119', '3114', '3919', ...SITES] },
  BL: { zone: 'America/St_Barthelemy', french: ['119', '3114', ...SITES] },
  MF: { zone: 'America/Marigot', french: ['119', '3114', ...SITES] },
  PM: { zone: 'America/Miquelon', french: ['119', '3114', '3919', ...SITES] },
  NC: {
    zone: 'Pacific/Noumea',
    french: SITES,
    own: [
      { id: 'child', number: '05 44 44' },
      // Its hours differ from day to day.
      { id: 'listen', number: '05 30 30', name: 'SOS Écoute' },
      { id: 'victims', number: '05 11 11', name: 'SOS Violences' },
    ],
  },
  PF: {
    zone: 'Pacific/Tahiti',
    french: ['119', ...SITES],
    own: [{ id: 'listen', number: '444 767', name: 'SOS Suicide', hours: 'always' }],
  },
  WF: { zone: 'Pacific/Wallis', french: SITES },
};

/** The territories (ISO 3166-1 alpha-2). */
export const TERRITORY_CODES: readonly string[] = Object.keys(TERRITORIES);

const territoryOf = (country: string): Territory | undefined =>
  Object.hasOwn(TERRITORIES, country) ? TERRITORIES[country] : undefined;

/** The lines of a territory; undefined for any other country. */
export function overseasLines(country: string): readonly HelpResource[] | undefined {
  const { french, own = [] } = territoryOf(country) ?? {};
  return french && [...own, ...FRANCE.filter(({ id }) => (french as readonly string[]).includes(id))];
}

/** The time zone of a territory, whose clocks are not those of Paris; undefined for any other country. */
export const zoneOverseas = (country: string): string | undefined => territoryOf(country)?.zone;
