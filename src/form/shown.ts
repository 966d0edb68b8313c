// What one form shows beside its answers: errors, remarks, and what outlives a report.

import type { CategoryId } from '../core/report/categories.ts';
import type { Answers, Role } from '../core/draft/types.ts';

/** An error as it is shown: an answer's own fault, or `field` where the endpoint refused the answer. */
export interface ShownError {
  readonly field: string;
  readonly code: string;
}

/** Something worth saying about an answer, which keeps nothing from being sent. */
export interface ShownRemark {
  readonly field: string;
  readonly code: string;
  /** The text that it is about. */
  readonly text: string;
}

/** What helps choose the help lines after a report: all that outlives its answers, until the view is left. */
export interface SentContext {
  readonly category: CategoryId;
  readonly role?: Role | undefined;
  readonly questions: Answers['questions'];
}

/** One thing that was answered. */
export interface Line {
  readonly text: string;
  /** What it answers, where the name of its row does not say so. */
  readonly about?: string;
  /** What is said below it. */
  readonly note?: string;
  /** Whether it is an address: read from left to right, and never a link. */
  readonly isAddress?: boolean;
  /** Whether these are the form's own words, chosen by the reporter: everything else is the reporter's, and private. */
  readonly isOurs?: boolean;
}
