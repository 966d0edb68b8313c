// The closed lists of the report 1.0 that belong to one category: what its `details` can say, as data, without zod.

import type { CategoryId } from './categories.ts';

/** What the reporter can say of the content, by category (`details.kinds`). */
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
