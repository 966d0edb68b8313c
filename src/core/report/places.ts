// The sixteen kinds of place where content can be, as data.

/** Identifiers of the places, as the `place` field of a location carries them. */
export const PLACES = [
  'website',
  'social_network',
  'messaging',
  'forum',
  'image_board',
  'game',
  'live_stream',
  'file_host',
  'p2p',
  'tor',
  'email',
  'sms_rcs',
  'ai_service',
  'mobile_app',
  'search_result',
  'other',
] as const;

/** Identifier of a place. */
export type PlaceId = (typeof PLACES)[number];
