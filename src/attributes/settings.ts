// The attributes that the form reads as settings, with their accepted values.

import type { Column } from './names.ts';
import { CONTEXTS, COUNTRY, FLOWS, LEVELS } from './values.ts';

/** Accepted words. */
export const WORDS = {
  'page-context': CONTEXTS,
  fields: ['questions', 'role', 'details', 'reply'],
  flow: FLOWS,
  'heading-level': LEVELS,
} as const satisfies Column<readonly string[]>;

const WEB = /^https?:\/\//i;

/** Patterns of settings that are not one of a list of words. */
export const PATTERNS = {
  'privacy-url': WEB,
  country: COUNTRY,
  'page-url': WEB,
  'exit-url': /^https:\/\//i,
  partner: /^[a-z0-9][a-z0-9._-]{1,63}$/,
} as const satisfies Column<RegExp>;
