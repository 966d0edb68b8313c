// Numbers for immediate danger, by country. They are separate from the help lines, because step 1 already shows them.
// Their sources: sources.ts. A source for the territory itself stands behind each number of a French territory.

/** One number for immediate danger. */
export interface EmergencyNumber {
  readonly number: string;
  /** The service that answers: the police, doctors, or one number for all; `text` takes only text messages. */
  readonly service: 'police' | 'medical' | 'any' | 'text';
  /** Site of the same service, for those who sign or write in a chat. */
  readonly url?: string;
}

const any = (number: string): readonly EmergencyNumber[] => [{ number, service: 'any' }];

// Valid outside the European Union too: mobile phones take 112 for an emergency call wherever there is a network.
const EVERYWHERE = any('112');
const NORTH_AMERICA = any('911');

const FRANCE: readonly EmergencyNumber[] = [
  { number: '17', service: 'police' },
  { number: '15', service: 'medical' },
  { number: '112', service: 'any' },
  { number: '114', service: 'text', url: 'https://www.urgence114.fr' },
];
const WITHOUT_TEXT = FRANCE.filter(({ service }) => service !== 'text');

/** Countries that have other numbers than 112 alone, French overseas territories among them. */
const COUNTRIES: Readonly<Record<string, readonly EmergencyNumber[]>> = {
  FR: FRANCE,
  GP: FRANCE,
  MQ: FRANCE,
  GF: FRANCE,
  RE: FRANCE,
  YT: FRANCE,
  BL: WITHOUT_TEXT,
  MF: WITHOUT_TEXT,
  PM: WITHOUT_TEXT.filter(({ service }) => service !== 'police'),
  NC: WITHOUT_TEXT,
  // 114 does not answer there.
  PF: WITHOUT_TEXT,
  WF: WITHOUT_TEXT.filter(({ service }) => service !== 'medical'),
  GB: any('999'),
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
};

/**
 * The numbers for immediate danger: numbers to call first, the number for text messages last.
 * @param country ISO 3166-1 alpha-2; without one, or if it is not listed, the result is 112 alone
 * @param isLifeAtRisk gives the medical number instead of the police number, if they differ
 */
export function emergencyNumbers(country = '', isLifeAtRisk = false): readonly EmergencyNumber[] {
  const code = country.toUpperCase();
  const all = Object.hasOwn(COUNTRIES, code) ? COUNTRIES[code]! : EVERYWHERE;
  return all.filter(({ service }) => service !== (isLifeAtRisk ? 'police' : 'medical'));
}
