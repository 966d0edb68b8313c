// The attributes that cross from the page to the hotline's frame (isolated mode).

import type { Column } from './names.ts';
import { CONTEXTS, COUNTRY, FLOWS, LEVELS, SIZES } from './values.ts';

/** The accepted values: a pattern, or a list of words. */
export type Accepted = RegExp | readonly string[];

/**
 * The values that the frame accepts. Only the frame's own markup sets where reports go, in whose name, for which key, and
 * where the exit leads. A hotline may have themes of its own, so their names are open. The page resolves `auto`.
 */
export const CROSSING = {
  lang: /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i,
  languages: /^[a-z\d\s,-]{2,400}$/i,
  easy: /^.{0,20}$/,
  country: COUNTRY,
  theme: /^[a-z]{1,20}$/,
  scheme: /^(light|dark)$/,
  size: SIZES,
  'heading-level': LEVELS,
  categories: /^[\w ,]{1,400}$/,
  category: /^\w{1,40}$/,
  fields: /^[a-z ,]{0,60}$/,
  flow: FLOWS,
  view: /^(report|follow-up)$/,
  'page-context': CONTEXTS,
  practice: /^.{0,20}$/,
  url: /^.{1,2048}$/s,
  'page-url': /^https?:\/\/.{1,4000}$/is,
} as const satisfies Column<Accepted>;
