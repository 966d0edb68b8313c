// The facts about one location of a report, as lines of English text for an analyst.

import type { Report } from '../../core/report/report.ts';
import { describeObservation } from './observation.ts';

/** One place where the content is. */
export type Location = Report['locations'][number];

const spaced = (words: string): string => words.replaceAll('_', ' ');

const FACTS = {
  service: ({ service }: Location) => service && `Service: ${service}`,
  address: ({ url }: Location) => url && `Address: ${url.value}`,
  identifiers: ({ identifiers }: Location) =>
    identifiers?.map(({ type, value }) => `${spaced(type)}: ${value}`).join('\n'),
  pinpoint: ({ pinpoint }: Location) => pinpoint && `Exact spot: ${pinpoint}`,
  observedAt: ({ observedAt }: Location) => {
    const moment = observedAt && describeObservation(observedAt);
    return moment && `Seen: ${moment}`;
  },
  stillOnline: ({ stillOnline = 'unknown' }: Location) =>
    stillOnline !== 'unknown' && `Still online when reported: ${stillOnline}`,
  referrer: ({ foundVia }: Location) => foundVia?.url && `Reached from: ${foundVia.url.value}`,
  needs: ({ access }: Location) => access?.needs && `Access needs: ${access.needs.map(spaced).join(', ')}`,
  credentials: (location: Location) => {
    const { username, password } = publishedCredentials(location);
    return [
      ...(username === undefined ? [] : [`Published user name: ${username}`]),
      ...(password === undefined ? [] : [`Published password: ${password}`]),
    ].join('\n');
  },
  payment: ({ access }: Location) =>
    access?.paid === 'yes' &&
    ['Paid', access.paymentMethods?.map(spaced).join(', ')].filter(Boolean).join(': '),
} as const;

/** The lines about a location, except the facts that have their own field in the document. */
export const locationFacts = (location: Location, except: readonly (keyof typeof FACTS)[] = []): string[] =>
  (Object.keys(FACTS) as (keyof typeof FACTS)[])
    .filter((fact) => !except.includes(fact))
    .map((fact) => FACTS[fact](location))
    .filter((text) => typeof text === 'string')
    .filter((text) => text !== '');

/** The user name and password of a location, if they were published with it; never the reporter's own. */
export function publishedCredentials({ access }: Location): { username?: string; password?: string } {
  if (access?.credentialsPublished !== true) return {};
  const { username, password } = access;
  return { ...(username !== undefined && { username }), ...(password !== undefined && { password }) };
}

/** Locations whose address may name the reporter, or open something of theirs, by their index. */
export const doubtfulAddresses = (locations: readonly Location[]): number[] =>
  locations.flatMap(({ url }, index) =>
    url?.flags?.some((flag) => DOUBTFUL.includes(flag)) === true ? [index] : [],
  );

const DOUBTFUL: readonly string[] = ['share_link', 'sharer_id_possible', 'private_link', 'userinfo_present'];
