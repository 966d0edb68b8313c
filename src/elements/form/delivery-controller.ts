// The sending of one form's report: which submission, how far it has come, and what the reporter is told meanwhile.

import { SubmitError, type SubmitErrorCode, type SubmitOutcome } from '../../client/errors.ts';
import { prepareSubmission, sendSubmission, type Submission } from '../../client/submit.ts';
import type { Answers, StepId } from '../../core/draft.ts';
import { createSubmissionId, reportOf } from '../../core/draft-report.ts';
import { readReceipt, type PointedError, type Receipt } from '../../core/protocol.ts';
import type { Report } from '../../core/report.ts';
import { VERSION } from '../../version.ts';
import { CsErrorEvent, CsSentEvent } from '../events.ts';
import type { Form, ShownError } from './form-controller.ts';

/** How long sending has taken: from « Envoi en cours » on, a word is added after 5 seconds, a way out after 15. */
export type Phase = 'idle' | 'busy' | 'slow' | 'stoppable';

const SLOW_MS = 5_000;
const STOPPABLE_MS = 15_000;

/** Why the last sending ended without a receipt. */
export interface Failure {
  /** A code of the client; `blocked` where the page's own policy stopped the request; `cancelled` by the reporter. */
  readonly code: SubmitErrorCode | 'blocked' | 'cancelled';
  /** Whether the report may have arrived all the same. */
  readonly isUnconfirmed: boolean;
  /** Whether the same report may arrive if it is sent again. */
  readonly canRetry: boolean;
  /** Time, in milliseconds since 1970, before which the endpoint does not want to be asked again. */
  readonly notBefore: number;
}

interface Prepared extends Submission {
  readonly report: Report;
  /** The answers it was made of: the same object means that nothing was edited since. */
  readonly answers: Answers;
}

/** Sends the report of one form. */
export class DeliveryController {
  phase: Phase = 'idle';
  failure: Failure | undefined;
  receipt: Receipt | undefined;
  /** Address for the answer, as the sent view repeats it once. */
  replyTo: string | undefined;
  #form: Form;
  #prepared: Prepared | undefined;
  #stop: AbortController | undefined;
  #wasBlocked = false;

  constructor(form: Form) {
    this.#form = form;
  }

  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  /** The failure, as long as the answers are those that failed: edited ones are a report that was not sent yet. */
  get shownFailure(): Failure | undefined {
    return this.#prepared?.answers === this.#form.draft.answers ? this.failure : undefined;
  }

  /** Sends, or sends again: the same bytes under the same id, unless the answers were edited since. */
  async send(): Promise<void> {
    if (this.isBusy) return;
    if (this.shownFailure && Date.now() < this.shownFailure.notBefore) {
      // Too early: the endpoint said when. The sentence that says so is spoken again.
      return this.#form.show({ focus: '.failure' });
    }
    const earlier = this.#prepared;
    const submission = this.#prepare();
    // Sent again, a report stays unconfirmed until an answer says otherwise.
    const outcome = submission === earlier && this.failure?.isUnconfirmed ? 'unconfirmed' : 'not-sent';
    this.#stop = new AbortController();
    this.failure = undefined;
    this.#wasBlocked = false;
    this.#enter('busy');
    const timers = [
      setTimeout(() => this.#enter('slow'), SLOW_MS),
      setTimeout(() => this.#enter('stoppable'), STOPPABLE_MS),
    ];
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    try {
      this.#succeed(await this.#deliver(submission, { signal: this.#stop.signal, outcome }), submission);
    } catch (error) {
      this.#fail(error);
    } finally {
      timers.forEach(clearTimeout);
      document.removeEventListener('securitypolicyviolation', this.#onViolation);
    }
  }

  /** « Annuler l’envoi »: nobody can tell then whether the report has arrived. */
  cancel(): void {
    this.#stop?.abort();
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    this.#form.show({ status: phase === 'busy' ? 'send.busy' : 'send.slow' });
  }

  #prepare(): Prepared {
    const { draft, settings, localize } = this.#form;
    const previous = this.#prepared;
    if (previous?.answers === draft.answers) return previous;
    const wasUnconfirmed = this.failure?.isUnconfirmed ?? false;
    const report = reportOf(draft, {
      submissionId: createSubmissionId((bytes) => crypto.getRandomValues(bytes)),
      ...(previous && wasUnconfirmed && { supersedes: previous.id }),
      now: Date.now(),
      locale: localize.tag,
      embed: settings.embed,
      widgetVersion: VERSION,
      ...(settings.partnerId && { partnerId: settings.partnerId }),
    });
    this.#prepared = { ...prepareSubmission(report), report, answers: draft.answers };
    return this.#prepared;
  }

  async #deliver(
    submission: Prepared,
    options: { signal: AbortSignal; outcome: SubmitOutcome },
  ): Promise<Receipt> {
    const { host, settings } = this.#form;
    if (!host.transport) return sendSubmission(submission, { endpoint: settings.endpoint ?? '', ...options });
    const receipt = readReceipt(
      await host.transport(submission.report, { signal: options.signal }),
      submission.id,
    );
    if (!receipt) throw new SubmitError('unconfirmed', 'unconfirmed');
    return receipt;
  }

  #succeed(receipt: Receipt, { report }: Prepared): void {
    const form = this.#form;
    this.receipt = receipt;
    this.replyTo = report.reporter.anonymous ? undefined : report.reporter.contact.email;
    this.phase = 'idle';
    this.#prepared = undefined;
    form.sent(report.category);
    form.host.dispatchEvent(new CsSentEvent());
  }

  #fail(error: unknown): void {
    const failed =
      error instanceof SubmitError ? error : new SubmitError('unconfirmed', 'unconfirmed', { cause: error });
    const code = this.#wasBlocked ? 'blocked' : failed.code === 'aborted' ? 'cancelled' : failed.code;
    this.phase = 'idle';
    // Wiped while it was on its way: there is nothing to send again, and no text is kept.
    if (this.#prepared?.answers !== this.#form.draft.answers) this.#prepared = undefined;
    this.failure = {
      code,
      isUnconfirmed: code !== 'blocked' && failed.outcome === 'unconfirmed',
      canRetry: code !== 'blocked' && failed.retryable,
      notBefore: Date.now() + (failed.retryAfterSeconds ?? 0) * 1_000,
    };
    this.#form.host.dispatchEvent(new CsErrorEvent(code, failed.retryable));
    const refused = refusedAnswers(failed.pointers ?? []);
    if (refused) this.#form.revise(refused.step, refused.errors);
    else this.#form.show({ focus: '.failure' });
  }

  /** The page's own Content-Security-Policy can keep a request from leaving; `fetch` alone does not say so. */
  #onViolation = (event: SecurityPolicyViolationEvent): void => {
    const { endpoint } = this.#form.settings;
    if (event.effectiveDirective !== 'connect-src' || event.disposition !== 'enforce' || !endpoint) return;
    if (!endpoint.startsWith(event.blockedURI) && !event.blockedURI.startsWith(new URL(endpoint).origin))
      return;
    this.#wasBlocked = true;
    // A policy does not change while the reporter waits.
    this.#stop?.abort();
  };
}

// Where the reporter can mend what the endpoint refused, by the beginning of the pointer.
const ANSWERS: readonly (readonly [pointer: string, step: StepId, field: string])[] = [
  ['/category', 'what', 'category'],
  ['/locations', 'where', 'where'],
  ['/content', 'details', 'details'],
  ['/reporter/contact', 'details', 'email'],
];

/** The step that holds the first refused answer, with its errors; nothing where no answer is to blame. */
function refusedAnswers(
  pointers: readonly PointedError[],
): { step: StepId; errors: ShownError[] } | undefined {
  const refused = ANSWERS.filter(([start]) => pointers.some(({ pointer }) => pointer.startsWith(start)));
  const step = refused[0]?.[1];
  if (!step) return undefined;
  const errors = refused.filter(([, its]) => its === step).map(([, , field]) => ({ field, code: 'field' }));
  return { step, errors };
}
