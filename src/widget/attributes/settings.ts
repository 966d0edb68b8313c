// The attributes that the form reads as settings, with their accepted values.

import { WEB_ADDRESS } from '../../core/report/endpoint.ts';
import type { Column } from './names.ts';
import { CONTEXTS, COUNTRY, FLOWS, LEVELS } from './values.ts';

/** Accepted words. */
export const WORDS = {
  'page-context': CONTEXTS,
  fields: ['questions', 'role', 'details', 'reply'],
  flow: FLOWS,
  'heading-level': LEVELS,
} as const satisfies Column<readonly string[]>;

/** Patterns of settings that are not one of a list of words. */
export const PATTERNS = {
  'hotline-url': WEB_ADDRESS,
  'privacy-url': WEB_ADDRESS,
  country: COUNTRY,
  'page-url': WEB_ADDRESS,
  'exit-url': /^https:\/\//i,
  partner: /^[a-z0-9][a-z0-9._-]{1,63}$/,
} as const satisfies Column<RegExp>;
