// Help lines, as data, by country. Where and when each was read: sources.ts.
// A number is shown only in a country for which a source confirms it. The European numbers (116 000, 116 006, 116 111)
// are reserved all over the European Union, and answer in some of its states only.

import type { OpeningHours } from './opening-hours.ts';

export { emergencyNumbers } from './numbers.ts';
export type { OpeningHours } from './opening-hours.ts';

/** Identifier of a line of ours: those of France go by their number or name, those of other countries by what they do. */
export type LineId =
  | '3018'
  | '119'
  | '3114'
  | '3919'
  | '116006'
  | '3928'
  | 'radicalisation'
  | 'rape'
  | 'youth'
  | 'cyber'
  | 'police'
  | 'pharos'
  | 'takeitdown'
  | 'stopncii'
  | 'disrupt'
  | 'child'
  | 'missing'
  | 'victims'
  | 'online'
  | 'hotline';

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
  /** Name shown: of lines that a partner adds, and of lines of ours that have a name of their own. */
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
  site('cyber', 'https://17cyber.gouv.fr'),
  site('police', 'https://arretonslesviolences.gouv.fr'),
  site('pharos', 'https://www.internet-signalement.gouv.fr'),
  site('takeitdown', 'https://takeitdown.ncmec.org'),
  site('stopncii', 'https://stopncii.org'),
  site('disrupt', 'https://pointdecontact.net/disrupt'),
];

// The lines of other countries go by what they do: `child`, `missing`, `victims`, `online`, `hotline`.
const MISSING: HelpResource = { id: 'missing', number: '116 000', hours: 'always' };
const VICTIMS: HelpResource = { id: 'victims', number: '116 006' };
const CHILD: HelpResource = { id: 'child', number: '116 111' };
const CHILD_ALWAYS: HelpResource = { ...CHILD, hours: 'always' };

const named = (id: 'child' | 'online', number: string, name: string): HelpResource => ({ id, number, name });

/** The country's own hotline for illegal content. */
const hotline = (name: string, host: string): HelpResource => ({
  id: 'hotline',
  name,
  url: `https://${host}`,
});

/** The other countries for which there are sources: numbers to call first, the hotline last. */
const COUNTRIES: Readonly<Record<string, readonly HelpResource[]>> = {
  AT: [named('child', '147', 'Rat auf Draht'), VICTIMS, MISSING, hotline('Stopline', 'www.stopline.at')],
  BE: [MISSING, hotline('Child Focus', 'www.childfocus.be')],
  BG: [CHILD_ALWAYS, named('online', '124 123', 'SafeNet'), MISSING, hotline('SafeNet', 'www.safenet.bg')],
  CA: [hotline('Cybertip.ca', 'www.cybertip.ca')],
  CH: [MISSING, hotline('clickandstop.ch', 'clickandstop.ch')],
  CY: [named('online', '1480', 'CYberSafety'), MISSING],
  CZ: [VICTIMS, MISSING, hotline('STOPonline.cz', 'www.stoponline.cz')],
  DE: [VICTIMS, MISSING, hotline('internet-beschwerdestelle.de', 'www.internet-beschwerdestelle.de')],
  DK: [VICTIMS, MISSING, hotline('Red Barnet', 'redbarnet.dk')],
  EE: [CHILD, VICTIMS, MISSING, hotline('Vihjeliin', 'www.vihjeliin.ee')],
  ES: [MISSING],
  FI: [VICTIMS, MISSING, hotline('Pelastakaa Lapset', 'www.pelastakaalapset.fi')],
  GB: [MISSING, hotline('Internet Watch Foundation', 'report.iwf.org.uk')],
  GR: [CHILD, MISSING, hotline('SafeLine', 'www.safeline.gr')],
  HR: [VICTIMS, MISSING, hotline('Centar za nestalu i zlostavljanu djecu', 'cnzd.org/hotline-hr')],
  HU: [MISSING, hotline('Internet Hotline (NMHH)', 'nmhh.hu/internethotline')],
  IE: [VICTIMS, MISSING, hotline('Hotline.ie', 'www.hotline.ie')],
  IT: [MISSING, hotline('Telefono Azzurro', 'azzurro.it')],
  LT: [MISSING],
  LU: [MISSING, hotline('BEE SECURE Stopline', 'www.bee-secure.lu')],
  LV: [CHILD, VICTIMS, MISSING, hotline('Drossinternets.lv', 'drossinternets.lv')],
  MT: [MISSING, hotline('Aġenzija Appoġġ', 'fsws.gov.mt')],
  NL: [VICTIMS, MISSING, hotline('Offlimits', 'www.meldpunt-kinderporno.nl')],
  PL: [CHILD_ALWAYS, MISSING, hotline('Dyżurnet.pl', 'dyzurnet.pl')],
  PT: [CHILD, VICTIMS, MISSING, hotline('Linha Internet Segura', 'www.apav.pt')],
  RO: [MISSING, hotline('esc_ABUZ', 'oradenet.ro/esc-abuz-en')],
  SE: [VICTIMS, MISSING, hotline('ECPAT Sverige', 'ecpat.se')],
  SI: [MISSING, hotline('Spletno oko', 'www.spletno-oko.si')],
  SK: [MISSING, hotline('Stopline.sk', 'www.stopline.sk')],
  UA: [MISSING, hotline('StopCrime', 'stopcrime.ua')],
  US: [hotline('NCMEC CyberTipline', 'report.cybertip.org')],
  FR: FRANCE,
};

/**
 * The help lines of a country; none where no source confirms one, and without a country.
 * @param country ISO 3166-1 alpha-2
 */
export const linesOf = (country = ''): readonly HelpResource[] => COUNTRIES[country.toUpperCase()] ?? [];

/** One line by its identifier, where the country has it. */
export const helpLine = (id: string, country?: string): HelpResource | undefined =>
  linesOf(country).find((line) => line.id === id);
