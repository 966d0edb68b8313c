// The fields of a place that has no address: whether its service has a name, and what finds content there.
import type { IdentifierType } from './identifiers.ts';
import type { PlaceId } from '../report/places.ts';

/** The fields of one kind of place. */
export interface PlaceFields {
  /** Whether the name of the service is asked. */
  readonly service: boolean;
  /** At most three, the most useful first. The form always asks for a description too, for everything else. */
  readonly identifiers: readonly IdentifierType[];
}

/** The fields by place: an analyst needs them in order to find content without an address. */
export const PLACE_FIELDS: Readonly<Record<PlaceId, PlaceFields>> = {
  website: { service: true, identifiers: [] },
  social_network: { service: true, identifiers: ['account_handle', 'profile_url', 'post_id'] },
  messaging: { service: true, identifiers: ['group_name', 'account_handle', 'invite_link'] },
  forum: { service: true, identifiers: ['account_handle', 'post_id'] },
  image_board: { service: true, identifiers: ['post_id'] },
  game: { service: true, identifiers: ['account_handle', 'server_name'] },
  live_stream: { service: true, identifiers: ['account_handle', 'stream_id'] },
  file_host: { service: true, identifiers: ['file_name'] },
  p2p: { service: false, identifiers: ['info_hash', 'file_name'] },
  tor: { service: true, identifiers: [] },
  email: { service: false, identifiers: ['email_address'] },
  sms_rcs: { service: false, identifiers: ['phone_number', 'display_name'] },
  ai_service: { service: true, identifiers: ['ai_character'] },
  mobile_app: { service: true, identifiers: ['app_id'] },
  search_result: { service: true, identifiers: [] },
  other: { service: true, identifiers: [] },
};
