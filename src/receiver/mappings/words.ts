// The words that a notice needs in each language.

import type { CategoryId } from '../../core/report/categories.ts';
import type { AGE_CHECKS, HATE_AIMS, HATE_GROUNDS } from '../../core/report/vocabulary.ts';
import type { Kind } from './signs.ts';

/** A word of the vocabulary that may appear in a notice. */
export type ToldWord = Exclude<
  Kind | (typeof HATE_GROUNDS)[number] | (typeof HATE_AIMS)[number] | (typeof AGE_CHECKS)[number],
  'unknown'
>;

/** The words of one language. Questions that are about the reporter are in none of the tables. */
export interface NoticeWords {
  /** The subject of a category: one or two sentences that open the explanation. */
  readonly openings: Readonly<Record<CategoryId, string>>;
  /** The hotline's statement of good faith, Regulation (EU) 2022/2065 Art. 16(2)(d). */
  readonly goodFaith: string;
  /** Questions of `details` that are answered by words of the vocabulary, with their label. */
  readonly answers: Readonly<Record<'kinds' | 'grounds' | 'aimedAt' | 'ageCheck', string>>;
  /** Questions that are answered by a short text, with their label. */
  readonly hints: Readonly<Record<'targetHint' | 'whenHint' | 'eventHint' | 'areaHint', string>>;
  /** Questions that are answered by yes, with what yes means. */
  readonly facts: Readonly<Record<ToldFact, string>>;
  readonly factsLabel: string;
  readonly descriptionLabel: string;
  /** A word of the vocabulary, in this language. */
  readonly word: (word: string) => string;
}

/** A question whose answer « yes » may appear in a notice. */
type ToldFact =
  | 'selfProduced'
  | 'blackmail'
  | 'adultAskingMinor'
  | 'meetingPlanned'
  | 'abuseOngoing'
  | 'specificThreat'
  | 'callToAct'
  | 'minorExposed'
  | 'aimedAtMinors'
  | 'minorSuspected'
  | 'constraintSigns'
  | 'severalPersonsSameContact'
  | 'personAtRiskNow'
  | 'targetIsMinor'
  | 'repeated'
  | 'severalAuthors';
