// The state of a sending: the prepared report, its progress, the reason for a failure. Types alone.

import type { SubmitErrorCode } from '../client/errors.ts';
import type { Submission } from '../client/submit.ts';
import type { ReportPart } from '../../core/draft/to-report.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { Report } from '../../core/report/report.ts';
import type { Arrived } from './screen.ts';
import type { FormSettings } from './settings.ts';

/** How long sending has taken: from « Envoi en cours » on, a word is added after 5 seconds, a way out after 15. */
export type Phase = 'idle' | 'busy' | 'slow' | 'stoppable';

/** Why the last sending ended without a receipt. */
export interface Failure {
  /**
   * A code of the client; `blocked` if the page's own policy stopped the request; `cancelled` by the reporter;
   * `sealing` if the report could not be sealed, so that it did not leave.
   */
  readonly code: SubmitErrorCode | 'blocked' | 'cancelled' | 'sealing';
  /** Whether the report may have arrived all the same. */
  readonly isUnconfirmed: boolean;
  /** Whether the same report may arrive if it is sent again. */
  readonly canRetry: boolean;
  /** Earliest time for a new request, as set by the endpoint, in milliseconds since 1970; 0 if it set none. */
  readonly notBefore: number;
  /** The wait that the endpoint asked for, in whole seconds. */
  readonly waitSeconds: number;
}

/** A report, ready to be sent. */
export interface PreparedReport extends Submission {
  readonly report: Report;
  /** Its share of the draft's links and accounts. */
  readonly part: ReportPart;
  /** The follow-up code, whose hash the report carries. */
  readonly code: string | undefined;
  /** The sealed envelope that is sent in its place. All attempts use one envelope. */
  sealed?: Submission;
  sealing?: Promise<Submission> | undefined;
  /** Proof of work sent with the report; empty if it is sent without one. */
  proof?: string | undefined;
}

/** The reports of a draft with all data that the review and the sending read: one, unless there are more links. */
export interface Prepared {
  /** Those that are not confirmed, in the order in which they are sent. */
  reports: readonly [PreparedReport, ...PreparedReport[]];
  /** The draft that they were made of. */
  readonly whole: Draft;
  /** The same without the links of confirmed reports, which are not sent again. */
  draft: Draft;
  /** The page's settings at that time: destination, key, and the privacy text shown to the reporter. */
  readonly settings: FormSettings;
  /** All inputs of the reports. If each is identical, nothing has changed since. */
  readonly madeOf: readonly unknown[];
  /** Whether « Envoyer » was pressed. From then on, only edited answers change the reports. */
  isSent?: boolean;
}

/** The sending of one form, as its views see it. */
export interface Sending {
  readonly phase: Phase;
  /** Whether a report is on its way. */
  readonly isBusy: boolean;
  /** Why the last sending ended without a receipt, unless the answers have changed since. */
  readonly shownFailure: Failure | undefined;
  /** How many sendings in a row ended without a receipt. */
  readonly failures: number;
  /** Whole seconds before the endpoint accepts a new request. */
  readonly secondsLeft: number;
  /** Whether this report, or an earlier version of it, may have arrived without a receipt. */
  readonly mayHaveArrived: boolean;
  /** Reports of this form that are confirmed, while others are not. */
  readonly arrived: readonly Arrived[];
  /** Whether the exact report is shown. */
  isExactShown: boolean;
  /** Whether the clipboard was refused, so that the report is shown to be copied by hand. */
  isCopiedByHand: boolean;
  /** Fixes the reports that the review shows and « Envoyer » sends. */
  prepare(): Prepared;
  /** Prepares the envelope and loads the code of the proof, ahead of « Envoyer ». */
  makeReady(): void;
  send(): Promise<void>;
  cancel(): void;
}
