// Forms that are sent during a run, by the code that the widget sends them with: each is told the truth, and delivered in
// the end.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { SubmitError, type SubmitOutcome } from '../../../src/widget/client/errors.ts';
import { sendSubmission, type Submission } from '../../../src/widget/client/submit.ts';
import type { Receipt } from '../../../src/core/report/protocol.ts';
import type { History } from './history.ts';
import { numberedReport } from './reports.ts';

/** The results of the forms. */
export interface FormsToll {
  readonly delivered: number;
  /** How often a form said « non confirmé » before it was delivered. */
  readonly unconfirmed: number;
}

/** Reporters who fill in one form after the other. */
export interface Forms {
  /** Ends it at once: forms that are not delivered are abandoned. */
  stop(): void;
  /** No new forms; resolves once each that was begun is delivered. */
  end(): Promise<FormsToll>;
}

/** A form tries by itself for so long; then it says what it knows, and waits for a tap. */
const PATIENCE_MS = 1_500;
const TIMEOUT_MS = 3_000;
/** Until somebody taps « Réessayer ». */
const TAP_MS = 300;
const PAUSE_MS = 150;

/** Starts reporters. Their reports have numbers from `from` on. */
export function sendForms(endpoint: () => string, history: History, from: number, reporters = 4): Forms {
  let isOver = false;
  const abandoning = new AbortController();
  let next = from;
  let [delivered, unconfirmed] = [0, 0];
  const reporter = async (): Promise<void> => {
    for (; !isOver; await delay(PAUSE_MS)) {
      const { key, body } = numberedReport(next++);
      const { taps } = await deliverForm(endpoint, { id: key, body }, history, abandoning.signal);
      unconfirmed += taps;
      delivered += 1;
    }
  };
  // An assertion that fails fails the end.
  const reporting = Promise.all(Array.from({ length: reporters }, reporter));
  // Told at the end; a run that fails before has a reason of its own.
  reporting.catch(() => {});
  return {
    stop: () => abandoning.abort(new Error('The run is over.')),
    async end() {
      isOver = true;
      await reporting;
      return { delivered, unconfirmed };
    },
  };
}

/** Sends a form until it is acknowledged, or abandoned. @returns how often it had to be sent again by hand */
export async function deliverForm(
  endpoint: () => string,
  submission: Submission,
  history: History,
  abandoned?: AbortSignal,
): Promise<{ receipt: Receipt; taps: number }> {
  const { id: key } = submission;
  let outcome: SubmitOutcome | undefined;
  for (let taps = 0; ; taps++) {
    abandoned?.throwIfAborted();
    try {
      const options = { endpoint: endpoint(), outcome, timeoutMs: TIMEOUT_MS, patienceMs: PATIENCE_MS };
      const receipt = await sendSubmission(submission, options);
      const { submissionId, reference, receivedAt } = receipt;
      const answer = { kind: 'acknowledged', key: submissionId, reference, receivedAt } as const;
      history.record({ key, bytes: 'own', answer });
      return { receipt, taps };
    } catch (error) {
      assert.ok(error instanceof SubmitError && error.retryable, String(error));
      history.record({ key, bytes: 'own', answer: { kind: 'unconfirmed' } });
      // A 503 may have come after the report was stored: the form never says that it was not sent.
      assert.ok(outcome !== 'unconfirmed' || error.outcome === 'unconfirmed', error.outcome);
      outcome = error.outcome;
      await delay(TAP_MS);
    }
  }
}
