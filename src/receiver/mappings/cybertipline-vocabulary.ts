// The words of NCMEC's CyberTipline, and those that fit each kind of content and each place.
// Source: report.cybertip.org/ispws/documentation, as of 2025-11-04.

import type { CategoryId } from '../../core/report/categories.ts';
import type { PlaceId } from '../../core/report/places.ts';
import type { InternetDetails } from './cybertipline-report.ts';
import type { ByKind } from './signs.ts';
import type { IncidentType } from './cybertipline-report.ts';

const PICTURES = ['Child Pornography (possession, manufacture, and distribution)'] as const;
const TRAFFICKING = ['Child Sex Trafficking'] as const;
const ENTICEMENT = ['Online Enticement of Children for Sexual Acts'] as const;
const OBSCENE = [
  'Unsolicited Obscene Material Sent to a Child',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
] as const;
const NONE = [] as const;

/** Categories that NCMEC does not take. */
export const OUT_OF_REMIT = [
  'terrorism_bomb_making',
  'hate_violence_discrimination',
  'crimes_against_humanity',
] as const satisfies readonly CategoryId[];

/**
 * The possible incident types of each kind, if a minor is concerned; the pairing is ours. `NONE` means that the kind
 * does not decide, or that NCMEC does not take it. Incitement to suicide has no type of its own: a coerced child counts
 * as an enticed child.
 */
export const KIND_INCIDENT_TYPES: Omit<ByKind<readonly IncidentType[]>, (typeof OUT_OF_REMIT)[number]> = {
  child_sexual_abuse: {
    photo_or_video: PICTURES,
    ai_generated: PICTURES,
    drawing_or_3d: PICTURES,
    live_stream: PICTURES,
    messages_to_a_minor: ENTICEMENT,
    sale_or_exchange: PICTURES,
    link_list: PICTURES,
    manual_or_text: PICTURES,
    other: NONE,
    unknown: NONE,
  },
  shocking_content_minors: {
    pornography: OBSCENE,
    extreme_violence: NONE,
    dangerous_challenge: NONE,
    cruelty_or_gore: NONE,
    degrading: NONE,
    sexual_content_with_animals: OBSCENE,
    other: NONE,
    unknown: NONE,
  },
  procuring: {
    advert: TRAFFICKING,
    recruitment: TRAFFICKING,
    organising: TRAFFICKING,
    pressure_or_threat: TRAFFICKING,
    travel_or_hosting: ['Child Sex Tourism'],
    customer_site: TRAFFICKING,
    other: TRAFFICKING,
    unknown: TRAFFICKING,
  },
  suicide_incitement: {
    pushing_a_person: ENTICEMENT,
    promoting_means: NONE,
    challenge_or_game: ENTICEMENT,
    sale_of_product: NONE,
    group_or_forum: NONE,
    other: NONE,
    unknown: NONE,
  },
  sexual_harassment: {
    repeated_messages: ENTICEMENT,
    group_attack: ENTICEMENT,
    sexual_pressure: ENTICEMENT,
    intimate_image_shared: ENTICEMENT,
    sexual_deepfake: ENTICEMENT,
    unwanted_sexual_images: ENTICEMENT,
    threat: ENTICEMENT,
    doxxing: ENTICEMENT,
    other: ENTICEMENT,
    unknown: ENTICEMENT,
  },
  unsure: { other: PICTURES, unknown: PICTURES },
};

/**
 * The element of `internetDetails` for each place. A place without one goes to `additionalInfo`, unless it has an
 * address.
 */
export const INCIDENTS: Readonly<Record<PlaceId, keyof InternetDetails | undefined>> = {
  website: 'webPageIncident',
  social_network: 'webPageIncident',
  messaging: 'chatImIncident',
  forum: 'webPageIncident',
  image_board: 'webPageIncident',
  game: 'onlineGamingIncident',
  live_stream: 'webPageIncident',
  file_host: 'webPageIncident',
  p2p: 'peer2peerIncident',
  tor: 'webPageIncident',
  email: 'emailIncident',
  sms_rcs: 'cellPhoneIncident',
  ai_service: 'chatImIncident',
  mobile_app: 'webPageIncident',
  search_result: 'webPageIncident',
  other: undefined,
};

/** Places where something is sent to a person, rather than found by them. */
export const DIRECT_PLACES: readonly PlaceId[] = [
  'social_network',
  'messaging',
  'game',
  'email',
  'sms_rcs',
  'ai_service',
];
