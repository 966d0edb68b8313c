// The closed lists of the report 1.0, as data. Categories and places have their own files. The lists are without zod,
// because the browser's form and the receiver's mappings read them (schema: report.ts).

import type { CategoryId } from './categories.ts';

/** Answers to a question that may stay open. If it was not asked, or the answer is not known: `unknown`, never `no`. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;

/** How the form is embedded (`source.embed`). */
export const EMBEDS = [
  'script',
  'npm',
  'iframe',
  'wordpress',
  'drupal',
  'other_cms',
  'browser_extension',
  'mobile_app',
  'hotline_site',
  'other',
] as const;

/** Kinds of destination of an address (`url.kind`). */
export const URL_KINDS = ['http', 'onion', 'magnet', 'ed2k', 'ftp', 'app_link', 'other'] as const;

/** The form's changes to a typed address (`url.changes`). */
export const URL_CHANGES = [
  'trimmed',
  'scheme_added',
  'refanged',
  'host_lowercased',
  'punycode',
  'default_port_removed',
  'tracking_removed',
  'sharer_id_removed',
  'redirect_unwrapped',
  'search_result_unwrapped',
  'view_source_removed',
  'text_fragment_removed',
  'split_from_list',
] as const;

/** Changes that remove parts that may identify the reporter. With one of them, the typed address is not sent. */
export const HIDING_CHANGES = [
  'sharer_id_removed',
  'tracking_removed',
] as const satisfies readonly (typeof URL_CHANGES)[number][];

/** The form's observations on an address (`url.flags`). */
export const URL_FLAGS = [
  'home_page_only',
  'search_engine_page',
  'short_link',
  'share_link',
  'sharer_id_possible',
  'app_deep_link',
  'private_link',
  'login_wall_likely',
  'web_cache_or_archive',
  'onion_v2',
  'onion_checksum_failed',
  'tor_gateway',
  'local_or_private_host',
  'userinfo_present',
  'very_long',
  'not_a_url',
] as const;

/** Schemes that no reported address may have: they carry content, run code, or name something on one device only. */
export const FORBIDDEN_SCHEMES = ['data', 'javascript', 'blob', 'file', 'content', 'about'] as const;

/** Identifiers that find content without an address, or locate it within an address (`identifiers[].type`). */
export const IDENTIFIER_TYPES = [
  'account_handle',
  'account_id',
  'display_name',
  'profile_url',
  'group_name',
  'group_id',
  'invite_link',
  'message_id',
  'post_id',
  'video_id',
  'stream_id',
  'email_address',
  'email_message_id',
  'phone_number',
  'server_name',
  'game_id',
  'app_id',
  'info_hash',
  'file_name',
  'file_hash',
  'ip_address',
  'crypto_address',
  'ai_conversation_link',
  'ai_character',
  'other',
] as const;

/** How the reporter came upon the content (`foundVia.how`). */
export const FOUND_VIA = [
  'search',
  'link',
  'message',
  'advert',
  'recommendation',
  'pop_up',
  'other',
  'unknown',
] as const;

/** Requirements for seeing the content (`access.needs`). */
export const ACCESS_NEEDS = [
  'nothing',
  'account',
  'invitation',
  'password',
  'payment',
  'age_check',
  'special_app',
  'unknown',
] as const;

/** How the content is paid for (`access.paymentMethods`). */
export const PAYMENT_METHODS = [
  'card',
  'paypal',
  'bank_transfer',
  'crypto',
  'gift_card',
  'mobile_or_sms',
  'other',
  'unknown',
] as const;

/** How exactly the moment of observation is known (`observedAt.precision`). */
export const TIME_PRECISIONS = ['minute', 'hour', 'day', 'month', 'unknown'] as const;

/** Types of content (`content.types`). */
export const CONTENT_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'live_video',
  'drawing',
  'app',
  'game',
  'product',
  'link',
  'other',
] as const;

/** Age that the persons concerned seem to have; never an exact one (`personsConcerned.apparentAge`). */
export const APPARENT_AGES = ['infant', 'child', 'teen', 'adult', 'mixed', 'unknown'] as const;

/** Whether the reporter knows the persons concerned (`personsConcerned.known`). */
export const ACQUAINTANCES = ['self', 'someone_i_know', 'not_known', 'prefer_not_to_say'] as const;

/** Relations of a reported account to the content (`reportedAccounts[].relation`). */
export const ACCOUNT_RELATIONS = [
  'author',
  'buyer_or_client',
  'recruiter',
  'group_admin',
  'other',
  'unknown',
] as const;

/** In what capacity the reporter writes (`reporter.role`); the last is the default. */
export const ROLES = [
  'witness',
  'victim',
  'parent_or_guardian',
  'relative_or_friend',
  'child_protection_professional',
  'other_professional',
  'prefer_not_to_say',
] as const;

/** Age of the reporter (`reporter.ageBand`), cut at 13 and 15: the latter is the French legal threshold. */
export const AGE_BANDS = ['under_13', '13_14', '15_17', 'adult', 'prefer_not_to_say'] as const;

/** How the reporter can learn the outcome of the report without giving an e-mail address. */
export const ANONYMOUS_FOLLOW_UPS = ['none', 'code'] as const;

/** How the reporter can learn the outcome of the report (`reporter.followUp`). */
export const FOLLOW_UPS = [...ANONYMOUS_FOLLOW_UPS, 'email'] as const;

/** How good faith was affirmed: by sending the report, or with a separate checkbox (`attestation.method`). */
export const ATTESTATION_METHODS = ['submit', 'checkbox'] as const;

/** Kinds of content that the reporter can choose, by category (`details.kinds`). */
export const KINDS = {
  child_sexual_abuse: [
    'photo_or_video',
    'ai_generated',
    'drawing_or_3d',
    'live_stream',
    'messages_to_a_minor',
    'sale_or_exchange',
    'link_list',
    'manual_or_text',
    'other',
    'unknown',
  ],
  terrorism_bomb_making: [
    'call_to_attack',
    'praise',
    'propaganda',
    'recruitment',
    'weapon_or_bomb_instructions',
    'threat',
    'attack_live_video',
    'other',
    'unknown',
  ],
  hate_violence_discrimination: [
    'call_to_violence',
    'call_to_hatred',
    'call_to_discrimination',
    'hate_insult',
    'threat',
    'symbols',
    'other',
    'unknown',
  ],
  crimes_against_humanity: [
    'approval',
    'denial',
    'trivialisation',
    'symbols_or_objects_sale',
    'other',
    'unknown',
  ],
  shocking_content_minors: [
    'pornography',
    'extreme_violence',
    'dangerous_challenge',
    'cruelty_or_gore',
    'degrading',
    'sexual_content_with_animals',
    'other',
    'unknown',
  ],
  procuring: [
    'advert',
    'recruitment',
    'organising',
    'pressure_or_threat',
    'travel_or_hosting',
    'customer_site',
    'other',
    'unknown',
  ],
  suicide_incitement: [
    'pushing_a_person',
    'promoting_means',
    'challenge_or_game',
    'sale_of_product',
    'group_or_forum',
    'other',
    'unknown',
  ],
  sexual_harassment: [
    'repeated_messages',
    'group_attack',
    'sexual_pressure',
    'intimate_image_shared',
    'sexual_deepfake',
    'unwanted_sexual_images',
    'threat',
    'doxxing',
    'other',
    'unknown',
  ],
  unsure: ['other', 'unknown'],
} as const satisfies Record<CategoryId, readonly string[]>;

/** How many kinds one report may name, by category. */
export const MAX_KINDS = {
  child_sexual_abuse: 5,
  terrorism_bomb_making: 5,
  hate_violence_discrimination: 5,
  crimes_against_humanity: 4,
  shocking_content_minors: 5,
  procuring: 5,
  suicide_incitement: 5,
  sexual_harassment: 6,
  unsure: 1,
} as const satisfies Record<CategoryId, number>;

/** What people are hated for (`details.grounds`). */
export const HATE_GROUNDS = [
  'origin',
  'skin_colour',
  'ethnicity_or_nation',
  'religion',
  'sex',
  'sexual_orientation',
  'gender_identity',
  'disability',
  'other',
  'unknown',
] as const;

/** Whom hatred is aimed at (`details.aimedAt`). */
export const HATE_AIMS = ['person', 'group', 'both', 'unknown'] as const;

/** What keeps minors away from shocking content (`details.ageCheck`). */
export const AGE_CHECKS = ['none', 'click_only', 'real_check', 'unknown'] as const;

/** Who is harassed (`details.target`). */
export const HARASSMENT_TARGETS = [
  'me',
  'my_child',
  'someone_i_know',
  'someone_else',
  'group',
  'prefer_not_to_say',
] as const;
