// From which age children may give their e-mail address on their own, by country.

import { HIGHEST_AGE } from './consent-age.ts';

/**
 * Countries whose law sets a lower age, as article 8(1) allows (ISO 3166-1 alpha-2). Sources: SWD(2020) 115 of the European
 * Commission, page 17, as https://blog.kuan0.com/2020/06/ gives it; for DK, the act in force since 1 January 2024
 * (https://gapsolutions.dk/artikel_aendringer_databeskyttelsesloven/). Both read on 2026-11-30. To be verified: GB (Data
 * Protection Act 2018, section 9), IS (Act 90/2018, article 10), NO (personopplysningsloven § 5), SI (ZVOP-2, article 8).
 */
const LOWER: Readonly<Record<number, string>> = {
  13: 'BE EE FI GB IS LV MT NO PT SE',
  14: 'AT BG CY ES IT LT',
  // The overseas territories have the law of France.
  15: 'CZ DK FR GR SI GP MQ GF RE YT BL MF PM NC PF WF',
};

/** @param country its code (ISO 3166-1 alpha-2); undefined if it is not known: then the highest age */
export function consentAge(country: string | undefined): number {
  const code = country?.toUpperCase() ?? '?';
  const age = Object.keys(LOWER).find((lower) => LOWER[Number(lower)]!.split(' ').includes(code));
  return age ? Number(age) : HIGHEST_AGE;
}
