// Sends one form's report: holds the submission, tracks its progress and informs the reporter.

import { SubmitError, type SubmitOutcome } from '../../client/errors.ts';
import { EMBEDS } from '../../../core/report/vocabulary.ts';
import { pause } from '../../client/retry.ts';
import { prepareSubmission, sendSubmission, type Submission } from '../../client/submit.ts';
import { givenAnswers } from '../../../core/draft/given-answers.ts';
import type { Answers } from '../../../core/draft/types.ts';
import { createSubmissionId, reportOf } from '../../../core/draft/to-report.ts';
import { own } from '../../../core/own.ts';
import { readReceipt, type Receipt } from '../../../core/report/protocol.ts';
import { VERSION } from '../../../core/version.ts';
import { CsErrorEvent, CsSentEvent } from '../../shared/events.ts';
import type { FormState } from '../form-view.ts';
import type { Failure, Phase, Prepared, Sending } from '../sending.ts';
import { watchPolicy } from '../policy-watch.ts';
import { mendingOf } from '../refusals.ts';
import type { Confirmed, SentContext } from '../screen.ts';
import { confirmAnswers, createDraft } from '../../../core/draft/draft.ts';

/** A sending that takes less is not announced. */
const LASTING_MS = 1_000;

const SLOW_MS = 5_000;
const STOPPABLE_MS = 15_000;

/** How long a report waits for the code of its proof of work, which starts to load when the review opens. */
const PROVING_LOAD_MS = 4_000;

/** The help after a report of which nothing may be told. */
const NOTHING_TOLD: SentContext = { category: 'unsure', questions: own({}) };

/** Sends the report of one form. */
export class DeliveryController implements Sending {
  phase: Phase = 'idle';
  failure: Failure | undefined;
  /** How many sendings in a row ended without a receipt. */
  failures = 0;
  /** Whether the exact report is shown. */
  isExactShown = false;
  /** Whether the clipboard was refused, so that the report is shown to be copied by hand. */
  isCopiedByHand = false;
  #form: FormState;
  #prepared: Prepared | undefined;
  /** The answers that failed to be sent. */
  #failed: Answers | undefined;
  /** Id of the last submission that may or may not have arrived. */
  #unconfirmed: string | undefined;
  #stop = new AbortController();

  constructor(form: FormState) {
    this.#form = form;
  }

  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  /** Whether this report, or an earlier version of it, may have arrived without a receipt. */
  get mayHaveArrived(): boolean {
    return this.#unconfirmed !== undefined;
  }

  /** The failure, as long as the answers are unchanged. Edited answers make a new report, which was not sent yet. */
  get shownFailure(): Failure | undefined {
    return this.#failed === this.#form.draft.answers ? this.failure : undefined;
  }

  /** Whole seconds before the endpoint accepts a new request. A clock that is set back adds none. */
  get secondsLeft(): number {
    const { notBefore = 0, waitSeconds = 0 } = this.shownFailure ?? {};
    return Math.min(waitSeconds, Math.max(0, Math.ceil((notBefore - Date.now()) / 1_000)));
  }

  /**
   * Fixes the report that the review shows and « Envoyer » sends, byte for byte. It is made anew if the answers, the
   * page's settings or the language have changed since. After a first attempt to send, only new answers count.
   */
  prepare(): Prepared {
    const { draft, settings, localize } = this.#form;
    const locale = localize.tag;
    const hasOwnFaith = localize.own?.['s4.faith'] !== undefined;
    const coded = this.#form.later?.followUp?.next;
    const madeOf = [draft, settings, locale, hasOwnFaith, coded];
    const held = this.#prepared;
    const isSame = held?.isSent
      ? held.draft.answers === draft.answers
      : held?.madeOf.every((one, index) => one === madeOf[index]);
    if (held && isSame) return held;
    const report = reportOf(draft, {
      submissionId: createSubmissionId((bytes) => crypto.getRandomValues(bytes)),
      supersedes: this.#unconfirmed,
      followUp: coded && { hash: coded.hash },
      now: Date.now(),
      locale,
      hasOwnFaith,
      embed: EMBEDS.find((one) => one === this.#form.host.getAttribute('embed')) ?? 'script',
      widgetVersion: VERSION,
      partnerId: settings.partnerId,
    });
    return (this.#prepared = {
      ...prepareSubmission(report),
      report,
      draft,
      settings,
      madeOf,
      code: coded?.code,
    });
  }

  /** Seals the report and loads the proof's code before « Envoyer » needs them. Errors surface only on « Envoyer ». */
  makeReady(): void {
    const prepared = this.prepare();
    if (prepared.settings.publicKey !== null) this.#sealOnce(prepared).catch(() => {});
    // Only the code loads now: no request goes to the endpoint before the tap.
    if (prepared.settings.challenge !== null) import('../proving.ts').catch(() => {});
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

  /** Sends, or sends again, the report that the review shows. A report that no review has shown is never sent. */
  async send(): Promise<void> {
    if (this.isBusy) return;
    // Too early for the endpoint. Focus makes screen readers announce the wait again.
    if (this.secondsLeft > 0) return this.#form.show({ focus: '.summary-title' });
    const submission = this.#prepared;
    if (submission?.draft.answers !== this.#form.draft.answers) return;
    submission.isSent = true;
    this.#form.draft = confirmAnswers(this.#form.draft);
    this.#form.later?.followUp?.renew();
    // A report that is sent again stays unconfirmed until a response settles the outcome.
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

  /**
   * Forgets the answers at once, and shows the outcome. Without a receipt, it is unknown whether the report has arrived.
   */
  #end(confirmed?: Confirmed): void {
    const form = this.#form;
    form.draft = createDraft(form.settings.draft);
    form.status.say('');
    form.go({ kind: 'sent', confirmed }, { focus: 'h2' });
  }

  /** « Annuler l’envoi ». The report may have arrived all the same. */
  cancel(): void {
    this.#stop.abort('cancelled');
  }

  /** Announces a lost or restored connection, on the review alone. Nothing is sent without a tap. */
  connectionChanged(): void {
    const { screen, draft } = this.#form;
    if (screen.kind !== 'step' || draft.step !== 'check' || this.isBusy) return;
    this.#form.say(navigator.onLine ? 'err.online' : 'err.offline');
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    if (phase === 'busy') this.#form.status.sayAfterView(this.#form.text('send.busy'), LASTING_MS);
    this.#form.show(phase === 'busy' ? {} : { status: 'send.slow' });
  }

  async #deliver(
    prepared: Prepared,
    options: { signal: AbortSignal; outcome: SubmitOutcome },
  ): Promise<Receipt> {
    const { endpoint = '', isPractice, transport, publicKey, challenge } = prepared.settings;
    const { host } = this.#form;
    if (isPractice) return (await import('../practice.ts')).practiceReceipt(prepared.id);
    if (transport) {
      const receipt = readReceipt(
        await transport.call(host, prepared.report, { signal: options.signal }),
        prepared.id,
      );
      if (receipt) return receipt;
      throw new TypeError();
    }
    // A report that is ready is sent in the task of the tap: the page may be gone in the next task.
    const submission = prepared.sealed ?? (publicKey === null ? prepared : await this.#sealOnce(prepared));
    if (challenge !== null) {
      const { signal } = options;
      // Without its code or its endpoint there is no proof, and the report goes without one.
      prepared.proof ??= await Promise.race([import('../proving.ts'), pause(PROVING_LOAD_MS, signal)])
        .then((proving) => proving?.proofFor(host, challenge, endpoint, signal))
        .catch(() => undefined);
    }
    const watched = watchPolicy(endpoint, this.#stop);
    const fetch: typeof watched = host.hasAttribute('receipt-key')
      ? (...request) =>
          Promise.all([watched(...request), import('../confirming.ts')]).then(([response, { confirmed }]) =>
            confirmed(host, response, submission.body),
          )
      : watched;
    return sendSubmission(submission, { endpoint, proof: prepared.proof, fetch, ...options });
  }

  #succeed(receipt: Receipt, { id, report, draft, settings, code }: Prepared): void {
    const form = this.#form;
    const { role, category = 'unsure' } = draft.answers;
    const { reporter } = report;
    // Wiped on its way, as by « Quitter vite »: a page that comes back shows the number, and nothing of the report.
    const isWiped = draft.answers !== form.draft.answers;
    this.phase = 'idle';
    this.#prepared = this.#failed = this.#unconfirmed = undefined;
    this.#end({
      receipt,
      replyTo: isWiped || reporter.anonymous ? undefined : reporter.contact.email,
      code: isWiped ? undefined : code,
      context: isWiped ? NOTHING_TOLD : { category, role, questions: givenAnswers(draft) },
      repeat: isWiped || settings.draft.flow !== 'page' ? undefined : form.later?.pageFlow?.repeatOf(draft),
    });
    form.later?.followUp?.join(id);
    // Pages count their reports by this event.
    if (!settings.isPractice) form.host.dispatchEvent(new CsSentEvent());
  }

  /** Reports the failure at once. Nothing here waits for the network, which may be the cause. */
  #fail(error: unknown, prepared: Prepared, { aborted, reason }: AbortSignal): void {
    const form = this.#form;
    const { id } = prepared;
    const { answers } = prepared.draft;
    const failed =
      error instanceof SubmitError ? error : new SubmitError('unconfirmed', 'unconfirmed', { cause: error });
    const { retryable, retryAfterSeconds: waitSeconds = 0 } = failed;
    // The abort reason is the code.
    const code: Failure['code'] = aborted ? reason : failed.code;
    // The report was stopped on the device: the outcome of earlier sendings still holds.
    const isKeptBack = code === 'blocked' || code === 'sealing';
    const isUnconfirmed = isKeptBack ? id === this.#unconfirmed : failed.outcome === 'unconfirmed';
    if (isUnconfirmed) this.#unconfirmed = id;
    // If the endpoint does not allow the proof's header, `fetch` reports a network error: the next try omits the proof.
    if (code === 'network') prepared.proof &&= '';
    // A valid proof passes every limit, so this proof was missing, invalid or expired.
    if (code === 'rate') prepared.proof = undefined;
    // A report that may be stored is not to be shortened.
    const isSettled = failed.code !== 'too-large' || !isUnconfirmed;
    const mending = retryable || !isSettled ? undefined : mendingOf(failed, answers);
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
    // The answers were wiped during the sending: there is nothing to send again, and no text is kept.
    if (answers !== form.draft.answers) {
      this.#prepared = this.#failed = undefined;
      return this.mayHaveArrived ? this.#end() : form.show({});
    }
    if (mending) return form.navigation?.revise(mending.step, mending.errors);
    form.show({ focus: '.summary-title' });
    this.#countDown(this.failure);
  }

  /** Updates the seconds on screen without announcing them. Only the end is announced. */
  #countDown(failure: Failure): void {
    const { host } = this.#form;
    if (!failure.notBefore || this.shownFailure !== failure || !host.isConnected) return;
    host.requestUpdate();
    if (this.secondsLeft > 0) setTimeout(() => this.#countDown(failure), 1_000);
    else this.#form.say('err.wait.over');
  }
}
