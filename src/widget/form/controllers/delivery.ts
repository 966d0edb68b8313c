// Sends the reports of one form, one after another: holds the submissions, tracks their progress, informs the reporter.

import { SubmitError, type SubmitOutcome } from '../../client/errors.ts';
import { EMBEDS } from '../../../core/report/vocabulary.ts';
import { pause } from '../../client/retry.ts';
import { prepareSubmission, sendSubmission, type Submission } from '../../client/submit.ts';
import { givenAnswers } from '../../../core/draft/given-answers.ts';
import { partsOf } from '../../../core/draft/parts.ts';
import type { Answers } from '../../../core/draft/types.ts';
import { createSubmissionId, reportOf, type ReportPart } from '../../../core/draft/to-report.ts';
import { own } from '../../../core/own.ts';
import { readReceipt, type Receipt } from '../../../core/report/protocol.ts';
import { VERSION } from '../../../core/version.ts';
import { CsErrorEvent, CsSentEvent } from '../../shared/events.ts';
import type { Coded, FormState } from '../form-view.ts';
import type { Failure, Phase, Prepared, PreparedReport, Sending } from '../sending.ts';
import { watchPolicy } from '../policy-watch.ts';
import type { FormSettings } from '../settings.ts';
import { mendingOf } from '../refusals.ts';
import type { Arrived, Confirmed, Missing, Repeat, SentContext } from '../screen.ts';
import { confirmAnswers, createDraft } from '../../../core/draft/draft.ts';

/** A sending that takes less is not announced. */
const LASTING_MS = 1_000;

const SLOW_MS = 5_000;
const STOPPABLE_MS = 15_000;

/** How long a report waits for the code of its proof of work, which starts to load when the review opens. */
const PROVING_LOAD_MS = 4_000;

/** Of a page that names no follow-up address, or whose codes are not made. */
const NO_CODES: readonly Coded[] = [];

/** The help after a report of which nothing may be told. */
const NOTHING_TOLD: SentContext = { category: 'unsure', questions: own({}) };

/** A report that is confirmed, with what the one-page form keeps of it. */
interface Kept extends Arrived {
  readonly repeat: Repeat | undefined;
}

/** Sends the reports of one form. */
export class DeliveryController implements Sending {
  phase: Phase = 'idle';
  failure: Failure | undefined;
  /** How many sendings in a row ended without a receipt. */
  failures = 0;
  /** Whether the exact report is shown. */
  isExactShown = false;
  /** Whether the clipboard was refused, so that the report is shown to be copied by hand. */
  isCopiedByHand = false;
  arrived: readonly Kept[] = [];
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
   * Fixes the reports that the review shows and « Envoyer » sends, byte for byte. They are made anew if the answers, the
   * page's settings or the language have changed since. After a first attempt to send, only new answers count.
   */
  prepare(): Prepared {
    const { draft, settings, localize } = this.#form;
    const locale = localize.tag;
    const hasOwnFaith = localize.own?.['s4.faith'] !== undefined;
    const codes = this.#form.later?.followUp?.next ?? NO_CODES;
    const madeOf = [draft, settings, locale, hasOwnFaith, codes];
    const held = this.#prepared;
    const isSame = held?.isSent
      ? held.draft.answers === draft.answers
      : held?.madeOf.every((one, index) => one === madeOf[index]);
    if (held && isSame) return held;
    const reportWith = (part: ReportPart, index: number): PreparedReport => {
      const coded = codes[index];
      const report = reportOf(draft, {
        part,
        submissionId: createSubmissionId((bytes) => crypto.getRandomValues(bytes)),
        // The first one has the links of the one that may have arrived: they are sent in their order.
        supersedes: index === 0 ? this.#unconfirmed : undefined,
        followUp: coded && { hash: coded.hash },
        now: Date.now(),
        locale,
        hasOwnFaith,
        embed: EMBEDS.find((one) => one === this.#form.host.getAttribute('embed')) ?? 'script',
        widgetVersion: VERSION,
        partnerId: settings.partnerId,
      });
      return { ...prepareSubmission(report), report, part, code: coded?.code };
    };
    const [first, ...further] = partsOf(draft);
    return (this.#prepared = {
      reports: [reportWith(first, 0), ...further.map((part, index) => reportWith(part, index + 1))],
      whole: draft,
      draft,
      settings,
      madeOf,
    });
  }

  /** Seals the reports and loads the proof's code before « Envoyer » needs them. Errors surface only on « Envoyer ». */
  makeReady(): void {
    const { settings, reports } = this.prepare();
    if (settings.publicKey !== null)
      for (const report of reports) this.#sealOnce(report, settings).catch(() => {});
    // Only the code loads now: no request goes to the endpoint before the tap.
    if (settings.challenge !== null) import('../proving.ts').catch(() => {});
  }

  #sealOnce(prepared: PreparedReport, settings: FormSettings): Promise<Submission> {
    return (prepared.sealing ??= this.#seal(prepared, settings));
  }

  async #seal(prepared: PreparedReport, { publicKey }: FormSettings): Promise<Submission> {
    try {
      const { sealReport } = await import('../sealing.ts');
      const envelope = await sealReport(prepared.report, prepared.body, publicKey ?? '');
      return (prepared.sealed = prepareSubmission(envelope));
    } catch (error) {
      prepared.sealing = undefined;
      if (this.#prepared?.reports[0] === prepared) this.#stop.abort('sealing');
      throw error;
    }
  }

  /**
   * Sends, or sends again, the reports that the review shows, one after another: browsers keep alive 64 KiB for a page
   * that goes, for all its requests together. A report that no review has shown is never sent.
   */
  async send(): Promise<void> {
    if (this.isBusy) return;
    // Too early for the endpoint. Focus makes screen readers announce the wait again.
    if (this.secondsLeft > 0) return this.#form.show({ focus: '.summary-title' });
    const prepared = this.#prepared;
    if (prepared?.draft.answers !== this.#form.draft.answers) return;
    prepared.isSent = true;
    this.#form.draft = confirmAnswers(this.#form.draft);
    this.#form.later?.followUp?.renew();
    const { signal } = (this.#stop = new AbortController());
    this.failure = undefined;
    this.#enter('busy');
    const timers = [
      setTimeout(() => this.#enter('slow'), SLOW_MS),
      setTimeout(() => this.#enter('stoppable'), STOPPABLE_MS),
    ];
    try {
      while (this.#arrive(await this.#deliver(prepared, signal), prepared));
    } catch (error) {
      this.#fail(error, prepared, signal);
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

  /** Sends the first report that is not confirmed. */
  async #deliver({ reports: [next], settings }: Prepared, signal: AbortSignal): Promise<Receipt> {
    const { endpoint = '', isPractice, transport, publicKey, challenge } = settings;
    const { host } = this.#form;
    // A report that is sent again stays unconfirmed until a response settles the outcome.
    const outcome: SubmitOutcome = next.id === this.#unconfirmed ? 'unconfirmed' : 'not-sent';
    if (signal.aborted) throw new SubmitError('aborted', outcome);
    if (isPractice) return (await import('../practice.ts')).practiceReceipt(next.id);
    if (transport) {
      const receipt = readReceipt(await transport.call(host, next.report, { signal }), next.id);
      if (receipt) return receipt;
      throw new TypeError();
    }
    // A report that is ready is sent in the task of the tap: the page may be gone in the next task.
    const submission = next.sealed ?? (publicKey === null ? next : await this.#sealOnce(next, settings));
    if (challenge !== null) {
      // Without its code or its endpoint there is no proof, and the report goes without one.
      next.proof ??= await Promise.race([import('../proving.ts'), pause(PROVING_LOAD_MS, signal)])
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
    return sendSubmission(submission, { endpoint, proof: next.proof, fetch, signal, outcome });
  }

  /** The first report is confirmed. @returns whether another one follows */
  #arrive(receipt: Receipt, prepared: Prepared): boolean {
    const form = this.#form;
    const { many } = form.later ?? {};
    const { reports, settings, draft } = prepared;
    const [sent, next, ...others] = reports;
    const { id, report, code } = sent;
    // Wiped on its way, as by « Quitter vite »: a page that comes back shows the number, and nothing of the report.
    const isWiped = draft.answers !== form.draft.answers;
    const repeat =
      isWiped || settings.draft.flow !== 'page'
        ? undefined
        : form.later?.pageFlow?.repeatOf(next && many ? many.draftOf(prepared, [sent]) : draft);
    this.arrived = [...this.arrived, { receipt, code, links: report.locations.length, repeat }];
    this.#unconfirmed = undefined;
    if (next && !isWiped) {
      prepared.reports = [next, ...others];
      const left = many?.draftOf(prepared, prepared.reports);
      if (left) form.draft = prepared.draft = { ...form.draft, answers: left.answers };
      form.show({});
    } else this.#finish(prepared, next && { unconfirmed: 0, unsent: 1 + others.length });
    form.later?.followUp?.join(id);
    // Pages count their reports by this event.
    if (!settings.isPractice) form.host.dispatchEvent(new CsSentEvent());
    return next !== undefined && !isWiped;
  }

  /** Nothing is sent any more: shows what has arrived. */
  #finish({ draft, reports: [{ report }] }: Prepared, missing: Missing | undefined): void {
    const form = this.#form;
    const { role, category = 'unsure' } = draft.answers;
    const { reporter } = report;
    const isWiped = draft.answers !== form.draft.answers;
    const [first, ...others] = this.arrived.map(({ receipt, code, links }) => ({
      receipt,
      code: isWiped ? undefined : code,
      links,
    }));
    const repeats = this.arrived.flatMap(({ repeat: kept }) => kept ?? []);
    this.phase = 'idle';
    this.#prepared = this.#failed = undefined;
    this.arrived = [];
    const repeat = isWiped ? undefined : repeats.at(-1);
    this.#end(
      first && {
        reports: [first, ...others],
        missing,
        replyTo: isWiped || reporter.anonymous ? undefined : reporter.contact.email,
        context: isWiped ? NOTHING_TOLD : { category, role, questions: givenAnswers(draft) },
        repeat: repeat && { ...repeat, text: repeats.map(({ text }) => text).join('\n\n') },
      },
    );
  }

  /** Reports the failure at once. Nothing here waits for the network, which may be the cause. */
  #fail(error: unknown, prepared: Prepared, { aborted, reason }: AbortSignal): void {
    const form = this.#form;
    const [stopped] = prepared.reports;
    const { id } = stopped;
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
    if (code === 'network') stopped.proof &&= '';
    // A valid proof passes every limit, so this proof was missing, invalid or expired.
    if (code === 'rate') stopped.proof = undefined;
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
      const unconfirmed = this.mayHaveArrived ? 1 : 0;
      if (unconfirmed > 0 || this.arrived.length > 0)
        return this.#finish(prepared, { unconfirmed, unsent: prepared.reports.length - unconfirmed });
      this.#prepared = this.#failed = undefined;
      return form.show({});
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
