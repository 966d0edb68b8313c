// Help lines of all countries, as data; those of France and of its territories have files of their own.
// Their identifiers name their work: `child`, `missing`, `victims`, `online`, `hotline`. Their sources: sources.ts.

import { FRANCE, type HelpResource } from './lines.ts';
import { overseasLines, TERRITORY_CODES } from './overseas.ts';

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

/** Lines of the countries that have sources: numbers to call first, the hotline last. */
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
};

/** The countries that a reporter can choose (ISO 3166-1 alpha-2). Iceland and Norway show 112 alone: no source confirms a line. */
export const COUNTRY_CODES: readonly string[] = [
  'FR',
  ...TERRITORY_CODES,
  'IS',
  'NO',
  ...Object.keys(COUNTRIES),
];

/**
 * The help lines of a country, including France and its territories; none without a country, or if no source confirms
 * one.
 * @param country ISO 3166-1 alpha-2
 */
export function linesOf(country = ''): readonly HelpResource[] {
  const code = country.toUpperCase();
  if (code === 'FR') return FRANCE;
  return overseasLines(code) ?? (Object.hasOwn(COUNTRIES, code) ? COUNTRIES[code]! : []);
}
