// The attributes that style sheets select by, with their accepted words.

import { PRESET_NAMES } from '../theme/presets.ts';
import type { AttributeName, BadValue, Column } from './names.ts';
import { SIZES } from './values.ts';

/** Names of the presets. The button looks for its own in its style sheet, and needs no list. */
export const THEMES = { theme: PRESET_NAMES } satisfies Column<readonly string[]>;

/** The other looks, and the view that comes first. */
export const LOOKS = {
  variant: ['button', 'floating', 'link', 'icon', 'bar'],
  size: SIZES,
  placement: ['bottom-end', 'bottom-start', 'middle-end', 'middle-start'],
  scheme: ['auto', 'light', 'dark'],
  mode: ['dialog', 'inline'],
  view: ['report', 'follow-up'],
} as const satisfies Column<readonly string[]>;

/** The values of an element that are not among the accepted words of their attributes. */
export const unknownWords = (element: Element, words: Column<readonly string[]>): BadValue[] =>
  Object.entries(words).flatMap(([name, expected]) => {
    const attribute = name as AttributeName;
    const value = element.getAttribute(attribute);
    return value && !expected.includes(value) ? [{ attribute, value, expected }] : [];
  });
