// Other services for problems that this form does not handle, as data by country. Their sources: sources.ts.
// A country without sources has no door: no door is better than one that leads nowhere.

import type { HelpResource } from './lines.ts';

/** Another service, for one kind of problem; its texts are in the locale files as `door.<id>`. */
export interface Door extends HelpResource {
  /** It takes text messages, not calls. */
  readonly isText?: boolean;
  /**
   * Shown only to an adult who opens a separate fold, which says whom the door is for. Other readers must not take it
   * as a remark about themselves.
   */
  readonly isAsked?: boolean;
}

const POLICE = { name: 'Ma Sécurité', url: 'https://www.masecurite.interieur.gouv.fr' };

const COUNTRIES: Readonly<Record<string, readonly Door[]>> = {
  FR: [
    { id: 'scam', name: '17Cyber', url: 'https://17cyber.gouv.fr' },
    { id: 'spam', number: '33700', isText: true },
    { id: 'insult', ...POLICE },
    { id: 'dispute', ...POLICE },
    { id: 'television', name: 'Arcom', url: 'https://www.arcom.fr' },
    { id: 'crime', name: 'PHAROS', url: 'https://www.internet-signalement.gouv.fr' },
    { id: 'home', number: '119', hours: 'always' },
    { id: 'thoughts', number: '0 806 23 10 63', hours: [1, 5, 9, 17], zone: 'Europe/Paris', isAsked: true },
  ],
};

/**
 * The doors of a country; none without a country, or if no source confirms one.
 * @param country ISO 3166-1 alpha-2
 */
export const doorsOf = (country = ''): readonly Door[] => COUNTRIES[country.toUpperCase()] ?? [];
