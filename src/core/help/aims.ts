// What a person can do beside a report, as data: have content removed, or make a complaint. For somebody to talk to, the
// help lines are chosen as everywhere (choice.ts). Sources: aims-sources.ts. Without a source, nothing is shown.

import type { CategoryId } from '../report/categories.ts';
import { type HelpNeed, isTarget } from './choice.ts';
import { canComplainIn, FRANCE, type HelpResource, type LineId } from './lines.ts';
import { isAdultConcerned, isMinorConcerned, proofOf } from './proof.ts';

/** A way that has a site, or a step to take without one. */
export type WayId =
  | 'platform'
  | 'takeitdown'
  | 'stopncii'
  | 'disrupt'
  | 'hotline'
  | 'search'
  | 'station'
  | 'police'
  | 'cyber'
  | 'thesee'
  | 'pharos'
  | 'crip'
  | 'prosecutor';

/** Name of a sentence: `aim.<step>` in the locale files. */
export type WayStep =
  | `${'platform' | 'hash' | 'disrupt' | 'hotline' | 'search' | 'police' | 'cyber' | 'thesee' | 'pharos' | 'prosecutor'}.${1 | 2}`
  | 'platform.3'
  | 'station.1'
  | 'station.minor'
  | 'bring'
  | 'bring.screens'
  | `crip.${1 | 'call' | 'parents'}`;

/** One way to an aim: two or three sentences, and one site at most. */
export interface Way {
  readonly id: WayId;
  readonly steps: readonly [WayStep, WayStep, ...WayStep[]];
  /** The help line that it is, which has its name; else the name is `aim.<id>`. */
  readonly line?: HelpResource;
  /** Address of a site, for a way that is no help line. */
  readonly url?: string;
  /** A number that a sentence names. */
  readonly number?: string;
  /** The article of the law behind it, as lawyers write it. */
  readonly law?: string;
}

/** Countries of the European Union and parts of France that belong to it, where Article 16 of the DSA applies. */
const UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GP GF MQ YT RE MF GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
    ' ',
  ),
);

/** Where intimate images of somebody may be concerned: the services that block them ask for the image alone. */
const IMAGES: readonly CategoryId[] = ['child_sexual_abuse', 'sexual_harassment', 'unsure'];

/** Offences that any witness may report to the police. */
const PUBLIC: readonly CategoryId[] = [
  'terrorism_bomb_making',
  'hate_violence_discrimination',
  'crimes_against_humanity',
  'shocking_content_minors',
  'suicide_incitement',
];

/** Sexual violence, which the police chat is for. */
const SEXUAL: readonly CategoryId[] = ['child_sexual_abuse', 'procuring', 'sexual_harassment'];

/** Offences against somebody on the Internet that have no chat of their own: 17Cyber is for those. */
const AT_SOMEBODY: readonly CategoryId[] = ['hate_violence_discrimination', 'unsure'];

/** Where a search for somebody’s name may lead to the content. Nobody searches for an image of abuse. */
const FOUND_BY_NAME: readonly CategoryId[] = ['hate_violence_discrimination', 'sexual_harassment', 'unsure'];

/** Sites that answer all over the world: they are lines of France, and are shown without its other lines too. */
const WORLDWIDE: readonly string[] = ['takeitdown', 'stopncii'] satisfies readonly LineId[];

/**
 * The ways to have content removed, the most fitting first.
 * @param country ISO 3166-1 alpha-2
 * @param lines the country's help lines
 */
export function waysToRemove(
  need: HelpNeed,
  country: string | undefined,
  lines: readonly HelpResource[],
): readonly Way[] {
  const { category = 'unsure' } = need;
  const isChild = category === 'child_sexual_abuse';
  const isImage = IMAGES.includes(category);
  // An image of a child stays one when the child grows up: Take It Down takes it, and StopNCII refuses it.
  const ofMinor = isImage && (isChild || !isAdultConcerned(need));
  const ofAdult = isImage && !isChild && !isMinorConcerned(need);
  const isUnion = UNION.has(`${country}`.toUpperCase());
  return [
    ...(ofMinor ? known('takeitdown', ['hash.1', 'hash.2'], lines) : []),
    ...(ofAdult ? known('stopncii', ['hash.1', 'hash.2'], lines) : []),
    ...(isImage ? known('disrupt', ['disrupt.1', 'disrupt.2'], lines) : []),
    // Nobody goes back to an image of abuse: the hotline has it removed.
    ...(isChild ? [] : [platform(isUnion)]),
    ...known('hotline', ['hotline.1', 'hotline.2'], lines),
    // The law is that of the Union, and the authority is that of France.
    ...(FOUND_BY_NAME.includes(category) && isUnion && canComplainIn(country) ? [SEARCH] : []),
  ];
}

/** The right to have results removed that a search for one’s name gives. */
const SEARCH: Way = {
  id: 'search',
  steps: ['search.1', 'search.2'],
  url: 'https://www.cnil.fr/fr/le-droit-au-dereferencement',
};

const platform = (isUnion: boolean): Way => ({
  id: 'platform',
  steps: ['platform.1', isUnion ? 'platform.2' : 'platform.3'],
});

/**
 * The ways to make a complaint, or to tell the police, the most fitting first.
 * @param country ISO 3166-1 alpha-2; France or one of its territories
 * @param lines the country's help lines
 */
export function waysToComplain(
  need: HelpNeed,
  country: string | undefined,
  lines: readonly HelpResource[],
): readonly Way[] {
  const { category = 'unsure', questions } = need;
  // It takes blackmail for money by somebody whom the person never met. The form asks whether they are known.
  const isOnline =
    questions?.['blackmail'] === 'yes' && questions['authorKnown'] !== 'yes' && isAdultConcerned(need);
  const pharos = PUBLIC.includes(category) ? known('pharos', ['pharos.1', 'pharos.2'], lines) : [];
  return [
    ...(isTarget(need) ? [] : pharos),
    station(need),
    ...(SEXUAL.includes(category) ? known('police', ['police.1', 'police.2'], lines) : []),
    // Of the French territories, no source speaks.
    ...(isOnline && country?.toUpperCase() === 'FR' ? [THESEE] : []),
    ...(AT_SOMEBODY.includes(category) ? known('cyber', ['cyber.1', 'cyber.2'], lines) : []),
    ...(isTarget(need) ? pharos : []),
  ];
}

const station = (need: HelpNeed): Way => ({
  id: 'station',
  steps: [
    isMinorConcerned(need) ? 'station.minor' : 'station.1',
    proofOf(need) === 'screen' ? 'bring.screens' : 'bring',
  ],
  url: 'https://www.masecurite.interieur.gouv.fr',
});

/** A complaint about blackmail on the Internet. It asks for FranceConnect, which adults have. */
const THESEE: Way = {
  id: 'thesee',
  steps: ['thesee.1', 'thesee.2'],
  url: 'https://www.service-public.fr',
};

/** A way that is a help line of the country, or that answers everywhere; none if it is neither. */
function known(id: WayId & LineId, steps: Way['steps'], lines: readonly HelpResource[]): readonly Way[] {
  const line = [...lines, ...(WORLDWIDE.includes(id) ? FRANCE : [])].find((one) => one.id === id);
  return line ? [{ id, steps, line }] : [];
}
