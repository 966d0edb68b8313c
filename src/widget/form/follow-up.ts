// The follow-up of reports in one form: the code of each report, and the question what became of one. Loads only for pages
// that name its address (`follow-up`).

import type { TemplateResult, nothing } from 'lit';
import { askFollowUp } from '../client/follow-up.ts';
import { MAX_ATTEMPTS, pause, retryDelayMs } from '../client/retry.ts';
import type { FollowUpAnswer } from '../../core/follow-up/answer.ts';
import { isReportNumber, makeCode, readCode, writtenCode } from '../../core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../core/follow-up/locator.ts';
import { createDraft, hasAnswers } from '../../core/draft/draft.ts';
import { advance } from '../../core/draft/moves.ts';
import { usableEndpoint } from '../../core/report/endpoint.ts';
import { warnOf } from './bad-values.ts';
import type { MessageKey } from '../../words/messages.ts';
import { adoptLast } from './form.styles.ts';
import { quietButton } from './fields/buttons.ts';
import type { Asking, CodeError, Joining } from './asking.ts';
import type { Coded, Flows, FollowUpViews, FormState, FormView, Texts } from './form-view.ts';
import { STEP, type FollowUpScreen } from './screen.ts';
import { followUpStyles } from './steps/follow-up/follow-up.styles.ts';
import { canBeNoted, card, where } from './steps/follow-up/code-card.ts';
import { followUpView } from './steps/follow-up/follow-up.ts';
import { sentView } from './steps/sent.ts';
import { lostView } from './steps/follow-up/lost.ts';

/**
 * Gives a form the follow-up of its reports; none where the page's address, or its lack of cryptography (http), does not
 * let it work.
 */
export function begin(form: FormState, later: Flows): void {
  const value = form.host.getAttribute('follow-up') ?? '';
  const address = usableEndpoint(value, location.href);
  if (!address) warnOf(form.host, [{ attribute: 'follow-up', value }]);
  if (!address || !crypto.subtle || form.settings.isPractice || later.followUp) return;
  adoptLast(form.host, followUpStyles);
  const followUp = (later.followUp = new FollowUp(form, address));
  later.views = {
    ...later.views,
    'follow-up': (view) => followUpView(view, followUp),
    // The reporter may change to a language that lacks the question.
    code: (view) => (canBeNoted(view) ? lostView(view, followUp) : sentView(view)),
  };
  const isUntouched = form.screen.kind === 'step' && !hasAnswers(form.draft);
  if (isUntouched && followUp.isWanted) followUp.open();
  else form.host.requestUpdate();
}

const FOLLOW_UP: FollowUpScreen = { kind: 'follow-up' };

/** How long an answer may take before it is said that it takes time. */
const LASTING_MS = 1_000;

/** The follow-up of one form. Code and locator are in memory alone, and only until they are forgotten. */
export class FollowUp implements FollowUpViews, Asking {
  next: readonly Coded[] = [];
  made: Promise<void> | undefined;
  typed = '';
  isAsking = false;
  answer: FollowUpAnswer | undefined;
  joining: Joining | undefined;
  first: string | undefined;
  isNoted = false;
  /** Whether « Revoir le code » was pressed: the question comes once. */
  #isSeenAgain = false;
  #form: FormState;
  #address: string;
  /** Of the code that was asked for. */
  #locator: string | undefined;
  /** Of the report whose question the next report answers. */
  #adding: string | undefined;
  #stop = new AbortController();

  constructor(form: FormState, address: string) {
    this.#form = form;
    this.#address = address;
    // With kept answers, the form opens on their step.
    form.host.addEventListener('cs-open', () => {
      if (form.options.followUp === true && form.screen.kind === 'step') this.open();
    });
    form.host.addEventListener('cs-close', () => {
      if (form.screen.kind === 'sent') return;
      this.forget();
      // Answers that are kept still answer the question.
      if (!hasAnswers(form.draft)) this.#adding = undefined;
    });
    this.renew();
  }

  get isInUse(): boolean {
    return this.typed !== '' || this.answer !== undefined;
  }

  get isUnfound(): boolean {
    return this.answer?.state === 'question' || (this.#adding ?? this.joining) !== undefined;
  }

  note(isNoted: boolean): void {
    this.isNoted = isNoted;
    this.#form.host.requestUpdate();
  }

  asksFirst(label: MessageKey, way: () => void): boolean {
    const { screen } = this.#form;
    const isAtRisk = screen.kind === 'sent' && screen.confirmed?.reports.some(({ code }) => code);
    if (!isAtRisk || this.isNoted || this.#isSeenAgain || !canBeNoted(this.#form)) return false;
    return this.#form.go({ kind: 'code', behind: screen, label, way }, { focus: 'h2' });
  }

  seeAgain(): void {
    this.#isSeenAgain = true;
    this.#form.leaving.stay();
  }

  renew(): void {
    this.next = [];
    this.made = this.make(1);
  }

  async make(count: number): Promise<void> {
    while (this.next.length < count && this.#adding === undefined) {
      const code = makeCode();
      const coded = { code: writtenCode(code), hash: await hashOf(await locatorOf(code)) };
      if (this.#adding !== undefined) return;
      this.next = [...this.next, coded];
      // The review shows the report with it.
      this.#form.host.requestUpdate();
    }
  }

  forget(): void {
    this.#stop.abort();
    this.typed = '';
    this.answer = undefined;
    this.#answered();
    this.joining = undefined;
    this.first = undefined;
    this.#locator = undefined;
    this.renew();
  }

  /** Whether the form opens on the question. */
  get isWanted(): boolean {
    const { options, host } = this.#form;
    return options.followUp === true || host.getAttribute('view') === 'follow-up';
  }

  startOver(): void {
    this.#adding = undefined;
    this.isNoted = this.#isSeenAgain = false;
    this.forget();
    if (this.isWanted && this.#form.screen.kind === 'step') this.#form.go(FOLLOW_UP);
  }

  open(): void {
    this.forget();
    this.#form.go(FOLLOW_UP, { focus: 'h2' });
  }

  leave(): void {
    // Without an event of a step, which would tell the page around a frame that somebody was here.
    if (hasAnswers(this.#form.draft)) this.forget();
    else this.#form.startOver();
    this.#form.go(STEP, { focus: 'h2' });
  }

  async ask(): Promise<void> {
    if (this.isAsking) return;
    const read = readCode(this.typed);
    if ('fault' in read) {
      if (isReportNumber(this.typed)) return this.#refuse('number');
      const n = 'sign' in read ? read.sign : 'length' in read ? read.length : undefined;
      return this.#refuse(this.typed.trim() ? read.fault : 'empty', n);
    }
    const { signal } = (this.#stop = new AbortController());
    this.isAsking = true;
    // Not at once: it would be spoken after an answer that comes soon.
    this.#form.status.sayAfterView(this.#form.text('exit.loading'), LASTING_MS);
    this.#form.show({});
    const locator = await locatorOf(read.code);
    const answer = await this.#request({ locator }, signal);
    // Forgotten meanwhile.
    if (signal.aborted) return;
    this.#answered();
    if (typeof answer === 'string') return this.#refuse(answer);
    if (answer.state === 'unknown') return this.#refuse('unknown', answer.days);
    this.typed = '';
    this.#locator = locator;
    this.answer = answer;
    this.#form.show({ focus: 'h2' });
  }

  /** « Chargement… » is over. */
  #answered(): void {
    if (this.isAsking) this.#form.status.say('');
    this.isAsking = false;
  }

  /** @param n the number or the sign that the sentence names */
  #refuse(fault: CodeError, n?: number | string): void {
    const error = { field: 'code', code: `code.${fault}`, ...(n !== undefined && { n }) };
    this.#form.show({ errors: [error], focus: '.summary-title' });
  }

  /** Asks once; a second time with a proof of work, where the address wants one of a crowd, and the page has `challenge`. */
  async #request(
    question: { readonly locator: string; readonly adds?: string },
    signal: AbortSignal,
  ): ReturnType<typeof askFollowUp> {
    const answer = await askFollowUp(this.#address, question, { signal });
    const challenge = usableEndpoint(this.#form.settings.challenge, location.href);
    if (answer !== 'wait' || !challenge) return answer;
    const forQuestions = new URL(challenge);
    forQuestions.searchParams.set('for', 'follow-up');
    const proof = await import('./proving.ts')
      .then(({ proofFor }) => proofFor(this.#form.host, forQuestions.href, this.#address, signal))
      .catch(() => undefined);
    return proof ? askFollowUp(this.#address, question, { signal, proof }) : answer;
  }

  reply(): void {
    const locator = this.#locator;
    const form = this.#form;
    form.startOver();
    this.#adding = locator;
    this.next = [];
    form.go(STEP);
    form.goTo(advance(createDraft(form.settings.draft, { category: 'unsure' })), { focus: 'h2' });
  }

  join(submissionId: string): void {
    const locator = this.#adding;
    this.#adding = undefined;
    if (locator === undefined) return;
    this.#stop = new AbortController();
    void this.#join(locator, submissionId);
  }

  /** Goes on where the form is closed or forgotten meanwhile: the report is sent, and belongs to the earlier one. */
  async #join(locator: string, adds: string): Promise<void> {
    const { signal: always } = new AbortController();
    const { signal: shown } = this.#stop;
    this.joining = 'under way';
    let answer: FollowUpAnswer | undefined;
    for (let failures = 0; !answer && failures < MAX_ATTEMPTS; failures += 1) {
      if (failures > 0) await pause(retryDelayMs(failures, undefined, Math.random));
      const answered = await this.#request({ locator, adds }, always);
      if (typeof answered !== 'string') answer = answered;
    }
    if (shown.aborted) return;
    this.joining = answer?.added ? 'added' : 'apart';
    this.first = answer?.reference;
    this.#form.say(answer?.added ? 'follow.added' : 'follow.apart');
  }

  door = (form: Texts): TemplateResult =>
    quietButton('again follow', form.text('follow.door'), () => this.open());
  card = (form: FormView, codes: readonly string[]): TemplateResult | typeof nothing =>
    card(form, this, codes);
  where = (form: Texts): string => where(form);
}
