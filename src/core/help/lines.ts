// Help lines of France, as data. Other countries: abroad.ts. Where and when each line was read: sources.ts.
// A number is shown only in a country for which a source confirms it. The European numbers (116 000, 116 006, 116 111)
// are reserved throughout the European Union, but answer in only some of its states.

import type { OpeningHours } from './opening-hours.ts';

export type { OpeningHours } from './opening-hours.ts';

/** Identifier of a built-in line: a French line's number or name; in other countries, the line's work. */
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
  | 'listen'
  | 'hotline';

/**
 * What a line's source says of a call, and of ways to the line without a voice: a caller need give no name; a call is on
 * no bill; the line tells services that protect children of one in danger; sign language; captions; an interpreter.
 * A source that says “confidential” alone gives no note: the form promises no secrecy for somebody else.
 */
export type LineNote = 'nameless' | 'unbilled' | 'alerts' | 'signing' | 'captions' | 'interpreter';

/** One help line: a number to call, or a site. */
export interface HelpResource {
  /** Identifier; the name shown stands in the locale files as `help.<id>`, unless `name` gives it. */
  readonly id: string;
  /** Number as it is written for people, spaces included. */
  readonly number?: string;
  /** Address of a site, for a line without a number. */
  readonly url?: string;
  /** Address at which the line answers in writing. */
  readonly chat?: string | undefined;
  /** Where the line's source says so. Sources: `NOTE_SOURCES`. */
  readonly notes?: readonly LineNote[] | undefined;
  /** Languages in which it answers (BCP 47), where its source says so. */
  readonly languages?: readonly string[] | undefined;
  /** Name shown, for lines that a partner adds and for built-in lines with a proper name. */
  readonly name?: string;
  readonly hours?: OpeningHours | undefined;
  /** IANA time zone of the hours. Without it, the form does not say whether the line answers now. */
  readonly zone?: string;
}

/** The clock of the lines of France. */
export const PARIS = 'Europe/Paris';

/** A telephone line. Its identifier defaults to its number, without the space. */
const phone = (number: string, more: Partial<HelpResource> = {}): HelpResource => ({
  id: number.replace(' ', ''),
  number,
  zone: PARIS,
  ...more,
});

const site = (id: string, url: string): HelpResource => ({ id, url });

/** The lines of France. */
export const FRANCE: readonly HelpResource[] = [
  phone('3018', { hours: [1, 7, 9, 23], chat: 'https://3018.fr', notes: ['nameless'] }),
  phone('119', {
    hours: 'always',
    chat: 'https://www.allo119.gouv.fr',
    notes: ['nameless', 'unbilled', 'alerts', 'signing'],
  }),
  phone('3114', { hours: 'always', languages: ['fr'] }),
  phone('3919', { hours: 'always', notes: ['nameless', 'signing', 'captions', 'interpreter'] }),
  // Sources differ on its hours, so none are shown.
  phone('116 006', { notes: ['nameless'] }),
  // The hours of its telephone were not found.
  phone('39 28', { id: '3928', chat: 'https://www.antidiscriminations.fr', notes: ['signing'] }),
  phone('0 800 005 696', { id: 'radicalisation', hours: [1, 5, 9, 18] }),
  phone('0 800 05 95 95', { id: 'rape', hours: [1, 5, 10, 19] }),
  phone('0 800 235 236', { id: 'youth', hours: [1, 7, 9, 23] }),
  site('cyber', 'https://17cyber.gouv.fr'),
  site('police', 'https://arretonslesviolences.gouv.fr'),
  site('pharos', 'https://www.internet-signalement.gouv.fr'),
  site('takeitdown', 'https://takeitdown.ncmec.org'),
  site('stopncii', 'https://stopncii.org'),
  site('disrupt', 'https://pointdecontact.net/disrupt'),
];

/** Whether sources tell how a complaint is made in a country (ISO 3166-1 alpha-2): in France and its territories. */
export const canComplainIn = (country = ''): boolean =>
  /^(?:FR|GP|MQ|GF|RE|YT|BL|MF|PM|NC|PF|WF)$/i.test(country);
