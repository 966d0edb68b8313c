// Numbers for immediate danger, by country. Apart from the help lines, because step 1 already shows them.

/** Numbers for immediate danger: a call, a second one where there are two, and a text message where that exists. */
export interface EmergencyNumbers {
  readonly first: string;
  readonly second?: string;
  readonly text?: string;
  /** Doctors, before whom `first` gives way where a life is at risk by the person's own hand. */
  readonly medical?: string;
}

// Read on service-public.fr on 2026-11-24.
const FRANCE: EmergencyNumbers = { first: '17', second: '112', text: '114', medical: '15' };

// Outside the European Union too: mobile phones take 112 for an emergency call wherever there is a network.
const EVERYWHERE: EmergencyNumbers = { first: '112' };

/**
 * The numbers for immediate danger.
 * @param country ISO 3166-1 alpha-2; 112 alone where it is not known or not France
 */
export const emergencyNumbers = (country?: string): EmergencyNumbers =>
  country?.toUpperCase() === 'FR' ? FRANCE : EVERYWHERE;
