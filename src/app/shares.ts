// The shares of one application: fills the form, asks before answers are lost, forgets.

import type { ReactiveController } from 'lit';
import { readSharedText, type SharedReading, type SharedText } from '../core/address/shared-text.ts';
import { hasAnswers } from '../core/draft/draft.ts';
import type { Answers } from '../core/draft/types.ts';
import type { Form } from '../widget/form/form.ts';
import { behind } from '../widget/form/screen.ts';

/** The note above the form. */
export type Shown =
  | { readonly kind: 'received'; readonly reading: SharedReading }
  /** A share without any address. */
  | { readonly kind: 'none'; readonly reading: SharedReading }
  /** A share that the page came for, and that nobody had. */
  | { readonly kind: 'lost' }
  /** Another share, which would cost the reporter's answers, or the number of a report that was sent. */
  | { readonly kind: 'replace'; readonly loses: 'answers' | 'number'; readonly reading: SharedReading };

/** The shares that come to one form. Everything is in memory, and goes with the form's answers. */
export class Shares implements ReactiveController {
  #form: Form;
  #changed: () => void;
  #shown: Shown | undefined;
  /** A share that came while a report was being sent. */
  #waiting: SharedText | undefined;
  /** The answers as the last share filled them in: the reporter has added nothing to these. */
  #filledIn: Answers | undefined;
  /** The language of the last rendering, and whether it was that of the first step. */
  #rendered = '';

  /** @param changed called when `shown` has changed */
  constructor(form: Form, changed: () => void) {
    this.#form = form;
    this.#changed = changed;
    form.host.addController(this);
  }

  /** The note above the form, if any. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** The language that the form shows, which the reporter may have chosen. */
  get language(): { readonly tag: string; readonly dir: 'ltr' | 'rtl' } {
    return this.#form.localize;
  }

  /** Whether the form shows its first step. */
  get isFirstStep(): boolean {
    const { screen, draft } = this.#form;
    return screen.kind === 'step' && ['what', 'page'].includes(draft.step);
  }

  /** Whether another share would cost the reporter something. */
  get isOccupied(): boolean {
    return this.#isBusy || this.#loses !== undefined;
  }

  /** Takes a share: fills the form in, or asks first. */
  take(shared: SharedText): void {
    if (this.#isBusy) {
      this.#waiting = shared;
      return;
    }
    this.#waiting = undefined;
    const reading = readSharedText(shared);
    const loses = this.#loses;
    if (reading.addresses.length === 0) this.#show({ kind: 'none', reading });
    else if (loses) this.#show({ kind: 'replace', loses, reading });
    else this.#fillIn(reading);
  }

  /** The page was opened for a share that nobody has. */
  lose(): void {
    this.#show({ kind: 'lost' });
  }

  /** « Remplacer ». */
  replace(): void {
    if (this.#shown?.kind === 'replace') this.#fillIn(this.#shown.reading);
  }

  /** « Ne pas remplacer », which forgets the other share; or « Masquer », for people who are watched. */
  hide(): void {
    this.#show(undefined);
  }

  /** Forgets all shares, as the page goes. */
  forget(): void {
    this.#waiting = undefined;
    this.#filledIn = undefined;
    this.#show(undefined);
  }

  hostUpdated(): void {
    const { screen, draft } = this.#form;
    const { kind } = this.#shown ?? {};
    // The answers were sent, erased, or forgotten after ten minutes: so is the share.
    const isOver = screen.kind === 'cleared' || !(kind === 'replace' || hasAnswers(draft));
    if (isOver && (kind === 'received' || kind === 'replace')) this.forget();
    // From the details on, the review shows the addresses.
    else if (kind === 'received' && !this.#isBeforeDetails) this.#show(undefined);
    if (this.#waiting && !this.#isBusy) this.take(this.#waiting);
    const rendered = `${this.language.tag} ${this.isFirstStep}`;
    if (this.#rendered === rendered) return;
    this.#rendered = rendered;
    this.#changed();
  }

  get #isBusy(): boolean {
    return this.#form.delivery?.isBusy ?? false;
  }

  get #isBeforeDetails(): boolean {
    return ['what', 'where', 'page'].includes(this.#form.draft.step);
  }

  get #loses(): 'answers' | 'number' | undefined {
    const { screen, draft } = this.#form;
    if (behind(screen).kind === 'sent') return 'number';
    const isUntouched = draft.answers === this.#filledIn && !this.#form.delivery?.mayHaveArrived;
    return hasAnswers(draft) && !isUntouched ? 'answers' : undefined;
  }

  #fillIn(reading: SharedReading): void {
    const form = this.#form;
    form.startOver();
    // Answers, not a prefill: a prefill would come back after the form has forgotten everything.
    const links = reading.addresses.map(({ given }) => given);
    const isPage = form.draft.settings.flow === 'page';
    form.answer({ where: 'elsewhere', addresses: isPage ? [links.join('\n')] : links });
    this.#filledIn = form.draft.answers;
    this.#show({ kind: 'received', reading });
    // If the hotline has chosen the category, the first step has no question left.
    if (form.draft.step === 'what' && form.draft.answers.category) void form.continue();
  }

  #show(shown: Shown | undefined): void {
    this.#shown = shown;
    this.#changed();
  }
}
