// The words of ICCAM, INHOPE's exchange between hotlines, with their numbers.
// Source: AbuseIO/SCART-application, scart/updates/seeder6018.php and scartConstants.php, commit 1f8cfd5 (API v3).

import type { PlaceId } from '../../core/report/places.ts';
import type { APPARENT_AGES, PAYMENT_METHODS } from '../../core/report/vocabulary.ts';

/** A word of ICCAM: `id` is for the API, `name` for people. */
export interface IccamTerm {
  readonly id: number;
  readonly name: string;
}

const WEBSITE = { id: 2, name: 'Website' } as const;
const SOCIAL = { id: 9, name: 'Social Networking' } as const;
const NOT_APPLICABLE = { id: 24, name: 'Not Applicable' } as const;

/** `sourceUrlSiteType` by place; the API has no number of its own for « Not Determined ». */
export const SITE_TYPES: Readonly<Record<PlaceId, IccamTerm>> = {
  website: WEBSITE,
  social_network: SOCIAL,
  messaging: NOT_APPLICABLE,
  forum: { id: 6, name: 'Forum' },
  image_board: { id: 5, name: 'Image board' },
  game: NOT_APPLICABLE,
  live_stream: SOCIAL,
  file_host: { id: 3, name: 'File host' },
  p2p: NOT_APPLICABLE,
  tor: WEBSITE,
  email: NOT_APPLICABLE,
  sms_rcs: NOT_APPLICABLE,
  ai_service: NOT_APPLICABLE,
  mobile_app: NOT_APPLICABLE,
  search_result: { id: 18, name: 'Search provider' },
  other: { id: 2, name: 'Not Determined' },
};

/** `sourceUrlCommerciality`, by whether one must pay. */
export const COMMERCIALITY = {
  yes: { id: 2, name: 'Commercial' },
  no: { id: 3, name: 'Non-Commercial' },
  unknown: { id: 1, name: 'Not Determined' },
} as const satisfies Record<string, IccamTerm>;

/** `sourceUrlPaymentMethods` if none is known. */
export const NO_PAYMENT_METHOD: IccamTerm = { id: 1, name: 'Not Determined' };

const OTHER_METHOD = { id: 8, name: 'Other' } as const;

/** `sourceUrlPaymentMethods` by payment method. A report does not say which card was used. */
export const PAYMENT_TERMS: Readonly<Record<(typeof PAYMENT_METHODS)[number], IccamTerm>> = {
  card: OTHER_METHOD,
  paypal: { id: 5, name: 'Paypal' },
  bank_transfer: OTHER_METHOD,
  crypto: { id: 13, name: 'Bitcoin' },
  gift_card: OTHER_METHOD,
  mobile_or_sms: { id: 10, name: 'SMS' },
  other: OTHER_METHOD,
  unknown: NO_PAYMENT_METHOD,
};

/** `ageCategorization` by apparent age. The analyst decides on any age that is not listed here. */
export const AGE_TERMS: Readonly<Partial<Record<(typeof APPARENT_AGES)[number], IccamTerm>>> = {
  infant: { id: 2, name: 'Infant' },
  child: { id: 3, name: 'Pre-pubescent' },
  teen: { id: 4, name: 'Pubescent' },
};

/** `urls[].contentType`: a page, or the picture itself. */
export const URL_CONTENT_TYPES = {
  media: { id: 1, name: 'Media' },
  website: { id: 2, name: 'Website' },
} as const satisfies Record<string, IccamTerm>;
