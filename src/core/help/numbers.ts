// Numbers for immediate danger, by country. Apart from the help lines, because step 1 already shows them. Where each was
// read: sources.ts.

/** One number for immediate danger. */
export interface EmergencyNumber {
  readonly number: string;
  /** Who answers: the police, doctors, or one number for everything; `text` takes text messages alone. */
  readonly service: 'police' | 'medical' | 'any' | 'text';
}

const any = (number: string): readonly EmergencyNumber[] => [{ number, service: 'any' }];

// Outside the European Union too: mobile phones take 112 for an emergency call wherever there is a network.
const EVERYWHERE = any('112');
const NORTH_AMERICA = any('911');

/** Countries in which 112 alone is not the answer. */
const COUNTRIES: Readonly<Record<string, readonly EmergencyNumber[]>> = {
  FR: [
    { number: '17', service: 'police' },
    { number: '15', service: 'medical' },
    { number: '112', service: 'any' },
    { number: '114', service: 'text' },
  ],
  GB: any('999'),
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
};

/**
 * The numbers for immediate danger: those to call first, one for text messages last.
 * @param country ISO 3166-1 alpha-2; 112 alone where it is not known, or has no number of its own here
 * @param isLifeAtRisk doctors are called instead of the police, where there is a number for them
 */
export function emergencyNumbers(country = '', isLifeAtRisk = false): readonly EmergencyNumber[] {
  const all = COUNTRIES[country.toUpperCase()] ?? EVERYWHERE;
  return all.filter(({ service }) => service !== (isLifeAtRisk ? 'police' : 'medical'));
}
