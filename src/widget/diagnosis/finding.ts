// The result of `check()`: single problems of a widget on a page, and all of them together.

import type { BadValue } from '../attributes/names.ts';
import type { BadMembers } from '../shared/given.ts';

/** Code of a problem. */
export type FindingCode =
  | 'attribute-unknown'
  | 'attribute-value'
  | 'button-covered'
  | 'button-hidden'
  | 'button-small'
  | 'copies'
  | 'country-missing'
  | 'country-without-lines'
  | 'endpoint-absent'
  | 'endpoint-cors'
  | 'endpoint-csp'
  | 'endpoint-key'
  | 'endpoint-missing'
  | 'endpoint-refuses'
  | 'endpoint-sealed'
  | 'endpoint-takes-anything'
  | 'endpoint-unreachable'
  | 'endpoint-unusable'
  | 'endpoint-unwell'
  | 'endpoint-version'
  | 'fallback-missing'
  | 'floating-caught'
  | 'floating-several'
  | 'follow-up-absent'
  | 'follow-up-answer'
  | 'follow-up-bundle'
  | 'follow-up-cors'
  | 'follow-up-csp'
  | 'follow-up-frame'
  | 'follow-up-insecure'
  | 'follow-up-missing'
  | 'follow-up-refuses'
  | 'follow-up-unreachable'
  | 'follow-up-unwell'
  | 'form-csp'
  | 'form-missing'
  | 'frame-csp'
  | 'frame-unreachable'
  | 'frame-unusable'
  | 'hotline-missing'
  | 'hotline-url-missing'
  | 'label-missing'
  | 'language-draft'
  | 'easy-unknown'
  | 'language-missing'
  | 'language-unknown'
  | 'opener-lost'
  | 'page-insecure'
  | 'page-plain'
  | 'page-taken-in'
  | 'practice'
  | 'privacy-url-missing'
  | 'property-value'
  | 'receipt-engine'
  | 'receipt-file'
  | 'receipt-transport'
  | 'room-missing';

/** One problem of a widget on a page. */
export interface Finding {
  readonly code: FindingCode;
  /** `error`: reporters cannot report, or cannot reach the button. `warning`: the widget works, and could be better. */
  readonly severity: 'error' | 'warning';
  /** The finding, as one English sentence for a developer. */
  readonly message: string;
  /** The remedy. */
  readonly remedy: string;
}

/** The result of `check()`. */
export interface Diagnosis {
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** Whether nothing was found. */
  readonly isFine: boolean;
}

export const error = (code: FindingCode, message: string, remedy: string): Finding => ({
  code,
  severity: 'error',
  message,
  remedy,
});

export const warning = (code: FindingCode, message: string, remedy: string): Finding => ({
  code,
  severity: 'warning',
  message,
  remedy,
});

/** Gives the values and members that could not be used, and the description of each. */
export interface BadValues {
  badValues(element: Element): readonly BadValue[];
  describeBadValue(bad: BadValue): { readonly problem: string; readonly remedy: string };
  badMembers(element: Element): readonly BadMembers[];
  describeBadMembers(bad: BadMembers): { readonly problem: string; readonly remedy: string };
}
