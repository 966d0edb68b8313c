// The words of the DSA Transparency Database, and those that fit each kind of content.
// Source: digital-services-act/transparency-database, app/Models/Statement.php, commit 69e80a0. That file does not say
// which keyword belongs to which category: the pairing is ours, by the keyword's wording.

import type { CONTENT_TYPES } from '../../core/report/vocabulary.ts';
import type { CategoryId } from '../../core/report/categories.ts';
import type { ByKind, Kind } from './signs.ts';

/** Category of a statement, as far as a report can lead to it. */
export type StatementCategory = `STATEMENT_CATEGORY_${
  | 'CYBER_VIOLENCE'
  | 'ILLEGAL_OR_HARMFUL_SPEECH'
  | 'NOT_SPECIFIED_NOTICE'
  | 'PROTECTION_OF_MINORS'
  | 'RISK_FOR_PUBLIC_SECURITY'
  | 'SELF_HARM'
  | 'VIOLENCE'}`;

/** Keyword of a statement, as far as a report can lead to it. */
export type StatementKeyword = `KEYWORD_${
  | 'ADULT_SEXUAL_MATERIAL'
  | 'AGE_SPECIFIC_RESTRICTIONS_MINORS'
  | 'CHILD_SEXUAL_ABUSE_MATERIAL'
  | 'CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE'
  | 'CYBER_BULLYING_INTIMIDATION'
  | 'CYBER_HARASSMENT'
  | 'CYBER_STALKING'
  | 'DISCRIMINATION'
  | 'GROOMING_SEXUAL_ENTICEMENT_MINORS'
  | 'HATE_SPEECH'
  | 'HUMAN_EXPLOITATION'
  | 'HUMAN_TRAFFICKING'
  | 'ILLEGAL_ORGANIZATIONS'
  | 'INCITEMENT_VIOLENCE_HATRED'
  | 'NON_CONSENSUAL_IMAGE_SHARING'
  | 'NON_CONSENSUAL_MATERIAL_DEEPFAKE'
  | 'NUDITY'
  | 'OTHER'
  | 'SUICIDE'
  | 'TERRORIST_CONTENT'
  | 'UNSAFE_CHALLENGES'}`;

/** Types of content in a statement. */
export type StatementContentType = `CONTENT_TYPE_${
  | 'APP'
  | 'AUDIO'
  | 'IMAGE'
  | 'OTHER'
  | 'PRODUCT'
  | 'SYNTHETIC_MEDIA'
  | 'TEXT'
  | 'VIDEO'}`;

/** The statement category of each report category, unless the answers of the report lead to another. */
export const STATEMENT_CATEGORIES = {
  child_sexual_abuse: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  terrorism_bomb_making: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  hate_violence_discrimination: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  crimes_against_humanity: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  shocking_content_minors: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  procuring: 'STATEMENT_CATEGORY_VIOLENCE',
  suicide_incitement: 'STATEMENT_CATEGORY_SELF_HARM',
  sexual_harassment: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  unsure: 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
} as const satisfies Record<CategoryId, StatementCategory>;

const ABUSE = ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL'] as const;
const TERRORISM = ['KEYWORD_TERRORIST_CONTENT'] as const;
const ORGANISED_TERRORISM = ['KEYWORD_TERRORIST_CONTENT', 'KEYWORD_ILLEGAL_ORGANIZATIONS'] as const;
const HATE = ['KEYWORD_HATE_SPEECH'] as const;
const FOR_ADULTS = ['KEYWORD_AGE_SPECIFIC_RESTRICTIONS_MINORS'] as const;
const EXPLOITATION = ['KEYWORD_HUMAN_EXPLOITATION'] as const;
const TRAFFICKING = ['KEYWORD_HUMAN_EXPLOITATION', 'KEYWORD_HUMAN_TRAFFICKING'] as const;
const SUICIDE = ['KEYWORD_SUICIDE'] as const;
const HARASSMENT = ['KEYWORD_CYBER_HARASSMENT'] as const;
const OTHER = ['KEYWORD_OTHER'] as const;

/** The keywords of each kind of content. */
export const KIND_KEYWORDS: ByKind<readonly StatementKeyword[]> = {
  child_sexual_abuse: {
    photo_or_video: ABUSE,
    ai_generated: ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE'],
    drawing_or_3d: ABUSE,
    live_stream: ABUSE,
    messages_to_a_minor: ['KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS'],
    sale_or_exchange: ABUSE,
    link_list: ABUSE,
    manual_or_text: ABUSE,
    other: ABUSE,
    unknown: ABUSE,
  },
  terrorism_bomb_making: {
    call_to_attack: TERRORISM,
    praise: TERRORISM,
    propaganda: ORGANISED_TERRORISM,
    recruitment: ORGANISED_TERRORISM,
    weapon_or_bomb_instructions: TERRORISM,
    threat: TERRORISM,
    attack_live_video: TERRORISM,
    other: TERRORISM,
    unknown: TERRORISM,
  },
  hate_violence_discrimination: {
    call_to_violence: HATE,
    call_to_hatred: HATE,
    call_to_discrimination: ['KEYWORD_HATE_SPEECH', 'KEYWORD_DISCRIMINATION'],
    hate_insult: HATE,
    threat: HATE,
    symbols: HATE,
    other: HATE,
    unknown: HATE,
  },
  crimes_against_humanity: {
    approval: HATE,
    denial: HATE,
    trivialisation: HATE,
    symbols_or_objects_sale: HATE,
    other: HATE,
    unknown: HATE,
  },
  shocking_content_minors: {
    pornography: [...FOR_ADULTS, 'KEYWORD_ADULT_SEXUAL_MATERIAL', 'KEYWORD_NUDITY'],
    extreme_violence: FOR_ADULTS,
    dangerous_challenge: ['KEYWORD_UNSAFE_CHALLENGES'],
    cruelty_or_gore: FOR_ADULTS,
    degrading: FOR_ADULTS,
    sexual_content_with_animals: [...FOR_ADULTS, 'KEYWORD_ADULT_SEXUAL_MATERIAL'],
    other: FOR_ADULTS,
    unknown: FOR_ADULTS,
  },
  procuring: {
    advert: EXPLOITATION,
    recruitment: TRAFFICKING,
    organising: TRAFFICKING,
    pressure_or_threat: EXPLOITATION,
    travel_or_hosting: TRAFFICKING,
    customer_site: EXPLOITATION,
    other: EXPLOITATION,
    unknown: EXPLOITATION,
  },
  suicide_incitement: {
    pushing_a_person: SUICIDE,
    promoting_means: SUICIDE,
    challenge_or_game: SUICIDE,
    sale_of_product: SUICIDE,
    group_or_forum: SUICIDE,
    other: SUICIDE,
    unknown: SUICIDE,
  },
  sexual_harassment: {
    repeated_messages: HARASSMENT,
    group_attack: ['KEYWORD_CYBER_HARASSMENT', 'KEYWORD_CYBER_BULLYING_INTIMIDATION'],
    sexual_pressure: HARASSMENT,
    intimate_image_shared: ['KEYWORD_NON_CONSENSUAL_IMAGE_SHARING'],
    sexual_deepfake: ['KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE'],
    unwanted_sexual_images: HARASSMENT,
    threat: ['KEYWORD_CYBER_BULLYING_INTIMIDATION'],
    doxxing: ['KEYWORD_CYBER_STALKING'],
    other: HARASSMENT,
    unknown: HARASSMENT,
  },
  unsure: { other: OTHER, unknown: OTHER },
};

/** Keywords whose wording excludes content that depicts minors, and the keyword that replaces each if it does. */
export const KEYWORDS_FOR_MINORS: Readonly<Partial<Record<StatementKeyword, StatementKeyword>>> = {
  KEYWORD_NON_CONSENSUAL_IMAGE_SHARING: 'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL',
  KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE: 'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE',
};

/** Further codes that may apply to a category. No answer of a report decides on them, so the analyst does. */
export const FOR_ANALYST: Readonly<Partial<Record<CategoryId, readonly string[]>>> = {
  hate_violence_discrimination: [
    'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN',
    'KEYWORD_INCITEMENT_AGAINST_WOMEN',
  ],
  procuring: ['KEYWORD_TRAFFICKING_WOMEN_GIRLS'],
  suicide_incitement: ['KEYWORD_SELF_MUTILATION', 'KEYWORD_CONTENT_PROMOTING_EATING_DISORDERS'],
  sexual_harassment: ['STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN', 'KEYWORD_BULLYING_AGAINST_GIRLS'],
};

/** The DSA content type for each content type that the reporter can choose. */
export const TYPE_CONTENT_TYPES: Readonly<Record<(typeof CONTENT_TYPES)[number], StatementContentType>> = {
  text: 'CONTENT_TYPE_TEXT',
  image: 'CONTENT_TYPE_IMAGE',
  video: 'CONTENT_TYPE_VIDEO',
  audio: 'CONTENT_TYPE_AUDIO',
  live_video: 'CONTENT_TYPE_VIDEO',
  drawing: 'CONTENT_TYPE_IMAGE',
  app: 'CONTENT_TYPE_APP',
  game: 'CONTENT_TYPE_APP',
  product: 'CONTENT_TYPE_PRODUCT',
  link: 'CONTENT_TYPE_OTHER',
  other: 'CONTENT_TYPE_OTHER',
};

/** The content types that a kind implies by its name, for reports that do not tell the type of content. */
export const KIND_CONTENT_TYPES: Readonly<Partial<Record<Kind, readonly StatementContentType[]>>> = {
  photo_or_video: ['CONTENT_TYPE_IMAGE', 'CONTENT_TYPE_VIDEO'],
  drawing_or_3d: ['CONTENT_TYPE_IMAGE'],
  live_stream: ['CONTENT_TYPE_VIDEO'],
  messages_to_a_minor: ['CONTENT_TYPE_TEXT'],
  manual_or_text: ['CONTENT_TYPE_TEXT'],
  attack_live_video: ['CONTENT_TYPE_VIDEO'],
  sale_of_product: ['CONTENT_TYPE_PRODUCT'],
  repeated_messages: ['CONTENT_TYPE_TEXT'],
  intimate_image_shared: ['CONTENT_TYPE_IMAGE'],
  unwanted_sexual_images: ['CONTENT_TYPE_IMAGE'],
};
