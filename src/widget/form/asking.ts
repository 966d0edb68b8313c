// The question what became of a report, as its views see it. Types alone.

import type { FollowUpAnswer } from '../../core/follow-up/answer.ts';

/** What became of a report that answers a question. */
export type Joining = 'under way' | 'added' | 'apart';

/** Why a code is refused, or has no answer: the end of the sentence's name, after `err.code.`. */
export type CodeError = 'empty' | 'number' | 'length' | 'symbol' | 'check' | 'failed' | 'wait' | 'unknown';

/** The follow-up of one form. Code and answer are in memory alone, and only until they are forgotten. */
export interface Asking {
  /** The code, as it is being typed. */
  typed: string;
  readonly isAsking: boolean;
  readonly answer: FollowUpAnswer | undefined;
  readonly joining: Joining | undefined;
  /** Whether the reporter says that the code on screen is noted. */
  readonly isNoted: boolean;
  note(isNoted: boolean): void;
  /** « Revoir le code », in the question before it is lost. */
  seeAgain(): void;
  /** Asks for the typed code, or says what is wrong with it. */
  ask(): Promise<void>;
  /** Shows the question for a code. */
  open(): void;
  /** Back to the report that was begun, or to a new one. */
  leave(): void;
  /** « Dire où il est »: the step *Where* of a report that answers the question. */
  reply(): void;
}
