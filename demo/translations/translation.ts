// A language as the gallery of translations shows it.

import type { ReviewState } from '../../.build/messages/review.ts';

/** One string. */
export interface TranslatedString {
  readonly key: string;
  /** Its screen, by name. */
  readonly screen: string;
  /** The gallery's state that shows it, or the nearest one. */
  readonly state: string;
  /** When it appears, where no state shows it. */
  readonly when?: string;
  readonly french: readonly string[];
  readonly english: readonly string[];
  /** Its text, or one for each plural category. */
  readonly texts: readonly string[];
  /** The same in easy English. */
  readonly easy?: string;
  /** Terms of the glossary, such as « lien = Link ». */
  readonly terms: readonly string[];
  readonly review: ReviewState;
  /** The last reviewer, and the day. */
  readonly by?: string;
  readonly on?: string;
  /** Why it is in doubt. */
  readonly doubt?: string;
  /** Most characters, for a button. */
  readonly most?: number;
}

/** One language. */
export interface Translation {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** The screens, in their order. */
  readonly screens: Readonly<Record<string, Readonly<Record<'fr' | 'en', string>>>>;
  readonly strings: readonly TranslatedString[];
}
