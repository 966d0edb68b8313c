// The fields of a place that has no address: the identifiers that find content there.
import type { IdentifierType } from './identifiers.ts';
import type { PlaceId } from '../report/places.ts';

/**
 * The identifiers that are asked, at most three, the most useful first. The form always asks for the service and for a
 * description too, for everything else.
 */
export type PlaceFields = readonly IdentifierType[];

/** The fields by place: an analyst needs them in order to find content without an address. */
export const PLACE_FIELDS: Readonly<Record<PlaceId, PlaceFields>> = {
  website: [],
  social_network: ['account_handle', 'profile_url', 'post_id'],
  messaging: ['group_name', 'account_handle', 'invite_link'],
  forum: ['account_handle', 'post_id'],
  image_board: ['post_id'],
  game: ['account_handle', 'server_name'],
  live_stream: ['account_handle', 'stream_id'],
  file_host: ['file_name'],
  p2p: ['info_hash', 'file_name'],
  tor: [],
  email: ['email_address'],
  sms_rcs: ['phone_number', 'display_name'],
  ai_service: ['ai_character'],
  mobile_app: ['app_id'],
  search_result: [],
  other: [],
};
