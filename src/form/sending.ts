// What is known of a sending: the report as it was prepared, how far it has come, why it failed. Types alone.

import type { SubmitErrorCode } from '../client/errors.ts';
import type { Submission } from '../client/submit.ts';
import type { Draft } from '../core/draft/types.ts';
import type { Receipt } from '../core/report/protocol.ts';
import type { Report } from '../core/report/report.ts';
import type { FormSettings } from './settings.ts';

/** How long sending has taken: from « Envoi en cours » on, a word is added after 5 seconds, a way out after 15. */
export type Phase = 'idle' | 'busy' | 'slow' | 'stoppable';

/** Why the last sending ended without a receipt. */
export interface Failure {
  /**
   * A code of the client; `blocked` where the page's own policy stopped the request; `cancelled` by the reporter;
   * `sealing` where the report could not be sealed, so that it did not leave.
   */
  readonly code: SubmitErrorCode | 'blocked' | 'cancelled' | 'sealing';
  /** Whether the report may have arrived all the same. */
  readonly isUnconfirmed: boolean;
  /** Whether the same report may arrive if it is sent again. */
  readonly canRetry: boolean;
  /** Time, in milliseconds since 1970, before which the endpoint does not want to be asked again; 0 where it said none. */
  readonly notBefore: number;
  /** How long that was when it said so, in whole seconds. */
  readonly waitSeconds: number;
}

/** A report as the review shows it and as it is sent: all that either of them reads. */
export interface Prepared extends Submission {
  readonly report: Report;
  /** The draft that it was made of. */
  readonly draft: Draft;
  /** What the page said then: where it goes, for which key, and what the reporter reads about that. */
  readonly settings: FormSettings;
  /** All that it was made of: where each is the same, nothing has changed since. */
  readonly madeOf: readonly unknown[];
  /** Whether « Envoyer » was pressed: nothing but edited answers changes it any more. */
  isSent?: boolean;
  /** What leaves in its place, where it is sealed: once for all attempts. */
  sealed?: Submission;
  sealing?: Promise<Submission> | undefined;
  /** Proof of work that goes with it; empty where it goes without. */
  proof?: string | undefined;
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
  /** Whole seconds for which the endpoint does not want to be asked again. */
  readonly secondsLeft: number;
  readonly receipt: Receipt | undefined;
  /** Address for the answer, as the sent view repeats it once. */
  readonly replyTo: string | undefined;
  /** Whether the exact report is shown. */
  isExactShown: boolean;
  /** Whether the clipboard was refused, so that the report is shown to be copied by hand. */
  isCopiedByHand: boolean;
  /** Settles what the review shows, which is what « Envoyer » sends. */
  prepare(): Prepared;
  /** Prepares what « Envoyer » needs besides: the envelope, the code of the proof. */
  makeReady(): void;
  send(): Promise<void>;
  cancel(): void;
}
