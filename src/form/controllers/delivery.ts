// The sending of one form's report: which submission, how far it has come, and what the reporter is told meanwhile.

import { SubmitError, type SubmitOutcome } from '../../client/errors.ts';
import { prepareSubmission, sendSubmission, type Submission } from '../../client/submit.ts';
import type { Answers } from '../../core/draft/types.ts';
import { createSubmissionId, reportOf } from '../../core/draft/to-report.ts';
import { readReceipt, type Receipt } from '../../core/report/protocol.ts';
import { VERSION } from '../../version.ts';
import { CsErrorEvent, CsSentEvent } from '../../button/events.ts';
import type { FormState } from '../form-view.ts';
import type { Failure, Phase, Prepared, Sending } from '../sending.ts';
import { watchPolicy } from '../policy-watch.ts';
import { mendingOf } from '../refusals.ts';

const SLOW_MS = 5_000;
const STOPPABLE_MS = 15_000;

/** How long a report waits for the code of its proof of work, which was asked for when the review opened. */
const PROVING_LOAD_MS = 4_000;

/** Sends the report of one form. */
export class DeliveryController implements Sending {
  phase: Phase = 'idle';
  failure: Failure | undefined;
  /** How many sendings in a row ended without a receipt. */
  failures = 0;
  receipt: Receipt | undefined;
  /** Address for the answer, as the sent view repeats it once. */
  replyTo: string | undefined;
  /** Whether the exact report is shown. */
  isExactShown = false;
  /** Whether the clipboard was refused, so that the report is shown to be copied by hand. */
  isCopiedByHand = false;
  #form: FormState;
  #prepared: Prepared | undefined;
  /** The answers that the failure speaks of. */
  #failed: Answers | undefined;
  /** Id of the last submission of which nobody can tell whether it has arrived. */
  #unconfirmed: string | undefined;
  #stop = new AbortController();

  constructor(form: FormState) {
    this.#form = form;
  }

  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  /** The failure, as long as the answers are those that failed: edited ones are a report that was not sent yet. */
  get shownFailure(): Failure | undefined {
    return this.#failed === this.#form.draft.answers ? this.failure : undefined;
  }

  /** Whole seconds for which the endpoint still does not want to be asked again; a clock set back adds none. */
  get secondsLeft(): number {
    const { notBefore = 0, waitSeconds = 0 } = this.shownFailure ?? {};
    return Math.min(waitSeconds, Math.max(0, Math.ceil((notBefore - Date.now()) / 1_000)));
  }

  /**
   * Settles what the review shows, which is what « Envoyer » sends, byte for byte. It is made anew where the answers, the
   * page's settings or the language have changed since; once it was sent, only where the answers have.
   */
  prepare(): Prepared {
    const { draft, settings, localize } = this.#form;
    const locale = localize.shownTag('later');
    const hasOwnFaith = this.#form.host.messages?.['s4.faith'] !== undefined;
    const madeOf = [draft, settings, locale, hasOwnFaith];
    const held = this.#prepared;
    const isSame = held?.isSent
      ? held.draft.answers === draft.answers
      : held?.madeOf.every((one, index) => one === madeOf[index]);
    if (held && isSame) return held;
    const report = reportOf(draft, {
      submissionId: createSubmissionId((bytes) => crypto.getRandomValues(bytes)),
      ...(this.#unconfirmed && { supersedes: this.#unconfirmed }),
      now: Date.now(),
      locale,
      hasOwnFaith,
      embed: settings.embed,
      widgetVersion: VERSION,
      ...(settings.partnerId && { partnerId: settings.partnerId }),
    });
    return (this.#prepared = { ...prepareSubmission(report), report, draft, settings, madeOf });
  }

  /** Does ahead of « Envoyer » what it would wait for otherwise. What goes wrong is said once it is wanted. */
  makeReady(): void {
    const prepared = this.prepare();
    if (prepared.settings.publicKey !== undefined) this.#sealOnce(prepared).catch(() => {});
    // The code alone: what is asked of the endpoint waits for the tap.
    if (prepared.settings.challenge !== undefined) import('../proving.ts').catch(() => {});
  }

  #sealOnce(prepared: Prepared): Promise<Submission> {
    return (prepared.sealing ??= this.#seal(prepared));
  }

  async #seal(prepared: Prepared): Promise<Submission> {
    try {
      const { sealReport } = await import('../sealing.ts');
      const envelope = await sealReport(prepared.report, prepared.body, prepared.settings.publicKey ?? '');
      return (prepared.sealed = prepareSubmission(envelope));
    } catch (error) {
      prepared.sealing = undefined;
      if (prepared === this.#prepared) this.#stop.abort('sealing');
      throw error;
    }
  }

  /** Sends, or sends again, what the review shows: nothing that no review has shown ever leaves. */
  async send(): Promise<void> {
    if (this.isBusy) return;
    // Too early: the endpoint said when. The sentence that says so is spoken again.
    if (this.secondsLeft > 0) return this.#form.show({ focus: '.summary-title' });
    const submission = this.#prepared;
    if (submission?.draft.answers !== this.#form.draft.answers) return;
    submission.isSent = true;
    // Sent again, a report stays unconfirmed until an answer says otherwise.
    const outcome = submission.id === this.#unconfirmed ? 'unconfirmed' : 'not-sent';
    const { signal } = (this.#stop = new AbortController());
    this.failure = undefined;
    this.#enter('busy');
    const timers = [
      setTimeout(() => this.#enter('slow'), SLOW_MS),
      setTimeout(() => this.#enter('stoppable'), STOPPABLE_MS),
    ];
    try {
      this.#succeed(await this.#deliver(submission, { signal, outcome }), submission);
    } catch (error) {
      this.#fail(error, submission, signal);
    } finally {
      timers.forEach(clearTimeout);
      this.#stop.abort();
    }
  }

  /** « Annuler l’envoi »: nobody can tell then whether the report has arrived. */
  cancel(): void {
    this.#stop.abort('cancelled');
  }

  /** The connection went or came back: said where it matters. Nothing is sent without a tap. */
  connectionChanged(): void {
    const { view, draft } = this.#form;
    if (view !== 'step' || draft.step !== 'check' || this.isBusy) return;
    this.#form.say(navigator.onLine ? 'err.online' : 'err.offline', {});
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    if (phase === 'busy') this.#form.status.sayIfLasting(this.#form.text('send.busy'));
    this.#form.show(phase === 'busy' ? {} : { status: 'send.slow' });
  }

  async #deliver(
    prepared: Prepared,
    options: { signal: AbortSignal; outcome: SubmitOutcome },
  ): Promise<Receipt> {
    const { endpoint = '', transport, publicKey, challenge } = prepared.settings;
    if (transport) {
      const receipt = readReceipt(
        await transport.call(this.#form.host, prepared.report, { signal: options.signal }),
        prepared.id,
      );
      if (!receipt) throw new TypeError('Not a receipt for this report.');
      return receipt;
    }
    // What waits for nothing is sent in the task of the tap: the page may be gone in the next one.
    const submission =
      prepared.sealed ?? (publicKey === undefined ? prepared : await this.#sealOnce(prepared));
    if (challenge !== undefined) {
      const proving = await settledWithin(PROVING_LOAD_MS, import('../proving.ts'), options.signal);
      prepared.proof ??= await proving
        ?.proofFor(this.#form.host, challenge, endpoint, options.signal)
        .catch(() => undefined);
    }
    watchPolicy(endpoint, this.#stop);
    return sendSubmission(submission, { endpoint, proof: prepared.proof, ...options });
  }

  #succeed(receipt: Receipt, { report, draft }: Prepared): void {
    const form = this.#form;
    const { role, questions } = draft.answers;
    this.receipt = receipt;
    this.replyTo = report.reporter.anonymous ? undefined : report.reporter.contact.email;
    this.phase = 'idle';
    this.#prepared = this.#failed = undefined;
    form.ended({ category: report.category, role, questions });
    form.host.dispatchEvent(new CsSentEvent());
  }

  /** Says at once what went wrong: nothing here waits for the network, which may be what has failed. */
  #fail(error: unknown, prepared: Prepared, { aborted, reason }: AbortSignal): void {
    const form = this.#form;
    const { id } = prepared;
    const { answers } = prepared.draft;
    const failed =
      error instanceof SubmitError ? error : new SubmitError('unconfirmed', 'unconfirmed', { cause: error });
    const { retryable, retryAfterSeconds: waitSeconds = 0 } = failed;
    // What stopped it says why.
    const code: Failure['code'] = aborted ? reason : failed.code;
    // Kept back here, before anything left.
    const isKeptBack = code === 'blocked' || code === 'sealing';
    const isUnconfirmed = !isKeptBack && failed.outcome === 'unconfirmed';
    if (isUnconfirmed) this.#unconfirmed = id;
    // An endpoint that does not let the proof's header pass looks like a broken network: the next try goes without.
    if (code === 'network') prepared.proof &&= '';
    // A proof that holds passes every limit: this one was none, or has had its time, or was not asked for yet.
    if (code === 'rate') prepared.proof = undefined;
    const mending = retryable ? undefined : mendingOf(failed, answers);
    this.phase = 'idle';
    this.failures += 1;
    this.#failed = answers;
    this.failure = {
      code,
      isUnconfirmed,
      canRetry: retryable && !isKeptBack,
      waitSeconds,
      notBefore: waitSeconds && Date.now() + waitSeconds * 1_000,
    };
    form.status.say('');
    form.host.dispatchEvent(new CsErrorEvent(code, retryable));
    // Wiped while it was on its way: there is nothing to send again, and no text is kept.
    if (answers !== form.draft.answers) {
      this.#prepared = this.#failed = undefined;
      return form.ended();
    }
    if (mending) return form.navigation?.revise(mending.step, mending.errors);
    form.show({ focus: '.summary-title' });
    this.#countDown(this.failure);
  }

  /** Keeps the seconds on screen right, silently; only their end is said. */
  #countDown(failure: Failure): void {
    const { host } = this.#form;
    if (!failure.notBefore || this.shownFailure !== failure || !host.isConnected) return;
    host.requestUpdate();
    if (this.secondsLeft > 0) setTimeout(() => this.#countDown(failure), 1_000);
    else this.#form.say('err.wait.over', {});
  }
}

/** What a promise gives within a time; undefined where it fails, takes longer or is stopped before. */
function settledWithin<T>(ms: number, promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(undefined);
    const timer = setTimeout(giveUp, ms);
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, giveUp).finally(() => clearTimeout(timer));
  });
}
